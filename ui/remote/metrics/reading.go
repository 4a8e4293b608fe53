package metrics

import (
	"fmt"
	"io"
)

// reading is a number that is asked for when it is told.
type reading func() float64

func (r reading) write(w io.Writer, name, labels string) {
	fmt.Fprintf(w, "%s%s %s\n", name, braced(labels), float(r()))
}

// Gauge is a number that is asked for when it is told.
func (r *Registry) Gauge(name, help string, read func() float64) { r.GaugeOf(name, help, "", "", read) }

// GaugeOf is the same for one value of a label.
func (r *Registry) GaugeOf(name, help, label, of string, read func() float64) {
	r.family(name, help, "gauge", label, nil).put(of, read)
}

// GaugesNow are gauges of which not even the labels are known before they are told: read tells each of them. The labels are
// made by the program, like all others.
func (r *Registry) GaugesNow(name, help, label string, read func(tell func(label string, n float64))) {
	f := r.family(name, help, "gauge", label, nil)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ask = read
}

// Reading is a counter that somebody else keeps, and that is asked for when it is told.
func (r *Registry) Reading(name, help string, read func() float64) {
	r.ReadingOf(name, help, "", "", read)
}

// ReadingOf is the same for one value of a label.
func (r *Registry) ReadingOf(name, help, label, of string, read func() float64) {
	r.family(name, help, "counter", label, nil).put(of, read)
}

// put sets what is read for a value of the label.
func (f *family) put(label string, read func() float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.values[label] = reading(read)
}
