package coach

import "callout/game"

func aboutRequest(r *game.RequestView) thing {
	return thing{
		order: game.Order{Item: game.Item{Kind: game.Request, N: r.N}, App: r.App, Team: r.Team, Analyst: r.Analyst, Model: game.None},
		n:     r.Batch, at: r.Approved,
	}
}

// unread: a team wants to deploy, and nobody plans it.
func unread(v *game.View) (thing, bool) {
	for i := range v.Requests {
		if r := &v.Requests[i]; r.State == game.Unread {
			return aboutRequest(r), true
		}
	}
	return thing{}, false
}

// deployable: the board has passed it, and nobody deploys it, or somebody would who is away.
func deployable(v *game.View) (thing, bool) {
	if v.Frozen {
		return thing{}, false
	}
	for i := range v.Requests {
		r := &v.Requests[i]
		stranded := r.Analyst != game.None && away(&v.Analysts[r.Analyst])
		if r.State == game.ReadyToDeploy && (r.Analyst == game.None || stranded) || r.State == game.DeployQueued && stranded {
			return byFree(v, aboutRequest(r), true)
		}
	}
	return thing{}, false
}

// beforeBoard: it is planned, and waits for the board.
func beforeBoard(v *game.View) (thing, bool) {
	for i := range v.Requests {
		if r := &v.Requests[i]; r.State == game.BeforeBoard && r.Approved != game.Never {
			return aboutRequest(r), true
		}
	}
	return thing{}, false
}

func aboutMessage(m *game.MessageView, c game.Choice) thing {
	return thing{order: game.Order{Item: game.Item{Kind: game.Message, N: m.N}, App: game.None, Team: game.None, Analyst: game.None, Choice: c}}
}

// pressed: management wants a report.
func pressed(v *game.View) (thing, bool) {
	for i := range v.Messages {
		if m := &v.Messages[i]; m.Kind == game.PressMessage && m.Analyst == game.None && len(m.Answers) > 0 {
			return byFree(v, aboutMessage(m, game.Report), true)
		}
	}
	return thing{}, false
}

// offered: management would talk about a goal.
func offered(v *game.View) (thing, bool) {
	for i := range v.Messages {
		if m := &v.Messages[i]; m.Kind == game.OfferMessage && len(m.Answers) > 0 {
			return aboutMessage(m, m.Answers[0]), true
		}
	}
	return thing{}, false
}

// unanswered: a message that wants no answer but to be read.
func unanswered(v *game.View) (thing, bool) {
	for i := range v.Messages {
		if m := &v.Messages[i]; len(m.Answers) == 0 && !m.Read {
			return aboutMessage(m, game.NoChoice), true
		}
	}
	return thing{}, false
}

func anything(*game.View) (thing, bool) { return thing{}, true }

func firstTurn(v *game.View) (thing, bool) { return thing{}, v.Turn == 0 }

func lastHour(v *game.View) (thing, bool) { return thing{at: v.End}, v.End-v.Now <= game.Hour }

// quietHour: an hour of a day, the first ones in turn.
func quietHour(n int) func(v *game.View) (thing, bool) {
	return func(v *game.View) (thing, bool) { return thing{}, v.Turn < 8 && v.Turn%2 == n }
}
