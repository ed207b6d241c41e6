package compile

// Op is an opcode.
//
// In the descriptions R[x] is register x, "invalid" is the zero Value, "target" is the wide
// operand (Instr.Wide), "const" an index into Consts, "name" into Names, "site" into Sites. An
// opcode "with jump word" is followed by an OpJump that belongs to it: the condition decides
// whether its target is taken or execution goes on after it. The jump word is never
// jumped to. Any jump may go backward, and every jump taken to a lower pc counts a step.
type Op uint16

const (
	// OpNop does nothing. It carries a position: `pass`.
	OpNop Op = iota
	// OpMove: R[A] = R[B].
	OpMove
	// OpLoadConst: R[A] = Consts[wide].
	OpLoadConst
	// OpUnbind: R[A] = invalid.
	OpUnbind
	// OpCheckBound raises UnboundLocalError when R[A] is invalid: "cannot access local
	// variable 'x' where it is not associated with a value"; the name is VarNames[A].
	OpCheckBound
	// OpMakeCell: R[A] = a new cell that holds the old R[A] (which may be invalid).
	OpMakeCell
	// OpLoadDeref: R[A] = content of the cell R[B]. Empty: UnboundLocalError as above for VarCell and
	// VarHiddenCell; for VarFree NameError "cannot access free variable 'x' where it is
	// not associated with a value in enclosing scope".
	OpLoadDeref
	// OpStoreDeref: content of the cell R[A] = R[B].
	OpStoreDeref
	// OpDeleteDeref empties the cell R[A]; when it is empty, the error of OpLoadDeref.
	OpDeleteDeref

	// OpLoadGlobal: R[A] = globals or builtins [site B]; NameError "name 'x' is not
	// defined".
	OpLoadGlobal
	// OpStoreGlobal: globals[site B] = R[A].
	OpStoreGlobal
	// OpDeleteGlobal: del globals[name B]; NameError when absent.
	OpDeleteGlobal
	// OpLoadName: R[A] = namespace, globals or builtins [site B]. Class bodies only: module code
	// uses OpLoadGlobal and so on.
	OpLoadName
	// OpStoreName: namespace[name B] = R[A].
	OpStoreName
	// OpDeleteName: del namespace[name B]; NameError when absent.
	OpDeleteName
	// OpLoadNamespace: R[A] = the namespace of the class body.
	OpLoadNamespace
	// OpLoadFromDictOrDeref: R[A] = mapping R[A][name C], or when it has none, the content of
	// the cell R[B] (errors as OpLoadDeref).
	OpLoadFromDictOrDeref
	// OpLoadFromDictOrGlobal: R[A] = mapping R[A][site B], or globals or builtins.
	OpLoadFromDictOrGlobal

	// OpGetAttr: R[A] = R[B].site C.
	OpGetAttr
	// OpSetAttr: R[A].site C = R[B].
	OpSetAttr
	// OpDelAttr: del R[A].site C.
	OpDelAttr
	// OpLoadMethod looks up R[B].site C for a call: R[A] = function and R[A+1] = self when it is a
	// plain method of the type, else R[A] = the attribute and R[A+1] = invalid.
	OpLoadMethod
	// OpGetItem: R[A] = R[B][R[C]].
	OpGetItem
	// OpSetItem: R[A][R[B]] = R[C].
	OpSetItem
	// OpDelItem: del R[A][R[B]].
	OpDelItem
	// OpBuildSlice: R[A] = slice(R[B], R[B+1], R[B+2]).
	OpBuildSlice

	// OpBinaryAdd and the rest, in the order of syntax.Operator: R[A] = R[B] op R[C].
	OpBinaryAdd
	OpBinarySub
	OpBinaryMult
	OpBinaryMatMult
	OpBinaryDiv
	OpBinaryMod
	OpBinaryPow
	OpBinaryLShift
	OpBinaryRShift
	OpBinaryBitOr
	OpBinaryBitXor
	OpBinaryBitAnd
	OpBinaryFloorDiv
	// OpInPlaceAdd and the rest, in the same order: R[A] = R[B] op= R[C].
	OpInPlaceAdd
	OpInPlaceSub
	OpInPlaceMult
	OpInPlaceMatMult
	OpInPlaceDiv
	OpInPlaceMod
	OpInPlacePow
	OpInPlaceLShift
	OpInPlaceRShift
	OpInPlaceBitOr
	OpInPlaceBitXor
	OpInPlaceBitAnd
	OpInPlaceFloorDiv
	// OpAddInt and OpSubInt: R[A] = R[B] + n, R[B] - n, where n = int16(C) as a Python int.
	OpAddInt
	OpSubInt
	// OpInPlaceAddInt and OpInPlaceSubInt: the same for += and -=.
	OpInPlaceAddInt
	OpInPlaceSubInt

	// OpNeg, OpPos, OpInvert, OpNot: R[A] = -R[B], +R[B], ~R[B], not R[B].
	OpNeg
	OpPos
	OpInvert
	OpNot
	// OpCompareEq and the rest, in the order of syntax.CompareOperator: R[A] = R[B] op R[C].
	OpCompareEq
	OpCompareNe
	OpCompareLt
	OpCompareLe
	OpCompareGt
	OpCompareGe
	OpCompareIs
	OpCompareIsNot
	OpCompareIn
	OpCompareNotIn

	// OpJump goes to target.
	OpJump
	// OpJumpIfTrue and OpJumpIfFalse go to target depending on the truth of R[A].
	OpJumpIfTrue
	OpJumpIfFalse
	// OpJumpIfNone and OpJumpIfNotNone go to target depending on R[A] is None.
	OpJumpIfNone
	OpJumpIfNotNone
	// OpCompareJump, with jump word: jumps if truth(R[A] op R[B]) == sense, where C =
	// op<<1 | sense and op is a syntax.CompareOperator (any of the ten).
	OpCompareJump
	// OpCompareIntJump is OpCompareJump with the int n = int16(B) instead of R[B]; op is Eq … GtE.
	OpCompareIntJump

	// OpGetIter: R[A] = iter(R[B]).
	OpGetIter
	// OpForIter, with jump word: R[B] = next(R[A]) and jumps (back to the loop's body), or
	// goes on after the jump word when the iterator R[A] is exhausted, leaving R[B] alone.
	OpForIter
	// OpDropIter marks that the iterator R[A], which only this loop has held, is left before its end:
	// a suspended generator is closed now, as CPython does when its last reference
	// goes. R[A] = invalid. B = 1 for `async for`.
	OpDropIter
	// OpGetAIter: R[A] = R[B].__aiter__(), checked to have __anext__.
	OpGetAIter
	// OpGetANext: R[A] = awaitable of R[B].__anext__(); an OpAwait of it follows.
	OpGetANext
	// OpEndAsyncFor, first in a handler: when the exception R[A] is StopAsyncIteration this is OpLeaveHandler of B
	// and execution goes on, otherwise OpReraise of A.
	OpEndAsyncFor

	// OpCall calls R[A] with the B positional arguments R[A+1] …; the result goes to R[C]. C =
	// NoReg: the result is dropped by an expression statement (warn about a coroutine never awaited).
	OpCall
	// OpCallKw: like OpCall, B counts all arguments, the last of them are keyword
	// arguments named by KwNames[C]; the result goes to R[A].
	OpCallKw
	// OpCallMethod calls R[A], prepared by OpLoadMethod: self R[A+1] unless invalid, and B more arguments
	// R[A+2] …; result to R[C], or dropped as with OpCall.
	OpCallMethod
	// OpCallMethodKw is to OpCallMethod what OpCallKw is to OpCall: result to R[A].
	OpCallMethodKw
	// OpCallEx: R[A] = R[A](*R[A+1], **R[A+2]); R[A+1] is a list or tuple, R[A+2] a dict or invalid.
	OpCallEx
	// OpCallSuper: R[A] holds what the name `super` gave. If it is the built-in, R[A] =
	// super(content of the cell R[B], R[C]), else R[A] = R[A](). C is the first parameter (a cell
	// if VarKinds says so). Errors: empty cell "super(): empty __class__ cell", unbound "super(): arg[0] deleted".
	OpCallSuper
	// OpDiscard: R[A] is dropped by an expression statement (see OpCall, C = NoReg).
	OpDiscard
	// OpReturn returns R[A]; OpReturnConst returns Consts[wide].
	OpReturn
	OpReturnConst

	// OpMakeFunction: R[A] = function of the Code Consts[B]. C is a set of MakeFunction flags: R[A] is the
	// tuple of defaults, R[A+1] the dict of keyword-only defaults, R[A+2] the dict of
	// annotations. The closure is collected from the registers that the Code's FreeFrom names.
	OpMakeFunction
	// OpLoadBuildClass: R[A] = __build_class__ of builtins. An OpCall or OpCallEx with (function, name, *bases, **kw)
	// follows. The class body returns the cell __class__ or None.
	OpLoadBuildClass
	// OpSetupAnnotations makes __annotations__ in the namespace (of the class or module) unless there.
	OpSetupAnnotations
	// OpIntrinsic: R[A] = intrinsic C of the operands R[B], R[B+1] …
	OpIntrinsic

	// OpBuildTuple, OpBuildList, OpBuildSet: R[A] = collection of the C values R[B] …
	OpBuildTuple
	OpBuildList
	OpBuildSet
	// OpBuildDict: R[A] = dict of C pairs R[B]: R[B+1], R[B+2]: R[B+3] …
	OpBuildDict
	// OpBuildString: R[A] = the C strs R[B] … joined.
	OpBuildString
	// OpListAppend: R[A].append(R[B]); OpSetAdd: R[A].add(R[B]); OpDictSet: R[A][R[B]] = R[C]. R[A] is of the exact type.
	OpListAppend
	OpSetAdd
	OpDictSet
	// OpListExtend: R[A] += *R[B] ("Value after * must be an iterable, not int"); OpSetUpdate likewise ("'int' object is not iterable").
	// C of OpListExtend is 1 for arguments of a call of R[A-1], whose errors name the function.
	OpListExtend
	OpSetUpdate
	// OpDictUpdate: dict R[A] with **R[B] added: "'int' object is not a mapping".
	OpDictUpdate
	// OpDictMerge is OpDictUpdate for the keywords of a call of R[C]: a key there twice raises TypeError
	// "f() got multiple values for keyword argument 'x'"; keys must be strs.
	OpDictMerge
	// OpListToTuple: R[A] = tuple(list R[B]).
	OpListToTuple
	// OpUnpackSequence: R[A] … = the exactly C items of R[B].
	OpUnpackSequence
	// OpUnpackEx: R[A] … = the items of R[B]: C>>8 before the starred one, which becomes
	// a list, and C&0xFF after it.
	OpUnpackEx
	// OpFormat: R[A] = format(conversion(R[B]), spec) where C&3 is a Conversion and the spec is the
	// str R[B+1] if C has FormatHasSpec, else "".
	OpFormat

	// OpRaise: raise R[A] from R[B]; B = NoReg: without a cause. A = NoReg: bare `raise` ("No active exception to reraise").
	OpRaise
	// OpReraise raises the exception R[A] again, without context or traceback entry for this frame.
	OpReraise
	// OpLeaveHandler: the frame handles R[A] again; A = NoReg: none itself, so that
	// sys.exception() is the one of its caller (for a generator, of who resumed it).
	OpLeaveHandler
	// OpExceptMatch, with jump word: jumps unless exception R[A] matches the class or tuple R[B] ("catching
	// classes that do not inherit from BaseException is not allowed").
	OpExceptMatch
	// OpExceptStarMatch splits the exception (group) R[A] by the class or tuple R[B]: R[C] = the matching group or None
	// (a bare exception that matches is wrapped in a group), R[A] = the rest or None.
	OpExceptStarMatch
	// OpPrepareReraiseStar: R[A] = what `except*` must raise at its end, or None; R[B] = the original
	// exception, R[C] = list of what the handlers raised and the unhandled rest (may hold None).
	OpPrepareReraiseStar
	// OpLoadAssertionError: R[A] = the built-in AssertionError.
	OpLoadAssertionError
	// OpBeforeWith: R[A] = bound __exit__ and R[A+1] = bound __enter__ of R[B] ("'X' object does not support
	// the context manager protocol"); an OpCall of R[A+1] follows. B register survives. OpBeforeAsyncWith: __aexit__ and __aenter__.
	OpBeforeWith
	OpBeforeAsyncWith
	// OpWithExit: R[A] = R[B](None, None, None), or with C not NoReg, R[B](type(e), e, e.__traceback__) of the
	// exception e = R[C]. R[A+1], R[A+2], R[A+3] are free to hold the arguments.
	OpWithExit

	// OpAwait: R[A] = await R[B]; C is an AwaitKind, for the message when R[B] is not awaitable.
	OpAwait
	// OpYield: R[A] = yield R[B]; by the code's flags of a generator or an async generator.
	OpYield
	// OpYieldFrom: R[A] = yield from R[B].
	OpYieldFrom

	// OpImportName: R[A] = module of Imports[B]: for `import a.b` the package a, else the module itself.
	OpImportName
	// OpImportFrom: R[A] = R[B].name C, or submodule; ImportError "cannot import name 'x' from 'm' (file)".
	OpImportFrom
	// OpImportStar binds the public names of module R[A] in the namespace.
	OpImportStar

	// OpMatchSequence, OpMatchMapping: go to target unless R[A] is a sequence (not str, bytes, bytearray), a mapping.
	OpMatchSequence
	OpMatchMapping
	// OpMatchKeys: R[A] = tuple of the values in mapping R[B] of the keys in tuple R[C], or None when one is missing.
	OpMatchKeys
	// OpMatchRest: R[A] = new dict of mapping R[B] without the keys in tuple R[C].
	OpMatchRest
	// OpMatchClass: R[A] = class, R[A+1] = tuple of keyword names, R[B] = subject, C = number of positional patterns: R[A] = tuple of
	// the C + len(names) attributes, or None when it does not match.
	OpMatchClass
	// OpLen: R[A] = len(R[B]).
	OpLen

	opCount
)

// MakeFunction flags: which of the registers from A on OpMakeFunction reads.
const (
	FunctionDefaults    = 1
	FunctionKwDefaults  = 2
	FunctionAnnotations = 4
)

// Conversions of OpFormat.
const (
	ConversionNone  = 0
	ConversionStr   = 1
	ConversionRepr  = 2
	ConversionAscii = 3
	FormatHasSpec   = 4
)

// AwaitKind tells OpAwait where its operand comes from.
const (
	AwaitExpr   = 0 // "object int can't be used in 'await' expression"
	AwaitAEnter = 1 // "'async with' received an object from __aenter__ that does not implement __await__: int"
	AwaitAExit  = 2 // the same with __aexit__
	AwaitANext  = 3 // "'async for' received an invalid object from __anext__: int"
)

// Intrinsic is a rare operation behind OpIntrinsic; R[B] … are its operands.
type Intrinsic uint16

const (
	// TypeVar(name), with bound or constraints: (name, function that evaluates it).
	IntrinsicTypeVar Intrinsic = iota
	IntrinsicTypeVarBound
	IntrinsicTypeVarConstraints
	IntrinsicParamSpec    // (name)
	IntrinsicTypeVarTuple // (name)
	// IntrinsicTypeParamDefault: (type parameter, function); sets its default and returns it.
	IntrinsicTypeParamDefault
	// IntrinsicTypeAlias: (name, tuple of type parameters or None, function that evaluates the value).
	IntrinsicTypeAlias
	// IntrinsicGeneric: (tuple of type parameters): the base Generic[T, …] of a generic class.
	IntrinsicGeneric
	// IntrinsicFunctionTypeParams: (function, tuple); sets __type_params__ and returns the function.
	IntrinsicFunctionTypeParams
)
