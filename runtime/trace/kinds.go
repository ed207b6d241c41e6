package trace

// kindNames are the names of kinds in exports; they are part of the formats.
var kindNames = [kindCount]string{
	KindInvalid:         "invalid",
	TaskCreated:         "task_created",
	TaskStep:            "task_step",
	TaskSuspended:       "task_suspended",
	TaskDone:            "task_done",
	TaskRaised:          "task_raised",
	TaskCancelRequested: "task_cancel_requested",
	TaskCancelled:       "task_cancelled",
	TaskNamed:           "task_named",
	TaskExceptionLost:   "task_exception_lost",
	FutureCreated:       "future_created",
	FutureResult:        "future_result",
	FutureException:     "future_exception",
	FutureCancelled:     "future_cancelled",
	CallbackScheduled:   "callback_scheduled",
	CallbackRun:         "callback_run",
	TimerSet:            "timer_set",
	TimerFired:          "timer_fired",
	TimerCancelled:      "timer_cancelled",
	ClockAdvanced:       "clock_advanced",
	ClockBlocked:        "clock_blocked",
	QueueCreated:        "queue_created",
	QueuePut:            "queue_put",
	QueueGet:            "queue_get",
	QueueTaskDone:       "queue_task_done",
	QueueTaskDoneError:  "queue_task_done_error",
	QueueJoin:           "queue_join",
	QueueJoined:         "queue_joined",
	QueueShutdown:       "queue_shutdown",
	PrimitiveCreated:    "primitive_created",
	PrimitiveAcquired:   "primitive_acquired",
	PrimitiveReleased:   "primitive_released",
	PrimitiveSet:        "primitive_set",
	PrimitiveCleared:    "primitive_cleared",
	PrimitiveNotified:   "primitive_notified",
	ThreadStarted:       "thread_started",
	ThreadEnded:         "thread_ended",
	ThreadRaised:        "thread_raised",
	Stdout:              "stdout",
	Stderr:              "stderr",
	FaultApplied:        "fault_applied",
	ExceptionRaised:     "exception_raised",
	RunFinished:         "run_finished",
	RunRaised:           "run_raised",
	RunHung:             "run_hung",
	RunLimit:            "run_limit",
	RunStopped:          "run_stopped",
}

// String is the kind's name in exports.
func (k Kind) String() string {
	if k >= kindCount {
		return kindNames[KindInvalid]
	}
	return kindNames[k]
}

var waitNames = [waitCount]string{
	WaitNone:      "none",
	WaitReady:     "ready",
	WaitSleep:     "sleep",
	WaitQueueGet:  "get",
	WaitQueuePut:  "put",
	WaitQueueJoin: "join",
	WaitFuture:    "future",
	WaitTask:      "task",
	WaitGather:    "gather",
	WaitTaskGroup: "task_group",
	WaitAny:       "any",
	WaitLock:      "lock",
	WaitSemaphore: "semaphore",
	WaitEvent:     "event",
	WaitCondition: "condition",
	WaitBarrier:   "barrier",
	WaitThread:    "thread",
	WaitNetwork:   "network",
}

// String is the wait's name in exports.
func (w Wait) String() string {
	if w >= waitCount {
		return waitNames[WaitNone]
	}
	return waitNames[w]
}

// StateName is the word that drawings use for a segment: the wait's name, ready,
// blocked or thread.
func (s *Segment) StateName() string {
	switch s.Kind {
	case SpanReady:
		return "ready"
	case SpanBlocked:
		return "blocked"
	case SpanThread:
		return "thread"
	}
	return s.Wait.String()
}
