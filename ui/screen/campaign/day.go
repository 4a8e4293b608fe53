package campaign

import (
	"strconv"
	"time"

	"callout/game/words"
)

// Day is a day as people say it, where they are: "2 March 2026".
func Day(at time.Time) string {
	if at.IsZero() {
		return words.Say("campaign.day.unknown")
	}
	at = at.Local()
	month := words.Say("campaign.month." + strconv.Itoa(int(at.Month())))
	return words.Say("campaign.day.date", "day", strconv.Itoa(at.Day()), "month", month, "year", strconv.Itoa(at.Year()))
}
