package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"asyncplay/runtime/syntax"
)

func compileSource(t *testing.T, source string) *Code {
	t.Helper()
	m, err := syntax.Parse("x.py", source)
	require.Nil(t, err)
	code, err := Compile(m, "x.py")
	require.Nil(t, err)
	verify(t, code)
	return code
}

// verify checks that every operand of every instruction names something that exists.
func verify(t *testing.T, code *Code) {
	t.Helper()
	require.Equal(t, len(code.Instrs), len(code.Positions))
	require.LessOrEqual(t, code.Registers, registersMax)
	words := jumpWords(t, code)
	for pc, i := range code.Instrs {
		info := opTable[i.Op]
		require.NotEmpty(t, info.name, "opcode %d has no entry in the table", i.Op)
		for at, kind := range []operand{info.a, info.b, info.c} {
			x := int([...]uint16{i.A, i.B, i.C}[at])
			verifyOperand(t, code, pc, i, kind, x, words)
		}
		verifyRange(t, code, pc, i)
	}
	for _, h := range code.Handlers {
		require.Less(t, h.Start, h.End)
		require.LessOrEqual(t, int(h.End), len(code.Instrs))
		require.Less(t, int(h.Target), len(code.Instrs))
		require.Less(t, int(h.Reg), code.Registers)
		require.False(t, words[int(h.Start)] || words[int(h.Target)], "a handler begins in a jump word")
	}
	verifyStatements(t, code)
	require.True(t, endsFlow(code.Instrs[len(code.Instrs)-1].Op), "control flows over the end of %s\n%s", code.Qualname, disassemble(code))
	require.Equal(t, len(code.FreeFrom), len(code.VarNames)-code.FreeStart)
	for _, k := range code.Consts {
		if k.Code != nil {
			verifyClosure(t, code, k.Code)
			verify(t, k.Code)
		}
	}
}

func verifyStatements(t *testing.T, code *Code) {
	last := uint32(0)
	for _, s := range code.Statements {
		require.LessOrEqual(t, last, s.PC)
		last = s.PC
	}
}

func verifyClosure(t *testing.T, code, inner *Code) {
	for i, r := range inner.FreeFrom {
		require.Less(t, int(r), len(code.VarNames))
		require.True(t, code.VarKinds[r].IsCell(), "%s of %s is no cell", code.VarNames[r], code.Qualname)
		require.Equal(t, code.VarNames[r], inner.VarNames[inner.FreeStart+i])
	}
}

func jumpWords(t *testing.T, code *Code) map[int]bool {
	words := map[int]bool{}
	for pc, i := range code.Instrs {
		if opTable[i.Op].word {
			require.Equal(t, OpJump, code.Instrs[pc+1].Op, "no jump word at %d", pc)
			words[pc+1] = true
		}
	}
	return words
}

func verifyOperand(t *testing.T, code *Code, pc int, i Instr, kind operand, x int, words map[int]bool) {
	t.Helper()
	limit := -1
	switch kind {
	case operandReg:
		limit = code.Registers
	case operandRegOrNone:
		if x != NoReg {
			limit = code.Registers
		}
	case operandName:
		limit = len(code.Names)
	case operandSite:
		limit = len(code.Sites)
	case operandKwNames:
		limit = len(code.KwNames)
	case operandImport:
		limit = len(code.Imports)
	case operandCode:
		require.NotNil(t, code.Consts[x].Code)
	case operandTarget:
		require.Less(t, int(i.Wide()), len(code.Instrs))
		require.False(t, words[int(i.Wide())], "%d jumps into a jump word", pc)
	case operandConst:
		require.Less(t, int(i.Wide()), len(code.Consts))
	}
	if limit >= 0 && x >= limit {
		require.Fail(t, "operand out of range", "%s pc %d: %v\n%s", code.Qualname, pc, i, disassemble(code))
	}
}

// verifyRange checks instructions that use several consecutive registers.
func verifyRange(t *testing.T, code *Code, pc int, i Instr) {
	end := 0
	switch i.Op {
	case OpCall, OpCallKw:
		end = int(i.A) + 1 + int(i.B)
	case OpCallMethod, OpCallMethodKw:
		end = int(i.A) + 2 + int(i.B)
	case OpCallEx, OpBuildSlice:
		end = int(i.A) + 1
	case OpBuildTuple, OpBuildList, OpBuildSet, OpBuildString:
		end = int(i.B) + int(i.C)
	case OpBuildDict:
		end = int(i.B) + 2*int(i.C)
	case OpUnpackSequence:
		end = int(i.A) + int(i.C)
	case OpUnpackEx:
		end = int(i.A) + int(i.C>>8) + 1 + int(i.C&0xFF)
	case OpWithExit:
		end = int(i.A) + 4
	case OpBeforeWith, OpBeforeAsyncWith, OpLoadMethod, OpMatchClass:
		end = int(i.A) + 2
	}
	require.LessOrEqual(t, end, code.Registers, "%s pc %d", code.Qualname, pc)
}

// TestProgramsCompileSoundly compiles all recorded programs, and, when ASYNCPLAY_PYTHON names a Python
// interpreter, its standard library.
func TestProgramsCompileSoundly(t *testing.T) {
	roots := []string{"../../testdata/programs"}
	if python := os.Getenv("ASYNCPLAY_PYTHON"); python != "" {
		roots = append(roots, filepath.Join(filepath.Dir(filepath.Dir(python)), "lib", "python3.13"))
	}
	count := 0
	for _, root := range roots {
		require.NoError(t, filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") {
				return err
			}
			source, err := os.ReadFile(path)
			require.NoError(t, err)
			m, bad := syntax.Parse(path, string(source))
			if bad != nil {
				return nil
			}
			code, bad := Compile(m, path)
			require.Nil(t, bad, path)
			verify(t, code)
			count++
			return nil
		}))
	}
	require.NotZero(t, count)
}
