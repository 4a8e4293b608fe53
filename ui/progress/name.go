package progress

import (
	"strconv"
	"time"

	"callout/game/words"
)

// String is the state's word in the JSON of the progress.
func (s State) String() string { return [...]string{"open", "tried", "skipped", "won"}[min(s, Won)] }

// Name is what a medal is called on its own: "gold", and "won" where there is none.
func (m Medal) Name() string {
	if m.Shines() {
		return words.Say("campaign.medal." + string(m))
	}
	return words.Say("campaign.medal.none")
}

// StateName is how somebody stands with a level, in a few words.
func StateName(s Stop) string {
	switch {
	case s.State == Won:
		return s.Medal.Name()
	case s.State == Skipped:
		return words.Say("campaign.state.skipped")
	case s.State == Tried && s.Next:
		return words.Say("campaign.state.again", "n", s.Played)
	case s.State == Tried:
		return words.Say("campaign.state.tried", "n", s.Played)
	case s.Next:
		return words.Say("campaign.state.next")
	}
	return words.Say("campaign.state.open")
}

// Day is a day as people say it, where they are: "2 March 2026".
func Day(at time.Time) string {
	if at.IsZero() {
		return words.Say("campaign.day.unknown")
	}
	at = at.Local()
	month := words.Say("campaign.month." + strconv.Itoa(int(at.Month())))
	return words.Say("campaign.day.date", "day", strconv.Itoa(at.Day()), "month", month, "year", strconv.Itoa(at.Year()))
}
