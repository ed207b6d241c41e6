// Package realmath computes the elementary functions of real numbers correctly rounded in
// all but about one of 2³⁵ cases, by the same operations on every platform: what package math
// gives differs in the last bit between amd64 (assembly), arm64 (fused operations) and
// WebAssembly, and so would a run.
//
// Numbers are carried as unevaluated sums of two float64 (T. J. Dekker, "A floating-point
// technique for extending the available precision", 1971), about 100 bits. Every product is
// converted explicitly, which by the Go specification forbids fusing it with an addition.
package realmath
