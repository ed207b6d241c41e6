package object

func strTranslate(t *Thread, s *Str, a []Value) (Value, *Exception) {
	var out []byte
	for _, r := range Runes(s.S) {
		v, err := GetItem(t, a[1], Int(int64(r)))
		if err != nil {
			if !err.Is(LookupErrorType) {
				return Value{}, err
			}
			out = appendRune(out, r)
			continue
		}
		if i, ok := SmallInt(v); ok {
			if i < 0 || i > 0x10ffff {
				return Value{}, ValueErrorf("character mapping must be in range(0x110000)")
			}
			out = appendRune(out, rune(i))
		} else if text, ok := StrOf(v); ok {
			out = append(out, text...)
		} else if !v.IsNone() {
			return Value{}, TypeErrorf("character mapping must return integer, None or str")
		}
	}
	return NewStr(string(out)), t.Charge(int64(len(out)))
}

func strMakeTrans(t *Thread, args Args) (Value, *Exception) {
	var a [3]Value
	if err := args.NoKeywords("str.maketrans"); err != nil {
		return Value{}, err
	}
	if err := args.CheckCount("maketrans", 1, 3); err != nil {
		return Value{}, err
	}
	copy(a[:], args.Pos)
	table := NewDict()
	if !a[1].IsValid() {
		return makeTransFromDict(t, a[0], table)
	}
	y, err := needStr("maketrans() argument 2", a[1])
	if err != nil {
		return Value{}, err
	}
	x, ok := StrOf(a[0])
	if !ok {
		return Value{}, TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	from, to := Runes(x), Runes(y)
	if len(from) != len(to) {
		return Value{}, ValueErrorf("the first two maketrans arguments must have equal length")
	}
	for i, r := range from {
		if err := table.Set(t, Int(int64(r)), Int(int64(to[i]))); err != nil {
			return Value{}, err
		}
	}
	if a[2].IsValid() {
		z, err := needStr("maketrans() argument 3", a[2])
		if err != nil {
			return Value{}, err
		}
		for _, r := range Runes(z) {
			if err := table.Set(t, Int(int64(r)), None); err != nil {
				return Value{}, err
			}
		}
	}
	return table.Value(), nil
}

func makeTransFromDict(t *Thread, source Value, table *Dict) (Value, *Exception) {
	d, ok := AsDict(source)
	if !ok {
		return Value{}, TypeErrorf("if you give only one argument to maketrans it must be a dict")
	}
	for pos := 0; ; {
		k, v, ok := d.NextEntry(&pos)
		if !ok {
			return table.Value(), nil
		}
		if s, isStr := AsStr(k); isStr {
			if s.Length != 1 {
				return Value{}, ValueErrorf("string keys in translate table must be of length 1")
			}
			r, _ := decodeRune(s.S)
			k = Int(int64(r))
		}
		if err := table.Set(t, k, v); err != nil {
			return Value{}, err
		}
	}
}
