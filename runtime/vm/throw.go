package vm

import "asyncplay/runtime/object"

// What an exception becomes the context of depends on the way it came. One that is raised has the exception handled
// innermost, in this frame or in any below it. One that is thrown into a chain of awaits (a task that is
// cancelled, generator.throw) goes to the innermost frame without entering those in between: there and in
// each frame that it then leaves for, only what that very frame handles counts, and it replaces what
// counted before. Until a frame in between gets its turn, what it handles is of no concern to those
// above it (CPython 3.13 genobject.c, _gen_throw and gen_send_ex2; errors.c, _PyErr_ChainStackItem).

// prepareThrow prepares the frames of a chain that is resumed: with an exception, or after one.
func (m *machine) prepareThrow(root, leaf *frame, thrown *object.Exception) {
	m.thrown = thrown
	switch {
	case thrown != nil:
		for f := leaf; f != nil && f != root; f = f.back {
			f.outer, f.passing = nil, true
		}
		root.passing, root.cut = true, true
	case root.cut:
		root.cut = false
		leaf.restoreHandled(root)
	}
}

// restoreHandled undoes in the frames from root to f what prepareThrow did.
func (f *frame) restoreHandled(root *frame) {
	f.passing = false
	if f == root || f.back == nil {
		return
	}
	f.back.restoreHandled(root)
	f.inheritHandled(f.back)
}

// inheritHandled tells a linked frame what the frames below handle.
func (f *frame) inheritHandled(below *frame) {
	f.outer = nil
	if below.own != nil || below.root != nil {
		f.outer = below.own
		if f.outer == nil {
			f.outer = below.outer
		}
	}
}

// takeThrown gives the frame what became of an exception thrown into its chain, nil if nothing was raised.
func (f *frame) takeThrown(exc *object.Exception) {
	f.passing = false
	if exc != nil && exc.Fatal == object.NotFatal {
		SetContext(exc, f.own)
	}
}

// stepGo resumes a coroutine written in Go. Most of them stand for coroutines of CPython's library: an exception that
// goes through one has a traceback then, be it one without any line of the script.
func (m *machine) stepGo(r object.Resumable, sent object.Value, thrown *object.Exception) object.Outcome {
	if _, builtin := r.(object.Builtin); builtin {
		return r.Resume(m.t, sent, thrown)
	}
	m.noteLibrary(thrown)
	out := r.Resume(m.t, sent, thrown)
	if out.Kind == object.Raised {
		m.noteLibrary(out.Exc)
	}
	return out
}

func (m *machine) noteLibrary(exc *object.Exception) {
	if exc == nil || exc.Traceback != nil || exc.Fatal != object.NotFatal {
		return
	}
	if exc.Context == nil && exc != m.thrown {
		SetContext(exc, m.t.Handling)
	}
	exc.Traceback = &object.Traceback{}
}
