package key

import (
	"slices"

	"callout/game/words"
)

// Binding is keys with one meaning. Which keys they are can be changed, see Change; what they mean cannot.
type Binding struct {
	Name  string // in the file of settings and in the catalogue
	Keys  []string
	Scope Scope // where it works
	usual []string
}

// Scope is where a binding works: on what thing of the main screen, or on another screen. No key means two things in one scope.
type Scope uint16

// Scopes.
const (
	OnAlert Scope = 1 << iota
	OnRequest
	OnMessage
	OnApplication
	OnPerson
	InDebrief
	Everywhere Scope = 1<<iota - 1
	Watching   Scope = 1 << iota // not on the main screen, but where a game is watched
	Leading    Scope = 1 << iota // where a workshop is led
)

// bindings are all bindings in the order in which they are declared.
var bindings []*Binding

// bind declares a binding with its usual keys.
func bind(name string, scope Scope, keys ...string) *Binding {
	b := &Binding{Name: name, Keys: keys, Scope: scope, usual: keys}
	bindings = append(bindings, b)
	return b
}

// All are all bindings, those that work everywhere first.
func All() []*Binding { return slices.Clone(bindings) }

// Is tells whether k is one of the binding's keys.
func (b *Binding) Is(k string) bool { return slices.Contains(b.Keys, k) }

// Show is the binding's first key as the screens write it.
func (b *Binding) Show() string { return Shown(b.Keys[0]) }

// Help is what the binding does, in a word or two.
func (b *Binding) Help() string { return words.Say("key.help." + b.Name) }

// Shown is a key, as Split names it, as the screens write it: "↑" for "up".
func Shown(k string) string {
	if words.Has("key.name." + k) {
		return words.Say("key.name." + k)
	}
	return k
}

// The keys that mean the same wherever they work.
var (
	Up       = bind("up", Everywhere, "up", "k")
	Down     = bind("down", Everywhere, "down", "j")
	PageUp   = bind("page_up", Everywhere, "pgup", "ctrl+b", "ctrl+u")
	PageDown = bind("page_down", Everywhere, "pgdown", "ctrl+f", "ctrl+d")
	First    = bind("first_row", Everywhere, "home")
	Last     = bind("last_row", Everywhere, "end", "G")
	Next     = bind("next_panel", Everywhere, "tab", "right")
	Prev     = bind("previous_panel", Everywhere, "shift+tab", "left")
	Choose   = bind("choose", Everywhere, "enter")
	Close    = bind("close", Everywhere, "esc")

	EndTurn  = bind("end_turn", Everywhere, "space")
	Continue = bind("continue", Everywhere, "c")
	Undo     = bind("undo", Everywhere, "u")
	Freeze   = bind("freeze", Everywhere, "f")
	Hint     = bind("hint", Everywhere, "h")
	News     = bind("news", Everywhere, "v")
	Coach    = bind("coach", Everywhere, "a")
	Words    = bind("words", Everywhere, "g")
	Help     = bind("help", Everywhere, "?")
	Quit     = bind("quit", Everywhere, "q")
	Abort    = bind("leave_at_once", Everywhere, "ctrl+c")
)

// The keys of a game that is watched, beside those that move about.
var (
	Pause    = bind("pause", Watching, "space")
	TurnBack = bind("turn_back", Watching, "left", ",")
	TurnOn   = bind("turn_on", Watching, "right", ".")
	Slower   = bind("slower", Watching, "-", "_")
	Faster   = bind("faster", Watching, "+", "=")
	Wheel    = bind("wheel", Watching, "w", "W")
	LookAt   = bind("look_at", Watching, "l")
)

// The keys of orders. They work on what they can be given about.
var (
	Link       = bind("link", OnAlert, "l")
	Assign     = bind("assign", OnAlert|OnPerson, "i")
	Escalate   = bind("escalate", OnAlert, "e")
	Dismiss    = bind("noise", OnAlert, "n")
	RollBack   = bind("rollback", OnAlert|OnApplication, "b")
	Workaround = bind("workaround", OnAlert, "w")
	PutFirst   = bind("first", OnAlert|OnRequest, "p")
	Drop       = bind("drop", OnAlert|OnRequest, "x")
	Read       = bind("read", OnRequest|OnMessage, "r")
	Deploy     = bind("deploy", OnRequest, "d")
	Sync       = bind("sync", OnApplication|OnPerson, "s")
	Runbook    = bind("runbook", OnApplication|OnPerson, "r")
	Tune       = bind("tune", OnApplication|OnPerson, "t")
	Instrument = bind("instrument", OnApplication, "i")
	Chaos      = bind("chaos", OnApplication, "x")
	Move       = bind("move", OnApplication, "m")
	Rest       = bind("rest", OnPerson, "z")
	Standby    = bind("standby", OnPerson, "o")
	Duty       = bind("duty", OnPerson, "y")
)

// The keys of the debrief.
var (
	PlayOn = bind("play_on", InDebrief, "b")
	Export = bind("export", InDebrief, "e")
	Onward = bind("next_level", InDebrief, "n")
)
