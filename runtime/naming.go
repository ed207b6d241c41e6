package runtime

import (
	"strconv"

	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
)

// nameObjects gives queues, locks and their like the names that the program calls them by, read from the assignment that
// made them: orders = asyncio.Queue(), self.lock = asyncio.Lock(), forks = [asyncio.Lock() for _ in range(5)]. An object
// that is made in another way has no name.
func (r *run) nameObjects() {
	var names map[madeAt][]objectName
	made := map[madeAt]int{}
	r.recorder.EachObject(func(o *trace.ObjectInfo, typeName string) {
		if o.Internal || o.Line == 0 || r.module == nil {
			return
		}
		if names == nil {
			names = assignedObjects(r.module)
		}
		at := madeAt{o.Line, typeName}
		if list := names[at]; len(list) > 0 {
			o.Name = r.recorder.Intern(list[made[at]%len(list)].nth(made[at] / len(list)))
			made[at]++
		}
	})
}

// madeAt is where an object is made, and of which type it is.
type madeAt struct {
	line     int32
	typeName string
}

// objectName is the name of what an expression makes, each time that it runs.
type objectName struct {
	base    string
	element bool // of a list that a comprehension builds
}

// nth is the name of the object that the expression made as its nth, counted from 0.
func (n objectName) nth(count int) string {
	switch {
	case n.element:
		return n.base + "[" + strconv.Itoa(count) + "]"
	case count == 0:
		return n.base
	}
	return n.base + " " + strconv.Itoa(count+1)
}

// assignedObjects finds the calls whose results are assigned, by their lines and the names of what they call; those that share
// both in the order in which they run.
func assignedObjects(m *syntax.Module) map[madeAt][]objectName {
	names := map[madeAt][]objectName{}
	blocks := [][]syntax.Stmt{m.Body}
	for len(blocks) > 0 {
		block := blocks[len(blocks)-1]
		blocks = blocks[:len(blocks)-1]
		for _, stmt := range block {
			switch n := stmt.(type) {
			case *syntax.Assign:
				nameAssigned(names, n.Targets[0], n.Value)
			case *syntax.AnnAssign:
				nameAssigned(names, n.Target, n.Value)
			default:
				blocks = append(blocks, rewrite.Blocks(stmt)...)
			}
		}
	}
	return names
}

// nameAssigned notes the calls in a value by what they are assigned to.
func nameAssigned(names map[madeAt][]objectName, target, value syntax.Expr) {
	note := func(value syntax.Expr, name objectName) {
		if call, ok := value.(*syntax.Call); ok && name.base != "" {
			at := madeAt{call.Line, madeBy(call)}
			names[at] = append(names[at], name)
		}
	}
	elements, base := elementsOf(value), lastName(target)
	if targets := elementsOf(target); targets != nil {
		for i := range min(len(targets), len(elements)) {
			note(elements[i], objectName{base: lastName(targets[i])})
		}
		return
	}
	for i, element := range elements {
		note(element, objectName{base: base + "[" + strconv.Itoa(i) + "]"})
	}
	if c, ok := value.(*syntax.Comprehension); ok && c.Kind == syntax.CompList {
		note(c.Elt, objectName{base: base, element: true})
	}
	note(value, objectName{base: base})
}

func elementsOf(e syntax.Expr) []syntax.Expr {
	switch n := e.(type) {
	case *syntax.Tuple:
		return n.Elts
	case *syntax.List:
		return n.Elts
	}
	return nil
}

// madeBy is the name of the type that a call makes an object of.
func madeBy(call *syntax.Call) string {
	if name := lastName(call.Func); name != "create_future" {
		return name
	}
	return "Future"
}

// lastName is the name that an expression ends with: queue in self.queue; "" for what is no name.
func lastName(e syntax.Expr) string {
	switch n := e.(type) {
	case *syntax.Name:
		return n.ID
	case *syntax.Attribute:
		return n.Attr
	}
	return ""
}
