package randprog

// Asynchronous generators are closed by the program, or dropped by the loop that alone has them: those that are left at the end
// CPython closes in the order of a set of addresses.

// asyncGenerator makes a call of one, or nil when there is not enough left.
func (g *generator) asyncGenerator(s *scope) expr {
	if len(g.asyncGenerators) == 0 {
		return nil
	}
	f := g.asyncGenerators[g.below(len(g.asyncGenerators))]
	if !s.spend(f.cost) {
		return nil
	}
	return use("%(%)", f.name, g.simpler(g.one("1", "2", "3"), "1"))
}

func (g *generator) makeAsyncFor(s *scope) []*node {
	if g.percent(25) {
		in := s.inner()
		in.inLoop, in.times = true, in.times*2
		return []*node{block(use("async for i in Counter(%, %):", g.seconds(), g.simpler(g.one("1", "2", "3"), "1")),
			append([]*node{line("out(%, i)", g.label())}, g.block(in, g.between(0, 2))...)...)}
	}
	made := g.asyncGenerator(s)
	if made == nil {
		return g.makeOut(s)
	}
	if g.percent(15) {
		return []*node{line("out(%, [i async for i in %])", g.label(), made)}
	}
	name, in := g.name("gen"), s.inner()
	in.inLoop = true
	in.times *= 2
	body := append([]*node{line("out(%, i)", g.label())}, g.block(in, g.between(0, 2))...)
	if g.percent(30) {
		return []*node{block(use("async for i in %:", made), body...)}
	}
	return []*node{block(use("async with contextlib.aclosing(%) as %:", made, name), block(use("async for i in %:", name), body...))}
}

// makeAsyncSteps takes a generator's steps one by one.
func (g *generator) makeAsyncSteps(s *scope) []*node {
	made := g.asyncGenerator(s)
	if made == nil {
		return g.makeOut(s)
	}
	name, in := g.name("gen"), s.inner()
	var body []*node
	for range g.between(1, 3) {
		step := use("await anext(%)", name)
		switch g.below(5) {
		case 0:
			step = use("await anext(%, 'end')", name)
		case 1:
			step = use("await %.asend(%)", name, g.simpler(g.one("None", "'sent'"), "None"))
		case 2:
			step = use("await %.athrow(%)", name, g.exception())
		}
		body = append(body, line("out(%, show(%))", g.label(), step))
		body = append(body, g.block(in, g.below(2))...)
	}
	n := block(use("try:"), body...)
	if g.percent(50) {
		n.then(use("except % as e:", g.one("Exception", "StopAsyncIteration")), line("out(%, show(e))", g.label()))
	}
	return []*node{line(name+" = %", made), n.then(use("finally:"), line("out(%, await %.aclose())", g.label(), name))}
}

func (g *generator) makeAsyncWith(s *scope) []*node {
	switch g.below(4) {
	case 0:
		return []*node{block(use("async with Manager(%, %) as value:", g.seconds(), g.simpler(g.one("True", "False"), "False")), g.block(s.inner(), g.between(1, 2))...)}
	case 1:
		name := g.name("stack")
		body := g.block(s.inner(), g.between(0, 2))
		body = append([]*node{line("out(%, await %.enter_async_context(Manager(%, %)))", g.label(), name, g.seconds(), g.simpler(g.one("True", "False"), "False"))}, body...)
		if g.percent(50) {
			body = append(body, line("%.push_async_callback(asyncio.sleep, %)", name, g.seconds()))
		}
		return []*node{block(use("async with contextlib.AsyncExitStack() as %:", name), body...)}
	}
	f := g.manager(s)
	if f == nil {
		return g.makeOut(s)
	}
	body := append([]*node{line("out(%, value)", g.label())}, g.block(s.inner(), g.between(0, 2))...)
	return []*node{block(use("async with % as value:", f), body...)}
}

func (g *generator) manager(s *scope) expr {
	if len(g.managers) == 0 || !s.spend(g.managers[0].cost) {
		return nil
	}
	return use("%(%)", g.managers[0].name, g.number())
}
