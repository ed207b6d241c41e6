package host

import "errors"

// Storage keeps texts between visits. A browser may refuse it, be full, or hold anything: none of that is fatal.
type Storage interface {
	// Get returns the text under a key, and whether there was one that could be read.
	Get(key string) (string, bool)
	// Set stores a text. The error is for a message; the page goes on without.
	Set(key, value string) error
	Remove(key string)
}

// ErrNoStorage is returned by Set where the browser refuses storage.
var ErrNoStorage = errors.New("the browser keeps nothing for this page")

// MemoryStorage is a Storage for tests and for pages that may not keep anything.
type MemoryStorage struct {
	values map[string]string
}

// NewMemoryStorage returns an empty storage.
func NewMemoryStorage() *MemoryStorage {
	return &MemoryStorage{values: map[string]string{}}
}

// Get implements Storage.
func (s *MemoryStorage) Get(key string) (string, bool) {
	value, ok := s.values[key]
	return value, ok
}

// Set implements Storage.
func (s *MemoryStorage) Set(key, value string) error {
	s.values[key] = value
	return nil
}

// Remove implements Storage.
func (s *MemoryStorage) Remove(key string) {
	delete(s.values, key)
}
