package stdlib

import (
	"encoding/binary"
	"math/big"
	"math/bits"
	"sync"

	"asyncplay/runtime/object"
)

// The message digests of module hashlib, and SHA-512 for seeds of module random. The packages
// of Go's crypto tree bring self-tests and far more code than these functions are.

// primeRoots returns the first 64 bits of the fractional parts of the n-th roots (2 or 3) of
// the first primes: the constants of the SHA-2 family (FIPS 180-4).
func primeRoots(count int, root int64) []uint64 {
	var out []uint64
	for p := int64(2); len(out) < count; p++ {
		if !isPrime(p) {
			continue
		}
		x := new(big.Int).Lsh(big.NewInt(p), uint(64*root))
		var r *big.Int
		if root == 2 {
			r = new(big.Int).Sqrt(x)
		} else {
			r = cubeRoot(x)
		}
		out = append(out, new(big.Int).And(r, new(big.Int).SetUint64(1<<64-1)).Uint64())
	}
	return out
}

// isPrime is for small numbers: the one of package big would bring its tests for large ones.
func isPrime(n int64) bool {
	for d := int64(2); d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return n > 1
}

// cubeRoot is the integer part of a cube root, by bisection.
func cubeRoot(x *big.Int) *big.Int {
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen()/3+2))
	for {
		mid := new(big.Int).Add(low, high)
		mid.Rsh(mid, 1)
		if mid.Cmp(low) == 0 {
			return low
		}
		if cube := new(big.Int).Exp(mid, big.NewInt(3), nil); cube.Cmp(x) <= 0 {
			low = mid
		} else {
			high = mid
		}
	}
}

var (
	cubeRootWords   = sync.OnceValue(func() []uint64 { return primeRoots(80, 3) })
	squareRootWords = sync.OnceValue(func() []uint64 { return primeRoots(16, 2) })
)

// padMessage appends a one bit, zeros and the length in bits, to a multiple of block bytes.
func padMessage(message string, block, lengthBytes int, order binary.ByteOrder) []byte {
	b := append([]byte(message), 0x80)
	for len(b)%block != block-lengthBytes {
		b = append(b, 0)
	}
	length := make([]byte, lengthBytes)
	if order == binary.ByteOrder(binary.LittleEndian) {
		binary.LittleEndian.PutUint64(length, uint64(len(message))*8)
	} else {
		binary.BigEndian.PutUint64(length[lengthBytes-8:], uint64(len(message))*8)
	}
	return append(b, length...)
}

// sha512Words is the SHA-512 compression of a whole message from an initial state.
func sha512Words(message string, state [8]uint64) [8]uint64 {
	k := cubeRootWords()
	var w [80]uint64
	for b := padMessage(message, 128, 16, binary.BigEndian); len(b) > 0; b = b[128:] {
		for i := range 16 {
			w[i] = binary.BigEndian.Uint64(b[8*i:])
		}
		for i := 16; i < 80; i++ {
			x, y := w[i-15], w[i-2]
			w[i] = w[i-16] + w[i-7] + (bits.RotateLeft64(x, -1) ^ bits.RotateLeft64(x, -8) ^ x>>7) +
				(bits.RotateLeft64(y, -19) ^ bits.RotateLeft64(y, -61) ^ y>>6)
		}
		s := state
		for i := range w {
			a, e := s[0], s[4]
			t1 := s[7] + (bits.RotateLeft64(e, -14) ^ bits.RotateLeft64(e, -18) ^ bits.RotateLeft64(e, -41)) + (e&s[5] ^ ^e&s[6]) + k[i] + w[i]
			t2 := (bits.RotateLeft64(a, -28) ^ bits.RotateLeft64(a, -34) ^ bits.RotateLeft64(a, -39)) + (a&s[1] ^ a&s[2] ^ s[1]&s[2])
			s = [8]uint64{t1 + t2, a, s[1], s[2], s[3] + t1, e, s[5], s[6]}
		}
		for i := range state {
			state[i] += s[i]
		}
	}
	return state
}

// sha512Sum is the SHA-512 digest.
func sha512Sum(message string) (digest [64]byte) {
	for i, w := range sha512Words(message, [8]uint64(squareRootWords()[:8])) {
		binary.BigEndian.PutUint64(digest[8*i:], w)
	}
	return digest
}

// sha384Sum is SHA-512 from another state, cut.
func sha384Sum(message string) []byte {
	var digest [64]byte
	for i, w := range sha512Words(message, [8]uint64(squareRootWords()[8:])) {
		binary.BigEndian.PutUint64(digest[8*i:], w)
	}
	return digest[:48]
}

// sha256Words is the SHA-256 compression of a whole message.
func sha256Words(message string, state [8]uint32) [8]uint32 {
	k := cubeRootWords()
	var w [64]uint32
	for b := padMessage(message, 64, 8, binary.BigEndian); len(b) > 0; b = b[64:] {
		for i := range 16 {
			w[i] = binary.BigEndian.Uint32(b[4*i:])
		}
		for i := 16; i < 64; i++ {
			x, y := w[i-15], w[i-2]
			w[i] = w[i-16] + w[i-7] + (bits.RotateLeft32(x, -7) ^ bits.RotateLeft32(x, -18) ^ x>>3) +
				(bits.RotateLeft32(y, -17) ^ bits.RotateLeft32(y, -19) ^ y>>10)
		}
		s := state
		for i := range w {
			a, e := s[0], s[4]
			t1 := s[7] + (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) + (e&s[5] ^ ^e&s[6]) + uint32(k[i]>>32) + w[i]
			t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&s[1] ^ a&s[2] ^ s[1]&s[2])
			s = [8]uint32{t1 + t2, a, s[1], s[2], s[3] + t1, e, s[5], s[6]}
		}
		for i := range state {
			state[i] += s[i]
		}
	}
	return state
}

// sha256Sum is the SHA-256 digest, or with short SHA-224, whose state is the low half of what
// SHA-384 begins with.
func sha256Sum(message string, short bool) []byte {
	var state [8]uint32
	for i := range state {
		if short {
			state[i] = uint32(squareRootWords()[8+i])
		} else {
			state[i] = uint32(squareRootWords()[i] >> 32)
		}
	}
	digest := make([]byte, 0, 32)
	for _, w := range sha256Words(message, state) {
		digest = binary.BigEndian.AppendUint32(digest, w)
	}
	if short {
		return digest[:28]
	}
	return digest
}

// sha1Sum is the SHA-1 digest.
func sha1Sum(message string) []byte {
	state := [5]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}
	var w [80]uint32
	for b := padMessage(message, 64, 8, binary.BigEndian); len(b) > 0; b = b[64:] {
		for i := range 16 {
			w[i] = binary.BigEndian.Uint32(b[4*i:])
		}
		for i := 16; i < 80; i++ {
			w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
		}
		s := state
		for i := range w {
			var f, k uint32
			switch b, c, d := s[1], s[2], s[3]; i / 20 {
			case 0:
				f, k = b&c|^b&d, 0x5A827999
			case 1:
				f, k = b^c^d, 0x6ED9EBA1
			case 2:
				f, k = b&c|b&d|c&d, 0x8F1BBCDC
			default:
				f, k = b^c^d, 0xCA62C1D6
			}
			s = [5]uint32{bits.RotateLeft32(s[0], 5) + f + s[4] + k + w[i], s[0], bits.RotateLeft32(s[1], 30), s[2], s[3]}
		}
		for i := range state {
			state[i] += s[i]
		}
	}
	var digest []byte
	for _, word := range state {
		digest = binary.BigEndian.AppendUint32(digest, word)
	}
	return digest
}

// newHashlibModule makes _hashlib: digest(name, data).
func newHashlibModule(t *object.Thread) *object.Module {
	m := object.NewModule("_hashlib")
	defineN(m, "digest", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		data, ok := bytesOf(a[1])
		if !ok {
			return object.Value{}, object.TypeErrorf("object supporting the buffer API required")
		}
		if err := t.Tick(1 + len(data)/16); err != nil {
			return object.Value{}, err
		}
		var digest []byte
		switch str(a[0]) {
		case "md5":
			digest = md5Sum(data)
		case "sha1":
			digest = sha1Sum(data)
		case "sha224":
			digest = sha256Sum(data, true)
		case "sha256":
			digest = sha256Sum(data, false)
		case "sha384":
			digest = sha384Sum(data)
		case "sha512":
			sum := sha512Sum(data)
			digest = sum[:]
		default:
			return object.Value{}, object.ValueErrorf("unsupported hash type %s", str(a[0]))
		}
		return object.NewBytes(string(digest)), nil
	})
	return m
}
