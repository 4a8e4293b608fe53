package plain

import (
	"strings"

	"callout/game"
	"callout/game/words"
)

// needs lists what waits for the player, by what is to be decided. A list that is empty is left out.
type needs struct {
	what  string
	items []game.Item
}

func (t *table) needs() []needs {
	v := &t.view
	list := []needs{
		{what: words.Say("plain.decide.link")}, {what: words.Say("plain.decide.restore")}, {what: words.Say("plain.decide.nobody")},
		{what: words.Say("plain.decide.read")}, {what: words.Say("plain.decide.deploy")}, {what: words.Say("plain.decide.answer")},
	}
	add := func(i int, kind game.ItemKind, n int32) {
		list[i].items = append(list[i].items, game.Item{Kind: kind, N: n})
	}
	for i := range v.Alerts {
		switch a := &v.Alerts[i]; {
		case a.State == game.NeedsDecision:
			add(1, game.Alert, a.N)
		case a.State == game.Waiting && a.Linked == game.None:
			add(0, game.Alert, a.N)
		case a.State == game.Waiting:
			add(2, game.Alert, a.N)
		}
	}
	for i := range v.Requests {
		switch r := &v.Requests[i]; r.State {
		case game.Unread:
			add(3, game.Request, r.N)
		case game.ReadyToDeploy:
			add(4, game.Request, r.N)
		}
	}
	for i := range v.Messages {
		switch m := &v.Messages[i]; {
		case len(m.Answers) > 0:
			add(5, game.Message, m.N)
		case !m.Read:
			add(3, game.Message, m.N)
		}
	}
	return list
}

// decisions says what waits for a decision.
func (t *table) decisions() {
	nothing := true
	for _, n := range t.needs() {
		if len(n.items) > 0 {
			t.say("%s: %s.", n.what, names(n.items, 12))
			nothing = false
		}
	}
	if nothing {
		t.line(words.Say("plain.decide.nothing"))
	}
}

// names are at most n items, and how many more there are.
func names(items []game.Item, n int) string {
	var b strings.Builder
	for i, item := range items {
		if i == n {
			b.WriteString(words.Say("plain.decide.more", "n", len(items)-n))
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(item.String())
	}
	return b.String()
}
