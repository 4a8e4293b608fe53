package after

import (
	"context"
	"errors"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// long tells whether the whole of the tests is asked for.
var long = os.Getenv("CALLOUT_LONG") != ""

// began is when the workshops of the tests were opened.
var began = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

const (
	hour   = time.Hour
	minute = time.Minute
)

// people are those who play in the tests.
var people = []string{"Amara Quist", "Benedek Roa", "Chloé Ndiaye", "Dagny Sørli", "Emeka Bright", "Farah Lind", "Goran Petty", "Hana Okafor"}

func looked(t testing.TB, p *Played) *Room {
	t.Helper()
	r, err := Look(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rooms calls see with rooms of many kinds: of one team and of many, over and not, with and without events.
func rooms(t *testing.T, see func(t *testing.T, name string, r *Room)) {
	five := played(t, "ten-teams", 7, "rule", "fifo", "random", "idle", "rule")
	see(t, "five teams", looked(t, five))
	one := *five
	one.Teams = one.Teams[:1]
	see(t, "one team", looked(t, &one))
	two := *five
	two.Teams = two.Teams[1:3]
	see(t, "two teams", looked(t, &two))
	alike := *five
	alike.Teams = []Team{five.Teams[0], five.Teams[4]}
	see(t, "two teams that played alike", looked(t, &alike))
	stopped := *five
	stopped.Teams = slices.Clone(five.Teams)
	for i := range stopped.Teams {
		x := &stopped.Teams[i]
		x.Ended = 20 + 7*i
		x.Turns = x.Turns[:x.Ended+1]
	}
	see(t, "five teams that have not come to the end", looked(t, &stopped))
	fresh := *five
	fresh.Teams = []Team{{N: 1}, {N: 2}}
	see(t, "two teams that have not begun", looked(t, &fresh))
	see(t, "nobody", looked(t, &Played{Level: five.Level, Seed: five.Seed}))
	see(t, "a small level", looked(t, played(t, "one-team", 3, "rule", "random", "fifo")))
	if !long {
		return
	}
	for n, policies := range map[int][]string{10: {"rule", "random"}, 40: {"rule", "fifo", "severity", "random"}} {
		var by []string
		for i := range n {
			by = append(by, policies[i%len(policies)])
		}
		for _, level := range []string{"three-teams", "ten-teams", "endless"} {
			see(t, level, looked(t, played(t, level, uint64(n), by...)))
		}
	}
}

// TestSumsAddUp: the losses of a room are the sum of its teams', of its faults', and of the steps that are told, to the
// penny; shares are of the whole.
func TestSumsAddUp(t *testing.T) {
	rooms(t, func(t *testing.T, name string, r *Room) {
		teams, total, faults, share := game.Pence(0), game.Pence(0), r.Others.Pence, game.PerMille(0)
		for i := range r.Teams {
			x := &r.Teams[i]
			teams, total, share = teams+x.Lost, total+x.Total, share+x.Share
			costs := game.Pence(0)
			for _, c := range x.Costs {
				costs += c.Pence
			}
			if costs != x.Total {
				t.Errorf("%s: team %d: its costs come to %d and all of it to %d", name, x.N, costs, x.Total)
			}
		}
		if teams != r.Lost || total != r.Total {
			t.Errorf("%s: the teams lost %d of %d, the room %d of %d", name, teams, total, r.Lost, r.Total)
		}
		if r.Lost > 0 && (share > 1000 || share < 1000-game.PerMille(len(r.Teams))) {
			t.Errorf("%s: the shares come to %d", name, share)
		}
		for i := range r.Common {
			f := &r.Common[i]
			faults += f.Pence
			bills := game.Pence(0)
			for k := range f.Bills {
				bills += f.Bills[k].Pence
				minutes := game.Minute(0)
				for _, m := range f.Bills[k].States {
					minutes += m
				}
				if minutes < f.Bills[k].Minutes {
					t.Errorf("%s: %s: team %d: %d minutes in states, %d in all", name, f.Name, f.Bills[k].Team, minutes, f.Bills[k].Minutes)
				}
			}
			if bills != f.Pence {
				t.Errorf("%s: %s: the bills come to %d, the fault to %d", name, f.Name, bills, f.Pence)
			}
			for _, s := range []*Side{f.Low, f.High} {
				if s == nil {
					continue
				}
				steps := game.Pence(0)
				for k := range s.Causes {
					if s.Causes[k].Own {
						steps += s.Causes[k].Pence
					}
				}
				if steps != s.Pence {
					t.Errorf("%s: %s: the steps come to %d, the bill to %d", name, f.Name, steps, s.Pence)
				}
			}
		}
		if faults != r.Lost {
			t.Errorf("%s: the faults come to %d, the room lost %d", name, faults, r.Lost)
		}
	})
}

// TestCommonFaultsAreCommon: every team had each of them, at the same application and minute, and they are told the
// widest apart first.
func TestCommonFaultsAreCommon(t *testing.T) {
	rooms(t, func(t *testing.T, name string, r *Room) {
		if len(r.Teams) == 5 && r.Teams[0].Over && len(r.Common) < 10 {
			t.Errorf("%s: only %d faults came to all", name, len(r.Common))
		}
		for i := range r.Common {
			f := &r.Common[i]
			for k := range r.Teams {
				if !slices.ContainsFunc(r.Teams[k].losses, func(l game.Loss) bool { return l.App == f.App && l.Began == f.Began && l.Fault == f.Kind }) {
					t.Errorf("%s: team %d had no fault in %s at %d", name, r.Teams[k].N, f.Name, f.Began)
				}
			}
			if i > 0 && f.apart() > r.Common[i-1].apart() {
				t.Errorf("%s: fault %d is further apart than the one before it", name, i)
			}
			if i < toldFaults && f.apart() > 0 && (f.Low == nil || f.Low.Pence > f.High.Pence || f.Why == "" || len(f.High.Causes) == 0) {
				t.Errorf("%s: fault %d is not told: %+v", name, i, f)
			}
		}
	})
}

// TestFaultsHaveTheSameMinute: whatever teams do, a latent fault that comes to an application in the same hour of two games
// comes at the same minute.
func TestFaultsHaveTheSameMinute(t *testing.T) {
	p := played(t, "ten-teams", 11, "rule", "random", "idle")
	type where struct {
		app  int32
		hour game.Minute
	}
	seen, n := map[where]game.Event{}, 0
	for i := range p.Teams {
		g, trace := game.New(p.Level, p.Seed), new(game.Trace)
		g.Trace(trace)
		for turn := range p.Teams[i].Ended {
			for _, o := range p.Teams[i].Turns[turn] {
				if err := g.Do(o); err != nil {
					t.Fatal(err)
				}
			}
			g.EndTurn()
		}
		for _, e := range trace.Events {
			if e.Kind != game.FaultBegan || e.Causes[0] != 0 {
				continue
			}
			at := where{e.App, e.At / game.Hour}
			if other, ok := seen[at]; ok {
				n++
				if other.At != e.At {
					t.Errorf("application %d: a fault at %d at one team, at %d at another", e.App, other.At, e.At)
				}
			}
			seen[at] = e
		}
	}
	if n < 20 {
		t.Errorf("only %d faults were compared", n)
	}
}

// TestLookIsTheSameEverywhere: on any number of processors, and twice.
func TestLookIsTheSameEverywhere(t *testing.T) {
	p := played(t, "three-teams", 5, "rule", "random", "fifo", "severity")
	want := looked(t, p)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if got := looked(t, p); !reflect.DeepEqual(got, want) {
		t.Error("one processor sees another room than all of them")
	}
}

// TestPartedIsBetweenTheEnds: the cheapest and the dearest are; they part before they are furthest apart; what they decided
// lies in that time.
func TestPartedIsBetweenTheEnds(t *testing.T) {
	rooms(t, func(t *testing.T, name string, r *Room) {
		p := r.Parted
		if p == nil {
			if len(r.Teams) == 5 {
				t.Errorf("%s: nobody parted", name)
			}
			return
		}
		for i := range r.Teams {
			if r.Teams[i].Total < r.Teams[p.Best].Total || r.Teams[i].Total > r.Teams[p.Worst].Total {
				t.Errorf("%s: team %d lies outside the two that parted", name, r.Teams[i].N)
			}
		}
		for _, a := range p.Gauges {
			if a.Most == 0 || a.From > a.At || a.Half < a.From || a.Half > a.At {
				t.Errorf("%s: %+v", name, a)
			}
		}
		for i, c := range p.Between {
			if c.Team != p.Best && c.Team != p.Worst || i > 0 && c.At < p.Between[i-1].At {
				t.Errorf("%s: decision %+v", name, c)
			}
		}
	})
}

// TestMedalsAreThoseOfEveryDebrief: the room's one comparison tells every team what its own would.
func TestMedalsAreThoseOfEveryDebrief(t *testing.T) {
	r := looked(t, played(t, "three-teams", 2, "fifo", "rule", "idle"))
	if err := r.Compare(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	for i := range r.Teams {
		d, err := debrief.Skim(r.Played.record(&r.Played.Teams[i]))
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Compare(context.Background(), nil); err != nil {
			t.Fatal(err)
		}
		if d.Ladder.Medal != r.Teams[i].Medal || d.Ladder.Score != r.Teams[i].Score {
			t.Errorf("team %d: %v with %d in the room, %v with %d by itself", r.Teams[i].N, r.Teams[i].Medal, r.Teams[i].Score, d.Ladder.Medal, d.Ladder.Score)
		}
	}
	if len(r.Same) < 3 || slices.ContainsFunc(r.Same, func(m debrief.ModelResult) bool { return m.Played }) {
		t.Errorf("the same demand under %d support models", len(r.Same))
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if err := r.Compare(done, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
	if _, err := Look(done, r.Played, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("looking was stopped with %v", err)
	}
}

// TestEventsCostWhatTheyBrought: a fault that was let happen costs each team its incident and what failed with it, and one
// that only confuses nothing.
func TestEventsCostWhatTheyBrought(t *testing.T) {
	p := played(t, "three-teams", 2, "rule", "random")
	l := *p.Level
	at := l.Start + 26*game.Hour
	l.Happenings = slices.Insert(slices.Clone(l.Happenings), 0, game.Happening{Kind: game.Fault, App: 0, At: at, To: int(game.DataFault), Amount: 600})
	p = playedOn(t, &l, 2, "rule", "random")
	p.Events = []Event{
		{Title: "disk full", Severity: "normal", Brings: l.Happenings[:1]},
		{Title: "nothing", Severity: "mild", Brings: []game.Happening{{Kind: game.FalseAlarm, At: at}}},
	}
	r := looked(t, p)
	if len(r.Events) != 2 || r.Events[0].Pence <= 0 || r.Events[1].Pence != 0 {
		t.Fatalf("%+v", r.Events)
	}
	if !slices.ContainsFunc(r.Common, func(f Fault) bool { return f.App == 0 && f.Began == at }) {
		t.Error("what was let happen to all is no fault that all had")
	}
	if e := &r.Events[0]; e.Lost[e.Low] > e.Lost[e.High] || e.Lost[0]+e.Lost[1] != e.Pence {
		t.Errorf("%+v", e)
	}
}

// TestUnnamed: without names nothing of a room is called by one.
func TestUnnamed(t *testing.T) {
	p := played(t, "one-team", 3, "rule", "random")
	u := p.Unnamed()
	for i := range u.Teams {
		for _, s := range u.Teams[i].Seats {
			if slices.Contains(people, s.Name) {
				t.Errorf("seat %d is called %q", s.N, s.Name)
			}
		}
		if slices.Contains(names, u.Teams[i].Name) || !slices.Contains(names, p.Teams[i].Name) {
			t.Errorf("team %d is called %q, and %q before", i+1, u.Teams[i].Name, p.Teams[i].Name)
		}
	}
}

// sentences are all texts that a room is told in.
func sentences(r *Room) []string {
	list := append([]string{r.Next}, r.Questions...)
	for i := range r.Common {
		list = append(list, r.Common[i].Why)
	}
	for i := range r.Habits {
		list = append(list, r.Habits[i].Title)
	}
	for i := range r.Effects {
		list = append(list, r.Effects[i].Title, r.Effects[i].Says)
	}
	return list
}

// TestRoomSaysWholeSentences: in every language no sentence lacks its words or what its placeholders stand for.
func TestRoomSaysWholeSentences(t *testing.T) {
	t.Cleanup(func() {
		if err := words.Speak(words.First); err != nil {
			t.Fatal(err)
		}
	})
	for _, language := range words.Languages() {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		rooms(t, func(t *testing.T, name string, r *Room) {
			for _, s := range sentences(r) {
				if strings.ContainsAny(s, "[]{}") {
					t.Errorf("%s, %s: %q", language, name, s)
				}
			}
		})
	}
}

// BenchmarkLook is the time from the orders of a room to what they show; aim: ten teams in a second.
func BenchmarkLook(b *testing.B) {
	p := played(b, "ten-teams", 7, "rule", "fifo", "random", "severity", "rule", "fifo", "random", "severity", "rule", "fifo")
	for b.Loop() {
		looked(b, p)
	}
}
