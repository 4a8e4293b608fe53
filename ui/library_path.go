package ui

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"callout/assets"
	"callout/game"
	"callout/game/challenge"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
	"callout/ui/packs"
	"callout/ui/progress"
	"callout/ui/saves"
	"callout/ui/screen/campaign"
	"callout/ui/screen/menu"
	"callout/ui/screen/questions"
)

func (l library) Enter(g progress.Game) (menu.Next, error) {
	p, _, err := progress.Mine().Enter(g)
	return nextOf(p.Path()), err
}

func (l library) Judge() (bool, error) { return progress.Mine().Judge(context.Background()) }

func (l library) Medal(id string, m progress.Medal) error { return progress.Mine().KeepMedal(id, m) }

func (l library) Skip(level string, skip bool) error {
	_, _, err := progress.Mine().Leave(level, skip)
	return err
}

func (l library) Questions() questions.Data {
	p, _ := standing()
	return questions.Data{Kind: progress.Again, Progress: p, Show: true}
}

func (l library) Answer(k progress.Kind, answers map[string]string) error {
	_, _, err := progress.Mine().Answer(k, answers)
	return err
}

func (l library) Packs() []packs.Pack { return packs.List() }

// nextOf is the level that the path suggests, without a name where all are won.
func nextOf(path []progress.Stop) menu.Next {
	for i, s := range path {
		if s.Next {
			return menu.Next{Name: s.Name, Title: s.Title, Number: i + 1}
		}
	}
	return menu.Next{}
}

// standing is the player's progress, with a sentence where something is wrong with it. What could not be read is empty.
func standing() (p progress.Progress, notice string) {
	p, _, notice, err := progress.Mine().CatchUp(context.Background())
	if err != nil {
		notice = err.Error()
	}
	return p, notice
}

func (l library) Front() menu.Data {
	p, notice := standing()
	path := p.Path()
	list, unread := saves.List()
	d := menu.Data{
		Saves: savedGames(list, unread), Next: nextOf(path), All: len(path), Notice: notice, Today: todayOf(p, list), Packs: packs.Count(),
		Questions: questions.Data{Kind: p.Due(), Progress: p},
	}
	for _, s := range path {
		if s.State == progress.Won {
			d.Won++
		}
		if s.Medal.Shines() {
			d.Medals++
		}
	}
	d.New = len(d.Saves) == 0 && len(p.Games) == 0
	return d
}

// todayOf is the game of the day, and how far it was played.
func todayOf(p progress.Progress, list []journal.Summary) menu.Today {
	c := challenge.Daily(time.Now())
	t := menu.Today{Title: c.Level}
	for _, l := range levels.List() {
		if l.Name == c.Level {
			t.Title = l.Title
		}
	}
	for _, s := range list {
		if s.Header.Level != c.Level || s.Header.Seeded() != c.Seed {
			continue
		}
		if !s.Over {
			t.Resume = s.Path
			break
		}
		for _, g := range p.Games {
			if g.Save == filepath.Base(s.Path) {
				t.Played, t.Score = true, max(t.Score, g.Score)
			}
		}
	}
	return t
}

func (l library) Campaign() campaign.Data {
	p, notice := standing()
	d := campaign.Data{Notice: notice, Packs: packs.Count()}
	titles := map[string]string{}
	for _, m := range levels.Models() {
		titles[m.Name] = m.Title
		d.Models = append(d.Models, campaign.Model{Name: m.Name, Title: m.Title})
	}
	articles := map[string]campaign.Article{}
	for _, a := range assets.Series() {
		for _, level := range a.Levels {
			articles[level] = campaign.Article{Title: a.Title, Short: a.Short, About: a.About, URL: a.URL}
		}
	}
	games, _ := saves.List() // the front page says which cannot be read
	for _, s := range p.Path() {
		level := campaign.Level{Stop: s, Model: titles[s.Model], Article: articles[s.Name]}
		if level.Model == "" {
			level.Model = s.Model
		}
		if loaded, err := levels.Load(s.Name); err == nil {
			for _, g := range loaded.Goals {
				level.Goals = append(level.Goals, game.GoalView{Metric: g.Metric, AtMost: g.AtMost, Value: g.Value})
			}
		}
		for _, save := range games {
			if !save.Over && save.Header.Level == s.Name && save.Header.Source == "" {
				level.Resume, level.Stand = save.Path, standOf(save)
				break
			}
		}
		d.Levels = append(d.Levels, level)
	}
	return d
}

// savedGames are the player's games, the one played last first, and then what cannot be read.
func savedGames(list []journal.Summary, err error) []menu.Saved {
	titles := map[string]string{}
	for _, i := range levels.List() {
		titles[i.Name] = i.Title
	}
	out := make([]menu.Saved, 0, len(list))
	for _, s := range list {
		out = append(out, savedOf(s, titles))
	}
	if err != nil {
		for text := range strings.SplitSeq(err.Error(), "\n") {
			out = append(out, menu.Saved{Title: "?", Problem: text})
		}
	}
	return out
}

func savedOf(s journal.Summary, titles map[string]string) menu.Saved {
	m := menu.Saved{Path: s.Path, Title: titles[s.Header.Level], Over: s.Over, Stand: standOf(s), Begun: begunOf(s)}
	if m.Title == "" || s.Header.Source != "" {
		m.Title = s.Header.Level
	}
	if packs.Is(s.Header.Source) {
		m.Title = s.Header.Source
	}
	return m
}

// standOf is how far a saved game came.
func standOf(s journal.Summary) string {
	switch {
	case s.Over:
		return words.Say("campaign.stand.over")
	case s.At < 0:
		return words.Say("campaign.stand.fresh")
	}
	return words.Date(s.At)
}

// begunOf is when a saved game was begun, or where it comes from.
func begunOf(s journal.Summary) string {
	if h := s.Header; h.Parent != "" {
		return words.Say("journal.branch.of", "parent", strings.TrimSuffix(h.Parent, ".jsonl"), "turn", h.ParentTurn+1)
	}
	begun, _ := time.Parse(time.RFC3339, s.Header.Created) // some day, where the save does not say
	return words.Say("campaign.stand.begun", "when", progress.Day(begun))
}
