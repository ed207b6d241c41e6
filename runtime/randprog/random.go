package randprog

// random is the SplitMix64 generator: a seed gives the same programs on every machine and Go version.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 to n-1.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// between returns a number from low to high.
func (r *random) between(low, high int) int { return low + r.below(high-low+1) }

// percent is true in so many of a hundred cases.
func (r *random) percent(n int) bool { return r.below(100) < n }

// one returns one of the texts.
func (r *random) one(texts ...string) string { return texts[r.below(len(texts))] }
