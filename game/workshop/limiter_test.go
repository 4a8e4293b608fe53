package workshop_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"callout/game/workshop"
)

// TestGuessingIsSlow holds the limits whatever callers do: no more than a hundred wrong tries in any minute, each caller
// waits longer and longer, and nothing is tried while somebody has to wait.
func TestGuessingIsSlow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Unix(1_700_000_000, 0)
		l := workshop.NewLimiter(func() time.Time { return now })
		var wrong []time.Time
		last := map[string]time.Time{}
		count := map[string]int{}
		for range rapid.IntRange(1, 400).Draw(t, "tries") {
			now = now.Add(time.Duration(rapid.IntRange(0, 3000).Draw(t, "ms")) * time.Millisecond)
			caller := rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "caller")
			if rapid.IntRange(0, 3).Draw(t, "fresh") == 0 {
				caller = rapid.StringMatching(`[a-z]{8}`).Draw(t, "another")
			}
			right := rapid.IntRange(0, 9).Draw(t, "right") == 0
			tried := false
			ok, err := l.Try(caller, func() bool { tried = true; return right })
			if err != nil && (tried || ok) || err == nil && (!tried || ok != right) {
				t.Fatalf("tried %v, ok %v, right %v: %v", tried, ok, right, err)
			}
			if !tried {
				continue
			}
			if n := count[caller]; n >= 3 && now.Sub(last[caller]) < min(time.Second<<(n-3), 5*time.Minute) {
				t.Fatalf("try %d of %s came %v after the last", n+1, caller, now.Sub(last[caller]))
			}
			if right {
				delete(count, caller)
				continue
			}
			count[caller]++
			last[caller] = now
			wrong = append(wrong, now)
			if n := len(wrong); n > 100 && now.Sub(wrong[n-101]) < time.Minute {
				t.Fatalf("a hundred and one wrong tries within %v", now.Sub(wrong[n-101]))
			}
		}
	})
}

// A room that joins at once with the right code is not held up.
func TestRightCodesAreNotSlow(t *testing.T) {
	l := workshop.NewLimiter(time.Now)
	for range 1000 {
		if ok, err := l.Try("one address for all", func() bool { return true }); !ok || err != nil {
			t.Fatal(ok, err)
		}
	}
}

// Fifty callers who guess for eight hours have so few tries that they find one code in a thousand million hardly ever.
func TestFiftyGuessersOverEightHours(t *testing.T) {
	now := time.Unix(1_700_000_000, 0)
	l := workshop.NewLimiter(func() time.Time { return now })
	tried := 0
	for range 8 * 60 * 60 {
		now = now.Add(time.Second)
		for n := range 50 {
			l.Try(string(rune('A'+n)), func() bool { tried++; return false })
		}
	}
	if most := 8 * 60 * 100; tried > most {
		t.Errorf("%d tries in eight hours; at most %d", tried, most)
	}
	if tried == 0 {
		t.Error("nobody could try at all")
	}
}
