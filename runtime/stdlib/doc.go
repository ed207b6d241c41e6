// Package stdlib is the part of Python's standard library that programs can import. Modules
// are written in Go, or in Python (folder py) where that is shorter; all are made at their
// first import in a run. The page's build (tag librarypack) leaves most of the latter out and
// has its host bring them. Nothing in it knows the wall clock, files or the network.
package stdlib
