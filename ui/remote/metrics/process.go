package metrics

import (
	"runtime/metrics"
)

// Process adds what the process itself needs: memory and goroutines.
func (r *Registry) Process() {
	for _, m := range []struct{ name, help, source string }{
		{"callout_goroutines", "Goroutines that live.", "/sched/goroutines:goroutines"},
		{"callout_memory_bytes", "Memory mapped by the process, as the runtime counts it.", "/memory/classes/total:bytes"},
		{"callout_heap_bytes", "Memory of living and not yet collected objects.", "/memory/classes/heap/objects:bytes"},
	} {
		r.Gauge(m.name, m.help, func() float64 {
			sample := []metrics.Sample{{Name: m.source}}
			metrics.Read(sample)
			if sample[0].Value.Kind() != metrics.KindUint64 {
				return 0
			}
			return float64(sample[0].Value.Uint64())
		})
	}
}
