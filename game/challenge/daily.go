package challenge

import (
	"slices"
	"time"

	"callout/game"
	"callout/levels"
)

// Daily is the game of the day: the same for everybody on the same day, by the date that date has in UTC. Its level goes
// round the campaign, without the tutorial, which teaches, and the endless level, which takes more than a break.
func Daily(date time.Time) Challenge {
	names := dailyLevels()
	days := date.UTC().Unix() / (24 * 60 * 60)
	n := int64(len(names))
	c, err := DailyOf(names[(days%n+n)%n], date)
	if err != nil {
		panic(err) // a test loads every shipped level
	}
	return c
}

// DailyOf is the game of the day of one level, a shipped one.
func DailyOf(level string, date time.Time) (Challenge, error) {
	own := !slices.ContainsFunc(levels.List(), func(l levels.Info) bool { return l.Name == level })
	l, err := levels.Load(level)
	if err != nil {
		return Challenge{}, err
	}
	return New(l, own, DailySeed(date)), nil
}

// DailySeed is the seed of the day. It comes from its number, which reads as the date: 20260302.
func DailySeed(date time.Time) game.Seed {
	y, m, d := date.UTC().Date()
	return game.SeedFrom(uint64(y)*10_000 + uint64(m)*100 + uint64(d))
}

// Day is the day whose game a challenge is, if it is one.
func (c Challenge) Day() (time.Time, bool) {
	n, ok := c.Seed.Number()
	if !ok || n < 2020_01_01 || n > 2999_12_31 {
		return time.Time{}, false
	}
	day := time.Date(int(n/10_000), time.Month(n/100%100), int(n%100), 0, 0, 0, 0, time.UTC)
	return day, DailySeed(day) == c.Seed
}

// dailyLevels are the levels that the game of the day goes round.
func dailyLevels() []string {
	var names []string
	for _, l := range levels.List() {
		if l.Name != "tutorial" && l.Name != "endless" {
			names = append(names, l.Name)
		}
	}
	return names
}
