package web_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/line"
	"callout/ui/remote"
	"callout/ui/remote/web"
	"callout/ui/theme"
	"callout/ui/widget"
)

// toy is a program with a field for a name, a list of the keys that it got, and some of everything that screens draw.
type toy struct {
	c     remote.Caller
	theme *theme.Theme
	w, h  int
	keys  []string
	name  string
	show  []string // rows drawn as they are
}

func (t *toy) Init() tea.Cmd { return nil }

func (t *toy) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		t.w, t.h = m.Width, m.Height
	case tea.KeyMsg:
		if m.Paste {
			t.name += string(m.Runes)
			return t, nil
		}
		switch m.String() {
		case "q":
			return t, tea.Quit
		case "!":
			panic("a fault")
		case "h":
			if t.c.Home != nil {
				t.c.Home("/home/ABCD-EFGH")
			}
		case "enter":
			t.c.Keep("code of " + t.name)
		}
		t.keys = append(t.keys, strings.ReplaceAll(m.String(), " ", "space"))
	}
	return t, nil
}

func (t *toy) Parting() string { return "" }

func (t *toy) View() string {
	rows := []string{
		fmt.Sprintf("size %d by %d", t.w, t.h),
		"keys " + strings.Join(t.keys, " "),
		"name " + t.name,
		"return " + t.c.Return + " code " + t.c.User,
	}
	b := line.NewBlock(max(t.w, 1), 1)
	b.Put(t.theme.Alarm, "!! page").Space(1).Put(t.theme.Warn, "◐ slow").Space(1).Put(t.theme.Good, "● healthy").Space(1).Put(t.theme.Selected, "▸ selected").Space(1).
		Put(t.theme.Text, "漢字 é").Space(1).Put(t.theme.Accent, "▁▂▃▄▅▆▇█").Put(t.theme.Faint, "━━──").Space(1).Put(t.theme.Strong, "|").End()
	rows = append(rows, b.Rows()...)
	rows = append(rows, t.show...)
	for len(rows) < t.h-1 {
		rows = append(rows, "")
	}
	rows = rows[:max(t.h-1, 0)]
	rows = append(rows, widget.Keys(t.theme, max(t.w, 1), []widget.Hint{{Key: "enter", What: "choose"}, {Key: "space", What: "end turn"}, {Key: "u", What: "undo"}})...)
	return strings.Join(rows, "\n")
}

// toyDoor opens to toys.
func toyDoor(show ...string) remote.Door {
	return func(_ context.Context, c remote.Caller) (tea.Model, error) {
		if c.Return == "refuse me" {
			return nil, errors.New("you are refused")
		}
		return &toy{c: c, theme: c.Theme(), show: show}, nil
	}
}

// toyPlain says back what it is told.
func toyPlain(_ context.Context, _ remote.Caller, in io.Reader, out io.Writer) error {
	fmt.Fprint(out, "High street\nIt is Tuesday, 14:00.\n\nAlerts, 2:\n  A-113: HTTP 5xx 12 % on lnx-prd-0417.\n  A-109: payments latency 2,301 ms.\nYour name?\n")
	r := bufio.NewScanner(in)
	for r.Scan() {
		if r.Text() == "quit" {
			return nil
		}
		fmt.Fprintf(out, "You said %q.\n\n", r.Text())
	}
	return r.Err()
}

// served is a server that serves, and where.
type served struct {
	*web.Server
	url string
	end context.CancelCauseFunc
	out chan error
}

// serve serves until the test is over.
func serve(t *testing.T, o web.Options) *served {
	t.Helper()
	if o.Door == nil {
		o.Door = toyDoor()
	}
	s, err := web.New(o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancelCause(context.Background())
	d := &served{s, "http://" + l.Addr().String(), end, make(chan error, 1)}
	go func() { d.out <- s.Serve(ctx, l) }()
	stop := sync.OnceFunc(func() {
		end(errors.New("the test is over"))
		select {
		case <-d.out:
		case <-time.After(10 * time.Second):
			t.Error("the server does not stop")
		}
	})
	t.Cleanup(stop)
	return d
}
