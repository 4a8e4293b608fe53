package coach

import (
	"callout/game"
	"callout/game/words"
)

// lessons are what happens that teaches something when it happens to you, the weightiest first, with its name in the
// catalogue.
var lessons = [...]struct {
	kind game.EventKind
	name string
}{
	{game.LinkedWrongly, "wrong"},
	{game.Bounced, "bounced"},
	{game.NoAnswer, "unanswered"},
	{game.DeploymentFailed, "failed"},
	{game.AlertRepeated, "repeated"},
	{game.FoundNoise, "noise"},
	{game.Restored, "restored"},
	{game.Deployed, "deployed"},
}

// after tells what happened in the last turn where it teaches something, or is empty.
func after(v *game.View) string {
	for _, l := range lessons {
		for i := range v.News {
			e := &v.News[i]
			if e.Kind != l.kind {
				continue
			}
			return words.Say("coach.after."+l.name, "item", e.Item.String(), "app", v.AppName(int(e.App)), "team", v.TeamName(int(e.Team)),
				"who", v.AnalystName(int(e.Analyst)), "price", words.Money(e.Amount), "span", words.Span(game.Minute(e.Amount)))
		}
	}
	return ""
}
