package menu

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/screen/questions"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Saved is a saved game as a list shows it.
type Saved struct {
	Path    string
	Title   string // of its level
	Stand   string // how far it came
	Begun   string // when it was begun, or of what it is a branch
	Over    bool
	Problem string // why it cannot be played, or empty
}

// Next is the level that comes next on the path.
type Next struct {
	Name, Title string
	Number      int // on the path, from 1
}

// Today is the game of the day.
type Today struct {
	Title  string // of its level
	Resume string // the player's game of it that is not over, or empty
	Played bool
	Score  int64 // the player's best of it
}

// Data is what the front page shows.
type Data struct {
	Saves     []Saved // the one played last first
	Next      Next    // without a name where all levels are won
	Today     Today   // the game of the day, without a title where there is none
	Won, All  int     // levels of the campaign
	Medals    int
	Packs     int            // installed packs of levels
	Questions questions.Data // with the round that is due, if any
	New       bool           // nothing was ever played here
	Notice    string         // what is to be said besides, or empty
}

// Menu is the front page.
type Menu struct {
	theme   *theme.Theme
	version string
	data    Data
	rows    []row
	list    widget.List
}

type row struct {
	key, name, what string
	do              screen.Action // nil for the list of saved games
}

// New is a front page that knows of no games yet.
func New(t *theme.Theme, version string) *Menu {
	m := &Menu{theme: t, version: version}
	m.Show(Data{})
	return m
}

// Show tells the front page what there is.
func (m *Menu) Show(d Data) {
	m.data = d
	m.rows = m.rows[:0]
	add := func(k, name, what string, do screen.Action) { m.rows = append(m.rows, row{k, name, what, do}) }
	for i := range d.Saves {
		if s := &d.Saves[i]; s.Problem == "" && !s.Over {
			add("c", words.Say("campaign.front.continue"), words.Say("campaign.front.game", "level", s.Title, "stand", s.Stand), screen.Resume{Path: s.Path})
			break
		}
	}
	switch {
	case d.New && d.Next.Name != "":
		add("n", words.Say("campaign.front.begin"), words.Say("campaign.front.first", "level", d.Next.Title), screen.Brief{Level: d.Next.Name})
	case d.Next.Name != "":
		add("n", words.Say("campaign.front.next"), words.Say("campaign.front.level", "number", d.Next.Number, "level", d.Next.Title), screen.Brief{Level: d.Next.Name})
	}
	come := words.Say("campaign.front.levels")
	if d.Won > 0 {
		come = words.Say("campaign.front.won", "won", d.Won, "all", d.All)
	}
	if d.Medals > 0 {
		come = words.Say("campaign.front.medals", "won", d.Won, "all", d.All, "n", d.Medals)
	}
	add("m", words.Say("campaign.front.campaign"), come, screen.Levels{})
	switch today := d.Today; {
	case today.Title == "":
	case today.Resume != "":
		add("t", words.Say("campaign.front.today"), words.Say("campaign.front.today-begun", "level", today.Title), screen.Resume{Path: today.Resume})
	case today.Played:
		add("t", words.Say("campaign.front.today"), words.Say("campaign.front.today-played", "level", today.Title, "score", today.Score), screen.Today{})
	default:
		add("t", words.Say("campaign.front.today"), words.Say("campaign.front.today-open", "level", today.Title), screen.Today{})
	}
	if d.Packs > 0 {
		add("p", words.Say("pack.screen.title"), words.Say("pack.screen.front", "n", d.Packs), screen.Packs{})
	}
	if len(d.Saves) > 0 {
		add("s", words.Say("campaign.front.saves"), words.Say("campaign.front.kept", "n", len(d.Saves)), nil)
	}
	add("g", words.Say("campaign.front.words"), words.Say("campaign.front.terms"), screen.Words{})
	add("o", words.Say("settings.row"), words.Say("settings.row_what"), screen.Settings{})
	add("?", words.Say("campaign.front.help"), words.Say("campaign.front.how"), screen.Help{})
	add("q", words.Say("campaign.front.leave"), "", screen.Quit{})
	m.list.Set(len(m.rows), 0)
}

// Topic is the help page of the menu.
func (m *Menu) Topic() screen.Topic { return screen.OfMenu }

// Key takes one key.
func (m *Menu) Key(k string) screen.Action {
	if m.list.Key(k, len(m.rows)) {
		return nil
	}
	if key.Choose.Is(k) || key.EndTurn.Is(k) {
		return m.do(m.rows[m.list.Cursor])
	}
	for _, r := range m.rows {
		if r.key == k {
			return m.do(r)
		}
	}
	return nil
}

func (m *Menu) do(r row) screen.Action {
	if r.do != nil {
		return r.do
	}
	list := make([]widget.Candidate, len(m.data.Saves))
	for i := range m.data.Saves {
		s := &m.data.Saves[i]
		list[i] = widget.Candidate{Name: s.Title, Reason: s.Stand, Faint: s.Problem != "" || s.Over, Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Resume{Path: s.Path}}
		}}
		if s.Begun != "" {
			list[i].More = []string{s.Begun}
		}
		if s.Problem != "" {
			list[i].Reason, list[i].Level = s.Problem, theme.Warning
		}
	}
	return screen.Push{Screen: widget.NewChooser(m.theme, words.Say("campaign.front.saves"), list)}
}

// View draws the menu.
func (m *Menu) View(w, h int) string {
	t := m.theme
	p := layout.NewFront(w, h, len(m.rows))
	parts := []layout.Part{{Rect: p.Title, Rows: m.title(p.Title)}, {Rect: p.Rows, Rows: m.choices(p)}}
	foot := line.NewBlock(p.Foot.W, 1).Put(t.Faint, m.version)
	if m.data.Notice != "" {
		foot = line.NewBlock(p.Foot.W, 1).Put(t.Warn, m.data.Notice)
	}
	return layout.Compose(w, h, append(parts, layout.Part{Rect: p.Foot, Rows: foot.Rows()}))
}

// choices are the rows to choose from; where there is room they stand apart.
func (m *Menu) choices(p layout.Front) []string {
	t := m.theme
	b := line.NewBlock(p.Rows.W, p.Rows.H)
	name := 0
	for _, r := range m.rows {
		name = max(name, line.Width(r.name)+3)
	}
	for i, r := range m.rows {
		st, what := t.Text, t.Dim
		if i == m.list.Cursor {
			b.Base(t.Selected).Put(t.Accent, theme.Cursor)
			st, what = t.Strong, t.Text
		} else {
			b.Space(1)
		}
		b.Space(1).Put(t.Accent, r.key).Space(2).Cell(st, r.name, name).Put(what, r.what).End()
		for range p.Between {
			b.End()
		}
	}
	return b.Rows()
}
