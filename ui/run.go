package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"callout/game"
	_ "callout/ui/quiet" // before Bubble Tea asks the terminal for its colours
	"callout/ui/settings"
	"callout/ui/theme"
)

// Options say how the program is started. The zero value shows the menu on the terminal.
type Options struct {
	Level  string                         // begin with this level, a shipped level's name or a file's path; empty for the menu
	Model  string                         // support model instead of the level's own, for every game begun; or empty
	Seed   *game.Seed                     // of every game begun; nil draws one each time
	File   string                         // where the game is recorded; empty for a new file in the player's data directory
	Resume string                         // go on with the game in this file instead
	Watch  string                         // look at the game in this file instead
	By     string                         // program and version
	Notice string                         // said once when the first screen is there; or empty
	Motion bool                           // gauges move to their new value after a turn, and new pages pulse
	Theme  string                         // the setting of that name; the colours themselves go by Light
	Change func(name, value string) error // keeps a setting; nil for the player\'s file

	Predictions bool // ask for a prediction before a week ends

	In    io.Reader          // the terminal's input, standard input if nil
	Out   io.Writer          // the terminal's output, standard output if nil
	Light bool               // the terminal's background is light; theme.LightBackground guesses it
	Games Library            // where games come from; nil for the shipped levels and the player's files
	Looks *lipgloss.Renderer // what the terminal can show; nil to find out from Out and the environment
}

// Run shows the screens until the player leaves or ctx ends. The game, if any, is saved in either case. The error says why
// the program could not go on.
func Run(ctx context.Context, o Options) error {
	if o.In == nil {
		o.In = os.Stdin
	}
	if o.Out == nil {
		o.Out = os.Stdout
	}
	if o.Looks == nil {
		o.Looks = lipgloss.NewRenderer(o.Out)
		o.Looks.SetHasDarkBackground(!o.Light)
	}
	if o.Change == nil {
		o.Change = settings.Change
	}
	if o.Games == nil {
		o.Games = library{o}
	}
	m := newRoot(o, theme.New(o.Looks))
	m.pace = 40 * time.Millisecond
	p := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(o.In), tea.WithOutput(o.Out), tea.WithAltScreen(), tea.WithoutSignalHandler())
	last, err := p.Run()
	if r, ok := last.(*root); ok {
		if err == nil {
			err = r.err
		}
		if r.study != nil {
			r.study.stop()
		}
		if r.play != nil {
			err = errors.Join(err, r.play.Close())
		}
	}
	if ctx.Err() != nil && errors.Is(err, tea.ErrProgramKilled) {
		return nil // told to stop: everything acknowledged is on the disk
	}
	return err
}
