// Package vm runs the code of package compile on the values of package object: frames,
// the dispatch loop, calls, generators and coroutines, exceptions and their tracebacks.
//
// A call from Python to Python stays in one Go loop (machine.run): its frame is a window
// of a segmented stack of values. Only generators and coroutines keep their registers on
// the heap. An await links the awaited coroutine's frame below the awaiting one; when
// the chain suspends, the whole of it is taken off the stack at once and the innermost frame is
// remembered, so that a resume goes straight to it, however deep the chain is. Coroutines written in
// Go (object.Coroutine) take part in a chain by a frame without code (see settle in chain.go).
//
// Main types: Function, Generator (generators, coroutines and asynchronous generators),
// machine (the executor of a thread), frame, code (compiled code linked for one run). The package imports
// object, compile and syntax.
package vm
