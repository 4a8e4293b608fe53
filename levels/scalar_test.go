package levels

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestScalars(t *testing.T) {
	for _, c := range []struct {
		s    scalar
		raw  any
		want int64 // -1: refused
	}{
		{new(money), "£18,000", 1_800_000},
		{new(money), "£1.5", 150},
		{new(money), "£1.05", 105},
		{new(money), "£0", 0},
		{new(money), "£18k", 1_800_000},
		{new(money), "£1.25m", 125_000_000},
		{new(money), " £5 ", 500},
		{new(money), "-£5", -500},
		{new(money), "£1.005", -1},
		{new(money), "£1.", -1},
		{new(money), "£", -1},
		{new(money), "£-5", -1},
		{new(money), "18000", -1},
		{new(money), "$5", -1},
		{new(money), "£1e3", -1},
		{new(money), int64(5), -1},
		{new(money), "£9999999999999", -1},
		{new(span), "40m", 40},
		{new(span), "3h", 180},
		{new(span), "1h 30m", 90},
		{new(span), "2d", 2880},
		{new(span), "1w", 10_080},
		{new(span), "40", -1},
		{new(span), "40 m", -1},
		{new(span), "-1h", -1},
		{new(span), "1.5h", -1},
		{new(span), "", -1},
		{new(span), int64(40), -1},
		{new(clock), "14:00", 840},
		{new(clock), "23:59", 1439},
		{new(clock), "24:00", -1},
		{new(clock), "2pm", -1},
		{new(moment), "Mon 09:00", 540},
		{new(moment), "week 2 tue 14:00", 10_080 + 1440 + 840},
		{new(moment), "week 0 Tue 14:00", -1},
		{new(moment), "Tuesday 14:00", -1},
		{new(moment), "Tue", -1},
		{new(share), 0.35, 350},
		{new(share), "35 %", 350},
		{new(share), "35%", 350},
		{new(share), "0.5 %", 5},
		{new(share), int64(1), 1000},
		{new(share), "35", -1},
		{new(share), "- 5 %", -1},
		{new(share), "%", -1},
		{new(share), math.NaN(), -1},
		{new(share), math.Inf(1), -1},
		{new(target), "99.95 %", 99_950},
		{new(target), 0.999, 99_900},
		{new(rate), 2.5, 2500},
		{new(rate), int64(3), 3000},
		{new(rate), "3", -1},
		{new(rate), 1e300, -1},
		{new(whole), int64(3), 3},
		{new(whole), 3.0, -1},
		{new(hours), "90m", 1500},
	} {
		err := c.s.read(c.raw)
		if (err == nil) != (c.want != -1) || err == nil && c.s.number() != c.want {
			t.Errorf("%T %v: %d, %v; want %d", c.s, c.raw, c.s.number(), err, c.want)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "must be ") {
			t.Errorf("%T: %q does not say what would be right", c.s, err)
		}
	}
}

// TestScalarsReadWhatTheyWrite: what a message shows can be typed.
func TestScalarsReadWhatTheyWrite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1_000_000).Draw(t, "n")
		for _, s := range []scalar{new(money), new(span), new(moment)} {
			if err := s.read(s.write(n)); err != nil || s.number() != n {
				t.Fatalf("%T writes %d as %q and reads that as %d, %v", s, n, s.write(n), s.number(), err)
			}
		}
	})
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name         string
		slug, person bool
	}{
		{"ledger", true, true},
		{"lnx-prd-0417", true, true},
		{"4", true, true},
		{"Zoë", false, true},
		{"李明", false, true},
		{"Ångström-Ödegård", false, true},
		{"two words", false, false},
		{"under_score", false, false},
		{"-lead", false, false},
		{"trail-", false, false},
		{"", false, false},
		{"a\u200bb", false, false},
		{"a\u202eb", false, false},
		{"e\u0301", false, false},
		{"a\x1bb", false, false},
		{"semi;colon", false, false},
		{strings.Repeat("x", 24), true, true},
		{strings.Repeat("x", 25), false, false},
	} {
		if got := new(slug).read(c.name) == nil; got != c.slug {
			t.Errorf("%q as a slug: %v", c.name, got)
		}
		if got := new(person).read(c.name) == nil; got != c.person {
			t.Errorf("%q as a person: %v", c.name, got)
		}
	}
	for _, pair := range [][2]string{{"Zoë", "ZOË"}, {"straße", "STRAẞE"}, {"kelvin", "\u212aelvin"}} {
		if fold(pair[0]) != fold(pair[1]) {
			t.Errorf("%q and %q differ in more than case", pair[0], pair[1])
		}
	}
}

func TestProseJoinsLines(t *testing.T) {
	var p prose
	if err := p.read("One\nparagraph.\r\n\r\nAnother\tone.\n\n\n"); err != nil {
		t.Fatal(err)
	}
	if want := (prose{"One paragraph.", "Another one."}); !reflect.DeepEqual(p, want) {
		t.Errorf("%q, want %q", p, want)
	}
}
