package model

import "asyncplay/runtime"

const fileName = "main.py"

// request is what decides the variant's run besides its modules. limitFactor above 1 gives a run
// that hit a limit more room.
func (v *Variant) request(seed int64, limitFactor int, specs []string) runtime.Request {
	r := runtime.Request{Filename: fileName, Source: v.Source, Seed: seed, Faults: specs}
	if limitFactor > 1 {
		l := runtime.DefaultLimits
		l.StepsMax *= int64(limitFactor)
		l.MemoryMaxBytes *= int64(limitFactor)
		l.OutputMaxBytes *= int64(limitFactor)
		l.EventsMax *= limitFactor
		r.Limits = l
	}
	return r
}
