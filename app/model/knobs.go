package model

import (
	"strconv"
	"strings"

	"asyncplay/runtime"
)

// Knob is a control made from a #@param comment.
type Knob struct {
	Name           string
	Kind           runtime.ParamKind
	Value          string // the literal in the source; a choice or string without its quotes
	Min, Max, Step float64
	Choices        []string
	Seed           bool // a number that seeds `random`: it gets a button for another one
	Err            string
}

// Knobs are the controls of the program on the screen.
func (p *Playground) Knobs() []Knob {
	params := runtime.Params(p.Current().Source)
	knobs := make([]Knob, 0, len(params))
	for _, param := range params {
		k := Knob{
			Name: param.Name, Kind: param.Kind, Value: param.ValueText, Min: param.Min, Max: param.Max,
			Step: param.Step, Choices: param.Choices, Err: param.Err,
		}
		if k.Kind == runtime.ParamChoice || k.Kind == runtime.ParamString {
			k.Value = unquote(k.Value)
		}
		k.Seed = k.Kind == runtime.ParamNumber && strings.EqualFold(k.Name, "seed")
		knobs = append(knobs, k)
	}
	return knobs
}

// Percent is how far along its slider a knob stands.
func (k Knob) Percent() float64 {
	v, err := strconv.ParseFloat(k.Value, 64)
	if err != nil || k.Max <= k.Min {
		return 0
	}
	return min(100, max(0, (v-k.Min)/(k.Max-k.Min)*100))
}

// unquote takes the quotes off a simple Python string literal.
func unquote(literal string) string {
	if n := len(literal); n >= 2 && (literal[0] == '"' || literal[0] == '\'') && literal[n-1] == literal[0] {
		return literal[1 : n-1]
	}
	return literal
}

// nextSeed is another seed, the same one every time from the same place.
func nextSeed(value string) string {
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < 0 {
		n = 0
	}
	return strconv.FormatInt(seedAfter(n), 10)
}

// seedAfter goes through all seeds below seedsBelow in an order that looks like none.
func seedAfter(seed int64) int64 { return (seed%seedsBelow*421 + 137) % seedsBelow }
