// Package randprog makes small random asyncio programs and compares how two interpreters run them.
//
// A seed decides a program. Its statements form a tree, from which Shrink drops and simplifies parts as long
// as the program still shows a difference. Differ runs programs in our engine and, with the help of
// testdata/run_many.py, in CPython 3.13 under the oracle; the command below this folder does that for
// thousands of seeds. What no random program does, because CPython's own answer is one of many or because
// the engine differs on purpose, is said at the place that avoids it.
package randprog
