package words

// Key names an entry of the catalogue.
type Key uint16

const (
	// The page.
	AppName Key = iota
	PageTitle
	Home
	Promise
	PromiseMore
	Dismiss
	DragMeBack
	SkipToRun
	EngineLoading
	EngineRefused
	Program
	RunRegion

	// Known mistakes.
	Cause
	CausePage
	CauseLook
	ChangeLook
	ChangeLines
	ChangeApply
	ChangeUndo

	// The menu of programs.
	MenuSearch
	MenuNone
	NoteNotice
	NoteTry
	NoteClose

	// Top bar.
	Programs
	ProgramsHint
	Lessons
	Run
	RunHint
	Stop
	StopHint
	Running
	EventsRecorded
	ThemeAuto
	ThemeLight
	ThemeDark
	Language
	LanguageEnglish
	LanguageJapanese
	More
	AllKeys
	Close
	NoticeRestore

	// Links.
	Share
	ShareTitle
	ShareHint
	ShareLong
	ShareField
	CopyLink
	CopyMarkdown
	MarkdownLink
	LinkCopied
	MarkdownCopied
	CopyRefused
	LinkOpened
	BackToOwn
	LinkDamaged
	LinkLarge
	LinkNewer
	KeyShare

	// Files.
	Download
	DownloadPython
	DownloadSVG
	DownloadPNG
	DownloadChrome
	DownloadEvents
	DownloadFailed
	FileMenu
	FileOpen
	FileSave
	FileName
	FileModule
	FileModuleHint
	FileDrop
	FileRefused
	TabsFull
	EarlierVersions
	EarlierNone
	EarlierLines
	KeyUndo

	// Variants.
	Variants
	VariantAdd
	VariantRemove
	VariantName
	OutcomeNone
	OutcomeFine
	OutcomeTrouble
	OutcomeHung
	OutcomeFailed
	OutcomeLimit

	// Views: play, compare.
	Views
	ViewPlay
	ViewCompare
	CompareCode
	CompareRuns
	CompareA
	CompareB
	CompareSwap
	CompareAdded
	CompareGone
	CompareMoved
	CompareNoLines
	CompareSameFault
	CompareFault
	CompareHung
	CompareFinished
	CompareRaised
	CompareLimit
	CompareLater
	CompareForever
	CompareUnfinished
	CompareStays
	CompareReaches
	CompareFirst
	CompareIdentical
	CompareEqual
	CompareNeedsTwo
	CompareWaits
	CompareMoreLanes
	KeyCompare
	KeySwap

	// Knobs.
	Knobs
	KnobsNone
	AnotherSeed

	// Editor.
	CodeLabel

	// Faults.
	Faults
	FaultNone
	FaultIs
	FaultEveryVisit
	FaultNth
	FaultNthEach
	FaultInTask
	FaultNotReached
	FaultOn
	FaultEdit
	FaultTitle
	FaultException
	FaultMessage
	FaultWhen
	FaultWhenEvery
	FaultWhenNth
	FaultCountEach
	FaultCountRun
	FaultTask
	FaultAllTasks
	FaultLine
	FaultLineUp
	FaultLineDown
	FaultRemove
	FaultDone
	FaultChipEvery
	FaultChipNth
	FaultExceptionBad
	FaultAddNet
	FaultAddNetHint
	FaultIsCancel
	FaultIsDelay
	FaultIsNever
	FaultIsSignal
	FaultIsStatus
	FaultIsSlow
	FaultRaises
	FaultCancels
	FaultDelays
	FaultNevers
	FaultSignals
	FaultNetStatus
	FaultNetSlow
	FaultNetSilent
	FaultNetRefused
	FaultNetReset
	FaultNetDNS
	FaultEveryNth
	FaultEveryNthEach
	FaultEveryRequest
	FaultNthRequest
	FaultEveryNthRequest
	FaultTitleNet
	FaultDoes
	FaultSeconds
	FaultSignal
	FaultURL
	FaultStatus
	FaultWhenEveryNth
	FaultRequestEvery
	FaultRequestNth
	FaultRequestEveryNth
	FaultNumber
	FaultChipCancel
	FaultChipNever
	FaultChipDelay
	FaultChipEveryNth
	FaultURLBad
	FaultBad

	// Verdict.
	VerdictRegion
	ShowFix
	HungAt
	EndedAt
	RaiseLimit
	FromBefore
	NotRunYet
	ItemCells
	ReasonAlso
	Traceback
	HaltedTitle
	HaltedMore

	// Legend and timeline.
	Legend
	LegendRuns
	LegendSleep
	LegendNetwork
	LegendGet
	LegendPut
	LegendJoin
	LegendWait
	LegendFuture
	LegendLock
	LegendThread
	LegendRaised
	LegendCancelled
	LegendDone
	LegendOwes
	AxisLabel
	AxisTime
	AxisSteps
	AxisTimeHint
	AxisStepsHint
	ZoomIn
	ZoomOut
	ZoomFit
	NestLanes
	GroupAlive
	KeyNest
	Timeline
	Panes
	PaneAll
	PaneCode
	Playhead
	EventLoop
	QueueUnfinished
	QueueInQueue
	QueueLabel
	LaneSleep
	LaneJoinUntil
	LaneAwaits
	LaneThread
	LaneNeverDone
	LaneOwes
	SpansCaption
	SpanTask
	SpanState
	SpanFrom
	SpanTo
	SpanLine
	SpanForever
	SpansCut
	HoverTask
	HoverFromTo
	HoverLine
	HoverIteration
	HoverIterations
	HoverRun
	HoverLoopWaits
	HoverBlocked
	HoverQueue
	HoverHeld
	HoverHolders
	HoverWaiting
	HoverFinally
	HoverPassing
	HoverException
	ArrowCancels
	ArrowGroupCancels
	ArrowReaches

	// States.
	StateRun
	StateReady
	StateSleep
	StateGet
	StatePut
	StateJoin
	StateFuture
	StateTask
	StateGather
	StateGroup
	StateAny
	StateLock
	StateSemaphore
	StateEvent
	StateCondition
	StateBarrier
	StateThread
	StateNetwork
	StateDone
	StateRaised
	StateCancelled
	StateNone

	// Transport.
	Playback
	EventOf
	ToStart
	StepBack
	Play
	Pause
	StepForward
	ToEnd
	Speed
	SpeedHint
	SpeedHintReal
	SpeedEvents
	TotalEnds
	TotalHangs
	TotalLimit
	Seconds
	Minimap
	Predict
	Bookmark
	Sound
	SpeedReal
	PredictTask
	PredictPrint
	PredictSkip
	PredictRight
	PredictWrong
	PredictScore
	LineVisits

	// Queue panel.
	QueueHeading
	QueueNoLimit
	QueueLimit
	QueueInTitle
	QueueTakenTitle
	QueueTakenPlain
	QueueDoneTitle
	QueueNone
	QueueNoneYet
	QueueInProgress
	QueueDiedAt
	QueueEndedAt
	QueueDoneNever
	QueueNobodyGets
	QueueGetters
	QueueNoWorker
	QueueSum
	QueueJoinWaits
	QueueNever
	QueuePutters
	QueueMore
	QueueUnclaimed

	// Tabs.
	Details
	TabConsole
	TabTasks
	TabEvents
	ConsoleEmpty
	ConsoleHung
	ConsoleLimit
	TaskName
	TaskState
	TaskLine
	TaskSince
	TaskHolds
	NoTasks

	// Loop, tree of tasks, log.
	TabLoop
	LoopIteration
	LoopNow
	LoopNobody
	LoopReady
	LoopFIFO
	LoopNoReady
	LoopNoOther
	LoopTimers
	LoopNoTimers
	LoopDeadline
	LoopTimeout
	LoopDue
	LoopBefore
	LoopBeforeSame
	LoopBeforeSet
	LoopBeforeDue
	LoopMore
	TreeWaits
	TreeLeft
	TreeCycle
	TreeUntil
	TreeReturned
	TreeRetrieved
	TreeLost
	TreeSelect
	LocalsNone
	LocalsAsking
	LocalsFailed
	LocalsGlobals
	LocalsCut
	LogTask
	LogEveryTask
	LogKind
	LogAll
	LogTasks
	LogQueues
	LogLocks
	LogLoop
	LogOutput
	LogTrouble
	LogSearch
	LogShown
	LogNone

	// Primitives.
	Holders
	Waiters
	PrimitiveFree
	PrimitiveSet
	PrimitiveNotSet

	// Keys.
	KeysTitle
	KeysEditor
	KeyPlay
	KeySteps
	KeyTaskSteps
	KeyPages
	KeyEnds
	KeySpeed
	KeyZoom
	KeyPan
	KeyProblem
	KeyIterations
	KeyLines
	KeyPrints
	KeyNextFault
	KeyBookmark
	KeyPredict
	KeySound
	KeyVariant
	KeyFault
	KeyRun
	KeySeed
	KeyTheme
	KeyPrograms
	KeyHelp
	KeyRows
	KeyNumber
	KeyEscape

	// Lessons.
	LessonNoFix
	LessonAround
	LessonAfter
	LessonGatherTab
	LessonBlankTab

	// Embeds.
	EmbedOpen
	EmbedPlayLoads
	EmbedLoading
	EmbedFailed
	EmbedNoScript
	EmbedHidden
	EmbedEdit
	EmbedReset
	EmbedOutput
	EmbedBroken
	EmbedStopped
	EmbedEndsAt
	EmbedHangsAt
	EmbedRaisesAt
	EmbedLimitAt
	EmbedFaultLine
	EmbedProgram
	CopyEmbed
	CopyFrame
	EmbedCopied
	EmbedCopy
	EmbedCopyByHand
	EmbedDamaged
	EmbedLarge
	EmbedNewer

	keyCount
)
