// Package metrics counts what servers do, and tells it in the text form that Prometheus reads.
//
// A [Registry] holds counters, gauges and histograms. Each has a name, a sentence, and up to a few labels whose values come
// from short lists that the program knows: never a name, an address, or anything that a caller sent. Counting is safe for
// many goroutines and costs an atomic addition.
package metrics
