package levels

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"callout/game"
)

// A reader takes its value from what stands in a file; its error says what would be right.
type reader interface{ read(raw any) error }

// A scalar is a reader of a number with a unit, which can be bounded.
type scalar interface {
	reader
	number() int64      // the value in the engine's integer unit
	write(int64) string // such a number as it would stand in a file
}

// money is pence, written "£18,000", "£1.50", "£18k" or "£1.2m".
type money int64

var errMoney = errors.New(`must be money in quotes, such as "£18,000", "£1.50" or "£18k"`)

func (m *money) read(raw any) error {
	s, ok := raw.(string)
	if !ok {
		return errMoney
	}
	s = strings.TrimSpace(s)
	minus := strings.HasPrefix(s, "-")
	s, ok = strings.CutPrefix(strings.TrimPrefix(s, "-"), "£")
	if !ok {
		return errMoney
	}
	unit := int64(100)
	switch {
	case strings.HasSuffix(s, "k"):
		s, unit = s[:len(s)-1], 100_000
	case strings.HasSuffix(s, "m"):
		s, unit = s[:len(s)-1], 100_000_000
	}
	whole, part, _ := strings.Cut(strings.ReplaceAll(s, ",", ""), ".")
	if !digits(whole, 12) || part != "" && !digits(part, 2) || strings.HasSuffix(s, ".") {
		return errMoney
	}
	n, _ := strconv.ParseInt(whole, 10, 64)
	n *= unit
	if part != "" {
		f, _ := strconv.ParseInt((part + "0")[:2], 10, 64)
		n += f * unit / 100
	}
	if minus {
		n = -n
	}
	*m = money(n)
	return nil
}

func (m *money) number() int64 { return int64(*m) }

func (m *money) write(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	s := strconv.FormatInt(n/100, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if n%100 != 0 {
		s += fmt.Sprintf(".%02d", n%100)
	}
	return sign + "£" + s
}

// span is a length of time in minutes, written "40m", "3h", "2d", "1w" or "1h 30m".
type span int64

var errSpan = errors.New(`must be a length of time in quotes, such as "40m", "3h", "1h 30m" or "2d"`)

func (d *span) read(raw any) error {
	s, ok := raw.(string)
	if !ok || strings.TrimSpace(s) == "" {
		return errSpan
	}
	total := int64(0)
	for _, word := range strings.Fields(s) {
		unit, ok := map[byte]game.Minute{'m': 1, 'h': game.Hour, 'd': game.Day, 'w': game.Week}[word[len(word)-1]]
		if !ok || !digits(word[:len(word)-1], 7) {
			return errSpan
		}
		n, _ := strconv.ParseInt(word[:len(word)-1], 10, 64)
		total += n * int64(unit)
	}
	*d = span(total)
	return nil
}

func (d *span) number() int64 { return int64(*d) }

func (d *span) write(n int64) string {
	for _, u := range []struct {
		size game.Minute
		name string
	}{{game.Week, "w"}, {game.Day, "d"}, {game.Hour, "h"}} {
		if n != 0 && n%int64(u.size) == 0 {
			return strconv.FormatInt(n/int64(u.size), 10) + u.name
		}
	}
	return strconv.FormatInt(n, 10) + "m"
}

// clock is a time of day in minutes, written "14:00".
type clock int64

var errClock = errors.New(`must be a time of day in quotes, such as "14:00"`)

func (c *clock) read(raw any) error {
	s, ok := raw.(string)
	if !ok {
		return errClock
	}
	t, err := time.Parse("15:04", s)
	if err != nil {
		return errClock
	}
	*c = clock(t.Hour()*60 + t.Minute())
	return nil
}

func (c *clock) number() int64        { return int64(*c) }
func (c *clock) write(n int64) string { return fmt.Sprintf("%02d:%02d", n/60, n%60) }

// moment is a minute of the game, written "Mon 09:00" for the first week or "week 2 Tue 14:00".
type moment int64

var errMoment = errors.New(`must be a moment in quotes, such as "Mon 09:00" or "week 2 Tue 14:00"`)

func (m *moment) read(raw any) error {
	s, ok := raw.(string)
	if !ok {
		return errMoment
	}
	words := strings.Fields(s)
	week := int64(1)
	if len(words) == 4 && strings.EqualFold(words[0], "week") && digits(words[1], 3) {
		week, _ = strconv.ParseInt(words[1], 10, 64)
		words = words[2:]
	}
	var at clock
	if len(words) != 2 || week < 1 || at.read(words[1]) != nil {
		return errMoment
	}
	for day, name := range game.Weekdays {
		if strings.EqualFold(name, words[0]) {
			*m = moment((week-1)*int64(game.Week) + int64(day)*int64(game.Day) + int64(at))
			return nil
		}
	}
	return errMoment
}

func (m *moment) number() int64 { return int64(*m) }

func (m *moment) write(n int64) string {
	at := game.Minute(n)
	if at < game.Week {
		return at.String()
	}
	return fmt.Sprintf("week %d %s", at/game.Week+1, at)
}

// share is a part of a whole in thousandths, written 0.35 or "35 %".
type share int64

var errShare = errors.New(`must be a share such as 0.35 or "35 %"`)

func (p *share) read(raw any) error {
	n, ok := fraction(raw, 1000)
	if !ok {
		return errShare
	}
	*p = share(n)
	return nil
}

func (p *share) number() int64        { return int64(*p) }
func (p *share) write(n int64) string { return decimal(n, 3) }

// target is an availability target in parts per 100,000, written "99.9 %" or 0.999.
type target int64

var errTarget = errors.New(`must be an availability such as "99.9 %" or 0.999`)

func (t *target) read(raw any) error {
	n, ok := fraction(raw, 100_000)
	if !ok {
		return errTarget
	}
	*t = target(n)
	return nil
}

func (t *target) number() int64        { return int64(*t) }
func (t *target) write(n int64) string { return decimal(n, 5) }

// rate is a count per week in thousandths, written 2.5.
type rate int64

var errRate = errors.New("must be a number such as 2.5")

func (r *rate) read(raw any) error {
	n, ok := scaled(raw, 1000)
	if !ok {
		return errRate
	}
	*r = rate(n)
	return nil
}

func (r *rate) number() int64        { return int64(*r) }
func (r *rate) write(n int64) string { return decimal(n, 3) }

// whole is a plain whole number.
type whole int64

func (w *whole) read(raw any) error {
	n, ok := raw.(int64)
	if !ok {
		return errors.New("must be a whole number without quotes, such as 4")
	}
	*w = whole(n)
	return nil
}

func (w *whole) number() int64        { return int64(*w) }
func (w *whole) write(n int64) string { return strconv.FormatInt(n, 10) }

// release is a version's major and minor number, written "4.2".
type release [2]int32

func (v *release) read(raw any) error {
	s, ok := raw.(string)
	major, minor, dot := strings.Cut(s, ".")
	if !ok || !dot || !digits(major, 4) || !digits(minor, 4) {
		return errors.New(`must be a version of two numbers in quotes, such as "4.2"`)
	}
	for i, text := range []string{major, minor} {
		n, _ := strconv.ParseInt(text, 10, 32)
		v[i] = int32(n)
	}
	return nil
}

// fraction reads 0.35 or "35 %" in parts per whole.
func fraction(raw any, parts float64) (int64, bool) {
	s, ok := raw.(string)
	if !ok {
		return scaled(raw, parts)
	}
	s, ok = strings.CutSuffix(strings.TrimSpace(s), "%")
	s = strings.TrimSpace(s)
	if !ok || strings.Trim(s, "0123456789.") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, false
	}
	return scaled(f/100, parts)
}

// scaled turns a number of a file into an integer number of parts. Numbers that are not finite, or too large to be
// meant, are refused.
func scaled(raw any, parts float64) (int64, bool) {
	var f float64
	switch n := raw.(type) {
	case int64:
		f = float64(n)
	case float64:
		f = n
	default:
		return 0, false
	}
	if math.IsNaN(f) || math.Abs(f) > 1e9 {
		return 0, false
	}
	return int64(math.Round(f * parts)), true
}

// decimal writes n with the given number of places, without trailing zeros.
func decimal(n int64, places int) string {
	return strconv.FormatFloat(float64(n)/math.Pow10(places), 'f', -1, 64)
}

// digits tells whether s is one to most decimal digits.
func digits(s string, most int) bool {
	return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == ""
}
