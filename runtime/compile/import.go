package compile

import (
	"strings"

	"asyncplay/runtime/syntax"
)

func (u *unit) importName(dst uint16, i Import) {
	if len(u.code.Imports) >= NoReg {
		u.c.fail(u.span, "too many imports in one function")
		return
	}
	u.emit(OpImportName, dst, uint16(len(u.code.Imports)), 0)
	u.code.Imports = append(u.code.Imports, i)
}

func (u *unit) importStmt(s *syntax.Import) {
	for _, a := range s.Names {
		mark := u.top
		t := u.temp()
		u.importName(t, Import{Module: a.Name})
		if a.AsName != "" {
			// `import a.b.c as x` binds the last part.
			for _, part := range strings.Split(a.Name, ".")[1:] {
				u.emit(OpImportFrom, t, t, u.nameIndex(part))
			}
		}
		u.storeName(u.scope.mangle(importedName(a)), t)
		u.top = mark
	}
}

func (u *unit) importFrom(s *syntax.ImportFrom) {
	names := make([]string, len(s.Names))
	for i, a := range s.Names {
		names[i] = a.Name
	}
	module, t := u.temp(), u.temp()
	u.importName(module, Import{Module: s.Module, Level: s.Level, From: names})
	for _, a := range s.Names {
		if a.Name == "*" {
			u.emit(OpImportStar, module, 0, 0)
			return
		}
		u.emit(OpImportFrom, t, module, u.nameIndex(a.Name))
		u.storeName(u.scope.mangle(importedName(a)), t)
	}
}
