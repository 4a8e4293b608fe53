package metrics

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Registry is all that is counted in one process.
type Registry struct {
	mu       sync.Mutex
	families []*family
}

// family is everything that has one name.
type family struct {
	name, help, kind string
	label            string // name of the label, or empty
	mu               sync.Mutex
	values           map[string]value // by value of the label
	make             func() value
	ask              func(tell func(label string, n float64)) // instead of values, where the labels come and go
}

// value writes its lines; labels are without braces, and may be empty.
type value interface {
	write(w io.Writer, name, labels string)
}

// NewRegistry makes an empty registry.
func NewRegistry() *Registry { return &Registry{} }

// family finds or makes a family. It is a fault of the program to use one name for two kinds of thing.
func (r *Registry) family(name, help, kind, label string, fresh func() value) *family {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range r.families {
		if f.name == name {
			if f.kind != kind || f.label != label {
				panic("metrics: " + name + " is a " + f.kind + " with the label " + strconv.Quote(f.label))
			}
			if f.make == nil {
				f.make = fresh
			}
			return f
		}
	}
	f := &family{name: name, help: help, kind: kind, label: label, values: map[string]value{}, make: fresh}
	r.families = append(r.families, f)
	return f
}

func (f *family) of(label string) value {
	f.mu.Lock()
	defer f.mu.Unlock()
	v, ok := f.values[label]
	if !ok {
		v = f.make()
		f.values[label] = v
	}
	return v
}

// now are the values as they are told.
func (f *family) now() map[string]value {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ask == nil {
		return maps.Clone(f.values)
	}
	values := map[string]value{}
	f.ask(func(label string, n float64) { values[label] = reading(func() float64 { return n }) })
	return values
}

// Number is a counter that goes up, or a gauge that goes up and down.
type Number struct{ n atomic.Int64 }

// Add adds n.
func (c *Number) Add(n int64) { c.n.Add(n) }

// Set makes it n.
func (c *Number) Set(n int64) { c.n.Store(n) }

// Value is how many there are.
func (c *Number) Value() int64 { return c.n.Load() }

func (c *Number) write(w io.Writer, name, labels string) {
	fmt.Fprintf(w, "%s%s %d\n", name, braced(labels), c.Value())
}

// Numbers are numbers of one name, told apart by a label.
type Numbers struct{ f *family }

// Of is the number with that value of the label.
func (n Numbers) Of(label string) *Number { return n.f.of(label).(*Number) }

func number() value { return &Number{} }

// Counter is a number that only goes up. Its name ends in "_total".
func (r *Registry) Counter(name, help string) *Number {
	return Numbers{r.family(name, help, "counter", "", number)}.Of("")
}

// Counters are counters told apart by a label.
func (r *Registry) Counters(name, help, label string) Numbers {
	return Numbers{r.family(name, help, "counter", label, number)}
}

// Gauges are gauges told apart by a label.
func (r *Registry) Gauges(name, help, label string) Numbers {
	return Numbers{r.family(name, help, "gauge", label, number)}
}

// bounds are the upper bounds of a histogram's buckets, in seconds.
var bounds = [...]float64{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10}

// Times is how long things took.
type Times struct {
	buckets [len(bounds) + 1]atomic.Int64
	nanos   atomic.Int64
}

// Took notes a thing that took so long.
func (t *Times) Took(d time.Duration) {
	i, _ := slices.BinarySearch(bounds[:], d.Seconds())
	t.buckets[i].Add(1)
	t.nanos.Add(int64(d))
}

func (t *Times) write(w io.Writer, name, labels string) {
	comma := ""
	if labels != "" {
		comma = ","
	}
	var n int64
	for i := range t.buckets {
		n += t.buckets[i].Load()
		bound := "+Inf"
		if i < len(bounds) {
			bound = float(bounds[i])
		}
		fmt.Fprintf(w, "%s_bucket{%s%sle=%q} %d\n", name, labels, comma, bound, n)
	}
	fmt.Fprintf(w, "%s_sum%s %s\n%s_count%s %d\n", name, braced(labels), float(time.Duration(t.nanos.Load()).Seconds()), name, braced(labels), n)
}

// Histogram is how long things of one name took. Its name ends in "_seconds".
func (r *Registry) Histogram(name, help string) *Times {
	return r.family(name, help, "histogram", "", func() value { return &Times{} }).of("").(*Times)
}

// Write tells everything, in order of names.
func (r *Registry) Write(w io.Writer) error {
	r.mu.Lock()
	families := slices.Clone(r.families)
	r.mu.Unlock()
	slices.SortFunc(families, func(a, b *family) int { return cmp.Compare(a.name, b.name) })
	out := bufio.NewWriter(w)
	for _, f := range families {
		fmt.Fprintf(out, "# HELP %s %s\n# TYPE %s %s\n", f.name, escape.Replace(f.help), f.name, f.kind)
		values := f.now()
		for _, label := range sorted(values) {
			labels := ""
			if f.label != "" {
				labels = f.label + `="` + escape.Replace(label) + `"`
			}
			values[label].write(out, f.name, labels)
		}
	}
	return out.Flush()
}

var escape = strings.NewReplacer(`\`, `\\`, "\n", `\n`, `"`, `\"`)

func sorted(values map[string]value) []string {
	labels := make([]string, 0, len(values))
	for l := range values {
		labels = append(labels, l)
	}
	slices.Sort(labels)
	return labels
}

func braced(labels string) string {
	if labels == "" {
		return ""
	}
	return "{" + labels + "}"
}

func float(f float64) string {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return "0"
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}
