package randprog

import "strings"

// Program is the tree of a program: the statements of its module.
type Program struct{ body []*node }

// node is a statement: a line, or clauses with a block each, as try, except and finally have them.
type node struct{ clauses []*clause }

// clause is a line and, unless it is a whole statement, the block below it.
type clause struct {
	head expr
	// isBlock says that a block follows; an empty one is written as pass.
	isBlock bool
	body    []*node
}

// expr is a part of a line.
type expr interface{ write(*strings.Builder) }

// text is a part that cannot be made simpler.
type text string

// choice is a part for which something simpler may do.
type choice struct{ text, simpler string }

// list is expressions with commas between; at least keep of them stay.
type list struct {
	items []expr
	keep  int
}

// call is a format in which each % stands for the next argument.
type call struct {
	format string
	args   []expr
}

func (e text) write(b *strings.Builder)    { b.WriteString(string(e)) }
func (e *choice) write(b *strings.Builder) { b.WriteString(e.text) }

func (e *list) write(b *strings.Builder) {
	for i, item := range e.items {
		if i > 0 {
			b.WriteString(", ")
		}
		item.write(b)
	}
}

func (e *call) write(b *strings.Builder) {
	pieces := strings.Split(e.format, "%")
	for i, piece := range pieces {
		b.WriteString(piece)
		if i < len(pieces)-1 {
			e.args[i].write(b)
		}
	}
}

// use makes an expression of a format and its arguments, which may be strings.
func use(format string, args ...any) expr {
	if len(args) == 0 {
		return text(format)
	}
	c := &call{format: format}
	for _, arg := range args {
		switch arg := arg.(type) {
		case string:
			c.args = append(c.args, text(arg))
		case expr:
			c.args = append(c.args, arg)
		}
	}
	return c
}

// line makes a statement of one line.
func line(format string, args ...any) *node {
	return &node{clauses: []*clause{{head: use(format, args...)}}}
}

// block makes a statement with a block; then adds more clauses.
func block(head expr, body ...*node) *node {
	return (&node{}).then(head, body...)
}

func (n *node) then(head expr, body ...*node) *node {
	n.clauses = append(n.clauses, &clause{head: head, isBlock: true, body: body})
	return n
}

// Source is the program's text.
func (p *Program) Source() string {
	var b strings.Builder
	writeBlock(&b, p.body, "")
	return b.String()
}

func writeBlock(b *strings.Builder, nodes []*node, indent string) {
	for _, n := range nodes {
		for _, c := range n.clauses {
			b.WriteString(indent)
			c.head.write(b)
			b.WriteByte('\n')
			if !c.isBlock {
				continue
			}
			if len(c.body) == 0 {
				b.WriteString(indent + "    pass\n")
			}
			writeBlock(b, c.body, indent+"    ")
		}
	}
}
