package asyncio

import "asyncplay/runtime/object"

// pool is what an executor of package concurrent.futures implements.
type pool interface{ ThreadsMax() int }

// poolSize is the number of threads of an executor; None is the loop's default one.
func poolSize(v object.Value) int {
	if p, ok := object.AsNative[pool](v); ok {
		return p.ThreadsMax()
	}
	return defaultPoolThreads
}
