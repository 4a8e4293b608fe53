package session

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"callout/game/workshop"
	"callout/ui/remote"
)

// seedOf is the secret of a workshop, from its store.
func (h *hall) seedOf() string {
	h.t.Helper()
	var o workshop.Opening
	err := h.store.Read(h.t.Context(), h.chair.Room().ID(), 0, func(e workshop.Entry) error {
		if e.Kind == workshop.Opened {
			return json.Unmarshal(e.Body, &o)
		}
		return nil
	})
	if err != nil || len(o.Seed) != 64 {
		h.t.Fatalf("there is no seed: %v", err)
	}
	return o.Seed
}

// TestNothingSecretIsSent plays a workshop with several teams and reads every frame that any of them was sent before the
// reveal: no part of the seed is in it, and none of the tokens and return codes of others. What one team does, and what the
// facilitator lets happen later, changes nothing on the screens of another while games are played.
func TestNothingSecretIsSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		seed := h.seedOf()
		var people []*caller
		for i, name := range []string{"Mara", "Ben", "Wen"} {
			size := [][2]int{{80, 24}, {120, 36}, {200, 60}}[i]
			p := h.joins(remote.Caller{Width: size[0], Height: size[1]}, name)
			p.keep = true
			people = append(people, p)
		}
		mara, others := people[0], people[1:]
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		for _, p := range people {
			p.settle()
		}

		still := func(what string, do func()) {
			t.Helper()
			var before []string
			for _, p := range others {
				before = append(before, p.screen())
			}
			do()
			for i, p := range others {
				if now := p.screen(); now != before[i] {
					t.Errorf("%s is seen by others:\n%s\nbefore:\n%s", what, now, before[i])
				}
			}
		}
		for _, k := range []string{"r", "space", "i", "enter", "space", "u", "f", "space", "c", "tab", "c"} {
			still("the key "+k, func() { mara.press(k) })
		}
		injected := 0
		for _, e := range workshop.Events() {
			if e.Name == "campaign" || e.Name == "release-rush" {
				continue // what is in the calendar is announced before it begins, in every game and to everybody
			}
			still("the event "+e.Name, func() {
				body := workshop.Body(workshop.Injection{Event: e.Name, Severity: workshop.Severities()[0]})
				if err := h.chair.Do(t.Context(), workshop.Command{Kind: workshop.Injected, Body: body}); err == nil {
					injected++ // not every event can happen in every level
				}
			})
		}
		if injected < 3 {
			t.Errorf("only %d events could be let happen", injected)
		}
		for range 40 {
			for _, p := range people {
				p.press("space")
			}
		}
		h.say(workshop.Froze, nil)
		for range 4 {
			h.say(workshop.Began, nil)
			for _, p := range people {
				p.press("l", "esc", "space", "?", "esc")
			}
		}
		h.say(workshop.Stepped, nil)

		for _, p := range people {
			p.settle()
			if len(p.seen) < 100 {
				t.Fatalf("only %d frames were sent", len(p.seen))
			}
			for _, frame := range p.seen {
				text := strings.ToLower(strings.NewReplacer(" ", "", "\n", "", "-", "").Replace(frame))
				for i := 0; i < len(seed); i += 8 {
					if strings.Contains(text, seed[i:i+8]) {
						t.Fatalf("a part of the seed was sent:\n%s", frame)
					}
				}
				if strings.Contains(text, strings.ToLower(h.keys.Token)) {
					t.Fatalf("the token was sent:\n%s", frame)
				}
			}
		}
	})
}

// hostile are names that somebody might give.
var hostile = []string{
	"\x1b[2J\x1b[31mred", "\x1b]0;title\x07", "a\r\nb", "\u202eevil\u2066", "\u200b\u200d\ufeff", strings.Repeat("a\u0301\u0302\u0303", 30), "\x9b2J", "日本語のとても長い名前です",
	"👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "\xff\xfe", strings.Repeat("long", 300), "<script>alert(1)</script>", "facilitator", "Ⓜara", "ｍａｒａ", "مرحبا بالعالم", "नमस्ते", "\u1160\u3164", "{n:one|many}", "%s%n", "../../etc/passwd", "🇬🇧🇬", "=cmd()", "' OR 1=1",
}

// TestHostilePeople has people with such names come in, alone and in teams, and looks at every surface that names them: each
// row has exactly the width of the terminal, and nothing in it moves the cursor.
func TestHostilePeople(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(2))
		mara := h.joins(remote.Caller{}, "Mara")
		for i, name := range hostile {
			j := workshop.Joiner{Name: name}
			if i%3 == 0 {
				j.TeamName = name
			}
			if _, err := h.chair.Room().Join(t.Context(), j); err != nil {
				if _, ok := err.(workshop.Refusal); !ok {
					t.Fatal(err)
				}
			}
		}
		clean := func(where string, p *caller) {
			t.Helper()
			for _, r := range p.screen() {
				if r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b) {
					t.Fatalf("%s: %U reached the terminal", where, r)
				}
			}
		}
		typing := h.call(remote.Caller{}).write(h.chair.Room().Code()).press("enter")
		for _, name := range hostile {
			typing.paste(name)
			clean(fmt.Sprintf("the field with %.20q", name), typing)
			typing.take(pressed("ctrl+u"))
		}
		clean("the team page", typing.write("Zed").press("enter"))
		h.say(workshop.Broadcast, workshop.Text{Text: "Weiter! " + hostile[7] + " " + hostile[16]})
		clean("the lobby", mara)
		for range 8 {
			mara.press("pgdown")
			clean("the lobby", mara)
		}
		for range 4 {
			h.say(workshop.Began, nil)
			clean("a round", mara)
		}
		h.call(remote.Caller{User: hostile[0]}).screen()
	})
}
