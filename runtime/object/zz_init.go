package object

// The file's name puts this init behind those that fill the types in.
func init() {
	addBuiltinTypes()
	for _, t := range declared {
		t.finish()
	}
	declared = nil
}
