package vm

import "asyncplay/runtime/object"

// ScriptFrame is a frame of the main script: where it stands, and its variables.
type ScriptFrame struct {
	Function string
	Line     int32
	frame    *frame
}

// VisitLocals calls visit with each bound variable of the frame. A frame of a module has none of its own.
func (f ScriptFrame) VisitLocals(visit func(name string, v object.Value)) {
	if f.frame.fn != nil && len(f.frame.code.source.VarNames) > 0 {
		f.frame.visitLocals(visit)
	}
}

// ScriptFrames are the script's frames of a coroutine object, innermost first, whether it is suspended or runs on a thread.
func ScriptFrames(t *object.Thread, coro object.Value) []ScriptFrame {
	leaf := innermostFrame(coro)
	if root := rootFrame(coro); root != nil {
		for f := machineOf(t).top; f != nil; f = f.back {
			if f == root {
				leaf = machineOf(t).top
				return scriptFrames(leaf, root)
			}
		}
	}
	return scriptFrames(leaf, nil)
}

// StackFrames are the script's frames on a thread's stack, innermost first.
func StackFrames(t *object.Thread) []ScriptFrame { return scriptFrames(machineOf(t).top, nil) }

// scriptFrames walks from a frame down to a last one.
func scriptFrames(f, last *frame) []ScriptFrame {
	var frames []ScriptFrame
	for ; f != nil; f = f.back {
		if f.code != nil && f.code.script {
			frames = append(frames, ScriptFrame{Function: f.code.source.Name, Line: f.line(), frame: f})
		}
		if f == last {
			break
		}
	}
	return frames
}

// rootFrame is the frame that a coroutine object begins with.
func rootFrame(coro object.Value) *frame {
	if g, ok := object.AsNative[*Generator](coro); ok {
		return &g.frame
	}
	if c, ok := object.AsNative[*object.Coroutine](coro); ok {
		if r, ok := c.Awaited.(*goRoot); ok {
			return &r.frame
		}
	}
	return nil
}
