package stdlib

// A regular expression is parsed into a tree of regexNode, which regexMatcher walks with
// backtracking: the semantics of CPython's re, where alternatives are tried in order.

type regexOp uint8

const (
	regexEmpty regexOp = iota
	regexLiteral
	regexAny    // .
	regexSet    // [...] and \d
	regexSeq    // subs one after the other
	regexAlt    // one of subs
	regexRepeat // subs[0] min to max times
	regexGroup  // capturing group n
	regexAtomic
	regexLook        // (?=…) (?!…) (?<=…) (?<!…)
	regexBackref     // \n
	regexConditional // (?(n)yes|no)
	regexStart       // ^
	regexEnd         // $
	regexStringStart // \A
	regexStringEnd   // \Z
	regexBoundary    // \b
	regexNotBoundary // \B
)

type regexFlags uint16

// Flags of module re.
const (
	regexIgnoreCase regexFlags = 2
	regexLocale     regexFlags = 4
	regexMultiline  regexFlags = 8
	regexDotAll     regexFlags = 16
	regexUnicode    regexFlags = 32
	regexVerbose    regexFlags = 64
	regexASCII      regexFlags = 256
)

type regexNode struct {
	op    regexOp
	flags regexFlags
	r     rune
	set   *regexCharSet
	subs  []*regexNode
	min   int
	max   int // -1: no bound
	// greedy tries more rounds first, possessive gives none back.
	greedy, possessive bool
	n                  int // number of a group
	behind, negative   bool
	width              int // of a look-behind
}

// regexCharSet is a class of characters.
type regexCharSet struct {
	negated bool
	ranges  [][2]rune
	classes []byte // d D s S w W
}

// regexProgram is a compiled pattern.
type regexProgram struct {
	root   *regexNode
	groups int
	names  map[string]int
	order  []string // names by group number
	flags  regexFlags
}

// regexProblem is a mistake in a pattern.
type regexProblem struct {
	message string
	pos     int
}
