package web_test

import (
	"strings"
	"testing"

	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/remote/web"
)

// TestTheWallOfALobbySaysHowToJoin: the code, both ways in, a code for cameras and who is here, and no chart of a game that
// nobody has begun. A closed door says so and leads nowhere.
func TestTheWallOfALobbySaysHowToJoin(t *testing.T) {
	w := raceOf(workshop.Live, birds[:3]...)
	w.picture.Phase = workshop.Lobby
	for _, name := range birds[:3] {
		w.picture.Teams = append(w.picture.Teams, &workshop.Team{N: len(w.picture.Teams) + 1, Name: name})
	}
	how := func() lead.Invite {
		return lead.Invite{SSH: "ssh -p 2222 k7q-m4x@192.0.2.7", Web: "http://192.0.2.7:8080/", QR: [][]bool{{true, false}, {false, true}}}
	}
	s := serve(t, web.Options{Board: boards(w), Invite: how})
	_, text := page(t, s.url+"/board/own")
	for _, want := range []string{"K7Q-M4X", how().SSH, how().Web, `class="qr"`, birds[0], birds[2]} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if strings.Contains(text, "Burnout") {
		t.Error("it shows charts of nothing")
	}
	w.picture.Locked = true
	s = serve(t, web.Options{Board: boards(w), Invite: how})
	if _, text = page(t, s.url+"/board/own"); strings.Contains(text, how().SSH) || strings.Contains(text, "K7Q-M4X") {
		t.Error("a closed door is shown the way to")
	}
}

// TestTheWallSaysThatItIsPausedAndFrozen: one does not hide the other.
func TestTheWallSaysThatItIsPausedAndFrozen(t *testing.T) {
	w := raceOf(workshop.Frozen, birds[:3]...)
	w.picture.Paused = true
	s := serve(t, web.Options{Board: boards(w)})
	_, text := page(t, s.url+"/board/own")
	for _, want := range []string{"Paused", "The board has stood still since 14:05"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}
