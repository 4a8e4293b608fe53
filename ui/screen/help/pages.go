package help

import (
	"strings"

	"callout/game/words"
	"callout/ui/key"
	"callout/ui/theme"
	"callout/ui/widget"
)

type page struct {
	title    string
	sections []section
}

// keys are the first keys of bindings, as one cell of a help page.
func keys(bindings ...*key.Binding) string {
	shown := make([]string, len(bindings))
	for i, b := range bindings {
		shown[i] = b.Show()
	}
	return strings.Join(shown, " ")
}

func menuPage() page {
	say := func(what string) string { return words.Say("help.menu." + what) }
	return page{say("title"), []section{
		{text: []string{say("you")}},
		{head: say("game"), text: []string{say("three"), say("saved")}},
		{head: say("keys"), keys: []widget.Hint{
			{Key: keys(key.Up, key.Down, key.Choose), What: say("move")}, {Key: key.Help.Show(), What: say("help")},
			{Key: key.Words.Show(), What: say("words")}, {Key: keys(key.Close, key.Quit), What: say("back")},
		}},
		{head: say("settings"), text: []string{say("config"), say("colours"), say("plain")}},
	}}
}

func levelsPage() page {
	say := func(what string) string { return words.Say("help.levels." + what) }
	return page{say("title"), []section{
		{text: []string{say("path"), say("medal")}},
		{keys: []widget.Hint{
			{Key: "← ↑ ↓ →", What: say("move")}, {Key: key.Choose.Show(), What: say("play")}, {Key: "r", What: say("resume")},
			{Key: "s", What: say("skip")}, {Key: "m", What: say("model")}, {Key: "y", What: say("answers")},
		}},
	}}
}

func questionsPage() page {
	say := func(what string) string { return words.Say("help.questions." + what) }
	return page{say("title"), []section{
		{text: []string{say("what")}},
		{keys: []widget.Hint{{Key: "1–5", What: say("answer")}, {Key: key.Close.Show(), What: say("skip")}}},
	}}
}

func briefingPage() page {
	say := func(what string) string { return words.Say("help.briefing." + what) }
	return page{say("title"), []section{
		{text: []string{say("what")}},
		{keys: []widget.Hint{{Key: key.Choose.Show(), What: say("begin")}, {Key: key.Close.Show(), What: say("back")}}},
	}}
}

func playPage() page {
	say := func(what string) string { return words.Say("help.play." + what) }
	return page{say("title"), []section{
		{head: say("read"), text: []string{say("top")}},
		{head: say("gauges"), text: []string{say("course")}},
		{head: say("marks"), keys: []widget.Hint{
			{Key: theme.Page, What: say("page")}, {Key: theme.Alert, What: say("alert")}, {Key: theme.Request, What: say("request")},
			{Key: theme.Message, What: say("message")}, {Key: theme.Up + " " + theme.Slow + " " + theme.DownMark, What: say("health")},
		}},
		{head: say("time"), keys: []widget.Hint{
			{Key: key.EndTurn.Show(), What: key.EndTurn.Help()}, {Key: key.Continue.Show(), What: say("continue")},
			{Key: key.Undo.Show(), What: say("undo")},
		}},
		{head: say("moving"), keys: []widget.Hint{
			{Key: key.Next.Show(), What: words.Say("help.play.next", "back", key.Prev.Show())}, {Key: keys(key.Up, key.Down), What: say("rows")},
			{Key: key.Choose.Show(), What: say("choose")},
		}},
		{head: say("orders"), keys: []widget.Hint{
			{Key: key.Link.Show(), What: say("link")}, {Key: key.Assign.Show(), What: say("assign")},
			{Key: key.Escalate.Show(), What: say("escalate")}, {Key: key.RollBack.Show(), What: say("roll_back")},
			{Key: key.Workaround.Show(), What: say("workaround")}, {Key: key.Dismiss.Show(), What: say("noise")},
			{Key: key.Read.Show(), What: say("read_it")}, {Key: key.Runbook.Show(), What: key.Runbook.Help()},
			{Key: key.Deploy.Show(), What: key.Deploy.Help()}, {Key: keys(key.PutFirst, key.Drop), What: say("queue")},
			{Key: keys(key.Sync, key.Tune), What: say("sync")}, {Key: keys(key.Instrument, key.Chaos, key.Move), What: say("application")},
			{Key: keys(key.Rest, key.Standby, key.Duty), What: say("person")}, {Key: key.Freeze.Show(), What: say("freeze")},
		}},
		{head: say("besides"), keys: []widget.Hint{
			{Key: key.Hint.Show(), What: say("hint")}, {Key: key.News.Show(), What: say("news")}, {Key: key.Coach.Show(), What: say("coach")},
			{Key: key.Words.Show(), What: say("words")}, {Key: key.Quit.Show(), What: say("leave")},
		}},
	}}
}

func choicePage() page {
	say := func(what string) string { return words.Say("help.choice." + what) }
	return page{say("title"), []section{
		{text: []string{say("order")}},
		{keys: []widget.Hint{{Key: key.Choose.Show(), What: say("take")}, {Key: "1–9 0", What: say("digits")}, {Key: key.Close.Show(), What: say("back")}}},
	}}
}

func wordsPage() page {
	say := func(what string) string { return words.Say("help.words." + what) }
	return page{say("title"), []section{
		{text: []string{say("search")}},
		{keys: []widget.Hint{{Key: "↑ ↓", What: say("move")}, {Key: "tab", What: say("reading")}, {Key: "← → " + key.Choose.Show(), What: say("related")},
			{Key: key.Close.Show(), What: say("clear")},
		}},
	}}
}
