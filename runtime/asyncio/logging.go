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

// loggerFunctions give a module its attribute logger, which is made when it is asked for:
// importing asyncio does not import logging here.
func loggerFunctions() []object.Value {
	self := object.NewFunction("asyncio", "__getattr__", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		name := ""
		if len(args.Pos) == 1 {
			name, _ = object.StrOf(args.Pos[0])
		}
		if name != "logger" {
			return object.Value{}, object.AttributeErrorf("module 'asyncio' has no attribute '%s'", name)
		}
		m, err := t.Run.Import(t, "logging")
		if err != nil {
			return object.Value{}, err
		}
		return object.Call(t, m.Dict.GetStr("getLogger"), object.Arguments(object.NewStr("asyncio")))
	})
	return []object.Value{self}
}

// logger is what asyncio logs to: what the program put into base_events.logger, or else logger
// "asyncio" of module logging. There is none as long as the program has not imported logging.
func (s *state) logger(t *object.Thread) (object.Value, bool, *object.Exception) {
	if m, ok := object.AsModule(valueOr(s.run.Modules.GetStr("asyncio.base_events"), object.None)); ok {
		if replaced := m.Dict.GetStr("logger"); replaced.IsValid() {
			return replaced, true, nil
		}
	}
	m, ok := object.AsModule(valueOr(s.run.Modules.GetStr("logging"), object.None))
	if !ok {
		return object.Value{}, false, nil
	}
	getLogger := m.Dict.GetStr("getLogger")
	if !getLogger.IsValid() {
		return object.Value{}, false, nil // logging is only being imported
	}
	logger, err := object.Call(t, getLogger, object.Arguments(object.NewStr("asyncio")))
	return logger, true, err
}

// log writes a message. Without a logger that is what logging's handler of last resort does:
// warnings and errors go to stderr as they are.
func (s *state) log(t *object.Thread, level, text string, exc *object.Exception) *object.Exception {
	logger, ok, err := s.logger(t)
	if err != nil {
		return err
	}
	if !ok {
		return s.logPlain(t, text, exc)
	}
	method, err := object.GetAttr(t, logger, level)
	if err != nil {
		return err
	}
	args := object.Arguments(object.NewStr(text))
	if level == "error" {
		info := object.False
		if exc != nil {
			tb, err := object.GetAttr(t, exc.Value(), "__traceback__")
			if err != nil {
				return err
			}
			info = object.NewTuple(exc.Type().Value(), exc.Value(), tb)
		}
		args.KwNames, args.KwValues = []string{"exc_info"}, []object.Value{info}
	}
	_, err = object.Call(t, method, args)
	return err
}
