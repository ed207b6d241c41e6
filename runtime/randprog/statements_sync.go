package randprog

func (g *generator) makeQueue(s *scope) []*node {
	q := g.queue()
	switch g.below(14) {
	case 0, 1, 2:
		return []*node{line("await %.put(%)", q, g.number())}
	case 3, 4, 5:
		return []*node{line("out(%, show(await %.get()))", g.label(), q)}
	case 6:
		return []*node{line("%.put_nowait(%)", q, g.number())}
	case 7:
		return []*node{line("out(%, show(%.get_nowait()))", g.label(), q)}
	case 8, 9:
		return []*node{line("%.task_done()", q)}
	case 10:
		return []*node{line("await %.join()", q), line("out(%, 'joined')", g.label())}
	case 11:
		return []*node{line("%.shutdown(%)", q, g.simpler(g.one("", "immediate=True"), ""))}
	case 12:
		return []*node{line("out(%, %.qsize(), %.full(), %._unfinished_tasks)", g.label(), q, q, q)}
	}
	return []*node{g.consumer(s, q)}
}

// consumer is the loop that takes items and marks them done.
func (g *generator) consumer(s *scope, q string) *node {
	in := s.inner()
	in.inLoop = false
	in.times *= 3
	in.isGenerator = true
	body := []*node{line("item = await %.get()", q),
		block(use("try:"), append([]*node{line("out(%, show(item))", g.label())}, g.block(in, g.between(0, 2))...)...).
			then(use("finally:"), line("%.task_done()", q))}
	if g.percent(20) {
		body = []*node{block(use("try:"), append([]*node{line("item = await %.get()", q)}, g.block(in, 1)...)...).
			then(use("finally:"), line("%.task_done()", q))}
	}
	return block(use("for _ in range(%):", g.simpler(g.one("2", "3"), "1")), body...)
}

func (g *generator) makeLock(s *scope) []*node {
	lock := g.lock()
	switch g.below(6) {
	case 0:
		nodes := []*node{line("await %.acquire()", lock)}
		nodes = append(nodes, g.block(s, g.between(0, 2))...)
		return append(nodes, line("%.release()", lock))
	case 1:
		return []*node{line("%.release()", lock)}
	case 2:
		return []*node{line("out(%, await asyncio.wait_for(%.acquire(), %))", g.label(), lock, g.limit())}
	}
	return []*node{block(use("async with %:", lock), append([]*node{line("out(%)", g.label())}, g.block(s.inner(), g.between(0, 3))...)...)}
}

func (g *generator) makeSemaphore(s *scope) []*node {
	semaphore := g.semaphore()
	switch g.below(6) {
	case 0:
		return []*node{line("await %.acquire()", semaphore), line("out(%, %.locked())", g.label(), semaphore)}
	case 1:
		return []*node{line("%.release()", semaphore)}
	}
	return []*node{block(use("async with %:", semaphore), append([]*node{line("out(%)", g.label())}, g.block(s.inner(), g.between(0, 3))...)...)}
}

func (g *generator) makeEvent(s *scope) []*node {
	event := g.eventName()
	switch g.below(6) {
	case 0, 1, 2:
		return []*node{line("out(%, await %.wait())", g.label(), event)}
	case 3:
		return []*node{line("%.clear()", event)}
	}
	return []*node{line("%.set()", event)}
}

func (g *generator) makeCondition(s *scope) []*node {
	condition := g.conditions[0]
	in := s.inner()
	var body []*node
	switch g.below(7) {
	case 0, 1:
		body = []*node{line("out(%, await %.wait())", g.label(), condition)}
	case 2:
		body = []*node{line("out(%, await %.wait_for(lambda: len(T) > % or time.monotonic() > 0.25))", g.label(), condition, g.number())}
	case 3:
		body = []*node{line("%.notify(%)", condition, g.simpler(g.one("", "2"), ""))}
	case 4:
		body = []*node{line("out(%, await asyncio.wait_for(%.wait(), %))", g.label(), condition, g.limit())}
	case 5:
		return []*node{line("%.%", condition, g.simpler(g.one("notify()", "notify_all()", "release()"), "notify()"))}
	default:
		body = []*node{line("%.notify_all()", condition)}
	}
	body = append(body, g.block(in, g.below(2))...)
	return []*node{block(use("async with %:", condition), body...)}
}

func (g *generator) makeBarrier(s *scope) []*node {
	barrier := g.barriers[0]
	switch g.below(7) {
	case 0, 1, 2:
		return []*node{line("out(%, await %.wait())", g.label(), barrier)}
	case 3:
		return []*node{line("await %.%()", barrier, g.one("reset", "reset", "abort"))}
	case 4:
		return []*node{line("out(%, %.n_waiting, %.broken)", g.label(), barrier, barrier)}
	case 5:
		return []*node{line("out(%, await asyncio.wait_for(%.wait(), %))", g.label(), barrier, g.limit())}
	}
	return []*node{block(use("async with % as position:", barrier), append([]*node{line("out(%, position)", g.label())}, g.block(s.inner(), 1)...)...)}
}
