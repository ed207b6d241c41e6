package object

// DictType is dict.
var DictType = declare("builtins", "dict", LayoutDict)

func init() {
	DictType.Alloc = func(cls *Type) *Object { return &(&Dict{Object: Object{typ: cls}}).Object }
	s := &DictType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		return DictType.Alloc(cls).Value(), t.Charge(instanceBytes)
	}
	s.Init = func(t *Thread, self Value, args Args) *Exception {
		d, _ := AsDict(self)
		return d.update(t, "dict", args)
	}
	s.Repr = dictRepr
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsDict(a)
		y, ok := AsDict(b)
		if !ok || op > CompareNe {
			return NotImplemented, nil
		}
		eq, err := x.equal(t, y)
		return Bool(eq == (op == CompareEq)), err
	}
	s.Len = func(t *Thread, v Value) (int, *Exception) { d, _ := AsDict(v); return d.live, nil }
	s.GetItem = dictGetItem
	s.SetItem = func(t *Thread, v, key, x Value) *Exception {
		d, _ := AsDict(v)
		if x.IsValid() {
			return d.Set(t, key, x)
		}
		ok, err := d.Delete(t, key)
		if err == nil && !ok {
			err = KeyError(key)
		}
		return err
	}
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		d, _ := AsDict(v)
		_, ok, err := d.Get(t, x)
		return ok, err
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		d, _ := AsDict(v)
		return newDictIterator(dictKeyIterType, d, entryKey, false), nil
	}
	s.Binary[OpBitOr] = func(t *Thread, a, b Value) (Value, *Exception) {
		x, ok := AsDict(a)
		y, ok2 := AsDict(b)
		if !ok || !ok2 {
			return NotImplemented, nil
		}
		c, err := x.Copy(t)
		if err != nil {
			return Value{}, err
		}
		return c.Value(), c.Merge(t, y.Value())
	}
	s.InPlace[OpBitOr] = func(t *Thread, a, b Value) (Value, *Exception) {
		d, _ := AsDict(a)
		return a, d.Merge(t, b)
	}
	s.Traverse = func(v Value, visit func(Value)) {
		d, _ := AsDict(v)
		for i := range d.entries {
			if d.entries[i].key.IsValid() {
				visit(d.entries[i].key)
				visit(d.entries[i].value)
			}
		}
	}
	DictType.Add("__hash__", None)
	DictType.AllowSubscript()
	addDictMethods()
}

func dictGetItem(t *Thread, v, key Value) (Value, *Exception) {
	d, _ := AsDict(v)
	x, ok, err := d.Get(t, key)
	if err != nil || ok {
		return x, err
	}
	if d.typ != DictType {
		if fn, ok := d.typ.Lookup("__missing__"); ok {
			return callClassAttribute(t, fn, v, Arguments(key))
		}
	}
	return Value{}, KeyError(key)
}

func dictRepr(t *Thread, v Value) (Value, *Exception) {
	d, _ := AsDict(v)
	if d.live == 0 {
		return NewStr("{}"), nil
	}
	if !t.enterRepr(v) {
		return NewStr("{...}"), nil
	}
	defer t.leaveRepr()
	b := []byte{'{'}
	pos := 0
	for {
		k, x, ok := d.NextEntry(&pos)
		if !ok {
			return NewStr(string(append(b, '}'))), nil
		}
		if len(b) > 1 {
			b = append(b, ", "...)
		}
		key, err := Repr(t, k)
		if err != nil {
			return Value{}, err
		}
		value, err := Repr(t, x)
		if err != nil {
			return Value{}, err
		}
		if err := t.Charge(int64(len(key) + len(value))); err != nil {
			return Value{}, err
		}
		if err := t.Tick(1); err != nil {
			return Value{}, err
		}
		b = append(append(append(b, key...), ": "...), value...)
	}
}

func (d *Dict) equal(t *Thread, other *Dict) (bool, *Exception) {
	if d.live != other.live {
		return false, nil
	}
	for i := 0; i < len(d.entries); i++ {
		e := d.entries[i]
		if !e.key.IsValid() {
			continue
		}
		j, err := other.find(t, e.key, e.hash)
		if err != nil || j < 0 {
			return false, err
		}
		eq, err := Equal(t, e.value, other.entries[j].value)
		if err != nil || !eq {
			return false, err
		}
		if err := t.Tick(1); err != nil {
			return false, err
		}
	}
	return true, nil
}

// update is dict.update and dict.__init__: a mapping or an iterable of pairs, and keywords.
func (d *Dict) update(t *Thread, name string, args Args) *Exception {
	if len(args.Pos) > 1 {
		return TypeErrorf("%s expected at most 1 argument, got %d", name, len(args.Pos))
	}
	if len(args.Pos) == 1 {
		if err := d.Merge(t, args.Pos[0]); err != nil {
			return err
		}
	}
	for i, k := range args.KwNames {
		d.SetStr(k, args.KwValues[i])
	}
	return nil
}

// Merge takes over the entries of a mapping, or of an iterable of pairs.
func (d *Dict) Merge(t *Thread, v Value) *Exception {
	if other, ok := AsDict(v); ok {
		if other == d {
			return nil
		}
		for i := 0; i < len(other.entries); i++ {
			e := other.entries[i]
			if !e.key.IsValid() {
				continue
			}
			if err := d.Set(t, e.key, e.value); err != nil {
				return err
			}
			if err := t.Tick(1); err != nil {
				return err
			}
		}
		return nil
	}
	keys, ok, err := OptAttr(t, v, "keys")
	if err != nil {
		return err
	}
	if !ok {
		return d.mergePairs(t, v)
	}
	list, err := Call(t, keys, Args{})
	if err != nil {
		return err
	}
	return Iterate(t, list, func(k Value) *Exception {
		x, err := GetItem(t, v, k)
		if err != nil {
			return err
		}
		return d.Set(t, k, x)
	})
}

func (d *Dict) mergePairs(t *Thread, v Value) *Exception {
	i := -1
	return Iterate(t, v, func(pair Value) *Exception {
		i++
		if typ := pair.Type(); typ.Slots.Iter == nil && typ.Slots.GetItem == nil {
			return TypeErrorf("cannot convert dictionary update sequence element #%d to a sequence", i)
		}
		items, err := ToSlice(t, pair)
		if err != nil {
			return err
		}
		if len(items) != 2 {
			return ValueErrorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(items))
		}
		return d.Set(t, items[0], items[1])
	})
}

func addDictMethods() {
	DictType.methodN("get", 1, 2, func(t *Thread, a Args) (Value, *Exception) {
		d, _ := AsDict(a.Pos[0])
		v, ok, err := d.Get(t, a.Pos[1])
		if err != nil || ok {
			return v, err
		}
		return optional(a, 2), nil
	})
	DictType.methodN("setdefault", 1, 2, func(t *Thread, a Args) (Value, *Exception) {
		d, _ := AsDict(a.Pos[0])
		v, ok, err := d.Get(t, a.Pos[1])
		if err != nil || ok {
			return v, err
		}
		v = optional(a, 2)
		return v, d.Set(t, a.Pos[1], v)
	})
	DictType.methodN("pop", 1, 2, func(t *Thread, a Args) (Value, *Exception) {
		d, _ := AsDict(a.Pos[0])
		hash, err := Hash(t, a.Pos[1])
		if err != nil {
			return Value{}, err
		}
		i, err := d.find(t, a.Pos[1], hash)
		if err != nil {
			return Value{}, err
		}
		if i >= 0 {
			v := d.entries[i].value
			d.removeAt(i)
			return v, nil
		}
		if len(a.Pos) > 2 {
			return a.Pos[2], nil
		}
		return Value{}, KeyError(a.Pos[1])
	})
	DictType.method0("popitem", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		if d.live == 0 {
			return Value{}, newExceptionArgs(KeyErrorType, NewStr("popitem(): dictionary is empty"))
		}
		last := d.entries[len(d.entries)-1]
		d.removeAt(len(d.entries) - 1)
		return NewTuple(last.key, last.value), nil
	})
	DictType.method0("clear", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		d.Clear()
		return None, nil
	})
	DictType.method0("copy", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		c, err := d.Copy(t)
		if err != nil {
			return Value{}, err
		}
		return c.Value(), nil
	})
	DictType.AddMethod("update", func(t *Thread, a Args) (Value, *Exception) {
		d, _ := AsDict(a.Pos[0])
		return None, d.update(t, "update", a.rest())
	})
	DictType.classMethod("fromkeys", func(t *Thread, a Args) (Value, *Exception) {
		if err := a.NoKeywords("dict.fromkeys"); err != nil {
			return Value{}, err
		}
		if err := a.check("fromkeys", 1, 2); err != nil {
			return Value{}, err
		}
		made, err := Call(t, a.Pos[0], Args{})
		if err != nil {
			return Value{}, err
		}
		v := optional(a, 2)
		t.pin(made)
		err = Iterate(t, a.Pos[1], func(k Value) *Exception { return SetItem(t, made, k, v) })
		t.unpin()
		return made, err
	})
	DictType.method0("__reversed__", func(t *Thread, self Value) (Value, *Exception) {
		d, _ := AsDict(self)
		return newDictIterator(dictReverseKeyType, d, entryKey, true), nil
	})
	addViewMethods()
}

// optional is a positional argument, None when it was not given.
func optional(a Args, i int) Value {
	if i < len(a.Pos) {
		return a.Pos[i]
	}
	return None
}
