package compile

import (
	"strconv"
	"strings"
)

// disassemble lists a code's instructions, its exception table, and then the codes in
// its constants. Registers of variables appear by name, temporaries as t0, t1 …
func disassemble(code *Code) string {
	var b strings.Builder
	disassembleTo(&b, code)
	return b.String()
}

func disassembleTo(b *strings.Builder, code *Code) {
	b.WriteString(code.Qualname + ":\n")
	line := int32(0)
	for pc, i := range code.Instrs {
		text := "      "
		if at := code.Positions[pc].Line; at != line {
			line = at
			text = pad(strconv.Itoa(int(line)), 6)
		}
		b.WriteString(text + pad(strconv.Itoa(pc), 5) + instruction(code, i) + "\n")
	}
	for _, h := range code.Handlers {
		b.WriteString("  " + strconv.Itoa(int(h.Start)) + ".." + strconv.Itoa(int(h.End)) + " -> " +
			strconv.Itoa(int(h.Target)) + " " + code.registerName(h.Reg) + "\n")
	}
	for _, k := range code.Consts {
		if k.Code != nil {
			disassembleTo(b, k.Code)
		}
	}
}

func pad(s string, n int) string {
	if len(s) >= n {
		return s + " "
	}
	return s + strings.Repeat(" ", n-len(s))
}

func instruction(code *Code, i Instr) string {
	info := opTable[i.Op]
	parts := []string{info.name}
	for at, kind := range []operand{info.a, info.b, info.c} {
		if text := operandText(code, i, kind, [...]uint16{i.A, i.B, i.C}[at]); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

func operandText(code *Code, i Instr, kind operand, x uint16) string {
	switch kind {
	case operandReg:
		return code.registerName(x)
	case operandRegOrNone:
		if x == NoReg {
			return "-"
		}
		return code.registerName(x)
	case operandNumber:
		return strconv.Itoa(int(int16(x)))
	case operandName:
		return "." + code.Names[x]
	case operandSite:
		return "." + code.Sites[x]
	case operandKwNames:
		return "(" + strings.Join(code.KwNames[x], ",") + ")"
	case operandImport:
		return code.Imports[x].Module
	case operandCode:
		return constText(code.Consts[x])
	case operandTarget:
		return "->" + strconv.Itoa(int(i.Wide()))
	case operandConst:
		return constText(code.Consts[i.Wide()])
	}
	return ""
}

func (code *Code) registerName(r uint16) string {
	if int(r) < len(code.VarNames) {
		return code.VarNames[r]
	}
	return "t" + strconv.Itoa(int(r)-len(code.VarNames))
}

func constText(k Const) string {
	switch k.Kind {
	case ConstNone:
		return "None"
	case ConstTrue:
		return "True"
	case ConstFalse:
		return "False"
	case ConstEllipsis:
		return "..."
	case ConstInt:
		if k.Big != nil {
			return k.Big.String()
		}
		return strconv.FormatInt(k.Int, 10)
	case ConstFloat:
		return floatText(k.Float, true)
	case ConstImaginary:
		return floatText(k.Float, false) + "j"
	case ConstString:
		return quote(k.Str)
	case ConstBytes:
		return "b" + quoteBytes(k.Str)
	case ConstCode:
		return "<code " + k.Code.Qualname + ">"
	}
	parts := make([]string, len(k.Items))
	for i, item := range k.Items {
		parts[i] = constText(item)
	}
	text := "(" + strings.Join(parts, ", ") + ")"
	if k.Kind == ConstFrozenSet {
		return "frozenset" + text
	}
	return text
}
