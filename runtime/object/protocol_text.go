package object

// Repr is repr(v).
func Repr(t *Thread, v Value) (string, *Exception) {
	r, err := reprValue(t, v)
	if err != nil {
		return "", err
	}
	s, _ := StrOf(r)
	return s, nil
}

func reprValue(t *Thread, v Value) (Value, *Exception) {
	if err := t.EnterNative(" while getting the repr of an object"); err != nil {
		return Value{}, err
	}
	r, err := v.Type().Slots.Repr(t, v)
	t.LeaveNative()
	return r, err
}

// ToStr is str(v).
func ToStr(t *Thread, v Value) (string, *Exception) {
	r, err := StrValue(t, v)
	if err != nil {
		return "", err
	}
	s, _ := StrOf(r)
	return s, nil
}

// StrValue is str(v) as a value; an exact str is returned as it is.
func StrValue(t *Thread, v Value) (Value, *Exception) {
	if v.Type() == StrType {
		return v, nil
	}
	if err := t.EnterNative(" while getting the str of an object"); err != nil {
		return Value{}, err
	}
	r, err := v.Type().Slots.Str(t, v)
	t.LeaveNative()
	return r, err
}

// FormatValue is format(v, spec).
func FormatValue(t *Thread, v Value, spec string) (string, *Exception) {
	if spec == "" && v.Type() == StrType {
		s, _ := StrOf(v)
		return s, nil
	}
	r, err := v.Type().Slots.Format(t, v, spec)
	if err != nil {
		return "", err
	}
	s, _ := StrOf(r)
	return s, nil
}

// enterRepr notes that the repr of a container has begun; it reports false when that
// container's repr is already being made further out. leaveRepr ends it.
func (t *Thread) enterRepr(v Value) bool {
	for _, w := range t.reprs {
		if w == v {
			return false
		}
	}
	t.reprs = append(t.reprs, v)
	return true
}

func (t *Thread) leaveRepr() { t.reprs = t.reprs[:len(t.reprs)-1] }
