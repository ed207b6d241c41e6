package e2e

import (
	"testing"
)

// BenchmarkColdStart opens the site with an empty cache, from the request of index.html to the first run on the screen.
func BenchmarkColdStart(b *testing.B) {
	var sum, downloaded float64
	for range b.N {
		p := Open(b)
		p.WaitFor("the first run is drawn", `performance.getEntriesByName("first-run-drawn").length`)
		var milliseconds, bytes float64
		p.Eval(`performance.getEntriesByName("first-run-drawn")[0].startTime`, &milliseconds)
		p.Eval(`performance.getEntriesByType("resource").reduce((sum, r) => sum + r.encodedBodySize, performance.getEntriesByType("navigation")[0].encodedBodySize)`, &bytes)
		sum += milliseconds
		downloaded = bytes
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(sum/float64(b.N), "ms/first-run-drawn")
	b.ReportMetric(downloaded, "bytes/transfer")
}
