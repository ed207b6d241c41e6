package object

import (
	"math"
	"math/big"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// randomInt has up to the given number of bits, with long runs of equal bits now and then.
func randomInt(r *rand.Rand, bitsMax int) *big.Int {
	n := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(1+r.Intn(bitsMax))))
	if r.Intn(3) == 0 {
		n.Lsh(n, uint(r.Intn(bitsMax)))
	}
	return n.Add(n, big.NewInt(1))
}

func TestLargeIntegersAgreeWithTheStandardLibrary(t *testing.T) {
	thread := &Thread{Run: &Run{StepsLeft: 1 << 40}}
	r := rand.New(rand.NewSource(1))
	for range 200 {
		common := randomInt(r, 3000)
		x, y := new(big.Int).Mul(randomInt(r, 40_000), common), new(big.Int).Mul(randomInt(r, 40_000), common)
		gcd, err := thread.IntGCD(x, y)
		require.Nil(t, err)
		assert.Zero(t, gcd.Cmp(new(big.Int).GCD(nil, nil, x, y)))
	}
	for range 100 {
		mod := randomInt(r, 20_000)
		base := new(big.Int).Mod(randomInt(r, 20_000), mod)
		exp := randomInt(r, 300)
		got, err := thread.powMod(base, exp, mod)
		require.Nil(t, err)
		assert.Zero(t, got.Cmp(new(big.Int).Exp(base, exp, mod)), "%v**%v mod %v", base, exp, mod)
	}
	for range 3000 {
		x, y := randomInt(r, 1500), randomInt(r, 1500)
		if r.Intn(2) == 0 {
			x.Neg(x)
		}
		want, _ := new(big.Rat).SetFrac(x, y).Float64()
		got, ok := trueQuotient(x, y)
		assert.Equal(t, !math.IsInf(want, 0), ok)
		if ok {
			assert.Equal(t, want, got, "%v / %v", x, y)
		}
	}
}
