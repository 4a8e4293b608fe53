package key

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// named are the keys that have a name, as Split gives them.
var named = strings.Fields("up down left right home end pgup pgdown tab shift+tab enter esc space backspace delete insert " +
	"f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12")

// Usual gives every binding its usual keys again.
func Usual() {
	for _, b := range bindings {
		b.Keys = b.usual
	}
}

// Changed tells whether the binding has other keys than usual.
func (b *Binding) Changed() bool { return !slices.Equal(b.Keys, b.usual) }

// Known is the binding of a name, or nil.
func Known(name string) *Binding {
	for _, b := range bindings {
		if b.Name == name {
			return b
		}
	}
	return nil
}

// Check says what is wrong with a key for a binding, or nothing: the name of a key as a terminal sends it.
func Check(k string) error {
	base, plain := k, true
	for _, prefix := range []string{"ctrl+", "alt+"} {
		if rest, ok := strings.CutPrefix(k, prefix); ok {
			base, plain = rest, false
		}
	}
	letter := utf8.RuneCountInString(base) == 1 && base > " " && base != "\x7f"
	switch {
	case letter && base >= "0" && base <= "9" && plain:
		return fmt.Errorf("%q picks a row by its number everywhere: use another key", k)
	case strings.HasPrefix(k, "ctrl+") && (base == "i" || base == "m" || base == "["):
		return fmt.Errorf("a terminal cannot tell %q from %s: use another key", k, map[string]string{"i": "tab", "m": "enter", "[": "esc"}[base])
	case strings.HasPrefix(k, "ctrl+") && letter && base >= "a" && base <= "z", strings.HasPrefix(k, "alt+") && letter, letter && plain, slices.Contains(named, k):
		return nil
	}
	return fmt.Errorf("%.20q is not a key: write one character, ctrl+ and a small letter, alt+ and a character, or one of %s", k, strings.Join(named, ", "))
}

// Clash is a key that means two things in one place.
type Clash struct {
	Key  string
	A, B *Binding // in the order in which they are declared
}

// Clashes are all keys that two bindings would have in one scope, if those that keys names had the keys that it gives them.
func Clashes(keys map[string][]string) []Clash {
	of := func(b *Binding) []string {
		if k, ok := keys[b.Name]; ok {
			return k
		}
		return b.usual
	}
	var list []Clash
	for i, b := range bindings {
		for _, a := range bindings[:i] {
			if a.Scope&b.Scope == 0 {
				continue
			}
			for _, k := range of(b) {
				if slices.Contains(of(a), k) {
					list = append(list, Clash{k, a, b})
				}
			}
		}
	}
	return list
}

// Change gives bindings other keys than usual. It is called once, before the first screen; the keys have been checked, and
// none clashes. ctrl+c leaves at once whatever else does.
func Change(keys map[string][]string) {
	Usual()
	for name, list := range keys {
		if b := Known(name); b != nil && len(list) > 0 {
			b.Keys = list
		}
	}
	if !Abort.Is("ctrl+c") {
		Abort.Keys = append(slices.Clone(Abort.Keys), "ctrl+c")
	}
}
