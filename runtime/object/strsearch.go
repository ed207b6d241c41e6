package object

import (
	"strings"
)

func addStrSearch(add strMethodAdder) {
	find := func(name string, search func(s, sub string) int, mustFind bool) {
		add(name+"(self, sub, start=, end=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
			sub, window, offset, err := searchWindow(t, name, s, a)
			if err != nil {
				return Value{}, err
			}
			i := -1
			if offset >= 0 {
				i = search(window, sub)
			}
			if i < 0 {
				if mustFind {
					return Value{}, ValueErrorf("substring not found")
				}
				return Int(-1), nil
			}
			return Int(int64(s.charOffset(offset + i))), nil
		})
	}
	find("find", strings.Index, false)
	find("rfind", strings.LastIndex, false)
	find("index", strings.Index, true)
	find("rindex", strings.LastIndex, true)
	add("count(self, sub, start=, end=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		sub, window, offset, err := searchWindow(t, "count", s, a)
		if err != nil || offset < 0 {
			return Int(0), err
		}
		return Int(int64(strings.Count(window, sub))), nil
	})
	affix := func(name string, test func(s, affix string) bool) {
		add(name+"(self, affix, start=, end=, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
			return strHasAffix(t, name, s, a, test)
		})
	}
	affix("startswith", strings.HasPrefix)
	affix("endswith", strings.HasSuffix)
	add("removeprefix(self, prefix, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		p, err := needStr("removeprefix() argument", a[1])
		return NewStr(strings.TrimPrefix(s.S, p)), err
	})
	add("removesuffix(self, suffix, /)", func(t *Thread, s *Str, a []Value) (Value, *Exception) {
		p, err := needStr("removesuffix() argument", a[1])
		return NewStr(strings.TrimSuffix(s.S, p)), err
	})
	add("replace(self, old, new, /, count=)", strReplace)
}

func needStr(what string, v Value) (string, *Exception) {
	if s, ok := StrOf(v); ok {
		return s, nil
	}
	return "", TypeErrorf("%s must be str, not %s", what, argumentTypeName(v))
}

// searchWindow returns what to search for, the part of s between a[2] and a[3], and the
// byte offset where that begins (-1 when the window is empty in a way that matches nothing).
func searchWindow(t *Thread, name string, s *Str, a []Value) (sub, window string, offset int, err *Exception) {
	sub, err = needStr(name+"() argument 1", a[1])
	if err != nil {
		return "", "", 0, err
	}
	start, end, err := searchRange(t, a[2], a[3], s.Length)
	if err != nil {
		return "", "", 0, err
	}
	if start > end || start > s.Length {
		return sub, "", -1, nil
	}
	offset = s.byteOffset(start)
	return sub, s.S[offset:s.byteOffset(end)], offset, nil
}

// searchRange reads optional start and end arguments as slice bounds of a sequence.
func searchRange(t *Thread, startArg, endArg Value, length int) (start, end int, err *Exception) {
	end = length
	if startArg.IsValid() && !startArg.IsNone() {
		if start, err = sliceIndex(t, startArg); err != nil {
			return 0, 0, err
		}
	}
	if endArg.IsValid() && !endArg.IsNone() {
		if end, err = sliceIndex(t, endArg); err != nil {
			return 0, 0, err
		}
	}
	if end < 0 {
		end = max(end+length, 0)
	}
	if start < 0 {
		start = max(start+length, 0)
	}
	return start, min(end, length), nil
}

func sliceIndex(t *Thread, v Value) (int, *Exception) {
	if v.Type().Slots.Index == nil {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return AsIndex(t, v)
}

func strHasAffix(t *Thread, name string, s *Str, a []Value, test func(s, affix string) bool) (Value, *Exception) {
	start, end, err := searchRange(t, a[2], a[3], s.Length)
	if err != nil {
		return Value{}, err
	}
	affixes := []Value{a[1]}
	if tuple, ok := AsTuple(a[1]); ok {
		affixes = tuple.Items
	}
	for _, v := range affixes {
		affix, ok := StrOf(v)
		if !ok {
			if len(affixes) == 1 && v == a[1] {
				return Value{}, TypeErrorf("%s first arg must be str or a tuple of str, not %s", name, v.Type().Name)
			}
			return Value{}, TypeErrorf("tuple for %s must only contain str, not %s", name, v.Type().Name)
		}
		if start <= end && test(s.S[s.byteOffset(start):s.byteOffset(end)], affix) {
			return True, nil
		}
	}
	return False, nil
}

func strReplace(t *Thread, s *Str, a []Value) (Value, *Exception) {
	old, err := needStr("replace() argument 1", a[1])
	if err != nil {
		return Value{}, err
	}
	with, err := needStr("replace() argument 2", a[2])
	if err != nil {
		return Value{}, err
	}
	return newStrResult(replaceText(t, s.S, old, with, a[3]))
}

// replaceText replaces as many occurrences as countArg says, all when it is missing or negative.
func replaceText(t *Thread, s, old, with string, countArg Value) (string, *Exception) {
	count, err := indexOr(t, countArg, -1)
	if err != nil {
		return "", err
	}
	occurrences := strings.Count(s, old)
	if count >= 0 {
		occurrences = min(occurrences, count)
	}
	if err := t.Charge(int64(len(s)) + int64(occurrences)*int64(len(with))); err != nil {
		return "", err
	}
	return strings.Replace(s, old, with, count), nil
}
