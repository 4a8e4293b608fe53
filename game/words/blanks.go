package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"callout/game"
)

// blanks is what a template's placeholders may be filled from. Indices are game.None where there is none.
type blanks struct {
	v       *game.View
	item    game.Item
	app     int
	team    int
	analyst int
	amount  int64
	until   game.Minute // game.Never where no end is expected
}

// value fills one placeholder; this list is the language of the catalogue's templates.
func (f *blanks) value(name, one, many string) string {
	switch name {
	case "app":
		return f.appName(f.app)
	case "all":
		if f.app == game.None {
			return inUse().everyApp
		}
		return f.appName(f.app)
	case "team":
		if f.team < 0 {
			return inUse().noTeam
		}
		return f.v.TeamName(f.team)
	case "who":
		if f.analyst < 0 {
			return inUse().noAnalyst
		}
		return f.v.AnalystName(f.analyst)
	case "item":
		if f.item.Kind == game.NoItem {
			return inUse().noItem
		}
		return f.item.String()
	case "alert":
		return f.alert()
	case "n":
		if one == "" {
			return Number(f.amount)
		}
		return Count(f.amount, one, many)
	case "?":
		return choose(f.amount, one, many)
	case "money":
		return Money(f.amount)
	case "span":
		if one != "" {
			return SpanIn(minute(f.amount), one, many)
		}
		return Span(minute(f.amount))
	case "clock":
		return When(f.v.Now, minute(f.amount))
	case "ago":
		return Ago(f.v.Now, minute(f.amount))
	case "share":
		return Percent(game.PerMille(f.amount))
	case "level":
		return "L" + strconv.FormatInt(f.amount+1, 10)
	case "fault":
		return FaultKind(game.FaultKind(f.amount))
	case "finder":
		if f.analyst < 0 && f.team >= 0 {
			return f.value("team", "", "")
		}
		return f.value("who", "", "")
	case "model":
		return f.v.ModelTitle(int(f.amount))
	case "choice":
		return Choice(game.Choice(f.amount))
	case "doing":
		return doing(f.v, game.Work(f.amount), f.item, f.app)
	case "until":
		if f.until == game.Never {
			return ""
		}
		return fill(inUse().until, func(string, string, string) string { return When(f.v.Now, f.until) })
	}
	return "{" + name + "}"
}

func (f *blanks) appName(i int) string {
	if i < 0 {
		return inUse().noApp
	}
	return f.v.AppName(i)
}

// alert is an alert's number with its headline, as long as it is open.
func (f *blanks) alert() string {
	for i := range f.v.Alerts {
		if a := &f.v.Alerts[i]; f.item.Kind == game.Alert && a.N == f.item.N {
			return f.item.String() + ": " + Alert(f.v, a)
		}
	}
	return f.value("item", "", "")
}

// minute keeps an amount within the clock.
func minute(n int64) game.Minute {
	return game.Minute(max(min(n, int64(game.Never)), -int64(game.Never)))
}

// sentence fills a template. A capital letter begins it, except where a name does: names stay as they are typed.
func (f *blanks) sentence(template string) string { return begin(fill(template, f.value)) }

// begin gives s a capital letter where it begins with words that stand in for a missing name.
func begin(s string) string {
	for _, w := range []string{inUse().noApp, inUse().noTeam, inUse().noAnalyst, inUse().noItem, inUse().everyApp} {
		if strings.HasPrefix(s, w) {
			r, n := utf8.DecodeRuneInString(s)
			return string(unicode.ToUpper(r)) + s[n:]
		}
	}
	return s
}
