// Package host is the page's way to what surrounds it: the engine in its Web Worker, storage, performance marks.
//
// The decisions (which run is current, when to stop, when to give a worker up) are plain Go and tested natively; the files
// that end in _js.go only pass messages. It may import nothing of asyncplay: the engine comes in as a RunFunc.
//
// Main types: Engine runs requests for one slot of the page; RunFunc is the engine as main hands it in; Storage keeps text.
package host
