// Package words is the catalogue of what verdicts and captions say. A Message is a key
// with typed arguments; the catalogue turns it into text (for the command line) or into
// parts (for the page, which draws tasks as badges and lines as links). The catalogue
// has one table per language. It imports nothing of the engine.
package words
