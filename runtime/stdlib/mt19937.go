package stdlib

import (
	"math/big"
	"math/bits"
)

// mersenne is the generator MT19937 of Matsumoto and Nishimura (1998), seeded and read
// as CPython's _random does (Modules/_randommodule.c).
type mersenne struct {
	state [mersenneWords]uint32
	next  int // index of the next word to give out
}

const (
	mersenneWords  = 624
	mersenneMiddle = 397
)

// seedWord sets the state from one word.
func (m *mersenne) seedWord(seed uint32) {
	m.state[0] = seed
	for i := 1; i < mersenneWords; i++ {
		previous := m.state[i-1]
		m.state[i] = 1812433253*(previous^previous>>30) + uint32(i)
	}
	m.next = mersenneWords
}

// seedKey sets the state from a key of at least one word.
func (m *mersenne) seedKey(key []uint32) {
	m.seedWord(19650218)
	i, j := 1, 0
	mix := func(factor uint32) uint32 {
		previous := m.state[i-1]
		return m.state[i] ^ (previous^previous>>30)*factor
	}
	advance := func() {
		if i++; i == mersenneWords {
			m.state[0] = m.state[mersenneWords-1]
			i = 1
		}
	}
	for range max(mersenneWords, len(key)) {
		m.state[i] = mix(1664525) + key[j] + uint32(j)
		advance()
		j = (j + 1) % len(key)
	}
	for range mersenneWords - 1 {
		m.state[i] = mix(1566083941) - uint32(i)
		advance()
	}
	m.state[0] = 1 << 31
}

// seedInt seeds from the absolute value of an int.
func (m *mersenne) seedInt(n *big.Int) {
	key := words(n)
	if len(key) == 0 {
		key = []uint32{0}
	}
	m.seedKey(key)
}

// words returns the absolute value of n as 32-bit words, the lowest first.
func words(n *big.Int) []uint32 {
	var out []uint32
	b := n.Bytes()
	for end := len(b); end > 0; end -= 4 {
		w := uint32(0)
		for _, x := range b[max(0, end-4):end] {
			w = w<<8 | uint32(x)
		}
		out = append(out, w)
	}
	return out
}

func (m *mersenne) uint32() uint32 {
	if m.next >= mersenneWords {
		m.generate()
	}
	y := m.state[m.next]
	m.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// generate makes the next 624 words.
func (m *mersenne) generate() {
	for i := range mersenneWords {
		y := m.state[i]&(1<<31) | m.state[(i+1)%mersenneWords]&(1<<31-1)
		x := m.state[(i+mersenneMiddle)%mersenneWords] ^ y>>1
		if y&1 != 0 {
			x ^= 0x9908b0df
		}
		m.state[i] = x
	}
	m.next = 0
}

// float64 returns a number in [0, 1) with 53 random bits.
func (m *mersenne) float64() float64 {
	a, b := m.uint32()>>5, m.uint32()>>6
	return (float64(a)*(1<<26) + float64(b)) * (1.0 / (1 << 53))
}

// bits returns k random bits, for k from 1 to 64.
func (m *mersenne) bits(k uint) uint64 {
	if k <= 32 {
		return uint64(m.uint32() >> (32 - k))
	}
	low := uint64(m.uint32())
	return uint64(m.uint32()>>(64-k))<<32 | low
}

// bigBits returns k random bits, for k > 0.
func (m *mersenne) bigBits(k uint) *big.Int {
	n := (k + 31) / 32
	b := make([]byte, 4*n)
	for i := range n {
		w := m.uint32()
		if left := k - 32*i; left < 32 {
			w >>= 32 - left
		}
		at := 4 * (n - 1 - i)
		b[at], b[at+1], b[at+2], b[at+3] = byte(w>>24), byte(w>>16), byte(w>>8), byte(w)
	}
	return new(big.Int).SetBytes(b)
}

// below returns a number in [0, n), for n > 0.
func (m *mersenne) below(n uint64) uint64 {
	k := uint(bits.Len64(n))
	r := m.bits(k)
	for r >= n {
		r = m.bits(k)
	}
	return r
}

// bigBelow is below for big numbers.
func (m *mersenne) bigBelow(n *big.Int) *big.Int {
	k := uint(n.BitLen())
	r := m.bigBits(k)
	for r.Cmp(n) >= 0 {
		r = m.bigBits(k)
	}
	return r
}
