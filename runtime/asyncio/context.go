package asyncio

import (
	"slices"

	"asyncplay/runtime/object"
)

// Context maps context variables to values (CPython 3.13 Python/context.c). Copies share
// the map until one of them changes it.
type Context struct {
	object.Native
	values map[*ContextVar]object.Value
	order  []*ContextVar // the keys, in the order they were first set
	shared bool
	// entered guards against running a context that already runs.
	entered bool
}

// ContextVar is contextvars.ContextVar.
type ContextVar struct {
	object.Native
	Name    string
	Default object.Value // invalid when there is none
}

// ContextToken is what ContextVar.set returns.
type ContextToken struct {
	object.Native
	context  *Context
	variable *ContextVar
	old      object.Value // invalid: was not set
	used     bool
}

// Types of module contextvars.
var (
	ContextType      = declare("_contextvars", "Context")
	ContextVarType   = declare("_contextvars", "ContextVar")
	ContextTokenType = declare("_contextvars", "Token")
)

func newContext() *Context {
	c := &Context{values: map[*ContextVar]object.Value{}}
	c.InitNative(ContextType, c)
	return c
}

// copyContext is contextvars.copy_context.
func (s *state) copyContext() *Context { return s.context.copy() }

func (c *Context) copy() *Context {
	n := &Context{values: c.values, order: c.order, shared: true}
	c.shared = true
	n.InitNative(ContextType, n)
	return n
}

func (c *Context) set(v *ContextVar, x object.Value) {
	if c.shared {
		values := make(map[*ContextVar]object.Value, len(c.values)+1)
		for k, old := range c.values {
			values[k] = old
		}
		c.values, c.order, c.shared = values, slices.Clone(c.order), false
	}
	_, known := c.values[v]
	switch {
	case !x.IsValid():
		delete(c.values, v)
		c.order = slices.DeleteFunc(c.order, func(o *ContextVar) bool { return o == v })
	case !known:
		c.order = append(c.order, v)
		c.values[v] = x
	default:
		c.values[v] = x
	}
}

// runIn calls f with c as the current context.
func (s *state) runIn(c *Context, f func() *object.Exception) *object.Exception {
	previous := s.context
	s.context = c
	err := f()
	s.context = previous
	return err
}

func init() {
	addContextMethods()
	addContextViews()
	addContextVarMethods()
	addContextReprs()
}

func addContextMethods() {
	ContextType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		return newContext().Value(), nil
	}
	ContextType.AddMethod("run", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		c, ok := object.AsNative[*Context](a.Pos[0])
		if !ok || len(a.Pos) < 2 {
			return object.Value{}, object.TypeErrorf("run() missing 1 required positional argument")
		}
		if c.entered {
			return object.Value{}, object.RuntimeErrorf("cannot enter context: %s is already entered", object.DefaultRepr(t, a.Pos[0]))
		}
		c.entered = true
		var result object.Value
		err := stateOf(t).runIn(c, func() (err *object.Exception) {
			result, err = object.Call(t, a.Pos[1], object.Args{Pos: a.Pos[2:], KwNames: a.KwNames, KwValues: a.KwValues})
			return err
		})
		c.entered = false
		return result, err
	})
	ContextType.AddMethod("copy", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*Context](a.Pos[0])
		return c.copy().Value(), nil
	})
	get := func(t *object.Thread, c, key object.Value) (object.Value, bool, *object.Exception) {
		context, _ := object.AsNative[*Context](c)
		v, ok := object.AsNative[*ContextVar](key)
		if !ok {
			return object.Value{}, false, object.TypeErrorf("a ContextVar key was expected, got %s", safeRepr(t, key, 0))
		}
		x, found := context.values[v]
		return x, found, nil
	}
	ContextType.Slots.GetItem = func(t *object.Thread, c, key object.Value) (object.Value, *object.Exception) {
		x, found, err := get(t, c, key)
		if err == nil && !found {
			err = object.KeyError(key)
		}
		return x, err
	}
	ContextType.Slots.Contains = func(t *object.Thread, c, key object.Value) (bool, *object.Exception) {
		_, found, err := get(t, c, key)
		return found, err
	}
	ContextType.Slots.Len = func(t *object.Thread, c object.Value) (int, *object.Exception) {
		context, _ := object.AsNative[*Context](c)
		return len(context.values), nil
	}
	addMethod(ContextType, "get(self, key, default=, /)", func(t *object.Thread, c *Context, a []object.Value) (object.Value, *object.Exception) {
		x, found, err := get(t, a[0], a[1])
		if err == nil && !found {
			x = valueOr(a[2], object.None)
		}
		return x, err
	})
}

// addContextViews lets a context be walked like a mapping.
func addContextViews() {
	view := func(name string, of func(v *ContextVar, x object.Value) object.Value) func(c *Context) object.Value {
		list := func(c *Context) object.Value {
			items := make([]object.Value, len(c.order))
			for i, v := range c.order {
				items[i] = of(v, c.values[v])
			}
			return object.NewList(items)
		}
		addMethod(ContextType, name+"(self)", func(t *object.Thread, c *Context, a []object.Value) (object.Value, *object.Exception) {
			return list(c), nil
		})
		return list
	}
	keys := view("keys", func(v *ContextVar, x object.Value) object.Value { return v.Value() })
	view("values", func(v *ContextVar, x object.Value) object.Value { return x })
	view("items", func(v *ContextVar, x object.Value) object.Value { return object.NewTuple(v.Value(), x) })
	ContextType.Slots.Iter = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*Context](v)
		return object.Iter(t, keys(c))
	}
	ContextType.Slots.Traverse = func(v object.Value, visit func(object.Value)) {
		c, _ := object.AsNative[*Context](v)
		c.traverse(visit)
	}
}

func (c *Context) traverse(visit func(object.Value)) {
	for _, v := range c.order {
		visit(v.Value())
		visit(c.values[v])
	}
}

// addContextReprs gives variables and tokens the reprs of CPython 3.13 Python/context.c.
func addContextReprs() {
	ContextVarType.AllowSubscript()
	ContextTokenType.AllowSubscript()
	ContextVarType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*ContextVar](v)
		text := "<ContextVar name=" + object.StrRepr(c.Name)
		if c.Default.IsValid() {
			r, err := object.Repr(t, c.Default)
			if err != nil {
				return object.Value{}, err
			}
			text += " default=" + r
		}
		return object.NewStr(text + " at " + hexID(t, v) + ">"), nil
	}
	ContextTokenType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		token, _ := object.AsNative[*ContextToken](v)
		text := "<Token"
		if token.used {
			text += " used"
		}
		r, err := object.Repr(t, token.variable.Value())
		return object.NewStr(text + " var=" + r + " at " + hexID(t, v) + ">"), err
	}
}

func addContextVarMethods() {
	newSignature := object.MustSignature("ContextVar(name, *, default=)")
	ContextVarType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		var a [2]object.Value
		if err := newSignature.Bind(args, a[:]); err != nil {
			return object.Value{}, err
		}
		name, ok := object.StrOf(a[0])
		if !ok {
			return object.Value{}, object.TypeErrorf("context variable name must be a str")
		}
		v := &ContextVar{Name: name, Default: a[1]}
		v.InitNative(ContextVarType, v)
		return v.Value(), nil
	}
	ContextVarType.AddGetter("name", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		c, _ := object.AsNative[*ContextVar](v)
		return object.NewStr(c.Name), nil
	})
	addMethod(ContextVarType, "get(self, default=, /)", func(t *object.Thread, v *ContextVar, a []object.Value) (object.Value, *object.Exception) {
		if x, ok := stateOf(t).context.values[v]; ok {
			return x, nil
		}
		switch {
		case a[1].IsValid():
			return a[1], nil
		case v.Default.IsValid():
			return v.Default, nil
		}
		return object.Value{}, object.NewExceptionArgs(object.LookupErrorType, a[0])
	})
	ContextVarType.AddMethod("set", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if len(a.Pos) != 2 {
			return object.Value{}, object.TypeErrorf("ContextVar.set() takes exactly one argument (%d given)", len(a.Pos)-1)
		}
		v, _ := object.AsNative[*ContextVar](a.Pos[0])
		s := stateOf(t)
		token := &ContextToken{context: s.context, variable: v, old: s.context.values[v]}
		token.InitNative(ContextTokenType, token)
		s.context.set(v, a.Pos[1])
		return token.Value(), nil
	})
	ContextVarType.AddMethod("reset", contextVarReset)
	ContextTokenType.AddGetter("var", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		token, _ := object.AsNative[*ContextToken](v)
		return token.variable.Value(), nil
	})
	missing := object.NewStr("<Token.MISSING>")
	ContextTokenType.Add("MISSING", missing)
	ContextTokenType.AddGetter("old_value", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		token, _ := object.AsNative[*ContextToken](v)
		if !token.old.IsValid() {
			return missing, nil
		}
		return token.old, nil
	})
}

func contextVarReset(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
	v, _ := object.AsNative[*ContextVar](a.Pos[0])
	if len(a.Pos) != 2 {
		return object.Value{}, object.TypeErrorf("ContextVar.reset() takes exactly one argument (%d given)", len(a.Pos)-1)
	}
	token, ok := object.AsNative[*ContextToken](a.Pos[1])
	if !ok {
		return object.Value{}, object.TypeErrorf("expected an instance of Token, got %s", safeRepr(t, a.Pos[1], 0))
	}
	s := stateOf(t)
	switch {
	case token.used:
		return object.Value{}, object.RuntimeErrorf("%s has already been used once", object.DefaultRepr(t, a.Pos[1]))
	case token.variable != v:
		return object.Value{}, object.ValueErrorf("%s was created by a different ContextVar", object.DefaultRepr(t, a.Pos[1]))
	case token.context != s.context:
		return object.Value{}, object.ValueErrorf("%s was created in a different Context", object.DefaultRepr(t, a.Pos[1]))
	}
	token.used = true
	s.context.set(v, token.old)
	return object.None, nil
}

// ContextVarsModule makes module contextvars.
func ContextVarsModule(t *object.Thread) *object.Module {
	m := object.NewModule("contextvars")
	m.Dict.SetStr("ContextVar", ContextVarType.Value())
	m.Dict.SetStr("Context", ContextType.Value())
	m.Dict.SetStr("Token", ContextTokenType.Value())
	m.Dict.SetStr("copy_context", object.NewFunction("_contextvars", "copy_context", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return stateOf(t).copyContext().Value(), nil
	}))
	return m
}
