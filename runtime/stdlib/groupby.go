package stdlib

import "asyncplay/runtime/object"

// groups is the state of a groupby: the item read last and its key.
type groups struct {
	it, keyFn      object.Value
	item, key      object.Value // of the item read last
	target         object.Value // key of the group given out last
	serial         int          // number of that group
	ended, started bool
}

func (g *groups) read(t *object.Thread) *object.Exception {
	v, err := object.Next(t, g.it)
	if err != nil {
		return err
	}
	if !v.IsValid() {
		g.ended = true
		return nil
	}
	key := v
	if !g.keyFn.IsNone() {
		if key, err = object.Call(t, g.keyFn, object.Arguments(v)); err != nil {
			return err
		}
	}
	g.item, g.key, g.started = v, key, true
	return t.Tick(1)
}

var grouperType = object.NewIteratorType("itertools", "_grouper")

func addGroupBy() {
	iteratorClass("groupby(iterable, key=)", func(t *object.Thread, a []object.Value) (nextFn, []object.Value, *object.Exception) {
		it, err := object.Iter(t, a[0])
		g := &groups{it: it, keyFn: given(a[1], object.None)}
		return g.next, []object.Value{it, g.keyFn}, err
	})
}

// next skips what is left of the last group and begins the next one.
func (g *groups) next(t *object.Thread) (object.Value, *object.Exception) {
	g.serial++
	for !g.ended {
		if g.started {
			same := false
			if g.target.IsValid() {
				var err *object.Exception
				if same, err = object.Equal(t, g.target, g.key); err != nil {
					return object.Value{}, err
				}
			}
			if !same {
				break
			}
		}
		if err := g.read(t); err != nil {
			return object.Value{}, err
		}
	}
	if g.ended {
		return object.Value{}, nil
	}
	g.target = g.key
	return object.NewTuple(g.key, g.group()), nil
}

// group is the iterator over one group; it ends when the next one has begun.
func (g *groups) group() object.Value {
	serial, key := g.serial, g.key
	return object.NewIterator(grouperType, func(t *object.Thread) (object.Value, *object.Exception) {
		if g.serial != serial || g.ended {
			return object.Value{}, nil
		}
		if !g.item.IsValid() {
			if err := g.read(t); err != nil || g.ended {
				return object.Value{}, err
			}
		}
		same, err := object.Equal(t, key, g.key)
		if err != nil || !same {
			return object.Value{}, err
		}
		v := g.item
		g.item = object.Value{}
		return v, nil
	}, g.it)
}
