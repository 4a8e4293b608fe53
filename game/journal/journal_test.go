package journal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

// level is a small level; only its names and its digest matter here.
func level() *game.Level {
	l := &game.Level{
		Name: "tiny", Start: 9 * game.Hour, End: game.Week, TurnMinutes: 60, NightMinutes: 240,
		Analysts: []game.Analyst{{Name: "Asha"}, {Name: "Ben"}},
		Teams:    []game.Team{{Name: "Kestrel"}},
	}
	l.Digest[0] = 7
	return l
}

func load(name, source, model string) (*game.Level, error) {
	if source != "" {
		name = source
	}
	if name != "tiny" {
		return nil, fmt.Errorf("no level is called %q", name)
	}
	return level(), nil
}

func setup() Setup {
	return Setup{Level: level(), Seed: game.SeedFrom(7), By: "test", Created: "2026-01-01T00:00:00Z"}
}

// play gives random orders and ends turns.
func play(t *testing.T, s *Session, turns int, r *rand.Rand) {
	t.Helper()
	for range turns {
		giveOrders(t, s, r)
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
}

// giveOrders does something with most of what is in the inbox. The game refuses what makes no sense.
func giveOrders(t *testing.T, s *Session, r *rand.Rand) {
	t.Helper()
	var v game.View
	s.Game.View(&v)
	do := func(kind game.OrderKind, item game.Item) {
		o := game.Order{Kind: kind, Item: item, Analyst: r.IntN(len(v.Analysts)), App: game.None, Team: game.None}
		if n := len(v.Apps); n > 0 {
			o.App = r.IntN(n)
		}
		if n := len(v.Teams); n > 0 {
			o.Team = r.IntN(n)
		}
		if err := s.Do(o); err != nil && s.err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range v.Alerts {
		kinds := []game.OrderKind{game.Link, game.Assign, game.Assign, game.Escalate, game.Workaround, game.Dismiss, game.NoOrder}
		do(kinds[r.IntN(len(kinds))], game.Item{Kind: game.Alert, N: a.N})
	}
	for _, q := range v.Requests {
		kinds := []game.OrderKind{game.Read, game.Deploy, game.First, game.NoOrder}
		do(kinds[r.IntN(len(kinds))], game.Item{Kind: game.Request, N: q.N})
	}
	for _, kind := range []game.OrderKind{game.OnStandby, game.Rest, game.Runbook, game.Sync, game.Tune, game.RollBack} {
		if r.IntN(10) == 0 {
			do(kind, game.Item{})
		}
	}
}

// saved is a journal with a few turns and orders of a turn that has not ended, and its digest.
func saved(t testing.TB) (path string, digest uint64) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "new", "folder", "game.jsonl")
	s, err := Create(path, setup())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for turn := range 5 {
		for _, text := range []string{"freeze on", "duty Asha off", "freeze off"} {
			o, _ := s.Game.Level().ParseOrder(text)
			if err := s.Do(o); err != nil {
				t.Fatal(turn, text, err)
			}
		}
		if turn < 4 {
			if _, err := s.EndTurn(); err != nil {
				t.Fatal(err)
			}
		}
	}
	return path, s.Game.Digest()
}

func TestSaveIsReplay(t *testing.T) {
	path, digest := saved(t)
	report, err := Verify(path, load)
	if err != nil {
		t.Fatal(err)
	}
	if report.Turns != 4 || report.Orders != 15 || report.Pending != 3 || report.Digest != digest || report.Torn {
		t.Errorf("the report says %+v, the game ended with digest %x", report, digest)
	}
	summary, err := Summarise(path)
	if err != nil {
		t.Fatal(err)
	}
	if summary.Turns != 4 || summary.Orders != 15 || summary.Header.Level != "tiny" || summary.At != report.At {
		t.Errorf("the summary says %+v", summary)
	}
}

// TestLoadEveryTurn plays one game straight on and one that is closed and resumed before and after every turn.
func TestLoadEveryTurn(t *testing.T) {
	shipped := func(name, source, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }
	l, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	straight := New(l, game.SeedFrom(7))
	one, two := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(1, 2))
	s, err := Create(filepath.Join(t.TempDir(), "game.jsonl"), Setup{Level: l, Seed: game.SeedFrom(7)})
	if err != nil {
		t.Fatal(err)
	}
	again := func() {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = Resume(s.Path(), shipped); err != nil {
			t.Fatal(err)
		}
		if s.Cut() != "" {
			t.Fatal("a whole journal was cut")
		}
	}
	for turn := 0; !straight.Game.Over(); turn++ {
		giveOrders(t, straight, one)
		giveOrders(t, s, two)
		again()
		if a, b := straight.Game.Digest(), s.Game.Digest(); a != b {
			t.Fatalf("before turn %d the digests are %x and, resumed, %x", turn, a, b)
		}
		play(t, straight, 1, one)
		play(t, s, 1, two)
		again()
		if a, b := straight.Game.Digest(), s.Game.Digest(); a != b {
			t.Fatalf("after turn %d the digests are %x and, resumed, %x", turn, a, b)
		}
	}
	if !s.Game.Over() {
		t.Error("the resumed game is not over")
	}
	if !slices.Equal(straight.Events(), s.Events()) {
		t.Error("the resumed game remembers other events")
	}
	s.Close()
}

// TestTornAnywhere cuts a journal at every byte. What is left must resume with all whole lines, keep the torn piece,
// and go on.
func TestTornAnywhere(t *testing.T) {
	path, _ := saved(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	header := bytes.IndexByte(whole, '\n')
	for n := range whole {
		torn := filepath.Join(t.TempDir(), "torn.jsonl")
		if err := os.WriteFile(torn, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Resume(torn, load)
		if n < header {
			if err == nil || !errors.Is(err, ErrForeign) && !errors.Is(err, ErrDamaged) {
				t.Fatalf("cut at %d, inside the header: %v", n, err)
			}
			continue
		}
		if err != nil {
			t.Fatalf("cut at %d: %v", n, err)
		}
		lines := bytes.Count(whole[:n+1], []byte("\n")) // a line whose line feed alone is missing is whole
		play(t, s, 1, rand.New(rand.NewPCG(1, 2)))
		s.Close()
		now, _ := os.ReadFile(torn)
		keep := bytes.Join(bytes.SplitAfter(whole, []byte("\n"))[:lines], nil)
		if !bytes.HasPrefix(now, keep) {
			t.Fatalf("cut at %d: a whole line was lost", n)
		}
		if rest := whole[:n][min(n, len(keep)):]; len(rest) > 0 {
			if aside, _ := os.ReadFile(s.Cut()); !bytes.Equal(aside, rest) {
				t.Fatalf("cut at %d: the torn piece %q was kept as %q", n, rest, aside)
			}
		} else if s.Cut() != "" {
			t.Fatalf("cut at %d: nothing was torn, yet %s was written", n, s.Cut())
		}
		if _, err := Verify(torn, load); err != nil {
			t.Fatalf("cut at %d and played on: %v", n, err)
		}
	}
}

// TestZeroesAtTheEnd is what a power cut leaves when the length reached the disk and the text did not.
func TestZeroesAtTheEnd(t *testing.T) {
	path, digest := saved(t)
	whole, _ := os.ReadFile(path)
	hole := append(bytes.Clone(whole), make([]byte, 90)...)
	for _, tail := range []string{"", `4b"}` + "\n"} {
		os.WriteFile(path, append(bytes.Clone(hole), tail...), 0o600)
		s, err := Resume(path, load)
		if err != nil {
			t.Fatal(err)
		}
		if s.Game.Digest() != digest || s.Cut() == "" {
			t.Error("the zeros were not cut aside")
		}
		s.Close()
		if now, _ := os.ReadFile(path); !bytes.Equal(now, whole) {
			t.Error("something else than the zeros was cut")
		}
	}
}

// TestEveryFlippedBit damages a journal in one bit after another. None may pass, none may change the file.
func TestEveryFlippedBit(t *testing.T) {
	path, _ := saved(t)
	whole, _ := os.ReadFile(path)
	lastLine := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	for i := range whole {
		for _, bit := range []byte{1, 32, 128} {
			b := bytes.Clone(whole)
			b[i] ^= bit
			p, err := replay(bytes.NewReader(b), load, nil)
			switch {
			case err == nil && i >= lastLine && p.report.Torn: // damage there looks like a line that was never finished
			case err == nil && i == len(whole)-1: // the last line feed alone: the line before it is whole
			case err == nil:
				t.Fatalf("bit %d of byte %d was flipped and the journal passed", bit, i)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	path, _ := saved(t)
	good, _ := os.ReadFile(path)
	lines := strings.SplitAfter(string(good), "\n")
	dir := t.TempDir()
	write := func(name, text string) string {
		p := filepath.Join(dir, name)
		os.WriteFile(p, []byte(text), 0o600)
		return p
	}
	resealed := func(change func(h *Header)) string {
		h := (&Setup{Level: level(), Seed: game.SeedFrom(7)}).header()
		change(&h)
		line, _, err := encode(h, 0)
		if err != nil {
			t.Fatal(err)
		}
		return string(line)
	}
	seal := func(values ...any) string {
		var b strings.Builder
		var sum uint32
		for _, v := range values {
			line, next, err := encode(v, sum)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(line)
			sum = next
		}
		return b.String()
	}
	header := (&Setup{Level: level(), Seed: game.SeedFrom(7)}).header()
	for name, c := range map[string]struct {
		text string
		want error
		says string
	}{
		"empty":         {"", ErrForeign, "it is empty"},
		"foreign":       {"name = \"tiny\"\n", ErrForeign, "line 1"},
		"other json":    {"{\"a\":1}\n", ErrForeign, "line 1"},
		"binary":        {strings.Repeat("\x00\xff", 40_000), ErrForeign, "line 1"},
		"newer":         {"{\"callout\":2,\"anything\":[1]}\n", ErrNewer, "its format is 2, this one reads up to 1"},
		"half a header": {lines[0][:100], ErrDamaged, "ends in the middle of its first line"},
		"edited order":  {strings.Replace(string(good), "freeze on", "freeze no", 1), ErrDamaged, "line 2: it is damaged: its checksum does not fit"},
		"line missing":  {lines[0] + strings.Join(lines[2:], ""), ErrDamaged, "line 2"},
		"line twice":    {lines[0] + lines[1] + strings.Join(lines[1:], ""), ErrDamaged, "line 3"},
		"lines swapped": {lines[0] + lines[2] + lines[1] + strings.Join(lines[3:], ""), ErrDamaged, "line 2"},
		"edited end":    {string(good[:len(good)-4]) + "0\"}\n", ErrDamaged, fmt.Sprintf("line %d", len(lines)-1)},
		"Windows feeds": {strings.ReplaceAll(string(good), "\n", "\r\n"), ErrDamaged, "line 1"},
		"long line":     {lines[0] + strings.Repeat("x", maxLine+1) + "\n", ErrDamaged, "line 2: it is damaged: it is longer than"},
		"other rules":   {resealed(func(h *Header) { h.Rules += 1 }), ErrOtherRules, "line 1"},
		"other level":   {resealed(func(h *Header) { h.LevelDigest = strings.Repeat("ab", 32) }), ErrOtherLevel, "tiny has fingerprint 0700"},
		"no such level": {resealed(func(h *Header) { h.Level = "huge" }), nil, `load its level: no level is called "huge"`},
		"other name":    {resealed(func(h *Header) { h.Level, h.Source = "huge", "tiny" }), ErrOtherLevel, "tiny is called tiny, the game was begun with huge"},
		"escape codes":  {resealed(func(h *Header) { h.Source = "\x1b[2Jtiny" }), ErrDamaged, "not written as Callout writes it"},
		"short order":   {seal(header, order{"freeze  on"}), ErrDamaged, "line 2: it is damaged: it is not written as Callout writes it"},
		"bad seed":      {resealed(func(h *Header) { h.Seed = "7" }), ErrDamaged, "not written as Callout writes it"},
		"bad order":     {seal(header, order{"dance Asha"}), ErrDiffers, `line 2: it does not play out as it was recorded: the order "dance Asha"`},
		"bad turn":      {seal(header, turn{Turn: 2}), ErrDamaged, "line 2: it is damaged: it is turn 2, turn 1 was to come"},
		"bad digest":    {seal(header, turn{Turn: 1, At: 1, Digest: "1234"}), ErrDiffers, "line 2: it does not play out as it was recorded: turn 1 ended with digest 1234"},
		"unknown line":  {seal(header, struct{ Dance string }{"x"}), ErrDamaged, "line 2: it is damaged: it is not written as Callout writes it"},
	} {
		p := write(name, c.text)
		for door, open := range map[string]func() error{
			"Verify": func() error { _, err := Verify(p, load); return err },
			"Resume": func() error { _, err := Resume(p, load); return err },
		} {
			err := open()
			if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s, %s: %v\nshould say %q", name, door, err, c.says)
			}
			if err != nil && !strings.Contains(err.Error(), p) {
				t.Errorf("%s, %s: the file is not named: %v", name, door, err)
			}
		}
		if now, _ := os.ReadFile(p); string(now) != c.text {
			t.Errorf("%s: the file was changed", name)
		}
		if made, _ := filepath.Glob(p + ".*"); len(made) > 0 {
			t.Errorf("%s: left %v behind", name, made)
		}
	}
}

func TestNeverOverwrites(t *testing.T) {
	path, _ := saved(t)
	before, _ := os.ReadFile(path)
	if _, err := Create(path, setup()); err == nil || !strings.Contains(err.Error(), "exists already") {
		t.Errorf("a save was created over another: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	if _, err := Create(t.TempDir(), setup()); err == nil {
		t.Error("a save was created over a folder")
	}
	if _, err := Resume(t.TempDir(), load); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder was resumed: %v", err)
	}
	if _, err := Resume(filepath.Join(t.TempDir(), "none"), load); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file was resumed: %v", err)
	}
}

func TestOnePlayerAtATime(t *testing.T) {
	path, _ := saved(t)
	s, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Resume(path, load); !errors.Is(err, ErrInUse) {
		t.Errorf("the same save was opened twice: %v", err)
	}
	if _, err := Verify(path, load); err != nil {
		t.Errorf("a save that is being played cannot be verified: %v", err)
	}
	s.Close()
	if s, err = Resume(path, load); err != nil {
		t.Fatalf("after it was closed: %v", err)
	}
	s.Close()
	if o, _ := level().ParseOrder("standby Ben"); s.Do(o) == nil {
		t.Error("an order was accepted after the end of the recording")
	}
}

func TestRefusedOrderIsNotRecorded(t *testing.T) {
	path, _ := saved(t)
	before, _ := os.ReadFile(path)
	s, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, o := range []game.Order{{}, {Kind: 200}, {Kind: game.Rest, Analyst: 99}, {Kind: game.Assign, Analyst: game.None}} {
		if err := s.Do(o); err == nil {
			t.Errorf("%+v was accepted", o)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("a refused order was recorded")
	}
}

// TestFullDisk lets every write fail: nothing is acknowledged, what was saved stays whole.
func TestFullDisk(t *testing.T) {
	path, _ := saved(t)
	s, err := Resume(path, load)
	if err != nil {
		t.Fatal(err)
	}
	full, err := os.Open(path) // not open for writing
	if err != nil {
		t.Fatal(err)
	}
	s.file.Close()
	s.file = full
	if _, err := s.EndTurn(); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("a turn was acknowledged without being written: %v", err)
	}
	if o, _ := level().ParseOrder("standby Ben"); s.Do(o) == nil {
		t.Error("an order was accepted after that")
	}
	s.Close()
	if report, err := Verify(path, load); err != nil || report.Turns != 4 {
		t.Errorf("afterwards: %+v, %v", report, err)
	}
}
