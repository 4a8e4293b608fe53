package paint

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
)

// updated is a Painter as Bubble Tea sees it: a model that is updated and never drawn.
type updated Painter

func (u *updated) Init() (cmd tea.Cmd) {
	p := (*Painter)(u)
	defer remote.Catch(p.fail)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.want(now)
	return p.contained(p.model.Init())
}

func (u *updated) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	p := (*Painter)(u)
	defer remote.Catch(p.fail)
	p.mu.Lock()
	defer p.mu.Unlock()
	h := soon
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h, p.afresh = msg.Width, msg.Height, true
	case tea.KeyMsg:
		h = now
	case remote.Everybody:
		h = evenly
	case nil:
		return u, nil
	}
	p.model, cmd = p.model.Update(msg)
	p.want(h)
	return u, p.contained(cmd)
}

// View is never shown: the writer asks the model itself.
func (u *updated) View() string { return "" }

// commands is the type of what tea.Batch and tea.Sequence bring; the second has no name outside of Bubble Tea.
var commands = reflect.TypeFor[[]tea.Cmd]()

// contained is a command whose panics end this session and no other.
func (p *Painter) contained(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer remote.Catch(p.fail)
		msg = cmd()
		if msg == nil {
			return nil
		}
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().ConvertibleTo(commands) {
			inner := v.Convert(commands).Interface().([]tea.Cmd)
			for i := range inner {
				inner[i] = p.contained(inner[i])
			}
		}
		return msg
	}
}
