package syntax

import (
	"encoding/hex"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"strings"
)

// dumper prints a tree in the form of testdata/dump_ast.py.
type dumper struct {
	b    strings.Builder
	deep int
}

func dumpModule(m *Module) string {
	d := &dumper{}
	for _, s := range m.Body {
		d.node(s)
	}
	return d.b.String()
}

func (d *dumper) line(format string, args ...any) {
	d.b.WriteString(strings.Repeat(" ", d.deep))
	fmt.Fprintf(&d.b, format, args...)
	d.b.WriteByte('\n')
}

func (d *dumper) head(name string, n Node) {
	s := n.Position()
	d.line("%s %d:%d-%d:%d", name, s.Line, s.Col, s.EndLine, s.EndCol)
}

func isNil(v any) bool {
	if v == nil {
		return true
	}
	r := reflect.ValueOf(v)
	return (r.Kind() == reflect.Pointer || r.Kind() == reflect.Interface) && r.IsNil()
}

// field prints a named field: a node, a list of nodes or strings, or a plain value.
func (d *dumper) field(name string, v any) {
	if isNil(v) {
		return
	}
	r := reflect.ValueOf(v)
	d.deep++
	defer func() { d.deep-- }()
	switch {
	case r.Kind() == reflect.Slice:
		if r.Len() == 0 {
			return
		}
		d.line("%s:", name)
		d.deep++
		for i := 0; i < r.Len(); i++ {
			d.item(r.Index(i).Interface())
		}
		d.deep--
	case r.Kind() == reflect.Pointer:
		d.line("%s:", name)
		d.deep++
		d.node(v)
		d.deep--
	default:
		d.line("%s: %v", name, v)
	}
}

func (d *dumper) item(v any) {
	switch x := v.(type) {
	case nil:
		d.line("None")
	case string:
		d.line("%s", x)
	case CompareOperator:
		d.line("%s", compareNames[x])
	default:
		d.node(v)
	}
}

var compareNames = []string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}
var operatorNames = []string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor", "BitAnd", "FloorDiv"}
var unaryNames = []string{"Invert", "Not", "UAdd", "USub"}

func pick(cond bool, yes, no string) string {
	if cond {
		return yes
	}
	return no
}

func optional(name string) any {
	if name == "" {
		return nil
	}
	return name
}

// hexFloat prints a float as Python's float.hex().
func hexFloat(f float64) string {
	if math.IsInf(f, 0) {
		return "inf"
	}
	if f == 0 {
		return "0x0.0p+0"
	}
	frac, exp := math.Frexp(f)
	mantissa := uint64(frac * (1 << 53))
	exp--
	if exp < -1022 {
		mantissa >>= uint(-1022 - exp)
		exp = -1022
	}
	return fmt.Sprintf("0x%d.%013xp%+d", mantissa>>52, mantissa&(1<<52-1), exp)
}

func constantText(c *Constant) string {
	switch c.Kind {
	case ConstNone:
		return "None"
	case ConstTrue:
		return "True"
	case ConstFalse:
		return "False"
	case ConstEllipsis:
		return "Ellipsis"
	case ConstInt:
		n := c.Big
		if n == nil {
			n = big.NewInt(c.Int)
		}
		return "int 0x" + n.Text(16)
	case ConstFloat:
		return "float " + hexFloat(c.Float)
	case ConstImaginary:
		return "imag " + hexFloat(c.Float)
	case ConstString:
		return "str " + hex.EncodeToString([]byte(c.Str))
	}
	return "bytes " + hex.EncodeToString([]byte(c.Str))
}

func (d *dumper) node(v any) {
	switch n := v.(type) {
	case Stmt:
		d.stmt(n)
	case Expr:
		d.expr(n)
	case Pattern:
		d.pattern(n)
	default:
		d.clause(v)
	}
}

func (d *dumper) clause(v any) {
	switch n := v.(type) {
	case *Arguments:
		d.line("arguments")
		d.field("posonlyargs", n.PosOnly)
		d.field("args", n.Args)
		d.field("vararg", n.Vararg)
		d.field("kwonlyargs", n.KwOnly)
		d.field("kw_defaults", n.KwDefaults)
		d.field("kwarg", n.Kwarg)
		d.field("defaults", n.Defaults)
	case *Arg:
		d.head("arg", n)
		d.field("arg", n.Name)
		d.field("annotation", n.Annotation)
	case *Keyword:
		d.head("keyword", n)
		d.field("arg", optional(n.Name))
		d.field("value", n.Value)
	case *Alias:
		d.head("alias", n)
		d.field("name", n.Name)
		d.field("asname", optional(n.AsName))
	case WithItem:
		d.line("withitem")
		d.field("context_expr", n.ContextExpr)
		d.field("optional_vars", n.OptionalVars)
	case *MatchCase:
		d.line("match_case")
		d.field("pattern", n.Pattern)
		d.field("guard", n.Guard)
		d.field("body", n.Body)
	case *ExceptHandler:
		d.head("ExceptHandler", n)
		d.field("type", n.Type)
		d.field("name", optional(n.Name))
		d.field("body", n.Body)
	case *Generator:
		d.line("comprehension")
		d.field("target", n.Target)
		d.field("iter", n.Iter)
		d.field("ifs", n.Ifs)
		d.field("is_async", pick(n.Async, "1", "0"))
	case *TypeParam:
		d.head([]string{"TypeVar", "TypeVarTuple", "ParamSpec"}[n.Kind], n)
		d.field("name", n.Name)
		d.field("bound", n.Bound)
		d.field("default_value", n.Default)
	default:
		panic(fmt.Sprintf("no dump of %T", v))
	}
}

func (d *dumper) stmt(s Stmt) {
	switch n := s.(type) {
	case *FunctionDef:
		d.head(pick(n.Async, "AsyncFunctionDef", "FunctionDef"), n)
		d.field("name", n.Name)
		d.field("args", n.Args)
		d.field("body", n.Body)
		d.field("decorator_list", n.Decorators)
		d.field("returns", n.Returns)
		d.field("type_params", n.TypeParams)
	case *ClassDef:
		d.head("ClassDef", n)
		d.field("name", n.Name)
		d.field("bases", n.Bases)
		d.field("keywords", n.Keywords)
		d.field("body", n.Body)
		d.field("decorator_list", n.Decorators)
		d.field("type_params", n.TypeParams)
	case *Return:
		d.head("Return", n)
		d.field("value", n.Value)
	case *Delete:
		d.head("Delete", n)
		d.field("targets", n.Targets)
	case *Assign:
		d.head("Assign", n)
		d.field("targets", n.Targets)
		d.field("value", n.Value)
	case *TypeAlias:
		d.head("TypeAlias", n)
		d.field("name", n.Name)
		d.field("type_params", n.TypeParams)
		d.field("value", n.Value)
	case *AugAssign:
		d.head("AugAssign", n)
		d.field("target", n.Target)
		d.field("op", operatorNames[n.Op])
		d.field("value", n.Value)
	case *AnnAssign:
		d.head("AnnAssign", n)
		d.field("target", n.Target)
		d.field("annotation", n.Annotation)
		d.field("value", n.Value)
		d.field("simple", pick(n.Simple, "1", "0"))
	case *For:
		d.head(pick(n.Async, "AsyncFor", "For"), n)
		d.field("target", n.Target)
		d.field("iter", n.Iter)
		d.field("body", n.Body)
		d.field("orelse", n.Orelse)
	case *While:
		d.head("While", n)
		d.field("test", n.Test)
		d.field("body", n.Body)
		d.field("orelse", n.Orelse)
	case *If:
		d.head("If", n)
		d.field("test", n.Test)
		d.field("body", n.Body)
		d.field("orelse", n.Orelse)
	case *With:
		d.head(pick(n.Async, "AsyncWith", "With"), n)
		d.field("items", n.Items)
		d.field("body", n.Body)
	case *Match:
		d.head("Match", n)
		d.field("subject", n.Subject)
		d.field("cases", n.Cases)
	case *Raise:
		d.head("Raise", n)
		d.field("exc", n.Exc)
		d.field("cause", n.Cause)
	case *Try:
		d.head(pick(n.Star, "TryStar", "Try"), n)
		d.field("body", n.Body)
		d.field("handlers", n.Handlers)
		d.field("orelse", n.Orelse)
		d.field("finalbody", n.Finalbody)
	case *Assert:
		d.head("Assert", n)
		d.field("test", n.Test)
		d.field("msg", n.Msg)
	case *Import:
		d.head("Import", n)
		d.field("names", n.Names)
	case *ImportFrom:
		d.head("ImportFrom", n)
		d.field("module", optional(n.Module))
		d.field("names", n.Names)
		d.field("level", strconv.Itoa(n.Level))
	case *Global:
		d.head("Global", n)
		d.field("names", n.Names)
	case *Nonlocal:
		d.head("Nonlocal", n)
		d.field("names", n.Names)
	case *ExprStmt:
		d.head("Expr", n)
		d.field("value", n.Value)
	case *Pass:
		d.head("Pass", n)
	case *Break:
		d.head("Break", n)
	case *Continue:
		d.head("Continue", n)
	}
}

func (d *dumper) expr(e Expr) {
	switch n := e.(type) {
	case *BoolOp:
		d.head("BoolOp", n)
		d.field("op", pick(n.Or, "Or", "And"))
		d.field("values", n.Values)
	case *NamedExpr:
		d.head("NamedExpr", n)
		d.field("target", n.Target)
		d.field("value", n.Value)
	case *BinOp:
		d.head("BinOp", n)
		d.field("left", n.Left)
		d.field("op", operatorNames[n.Op])
		d.field("right", n.Right)
	case *UnaryOp:
		d.head("UnaryOp", n)
		d.field("op", unaryNames[n.Op])
		d.field("operand", n.Operand)
	case *Lambda:
		d.head("Lambda", n)
		d.field("args", n.Args)
		d.field("body", n.Body)
	case *IfExp:
		d.head("IfExp", n)
		d.field("test", n.Test)
		d.field("body", n.Body)
		d.field("orelse", n.Orelse)
	case *Dict:
		d.head("Dict", n)
		d.field("keys", n.Keys)
		d.field("values", n.Values)
	case *Set:
		d.head("Set", n)
		d.field("elts", n.Elts)
	case *Comprehension:
		d.head([]string{"ListComp", "SetComp", "DictComp", "GeneratorExp"}[n.Kind], n)
		if n.Kind == CompDict {
			d.field("key", n.Elt)
			d.field("value", n.Value)
		} else {
			d.field("elt", n.Elt)
		}
		d.field("generators", n.Generators)
	case *Await:
		d.head("Await", n)
		d.field("value", n.Value)
	case *Yield:
		d.head("Yield", n)
		d.field("value", n.Value)
	case *YieldFrom:
		d.head("YieldFrom", n)
		d.field("value", n.Value)
	case *Compare:
		d.head("Compare", n)
		d.field("left", n.Left)
		d.field("ops", n.Ops)
		d.field("comparators", n.Comparators)
	case *Call:
		d.head("Call", n)
		d.field("func", n.Func)
		d.field("args", n.Args)
		d.field("keywords", n.Keywords)
	case *JoinedStr:
		d.head("JoinedStr", n)
		d.field("values", n.Values)
	case *FormattedValue:
		d.head("FormattedValue", n)
		d.field("value", n.Value)
		conversion := int(n.Conversion)
		if conversion == 0 {
			conversion = -1
		}
		d.field("conversion", strconv.Itoa(conversion))
		d.field("format_spec", n.FormatSpec)
	case *Constant:
		s := n.Position()
		d.line("Constant %d:%d-%d:%d %s", s.Line, s.Col, s.EndLine, s.EndCol, constantText(n))
	case *Attribute:
		d.head("Attribute", n)
		d.field("value", n.Value)
		d.field("attr", n.Attr)
	case *Subscript:
		d.head("Subscript", n)
		d.field("value", n.Value)
		d.field("slice", n.Index)
	case *Starred:
		d.head("Starred", n)
		d.field("value", n.Value)
	case *Name:
		d.head("Name", n)
		d.field("id", n.ID)
	case *List:
		d.head("List", n)
		d.field("elts", n.Elts)
	case *Tuple:
		d.head("Tuple", n)
		d.field("elts", n.Elts)
	case *Slice:
		d.head("Slice", n)
		d.field("lower", n.Lower)
		d.field("upper", n.Upper)
		d.field("step", n.Step)
	}
}

func (d *dumper) pattern(p Pattern) {
	switch n := p.(type) {
	case *MatchValue:
		d.head("MatchValue", n)
		d.field("value", n.Value)
	case *MatchSingleton:
		d.head("MatchSingleton", n)
		d.field("value", constantText(n.Value))
	case *MatchSequence:
		d.head("MatchSequence", n)
		d.field("patterns", n.Patterns)
	case *MatchMapping:
		d.head("MatchMapping", n)
		d.field("keys", n.Keys)
		d.field("patterns", n.Patterns)
		d.field("rest", optional(n.Rest))
	case *MatchClass:
		d.head("MatchClass", n)
		d.field("cls", n.Cls)
		d.field("patterns", n.Patterns)
		d.field("kwd_attrs", n.KwdAttrs)
		d.field("kwd_patterns", n.KwdPatterns)
	case *MatchStar:
		d.head("MatchStar", n)
		d.field("name", optional(n.Name))
	case *MatchAs:
		d.head("MatchAs", n)
		d.field("pattern", n.Pattern)
		d.field("name", optional(n.Name))
	case *MatchOr:
		d.head("MatchOr", n)
		d.field("patterns", n.Patterns)
	}
}
