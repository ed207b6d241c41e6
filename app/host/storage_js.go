package host

import "github.com/hack-pad/safejs"

type localStorage struct{}

// LocalStorage is the browser's own. Every call may fail: a sandboxed frame, a full disk, a privacy setting.
func LocalStorage() Storage { return localStorage{} }

func (localStorage) call(method string, args ...any) (safejs.Value, error) {
	storage, err := safejs.Global().Get("localStorage")
	if err != nil {
		return safejs.Null(), err
	}
	return storage.Call(method, args...)
}

func (s localStorage) Get(key string) (string, bool) {
	value, err := s.call("getItem", key)
	if err != nil || value.Type() != safejs.TypeString {
		return "", false
	}
	text, err := value.String()
	return text, err == nil
}

func (s localStorage) Set(key, value string) error {
	if _, err := s.call("setItem", key, value); err != nil {
		return ErrNoStorage
	}
	return nil
}

func (s localStorage) Remove(key string) {
	_, _ = s.call("removeItem", key) // nothing depends on it: a refused storage holds nothing
}
