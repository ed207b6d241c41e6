package asyncio

import "asyncplay/runtime/object"

// warn issues a warning at the line of the program that runs.
func warn(t *object.Thread, category *object.Type, message string) *object.Exception {
	m, err := t.Run.Import(t, "warnings")
	if err != nil {
		return err
	}
	_, err = object.Call(t, m.Dict.GetStr("warn"), object.Arguments(object.NewStr(message), category.Value()))
	return err
}

// log writes through logger "asyncio". As long as the program has not imported logging that
// is what logging's handler of last resort does: warnings and errors go to stderr as they are.
func (s *state) log(t *object.Thread, level, text string, exc *object.Exception) *object.Exception {
	m, ok := object.AsModule(valueOr(s.run.Modules.GetStr("logging"), object.None))
	if !ok {
		return s.logPlain(t, text, exc)
	}
	getLogger := m.Dict.GetStr("getLogger")
	if !getLogger.IsValid() {
		return s.logPlain(t, text, exc) // logging is only being imported
	}
	logger, err := object.Call(t, getLogger, object.Arguments(object.NewStr("asyncio")))
	if err != nil {
		return err
	}
	method, err := object.GetAttr(t, logger, level)
	if err != nil {
		return err
	}
	args := object.Arguments(object.NewStr("%s"), object.NewStr(text))
	if exc != nil {
		args.KwNames, args.KwValues = []string{"exc_info"}, []object.Value{exc.Value()}
	}
	_, err = object.Call(t, method, args)
	return err
}
