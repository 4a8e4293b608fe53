package words

import (
	"math"
	"testing"

	"callout/game"
)

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		pence        game.Pence
		round, exact string
	}{
		{0, "£0", "£0.00"},
		{49, "£0", "£0.49"},
		{50, "£1", "£0.50"},
		{4_820_007, "£48,200", "£48,200.07"},
		{-150, "-£2", "-£1.50"},
		{100_000_000_00, "£100,000,000", "£100,000,000.00"},
		{math.MinInt64, "-£92,233,720,368,547,758", "-£92,233,720,368,547,758.07"},
	} {
		if got := Money(c.pence); got != c.round {
			t.Errorf("Money(%d) = %s, want %s", c.pence, got, c.round)
		}
		if got := MoneyExact(c.pence); got != c.exact {
			t.Errorf("MoneyExact(%d) = %s, want %s", c.pence, got, c.exact)
		}
	}
}

func TestSpan(t *testing.T) {
	for m, want := range map[game.Minute]string{
		0: "0 min", 25: "25 min", 60: "1 h", 100: "1 h 40", 8 * game.Hour: "8 h", 47*game.Hour + 5: "47 h 05",
		2 * game.Day: "2 days", 3*game.Day + 11*game.Hour: "3 days", -90: "-1 h 30", game.Never: "never",
	} {
		if got := Span(m); got != want {
			t.Errorf("Span(%d) = %q, want %q", m, got, want)
		}
	}
}

func TestClock(t *testing.T) {
	tuesday := game.Day + 14*game.Hour + 5
	for _, c := range []struct{ got, want string }{
		{Clock(tuesday), "Tue 14:05"},
		{Date(tuesday + game.Week), "week 2, Tue 14:05"},
		{When(tuesday, tuesday+10), "14:15"},
		{When(tuesday, tuesday+game.Day), "Wed 14:05"},
		{When(tuesday, tuesday+8*game.Day), "week 2, Wed 14:05"},
		{Ago(tuesday, tuesday), "just now"},
		{Ago(tuesday, tuesday-20), "20 min ago"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Percent(640), "64 %"},
		{Percent(4), "0.4 %"},
		{Percent(0), "0 %"},
		{Percent(998), "99.8 %"},
		{Percent(1000), "100 %"},
		{Percent(1500), "150 %"},
		{Availability(99_900), "99.9 %"},
		{Availability(99_950), "99.95 %"},
		{Availability(99_007), "99.007 %"},
		{Availability(100_000), "100 %"},
		{decimal(12_345, 2), "12.35"},
		{decimal(12_000, 2), "12"},
		{decimal(-1_500, 1), "-1.5"},
		{decimal(1_999, 0), "2"},
		{Times(1_150), "1.2"},
		{Times(24_960), "25"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// TestGermanNumbers holds that a language brings its own way to write numbers and times.
func TestGermanNumbers(t *testing.T) {
	speak(t, "de")
	tuesday := game.Day + 14*game.Hour + 5
	for _, c := range []struct{ got, want string }{
		{Money(4_820_007), "48.200 £"},
		{MoneyExact(-4_820_007), "-48.200,07 £"},
		{MoneyCoarse(1_234_567_800), "12,3 M£"},
		{Rate(1_860_000), "18.600 £ je Stunde"},
		{Percent(998), "99,8 %"},
		{Value(game.Value{Unit: game.HoursUnit, N: 12_500, Milli: true, Valid: true}), "12,5 h"},
		{Date(tuesday + game.Week), "Woche 2, Di 14:05"},
		{Day(tuesday), "Woche 1, Di"},
		{Span(3 * game.Day), "3 Tage"},
		{SpanIn(3*game.Day, "Tag", "Tagen"), "3 Tagen"},
		{Ago(tuesday, tuesday-20), "vor 20 min"},
		{Ago(tuesday+game.Week, tuesday), "vor 7 Tagen"},
		{fillPairs("nach {t:Tag|Tagen}, {t}", []any{"t", 3 * game.Day}), "nach 3 Tagen, 3 Tage"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
