package asyncio

import "asyncplay/runtime/object"

var eagerFactorySignature = object.MustSignature("factory(loop, coro, *, name=, context=)")

// eagerTaskFactory makes a task factory that starts each task at once (CPython 3.13
// asyncio/tasks.py, create_eager_task_factory).
func eagerTaskFactory(constructor object.Value, name string) object.Value {
	return pythonFunction(name, func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		var a [4]object.Value
		if err := eagerFactorySignature.Bind(args, a[:]); err != nil {
			return object.Value{}, err
		}
		return object.Call(t, constructor, object.Args{
			Pos:      []object.Value{a[1]},
			KwNames:  []string{"loop", "name", "context", "eager_start"},
			KwValues: []object.Value{a[0], valueOr(a[2], object.None), valueOr(a[3], object.None), object.True},
		})
	})
}

func createEagerTaskFactory(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	factory := eagerTaskFactory(a[0], "")
	renameEagerFactory(factory)
	return factory, nil
}

// renameEagerFactory gives a task factory the name of the function that create_eager_task_factory has inside.
func renameEagerFactory(factory object.Value) {
	if f, ok := object.AsNativeFunction(factory); ok {
		f.Name = "create_eager_task_factory.<locals>.factory"
	}
}

// startEagerly runs the first step of a task within the step of its creator (Task.__eager_start).
// A task that ends there never enters the ready queue.
func (k *Task) startEagerly(t *object.Thread) *object.Exception {
	err := k.runStep(t, nil)
	if k.done() {
		k.coroutine = object.Value{}
	}
	return err
}
