package compile

// operand says what one operand of an instruction is.
type operand uint8

const (
	operandNone      operand = iota
	operandReg               // register
	operandRegOrNone         // register or NoReg
	operandNumber            // a plain number
	operandName              // index into Names
	operandSite              // index into Sites
	operandKwNames           // index into KwNames
	operandImport            // index into Imports
	operandCode              // index into Consts of a Code
	operandTarget            // B and C together: a pc
	operandConst             // B and C together: an index into Consts
)

// opInfo describes an opcode: its name and operands. A jump word follows when word is set.
type opInfo struct {
	name    string
	a, b, c operand
	word    bool
}

var opTable = [opCount]opInfo{
	OpNop:                  {name: "Nop"},
	OpMove:                 {name: "Move", a: operandReg, b: operandReg},
	OpLoadConst:            {name: "LoadConst", a: operandReg, b: operandConst},
	OpUnbind:               {name: "Unbind", a: operandReg},
	OpCheckBound:           {name: "CheckBound", a: operandReg},
	OpMakeCell:             {name: "MakeCell", a: operandReg},
	OpLoadDeref:            {name: "LoadDeref", a: operandReg, b: operandReg},
	OpStoreDeref:           {name: "StoreDeref", a: operandReg, b: operandReg},
	OpDeleteDeref:          {name: "DeleteDeref", a: operandReg},
	OpLoadGlobal:           {name: "LoadGlobal", a: operandReg, b: operandSite},
	OpStoreGlobal:          {name: "StoreGlobal", a: operandReg, b: operandSite},
	OpDeleteGlobal:         {name: "DeleteGlobal", b: operandName},
	OpLoadName:             {name: "LoadName", a: operandReg, b: operandSite},
	OpStoreName:            {name: "StoreName", a: operandReg, b: operandName},
	OpDeleteName:           {name: "DeleteName", b: operandName},
	OpLoadNamespace:        {name: "LoadNamespace", a: operandReg},
	OpLoadFromDictOrDeref:  {name: "LoadFromDictOrDeref", a: operandReg, b: operandReg, c: operandName},
	OpLoadFromDictOrGlobal: {name: "LoadFromDictOrGlobal", a: operandReg, b: operandSite},
	OpGetAttr:              {name: "GetAttr", a: operandReg, b: operandReg, c: operandSite},
	OpSetAttr:              {name: "SetAttr", a: operandReg, b: operandReg, c: operandSite},
	OpDelAttr:              {name: "DelAttr", a: operandReg, c: operandSite},
	OpLoadMethod:           {name: "LoadMethod", a: operandReg, b: operandReg, c: operandSite},
	OpGetItem:              {name: "GetItem", a: operandReg, b: operandReg, c: operandReg},
	OpSetItem:              {name: "SetItem", a: operandReg, b: operandReg, c: operandReg},
	OpDelItem:              {name: "DelItem", a: operandReg, b: operandReg},
	OpBuildSlice:           {name: "BuildSlice", a: operandReg, b: operandReg},
	OpBinaryAdd:            {name: "BinaryAdd", a: operandReg, b: operandReg, c: operandReg},
	OpBinarySub:            {name: "BinarySub", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryMult:           {name: "BinaryMult", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryMatMult:        {name: "BinaryMatMult", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryDiv:            {name: "BinaryDiv", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryMod:            {name: "BinaryMod", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryPow:            {name: "BinaryPow", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryLShift:         {name: "BinaryLShift", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryRShift:         {name: "BinaryRShift", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryBitOr:          {name: "BinaryBitOr", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryBitXor:         {name: "BinaryBitXor", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryBitAnd:         {name: "BinaryBitAnd", a: operandReg, b: operandReg, c: operandReg},
	OpBinaryFloorDiv:       {name: "BinaryFloorDiv", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceAdd:           {name: "InPlaceAdd", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceSub:           {name: "InPlaceSub", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceMult:          {name: "InPlaceMult", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceMatMult:       {name: "InPlaceMatMult", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceDiv:           {name: "InPlaceDiv", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceMod:           {name: "InPlaceMod", a: operandReg, b: operandReg, c: operandReg},
	OpInPlacePow:           {name: "InPlacePow", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceLShift:        {name: "InPlaceLShift", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceRShift:        {name: "InPlaceRShift", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceBitOr:         {name: "InPlaceBitOr", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceBitXor:        {name: "InPlaceBitXor", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceBitAnd:        {name: "InPlaceBitAnd", a: operandReg, b: operandReg, c: operandReg},
	OpInPlaceFloorDiv:      {name: "InPlaceFloorDiv", a: operandReg, b: operandReg, c: operandReg},
	OpAddInt:               {name: "AddInt", a: operandReg, b: operandReg, c: operandNumber},
	OpSubInt:               {name: "SubInt", a: operandReg, b: operandReg, c: operandNumber},
	OpInPlaceAddInt:        {name: "InPlaceAddInt", a: operandReg, b: operandReg, c: operandNumber},
	OpInPlaceSubInt:        {name: "InPlaceSubInt", a: operandReg, b: operandReg, c: operandNumber},
	OpNeg:                  {name: "Neg", a: operandReg, b: operandReg},
	OpPos:                  {name: "Pos", a: operandReg, b: operandReg},
	OpInvert:               {name: "Invert", a: operandReg, b: operandReg},
	OpNot:                  {name: "Not", a: operandReg, b: operandReg},
	OpCompareEq:            {name: "CompareEq", a: operandReg, b: operandReg, c: operandReg},
	OpCompareNe:            {name: "CompareNe", a: operandReg, b: operandReg, c: operandReg},
	OpCompareLt:            {name: "CompareLt", a: operandReg, b: operandReg, c: operandReg},
	OpCompareLe:            {name: "CompareLe", a: operandReg, b: operandReg, c: operandReg},
	OpCompareGt:            {name: "CompareGt", a: operandReg, b: operandReg, c: operandReg},
	OpCompareGe:            {name: "CompareGe", a: operandReg, b: operandReg, c: operandReg},
	OpCompareIs:            {name: "CompareIs", a: operandReg, b: operandReg, c: operandReg},
	OpCompareIsNot:         {name: "CompareIsNot", a: operandReg, b: operandReg, c: operandReg},
	OpCompareIn:            {name: "CompareIn", a: operandReg, b: operandReg, c: operandReg},
	OpCompareNotIn:         {name: "CompareNotIn", a: operandReg, b: operandReg, c: operandReg},
	OpJump:                 {name: "Jump", b: operandTarget},
	OpJumpIfTrue:           {name: "JumpIfTrue", a: operandReg, b: operandTarget},
	OpJumpIfFalse:          {name: "JumpIfFalse", a: operandReg, b: operandTarget},
	OpJumpIfNone:           {name: "JumpIfNone", a: operandReg, b: operandTarget},
	OpJumpIfNotNone:        {name: "JumpIfNotNone", a: operandReg, b: operandTarget},
	OpCompareJump:          {name: "CompareJump", a: operandReg, b: operandReg, c: operandNumber, word: true},
	OpCompareIntJump:       {name: "CompareIntJump", a: operandReg, b: operandNumber, c: operandNumber, word: true},
	OpGetIter:              {name: "GetIter", a: operandReg, b: operandReg},
	OpForIter:              {name: "ForIter", a: operandReg, b: operandReg, word: true},
	OpDropIter:             {name: "DropIter", a: operandReg, b: operandNumber},
	OpGetAIter:             {name: "GetAIter", a: operandReg, b: operandReg},
	OpGetANext:             {name: "GetANext", a: operandReg, b: operandReg},
	OpEndAsyncFor:          {name: "EndAsyncFor", a: operandReg, b: operandRegOrNone},
	OpCall:                 {name: "Call", a: operandReg, b: operandNumber, c: operandRegOrNone},
	OpCallKw:               {name: "CallKw", a: operandReg, b: operandNumber, c: operandKwNames},
	OpCallMethod:           {name: "CallMethod", a: operandReg, b: operandNumber, c: operandRegOrNone},
	OpCallMethodKw:         {name: "CallMethodKw", a: operandReg, b: operandNumber, c: operandKwNames},
	OpCallEx:               {name: "CallEx", a: operandReg},
	OpCallSuper:            {name: "CallSuper", a: operandReg, b: operandReg, c: operandReg},
	OpDiscard:              {name: "Discard", a: operandReg},
	OpReturn:               {name: "Return", a: operandReg},
	OpReturnConst:          {name: "ReturnConst", b: operandConst},
	OpMakeFunction:         {name: "MakeFunction", a: operandReg, b: operandCode, c: operandNumber},
	OpLoadBuildClass:       {name: "LoadBuildClass", a: operandReg},
	OpSetupAnnotations:     {name: "SetupAnnotations"},
	OpIntrinsic:            {name: "Intrinsic", a: operandReg, b: operandReg, c: operandNumber},
	OpBuildTuple:           {name: "BuildTuple", a: operandReg, b: operandReg, c: operandNumber},
	OpBuildList:            {name: "BuildList", a: operandReg, b: operandReg, c: operandNumber},
	OpBuildSet:             {name: "BuildSet", a: operandReg, b: operandReg, c: operandNumber},
	OpBuildDict:            {name: "BuildDict", a: operandReg, b: operandReg, c: operandNumber},
	OpBuildString:          {name: "BuildString", a: operandReg, b: operandReg, c: operandNumber},
	OpListAppend:           {name: "ListAppend", a: operandReg, b: operandReg},
	OpSetAdd:               {name: "SetAdd", a: operandReg, b: operandReg},
	OpDictSet:              {name: "DictSet", a: operandReg, b: operandReg, c: operandReg},
	OpListExtend:           {name: "ListExtend", a: operandReg, b: operandReg, c: operandNumber},
	OpSetUpdate:            {name: "SetUpdate", a: operandReg, b: operandReg},
	OpDictUpdate:           {name: "DictUpdate", a: operandReg, b: operandReg},
	OpDictMerge:            {name: "DictMerge", a: operandReg, b: operandReg, c: operandReg},
	OpListToTuple:          {name: "ListToTuple", a: operandReg, b: operandReg},
	OpUnpackSequence:       {name: "UnpackSequence", a: operandReg, b: operandReg, c: operandNumber},
	OpUnpackEx:             {name: "UnpackEx", a: operandReg, b: operandReg, c: operandNumber},
	OpFormat:               {name: "Format", a: operandReg, b: operandReg, c: operandNumber},
	OpRaise:                {name: "Raise", a: operandRegOrNone, b: operandRegOrNone},
	OpReraise:              {name: "Reraise", a: operandReg},
	OpLeaveHandler:         {name: "LeaveHandler", a: operandRegOrNone},
	OpExceptMatch:          {name: "ExceptMatch", a: operandReg, b: operandReg, word: true},
	OpExceptStarMatch:      {name: "ExceptStarMatch", a: operandReg, b: operandReg, c: operandReg},
	OpPrepareReraiseStar:   {name: "PrepareReraiseStar", a: operandReg, b: operandReg, c: operandReg},
	OpLoadAssertionError:   {name: "LoadAssertionError", a: operandReg},
	OpBeforeWith:           {name: "BeforeWith", a: operandReg, b: operandReg},
	OpBeforeAsyncWith:      {name: "BeforeAsyncWith", a: operandReg, b: operandReg},
	OpWithExit:             {name: "WithExit", a: operandReg, b: operandReg, c: operandRegOrNone},
	OpAwait:                {name: "Await", a: operandReg, b: operandReg, c: operandNumber},
	OpYield:                {name: "Yield", a: operandReg, b: operandReg},
	OpYieldFrom:            {name: "YieldFrom", a: operandReg, b: operandReg},
	OpImportName:           {name: "ImportName", a: operandReg, b: operandImport},
	OpImportFrom:           {name: "ImportFrom", a: operandReg, b: operandReg, c: operandName},
	OpImportStar:           {name: "ImportStar", a: operandReg},
	OpMatchSequence:        {name: "MatchSequence", a: operandReg, b: operandTarget},
	OpMatchMapping:         {name: "MatchMapping", a: operandReg, b: operandTarget},
	OpMatchKeys:            {name: "MatchKeys", a: operandReg, b: operandReg, c: operandReg},
	OpMatchRest:            {name: "MatchRest", a: operandReg, b: operandReg, c: operandReg},
	OpMatchClass:           {name: "MatchClass", a: operandReg, b: operandReg, c: operandNumber},
	OpLen:                  {name: "Len", a: operandReg, b: operandReg},
}

// isJump reports whether the wide operand is a operandTarget.
func (op Op) isJump() bool { return opTable[op].b == operandTarget }

// String returns the name without "Op".
func (op Op) String() string {
	if op < opCount {
		return opTable[op].name
	}
	return "?"
}
