// Package sweep runs a program many times and sums each run up: for every variant of it a small matrix, with a statement that
// fails in each row and a value of a knob in each column. Where may a worker fail, and does the program still come to its end?
//
// A Plan says which runs there are; it is a function of its Spec, so that page, worker and command make the same one. A Cell is
// what is left of a run: how it ended and the count that explains it. It knows no browser.
package sweep
