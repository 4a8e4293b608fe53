package workshop_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"callout/game"
	"callout/game/policy"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/memory"
)

// teams is a script for teams of three with roles.
func teams() workshop.Script {
	s := twoRounds()
	s.Level, s.Seats, s.Roles = "three-teams", 3, true
	return s
}

// digests are the states of all games.
func digests(p *workshop.Picture) (list []uint64) {
	for _, t := range p.Teams {
		list = append(list, t.Copy().Digest())
	}
	return list
}

// TestTheSameOrdersLeadToTheSameGame gives two teams the same orders, one of them with detours that are taken back, an event
// for all in the middle, and a restart. They stand alike at every turn, and so does their demand.
func TestTheSameOrdersLeadToTheSameGame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := memory.New()
		script := twoRounds()
		script.Level = "ten-teams"
		script.Rounds[0].Open = workshop.AllLevers()
		hub, chair, _ := open(t, store, script)
		room := chair.Room()
		join(t, room, "Asha")
		join(t, room, "Bram")
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		mind, err := policy.New("rule")
		if err != nil {
			t.Fatal(err)
		}
		mind.Begin(1)
		give := func(seat int, text string) error {
			return do(t, room, seat, workshop.Gave, workshop.Order{Text: text})
		}
		injected := 0
		for turn := 0; !room.Picture().Teams[0].Done; turn++ {
			orders := think(mind, room.Picture().Teams[0])
			for _, text := range orders {
				if err := give(1, text); err != nil {
					t.Fatalf("turn %d: %q: %v", turn, text, err)
				}
				// The other team gives the order, takes it back, and gives it again.
				for i := range 3 {
					if i%2 == 0 {
						err = give(2, text)
					} else {
						err = do(t, room, 2, workshop.Undid, nil)
					}
					if err != nil {
						t.Fatalf("turn %d: %q: %v", turn, text, err)
					}
				}
			}
			if d := digests(room.Picture()); d[0] != d[1] {
				t.Fatalf("in turn %d the teams stand at %x", turn, d)
			}
			if turn == 2 || turn == 4 {
				say(t, chair, workshop.Injected, workshop.Injection{Event: "outage", Severity: "normal"})
				injected++
			}
			for seat := 1; seat <= 2; seat++ {
				if err := do(t, room, seat, workshop.EndedTurn, nil); err != nil {
					t.Fatal(err)
				}
			}
			if turn == 3 {
				want := digests(room.Picture())
				shut(t, hub)
				hub = follow(t, store)
				wait(time.Second)
				room = hub.Rooms()[0]
				chair = hub.Own(room)
				if got := digests(room.Picture()); fmt.Sprint(got) != fmt.Sprint(want) {
					t.Fatalf("after a restart the teams stand at %x, before at %x", got, want)
				}
			}
			if d := digests(room.Picture()); d[0] != d[1] {
				t.Fatalf("after turn %d the teams stand at %x", turn, d)
			}
		}
		if given := len(slices.Concat(room.Picture().Teams[1].Orders...)); given < 10 {
			t.Errorf("only %d orders were given", given)
		}
		if len(room.Picture().Events) != injected || injected != 2 {
			t.Errorf("%d events were let happen", len(room.Picture().Events))
		}
		for room.Picture().Phase != workshop.Debrief {
			say(t, chair, workshop.Began, nil)
		}
		if err := room.Picture().CheckDemand(); err != nil {
			t.Error(err)
		}
	})
}

// TestPoliciesPlay lets policies play a workshop by themselves, at both paces, with levers that hold for them too.
func TestPoliciesPlay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := follow(t, memory.New())
		script := twoRounds()
		script.Level = "three-teams"
		chair, _, err := hub.Open(t.Context(), workshop.Plan{Level: script.Level, Script: script, Policies: []string{"rule", "idle", "lookahead"}})
		if err != nil {
			t.Fatal(err)
		}
		room := chair.Room()
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		wait(2*time.Minute + 30*time.Second)
		if p := room.Picture(); p.Teams[0].Ended == 0 || p.Teams[0].Done {
			t.Errorf("in the middle of the run the policy has ended %d turns; done %v", p.Teams[0].Ended, p.Teams[0].Done)
		}
		wait(2*time.Minute + 20*time.Second)
		if p := room.Picture(); p.Phase != workshop.Run || !p.Teams[0].Done || !p.Teams[2].Done {
			t.Errorf("shortly before the end of the run the policies are not done: %s, %v", p.Phase, p.Teams[0].Done)
		}
		wait(time.Minute)
		say(t, chair, workshop.Began, nil)
		wait(3 * time.Minute)
		p := room.Picture()
		given := 0
		for _, o := range p.Teams[0].Orders {
			given += len(o)
		}
		if given == 0 || p.Turn == 0 || p.Teams[0].Ended != p.Teams[1].Ended {
			t.Errorf("%d orders; turn %d; %d and %d turns", given, p.Turn, p.Teams[0].Ended, p.Teams[1].Ended)
		}
		for turn, orders := range p.Teams[0].Orders {
			for _, o := range orders {
				if l := workshop.LeverOf(o.Kind); turn < 8 && l != workshop.TriageLever && l != workshop.DeploymentsLever {
					t.Errorf("in turn %d the policy gave an order of %s, which was closed", turn, l)
				}
			}
		}
	})
}

// TestATeamSharesAGame seats three at one game, each with a role.
func TestATeamSharesAGame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), teams())
		room := chair.Room()
		manager, analyst, bridge := join(t, room, "Asha").Seat, join(t, room, "Bram").Seat, join(t, room, "Cleo").Seat
		late := join(t, room, "Dov").Seat
		p := room.Picture()
		if len(p.Teams) != 2 || p.Seats[late-1].Team != 2 {
			t.Fatalf("%d teams, and the fourth sits at %d", len(p.Teams), p.Seats[late-1].Team)
		}
		say(t, chair, workshop.Levers, workshop.LeverChange{Open: workshop.AllLevers()})
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Levers, workshop.LeverChange{Open: workshop.AllLevers()})
		give := func(seat int, text string) error { return do(t, room, seat, workshop.Gave, workshop.Order{Text: text}) }
		refused(t, give(manager, "read R-001"), "Ops Bridge")
		refused(t, give(bridge, "freeze on"), "duty manager")
		refused(t, give(analyst, "read R-001"), "Ops Bridge")
		for _, e := range []error{give(bridge, "read R-001"), give(manager, "freeze on"), give(manager, "freeze off")} {
			if e != nil {
				t.Error(e)
			}
		}
		refused(t, do(t, room, bridge, workshop.EndedTurn, nil), "duty manager")
		if err := do(t, room, manager, workshop.EndedTurn, nil); err != nil {
			t.Error(err)
		}
		// What is nobody's is the driver's: alone at a game, one does everything.
		if err := give(late, "read R-001"); err != nil {
			t.Error(err)
		}
		// The manager leaves: the wheel, and what was hers, go to the next.
		say(t, chair, workshop.Removed, workshop.SeatChange{Seat: manager})
		if driver := room.Picture().Teams[0].Driver; driver != analyst {
			t.Errorf("seat %d drives; want %d", driver, analyst)
		}
		if err := do(t, room, analyst, workshop.EndedTurn, nil); err != nil {
			t.Error(err)
		}
		if err := do(t, room, bridge, workshop.Drove, nil); err != nil {
			t.Error(err)
		}
		refused(t, do(t, room, analyst, workshop.EndedTurn, nil), "driving")
		say(t, chair, workshop.Moved, workshop.SeatChange{Seat: bridge, Team: 2})
		if p := room.Picture(); p.Seats[bridge-1].Team != 2 || p.Seats[bridge-1].Role != workshop.Analysts || p.Teams[0].Driver != analyst {
			t.Errorf("%+v; seat %d drives", *p.Seats[bridge-1], p.Teams[0].Driver)
		}
	})
}

// TestTheRoomRefusesInItsLanguage: why the game did not take an order is told in the language of the room's server, whether
// it could not be read or not be done.
func TestTheRoomRefusesInItsLanguage(t *testing.T) {
	if err := words.Speak("de"); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := words.Speak(words.First); err != nil {
			t.Error(err)
		}
	}()
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		asha := join(t, chair.Room(), "Asha").Seat
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		give := func(text string) error { return do(t, chair.Room(), asha, workshop.Gave, workshop.Order{Text: text}) }
		refused(t, give("read X"), `"X" ist nichts aus dem Eingang`)
		refused(t, give("link A-099 bookings"), "Im Eingang ist kein Alarm A-099")
	})
}

// TestAPolicyTakesOverAndBack hands a team to a policy for a while.
func TestAPolicyTakesOverAndBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		seat := join(t, room, "Asha").Seat
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		err := chair.Do(t.Context(), workshop.Command{Kind: workshop.HandedTo, Body: workshop.Body(workshop.TeamChange{Team: 1, Policy: "nobody"})})
		refused(t, err, "nobody")
		say(t, chair, workshop.HandedTo, workshop.TeamChange{Team: 1, Policy: "rule"})
		refused(t, do(t, room, seat, workshop.EndedTurn, nil), "policy")
		wait(time.Minute)
		ended := room.Picture().Teams[0].Ended
		if ended == 0 {
			t.Error("the policy does not play")
		}
		say(t, chair, workshop.HandedTo, workshop.TeamChange{Team: 1})
		wait(time.Minute)
		if now := room.Picture().Teams[0].Ended; now != ended {
			t.Errorf("the policy went on from turn %d to %d", ended, now)
		}
		if err := do(t, room, seat, workshop.EndedTurn, nil); err != nil {
			t.Error(err)
		}
	})
}

// TestTheClockStandsStill pauses and extends a run.
func TestTheClockStandsStill(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		seat := join(t, room, "Asha").Seat
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		wait(time.Minute)
		say(t, chair, workshop.Paused, nil)
		refused(t, do(t, room, seat, workshop.EndedTurn, nil), "paused")
		wait(time.Hour)
		if p := room.Picture(); !p.Paused || p.Left != 4*time.Minute || !p.Ends.IsZero() {
			t.Errorf("paused %v, %v left, ends %v", p.Paused, p.Left, p.Ends)
		}
		say(t, chair, workshop.Extended, workshop.Extension{Seconds: 60})
		say(t, chair, workshop.Resumed, nil)
		if left := time.Until(room.Picture().Ends); left != 5*time.Minute {
			t.Errorf("%v are left", left)
		}
		say(t, chair, workshop.Extended, workshop.Extension{Seconds: -240})
		wait(time.Minute + time.Second)
		if p := room.Picture(); p.Phase != workshop.Result || !p.Teams[0].Done {
			t.Errorf("it is %s", p.Phase)
		}
		if p := room.Picture(); p.Teams[0].Stuck {
			t.Error("who has nothing to do is not stuck")
		}
	})
}

// TestWhoComesLateJoinsTheOthers lets somebody join in the middle of each kind of round: they begin where the others of that
// round began, and have the demand of all. Who is removed leaves no empty row on the board.
func TestWhoComesLateJoinsTheOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		join(t, room, "Asha")
		for range 3 { // to the result of round one
			say(t, chair, workshop.Began, nil)
		}
		join(t, room, "Bram")
		say(t, chair, workshop.Began, nil)
		wait(65 * time.Second)
		join(t, room, "Cleo")
		p := room.Picture()
		if p.Turn != 2 || len(p.Teams) != 3 {
			t.Fatalf("turn %d with %d teams", p.Turn, len(p.Teams))
		}
		for _, team := range p.Teams[1:] {
			if team.Ended != p.Teams[0].Ended || team.Copy().Digest() != p.Teams[0].Copy().Digest() {
				t.Errorf("team %d has ended %d turns; want %d", team.N, team.Ended, p.Teams[0].Ended)
			}
		}
		say(t, chair, workshop.Removed, workshop.SeatChange{Seat: 2})
		p = room.Picture()
		if len(p.Board.Rows) != 2 || !p.Teams[1].Empty || p.Teams[0].Empty {
			t.Errorf("%d rows are on the board", len(p.Board.Rows))
		}
		wait(10 * time.Minute)
		for {
			err := chair.Do(t.Context(), workshop.Command{Kind: workshop.Stepped})
			if err != nil {
				refused(t, err, "stand still")
				break
			}
		}
	})
}

// TestWhoIsStuck tells the facilitator who has done nothing for long.
func TestWhoIsStuck(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		join(t, room, "Asha")
		busy := join(t, room, "Bram").Seat
		leave := room.Arrive(busy)
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		wait(100 * time.Second)
		if err := do(t, room, busy, workshop.EndedTurn, nil); err != nil {
			t.Error(err)
		}
		wait(30 * time.Second)
		p := room.Picture()
		if !p.Teams[0].Stuck || p.Teams[1].Stuck {
			t.Errorf("stuck are %v and %v", p.Teams[0].Stuck, p.Teams[1].Stuck)
		}
		if p.Seats[0].Here != 0 || p.Seats[1].Here != 1 {
			t.Errorf("here are %d and %d", p.Seats[0].Here, p.Seats[1].Here)
		}
		leave()
		leave()
		synctest.Wait()
		if n := room.Picture().Seats[1].Here; n != 0 {
			t.Errorf("%d are here after leaving", n)
		}
	})
}

// TestWatchersAreWoken wakes those who watch, without waiting for any of them, and tells them when the room ends, and why.
func TestWatchersAreWoken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		wake, stop := room.Watch()
		defer stop()
		gone, leave := room.Watch()
		leave()
		for n := range 50 { // nobody reads
			say(t, chair, workshop.Broadcast, workshop.Text{Text: fmt.Sprint("Number ", n)})
		}
		<-wake
		if said := room.Picture().Said; len(said) != 50 {
			t.Errorf("the newest picture has %d of 50", len(said))
		}
		shut(t, hub)
		if _, ok := <-wake; ok {
			<-wake
		}
		if why := room.Reason(); why != "The test is over." {
			t.Errorf("it ended because %q", why)
		}
		select {
		case <-gone:
			t.Error("who does not watch any more was woken")
		default:
		}
		refused(t, chair.Do(t.Context(), workshop.Command{Kind: workshop.Broadcast, Body: workshop.Body(workshop.Text{Text: "Hello?"})}), "The test is over.")
	})
}

// TestReady counts every seat around a round, in one at everybody's own pace nobody, and where the room ends the turns each
// team once: by its duty manager, by its driver where it has none, and a policy not at all.
func TestReady(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		script := teams()
		_, chair, _ := open(t, memory.New(), script)
		room := chair.Room()
		for _, name := range []string{"Asha", "Bram", "Cleo", "Dana", "Eli", "Femi", "Gus"} {
			join(t, room, name) // three at a team: duty manager, analysts, Ops Bridge
		}
		stands := func(want string) {
			t.Helper()
			ready, all := room.Picture().Ready()
			if got := fmt.Sprintf("%d/%d", ready, all); got != want {
				t.Errorf("%s are ready, want %s", got, want)
			}
		}
		says := func(seats ...int) {
			t.Helper()
			for _, seat := range seats {
				if err := do(t, room, seat, workshop.Readied, nil); err != nil {
					t.Fatal(err)
				}
			}
		}
		says(1, 2)
		stands("2/7")
		say(t, chair, workshop.Removed, workshop.SeatChange{Seat: 2})
		stands("1/6")
		say(t, chair, workshop.Began, nil)
		stands("0/6")
		say(t, chair, workshop.Began, nil)
		stands("0/0")
		for room.Picture().Phase != workshop.Run || room.Picture().Round != 1 {
			say(t, chair, workshop.Began, nil)
		}
		stands("0/3")
		says(3, 5) // neither ends a turn
		stands("0/3")
		says(1, 7)
		stands("2/3")
		say(t, chair, workshop.GaveRole, workshop.SeatChange{Seat: 4}) // nobody is the duty manager of the second team any more
		stands("2/3")
		say(t, chair, workshop.GaveRole, workshop.SeatChange{Seat: 5, Role: workshop.DutyManager})
		stands("3/3")
		say(t, chair, workshop.HandedTo, workshop.TeamChange{Team: 1, Policy: "idle"})
		stands("2/2")
		say(t, chair, workshop.Stepped, nil)
		stands("0/2")
	})
}

// TestACampaignIsKnownWhenItIsGiven holds that what a facilitator lets happen stands in the calendar of the furthest team at once,
// and in that of a team that is behind when it has come as far: nobody can plan for it earlier than the others.
func TestACampaignIsKnownWhenItIsGiven(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, chair, _ := open(t, memory.New(), twoRounds())
		room := chair.Room()
		join(t, room, "Asha")
		join(t, room, "Bram")
		say(t, chair, workshop.Began, nil)
		say(t, chair, workshop.Began, nil)
		known := func(team int) []game.Happening {
			var v game.View
			room.Picture().Teams[team-1].View(&v)
			return v.Calendar(nil)
		}
		ends := func(seat, turns int) {
			t.Helper()
			for range turns {
				if err := do(t, room, seat, workshop.EndedTurn, nil); err != nil {
					t.Fatal(err)
				}
			}
		}
		before := len(known(1))
		ends(1, 4)
		say(t, chair, workshop.Injected, workshop.Injection{Event: "campaign", Severity: "severe"})
		first := known(1)
		if len(first) != before+1 {
			t.Fatalf("the furthest team has %v in its calendar", first)
		}
		for turn := range 4 {
			if n := len(known(2)); n != before {
				t.Errorf("in turn %d the team that is behind knows of it already", turn+1)
			}
			ends(2, 1)
		}
		if second := known(2); !slices.Equal(first, second) {
			t.Errorf("at the same minute one has %v in its calendar and the other %v", first, second)
		}
	})
}
