package workshop

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"

	"callout/assets"
	"callout/game"
	"callout/game/words"
)

// Event is something that a facilitator can let happen to all teams.
type Event struct {
	Name  string `toml:"name"`
	Does  string `toml:"does"`
	Cause string `toml:"cause"`

	Mild   Strength `toml:"mild"`
	Normal Strength `toml:"normal"`
	Severe Strength `toml:"severe"`
}

// Strength is how hard an event hits.
type Strength struct {
	Applications int           `toml:"applications"` // how many it meets; 0 for the whole estate at once
	Amount       game.PerMille `toml:"amount"`       // of revenue, traffic or changes
	Hours        game.Minute   `toml:"hours"`        // how long it lasts
	Minutes      game.Minute   `toml:"minutes"`      // between one application and the next
}

// Severities are how hard an event can hit, the mildest first.
func Severities() []string { return []string{"mild", "normal", "severe"} }

// strength is the event's strength at a severity.
func (e *Event) strength(severity string) (Strength, bool) {
	switch severity {
	case "mild":
		return e.Mild, true
	case "normal":
		return e.Normal, true
	case "severe":
		return e.Severe, true
	}
	return Strength{}, false
}

// Title is the event's name as people read it.
func (e *Event) Title() string { return words.Say("workshop.event.title." + e.Name) }

// About says in a sentence what it does.
func (e *Event) About() string { return words.Say("workshop.event.about." + e.Name) }

// SeverityTitle is a severity as people read it.
func SeverityTitle(severity string) string { return words.Say("workshop.severity." + severity) }

// does are the kinds of happening by their words in events.toml.
var does = map[string]game.HappeningKind{
	"fault": game.Fault, "campaign": game.Campaign, "demand": game.Demand, "false-alarm": game.FalseAlarm,
	"reorganise": game.Reorganise, "replatform": game.Replatform,
}

// faults are the causes of faults by their words in events.toml.
var faults = map[string]game.FaultKind{
	"configuration": game.ConfigurationFault, "data": game.DataFault, "infrastructure": game.InfrastructureFault, "code": game.CodeFault,
}

// Events are the events that a facilitator can let happen, in the order of their file. The slice is shared: read it only.
var Events = sync.OnceValue(func() []Event {
	text, err := fs.ReadFile(assets.Workshop(), "events.toml")
	var events []Event
	if err == nil {
		events, err = parseEvents(text)
	}
	if err != nil {
		panic(err) // the file is part of the program
	}
	return events
})

// parseEvents reads a file of events. Errors name the event and what would be right.
func parseEvents(text []byte) ([]Event, error) {
	var file struct {
		Events []Event `toml:"event"`
	}
	meta, err := toml.Decode(string(text), &file)
	if err != nil {
		return nil, fmt.Errorf("events.toml: %w", err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("events.toml: %v means nothing here: remove it", unknown[0])
	}
	if len(file.Events) == 0 {
		return nil, errors.New("events.toml has no [[event]]")
	}
	for i := range file.Events {
		e := &file.Events[i]
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("events.toml: event %d, %q: %w", i+1, e.Name, err)
		}
		if slices.ContainsFunc(file.Events[:i], func(o Event) bool { return o.Name == e.Name }) {
			return nil, fmt.Errorf("events.toml: two events are called %q", e.Name)
		}
	}
	return file.Events, nil
}

// check tells what is wrong with an event.
func (e *Event) check() error {
	kind, ok := does[e.Does]
	if !ok {
		return fmt.Errorf("it does %q: write fault, campaign, demand, false-alarm, reorganise or replatform", e.Does)
	}
	if _, ok := faults[e.Cause]; ok != (kind == game.Fault) {
		return fmt.Errorf("its cause is %q: a fault needs configuration, data, infrastructure or code, and nothing else has one", e.Cause)
	}
	for _, severity := range Severities() {
		s, _ := e.strength(severity)
		estate := kind == game.Campaign || kind == game.Demand
		switch {
		case estate && (s.Amount < 100 || s.Amount > 20_000 || s.Hours < 1 || s.Hours > 24*28):
			return fmt.Errorf("%s needs an amount of 100 to 20000 per mille, and 1 to 672 hours", severity)
		case kind == game.Fault && (s.Amount < 1 || s.Amount > 1000):
			return fmt.Errorf("%s needs an amount of 1 to 1000 per mille", severity)
		case !estate && (s.Applications < 1 || s.Applications > 100 || s.Minutes < 0 || s.Minutes > 600):
			return fmt.Errorf("%s needs 1 to 100 applications, at most 600 minutes apart", severity)
		}
	}
	return nil
}

// inject is what the event of that name brings to a level when it begins at a minute, after it was given times before. It
// follows from the level alone, and not from what any team did. No calendar has it before the minute from which it was given, so
// that teams that are turns behind do not plan for it earlier than the furthest could.
func inject(l *game.Level, name, severity string, at game.Minute, times int) ([]game.Happening, error) {
	i := slices.IndexFunc(Events(), func(e Event) bool { return e.Name == name })
	if i < 0 {
		return nil, Refusal(words.Say("workshop.refuse.event"))
	}
	e := &Events()[i]
	s, ok := e.strength(severity)
	if !ok {
		return nil, Refusal(words.Say("workshop.refuse.event"))
	}
	h := game.Happening{At: at, Kind: does[e.Does], App: game.None, From: game.None, To: game.None, Amount: s.Amount, Known: at - 1}
	if s.Hours > 0 {
		h.Until = at + s.Hours*game.Hour
	}
	if h.Kind == game.Fault {
		h.To = int(faults[e.Cause])
	}
	if s.Applications == 0 {
		return []game.Happening{h}, nil
	}
	apps := dearest(l, at)
	if len(apps) == 0 {
		return nil, Refusal(words.Say("workshop.refuse.noapp"))
	}
	var list []game.Happening
	for n := range s.Applications {
		if h.Kind != game.FalseAlarm && n >= len(apps) {
			break // each application fails, moves or goes to another team once
		}
		h.App = apps[(times*s.Applications+n)%len(apps)]
		if change(l, &h, times) {
			list = append(list, h)
		}
		h.At += s.Minutes
	}
	if len(list) == 0 {
		return nil, Refusal(words.Say("workshop.refuse.nowhere"))
	}
	return list, nil
}

// change completes a happening that moves an application, and tells whether there is a place to move to. An application
// that was moved before is moved on from there.
func change(l *game.Level, h *game.Happening, times int) bool {
	switch h.Kind {
	case game.Reorganise:
		if len(l.Teams) < 2 {
			return false
		}
		owner := l.Applications[h.App].Team
		for _, old := range l.Happenings {
			if old.Kind == game.Reorganise && old.App == h.App {
				owner = old.To
			}
		}
		h.To = (owner + 1 + times%(len(l.Teams)-1)) % len(l.Teams)
	case game.Replatform:
		if len(l.Hosts) < 2 || len(l.Applications[h.App].Hosts) == 0 {
			return false
		}
		h.From = l.Applications[h.App].Hosts[0]
		for _, old := range l.Happenings {
			if old.Kind == game.Replatform && old.App == h.App && old.From == h.From {
				h.From = old.To
			}
		}
		h.To = (h.From + 1) % len(l.Hosts)
		for n := 0; n < len(l.Hosts) && (h.To == h.From || slices.Contains(l.Applications[h.App].Hosts, h.To)); n++ {
			h.To = (h.To + 1) % len(l.Hosts)
		}
		return h.To != h.From
	}
	return true
}

// dearest are the applications that are live at a minute, those that earn most first.
func dearest(l *game.Level, at game.Minute) []int {
	var apps []int
	for i := range l.Applications {
		if l.Applications[i].Joins <= at {
			apps = append(apps, i)
		}
	}
	slices.SortStableFunc(apps, func(a, b int) int {
		return cmp.Compare(l.Applications[b].Revenue, l.Applications[a].Revenue)
	})
	return apps
}
