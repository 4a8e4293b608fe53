package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"callout/game"
)

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
		"newer":         {"{\"callout\":3,\"anything\":[1]}\n", ErrNewer, "its format is 3, this one reads up to 2"},
		"half a header": {lines[0][:100], ErrDamaged, "ends in the middle of its first line"},
		"edited order":  {strings.Replace(string(good), "freeze on", "freeze no", 1), ErrDamaged, "line 2: it is damaged: its checksum does not fit"},
		"line missing":  {lines[0] + strings.Join(lines[2:], ""), ErrDamaged, "line 2"},
		"line twice":    {lines[0] + lines[1] + strings.Join(lines[1:], ""), ErrDamaged, "line 3"},
		"lines swapped": {lines[0] + lines[2] + lines[1] + strings.Join(lines[3:], ""), ErrDamaged, "line 2"},
		"edited end":    {string(good[:len(good)-4]) + string(good[len(good)-4]^1) + "\"}\n", ErrDamaged, fmt.Sprintf("line %d", len(lines)-1)},
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
		"nothing given": {seal(header, undo{1}), ErrDamaged, "line 2: it is damaged: it takes back an order, and its turn has none"},
		"undo too much": {seal(header, order{"freeze on"}, undo{1}, undo{1}), ErrDamaged, "line 4: it is damaged: it takes back an order, and its turn has none"},
		"undo of two":   {seal(header, order{"freeze on"}, undo{2}), ErrDamaged, "line 3: it is damaged: it is not written as Callout writes it"},
		"loud note":     {seal(header, note{"Hint", "x"}), ErrDamaged, `line 2: it is damaged: "Hint" is not a kind of note`},
		"control note":  {seal(header, note{"hint", "\x1b[2J"}), ErrDamaged, "line 2: it is damaged: the note"},
		"long note":     {seal(header, note{"hint", strings.Repeat("x", maxNoteText+1)}), ErrDamaged, "line 2: it is damaged: a note of 2001 bytes is too long"},
		"orphan branch": {resealed(func(h *Header) { h.ParentTurn = 3 }), ErrDamaged, "not written as Callout writes it"},
		"evil parent":   {resealed(func(h *Header) { h.Parent = "\x1b[2J" }), ErrDamaged, "not written as Callout writes it"},
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
