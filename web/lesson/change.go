package lesson

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"asyncplay/runtime"
	"asyncplay/runtime/remedy"
)

// Setting gives a #@param of a program a value.
type Setting struct{ Name, Value string }

// Changes are applied to a block before it runs: by its own attributes, a change link, or a question.
type Changes struct {
	Faults  []string // in place of the block's own, when HasFaults
	Set     []Setting
	Seed    int64
	At      float64 // virtual seconds
	Variant string

	HasFaults, HasSeed, HasAt bool
}

// Expect is what an author wrote down about a run. Empty fields are not compared.
type Expect struct {
	Outcome   string // finished, raised, hung or limit
	Duration  string // virtual seconds, to as many decimals as are written
	Exception string // its class
	Verdict   string // a cause's ID, or "none"
	Output    string
	HasOutput bool
}

// Reference names a block, changes to it, and what to expect then: what stands in links, questions and facts.
type Reference struct {
	ID      string
	Changes Changes
	Expect  Expect
	// Pairs are the changes as they were written, in order, for the page.
	Pairs []Setting
}

var outcomes = []string{"finished", "raised", "hung", "limit"}

// referenceKeys are what can stand after the question mark.
var referenceKeys = []string{"fault", "set", "seed", "at", "variant", "outcome", "duration", "exception", "verdict", "output"}

// parseReference reads `ID?key=value&key=value`, with values escaped as in an address.
func parseReference(text string) (Reference, error) {
	var r Reference
	id, query, _ := strings.Cut(text, "?")
	r.ID = id
	if query == "" {
		return r, nil
	}
	for part := range strings.SplitSeq(query, "&") {
		key, escaped, _ := strings.Cut(part, "=")
		value, err := url.PathUnescape(escaped)
		if err != nil {
			return r, fmt.Errorf("%s: %q is not escaped as in an address: a space is %%20, a %% is %%25", key, escaped)
		}
		known, err := r.Changes.read(key, value)
		if err == nil && known {
			r.Pairs = append(r.Pairs, Setting{key, value})
			continue
		}
		if err == nil {
			known, err = r.Expect.read(key, value)
		}
		if err != nil {
			return r, err
		}
		if !known {
			return r, fmt.Errorf("%q can't be changed or expected: %s", key, didYouMean(key, referenceKeys))
		}
	}
	return r, nil
}

// read takes one change; known is false when the key is none.
func (c *Changes) read(key, value string) (known bool, err error) {
	switch key {
	case "fault":
		c.HasFaults = true
		for _, spec := range runtime.SplitUnquoted(value, ';') {
			if spec == "none" {
				continue
			}
			if err := runtime.CheckFault(spec); err != nil {
				return true, fmt.Errorf("fault %q: %w", spec, err)
			}
			c.Faults = append(c.Faults, spec)
		}
	case "set":
		for _, pair := range runtime.SplitUnquoted(value, ';') {
			name, v, ok := strings.Cut(pair, "=")
			if !ok {
				return true, fmt.Errorf("set takes NAME=VALUE, several separated by semicolons, got %q", pair)
			}
			c.Set = append(c.Set, Setting{strings.TrimSpace(name), strings.TrimSpace(v)})
		}
	case "seed":
		c.HasSeed = true
		if c.Seed, err = strconv.ParseInt(value, 10, 64); err != nil || c.Seed < 0 {
			return true, fmt.Errorf("seed takes a whole number, got %q", value)
		}
	case "at":
		c.HasAt = true
		if c.At, err = strconv.ParseFloat(value, 64); err != nil || !(c.At >= 0) {
			return true, fmt.Errorf("at takes virtual seconds, got %q", value)
		}
	case "variant":
		c.Variant = value
	default:
		return false, nil
	}
	return true, nil
}

// read takes one expectation; known is false when the key is none.
func (e *Expect) read(key, value string) (known bool, err error) {
	switch key {
	case "outcome":
		for _, o := range outcomes {
			if value == o {
				e.Outcome = value
				return true, nil
			}
		}
		return true, fmt.Errorf("outcome %q: %s", value, didYouMean(value, outcomes))
	case "duration":
		if _, err := strconv.ParseFloat(value, 64); err != nil {
			return true, fmt.Errorf("duration takes virtual seconds, got %q", value)
		}
		e.Duration = value
	case "exception":
		e.Exception = value
	case "verdict":
		names := []string{"none"}
		for _, id := range remedy.All() {
			names = append(names, string(id))
		}
		for _, name := range names {
			if value == name {
				e.Verdict = value
				return true, nil
			}
		}
		return true, fmt.Errorf("verdict %q: %s", value, didYouMean(value, names))
	case "output":
		e.Output, e.HasOutput = value, true
	default:
		return false, nil
	}
	return true, nil
}

// over is c with the changes of another on top.
func (c Changes) over(base Changes) Changes {
	if c.HasFaults {
		base.Faults, base.HasFaults = c.Faults, true
	}
	base.Set = append(append([]Setting(nil), base.Set...), c.Set...)
	if c.HasSeed {
		base.Seed, base.HasSeed = c.Seed, true
	}
	if c.HasAt {
		base.At, base.HasAt = c.At, true
	}
	if c.Variant != "" {
		base.Variant = c.Variant
	}
	return base
}
