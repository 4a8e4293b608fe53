package challenge

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"callout/game"
	"callout/game/journal"
	"callout/levels"
)

// of is the challenge to play a shipped level under a model with the seed of a number.
func of(t testing.TB, level, model string, n uint64) Challenge {
	t.Helper()
	l, err := levels.LoadWithModel(level, model)
	if err != nil {
		t.Fatal(err)
	}
	return New(l, false, game.SeedFrom(n))
}

// results are results of all sizes.
func results(t testing.TB) []Result {
	c := of(t, "ten-teams", "", 1<<40-1)
	own := of(t, "one-team", "", 7)
	own.Level = ""
	drawn := c
	drawn.Seed = game.Seed{1, 1 << 63, 0, 1<<64 - 1}
	return []Result{
		{Challenge: c},
		{Challenge: c, Turns: 141, Won: true, Score: 742, Lost: 4_820_012, Hints: 4, Digest: 1<<40 - 1},
		{Challenge: own, Turns: 1, Score: -1_250, Lost: 1_000_000_000_00, Digest: 0x12_3456_789a},
		{Challenge: drawn, Turns: 9_999, Score: 15, Lost: 16, Hints: 17, Digest: 1},
	}
}

func TestCodesSayWhatTheyWereMadeFrom(t *testing.T) {
	for _, level := range levels.List() {
		for _, n := range []uint64{0, 7, 1<<20 - 1, 1 << 20, 1<<40 - 1, 1 << 40, 20260302, 1<<64 - 1} {
			c := of(t, level.Name, "", n)
			got, r, err := Parse(c.Code())
			if err != nil || got != c || r != nil {
				t.Errorf("%s became %+v, %v, %v", c.Code(), got, r, err)
			}
		}
	}
	for _, want := range results(t) {
		c, got, err := Parse(want.Code())
		if err != nil || c != want.Challenge || got == nil || *got != want {
			t.Errorf("%s became %+v, %v", want.Code(), got, err)
		}
	}
}

func TestCodesAreShort(t *testing.T) {
	for _, c := range []struct {
		n    uint64
		most int
	}{{7, len("CALLOUT-one-team-XXXX-XXXX-XXXX")}, {20260302, len("CALLOUT-one-team-XXXX-XXXX-XXXX-XXXX")}, {1<<40 - 1, len("CALLOUT-one-team-XXXX-XXXX-XXXX-XXXX")}} {
		if code := of(t, "one-team", "", c.n).Code(); len(code) > c.most {
			t.Errorf("%s is longer than %d", code, c.most)
		}
	}
}

// People paste codes out of sentences, type them by hand, and lose dashes to mail programs.
func TestReadingForgives(t *testing.T) {
	want := results(t)[1]
	code := want.Code()
	for name, text := range map[string]string{
		"small letters":     strings.ToLower(code),
		"without dashes":    strings.ReplaceAll(code, "-", ""),
		"blanks for dashes": strings.ReplaceAll(code, "-", " "),
		"long dashes":       strings.ReplaceAll(code, "-", " — "),
		"in lines":          strings.ReplaceAll(code, "-", "-\r\n> "),
		"in a sentence":     "Asha's result: “" + code + "”, beat that!",
		"with the command":  "$ callout challenge " + code,
		"O for 0, l for 1":  strings.NewReplacer("0", "o", "1", "l").Replace(code),
		"I for 1":           strings.NewReplacer("0", "O", "1", "I").Replace(code),
		"a second code":     code + " " + want.Challenge.Code(),
		"after a broken":    "CALLOUT-one-team-1234 " + code,
	} {
		if _, got, err := Parse(text); err != nil || got == nil || *got != want {
			t.Errorf("%s: %q became %+v, %v", name, text, got, err)
		}
	}
}

func TestCodesThatAreNone(t *testing.T) {
	good := of(t, "one-team", "", 20260302)
	code := good.Code()
	newerCode := good.seal(good.symbols(newer))
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"nothing":       {"", ErrForeign},
		"a file's name": {"game.jsonl", ErrForeign},
		"another game":  {"LICHESS-1234-5678", ErrForeign},
		"a novel":       {strings.Repeat("It was a dark and stormy night. ", 1_000) + code, ErrForeign},
		"only us":       {"CALLOUT", ErrLevel},
		"no such level": {strings.Replace(code, "one-team", "nine-lives", 1), ErrLevel},
		"cut":           {code[:len(code)-3], ErrCut},
		"cut early":     {"CALLOUT-one-team", ErrCut},
		"another level": {strings.Replace(code, "one-team", "ten-teams", 1), ErrWrong},
		"a U":           {code[:len(code)-1] + "U", ErrWrong},
		"from tomorrow": {newerCode, ErrNewer},
	} {
		if _, _, err := Parse(c.text); !errors.Is(err, c.want) {
			t.Errorf("%s: %v; want %v", name, err, c.want)
		}
	}
}

// TestOneWrongCharacterIsFound changes every character of codes to every other one, and swaps neighbours.
func TestOneWrongCharacterIsFound(t *testing.T) {
	tried, missed := 0, 0
	for _, r := range results(t) {
		code := r.Code()
		first := len(prefix) + len(r.name()) + 2
		try := func(changed string) {
			if fold(changed) == fold(code) {
				return
			}
			tried++
			if _, got, err := Parse(changed); err == nil {
				missed++
				t.Logf("%s passes for %s: %+v", changed, code, got)
			}
		}
		for i := first; i < len(code); i++ {
			if code[i] == '-' {
				continue
			}
			for _, x := range alphabet {
				try(code[:i] + string(x) + code[i+1:])
			}
			if i > first && code[i-1] != '-' {
				try(code[:i-1] + string(code[i]) + string(code[i-1]) + code[i+1:])
			}
		}
	}
	if missed > 0 || tried < 3_000 {
		t.Errorf("of %d changed codes %d passed", tried, missed)
	}
}

// TestFind finds level and model again, and tells a game under other rules from one that can be played.
func TestFind(t *testing.T) {
	for _, c := range []struct{ level, model string }{{"one-team", ""}, {"ten-teams", "you-run-it"}, {"one-team", "you-run-it-team"}} {
		l, model, err := of(t, c.level, c.model, 7).Find()
		if err != nil || model != c.model || l.Name != c.level {
			t.Errorf("%v was found as model %q, %v", c, model, err)
		}
	}
	other := of(t, "one-team", "", 7)
	other.Print ^= 1
	if _, _, err := other.Find(); !errors.Is(err, ErrOtherRules) {
		t.Errorf("under other rules: %v", err)
	}
	own := of(t, "one-team", "", 7)
	own.Level = ""
	if _, _, err := own.Find(); !errors.Is(err, ErrOwn) {
		t.Errorf("of an own file: %v", err)
	}
	same, _ := levels.Load("one-team")
	changed := *same
	changed.Digest[0]++
	if own.Match(same) != nil || !errors.Is(own.Match(&changed), ErrOtherFile) {
		t.Error("the file is not told from a changed one")
	}
}

func TestFingerprintsDiffer(t *testing.T) {
	prints := map[uint32]string{}
	for _, l := range levels.List() {
		for _, m := range append([]string{""}, levels.ModelNames()...) {
			level, err := levels.LoadWithModel(l.Name, m)
			if err != nil {
				continue
			}
			name := fmt.Sprintf("%s %x", l.Name, level.Digest)
			if other, taken := prints[PrintOf(level)]; taken && other != name {
				t.Errorf("%s and %s have the same fingerprint", name, other)
			}
			prints[PrintOf(level)] = name
		}
	}
	if fingerprint("ab", 1) == fingerprint("ab", 2) {
		t.Error("the rules are not in the fingerprint")
	}
}

// TestResultOfAGame takes a result from a saved game, and checks it against that game and others.
func TestResultOfAGame(t *testing.T) {
	end := func(seed uint64, freeze bool) Result {
		l, err := levels.Load("three-teams")
		if err != nil {
			t.Fatal(err)
		}
		s := journal.New(l, game.SeedFrom(seed))
		if _, err := ResultOf(s.Header(), s.Game, s.Turns(), 0); !errors.Is(err, ErrNotOver) {
			t.Fatalf("before its end: %v", err)
		}
		if freeze {
			s.Do(game.Order{Kind: game.Freeze, Choice: game.On})
		}
		for !s.Game.Over() {
			s.EndTurn()
		}
		r, err := ResultOf(s.Header(), s.Game, s.Turns(), 4)
		if err != nil || r.Turns != s.Turns() || r.Hints != 4 || r.Digest != s.Game.Digest()>>24 || r.Lost <= 0 || r.Score == 0 {
			t.Fatalf("%+v, %v", r, err)
		}
		if _, got, err := Parse(r.Code()); err != nil || *got != r {
			t.Fatalf("%+v, %v", got, err)
		}
		return r
	}
	mine := end(7, false)
	bragging := mine
	bragging.Score += 100
	for _, c := range []struct {
		claim Result
		want  error
	}{{mine, nil}, {end(8, false), ErrOtherChallenge}, {end(7, true), ErrOtherGame}, {bragging, ErrOtherNumbers}} {
		if err := c.claim.Check(mine); err != c.want {
			t.Errorf("%+v: %v; want %v", c.claim, err, c.want)
		}
	}
}

func TestOfHeader(t *testing.T) {
	l, err := levels.LoadWithModel("ten-teams", "you-run-it")
	if err != nil {
		t.Fatal(err)
	}
	h := journal.New(l, game.SeedFrom(7)).Header()
	h.Model = "you-run-it"
	if got := Of(h); got != of(t, "ten-teams", "you-run-it", 7) {
		t.Errorf("%+v", got)
	}
	h.Model = "/home/asha/mine.toml"
	if !Of(h).Own() {
		t.Error("a model of somebody's own can be played by everybody")
	}
	h.Model, h.Source = "", "/home/asha/level.toml"
	if !Of(h).Own() {
		t.Error("a level of somebody's own can be played by everybody")
	}
}

func TestDaily(t *testing.T) {
	morning := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	evening := morning.Add(24*time.Hour - time.Second)
	if a, b := Daily(morning), Daily(evening.In(time.FixedZone("far east", 9*60*60))); a != b {
		t.Errorf("at one UTC day there are two games: %+v and %+v", a, b)
	}
	seen := map[string]bool{}
	before := Challenge{}
	for day := range 2 * len(dailyLevels()) {
		c := Daily(morning.AddDate(0, 0, day))
		if c.Seed == before.Seed || c.Level == before.Level {
			t.Errorf("day %d has the level or seed of the day before", day)
		}
		if d, ok := c.Day(); !ok || !d.Equal(morning.AddDate(0, 0, day)) {
			t.Errorf("day %d says it is %v, %v", day, d, ok)
		}
		if _, model, err := c.Find(); err != nil || model != "" {
			t.Errorf("day %d cannot be played: %v", day, err)
		}
		seen[c.Level], before = true, c
	}
	if len(seen) != len(levels.List())-2 || seen["tutorial"] || seen["endless"] {
		t.Errorf("the levels of the days are %v", seen)
	}
	if c, err := DailyOf("tutorial", morning); err != nil || c.Level != "tutorial" || c.Seed != Daily(morning).Seed {
		t.Errorf("of a level that was asked for: %+v, %v", c, err)
	}
	if _, err := DailyOf("nine-lives", morning); err == nil {
		t.Error("there is a game of the day of a level that is not there")
	}
	if _, ok := of(t, "one-team", "", 20261399).Day(); ok {
		t.Error("20261399 is a day")
	}
	if Daily(time.Date(1955, 1, 1, 0, 0, 0, 0, time.UTC)).Level == "" {
		t.Error("before 1970 there was no level")
	}
}

// FuzzParse reads anything as a code: an error, or something that is written as the same code.
func FuzzParse(f *testing.F) {
	for _, r := range results(f) {
		f.Add(r.Code())
		f.Add(strings.ToLower(r.Challenge.Code()))
	}
	f.Add("CALLOUT-one-team-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ")
	f.Add("\xff\x00CALLOUT\u202e-fıle-")
	f.Fuzz(func(t *testing.T, text string) {
		check(t, text)
		_, after, _ := strings.Cut(fold(text), fold("CALLOUT-one-team"))
		check(t, "CALLOUT-one-team"+sealed(after)) // with the right checksum, so that it comes past that
	})
}

func check(t *testing.T, text string) {
	c, r, err := Parse(text)
	if err != nil {
		if c != (Challenge{}) || r != nil {
			t.Fatalf("%q is wrong and gives %+v", text, c)
		}
		return
	}
	code := c.Code()
	if r != nil {
		code = r.Code()
	}
	if !strings.Contains(fold(text), fold(code)) {
		t.Fatalf("%q is read as %q", text, code)
	}
}

// sealed adds a checksum to symbols.
func sealed(text string) string {
	var s symbols
	for _, x := range text {
		if i := strings.IndexRune(alphabet, x); i >= 0 {
			s = append(s, byte(i))
		}
	}
	return s.text() + checksum("one-team", s).text()
}

func TestVaryingNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	numbers := []uint64{0, 1, 15, 16, 255, 256, 1<<60 - 1, 1 << 60, 1<<64 - 1}
	for range 200 {
		numbers = append(numbers, r.Uint64()>>r.IntN(64))
	}
	for _, n := range numbers {
		var s symbols
		s.varying(n)
		s.number(n, 13)
		in := scanner{rest: strings.ReplaceAll(s.text(), "-", "")}
		if a, b := in.varying(), in.number(13); a != n || b != n || in.err != nil || !slices.Equal(in.read, s) {
			t.Errorf("%d was read as %d and %d: %v", n, a, b, in.err)
		}
	}
}
