package lead_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/game/workshop/memory"
	"callout/game/workshop/sample"
	"callout/levels"
)

func desk(o sample.Setting) *lead.Desk {
	return &lead.Desk{Picture: sample.Room(o), Now: sample.Now, Invite: lead.Invite{SSH: "ssh -p 2222 callout.example.org", Web: "https://callout.example.org"}}
}

// What is typed becomes a wish with the words of what it will do; what cannot be taken back has to be said twice.
func TestRead(t *testing.T) {
	d := desk(sample.Setting{Teams: 4, Crew: 2, Turns: 6, Phase: workshop.Run})
	for _, c := range []struct {
		line, says string
		wish       workshop.Kind
		body       string
	}{
		{"next", "4 teams have not come to the end", "", ""},
		{"NEXT yes", "Play stops", workshop.Began, `{"round":0,"phase":"result"}`},
		{"pause", "Everything stands still", workshop.Paused, ""},
		{"resume", "goes on", workshop.Resumed, ""},
		{"step", "type: step yes", "", ""},
		{"step yes", "Turn 1 ends for 4 teams", workshop.Stepped, `{"turn":1}`},
		{"extend 5", "5 minutes more", workshop.Extended, `{"seconds":300}`},
		{"extend -1", "1 minute less", workshop.Extended, `{"seconds":-60}`},
		{"extend", "extend 5", "", ""},
		{"extend 9999", "from -180 to 180", "", ""},
		{"open model", "triage, deployments, support model", workshop.Levers, `{"open":["triage","deployments","model"]}`},
		{"shut triage", "Open from now on: deployments.", workshop.Levers, `{"open":["deployments"]}`},
		{"open everything", "Write one of triage,", "", ""},
		{"inject outage severe", "happens to all teams alike, from turn 7 on", "", ""},
		{"inject outage severe yes", "happens to all teams alike, from turn 7 on", workshop.Injected, `{"event":"outage","severity":"severe","at":0}`},
		{"inject flood", "Events: outage", "", ""},
		{"say five minutes, yes", "Everybody reads: five minutes, yes", workshop.Broadcast, `{"text":"five minutes, yes"}`},
		{"freeze", "stands still for everybody", workshop.Froze, ""},
		{"unfreeze", "moves again", workshop.Unfroze, ""},
		{"reveal", "cannot be unseen", "", ""},
		{"reveal yes", "cannot be unseen", workshop.Revealed, ""},
		{"lock", "Nobody new", workshop.Shut, ""},
		{"unlock", "can join again", workshop.Unshut, ""},
		{"rename s2 Kim Li", "s2 Jonas is called Kim Li", workshop.Renamed, `{"seat":2}`},
		{"rename T1 Owls", "t1 Herons is called Owls", workshop.Renamed, `{"team":1}`},
		{"rename s2 \x1b\x07", "letters or digits", "", ""},
		{"mute 3", "messages of s3 Mei-Lin are not shown", workshop.Muted, `{"seat":3}`},
		{"unmute s3", "are shown again", workshop.Unmuted, `{"seat":3}`},
		{"remove s3", "type: remove s3 yes", "", ""},
		{"remove s3 yes", "cannot come back", workshop.Removed, `{"seat":3}`},
		{"remove s99 yes", "from s1 to s8", "", ""},
		{"move s3 t1", "s3 Mei-Lin goes to t1 Herons", workshop.Moved, `{"seat":3,"team":1}`},
		{"move s3 t9", "from t1 to t4", "", ""},
		{"role s1 analysts", "is analysts from now on", workshop.GaveRole, `{"seat":1,"role":"analysts"}`},
		{"role s1 none", "has no role", workshop.GaveRole, `{"seat":1}`},
		{"role s1 king", "one of none,", "", ""},
		{"policy t2 rule", "A program plays for t2 Kestrels", workshop.HandedTo, `{"team":2,"policy":"rule"}`},
		{"policy t2 exec:/bin/sh", "one of rule", "", ""},
		{"people t2", "play again", workshop.HandedTo, `{"team":2,"policy":""}`},
		{"finish", "type: finish yes", "", ""},
		{"finish yes", "nothing more is played", workshop.Closed, ""},
		{"teams", "t1 Herons: 6 turns ended", "", ""},
		{"seats", "s1 Amina, at t1 Herons: here", "", ""},
		{"script", "Now: Round 1, Two quiet days: play, 15 min", "", ""},
		{"levers", "model: closed", "", ""},
		{"events", "outage", "", ""},
		{"join", "In a terminal: ssh -p 2222", "", ""},
		{"help", "inject EVENT SEVERITY:", "", ""},
		{"hlep", "Type help", "", ""},
	} {
		a := d.Read(c.line)
		if all := strings.Join(a.Rows, "\n"); !strings.Contains(all, c.says) {
			t.Errorf("%s: says\n%s\nwithout %q", c.line, all, c.says)
		}
		if (a.Wish != nil) != (c.wish != "") {
			t.Errorf("%s: the wish is %+v, want %q", c.line, a.Wish, c.wish)
			continue
		}
		if a.Wish == nil {
			continue
		}
		if cmd := a.Wish.Command(3); cmd.Kind != c.wish || string(cmd.Body) != c.body || cmd.Seat != workshop.Facilitator || cmd.N != 3 {
			t.Errorf("%s: the command is %s %s, want %s %s", c.line, cmd.Kind, cmd.Body, c.wish, c.body)
		}
	}
	for _, silent := range []string{"", "  ", "# a remark"} {
		if a := d.Read(silent); len(a.Rows) > 0 || a.Wish != nil || a.Wrong {
			t.Errorf("%q has the answer %+v", silent, a)
		}
	}
	if a := d.Read("quit"); !a.Leave || a.Wish != nil {
		t.Errorf("quit: %+v", a)
	}
}

// No line does anything that cannot be taken back without its yes, none panics, and none is answered with nothing but blanks.
func TestReadTakesAnything(t *testing.T) {
	d := desk(sample.Setting{Teams: 2, Phase: workshop.Run})
	verbs := rapid.SampledFrom(strings.Fields("room teams next step extend open shut inject say rename mute remove move role policy people finish reveal help"))
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string { return verbs.Draw(t, "verb") + " " + rapid.String().Draw(t, "rest") })).Draw(t, "line")
		a := d.Read(line)
		for _, r := range a.Rows {
			if strings.TrimSpace(r) == "" || strings.Contains(r, "[lead.") || strings.ContainsAny(r, "{}") && !strings.ContainsAny(line, "{}") {
				t.Fatalf("%q is answered with %q", line, r)
			}
		}
		if a.Wish != nil && d.Final(a.Wish) && !strings.HasSuffix(strings.ToLower(strings.TrimSpace(line)), "yes") {
			t.Fatalf("%q does %s at once", line, a.Wish.Kind)
		}
	})
}

// How a room stands is told in every phase, in both languages, and nothing is missing.
func TestRoomIsTold(t *testing.T) {
	t.Cleanup(func() { words.Speak(words.First) })
	for _, language := range words.Languages() {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		for _, phase := range []workshop.Phase{workshop.Lobby, workshop.Prepare, workshop.Run, workshop.Result, workshop.Reflect, workshop.Debrief} {
			d := desk(sample.Setting{Teams: 3, Turns: 4, Phase: phase})
			all := strings.Join(append(d.Room(), d.Plan()...), "\n")
			if strings.ContainsAny(all, "{}[") || len(d.Room()) < 6 {
				t.Errorf("%s, %s:\n%s", language, phase, all)
			}
		}
	}
}

// A team that does nothing while the clock runs is told to be stuck, and for how long.
func TestStuckIsExplained(t *testing.T) {
	d := desk(sample.Setting{Teams: 2, Turns: 4, Phase: workshop.Run})
	if team := d.Picture.Teams[0]; !team.Stuck {
		team.Stuck = true
	}
	if got := d.Note(d.Picture.Teams[0]); !strings.Contains(got, "nothing for 12 min") {
		t.Errorf("the note is %q", got)
	}
}

// A whole workshop is led by lines, in a real room.
func TestAWorkshopIsLedByLines(t *testing.T) {
	hub, err := workshop.NewHub(context.Background(), workshop.Options{Store: memory.New(), Load: func(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { hub.Close(context.Background(), "The test is over.") })
	script := sample.Script()
	script.Level, script.Seats = "one-team", 1
	chair, _, err := hub.Open(t.Context(), workshop.Plan{Level: "one-team", Script: script})
	if err != nil {
		t.Fatal(err)
	}
	room := chair.Room()
	for _, name := range []string{"Amina", "Jonas"} {
		if _, err := room.Join(t.Context(), workshop.Joiner{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range []string{
		"say Welcome.", "lock", "unlock", "rename t1 Owls", "rename s2 Kim", "next", "extend 5", "next", "pause", "resume", "freeze", "inject outage mild yes", "policy t2 rule",
		"people t2", "mute s2", "unmute s2", "next yes", "next", "next", "open model", "next", "step yes", "step yes", "next yes", "next", "next", "unfreeze", "reveal yes", "finish yes",
	} {
		d := lead.Desk{Picture: room.Picture(), Now: time.Now()}
		a := d.Read(line)
		if a.Wish == nil {
			t.Fatalf("%s: %q", line, a.Rows)
		}
		if err := chair.Do(t.Context(), a.Wish.Command(0), a.Wish.Names...); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	p := room.Picture()
	if !p.Over || len(p.Events) != 1 || p.Board.Mode != workshop.RevealedAll || p.Teams[0].Name != "Owls" || p.Seats[1].Name != "Kim" || p.Turn != 2 {
		t.Errorf("the room is over %v, board %v, teams %q, seat %q, turn %d", p.Over, p.Board.Mode, p.Teams[0].Name, p.Seats[1].Name, p.Turn)
	}
}

// What the next phase is said to open is what is open: the facilitator may have closed a lever since the script opened it.
func TestPlayOpensWhatIsOpen(t *testing.T) {
	d := desk(sample.Setting{Teams: 2, Phase: workshop.Prepare})
	d.Picture.Open = map[workshop.Lever]bool{workshop.TriageLever: true}
	if says := d.Read("next yes").Wish; says == nil || !strings.HasSuffix(d.Effect(says), "Open: triage.") {
		t.Errorf("it says %q", d.Effect(says))
	}
}
