package web_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// busy is a toy of which a part changes every second, for everybody at once.
type busy struct {
	toy
	n int
}

type second struct{}

func (second) Everybody() {}

func tick() tea.Cmd { return tea.Tick(time.Second, func(time.Time) tea.Msg { return second{} }) }

func (b *busy) Init() tea.Cmd { return tick() }

func (b *busy) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := m.(second); ok {
		b.n++
		for i := range b.show {
			b.show[i] = fmt.Sprintf("\x1b[38;2;131;184;216m%02d\x1b[0m bar of %d \x1b[38;2;224;181;104m%s\x1b[0m%s", i, b.n, strings.Repeat("━", (b.n+i)%60), strings.Repeat("─", 60-(b.n+i)%60))
		}
		return b, tick()
	}
	b.keys = b.keys[max(0, len(b.keys)-8):]
	_, cmd := b.toy.Update(m)
	return b, cmd
}

// TestManyBrowsers: many play at once, each gets an answer to every key, some do not read at all and hold up nobody. How
// much it costs is said and not judged: a machine that is shared tells nothing by its clock.
func TestManyBrowsers(t *testing.T) {
	players, keys := 12, 3
	if os.Getenv("CALLOUT_LONG") != "" {
		players, keys = 100, 8
	}
	door := func(_ context.Context, c remote.Caller) (tea.Model, error) {
		return &busy{toy: toy{c: c, theme: c.Theme(), show: make([]string, 30)}}, nil
	}
	s := serve(t, web.Options{Door: door})
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 3 * players, MaxIdleConnsPerHost: 3 * players}}
	defer client.CloseIdleConnections()
	for range players / 10 { // they begin, and never read
		if _, err := webclient.Open(t.Context(), client, s.url, web.Beginning{Kind: "screen", Width: 120, Height: 40}); err != nil {
			t.Fatal(err)
		}
	}
	before, began := cpu(), time.Now()
	var sent, frames, bytes atomic.Int64
	var all sync.WaitGroup
	for i := range players {
		all.Go(func() {
			ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
			defer stop()
			c, err := webclient.Open(ctx, client, s.url, web.Beginning{Kind: "screen", Width: 120, Height: 40})
			if err != nil {
				t.Error(err)
				return
			}
			var given []string
			for k := range keys {
				given = append(given, string(rune('a'+(i+k)%16)))
			}
			var typing sync.WaitGroup
			defer typing.Wait()
			typing.Go(func() {
				for _, key := range given {
					time.Sleep(500 * time.Millisecond)
					if err := c.Keys(ctx, key); err != nil {
						t.Errorf("player %d presses a key: %v", i, err)
						stop()
						return
					}
					sent.Add(1)
				}
			})
			last := "keys " + strings.Join(given, " ")
			err = c.Listen(ctx, func(e webclient.Event) bool {
				if e.Name == "frame" {
					frames.Add(1)
				}
				return !strings.Contains(c.Text(), last)
			})
			if err != nil || !strings.Contains(c.Text(), last) {
				t.Errorf("player %d never saw %q: %v\n%s", i, last, err, c.Text())
			}
			bytes.Add(c.Bytes())
		})
	}
	all.Wait()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	took := time.Since(began)
	t.Logf("%d players in %v: %.2f cores with the clients, %d keys, %d frames, %d bytes a frame, %.1f kB a second and player, %d kB of heap each with its client",
		players, took.Round(time.Millisecond), (cpu()-before).Seconds()/took.Seconds(), sent.Load(), frames.Load(), bytes.Load()/max(1, frames.Load()),
		float64(bytes.Load())/1000/took.Seconds()/float64(players), memory.HeapInuse/1000/uint64(players))
	if n := bytes.Load() / max(1, frames.Load()); n > 16<<10 {
		t.Errorf("a frame of 30 lines has %d bytes", n)
	}
}

// cpu is the time of the processor that this process has used.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
