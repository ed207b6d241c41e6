package randprog

import "fmt"

// feature is a part of asyncio that a program uses or leaves out.
type feature int

const (
	base feature = iota
	cancelling
	handling
	timing
	gathering
	grouping
	queueing
	locking
	signalling
	meeting
	futureUse
	calling
	threading
	generating
	contextual
	mistaken
	featureCount
)

// maker makes statements of one kind.
type maker struct {
	feature feature
	weight  int
	make    func(g *generator, s *scope) []*node
}

var makers []maker

func init() {
	makers = []maker{
		{base, 8, (*generator).makeSleep},
		{base, 4, (*generator).makeOut},
		{base, 8, (*generator).makeSpawn},
		{base, 5, (*generator).makeAwait},
		{base, 3, (*generator).makeIf},
		{base, 3, (*generator).makeLoop},
		{base, 2, (*generator).makeLeave},
		{base, 4, (*generator).makeTry},
		{base, 1, (*generator).makeBlockingSleep},
		{mistaken, 2, (*generator).makeMistake},
		{cancelling, 8, (*generator).makeCancel},
		{handling, 6, (*generator).makeTry},
		{handling, 3, (*generator).makeRaise},
		{handling, 2, (*generator).makeSuppress},
		{timing, 7, (*generator).makeTimeout},
		{timing, 5, (*generator).makeWaitFor},
		{timing, 2, (*generator).makeReschedule},
		{gathering, 5, (*generator).makeGather},
		{gathering, 5, (*generator).makeWait},
		{gathering, 4, (*generator).makeAsCompleted},
		{gathering, 4, (*generator).makeShield},
		{grouping, 8, (*generator).makeTaskGroup},
		{grouping, 3, (*generator).makeGroupSpawn},
		{queueing, 16, (*generator).makeQueue},
		{locking, 10, (*generator).makeLock},
		{locking, 6, (*generator).makeSemaphore},
		{signalling, 6, (*generator).makeEvent},
		{signalling, 6, (*generator).makeCondition},
		{meeting, 6, (*generator).makeBarrier},
		{futureUse, 8, (*generator).makeFuture},
		{calling, 8, (*generator).makeCall},
		{threading, 5, (*generator).makeThread},
		{generating, 6, (*generator).makeAsyncFor},
		{generating, 4, (*generator).makeAsyncSteps},
		{generating, 4, (*generator).makeAsyncWith},
		{contextual, 5, (*generator).makeContext},
	}
}

// block makes about so many statements.
func (g *generator) block(s *scope, count int) []*node {
	var nodes []*node
	for range count {
		nodes = append(nodes, g.statements(s)...)
	}
	return nodes
}

// statements makes a statement, sometimes with others that belong to it.
func (g *generator) statements(s *scope) []*node {
	total := 0
	for _, w := range g.weights {
		total += w
	}
	*s.left -= s.times
	if *s.left <= 0 || s.depth > blockDepthMax {
		return nil
	}
	n := g.below(total)
	for i, w := range g.weights {
		if n < w {
			return makers[i].make(g, s)
		}
		n -= w
	}
	return nil
}

// spend takes the cost of a call, and says whether there was enough left.
func (s *scope) spend(cost int) bool {
	if cost*s.times > *s.left {
		return false
	}
	*s.left -= cost * s.times
	return true
}

func (g *generator) label() string { return "'" + g.name("at ") + "'" }

// seconds are few different ones, so that many things happen at the same instant. Sums of these are not always
// the decimal that one expects, which is as it should be.
func (g *generator) seconds() expr {
	return g.simpler(g.one("0", "0", "0.1", "0.1", "0.2", "0.2", "0.3", "0.5", "1"), "0")
}

// limit is a timeout.
func (g *generator) limit() expr {
	return g.simpler(g.one("0", "0.1", "0.2", "0.2", "0.3", "0.5", "1", "None", "-1"), "0.1")
}

func (g *generator) value() expr {
	return g.simpler(g.one("1", "2", "3", "'a'", "None", "True"), "1")
}

func (g *generator) number() expr {
	return g.simpler(fmt.Sprint(g.below(9)), "0")
}

// exception makes an exception. Those that stop the loop itself are rare.
func (g *generator) exception() expr {
	if g.percent(2) {
		return g.simpler(g.one("KeyboardInterrupt()", "SystemExit(5)"), "ValueError()")
	}
	if g.percent(10) {
		return use("ExceptionGroup('group', [%, %])", g.exception(), g.exception())
	}
	return g.simpler(g.one("ValueError(1)", "ValueError(2)", "KeyError('k')", "RuntimeError('r')", "Boom(3)", "Boom('b')", "TimeoutError()",
		"asyncio.CancelledError()", "asyncio.CancelledError('own')", "StopAsyncIteration()", "asyncio.QueueEmpty()"), "ValueError()")
}

// exceptionTypes is what an except clause names.
func (g *generator) exceptionTypes() string {
	return g.one("Exception", "Exception", "asyncio.CancelledError", "asyncio.CancelledError", "BaseException", "ValueError", "TimeoutError", "(Boom, KeyError)",
		"RuntimeError")
}

// coroutine makes a call of a coroutine function that there is enough left for.
func (g *generator) coroutine(s *scope) expr {
	if n := len(g.coroutines); n > 0 {
		// The latest ones call the most others.
		f := g.coroutines[n-1-min(g.below(n), g.below(n))]
		if s.spend(f.cost) {
			if len(s.groups) > 0 && g.percent(40) {
				return use("%(%, %)", f.name, g.number(), s.groups[g.below(len(s.groups))])
			}
			return use("%(%)", f.name, g.number())
		}
	}
	return use("asyncio.sleep(%, %)", g.seconds(), g.value())
}

// awaitable makes something to wait for.
func (g *generator) awaitable(s *scope) expr {
	if len(s.tasks) > 0 && g.percent(25) {
		return use(s.tasks[g.below(len(s.tasks))])
	}
	switch g.below(16) {
	case 0:
		return use("%.get()", g.queue())
	case 1:
		return use("%.put(%)", g.queue(), g.number())
	case 2:
		return use("%.wait()", g.eventName())
	case 3:
		return use("pick(F, %)", g.number())
	case 4:
		return use("asyncio.shield(pick(T, %))", g.number())
	case 5:
		return use("asyncio.shield(%)", g.awaitable(s))
	case 6:
		return use("asyncio.wait_for(%, %)", g.awaitable(s), g.limit())
	case 7:
		return use("asyncio.gather(%)", g.awaitables(s, 0, 3))
	case 8:
		return use("asyncio.sleep(%, %)", g.seconds(), g.value())
	case 9:
		return use("%.join()", g.queue())
	}
	return g.coroutine(s)
}

// awaitables are some of them, as arguments.
func (g *generator) awaitables(s *scope, low, high int) expr {
	l := &list{keep: low}
	for range g.between(low, high) {
		l.items = append(l.items, g.awaitable(s))
	}
	return l
}

// some are tasks and futures, which asyncio.wait takes, in a list.
func (g *generator) someTasks(s *scope) expr {
	l := &list{}
	for range g.between(1, 3) {
		switch {
		case len(s.tasks) > 0 && g.percent(50):
			l.items = append(l.items, text(s.tasks[g.below(len(s.tasks))]))
		case g.percent(20):
			l.items = append(l.items, use("pick(F, %)", g.number()))
		case g.percent(30):
			l.items = append(l.items, use("pick(T, %)", g.number()))
		default:
			l.items = append(l.items, use("spawn(%)", g.coroutine(s)))
		}
	}
	return l
}

func (g *generator) queue() string     { return g.queues[g.below(len(g.queues))] }
func (g *generator) lock() string      { return g.locks[g.below(len(g.locks))] }
func (g *generator) eventName() string { return g.eventNames[g.below(len(g.eventNames))] }
func (g *generator) semaphore() string { return g.semaphores[g.below(len(g.semaphores))] }

// callback makes something that a loop or a future can call.
func (g *generator) callback() expr {
	return use("functools.partial(%, %)", g.callbacks[g.below(len(g.callbacks))], g.label())
}
