// Package object holds Python's values and types: what a value is, how attributes are
// found, how operators pick their method, what each built-in type can do. It knows
// nothing of bytecode or of the event loop: calls into Python code go through the type's
// Call slot, which package vm fills for the types that it defines.
//
// Main types: Value (16 bytes: a small int, float or bool, or a reference), Object (the
// header every heap object starts with), Type (with its Slots), Thread and Run (the state
// a call needs), Exception (also the way Go functions of the engine report a raised one).
//
// Built-in types are immutable tables made at package initialisation and shared by all
// runs; everything that a program can change belongs to its Run.
package object
