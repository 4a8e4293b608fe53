package history_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"callout/levels/history"
)

// rows is an export of n incidents of two hundred services over a year, made as it is read.
type rows struct {
	n, next int
	left    []byte
}

func (r *rows) Read(p []byte) (int, error) {
	if len(r.left) == 0 {
		if r.next > r.n {
			return 0, io.EOF
		}
		if r.next == 0 {
			r.left = []byte("number,service,opened_at,acknowledged_at,resolved_at,priority,short_description\n")
		} else {
			at := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(r.next) * 31 * time.Second)
			r.left = fmt.Appendf(r.left[:0], "INC%07d,service-%d,%s,%s,%s,P%d,\"something, or other, is wrong with it\"\n", r.next, r.next%200, at.Format("2006-01-02 15:04:05"),
				at.Add(5*time.Minute).Format("2006-01-02 15:04:05"), at.Add(time.Hour).Format("2006-01-02 15:04:05"), r.next%5+1)
		}
		r.next++
	}
	n := copy(p, r.left)
	r.left = r.left[n:]
	return n, nil
}

// TestMillionRows reads a year of a large company. What is kept of a row are a few numbers; the limit is on what is kept at the
// end, and the log has the time.
func TestMillionRows(t *testing.T) {
	n := 50_000
	if os.Getenv("CALLOUT_LONG") != "" {
		n = 1_000_000
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	began := time.Now()
	var h history.History
	if _, err := history.Read(&rows{n: n}, "year.csv", history.Options{Zone: time.UTC}, &h); err != nil {
		t.Fatal(err)
	}
	h.Sort()
	took := time.Since(began)
	runtime.GC()
	runtime.ReadMemStats(&after)
	kept := int64(after.HeapAlloc) - int64(before.HeapAlloc)
	t.Logf("%d rows in %s, %d MiB kept, %d MiB of the system in use", n, took.Round(time.Millisecond), kept>>20, (after.Sys-before.Sys)>>20)
	if len(h.Incidents) != n || len(h.Apps) != 200 {
		t.Errorf("%d incidents of %d applications", len(h.Incidents), len(h.Apps))
	}
	if most := int64(n)*200 + 4<<20; kept > most {
		t.Errorf("%d bytes are kept of %d rows, more than %d", kept, n, most)
	}
	accounted(t, &h)
}

// endless repeats a text for ever.
type endless struct {
	text string
	at   int
}

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e.text[e.at]
		e.at = (e.at + 1) % len(e.text)
	}
	return len(p), nil
}

// claims writes a row that is always another, for ever: a table that says it has a billion.
type claims struct {
	n    int
	left string
}

func (c *claims) Read(p []byte) (int, error) {
	if c.left == "" {
		c.n++
		c.left = fmt.Sprintf("service-%d,2026-03-02T09:00:00Z\n", c.n)
	}
	n := copy(p, c.left)
	c.left = c.left[n:]
	return n, nil
}

// TestNeverEnding reads what has no end: always a sentence, and no more memory than the limits say.
func TestNeverEnding(t *testing.T) {
	if testing.Short() {
		t.Skip("much to read: the runs without the race detector read it")
	}
	for name, c := range map[string]struct {
		text io.Reader
		want string
		long bool
	}{
		"one line":         {io.MultiReader(strings.NewReader("service,start\n"), &endless{text: "x"}), "longer than", false},
		"one field":        {io.MultiReader(strings.NewReader("service,start\n\""), &endless{text: "a\n"}), "longer than", false},
		"a header":         {&endless{text: "a,"}, "longer than", false},
		"a name":           {io.MultiReader(strings.NewReader(`[{"`), &endless{text: "x"}), "longer than", false},
		"lists of lists":   {&endless{text: "["}, "", false},
		"objects":          {&endless{text: `{"a":`}, "", false},
		"empty lines":      {io.MultiReader(strings.NewReader("service,start\nx,2026-03-02T09:00:00Z\n"), &endless{text: "\n"}), "longer than", false},
		"no list":          {io.MultiReader(strings.NewReader(`{"a":1`), &endless{text: " "}), "longer than", false},
		"a calendar":       {io.MultiReader(strings.NewReader("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), &endless{text: "X-A:b\r\n"}), "longer than", false},
		"rows, all alike":  {io.MultiReader(strings.NewReader("service,start\n"), &endless{text: "ledger,2026-03-02T09:00:00Z\n"}), "more than 5000000 rows", true},
		"rows, all others": {io.MultiReader(strings.NewReader("service,start\n"), &claims{}), "more than 5000000 rows", true},
	} {
		t.Run(name, func(t *testing.T) {
			if c.long && os.Getenv("CALLOUT_LONG") == "" {
				t.Skip("CALLOUT_LONG=1 reads five million rows")
			}
			var h history.History
			_, err := history.Read(c.text, "endless", history.Options{Kind: history.Any, Zone: time.UTC}, &h)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Fatalf("the error is %.200v, want %q", err, c.want)
			}
			if len(h.Apps) > history.MaxApps {
				t.Errorf("%d applications are kept", len(h.Apps))
			}
		})
	}
}

// TestStrangeBytes reads what should not be there: no panic, and what is used stays printable only by who writes it.
func TestStrangeBytes(t *testing.T) {
	for _, text := range []string{
		"service,start\n=cmd|'/c calc'!A1,2026-03-02T09:00:00Z\n+1,2026-03-02T09:00:00Z\n@x,2026-03-02T09:00:00Z\n",
		"service,start\n\x1b]0;title\x07,2026-03-02T09:00:00Z\n\u202eabc,2026-03-02T09:00:00Z\n",
		"service,start\n\"a\nb\r\nc\",2026-03-02T09:00:00Z\n" + strings.Repeat(",", 3000) + "\n",
		"service;start\n" + strings.Repeat("\xff", 5000) + ";2026-03-02T09:00:00Z\n",
		"service,start\nledger,99999999999999999999\nledger,-5\nledger,0000-00-00 00:00\nledger,2026-02-30T09:00:00Z\n",
		`[{"service":"ledger","start":"2026-03-02T09:00:00Z","service":"again","x":{"y":{"z":[[[[[[[[1]]]]]]]]}}},null,3,"x",{"service":{"a":1},"start":[]}]`,
	} {
		var h history.History
		if _, err := history.Read(strings.NewReader(text), "f", history.Options{Kind: history.Incidents, Zone: time.UTC}, &h); err != nil {
			t.Logf("%.60q: %v", text, err)
			continue
		}
		accounted(t, &h)
	}
}

// TestBrokenReader passes on what the disk says.
func TestBrokenReader(t *testing.T) {
	broken := errors.New("the disk is gone")
	var h history.History
	_, err := history.Read(io.MultiReader(bytes.NewReader([]byte("service,start\nledger,2026-03-02T09:00:00Z\n")), failing{broken}), "f", history.Options{}, &h)
	if !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
