package randprog

func (g *generator) makeTimeout(s *scope) []*node {
	in := s.inner()
	name := g.name("limit")
	in.timeouts = append(in.timeouts, name)
	made := use("asyncio.timeout(%)", g.limit())
	if g.percent(20) {
		made = use("asyncio.timeout_at(time.monotonic() + %)", g.seconds())
	}
	body := block(use("async with % as %:", made, name), g.block(in, g.between(1, 3))...)
	if g.percent(25) {
		return []*node{body}
	}
	n := block(use("try:"), body)
	n.then(use("except TimeoutError as e:"), line("out(%, %.expired(), show(e))", g.label(), name))
	return []*node{n}
}

// makeReschedule moves the deadline of a timeout that the statement stands in.
func (g *generator) makeReschedule(s *scope) []*node {
	if len(s.timeouts) == 0 {
		return g.makeTimeout(s)
	}
	name := s.timeouts[g.below(len(s.timeouts))]
	if g.percent(20) {
		return []*node{line("out(%, %.when(), %.expired())", g.label(), name, name)}
	}
	return []*node{line("%.reschedule(%)", name, g.simpler(g.one("None", "time.monotonic()", "time.monotonic() + 0.1", "time.monotonic() + 0.2", "0.3", "1"), "None"))}
}

func (g *generator) makeWaitFor(s *scope) []*node {
	return []*node{line("out(%, show(await asyncio.wait_for(%, %)))", g.label(), g.awaitable(s), g.limit())}
}

func (g *generator) makeGather(s *scope) []*node {
	collects := g.simpler(g.one("", ", return_exceptions=True"), "")
	if g.percent(25) {
		name := g.name("all")
		made := line(name+" = asyncio.gather(%%)", g.awaitables(s, 1, 3), collects)
		nodes := append([]*node{made}, g.block(s, 1)...)
		if g.percent(40) {
			nodes = append(nodes, line("out(%, %.cancel())", g.label(), name))
		}
		return append(nodes, line("out(%, show(await %))", g.label(), name))
	}
	return []*node{line("out(%, show(await asyncio.gather(%%)))", g.label(), g.awaitables(s, 1, 4), collects)}
}

func (g *generator) makeWait(s *scope) []*node {
	timeout := g.simpler(g.one("", "", ", timeout=0", ", timeout=0.1", ", timeout=0.3"), "")
	when := g.simpler(g.one("", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION"), "")
	return []*node{line("out(%, show(await asyncio.wait([%]%%)))", g.label(), g.someTasks(s), timeout, when)}
}

func (g *generator) makeAsCompleted(s *scope) []*node {
	timeout := g.simpler(g.one("", "", ", timeout=0.2", ", timeout=1"), "")
	in := s.inner()
	in.inLoop = true
	name := g.name("next")
	rest := g.block(in, g.below(2))
	made := use("asyncio.as_completed([%]%)", g.someTasks(s), timeout)
	if g.percent(40) {
		head := use("async for % in %:", name, made)
		return []*node{block(head, append([]*node{line("out(%, show(%))", g.label(), name)}, rest...)...)}
	}
	head := use("for % in %:", name, made)
	guarded := block(use("try:"), line("out(%, show(await %))", g.label(), name))
	guarded.then(use("except % as e:", g.one("Exception", "Exception", "asyncio.CancelledError", "BaseException")), line("out(%, show(e))", g.label()))
	return []*node{block(head, append([]*node{guarded}, rest...)...)}
}

func (g *generator) makeShield(s *scope) []*node {
	if g.percent(50) {
		return []*node{line("out(%, show(await asyncio.shield(%)))", g.label(), g.awaitable(s))}
	}
	return []*node{block(use("try:"), line("out(%, show(await asyncio.shield(%)))", g.label(), g.awaitable(s))).
		then(use("except asyncio.CancelledError as e:"), append([]*node{line("out(%, show(e))", g.label())}, g.block(s.inner(), 1)...)...)}
}

func (g *generator) makeTaskGroup(s *scope) []*node {
	in := s.inner()
	name := g.name("group")
	in.groups = append(in.groups, name)
	var body []*node
	for range g.between(1, 2) {
		body = append(body, g.makeGroupSpawn(in)...)
	}
	body = append(body, g.block(in, g.between(0, 3))...)
	n := block(use("async with asyncio.TaskGroup() as %:", name), body...)
	switch {
	case g.percent(25):
		return []*node{n}
	case g.percent(30):
		return []*node{block(use("try:"), n).then(use("except* %:", g.one("Exception", "ValueError", "Boom")), line("out(%, 'some')", g.label()))}
	}
	return []*node{block(use("try:"), n).then(use("except % as e:", g.one("BaseExceptionGroup", "Exception", "BaseException")), line("out(%, show(e))", g.label()))}
}

// makeGroupSpawn adds a task to a group that the statement stands in, or that the function was given.
func (g *generator) makeGroupSpawn(s *scope) []*node {
	if len(s.groups) == 0 {
		return g.makeTaskGroup(s)
	}
	name := g.name("t")
	n := line(name+" = spawn(%, group=%)", g.coroutine(s), s.groups[g.below(len(s.groups))])
	s.tasks = append(s.tasks, name)
	return []*node{n}
}

func (g *generator) settle() *node {
	settled := use("pick(F, %).set_result(%)", g.number(), g.value())
	switch g.below(5) {
	case 4:
		settled = use("fail(pick(F, %), pick(X, %))", g.number(), g.number())
	case 0:
		settled = use("fail(pick(F, %), %)", g.number(), g.simpler(g.one("Boom('future')", "ValueError(9)", "TimeoutError()"), "Boom()"))
	case 1:
		settled = use("pick(F, %).cancel()", g.number())
	}
	return line("%", settled)
}

func (g *generator) makeFuture(s *scope) []*node {
	switch g.below(9) {
	case 6:
		name, things, number := g.name("callback"), g.one("F", "T"), g.number()
		nodes := []*node{line(name+" = %", g.callback()), line("pick(%, %).add_done_callback(%)", things, number, name)}
		nodes = append(nodes, g.block(s, 1)...)
		return append(nodes, line("out(%, pick(%, %).remove_done_callback(%))", g.label(), things, number, name))
	case 7:
		return []*node{line("F.append(asyncio.%)", g.simpler(g.one("Future()", "ensure_future(asyncio.sleep(0.1, 'slept'))"), "Future()"))}
	case 8:
		return []*node{line("out(%, show(await asyncio.ensure_future(%)))", g.label(), g.awaitable(s))}
	case 0, 1:
		return []*node{line("out(%, show(await pick(F, %)))", g.label(), g.number())}
	case 2:
		return []*node{line("pick(%, %).add_done_callback(%)", g.one("F", "T"), g.number(), g.callback())}
	case 3:
		return []*node{line("F.append(asyncio.get_running_loop().create_future())")}
	case 4:
		return []*node{line("out(%, show(pick(%, %).%()))", g.label(), g.one("F", "T"), g.number(), g.one("result", "exception"))}
	}
	return []*node{g.settle()}
}

func (g *generator) makeCall(s *scope) []*node {
	loop := "asyncio.get_running_loop()"
	switch g.below(5) {
	case 0, 1:
		return []*node{line("%.call_soon(%)", loop, g.callback())}
	case 2:
		return []*node{line("%.call_at(time.monotonic() + %, %)", loop, g.seconds(), g.callback())}
	case 3:
		name := g.name("handle")
		nodes := []*node{line(name+" = %.call_later(%, %)", loop, g.seconds(), g.callback())}
		nodes = append(nodes, g.block(s, 1)...)
		return append(nodes, line("%.cancel()", name))
	}
	return []*node{line("%.call_later(%, %)", loop, g.seconds(), g.callback())}
}

// makeThread uses simulated threads. Values are exceptions here too: work raises those.
func (g *generator) makeThread(s *scope) []*node {
	value := g.value()
	if g.percent(30) {
		value = g.simpler(g.one("ValueError(7)", "Boom('thread')"), "1")
	}
	work := use("asyncio.to_thread(work, %, %)", g.seconds(), value)
	switch g.below(8) {
	case 4:
		return []*node{line("out(%, show(await asyncio.to_thread(work_with, asyncio.get_running_loop(), %, %, %)))", g.label(), g.seconds(), g.coroutine(s), g.limit())}
	case 5, 6:
		g.usesPool = true
		return []*node{line("out(%, show(await asyncio.get_running_loop().run_in_executor(pool, work, %, %)))", g.label(), g.seconds(), g.value())}
	case 7:
		g.usesPool = true
		name := g.name("job")
		n := line(name+" = asyncio.get_running_loop().run_in_executor(pool, work, %, %)", g.seconds(), g.value())
		return append(append([]*node{n}, g.block(s, 1)...), line("out(%, %.cancel())", g.label(), name))
	case 0:
		name := g.name("t")
		n := line(name+" = spawn(%)", work)
		s.tasks = append(s.tasks, name)
		return []*node{n}
	case 1:
		return []*node{line("out(%, show(await asyncio.to_thread(lambda loop: asyncio.run_coroutine_threadsafe(%, loop).result(), asyncio.get_running_loop())))",
			g.label(), g.coroutine(s))}
	case 2:
		return []*node{line("asyncio.get_running_loop().run_in_executor(None, work, %, %)", g.seconds(), g.value())}
	}
	return []*node{line("out(%, show(await %))", g.label(), work)}
}

func (g *generator) makeContext(s *scope) []*node {
	switch g.below(4) {
	case 0:
		return []*node{line("V.set(V.get() + %)", g.number())}
	case 1:
		name := g.name("t")
		n := line(name+" = asyncio.create_task(%, context=contextvars.copy_context())", g.coroutine(s))
		s.tasks = append(s.tasks, name)
		return []*node{n, line("T.append(%)", name)}
	case 2:
		token := g.name("token")
		nodes := []*node{line(token+" = V.set(%)", g.number())}
		nodes = append(nodes, g.block(s, 1)...)
		return append(nodes, line("V.reset(%)", token))
	}
	return []*node{line("out(%, V.get())", g.label())}
}
