package explain

import (
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// Caption says in one sentence what an event did; s is the state after it. An index of
// -1 is the instant before the first event.
func (x *Explainer) Caption(s *trace.State, eventIndex int) Message {
	if eventIndex < 0 || eventIndex >= len(x.trace.Events) {
		return message(words.CaptionStart)
	}
	c := captioner{x, s, &x.trace.Events[eventIndex], int32(eventIndex)}
	switch k := c.e.Kind; {
	case k <= trace.TaskExceptionLost:
		return c.ofTask()
	case k <= trace.FutureCancelled:
		return c.ofFuture()
	case k <= trace.ClockBlocked:
		return c.ofLoop()
	case k <= trace.QueueShutdown:
		return c.ofQueue()
	case k <= trace.PrimitiveNotified:
		return c.ofPrimitive()
	}
	return c.ofRest()
}

type captioner struct {
	*Explainer
	s     *trace.State
	e     *trace.Event
	index int32
}

func (c *captioner) line() Arg { return words.Line(c.e.Line, c.index) }

func (c *captioner) until() Arg { return words.Time(c.e.Until, -1) }

func (c *captioner) ofTask() Message {
	e, by := c.e, c.task(c.e.Task)
	switch e.Kind {
	case trace.TaskCreated:
		target := c.task(e.Target)
		coro := words.Code("")
		if e.Target > 0 && int(e.Target) <= len(c.trace.Tasks) {
			coro = words.Code(c.trace.Text(c.trace.Tasks[e.Target-1].CoroName) + "()")
		}
		if e.Task == 0 || e.Line == 0 {
			return message(words.CaptionTaskCreated, target, coro)
		}
		return message(words.CaptionTaskCreatedBy, target, coro, by, c.line())
	case trace.TaskStep:
		t := c.s.Task(e.Task)
		switch {
		case e.Flags&trace.FlagThrown != 0:
			return message(words.CaptionStepThrown, by, c.line())
		case t != nil && t.Steps <= 1, e.Line == 0:
			return message(words.CaptionStepFirst, by)
		}
		return message(words.CaptionStep, by, c.line())
	case trace.TaskSuspended:
		return c.ofWait()
	case trace.TaskDone, trace.TaskRaised, trace.TaskCancelled:
		return c.ofEnd()
	case trace.TaskCancelRequested:
		switch {
		case e.Task == 0:
			return message(words.CaptionCancelLoop, c.task(e.Target))
		case e.Size == 0:
			return message(words.CaptionCancelRefused, by, c.task(e.Target), c.line())
		}
		return message(words.CaptionCancelRequest, by, c.task(e.Target), c.line())
	case trace.TaskNamed:
		return message(words.CaptionNamed, words.Task(int32(e.Target), c.trace.Text(e.Text), c.Badge(e.Target), -1))
	}
	return message(words.CaptionLostException, c.task(e.Target), c.code(e.Text))
}

var captionOfWait = [...]words.Key{
	trace.WaitNone:      words.CaptionYields,
	trace.WaitReady:     words.CaptionYields,
	trace.WaitSleep:     words.CaptionSleeps,
	trace.WaitQueueGet:  words.CaptionGet,
	trace.WaitQueuePut:  words.CaptionPut,
	trace.WaitQueueJoin: words.CaptionJoin,
	trace.WaitFuture:    words.CaptionFuture,
	trace.WaitTask:      words.CaptionTask,
	trace.WaitGather:    words.CaptionGather,
	trace.WaitTaskGroup: words.CaptionGroup,
	trace.WaitAny:       words.CaptionAny,
	trace.WaitLock:      words.CaptionLock,
	trace.WaitSemaphore: words.CaptionSemaphore,
	trace.WaitEvent:     words.CaptionEvent,
	trace.WaitCondition: words.CaptionCondition,
	trace.WaitBarrier:   words.CaptionBarrier,
	trace.WaitThread:    words.CaptionThread,
	trace.WaitNetwork:   words.CaptionNetwork,
}

func (c *captioner) ofWait() Message {
	e := c.e
	m := message(captionOfWait[e.Wait], c.task(e.Task), c.line())
	switch e.Wait {
	case trace.WaitSleep:
		m.Args = append(m.Args, c.until())
		if held := c.s.Held(e.Task); len(held) > 0 {
			last := held[len(held)-1]
			m.Key = words.CaptionSleepsItem
			m.Args = append(m.Args, c.item(last.Queue, last.Item, last.Repr, last.Event))
		}
	case trace.WaitQueueJoin:
		unfinished := int32(0)
		if q := c.s.Queue(e.Object); q != nil {
			unfinished = q.Unfinished
		}
		m.Args = append(m.Args, words.Count(int(unfinished)))
	case trace.WaitTask:
		m.Args = append(m.Args, c.task(e.Target))
	case trace.WaitGather, trace.WaitTaskGroup, trace.WaitAny:
		m.Args = append(m.Args, words.Count(int(e.Size)))
	case trace.WaitNetwork:
		m.Args = append(m.Args, c.text(e.Text))
	default:
		if name := nameOf(c.trace, e.Wait, e.Object); name != "" {
			m.Key, m.Args = words.CaptionWaitNamed, append(m.Args, words.Code(name))
		}
	}
	return m
}

// ofEnd is the caption of a task's end, with what the task leaves undone.
func (c *captioner) ofEnd() Message {
	e := c.e
	m := message(words.CaptionDone, c.task(e.Task))
	owes := words.CaptionDoneOwes
	switch {
	case e.Kind == trace.TaskRaised:
		m = message(words.CaptionRaised, c.task(e.Task), c.code(e.Text), c.line())
		owes = words.CaptionRaisedOwes
		if c.trace.Text(e.Text) == tooManyText {
			m.Key = words.CaptionRaisedTooMany
		}
	case e.Kind == trace.TaskCancelled:
		m = message(words.CaptionCancelled, c.task(e.Task), c.line())
		owes = words.CaptionCancelledOwes
	case e.Text != 0:
		m = message(words.CaptionDoneResult, c.task(e.Task), c.code(e.Text))
	}
	for _, held := range c.s.Held(e.Task) {
		if !held.Lost {
			continue
		}
		if e.Kind == trace.TaskDone {
			m.Args = m.Args[:1]
		}
		m.Key = owes
		m.Args = append(m.Args, c.item(held.Queue, held.Item, held.Repr, held.Event))
		break
	}
	return m
}

func (c *captioner) ofFuture() Message {
	switch c.e.Kind {
	case trace.FutureCreated:
		return message(words.CaptionFutureCreated, c.line())
	case trace.FutureResult:
		return message(words.CaptionFutureResult)
	case trace.FutureException:
		return message(words.CaptionFutureException, c.code(c.e.Text))
	}
	return message(words.CaptionFutureCancelled)
}

func (c *captioner) ofLoop() Message {
	name := c.code(c.e.Text)
	switch c.e.Kind {
	case trace.CallbackScheduled:
		return message(words.CaptionCallbackScheduled, name)
	case trace.CallbackRun:
		return message(words.CaptionCallbackRun, name)
	case trace.TimerSet:
		return message(words.CaptionTimerSet, c.until())
	case trace.TimerFired:
		return message(words.CaptionTimerFired)
	case trace.TimerCancelled:
		return message(words.CaptionTimerCancelled)
	case trace.ClockAdvanced:
		return message(words.CaptionClockAdvanced, c.until())
	}
	return message(words.CaptionClockBlocked, c.task(c.e.Task), c.line(), c.until())
}

func (c *captioner) ofQueue() Message {
	e, by := c.e, c.task(c.e.Task)
	size, unfinished := words.Count(int(e.Size)), words.Count(int(e.Unfinished))
	switch e.Kind {
	case trace.QueueCreated:
		if e.Item > 0 {
			return message(words.CaptionQueueCreatedMax, c.code(e.Text), words.Count(int(e.Item)))
		}
		return message(words.CaptionQueueCreated, c.code(e.Text))
	case trace.QueuePut:
		return message(words.CaptionQueuePut, by, c.item(e.Object, e.Item, e.Text, c.index), size, unfinished)
	case trace.QueueGet:
		return c.ofGet(by, size)
	case trace.QueueTaskDone:
		return c.ofTaskDone(by, unfinished)
	case trace.QueueTaskDoneError:
		return message(words.CaptionTaskDoneError, by, c.line())
	case trace.QueueJoin:
		return message(words.CaptionQueueJoin, by, c.line(), unfinished)
	case trace.QueueJoined:
		return message(words.CaptionQueueJoined, by, c.line())
	}
	return message(words.CaptionQueueShutdown, by, c.line())
}

func (c *captioner) ofGet(by, size Arg) Message {
	key, repr := words.CaptionQueueGet, c.e.Text
	if q := c.s.Queue(c.e.Object); q != nil {
		if q.Accounted {
			key = words.CaptionQueueGetOwes
		}
		if n := len(q.Taken); n > 0 && q.Taken[n-1].Event == c.index {
			repr = q.Taken[n-1].Repr
		}
	}
	return message(key, by, c.item(c.e.Object, c.e.Item, repr, c.index), size)
}

func (c *captioner) ofTaskDone(by, unfinished Arg) Message {
	q := c.s.Queue(c.e.Object)
	if q == nil || len(q.Done) == 0 || q.Done[len(q.Done)-1].Event != c.index {
		return message(words.CaptionTaskDoneUnclaimed, by, unfinished)
	}
	done := q.Done[len(q.Done)-1]
	item := c.item(c.e.Object, done.Item, done.Repr, c.index)
	if c.e.Unfinished == 0 {
		return message(words.CaptionTaskDoneAll, by, item)
	}
	return message(words.CaptionTaskDone, by, item, unfinished)
}

var captionOfPrimitive = map[trace.Kind]words.Key{
	trace.PrimitiveAcquired: words.CaptionAcquired,
	trace.PrimitiveReleased: words.CaptionReleased,
	trace.PrimitiveSet:      words.CaptionSet,
	trace.PrimitiveCleared:  words.CaptionCleared,
	trace.PrimitiveNotified: words.CaptionNotified,
}

func (c *captioner) ofPrimitive() Message {
	kind := words.Code("")
	if p := c.s.Primitive(c.e.Object); p != nil {
		kind = words.Code(c.trace.Text(p.Type))
	}
	if c.e.Kind == trace.PrimitiveCreated {
		return message(words.CaptionCreated, kind, c.line())
	}
	return message(captionOfPrimitive[c.e.Kind], c.task(c.e.Task), kind, c.line())
}

func (c *captioner) ofRest() Message {
	e := c.e
	switch e.Kind {
	case trace.ThreadStarted:
		return message(words.CaptionThreadStarted, words.Code(c.trace.Text(e.Text)+"()"))
	case trace.ThreadEnded:
		return message(words.CaptionThreadEnded, c.task(e.Target))
	case trace.ThreadRaised:
		return message(words.CaptionThreadRaised, c.task(e.Target), c.code(e.Text))
	case trace.Stdout:
		return message(words.CaptionStdout, c.task(e.Task), c.text(e.Text))
	case trace.Stderr:
		return message(words.CaptionStderr, c.task(e.Task), c.text(e.Text))
	case trace.FaultApplied:
		return message(words.CaptionFault, c.line(), c.task(e.Task), c.text(e.Text))
	case trace.ExceptionRaised:
		return message(words.CaptionException, c.code(e.Text), c.task(e.Task), c.line())
	case trace.RunFinished:
		return message(words.CaptionRunFinished, words.Time(e.Time, -1))
	case trace.RunRaised:
		return message(words.CaptionRunRaised, c.code(e.Text))
	case trace.RunHung:
		return message(words.CaptionRunHung, words.Time(e.Time, -1))
	case trace.RunLimit:
		return message(words.CaptionRunLimit, c.text(e.Text))
	case trace.RunStopped:
		return message(words.CaptionRunStopped)
	}
	return Message{}
}
