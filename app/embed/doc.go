// Package embed keeps the sessions of embedded programs: many of them, in the one instance of the program that the frames of
// a page share. A session is a model.Playground with an engine of its own; what the frame shows goes out as JSON, part by
// part where it has changed, and as draw lists. Nothing here knows a browser.
//
// Main types: Server has the sessions and takes the frames' commands; Session is one of them; Update is what a frame gets.
package embed
