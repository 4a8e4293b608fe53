package theme

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"callout/ui/line"
)

// Theme is the styles of one program. It is read only.
type Theme struct {
	Text     line.Style // what is read
	Strong   line.Style // what is read first
	Dim      line.Style // what is read last
	Faint    line.Style // rules and empty parts of bars
	Accent   line.Style // where you are, and the keys you can press
	Title    line.Style // titles of panels
	Focus    line.Style // title of the panel that has the keys
	Good     line.Style
	Warn     line.Style
	Alarm    line.Style
	Selected line.Style // lies under a selected row
	Shade    line.Style // what lies under a dialog
	Code     line.Style // light on dark whatever the ground: ink is light, for a code that a camera reads

	Colour bool // whether there is any colour at all
}

// shade is one colour for three kinds of terminal.
func shade(trueColour, ansi256, ansi16 string) lipgloss.CompleteColor {
	return lipgloss.CompleteColor{TrueColor: trueColour, ANSI256: ansi256, ANSI: ansi16}
}

func pair(light, dark lipgloss.CompleteColor) lipgloss.TerminalColor {
	return lipgloss.CompleteAdaptiveColor{Light: light, Dark: dark}
}

var (
	dim    = pair(shade("#616978", "242", "8"), shade("#9299a8", "246", "7"))
	faint  = pair(shade("#b9bfca", "250", "7"), shade("#4a5060", "239", "8"))
	accent = pair(shade("#17698a", "24", "4"), shade("#83b8d8", "110", "6"))
	good   = pair(shade("#3c7a2c", "28", "2"), shade("#93b57f", "108", "2"))
	warn   = pair(shade("#96650a", "94", "3"), shade("#e0b568", "179", "3"))
	alarm  = pair(shade("#b5263b", "125", "1"), shade("#ee7682", "204", "9"))
	paper  = shade("#ffffff", "231", "15")
	ink    = shade("#000000", "16", "0")
	under  = pair(shade("#e2e8f0", "254", "7"), shade("#2a3342", "236", "8"))
)

// New builds the styles for what the renderer knows of its terminal.
func New(r *lipgloss.Renderer) *Theme {
	fg := func(c lipgloss.TerminalColor) lipgloss.Style { return r.NewStyle().Foreground(c) }
	return &Theme{
		Strong:   style(r.NewStyle().Bold(true)),
		Dim:      style(fg(dim)),
		Faint:    style(fg(faint)),
		Accent:   style(fg(accent)),
		Title:    style(fg(dim).Bold(true)),
		Focus:    style(fg(accent).Bold(true)),
		Good:     style(fg(good)),
		Warn:     style(fg(warn)),
		Alarm:    style(fg(alarm).Bold(true)),
		Selected: style(r.NewStyle().Background(under)),
		Shade:    style(fg(faint)),
		Code:     style(r.NewStyle().Foreground(paper).Background(ink)),
		Colour:   style(fg(accent)).On != "",
	}
}

// style is the sequence with which lipgloss begins s.
func style(s lipgloss.Style) line.Style {
	on, _, _ := strings.Cut(s.Render("x"), "x")
	return line.Style{On: on}
}

// Level is how serious a number is.
type Level uint8

// Levels of seriousness.
const (
	Calm Level = iota
	Warning
	Alarming
)

// Of is the style for a level.
func (t *Theme) Of(l Level) line.Style {
	switch l {
	case Warning:
		return t.Warn
	case Alarming:
		return t.Alarm
	}
	return t.Strong
}

// Line is the style for a line or bar that shows a level.
func (t *Theme) Line(l Level) line.Style {
	switch l {
	case Warning:
		return t.Warn
	case Alarming:
		return t.Alarm
	}
	return t.Accent
}

// Strain is how serious a number of burnout or fatigue points is, 0 to 100.
func Strain(points int32) Level {
	switch {
	case points >= 70:
		return Alarming
	case points >= 45:
		return Warning
	}
	return Calm
}
