package compile

// lookup is scope.resolve with what is known once all captures are: which register, and
// whether it is a cell.
func (u *unit) lookup(name string) (reference, uint16) {
	r := u.scope.resolve(name)
	if r.sym == nil {
		return r, 0
	}
	reg := u.cellRegister(r.sym)
	if r.kind == refRegister && r.sym.captured {
		r.kind = refCell
	}
	return r, reg
}

// loadName loads a name (mangled already) into dst.
func (u *unit) loadName(name string, dst uint16) {
	r, reg := u.lookup(name)
	switch r.kind {
	case refRegister:
		u.checkBound(r.sym, reg)
		u.emit(OpMove, dst, reg, 0)
	case refCell, refFree:
		u.emit(OpLoadDeref, dst, reg, 0)
	case refGlobal:
		u.emit(OpLoadGlobal, dst, u.site(name), 0)
	case refName:
		u.emit(OpLoadName, dst, u.site(name), 0)
	case refClassDeref:
		// dst may be a named register, which must keep its value if this fails.
		mark := u.top
		t := u.temp()
		u.emit(OpLoadNamespace, t, 0, 0)
		u.emit(OpLoadFromDictOrDeref, t, reg, u.nameIndex(name))
		u.emit(OpMove, dst, t, 0)
		u.top = mark
	case refDictDeref, refDictGlobal:
		u.loadThroughClass(name, dst, r, reg)
	}
}

// loadThroughClass loads a name in an annotation scope inside a class, which sees the
// class's namespace (PEP 695).
func (u *unit) loadThroughClass(name string, dst uint16, r reference, reg uint16) {
	mark := u.top
	t := u.temp()
	u.emit(OpLoadDeref, t, u.cellRegister(u.scope.seesClass.classDict), 0)
	if r.kind == refDictDeref {
		u.emit(OpLoadFromDictOrDeref, t, reg, u.nameIndex(name))
	} else {
		u.emit(OpLoadFromDictOrGlobal, t, u.site(name), 0)
	}
	u.emit(OpMove, dst, t, 0)
	u.top = mark
}

func (u *unit) checkBound(y *symbol, reg uint16) {
	if u.bound.has(reg) {
		return
	}
	u.emit(OpCheckBound, reg, 0, 0)
	if !y.volatile {
		u.bound.add(reg)
	}
}

// registerOf returns the register of a name that lives in one, not in a cell.
func (u *unit) registerOf(name string) (uint16, *symbol, bool) {
	r, reg := u.lookup(name)
	return reg, r.sym, r.kind == refRegister
}

// stored notes that a register got its value.
func (u *unit) stored(y *symbol, reg uint16) {
	if !y.volatile && !u.bound.dead {
		u.bound.add(reg)
	}
}

// storeName assigns R[src] to a name (mangled already).
func (u *unit) storeName(name string, src uint16) {
	r, reg := u.lookup(name)
	switch r.kind {
	case refRegister:
		u.emit(OpMove, reg, src, 0)
		u.stored(r.sym, reg)
	case refCell, refFree:
		u.emit(OpStoreDeref, reg, src, 0)
	case refGlobal, refDictGlobal:
		u.emit(OpStoreGlobal, src, u.site(name), 0)
	case refName, refClassDeref, refDictDeref:
		u.emit(OpStoreName, src, u.nameIndex(name), 0)
	}
}

func (u *unit) deleteName(name string) {
	r, reg := u.lookup(name)
	switch r.kind {
	case refRegister:
		u.checkBound(r.sym, reg)
		u.emit(OpUnbind, reg, 0, 0)
	case refCell, refFree:
		u.emit(OpDeleteDeref, reg, 0, 0)
	case refGlobal, refDictGlobal:
		u.emit(OpDeleteGlobal, 0, u.nameIndex(name), 0)
	case refName, refClassDeref, refDictDeref:
		u.emit(OpDeleteName, 0, u.nameIndex(name), 0)
	}
}

// forgetName makes the name of an exception handler unbound at its end; unlike `del` it
// doesn't mind when the program has deleted it.
func (u *unit) forgetName(name string) {
	if reg, _, ok := u.registerOf(name); ok {
		u.emit(OpUnbind, reg, 0, 0)
		return
	}
	mark := u.top
	t := u.temp()
	u.loadNone(t)
	u.storeName(name, t)
	u.deleteName(name)
	u.top = mark
}
