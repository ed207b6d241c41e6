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
	NoticeRestore

	// Known mistakes.
	Cause
	CausePage
	CauseLook
	ChangeLook
	ChangeLines
	ChangeApply
	ChangeUndo

	// The menu of programs.
	Programs
	ProgramsHint
	MenuSearch
	MenuNone
	NoteNotice
	NoteTry
	NoteClose

	// Top bar.
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

	// Parts of a narrow screen.
	Panes
	PaneAll
	PaneCode

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
	CopyEmbed
	CopyFrame
	EmbedCopied
	CopyRefused
	LinkOpened
	BackToOwn
	LinkDamaged
	LinkLarge
	LinkNewer

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

	// Many runs.
	ViewExplore
	ExploreRegion
	ExploreTitle
	ExploreTitleJoin
	ExploreTitlePlain
	ExploreOnly
	ExploreMost
	ExploreTied
	ExploreNone
	ExploreAll
	ExploreSome
	ExploreCell
	ExploreCellFault
	ExploreFinished
	ExploreDied
	ExploreItems
	ExploreTasks
	ExploreRaised
	ExploreLimit
	ExploreIdle
	ExploreNoFault
	ExploreOwn
	ExploreRaise
	ExploreCancel
	ExploreNever
	ExploreKnob
	ExploreFunction
	ExploreWhen
	ExploreSeed
	ExploreRuns
	ExploreProgress
	ExploreTotals
	ExploreChart
	ExploreChartOne
	ExploreChartSame
	ExploreChartEach
	ExploreChartIdeal
	ExploreChartNone
	ExploreIdeal
	ExploreOpen
	ExploreCompare
	ExploreEmpty
	ExploreWaits
	ExploreFailed
	ExploreNeverStruck

	// Knobs.
	Knobs
	KnobsNone
	AnotherSeed

	// Editor.
	CodeLabel
	LineVisits

	// Faults.
	Faults
	FaultNone
	FaultOn
	FaultEdit
	FaultNotReached
	FaultInTask
	FaultAddNet
	FaultAddNetHint

	// What faults do, in the list.
	FaultIs
	FaultIsCancel
	FaultIsDelay
	FaultIsNever
	FaultIsSignal
	FaultIsStatus
	FaultIsSlow
	FaultEveryVisit
	FaultNth
	FaultNthEach
	FaultEveryNth
	FaultEveryNthEach
	FaultEveryRequest
	FaultNthRequest
	FaultEveryNthRequest

	// Chips of faults in the code.
	FaultChipEvery
	FaultChipNth
	FaultChipCancel
	FaultChipNever
	FaultChipDelay
	FaultChipEveryNth

	// The form of a fault.
	FaultTitle
	FaultTitleNet
	FaultDoes
	FaultURL
	FaultException
	FaultMessage
	FaultSeconds
	FaultStatus
	FaultSignal
	FaultWhen
	FaultWhenEvery
	FaultWhenNth
	FaultWhenEveryNth
	FaultRequestEvery
	FaultRequestNth
	FaultRequestEveryNth
	FaultNumber
	FaultCountEach
	FaultCountRun
	FaultTask
	FaultAllTasks
	FaultLine
	FaultLineUp
	FaultLineDown
	FaultRemove
	FaultDone
	FaultExceptionBad
	FaultURLBad
	FaultBad

	// What it can choose.
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
	Timeline
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
	SpeedReal
	TotalEnds
	TotalHangs
	TotalLimit
	Seconds
	Minimap
	Bookmark
	Sound

	// Predictions.
	Predict
	PredictTask
	PredictPrint
	PredictSkip
	PredictRight
	PredictWrong
	PredictScore

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
	TabLoop
	ConsoleEmpty
	ConsoleHung
	ConsoleLimit
	TaskName
	TaskState
	TaskLine
	TaskSince
	TaskHolds
	NoTasks

	// The loop.
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

	// The tree of tasks.
	TreeWaits
	TreeLeft
	TreeCycle
	TreeUntil
	TreeReturned
	TreeRetrieved
	TreeLost
	TreeSelect

	// Variables.
	LocalsNone
	LocalsAsking
	LocalsFailed
	LocalsGlobals
	LocalsCut

	// The event log.
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
	KeyNest
	KeyVariant
	KeyFault
	KeyCompare
	KeySwap
	KeyRun
	KeyUndo
	KeySeed
	KeyTheme
	KeyShare
	KeyPrograms
	KeyExplore
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
	EmbedCopy
	EmbedCopyByHand
	EmbedDamaged
	EmbedLarge
	EmbedNewer

	keyCount
)
