package plain

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
)

// seat is a player at a table, for tests: a command goes in, text comes out.
type seat struct {
	*table
	text *bytes.Buffer
}

func sit(t testing.TB, level string, seed uint64) *seat {
	t.Helper()
	l, err := levels.Load(level)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	s := &seat{&table{session: recorded{journal.New(l, game.SeedFrom(seed))}, level: l, out: bufio.NewWriter(&b)}, &b}
	s.refresh()
	s.greet()
	return s
}

// write gives a command and returns what is said.
func (s *seat) write(format string, args ...any) string {
	s.out.Flush()
	s.text.Reset()
	s.command(fmt.Sprintf(format, args...) + "\n")
	s.out.Flush()
	return s.text.String()
}

var (
	unlinked  = regexp.MustCompile(`Not linked to an application: (.*)\.`)
	unread    = regexp.MustCompile(`Not read: (.*)\.`)
	mayDeploy = regexp.MustCompile(`May be deployed: (.*)\.`)
	restore   = regexp.MustCompile(`Diagnosed, choose how to restore: (.*)\.`)
	nobody    = regexp.MustCompile(`Nobody works on: (.*)\.`)
	wanted    = regexp.MustCompile(`Wants an answer: (.*)\.`)
	item      = regexp.MustCompile(`[ARM]-\d+`)
	clue      = regexp.MustCompile(`(?m)What we know:\n  (?:The alert names|Its host ran)? ?([a-z-]+)`)
	belongs   = regexp.MustCompile(`(?:belongs to|linked to) ([a-z-]+)`)
	owner     = regexp.MustCompile(`Its team was ([a-z-]+)`)
)

// items are those that the list matching line names.
func items(line *regexp.Regexp, text string) []string {
	if m := line.FindStringSubmatch(text); m != nil {
		return item.FindAllString(m[1], -1)
	}
	return nil
}

// decide does what a reader of the text would do, by reading nothing else.
func (s *seat) decide(turn int) {
	text := s.write("look")
	who := func(i int) string { return s.level.Analysts[(turn+i)%2].Name }
	for i, a := range items(unlinked, text) {
		if m := clue.FindStringSubmatch(s.write("look %s", a)); m != nil {
			s.write("link %s %s", a, m[1])
		}
		s.write("assign %s %s", a, who(i))
	}
	for i, a := range items(nobody, text) {
		s.write("assign %s %s", a, who(i))
	}
	for i, a := range items(restore, text) {
		if m := belongs.FindStringSubmatch(s.write("look %s", a)); m != nil {
			if o := owner.FindStringSubmatch(s.write("look %s", m[1])); o != nil {
				s.write("escalate %s %s", a, o[1])
				continue
			}
		}
		s.write("workaround %s %s", a, who(i))
	}
	for _, r := range items(unread, text) {
		s.write("read %s", r)
	}
	for i, r := range items(mayDeploy, text) {
		s.write("deploy %s %s", r, who(i+1))
	}
	for _, m := range items(wanted, text) {
		s.write("answer %s unchanged", m)
		s.write("answer %s refuse", m)
	}
}

// pays tells whether doing at once what the text offers has to lose less than idling: not where Operations is never
// called, and not where the lesson is what better waits or moves.
func pays(l *game.Level) bool {
	for i := range l.Applications {
		for _, r := range l.Models[l.Applications[i].Model].Chain {
			if r.Staffing == game.Analysts {
				return l.Teaches != "freeze" && l.Teaches != "move"
			}
		}
	}
	return false
}

// TestTextIsEnough plays every level by what the text says, and by nothing else: that must lose less than idling.
func TestTextIsEnough(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	for _, info := range levels.List() {
		idle, played := sit(t, info.Name, 3), sit(t, info.Name, 3)
		var transcript strings.Builder
		for turn := 0; !played.done; turn++ {
			played.decide(turn)
			transcript.WriteString(played.write("continue"))
		}
		for !idle.done {
			idle.write("continue")
		}
		a, b := idle.session.Now().Result(), played.session.Now().Result()
		if lost := a.Values[0].N; lost > 0 && pays(played.level) && b.Values[0].N >= lost {
			t.Errorf("%s: idling lost %d pence, playing by the text %d", info.Name, lost, b.Values[0].N)
		}
		if os.Getenv("CALLOUT_SHOW") != "" {
			t.Log(transcript.String())
		}
		if strings.ContainsAny(transcript.String(), "\x1b\r\b{}│─") || strings.Contains(transcript.String(), "%!") {
			t.Errorf("%s: the text holds what a screen reader stumbles over", info.Name)
		}
		for _, head := range []string{"RESULT of ", "1. Was it enough?", "3. When did it go wrong?", "5. Where did the time go?", "7. Which effects were seen?", "Nobody told you: "} {
			if !strings.Contains(transcript.String(), head) {
				t.Errorf("%s: the result lacks %q", info.Name, head)
			}
		}
	}
}

func TestEveryThingCanBeLookedAt(t *testing.T) {
	s := sit(t, "ten-teams", 5)
	for range 40 {
		s.write("end")
	}
	v := &s.view
	things := append([]string{"", "a-001", "r-001", "m-001"}, lists...)
	for i := range v.Analysts {
		things = append(things, v.Analysts[i].Name)
	}
	for i := range v.Apps {
		things = append(things, strings.ToUpper(v.Apps[i].Name))
	}
	for i := range v.Teams {
		things = append(things, v.Teams[i].Name)
	}
	for i := range v.Hosts {
		things = append(things, v.Hosts[i].Name)
	}
	for i := range v.Alerts {
		things = append(things, game.Item{Kind: game.Alert, N: v.Alerts[i].N}.String())
	}
	for _, thing := range things {
		text := s.write("look %s", thing)
		if text == "" || strings.Contains(text, "nothing called") || strings.Contains(text, "%!") || strings.ContainsAny(text, "{}?") {
			t.Errorf("look %s: %q", thing, text)
		}
	}
}

func TestOrdersAreOffered(t *testing.T) {
	s := sit(t, "ten-teams", 5)
	for len(s.view.Alerts) == 0 || len(s.view.Requests) == 0 {
		s.write("end")
	}
	alert := game.Item{Kind: game.Alert, N: s.view.Alerts[0].N}
	text := s.write("look %s", alert)
	for _, offer := range []string{"link %s APPLICATION: ", "assign %s ANALYST: ", "escalate %s TEAM: ", "noise %s: "} {
		if !strings.Contains(text, fmt.Sprintf(offer, alert)) {
			t.Errorf("%q is not offered:\n%s", offer, text)
		}
	}
	request := game.Item{Kind: game.Request, N: s.view.Requests[0].N}
	if text := s.write("look %s", request); !strings.Contains(text, "read "+request.String()+": ") {
		t.Errorf("read is not offered:\n%s", text)
	}
	if text := s.write("read %s", request); !strings.Contains(text, "deploy "+request.String()+" ANALYST: ") {
		t.Errorf("a request that was read does not show what can be done:\n%s", text)
	}
}

// TestOffersAreAccepted gives what is offered about everything, filled in with the first name that the game takes: an
// offer that nobody could take up would be a lie.
func TestOffersAreAccepted(t *testing.T) {
	s := sit(t, "ten-teams", 5)
	offered := map[string]bool{}
	offer := regexp.MustCompile(`(?m)^  ([a-z]+)((?: [A-Za-z0-9-]+)*): `)
	for range 60 {
		s.write("continue")
		if s.done {
			break
		}
		var things []string
		for i := range s.view.Alerts {
			things = append(things, game.Item{Kind: game.Alert, N: s.view.Alerts[i].N}.String())
		}
		for i := range s.view.Requests {
			things = append(things, game.Item{Kind: game.Request, N: s.view.Requests[i].N}.String())
		}
		for i := range s.view.Messages {
			things = append(things, game.Item{Kind: game.Message, N: s.view.Messages[i].N}.String())
		}
		things = append(things, s.view.Apps[0].Name, s.view.Analysts[0].Name)
		for _, thing := range things {
			_, text, _ := strings.Cut(s.write("look %s", thing), "What you can do:\n")
			for _, m := range offer.FindAllStringSubmatch(text, -1) {
				offered[m[1]] = true
				if !s.accepts(m[1] + m[2]) {
					t.Fatalf("%s is offered about %s and nobody can do it", m[1]+m[2], thing)
				}
			}
		}
		s.decide(0)
	}
	for _, word := range []string{"read", "link", "noise", "assign", "deploy", "escalate", "rest", "duty", "sync", "runbook", "tune"} {
		if !offered[word] {
			t.Errorf("%s was never offered", word)
		}
	}
}

// accepts tells whether the game takes an order with some names for its capitals. It is tried on a copy.
func (s *seat) accepts(order string) bool {
	v := &s.view
	names := map[string][]string{}
	for i := range v.Analysts {
		names["ANALYST"] = append(names["ANALYST"], v.Analysts[i].Name)
	}
	for i := range v.Apps {
		names["APPLICATION"] = append(names["APPLICATION"], v.Apps[i].Name)
	}
	for i := range v.Teams {
		names["TEAM"] = append(names["TEAM"], v.Teams[i].Name)
	}
	tries := []string{order}
	for blank, list := range names {
		if strings.Contains(order, blank) {
			tries = nil
			for _, name := range list {
				tries = append(tries, strings.Replace(order, blank, name, 1))
			}
		}
	}
	for _, text := range tries {
		if o, err := s.level.ParseOrder(text); err == nil && s.session.Now().Clone().Do(o) == nil {
			return true
		}
	}
	return false
}

// TestHintsLeadToAMove asks for hints alone and does what the last one says. Each says more than the one before, every
// move is accepted, and it is better than idling.
func TestHintsLeadToAMove(t *testing.T) {
	move := regexp.MustCompile(`this comes first: (.*)\n`)
	idle, s := sit(t, "three-teams", 4), sit(t, "three-teams", 4)
	moves := 0
	for !s.done {
		for range 40 {
			steps := []string{s.write("hint"), s.write("hint"), s.write("hint")}
			m := move.FindStringSubmatch(steps[2])
			if m == nil {
				break
			}
			if steps[0] == steps[1] || move.MatchString(steps[0]+steps[1]) {
				t.Fatalf("the steps are %q", steps)
			}
			if text := s.write("%s", m[1]); !strings.HasPrefix(text, "Done: ") {
				t.Fatalf("%s: %s", m[1], text)
			}
			moves++
		}
		s.write("continue")
	}
	for !idle.done {
		idle.write("continue")
	}
	a, b := idle.session.Now().Result(), s.session.Now().Result()
	if moves == 0 || b.Values[0].N >= a.Values[0].N {
		t.Errorf("%d hinted moves lost %d pence, idling %d", moves, b.Values[0].N, a.Values[0].N)
	}
}

func TestMistypedInput(t *testing.T) {
	s := sit(t, "one-team", 5)
	before := s.session.Now().Digest()
	for input, says := range map[string]string{
		"":                                 "",
		"   ":                              "",
		"# a remark":                       "",
		"dance":                            "is not a command",
		"asign A-001 Asha":                 "Did you mean assign?",
		"ENDE":                             "Did you mean end?",
		"assign":                           "Assign needs more: assign ITEM ANALYST.",
		"assign A-001 Zoe":                 `No analyst is called "Zoe"`,
		"assign A-999 Asha":                "A-999",
		"assign A-001 Asha now":            `takes no "now"`,
		"look nobody":                      `nothing called "nobody"`,
		"look A-99999999999999":            "nothing called",
		"help dance":                       `"dance" is not a command`,
		"help assign":                      "assign ITEM ANALYST: give an alert to an analyst",
		"help callout":                     "In the game:",
		"gloss xyzzy":                      "xyzzy",
		"gloss":                            "callout",
		"\x1b[31m\x00":                     "is not a command",
		strings.Repeat("é", 3000):          "a command is shorter than",
		"look " + strings.Repeat("x", 500): "nothing called",
	} {
		got := s.write("%s", input)
		if !strings.Contains(got, says) || says == "" && got != "" {
			t.Errorf("%.40q: %q, should say %q", input, got, says)
		}
		if strings.ContainsAny(got, "\x1b\x00") {
			t.Errorf("%.40q came back with control characters", input)
		}
		if s.done {
			t.Fatalf("%.40q ended the game", input)
		}
	}
	if s.session.Now().Digest() != before {
		t.Error("mistyped input changed the game")
	}
}

// TestRefusalsInGerman: what cannot be read, and what is not done, is told in the player's language.
func TestRefusalsInGerman(t *testing.T) {
	if err := words.Speak("de"); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := words.Speak(words.First); err != nil {
			t.Error(err)
		}
	}()
	s := sit(t, "one-team", 5)
	for order, says := range map[string]string{
		"assign":           "Bei assign fehlt noch etwas: assign ITEM ANALYST.\n",
		"assign A-001 Zoe": `Hier heißt niemand "Zoe": Es gibt `,
		"read A-001":       "Bei einem Alarm genügt ein Blick.\n",
		"freeze off":       "Deployments sind gar nicht eingefroren.\n",
	} {
		if got := s.write("%s", order); !strings.Contains(got, says) {
			t.Errorf("%q: %q, should say %q", order, got, says)
		}
	}
}

// play runs a whole game over a reader.
func play(t *testing.T, ctx context.Context, in io.Reader, out io.Writer) error {
	t.Helper()
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	return Play(ctx, journal.New(l, game.SeedFrom(1)), Options{In: in, Out: out})
}

func TestEveryEndIsAGoodEnd(t *testing.T) {
	done, cancel := context.WithCancel(context.Background())
	cancel()
	silent, _ := io.Pipe()
	for name, c := range map[string]struct {
		ctx context.Context
		in  io.Reader
	}{
		"end of input":      {context.Background(), strings.NewReader("look\nend")},
		"quit":              {context.Background(), strings.NewReader("quit\nend\n")},
		"nothing":           {context.Background(), strings.NewReader("")},
		"interrupt":         {done, silent},
		"a game to its end": {context.Background(), strings.NewReader(strings.Repeat("end\n", 500))},
	} {
		var out bytes.Buffer
		if err := play(t, c.ctx, c.in, &out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if last := out.String(); !strings.Contains(last, "not recorded") && !strings.Contains(last, "RESULT") {
			t.Errorf("%s: the last words are missing:\n%s", name, last)
		}
	}
}

type broken struct{}

var errBroken = errors.New("broken")

func (broken) Read([]byte) (int, error)  { return 0, errBroken }
func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestBrokenEndsAreErrors(t *testing.T) {
	if err := play(t, context.Background(), broken{}, io.Discard); !errors.Is(err, errBroken) {
		t.Errorf("a broken input: %v", err)
	}
	if err := play(t, context.Background(), strings.NewReader("look\nend\n"), broken{}); !errors.Is(err, errBroken) {
		t.Errorf("a broken output: %v", err)
	}
}
