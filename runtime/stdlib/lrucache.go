package stdlib

import "asyncplay/runtime/object"

// cache is a function wrapped by functools.lru_cache.
type cache struct {
	object.Native
	fn     object.Value
	typed  bool
	max    int // -1: no bound
	info   object.Value
	hits   int64
	misses int64
	// results maps keys to results. A dict keeps the order of insertion, and a hit of a
	// bounded cache moves its entry to the end: the first one is the least recently used.
	results *object.Dict
}

var cacheType = declare("functools", "_lru_cache_wrapper")

// keywordMark separates positional from keyword arguments in a key.
var keywordMark = object.NewStr("\x00keywords")

func cacheOf(v object.Value) *cache {
	c, _ := object.AsNative[*cache](v)
	return c
}

func init() {
	cacheType.Flags |= object.FlagHasDict | object.FlagMethod
	s := &cacheType.Slots
	sig := object.MustSignature("_lru_cache_wrapper(user_function, maxsize, typed, cache_info_type)")
	s.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		var a [4]object.Value
		if err := sig.Bind(args, a[:]); err != nil {
			return object.Value{}, err
		}
		if !object.IsCallable(a[0]) {
			return object.Value{}, object.TypeErrorf("the first argument must be callable")
		}
		typed, err := object.Truth(t, a[2])
		if err != nil {
			return object.Value{}, err
		}
		c := &cache{fn: a[0], typed: typed, max: -1, info: a[3], results: object.NewDict()}
		if !a[1].IsNone() {
			n, err := object.AsIndex(t, a[1])
			if err != nil {
				return object.Value{}, object.TypeErrorf("maxsize should be integer or None")
			}
			c.max = max(0, n)
		}
		c.InitNative(cacheType, c)
		return c.Value(), nil
	}
	s.Call = func(t *object.Thread, callee object.Value, args object.Args) (object.Value, *object.Exception) {
		return cacheOf(callee).call(t, args)
	}
	s.DescrGet = func(t *object.Thread, descr, obj object.Value, owner *object.Type) (object.Value, *object.Exception) {
		if !obj.IsValid() {
			return descr, nil
		}
		return object.NewBoundMethod(obj, descr), nil
	}
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		visit(cacheOf(v).fn)
		visit(cacheOf(v).results.Value())
	}
	method(cacheType, "cache_info(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		c := cacheOf(a[0])
		bound := object.None
		if c.max >= 0 {
			bound = object.Int(int64(c.max))
		}
		return object.Call(t, c.info, object.Arguments(object.Int(c.hits), object.Int(c.misses), bound, object.Int(int64(c.results.Len()))))
	})
	method(cacheType, "cache_clear(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		c := cacheOf(a[0])
		c.results, c.hits, c.misses = object.NewDict(), 0, 0
		return object.None, nil
	})
}

func (c *cache) call(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
	if c.max == 0 {
		c.misses++
		return object.Call(t, c.fn, args)
	}
	key := c.key(args)
	v, found, err := c.results.Get(t, key)
	if err != nil {
		return object.Value{}, err
	}
	if found {
		c.hits++
		if c.max > 0 {
			if _, err := c.results.Delete(t, key); err != nil {
				return object.Value{}, err
			}
			return v, c.results.Set(t, key, v)
		}
		return v, nil
	}
	c.misses++
	v, err = object.Call(t, c.fn, args)
	if err != nil {
		return object.Value{}, err
	}
	// The call may have made room, or the same entry, itself.
	if _, found, err = c.results.Get(t, key); err != nil || found {
		return v, err
	}
	if c.max > 0 && c.results.Len() >= c.max {
		pos := 0
		if oldest, _, found := c.results.NextEntry(&pos); found {
			if _, err = c.results.Delete(t, oldest); err != nil {
				return object.Value{}, err
			}
		}
	}
	return v, c.results.Set(t, key, v)
}

// key makes one value of the arguments: equal for calls that CPython takes for the same.
func (c *cache) key(args object.Args) object.Value {
	if len(args.Pos) == 1 && len(args.KwNames) == 0 && !c.typed {
		if t := args.Pos[0].Type(); t == object.IntType || t == object.StrType {
			return args.Pos[0]
		}
	}
	parts := make([]object.Value, 0, 2*(len(args.Pos)+2*len(args.KwNames))+1)
	parts = append(parts, args.Pos...)
	if len(args.KwNames) > 0 {
		parts = append(parts, keywordMark)
		for i, name := range args.KwNames {
			parts = append(parts, object.NewStr(name), args.KwValues[i])
		}
	}
	if c.typed {
		for _, v := range args.Pos {
			parts = append(parts, v.Type().Value())
		}
		for _, v := range args.KwValues {
			parts = append(parts, v.Type().Value())
		}
	}
	return object.NewTuple(parts...)
}
