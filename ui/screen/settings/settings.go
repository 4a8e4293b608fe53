package settings

import (
	"slices"
	"strconv"
	"strings"

	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Now is what is chosen.
type Now struct {
	Motion, Predictions bool
	Theme               string // auto, dark or light
	Path                string // of the file that it is kept in
	Changed             string // what was changed just now, by its name in the file: the cursor stays there
}

// New is a dialog in which each row says what is chosen and changes it.
func New(t *theme.Theme, now Now) *widget.Chooser {
	say := func(what string) string { return words.Say("settings." + what) }
	yes := func(on bool) string {
		if on {
			return say("on")
		}
		return say("off")
	}
	set := func(name, value string) func() screen.Action {
		return func() screen.Action { return screen.Set{Name: name, Value: value} }
	}
	rows := []widget.Candidate{
		{Name: say("language"), Reason: words.Say("language.name"), Do: set("language", strconv.Quote(after(words.Languages(), words.Spoken())))},
		{Name: say("motion"), Reason: yes(now.Motion) + " · " + say("motion_what"), Do: set("reduced_motion", strconv.FormatBool(now.Motion))},
		{Name: say("predictions"), Reason: yes(now.Predictions) + " · " + say("predictions_what"), Do: set("predictions", strconv.FormatBool(!now.Predictions))},
		{Name: say("theme"), Reason: words.Say("settings.theme_"+now.Theme) + " · " + say("theme_what"), Do: set("theme", strconv.Quote(after([]string{"auto", "dark", "light"}, now.Theme)))},
		{Name: say("keys"), Reason: say("keys_what"), Do: func() screen.Action { return screen.Push{Screen: Keys(t)} }},
	}
	at := max(0, slices.Index([]string{"language", "reduced_motion", "predictions", "theme"}, now.Changed))
	return widget.NewChooser(t, say("title"), rows).At(at).Note(words.Say("settings.kept", "path", now.Path))
}

// after is the one of a list that follows one of it, the first after the last.
func after(list []string, one string) string {
	return list[(slices.Index(list, one)+1)%len(list)]
}

// Keys is a sheet with every key as it is now.
func Keys(t *theme.Theme) *widget.Reader {
	return widget.NewReader(t, words.Say("settings.keys"), func(w int) []string {
		all := key.All()
		b := line.NewBlock(w, len(all)+3)
		b.Para(t.Dim, words.Say("settings.keys_how"), 0)
		for _, k := range all {
			shown := make([]string, len(k.Keys))
			for i, name := range k.Keys {
				shown[i] = key.Shown(name)
			}
			mark := " "
			if k.Changed() {
				mark = "*"
			}
			b.Cell(t.Accent, strings.Join(shown, " "), 22).Cell(t.Warn, mark, 2).Cell(t.Text, k.Help(), 28).Put(t.Dim, k.Name).End()
		}
		rows := b.Rows()
		return rows[:len(rows)-b.Left()]
	}, false)
}
