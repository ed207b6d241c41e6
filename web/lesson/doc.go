// Package lesson reads lessons written in Markdown, runs every program in them on the engine, compares what happens with
// what the author wrote down, and renders them as HTML. docs/lessons.md tells authors what they can write.
//
// It works natively only: the page knows nothing of it.
package lesson
