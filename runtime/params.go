package runtime

import "asyncplay/runtime/syntax"

// Param is a knob of a program: a line `NAME = literal  #@param {…}` as in Colab's forms.
type Param = syntax.Param

// ParamKind is what a knob looks like.
type ParamKind = syntax.ParamKind

// The kinds of knobs.
const (
	ParamNumber  = syntax.ParamNumber
	ParamSlider  = syntax.ParamSlider
	ParamBoolean = syntax.ParamBoolean
	ParamChoice  = syntax.ParamChoice
	ParamString  = syntax.ParamString
)

// Params lists the knobs of a program, also of one that does not parse.
func Params(source string) []Param { return syntax.Params(source) }

// SetParam returns the program with the literal of a knob rewritten and everything else
// as it was, to the byte. It fails when there is no such knob or the value does not suit it.
func SetParam(source, name, value string) (string, error) {
	return syntax.SetParam(source, name, value)
}
