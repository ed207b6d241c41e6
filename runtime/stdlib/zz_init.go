package stdlib

// The file's name puts this init behind those that fill the types in.
func init() {
	for _, typ := range declared {
		typ.Complete()
	}
	declared = nil
}
