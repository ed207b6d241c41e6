package sweep

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime"
)

const seedColumns = 8

// planColumns takes the values of the knob asked for, else of the first.
func (p *Plan) planColumns() {
	base := p.Spec.Variants[p.Spec.Base].Source
	sliders := runtime.Params(base)
	for i := range sliders {
		if k := &sliders[i]; k.Err == "" && k.Kind == runtime.ParamSlider {
			p.Knobs = append(p.Knobs, k.Name)
		}
	}
	if seedParam(base) != "" || strings.Contains(base, "random") {
		p.Knobs = append(p.Knobs, SeedKnob)
	}
	if len(p.Knobs) > 0 {
		p.Knob = p.Knobs[max(0, slices.Index(p.Knobs, p.Spec.Knob))]
	}
	if p.Knob == SeedKnob {
		p.Columns = nil
		for seed := 1; seed <= seedColumns; seed++ {
			p.Columns = append(p.Columns, Column{Value: strconv.Itoa(seed)})
		}
	}
	for i := range sliders {
		if sliders[i].Name == p.Knob {
			p.Columns = columnsOf(&sliders[i])
		}
	}
	p.setKnobs()
}

// setKnobs writes each column's value into each variant.
func (p *Plan) setKnobs() {
	for i := range p.Spec.Variants {
		source := p.Spec.Variants[i].Source
		knob := p.Knob
		if knob == SeedKnob {
			knob = seedParam(source)
		}
		set := make([]string, len(p.Columns))
		for c := range p.Columns {
			set[c] = source
			if knob != "" {
				changed, err := runtime.SetParam(source, knob, p.Columns[c].Value)
				if err != nil {
					changed = ""
				}
				p.Columns[c].Own = p.Columns[c].Own || i == p.Spec.Base && changed == source
				set[c] = changed
			}
		}
		p.sources = append(p.sources, set)
	}
}

// seedParam is the name of the #@param that seeds random, "" when there is none.
func seedParam(source string) string {
	for _, k := range runtime.Params(source) {
		if k.Err == "" && k.Kind == runtime.ParamNumber && strings.EqualFold(k.Name, "seed") {
			return k.Name
		}
	}
	return ""
}

// columnsOf spreads columns over a slider's values: all of them, or columnsMax with both ends and the one that it has.
func columnsOf(k *runtime.Param) []Column {
	steps := int(math.Floor((k.Max-k.Min)/k.Step + 1e-9))
	count := min(steps+1, columnsMax)
	at := make([]int, count)
	for i := range at {
		at[i] = int(math.Round(float64(i) * float64(steps) / float64(max(1, count-1))))
	}
	if own, err := strconv.ParseFloat(k.ValueText, 64); err == nil && count > 2 {
		own = math.Round((own - k.Min) / k.Step)
		nearest := 1
		for i := 1; i < count-1; i++ {
			if math.Abs(float64(at[i])-own) < math.Abs(float64(at[nearest])-own) {
				nearest = i
			}
		}
		if own > 0 && own < float64(steps) {
			at[nearest] = int(own)
		}
	}
	step := strconv.FormatFloat(k.Step, 'f', -1, 64)
	_, fraction, _ := strings.Cut(step, ".")
	_, fractionOfMin, _ := strings.Cut(strconv.FormatFloat(k.Min, 'f', -1, 64), ".")
	columns := make([]Column, count)
	for i := range columns {
		columns[i].Value = strconv.FormatFloat(k.Min+float64(at[i])*k.Step, 'f', max(len(fraction), len(fractionOfMin)), 64)
	}
	return columns
}
