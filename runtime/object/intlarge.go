package object

import (
	"math"
	"math/big"
	"math/bits"
)

// Arithmetic of large integers takes time that Stop has to wait for. These functions count it as steps, in proportion to
// the work, and cut what takes long into pieces with a Tick between them.

const (
	wordBits = bits.UintSize
	// wordOperationsPerStep is how many multiplications of single words take as long as one step.
	wordOperationsPerStep = 16
)

func wordsOf(x *big.Int) int { return (x.BitLen() + wordBits - 1) / wordBits }

// tickProduct counts the work of multiplying x and y, or of dividing a product of such sizes: Karatsuba's method takes
// n**1.585 operations for factors of the same size n.
func (t *Thread) tickProduct(x, y *big.Int) *Exception {
	n, m := wordsOf(x), wordsOf(y)
	return t.Tick(productSteps(min(n, m), max(n, m)))
}

func productSteps(small, large int) int {
	if small < 2 {
		return large / wordOperationsPerStep
	}
	return int(float64(large) * math.Pow(float64(small), 0.585) / wordOperationsPerStep)
}

// tickDivision counts the work of x divided by y.
func (t *Thread) tickDivision(x, y *big.Int) *Exception {
	n, m := wordsOf(x), wordsOf(y)
	if n < m {
		return nil
	}
	return t.Tick(2 * productSteps(min(n-m+1, m), max(n-m+1, m)))
}

// powMod is base**exp % mod for 0 <= base < mod and exp >= 0. It works on exponentPieceBits of the exponent at a time:
// fewer the larger mod is.
func (t *Thread) powMod(base, exp, mod *big.Int) (*big.Int, *Exception) {
	const pieceSteps = 50_000
	words := wordsOf(mod)
	stepsPerBit := 2 + 3*productSteps(words, words)
	pieceBits := max(pieceSteps/stepsPerBit, 1)
	if exp.BitLen() <= pieceBits {
		r := new(big.Int).Exp(base, exp, mod)
		return r, t.Tick(1 + exp.BitLen()*stepsPerBit)
	}
	result := big.NewInt(1)
	shift := new(big.Int).Lsh(big.NewInt(1), uint(pieceBits))
	mask := new(big.Int).Sub(shift, big.NewInt(1))
	piece := new(big.Int)
	for i := (exp.BitLen() - 1) / pieceBits; i >= 0; i-- {
		if err := t.Tick(2 * pieceBits * stepsPerBit); err != nil {
			return nil, err
		}
		piece.And(piece.Rsh(exp, uint(i*pieceBits)), mask)
		result.Exp(result, shift, mod)
		result.Mul(result, piece.Exp(base, piece, mod)).Mod(result, mod)
	}
	return result, nil
}

// IntGCD is the greatest common divisor of x and y, neither negative, by Lehmer's method: as many of Euclid's steps as the
// leading 62 bits decide are done at once.
func (t *Thread) IntGCD(x, y *big.Int) (*big.Int, *Exception) {
	const wholeWords = 256
	if max(wordsOf(x), wordsOf(y)) <= wholeWords {
		return new(big.Int).GCD(nil, nil, x, y), t.Tick(wordsOf(x) + wordsOf(y))
	}
	a, b := new(big.Int).Set(x), new(big.Int).Set(y)
	if a.Cmp(b) < 0 {
		a, b = b, a
	}
	nextA, nextB, product := new(big.Int), new(big.Int), new(big.Int) // their memory is used again in each round
	for b.BitLen() > 64 {
		if err := t.Tick(1 + 4*wordsOf(a)/wordOperationsPerStep); err != nil {
			return nil, err
		}
		m, ok := lehmerMatrix(a, b)
		if !ok {
			if err := t.tickDivision(a, b); err != nil {
				return nil, err
			}
			a, b = b, a.Mod(a, b)
			continue
		}
		combine(nextA, m[0], a, m[1], b, product)
		combine(nextB, m[2], a, m[3], b, product)
		a, b, nextA, nextB = nextA, nextB, a, b
	}
	return a.GCD(nil, nil, a, b), nil
}

// lehmerMatrix finds the product of the steps that are sure from the leading bits of a >= b; ok is false when none is.
func lehmerMatrix(a, b *big.Int) (m [4]int64, ok bool) {
	shift := uint(a.BitLen() - 62)
	x, y := new(big.Int).Rsh(a, shift).Int64(), new(big.Int).Rsh(b, shift).Int64()
	m = [4]int64{1, 0, 0, 1}
	for y+m[2] != 0 && y+m[3] != 0 {
		q := (x + m[0]) / (y + m[2])
		if q != (x+m[1])/(y+m[3]) || q > math.MaxInt32 || max(magnitude(m[2]), magnitude(m[3])) > 1<<29 {
			break
		}
		m[0], m[2] = m[2], m[0]-q*m[2]
		m[1], m[3] = m[3], m[1]-q*m[3]
		x, y = y, x-q*y
	}
	return m, m[1] != 0
}

// combine makes z = p*a + q*b; product is scratch.
func combine(z *big.Int, p int64, a *big.Int, q int64, b, product *big.Int) {
	z.Mul(a, big.NewInt(p))
	z.Add(z, product.Mul(b, big.NewInt(q)))
}

// trueQuotient is the float nearest to x / y, ok false when it is beyond all floats. Only the leading bits of the quotient
// and whether anything follows them matter for rounding.
func trueQuotient(x, y *big.Int) (f float64, ok bool) {
	const quotientBits = 66
	a, b := new(big.Int).Abs(x), new(big.Int).Abs(y)
	exponent := a.BitLen() - b.BitLen() - quotientBits
	if exponent > 1024 {
		return 0, false
	}
	if exponent < -2000 {
		return math.Copysign(0, float64(x.Sign()*y.Sign())), true
	}
	if exponent >= 0 {
		b.Lsh(b, uint(exponent))
	} else {
		a.Lsh(a, uint(-exponent))
	}
	q, r := a.QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	// The float is made by SetMantExp at full precision and rounded once, also below the normal range.
	exact := new(big.Float).SetMantExp(new(big.Float).SetInt(q), exponent)
	f, _ = exact.Float64()
	if x.Sign() != y.Sign() {
		f = -f
	}
	return f, !math.IsInf(f, 0)
}
