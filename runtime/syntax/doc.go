// Package syntax turns Python 3.13 source into a syntax tree, or into the error that
// CPython 3.13 would show for it, with the same words, position and carets.
//
// The scanner produces tokens when the parser asks for them, so that an error in the
// text is reported only if nothing before it is wrong. The parser is a recursive
// descent over those tokens. When a file does not parse, it is parsed once more with the
// "invalid" rules switched on (invalid_*.go): each recognises one common mistake at the
// place where CPython's grammar looks for it. A last pass (check*.go) finds what CPython finds
// after parsing: 'return' outside function, a name used prior to its global declaration, ….
//
// The package imports nothing else of this module. Everything is bounded: nesting, indentation, and
// the work of the second pass, so that parsing takes linear time and never panics.
package syntax
