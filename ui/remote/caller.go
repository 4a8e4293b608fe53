package remote

import (
	"context"
	"io"
	"net/netip"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"callout/game/workshop"
	_ "callout/ui/quiet" // before Bubble Tea asks the server's own terminal for its colours
	"callout/ui/theme"
)

// Kind is how somebody calls.
type Kind uint8

// Kinds of call.
const (
	SSH Kind = iota
	Web
)

// Caller is who is at the other end: what its terminal can show, and what it proved about itself.
type Caller struct {
	Kind    Kind
	Address netip.Addr
	User    string          // the name it logged in with, or the code in the page's address, as sent: it proves nothing, and is not clean
	Key     string          // fingerprint of the SSH key that it proved to have, "SHA256:…"; empty without one
	Return  string          // the code with which a browser comes back to its seat; empty for SSH, and on a first visit
	Profile termenv.Profile // how many colours
	Light   bool            // the background is light
	Motion  bool            // things may move
	Width   int             // cells, clamped
	Height  int

	// Keep lets the caller's browser keep a code, which comes back as Return when it calls again; an empty one makes it forget.
	// It does not block. It is nil for SSH, whose callers have a key or write the code down.
	Keep func(code string)

	// Home has the caller's page lead to what its player may take home: a path of the same server, see [HomeOf]. It does not
	// block. It is nil where the page cannot, and for SSH.
	Home func(path string)
}

// HomeOf is the path at which a web server has the debrief of the seat that a return code belongs to. An ending such as .json
// asks for another format.
func HomeOf(code string) string { return "home/" + workshop.ShowCode(code) }

// Door makes the program that a caller sees. The context ends with the session. An error is a sentence that the caller is
// shown instead.
type Door func(ctx context.Context, c Caller) (tea.Model, error)

// PlainDoor plays with a caller line by line, as package plain does, until there is nothing more to say. Lines come from
// in, which ends with the context; what is written to out is shown at once, and questions are lines as well: lines are read
// ahead, so that nobody behind the door can tell when one is waited for.
type PlainDoor func(ctx context.Context, c Caller, in io.Reader, out io.Writer) error

// LongestLine is how many bytes of a line a PlainDoor reads. The longest order has three words.
const LongestLine = 1000

// Parting is a model with last words.
type Parting interface {
	// Parting is one line that is left on the caller's terminal when the model has quit; empty for the server's own words.
	Parting() string
}

// Everybody is a message that all sessions get at the same instant. So that hundreds of frames are not drawn at that
// instant too, each session draws its own a little later, always by the same time. A key does not wait for that.
type Everybody interface{ Everybody() }

// themes are shared by all callers whose terminals are alike.
var themes sync.Map // of [look] to *theme.Theme

// look is what a theme is built from.
type look struct {
	profile termenv.Profile
	light   bool
}

// Theme is the styles for the caller's terminal. It is shared, and read only.
func (c Caller) Theme() *theme.Theme {
	l := look{c.Profile, c.Light}
	if t, ok := themes.Load(l); ok {
		return t.(*theme.Theme)
	}
	t, _ := themes.LoadOrStore(l, theme.New(c.Looks()))
	return t.(*theme.Theme)
}

// Looks is what lipgloss has to know of the caller's terminal. Neither that terminal nor the server's is asked.
func (c Caller) Looks() *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(c.Profile)
	r.SetHasDarkBackground(!c.Light)
	return r
}
