package stdlib

import (
	"encoding/binary"
	"math/bits"
	"sync"

	"asyncplay/runtime/realmath"
)

// md5Sines are the constants of MD5 (RFC 1321): the integer parts of 2³² |sin i|.
var md5Sines = sync.OnceValue(func() (table [64]uint32) {
	for i := range table {
		s := realmath.Sin(float64(i + 1))
		if s < 0 {
			s = -s
		}
		table[i] = uint32(s * (1 << 32))
	}
	return table
})

var md5Shifts = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// md5Sum is the MD5 digest.
func md5Sum(message string) []byte {
	k := md5Sines()
	state := [4]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476}
	for block := padMessage(message, 64, 8, binary.LittleEndian); len(block) > 0; block = block[64:] {
		a, b, c, d := state[0], state[1], state[2], state[3]
		for i := range 64 {
			var f uint32
			var word int
			switch i / 16 {
			case 0:
				f, word = b&c|^b&d, i
			case 1:
				f, word = d&b|^d&c, 5*i+1
			case 2:
				f, word = b^c^d, 3*i+5
			default:
				f, word = c^(b|^d), 7*i
			}
			f += a + k[i] + binary.LittleEndian.Uint32(block[4*(word%16):])
			a, d, c, b = d, c, b, b+bits.RotateLeft32(f, md5Shifts[i/16][i%4])
		}
		state[0] += a
		state[1] += b
		state[2] += c
		state[3] += d
	}
	var digest []byte
	for _, word := range state {
		digest = binary.LittleEndian.AppendUint32(digest, word)
	}
	return digest
}
