package words

import (
	"strings"

	"callout/game"
)

// Offer is one order that can be given now, and its price.
type Offer struct {
	Kind  game.OrderKind
	Order string // as it is typed, with what is still to be chosen in capitals: "assign A-113 ANALYST"
	Price string // what it does and costs, in one sentence
}

// Offers lists the orders that can be given about an open item. All offers are found by trying orders out on copies of
// the game, so they cannot disagree with its rules. Times run from the least to the most that the work is likely to
// take those who could do it.
func Offers(g *game.Game, v *game.View, item game.Item) []Offer {
	o := offers{g: g, v: v, item: item, order: game.Order{Item: item, App: game.None}}
	switch item.Kind {
	case game.Alert:
		for i := range v.Alerts {
			if v.Alerts[i].N == item.N {
				o.alert = &v.Alerts[i]
			}
		}
		if o.alert == nil {
			return nil
		}
	case game.Request:
		for i := range v.Requests {
			if v.Requests[i].N == item.N {
				o.order.App = v.Requests[i].App
			}
		}
	}
	o.all("ITEM")
	if o.alert != nil && o.alert.Linked >= 0 {
		o.order = game.Order{App: o.alert.Linked}
		o.only = game.RollBack
		o.all("APPLICATION")
	}
	return o.list
}

// AppOffers lists the orders that can be given about an application.
func AppOffers(g *game.Game, v *game.View, app int) []Offer {
	o := offers{g: g, v: v, order: game.Order{App: app}}
	o.all("APPLICATION")
	return o.list
}

// AnalystOffers lists the orders that can be given about an analyst alone.
func AnalystOffers(g *game.Game, v *game.View, analyst int) []Offer {
	o := offers{g: g, v: v, order: game.Order{Analyst: analyst, App: game.None}}
	o.all("ANALYST")
	return o.list
}

// offers collects the orders about one subject.
type offers struct {
	g     *game.Game
	v     *game.View
	item  game.Item
	alert *game.AlertView // where the item is one
	order game.Order      // names the subject
	only  game.OrderKind  // offer no other kind, unless it is none
	list  []Offer
}

// all tries every order that names the subject, and nothing that outranks it: an order about an item is not one about
// an application.
func (o *offers) all(subject string) {
	for i, help := range game.OrderHelps() {
		kind := game.Read + game.OrderKind(i)
		if o.only != game.NoOrder && kind != o.only {
			continue
		}
		args := strings.Fields(help.Usage)[1:]
		for _, s := range []string{"ITEM", "APPLICATION", "ANALYST"} {
			if contains(args, s) {
				if s == subject {
					o.try(kind, args, subject)
				}
				break
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// try offers an order if the game would accept it from somebody, once for every choice and model that it names.
func (o *offers) try(kind game.OrderKind, args []string, subject string) {
	order := o.order
	order.Kind = kind
	choices := []game.Choice{game.NoChoice}
	if contains(args, "CHOICE") {
		choices = nil
		for c := game.On; c.String() != ""; c++ {
			choices = append(choices, c)
			if c == game.Unchanged {
				break
			}
		}
	}
	models := 1
	if contains(args, "MODEL") {
		models = len(o.g.Level().Models)
	}
	for _, order.Choice = range choices {
		for order.Model = range models {
			if accepted, ok := o.accepted(order, args, subject); ok && !o.idle(accepted) {
				o.add(accepted, args, subject)
			}
		}
	}
}

// accepted finds somebody or something for what an order leaves open, so that the game accepts it.
func (o *offers) accepted(order game.Order, args []string, subject string) (game.Order, bool) {
	apps, teams, analysts := one(order.App), one(game.None), one(order.Analyst)
	if contains(args, "APPLICATION") && subject != "APPLICATION" {
		apps = upTo(len(o.v.Apps))
	}
	if contains(args, "TEAM") {
		teams = upTo(len(o.v.Teams))
	}
	if contains(args, "ANALYST") && subject != "ANALYST" {
		analysts = upTo(len(o.v.Analysts))
	} else if contains(args, "[ANALYST]") {
		analysts = append(one(game.None), upTo(len(o.v.Analysts))...)
	}
	copied := o.g.Clone()
	for _, order.App = range apps {
		for _, order.Team = range teams {
			for _, order.Analyst = range analysts {
				if copied.Do(order) == nil {
					return order, true
				}
			}
		}
	}
	return order, false
}

// idle tells whether an order that the game accepts changes nothing.
func (o *offers) idle(order game.Order) bool {
	if m := o.message(); m != nil && order.Kind == game.Read {
		return m.Read
	}
	return order.Kind == game.Duty && o.v.Analysts[order.Analyst].Duty == (order.Choice == game.On)
}

func one(i int) []int { return []int{i} }

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// add appends an offer for an order that the game accepts.
func (o *offers) add(order game.Order, args []string, subject string) {
	typed := []string{order.Kind.String()}
	for _, a := range args {
		switch {
		case a == "ITEM":
			a = o.item.String()
		case a == "APPLICATION" && a == subject:
			a = o.v.AppName(order.App)
		case a == "ANALYST" && a == subject:
			a = o.v.AnalystName(order.Analyst)
		case a == "CHOICE":
			a = order.Choice.String()
		case a == "MODEL":
			a = o.g.Level().Models[order.Model].Name
		case a == "[ANALYST]" && order.Analyst == game.None:
			continue
		case a == "[ANALYST]":
			a = "ANALYST"
		}
		typed = append(typed, a)
	}
	if o.alert != nil && o.alert.Linked >= 0 {
		order.App = o.alert.Linked
	}
	o.list = append(o.list, Offer{order.Kind, strings.Join(typed, " "), o.priceText(order)})
}
