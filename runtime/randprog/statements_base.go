package randprog

func (g *generator) makeSleep(s *scope) []*node {
	return []*node{line("await asyncio.sleep(%)", g.seconds())}
}

func (g *generator) makeBlockingSleep(s *scope) []*node {
	return []*node{line("time.sleep(%)", g.seconds())}
}

// makeOut prints where the task is, sometimes with the state of something.
func (g *generator) makeOut(s *scope) []*node {
	if g.percent(50) {
		return []*node{line("out(%)", g.label())}
	}
	what := use(g.one("asyncio.current_task().cancelling()", "V.get()", "len(asyncio.all_tasks())", g.allTasks(), "show(sys.exception())"))
	switch g.below(5) {
	case 0, 1:
		what = use("show(pick(%, %))", g.one("T", "F"), g.number())
	case 2:
		what = use("pick(%, %)", g.one("T", "T", "F"), g.number())
	case 3:
		what = use(g.one(g.queue(), g.lock(), g.eventName(), g.semaphore(), g.conditions[0], g.barriers[0]))
	}
	return []*node{line("out(%, %)", g.label(), what)}
}

// allTasks shows all tasks. The oracle knows an eager task's place among them only after its first step.
func (g *generator) allTasks() string {
	if g.usesEager {
		return "sorted([show(task) for task in asyncio.all_tasks()])"
	}
	return "show(asyncio.all_tasks())"
}

func (g *generator) makeSpawn(s *scope) []*node {
	name := g.name("t")
	made := line(name+" = spawn(%%)", g.coroutine(s), g.simpler(g.one("", "", ", '"+name+"'"), ""))
	s.tasks = append(s.tasks, name)
	return []*node{made}
}

func (g *generator) makeAwait(s *scope) []*node {
	return []*node{line("out(%, show(await %))", g.label(), g.awaitable(s))}
}

func (g *generator) makeIf(s *scope) []*node {
	condition := use(g.one("x % 2", "%.empty()", "%.full()", "%.is_set()", "%.locked()", "%.done()", "asyncio.current_task().cancelling()", "time.monotonic() > 0.15"))
	switch c := string(condition.(text)); c {
	case "x % 2":
		condition = use("len(T) & 1")
	case "%.empty()", "%.full()":
		condition = use(c, g.queue())
	case "%.is_set()":
		condition = use(c, g.eventName())
	case "%.locked()":
		condition = use(c, g.one(g.lock(), g.semaphore()))
	case "%.done()":
		condition = use("pick(T, %).done()", g.number())
	}
	n := block(use("if %:", condition), g.block(s.inner(), g.between(1, 2))...)
	if g.percent(40) {
		n.then(use("else:"), g.block(s.inner(), 1)...)
	}
	return []*node{n}
}

func (g *generator) makeLoop(s *scope) []*node {
	in := s.inner()
	in.inLoop = true
	in.times *= 2
	count := g.between(2, 3)
	body := g.block(in, g.between(1, 3))
	n := block(use("for x in range(%):", g.simpler(string(rune('0'+count)), "1")), body...)
	if g.percent(15) {
		n.then(use("else:"), g.block(s.inner(), 1)...)
	}
	return []*node{n}
}

// makeLeave leaves a function or a loop, always under a condition: what follows should run as well.
func (g *generator) makeLeave(s *scope) []*node {
	var leave *node
	switch {
	case s.inLoop && g.percent(60):
		leave = line(g.one("break", "continue"))
	case s.isGenerator:
		leave = line("return")
	default:
		leave = line("return %", g.value())
	}
	return []*node{block(use("if %:", g.simpler(g.one("len(T) > 2", "len(T) > 4", "time.monotonic() > 0.2", "V.get() == 0"), "True")), leave)}
}

func (g *generator) makeRaise(s *scope) []*node {
	condition := g.simpler(g.one("len(T) > 2", "len(T) > 4", "time.monotonic() > 0.2", "True"), "True")
	raised := line("raise %", g.exception())
	if g.percent(20) {
		raised = line("raise pick(X, %)", g.number())
	}
	if g.percent(15) {
		raised = line("raise % from %", g.exception(), g.exception())
	}
	return []*node{block(use("if %:", condition), raised)}
}

func (g *generator) makeTry(s *scope) []*node {
	return []*node{g.wrapped(s, g.block(s.inner(), g.between(1, 3)))}
}

// wrapped puts statements into a try statement.
func (g *generator) wrapped(s *scope, body []*node) *node {
	n := block(use("try:"), body...)
	handles := g.percent(70)
	if handles && g.percent(12) {
		n.then(use("except* %:", g.one("Exception", "ValueError", "(Boom, RuntimeError)")), append([]*node{line("out(%, 'some')", g.label())}, g.afterwards(s)...)...)
	} else if handles {
		for range g.between(1, 2) {
			n.then(use("except % as e:", g.exceptionTypes()), g.handler(s)...)
		}
	}
	if handles && g.percent(15) {
		n.then(use("else:"), g.block(s.inner(), 1)...)
	}
	if !handles || g.percent(35) {
		in := s.inner()
		in.inLoop = false
		n.then(use("finally:"), append([]*node{line("out(%, 'finally')", g.label())}, g.block(in, g.below(3))...)...)
	}
	return n
}

// handler is the body of an except clause.
func (g *generator) handler(s *scope) []*node {
	nodes := []*node{line("out(%, 'caught', show(e))", g.label())}
	nodes = append(nodes, g.block(s.inner(), g.below(2))...)
	switch g.below(6) {
	case 0, 1:
		nodes = append(nodes, line("raise"))
	case 2:
		nodes = append(nodes, line("raise %%", g.exception(), g.simpler(g.one("", " from e", " from None"), "")))
	case 3:
		nodes = append(nodes, line("out(asyncio.current_task().uncancel())"))
	}
	return nodes
}

// afterwards are statements of an except* clause, which nothing may leave.
func (g *generator) afterwards(s *scope) []*node {
	if g.percent(50) {
		return []*node{line("await asyncio.sleep(%)", g.seconds())}
	}
	return g.synchronous(s)
}

func (g *generator) makeSuppress(s *scope) []*node {
	return []*node{block(use("with contextlib.suppress(%):", g.one("Exception", "ValueError", "TimeoutError", "asyncio.CancelledError", "Boom, KeyError")),
		g.block(s.inner(), g.between(1, 2))...)}
}

// makeMistake does something wrong, as people do. run_forever() of the running loop is not among it: in CPython 3.13.0
// the loop that runs forgets then that it does.
func (g *generator) makeMistake(s *scope) []*node {
	return []*node{line(g.one("await asyncio.wait([])", "await None", "await asyncio.gather(1)", "asyncio.create_task(1)", "asyncio.run(main())", "await asyncio.current_task()",
		"asyncio.get_running_loop().run_until_complete(F[0])", "await asyncio.sleep(float('nan'))", "await asyncio.wait([None])", "await asyncio.wait_for(None, 1)",
		"await asyncio.timeout(1)", "asyncio.get_running_loop().set_task_factory(1)", "asyncio.Task(1)", "await T[0].get_coro()", "asyncio.current_task().set_result(1)",
		"asyncio.shield(1)", "asyncio.Semaphore(-1)", "asyncio.Barrier(0)", "asyncio.current_task().set_name(1)"))}
}

func (g *generator) makeCancel(s *scope) []*node {
	message := g.simpler(g.one("", "", "'m'"), "")
	if len(s.tasks) > 0 && g.percent(60) {
		return []*node{line("out(%, %.cancel(%))", g.label(), s.tasks[g.below(len(s.tasks))], message)}
	}
	switch g.below(4) {
	case 0:
		return []*node{line("asyncio.current_task().cancel(%)", message)}
	case 1:
		return []*node{line("out(%, pick(T, %).uncancel())", g.label(), g.number())}
	}
	return []*node{line("out(%, pick(T, %).cancel(%))", g.label(), g.number(), message)}
}

// synchronous makes a statement without await, for callbacks.
func (g *generator) synchronous(s *scope) []*node {
	switch g.below(40) {
	case 39:
		// Not while asyncio.run() closes the asynchronous generators: in CPython a traceback may keep one alive that has
		// ended, and then that takes more passes of the loop.
		return []*node{line("T[0].done() or asyncio.get_running_loop().stop()")}
	}
	switch g.below(12) {
	case 0:
		return []*node{line("%.put_nowait(%)", g.queue(), g.number())}
	case 1:
		return []*node{line("out(%, show(%.get_nowait()))", g.label(), g.queue())}
	case 2:
		return []*node{line("%.set()", g.eventName())}
	case 3:
		return []*node{line("out(%, pick(T, %).cancel())", g.label(), g.number())}
	case 4:
		return []*node{g.settle()}
	case 5:
		return []*node{line("%.release()", g.one(g.lock(), g.semaphore()))}
	case 6:
		return []*node{line("raise %", g.exception())}
	case 7, 8:
		return []*node{line("spawn(%)", g.coroutine(s))}
	case 9:
		return []*node{line("%.task_done()", g.queue())}
	case 10:
		return []*node{line("V.set(V.get() + 1)")}
	}
	return []*node{line("out(%, V.get())", g.label())}
}
