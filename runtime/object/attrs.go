package object

// Shape describes which attributes an instance has and where they stand: instances
// that got the same attributes in the same order share it, so that code can remember
// "at this shape, .x is slot 2" instead of looking a name up each time. Shapes grow as a
// tree from the run's root shape.
type Shape struct {
	names []string
	index map[string]int
	next  map[string]*Shape
}

// NewShape returns an empty root shape, one for each Run.
func NewShape() *Shape { return &Shape{index: map[string]int{}} }

func (s *Shape) with(name string) *Shape {
	if n, ok := s.next[name]; ok {
		return n
	}
	n := &Shape{names: append(s.names[:len(s.names):len(s.names)], name), index: make(map[string]int, len(s.names)+1)}
	for i, name := range n.names {
		n.index[name] = i
	}
	if s.next == nil {
		s.next = map[string]*Shape{}
	}
	s.next[name] = n
	return n
}

// shapeNamesMax is the number of attributes above which an instance keeps a dict: a
// program that uses an instance as a dictionary must not grow the tree of shapes.
const shapeNamesMax = 64

// Attrs holds the attributes of one instance: slots laid out by a shape, or, once the
// program took hold of __dict__, deleted an attribute or set very many, a dict.
type Attrs struct {
	Shape *Shape
	Slots []Value
	Dict  *Dict  // nil while Shape is in use
	id    uint64 // 0: not yet asked for; see Run.ID
	// members holds the attributes named by __slots__, which __dict__ does not show.
	members []Value
}

// Get returns the attribute, or the zero Value.
func (a *Attrs) Get(name string) Value {
	if a == nil {
		return Value{}
	}
	if a.Dict != nil {
		return a.Dict.GetStr(name)
	}
	if a.Shape == nil {
		return Value{}
	}
	if i, ok := a.Shape.index[name]; ok {
		return a.Slots[i]
	}
	return Value{}
}

// Set sets an attribute. root is the run's root shape.
func (a *Attrs) Set(root *Shape, name string, v Value) {
	if a.Dict == nil {
		if a.Shape == nil {
			a.Shape = root
		}
		if i, ok := a.Shape.index[name]; ok {
			a.Slots[i] = v
			return
		}
		if len(a.Slots) < shapeNamesMax {
			a.Shape = a.Shape.with(name)
			a.Slots = append(a.Slots, v)
			return
		}
		a.AsDict()
	}
	a.Dict.SetStr(name, v)
}

// Delete removes an attribute and reports whether it was there.
func (a *Attrs) Delete(name string) bool {
	if a == nil {
		return false
	}
	return a.AsDict().DeleteStr(name)
}

// AsDict turns the attributes into a dict, which stays their home from then on.
func (a *Attrs) AsDict() *Dict {
	if a.Dict == nil {
		a.Dict = NewDict()
		if a.Shape != nil {
			for i, name := range a.Shape.names {
				a.Dict.SetStr(name, a.Slots[i])
			}
		}
		a.Shape, a.Slots = nil, nil
	}
	return a.Dict
}

// Names lists the attributes in the order in which they were set.
func (a *Attrs) Names() []string {
	if a == nil {
		return nil
	}
	if a.Dict != nil {
		return a.Dict.strKeys()
	}
	if a.Shape == nil {
		return nil
	}
	return a.Shape.names
}

// Index returns the slot of an attribute at this shape.
func (s *Shape) Index(name string) (int, bool) {
	i, ok := s.index[name]
	return i, ok
}

// Attrs returns the instance attributes, nil when there are none.
func (o *Object) Attrs() *Attrs { return o.attrs }

// EnsureAttrs returns the instance attributes, making room for them.
func (o *Object) EnsureAttrs() *Attrs {
	if o.attrs == nil {
		o.attrs = &Attrs{}
	}
	return o.attrs
}
