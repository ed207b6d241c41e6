// Package compile turns a syntax tree into register code: it decides the scope of every
// name, chooses registers and emits instructions with their positions. It may import
// only package syntax; package vm gives the instructions their effect.
//
// Main types: Code (one module, class body or function, immutable and shareable between
// runs), Instr and Op (instructions), Handler (the exception table), Const (constants).
package compile
