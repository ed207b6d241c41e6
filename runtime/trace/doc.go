// Package trace is the record of a run: what happened, when on the virtual clock, in
// which task and at which source line. The engine writes it through a Recorder; the
// page, the verdicts and the exports read nothing else. It stands below every other
// package of the engine and imports none of them, so that a reader of traces can never
// reach a live engine object.
package trace
