// Package view draws the playground (package model) with go-app components and brings
// the person's acts back to it.
//
// The root component, Page, holds the model. Every region is a component of its own with
// the revision of what it shows as a field, so that go-app draws only regions whose
// revision changed. Acts travel the other way through one set of handlers on the root:
// an element says with data-do and data-arg what a click on it does, with data-in what
// its input sets, and with data-task, data-item and data-line what it speaks of. What
// happens outside components (canvases, the editor's text and marks, scrolling) is done
// after each update in sync.go.
//
// It may import app/model, app/words, app/host (whose interfaces it is given), and the
// readable part of the runtime: runtime, runtime/trace, runtime/explain.
package view
