// Package lessons holds the programs that come with the page: Python sources with the
// faults that make each tell its story. It imports nothing of ours; tests elsewhere run
// the sources.
package lessons

import _ "embed"

//go:embed queue/no_fix.py
var queueNoFix string

//go:embed queue/finally_around_get.py
var queueFinallyAroundGet string

//go:embed queue/finally_after_get.py
var queueFinallyAfterGet string

//go:embed start/gather.py
var startGather string

//go:embed start/blank.py
var startBlank string

// Lesson is a program in the menu, in one or more variants.
type Lesson struct {
	ID       string
	Variants []Variant
}

// Variant is one version of a lesson's program. ID names it for good.
type Variant struct {
	ID     string
	Source string
	Fault  Fault
}

// Fault makes a line raise on each task's nth visit. Line 0 means no fault.
type Fault struct {
	Line      int
	Exception string
	Message   string
	Nth       int
}

// boom strikes between get() and task_done(), on each worker's fourth item.
func boom(line int) Fault {
	return Fault{Line: line, Exception: "RuntimeError", Message: "boom", Nth: 4}
}

// All lists the lessons in the menu's order; the first is what a first visit sees.
func All() []Lesson {
	return []Lesson{
		{ID: "queue", Variants: []Variant{
			{ID: "no-fix", Source: queueNoFix, Fault: boom(12)},
			{ID: "finally-around-get", Source: queueFinallyAroundGet, Fault: boom(13)},
			{ID: "finally-after-get", Source: queueFinallyAfterGet, Fault: boom(13)},
		}},
		{ID: "gather", Variants: []Variant{{ID: "gather", Source: startGather}}},
		{ID: "blank", Variants: []Variant{{ID: "blank", Source: startBlank}}},
	}
}
