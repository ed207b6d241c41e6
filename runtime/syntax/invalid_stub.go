package syntax

func (p *parser) invalidNamedExpression()                                       {}
func (p *parser) invalidExpression()                                            {}
func (p *parser) invalidLegacyExpression()                                      {}
func (p *parser) invalidGroup()                                                 {}
func (p *parser) invalidComprehension()                                         {}
func (p *parser) invalidDoubleStarredKVPairs()                                  {}
func (p *parser) invalidDictComprehension()                                     {}
func (p *parser) invalidForIfClause()                                           {}
func (p *parser) invalidForTarget()                                             {}
func (p *parser) invalidArguments()                                             {}
func (p *parser) invalidKwarg()                                                 {}
func (p *parser) invalidStarredExpression()                                     {}
func (p *parser) invalidDoubleStarArgument()                                    {}
func (p *parser) invalidParameters(paramStyle)                                  {}
func (p *parser) invalidStarEtc(paramStyle)                                     {}
func (p *parser) invalidDefault()                                               {}
func (p *parser) invalidKwds(paramStyle)                                        {}
func (p *parser) invalidTypeParams()                                            {}
func (p *parser) invalidTypeParam(TypeParamKind)                                {}
func (p *parser) assignmentSecondPass() Stmt                                    { return nil }
func (p *parser) invalidDelStmt()                                               {}
func (p *parser) invalidImport()                                                {}
func (p *parser) invalidImportFromTargets()                                     {}
func (p *parser) invalidDefRaw()                                                {}
func (p *parser) invalidClassDefRaw()                                           {}
func (p *parser) invalidHeader(tokenKind, func(*parser) Expr)                   {}
func (p *parser) invalidKeywordBlock(tokenKind)                                 {}
func (p *parser) invalidForStmt(bool)                                           {}
func (p *parser) invalidWithStmtIndent(bool)                                    {}
func (p *parser) invalidWithStmt(bool)                                          {}
func (p *parser) invalidWithItem()                                              {}
func (p *parser) invalidTryStmt()                                               {}
func (p *parser) invalidExceptStmtIndent(bool)                                  {}
func (p *parser) invalidExceptStmt()                                            {}
func (p *parser) invalidMatchStmt()                                             {}
func (p *parser) invalidCaseBlock()                                             {}
func (p *parser) invalidAsPattern()                                             {}
func (p *parser) invalidClassPattern(Pattern)                                   {}
func (p *parser) invalidReplacementField()                                      {}
func check(filename, source string, m *Module, topLevelAwait bool) *SyntaxError { return nil }
