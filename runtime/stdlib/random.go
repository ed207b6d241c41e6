package stdlib

import (
	"math"
	"math/big"
	"strings"

	"asyncplay/runtime/object"
)

// Random is an instance of random.Random.
type Random struct {
	object.Native
	mersenne
	// gaussNext is the second number of the pair that gauss() makes, when there is one.
	gaussNext    float64
	hasGaussNext bool
}

// randomState is what module random keeps for one run.
type randomState struct {
	// unseeded counts the generators seeded from nothing, which are made different from each
	// other by their number.
	unseeded int64
}

// RandomType is random.Random, SystemRandomType is random.SystemRandom: the same, seeded
// from the run's seed, since a run has no source of entropy.
var (
	RandomType       = declare("random", "Random")
	systemRandomType *object.Type
)

func newRandom(cls *object.Type) *Random {
	r := &Random{}
	r.InitNative(cls, r)
	return r
}

func randomOf(v object.Value) *Random {
	r, _ := object.AsNative[*Random](v)
	return r
}

func init() {
	RandomType.Flags |= object.FlagPythonClass | object.FlagHasDict
	RandomType.Alloc = func(cls *object.Type) *object.Object {
		r := newRandom(cls)
		r.seedWord(0)
		return &r.Object
	}
	RandomType.Slots.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		return RandomType.Alloc(cls).Value(), nil
	}
	sig := object.MustSignature("Random.__init__(self, x=)")
	RandomType.Slots.Init = func(t *object.Thread, self object.Value, args object.Args) *object.Exception {
		var a [2]object.Value
		if err := sig.Bind(args.Prepend(self), a[:]); err != nil {
			return err
		}
		return randomOf(self).seed(t, given(a[1], object.None), object.Int(2))
	}
	RandomType.Add("VERSION", object.Int(3))
	addRandomState()
	addRandomIntegers()
	addRandomSequences()
	addRandomDistributions()
	systemRandomType = declare("random", "SystemRandom", RandomType)
	systemRandomType.Flags |= object.FlagPythonClass | object.FlagHasDict
	method(systemRandomType, "seed(self, *args, **kwds)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, nil
	})
	for _, name := range []string{"getstate", "setstate"} {
		method(systemRandomType, name+"(self, *args, **kwds)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return object.Value{}, object.NewException(object.NotImplementedErrorType, "System entropy source does not have state.")
		})
	}
}

// newRandomModule makes module random, its functions bound to a generator that is seeded with
// the run's seed.
func newRandomModule(t *object.Thread) *object.Module {
	m := object.NewModule("random")
	shared := newRandom(RandomType)
	shared.seedInt(big.NewInt(libraryOf(t).host.Seed))
	m.Dict.SetStr("_inst", shared.Value())
	for _, name := range RandomType.OwnNames() {
		if strings.HasPrefix(name, "_") || name == "VERSION" {
			continue
		}
		fn, _ := RandomType.OwnMember(name)
		m.Dict.SetStr(name, object.NewBoundMethod(shared.Value(), fn))
	}
	m.Dict.SetStr("Random", RandomType.Value())
	m.Dict.SetStr("SystemRandom", systemRandomType.Value())
	m.Dict.SetStr("__all__", allOf("Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate",
		"gammavariate", "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
		"random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"))
	return m
}

// allOf makes the value of __all__.
func allOf(names ...string) object.Value {
	items := make([]object.Value, len(names))
	for i, n := range names {
		items[i] = object.NewStr(n)
	}
	return object.NewList(items)
}

// seed is Random.seed().
func (r *Random) seed(t *object.Thread, a, version object.Value) *object.Exception {
	v, _ := object.SmallInt(version)
	r.hasGaussNext = false
	text, isText := object.StrOf(a)
	if !isText {
		text, isText = bytesOf(a)
	}
	_, isArray := object.AsByteArray(a)
	switch {
	case isText && v == 1 && !isArray:
		r.seedInt(versionOneSeed(object.Runes(text)))
		return nil
	case isText && v == 2:
		digest := sha512Sum(text)
		r.seedInt(new(big.Int).SetBytes(append([]byte(text), digest[:]...)))
		return nil
	case a.IsNone():
		s := &libraryOf(t).random
		s.unseeded++
		seed := new(big.Int).Lsh(big.NewInt(s.unseeded), 64)
		r.seedInt(seed.Add(seed, new(big.Int).Abs(big.NewInt(libraryOf(t).host.Seed))))
		return nil
	}
	if n, ok := object.BigOf(a); ok {
		r.seedInt(n)
		return nil
	}
	if _, ok := object.FloatOf(a); !ok && !isArray {
		return object.TypeErrorf("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
	}
	h, err := object.Hash(t, a)
	if err == nil {
		r.seedInt(new(big.Int).SetUint64(uint64(h)))
	}
	return err
}

// versionOneSeed is the seed of a string in Python 2's way.
func versionOneSeed(text []rune) *big.Int {
	x := uint64(0)
	if len(text) > 0 {
		x = uint64(text[0]) << 7
	}
	for _, c := range text {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(text))
	return new(big.Int).SetUint64(x)
}

func addRandomState() {
	method(RandomType, "seed(self, a=, version=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, randomOf(a[0]).seed(t, given(a[1], object.None), given(a[2], object.Int(2)))
	})
	method(RandomType, "getstate(self)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return randomOf(a[0]).getState(), nil
	})
	method(RandomType, "setstate(self, state)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, randomOf(a[0]).setState(t, a[1])
	})
	RandomType.AddGetter("gauss_next", func(t *object.Thread, self object.Value) (object.Value, *object.Exception) {
		return randomOf(self).gaussValue(), nil
	})
	RandomType.AddMethod("random", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		if len(a.Pos) != 1 || len(a.KwNames) > 0 {
			return object.Value{}, object.TypeErrorf("Random.random() takes no arguments (%d given)", len(a.Pos)+len(a.KwNames)-1)
		}
		return object.Float(randomOf(a.Pos[0]).float64()), nil
	})
	method(RandomType, "getrandbits(self, k, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		k, err := object.AsIndex(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if k < 0 {
			return object.Value{}, object.ValueErrorf("number of bits must be non-negative")
		}
		return randomOf(a[0]).randomBits(t, k)
	})
	method(RandomType, "randbytes(self, n)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, err := object.AsIndex(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		if n < 0 {
			return object.Value{}, object.ValueErrorf("number of bits must be non-negative")
		}
		return randomOf(a[0]).randomBytes(t, n)
	})
}

func (r *Random) gaussValue() object.Value {
	if r.hasGaussNext {
		return object.Float(r.gaussNext)
	}
	return object.None
}

func (r *Random) getState() object.Value {
	items := make([]object.Value, mersenneWords+1)
	for i, w := range r.state {
		items[i] = object.Int(int64(w))
	}
	items[mersenneWords] = object.Int(int64(r.next))
	return object.NewTuple(object.Int(3), object.NewTuple(items...), r.gaussValue())
}

func (r *Random) setState(t *object.Thread, state object.Value) *object.Exception {
	version, err := object.GetItem(t, state, object.Int(0))
	if err != nil {
		return err
	}
	if v, ok := object.SmallInt(version); !ok || v != 3 {
		text, err := object.ToStr(t, version)
		if err != nil {
			return err
		}
		return object.ValueErrorf("state with version %s passed to Random.setstate() of version 3", text)
	}
	parts, err := object.Unpack(t, state, 3)
	if err != nil {
		return err
	}
	if _, ok := object.AsTuple(parts[1]); !ok {
		return object.TypeErrorf("state vector must be a tuple")
	}
	items := tupleOf(parts[1])
	if len(items) != mersenneWords+1 {
		return object.ValueErrorf("state vector is the wrong size")
	}
	var words [mersenneWords]uint32
	for i := range words {
		n, err := object.AsIndex(t, items[i])
		if err != nil {
			return err
		}
		words[i] = uint32(n)
	}
	next, err := object.AsIndex(t, items[mersenneWords])
	if err != nil {
		return err
	}
	if next < 0 || next > mersenneWords {
		return object.ValueErrorf("invalid state")
	}
	r.state, r.next = words, next
	r.gaussNext, r.hasGaussNext = object.FloatOf(parts[2])
	return nil
}

// randomBits is getrandbits(k).
func (r *Random) randomBits(t *object.Thread, k int) (object.Value, *object.Exception) {
	switch {
	case k == 0:
		return object.Int(0), nil
	case k < 64:
		return object.Int(int64(r.bits(uint(k)))), nil
	}
	if err := t.Charge(int64(k / 8)); err != nil {
		return object.Value{}, err
	}
	if err := t.CheckIntBits(int64(k)); err != nil {
		return object.Value{}, err
	}
	return object.NewInt(r.bigBits(uint(k))), t.Tick(k / 64)
}

// randomBytes is randbytes(n): getrandbits(8*n) as little-endian bytes.
func (r *Random) randomBytes(t *object.Thread, n int) (object.Value, *object.Exception) {
	if err := t.Charge(int64(n)); err != nil {
		return object.Value{}, err
	}
	b := make([]byte, 0, n+3)
	for len(b)+4 <= n {
		w := r.uint32()
		b = append(b, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
	}
	if left := n - len(b); left > 0 {
		for w := r.uint32() >> (32 - 8*left); left > 0; left-- {
			b = append(b, byte(w))
			w >>= 8
		}
	}
	return object.NewBytes(string(b)), t.Tick(n / 16)
}

// floorToInt is math.floor(x) for a finite x that fits an int64.
func floorToInt(x float64) int64 { return int64(math.Floor(x)) }
