package randprog

import (
	"fmt"
	"slices"
)

// Generate makes the program of a seed.
func Generate(seed uint64) *Program {
	g := &generator{random: random{state: seed * 0x2545f4914f6cdd1d}}
	g.chooseFeatures()
	g.makeObjects()
	g.makeFunctions()
	main := g.makeMain()

	p := &Program{body: preludeNodes()}
	if g.usesPool {
		// Only then: importing it takes longer than most programs run.
		p.body = append(p.body, line("import concurrent.futures"), line("pool = concurrent.futures.ThreadPoolExecutor(%)", g.simpler(g.one("1", "2"), "1")))
	}
	p.body = append(p.body, g.objects...)
	// A function calls only functions that were made before it, so that programs end.
	p.body = append(p.body, g.definitions...)
	p.body = append(p.body, main)
	p.body = append(p.body, g.makeStart()...)
	return p
}

// generator holds what a program under construction has.
type generator struct {
	random
	// weights gives each statement maker its chance in this program.
	weights []int
	// objects are the statements that make queues, locks and so on; their names follow.
	objects              []*node
	queues, locks        []string
	eventNames           []string
	semaphores           []string
	conditions, barriers []string
	futures              int // how many main makes
	definitions          []*node
	coroutines           []function
	asyncGenerators      []function
	managers             []function
	callbacks            []string
	usesEager, usesPool  bool
	serial               int // numbers names and labels
}

// function is a coroutine function or the like that the program has.
type function struct {
	name string
	// cost estimates how many statements a call runs, with all that it calls and starts.
	cost int
}

// scope is where a statement is to stand.
type scope struct {
	// tasks, timeouts and groups are names of local variables; those of outer blocks are known in inner ones.
	tasks, timeouts, groups []string
	// isGenerator: return may not have a value. inLoop: break and continue are possible.
	isGenerator, inLoop bool
	depth               int
	// times is how often the statement runs, left how many more may run.
	times int
	left  *int
}

// inner is the scope of a block in s.
func (s *scope) inner() *scope {
	in := *s
	in.tasks, in.timeouts, in.groups = slices.Clip(s.tasks), slices.Clip(s.timeouts), slices.Clip(s.groups)
	in.depth++
	return &in
}

const (
	mainCostMax     = 160
	functionCostMax = 45
	blockDepthMax   = 4
)

// chooseFeatures gives this program's statements their chances: many are left out, so that those that are in
// meet each other often.
func (g *generator) chooseFeatures() {
	chosen := map[feature]int{}
	for f := range featureCount {
		if f == base {
			chosen[f] = 2
			continue
		}
		chosen[f] = []int{0, 0, 0, 1, 4}[g.below(5)]
	}
	for _, m := range makers {
		g.weights = append(g.weights, m.weight*chosen[m.feature])
	}
	g.usesEager = g.percent(8)
}

func (g *generator) name(prefix string) string {
	g.serial++
	return fmt.Sprintf("%s%d", prefix, g.serial)
}

// makeObjects makes the queues, locks and so on that the program's tasks share.
func (g *generator) makeObjects() {
	object := func(names *[]string, prefix, format string, args ...any) {
		name := fmt.Sprintf("%s%d", prefix, len(*names))
		*names = append(*names, name)
		g.objects = append(g.objects, line(name+" = "+format, args...))
	}
	for range g.between(1, 2) {
		object(&g.queues, "queue", "%(%)", g.one("asyncio.Queue", "asyncio.Queue", "asyncio.LifoQueue", "asyncio.PriorityQueue", "Stack"), g.simpler(g.one("", "1", "1", "2", "3"), ""))
		object(&g.locks, "lock", "asyncio.Lock()")
		object(&g.eventNames, "event", "asyncio.Event()")
		object(&g.semaphores, "semaphore", "asyncio.%(%)", g.one("Semaphore", "BoundedSemaphore"), g.simpler(g.one("0", "1", "1", "2", "3"), "1"))
	}
	object(&g.conditions, "condition", "asyncio.Condition(%)", g.simpler(g.one("", "", "lock0"), ""))
	object(&g.barriers, "barrier", "asyncio.Barrier(%)", g.simpler(g.one("1", "2", "2", "3"), "1"))
	g.futures = g.between(1, 3)
}

func (g *generator) simpler(text, simpler string) expr {
	return &choice{text: text, simpler: simpler}
}

func (g *generator) makeFunctions() {
	for range g.between(1, 3) {
		g.makeCallback()
	}
	for i := range g.between(2, 5) {
		g.makeCoroutine()
		if i == 0 {
			g.makeManager()
			g.makeAsyncGenerator()
		}
	}
}

func (g *generator) makeCallback() {
	s := &scope{times: 1, left: new(int)}
	*s.left = 4
	name := fmt.Sprintf("callback%d", len(g.callbacks))
	body := []*node{line("out('%', show(args))", name)}
	for range g.between(0, 2) {
		body = append(body, g.synchronous(s)...)
	}
	g.definitions = append(g.definitions, block(use("def %(*args):", name), body...))
	g.callbacks = append(g.callbacks, name)
}

// newScope is the scope of a function's body that may run so many statements.
func newScope(costMax int) *scope {
	return &scope{times: 1, left: &costMax}
}

func (g *generator) makeCoroutine() {
	s := newScope(functionCostMax)
	name := fmt.Sprintf("coro%d", len(g.coroutines))
	if g.percent(25) {
		s.groups = append(s.groups, "group")
	}
	body := []*node{line("out('%', x)", name)}
	body = append(body, g.block(s, g.between(1, 6))...)
	if g.percent(40) {
		body = append(body, line("return %", g.value()))
	}
	if g.percent(35) {
		body = []*node{g.wrapped(s, body)}
	}
	g.definitions = append(g.definitions, block(use("async def %(x, group=None):", name), body...))
	g.coroutines = append(g.coroutines, function{name, max(1, functionCostMax-*s.left)})
}

func (g *generator) makeAsyncGenerator() {
	s := newScope(15)
	s.isGenerator = true
	s.inLoop, s.times = true, 2
	name := fmt.Sprintf("agen%d", len(g.asyncGenerators))
	body := g.block(s, g.between(0, 2))
	body = append(body, line("out('%', show((yield i)))", name))
	body = append(body, g.block(s, g.between(0, 1))...)
	loop := block(use("for i in range(n):"), body...)
	s.inLoop = false
	if g.percent(60) {
		loop = g.wrapped(s, []*node{loop})
	}
	g.definitions = append(g.definitions, block(use("async def %(n):", name), loop))
	g.asyncGenerators = append(g.asyncGenerators, function{name, 15 - *s.left + 4})
}

func (g *generator) makeManager() {
	s := newScope(12)
	s.isGenerator = true
	name := fmt.Sprintf("manager%d", len(g.managers))
	body := append(g.block(s, g.between(0, 2)), g.wrapped(s, []*node{line("yield x")}))
	body = append(body, g.block(s, g.between(0, 1))...)
	g.definitions = append(g.definitions, block(use("@contextlib.asynccontextmanager\nasync def %(x):", name), body...))
	g.managers = append(g.managers, function{name, 12 - *s.left + 2})
}

// makeMain makes the coroutine that the program runs: it may limit its time and looks at all tasks at its end.
func (g *generator) makeMain() *node {
	s := newScope(mainCostMax)
	var body []*node
	for range g.between(1, 4) {
		body = append(body, g.makeSpawn(s)...)
	}
	body = append(body, g.block(s, g.between(2, 8))...)
	if g.percent(60) {
		body = []*node{block(use("async with asyncio.timeout(%):", g.simpler(g.one("1", "2", "2.5", "4"), "2")), body...)}
	}
	show := line("out('end', show(T))")
	var ending []*node
	if g.percent(30) {
		ending = append(ending, block(use("for task in T[1:]:"), line("out('cancel', task.cancel())")))
	}
	if g.percent(40) {
		ending = append(ending, line("out(show(await asyncio.wait_for(asyncio.gather(*T[1:], return_exceptions=True), 3)))"))
	} else if g.percent(40) {
		ending = append(ending, line("out(show(await asyncio.wait(T[1:], timeout=3)))"))
	}
	ending = append(ending, show)
	guarded := block(use("try:"), body...)
	if g.percent(60) {
		guarded.then(use("except BaseException as e:"), line("out('main', show(e))"))
	}
	guarded.then(use("finally:"), ending...)

	setup := []*node{
		line("T.append(asyncio.current_task())"),
		line("loop = asyncio.get_running_loop()"),
		line("F.extend([loop.create_future() for _ in range(%)])", fmt.Sprint(g.futures)),
	}
	setup = append(setup, line("loop.set_exception_handler(%)", g.one("handler", "handler", "report")))
	if g.usesEager {
		setup = append(setup, line("loop.set_task_factory(asyncio.eager_task_factory)"))
	}
	return block(use("async def main():"), append(setup, guarded)...)
}

// makeStart makes the statements that run main.
func (g *generator) makeStart() []*node {
	switch g.below(10) {
	case 0:
		return []*node{block(use("with asyncio.Runner() as runner:"),
			line("runner.run(main())"),
			line("runner.run(asyncio.sleep(0.1))"),
			line("print(show(T))"))}
	case 1:
		return []*node{
			line("loop = asyncio.new_event_loop()"),
			block(use("try:"), line("loop.run_until_complete(main())")).
				then(use("except Exception as e:"), line("print(show(e))")),
			line("loop.run_until_complete(asyncio.sleep(0.2))"),
			// At its own exit the oracle does not wait for threads as Python does.
			block(use("async def stop():"), line("await loop.shutdown_default_executor()")),
			line("loop.run_until_complete(stop())"),
			line("print(show(T))"),
			line("loop.close()"),
		}
	}
	// Not with debug=True: the oracle's own frames show there as the places where tasks were created.
	return []*node{line("asyncio.run(main())")}
}
