package object

// ID is id(v): a stable stand-in for an address, given out in order of asking.
func (r *Run) ID(v Value) uint64 {
	if !v.IsHeap() {
		return 0x7e0000000000 + (v.bits*0x20)&0xffffffffff
	}
	if sharedBetweenRuns(v) {
		if id, ok := r.ids[v.ref]; ok {
			return id
		}
		if r.ids == nil {
			r.ids = map[*Object]uint64{}
		}
		id := r.NextID()
		r.ids[v.ref] = id
		return id
	}
	a := v.ref.EnsureAttrs()
	if a.id == 0 {
		a.id = r.NextID()
	}
	return a.id
}

// IsHeap reports whether v is an object with a header of its own.
func (v Value) IsHeap() bool {
	switch v.ref {
	case &noneHeader, &boolHeader, &intHeader, &floatHeader:
		return false
	}
	return true
}

// sharedBetweenRuns reports whether v can be one of the constants made at package
// initialisation, which no run may write to.
func sharedBetweenRuns(v Value) bool {
	switch v.Type().Layout {
	case LayoutList, LayoutDict, LayoutSet, LayoutException, LayoutBoundMethod:
		return false
	case LayoutInstance:
		return v.ref == &notImplementedHeader || v.ref == &ellipsisHeader
	case LayoutNative:
		return v.Type().Flags&FlagShared != 0
	}
	return true
}
