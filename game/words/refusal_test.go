package words

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"callout/game"
)

// refused is a refusal of a kind, every placeholder filled with what the engine may fill it with.
func refused(t *testing.T, kind game.RefusalKind) *game.Refusal {
	t.Helper()
	r := &game.Refusal{Kind: kind}
	for name := range placeholders(kind.English()) {
		value, ok := map[string]any{
			"n": 3, "written": int32(1), "when": 2*game.Day + 9*game.Hour, "item": game.Item{Kind: game.Alert, N: 113}, "order": game.Link,
			"who": "Asha", "app": "ledger", "team": "kestrel", "model": "SRE", "typed": `"xy"`, "usage": "link ITEM APPLICATION",
			"names": "Asha, Bram", "orders": "read, link", "choice": `"on"`, "choices": "report, refuse",
		}[name]
		if !ok {
			t.Fatalf("%q: nobody knows what fills {%s}", kind.Key(), name)
		}
		r.Pairs = append(r.Pairs, name, value)
	}
	return r
}

// TestRefusals holds for every refusal that there is that the catalogue has its sentence in all languages, that nothing
// stays unfilled, and that in English it is the one of the engine.
func TestRefusals(t *testing.T) {
	for _, name := range Languages() {
		speak(t, name)
		for _, kind := range game.RefusalKinds() {
			r := refused(t, kind)
			said := Refusal(r)
			if said == "" || strings.ContainsAny(said, "{}|\n") || strings.HasPrefix(said, "[") {
				t.Errorf("%s: %q is refused with %q", name, kind.Key(), said)
			}
			if name == First && said != r.Error() {
				t.Errorf("%q: the catalogue says\n%q, the engine\n%q", kind.Key(), said, r.Error())
			}
		}
	}
}

var word = regexp.MustCompile(`\{[^}]*\}|"[^"]*"|[AMR]-\d+|\pL+`)

// TestRefusalsAreTranslated holds that no sentence of another language has a word of its English one, but for what is typed
// and what is called so in both.
func TestRefusalsAreTranslated(t *testing.T) {
	both := strings.Fields("duty freeze on off live in Release Delivery Team Operations Deployment Management Level Plan")
	for _, name := range Languages()[1:] {
		l, err := readLanguage(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range game.RefusalKinds() {
			english := word.FindAllString(strings.ToLower(kind.English()), -1)
			for _, w := range word.FindAllString(l.texts["refusal."+kind.Key()], -1) {
				typed := strings.ContainsAny(w, `{"-`)
				if !typed && slices.Contains(english, strings.ToLower(w)) && !slices.Contains(both, w) {
					t.Errorf("%s: %q says %q as in English", name, kind.Key(), w)
				}
			}
		}
	}
}

// TestRefusalLeavesOthersAlone: what wraps a refusal tells more, and is told whole; the refusal can be found in it.
func TestRefusalLeavesOthersAlone(t *testing.T) {
	speak(t, "de")
	inner := refused(t, game.RefusalKinds()[0])
	for _, err := range []error{errors.New("the disk is full"), fmt.Errorf("turn 3: %w", inner)} {
		if got := Refusal(err); got != err.Error() {
			t.Errorf("%v became %q", err, got)
		}
	}
	var r *game.Refusal
	if !errors.As(fmt.Errorf("turn 3: %w", inner), &r) || r != inner {
		t.Error("a wrapped refusal is not found")
	}
}
