package ui

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"callout/assets"
	"callout/game"
	"callout/game/words"
	"callout/ui/screen"
)

// TestEveryLabelIsExplained walks the words that screens show as labels, in the first language: the glossary has each.
func TestEveryLabelIsExplained(t *testing.T) {
	labels := []string{}
	say := func(keys ...string) {
		for _, k := range keys {
			labels = append(labels, words.Say(k))
		}
	}
	say("play.gauge.burnout", "play.gauge.queue", "play.gauge.lost", "play.goals.title", "play.inbox.title", "play.head.in_hours",
		"play.head.out_of_hours", "play.head.overtime", "coach.title")
	for _, label := range labels {
		if strings.HasPrefix(label, "[") {
			t.Errorf("there is no label %s any more", label)
		}
	}
	for _, m := range game.MetricNames() {
		title, _ := words.Metric(m)
		labels = append(labels, title)
	}
	for h := game.Healthy; h <= game.Down; h++ {
		labels = append(labels, words.Health(h))
	}
	for p := game.AtWork; p <= game.Arriving; p++ {
		labels = append(labels, words.Presence(p))
	}
	for s := game.Waiting; s <= game.WithUpstream; s++ {
		labels = append(labels, words.TicketState(s))
	}
	for s := game.Unread; s <= game.WithItsTeam; s++ {
		labels = append(labels, words.RequestState(s))
	}
	for k := game.ChaseMessage; k <= game.NoticeMessage; k++ {
		labels = append(labels, words.MessageKind(k))
	}
	for f := game.UnknownFault; f <= game.DependencyFault; f++ {
		labels = append(labels, words.FaultKind(f))
	}
	for s := range game.IncidentStates {
		labels = append(labels, words.IncidentState(s))
	}
	for _, key := range []string{
		"long-time-to-restore", "knowledge-synchronisation", "no-customer-outcomes", "fragile-architecture", "inadequate-telemetry",
		"traffic-ignorance", "restricted-collaboration", "unfair-on-call",
	} {
		labels = append(labels, words.Say("debrief.finding."+key+".title"))
	}
	for _, label := range labels {
		if _, err := assets.Find(label); err != nil {
			t.Errorf("a player who meets the label %q does not find it: %v", label, err)
		}
	}
}

// TestOneKeyToTheWords: on every screen g opens the glossary, at a word that it has, and escape goes back to where the
// player was.
func TestOneKeyToTheWords(t *testing.T) {
	for _, s := range screens {
		if s.name == "words" || s.name == "menu-saves" {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			d := drive(t, 80, 24, termenv.Ascii, Options{}).press(s.keys...)
			before := len(d.root.stack)
			if typing, ok := d.root.top().(screen.Typing); ok && typing.Typing() {
				t.Skip("letters are text here")
			}
			if term := d.root.term(); term != "" {
				if _, err := assets.Find(term); err != nil {
					t.Errorf("it opens at a word that there is not: %v", err)
				}
			}
			d.press("g").sees("Words", "search", "IN THE FIELD").press("esc")
			if len(d.root.stack) != before {
				t.Errorf("there were %d screens, and are %d", before, len(d.root.stack))
			}
		})
	}
}

// TestWordsFitWhatIsSelected: whatever stands in the inbox, and however people and applications are, the word at which the
// glossary opens is one that it has.
func TestWordsFitWhatIsSelected(t *testing.T) {
	d := drive(t, 120, 36, termenv.Ascii, Options{}).press("c")
	seen := map[string]bool{}
	for range 3 {
		for range 14 {
			term := d.root.term()
			if _, err := assets.Find(term); err != nil {
				t.Error(err)
			}
			seen[term] = true
			d.press("down")
		}
		d.press("home", "tab")
	}
	for _, want := range []string{"error rate", "rollback", "status report", "deployment", "chase", "release request", "health", "burnout", "application"} {
		if !seen[want] {
			t.Errorf("nothing opens the glossary at %q; the words are %v", want, seen)
		}
	}
}

// TestReadingList: one key from the words, with where each article is played; and from a word to a related one.
func TestReadingList(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "g", "tab")
	d.sees("Reading list", "You Build It Ops Run It", "First days", "One team", "stevesmith.tech")
	d.press("tab").sees("RELATED").press("right", "enter").sees("IN THE FIELD")
}
