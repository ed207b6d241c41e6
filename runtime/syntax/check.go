package syntax

func check(filename, source string, m *Module, topLevelAwait bool) *SyntaxError { return nil }
