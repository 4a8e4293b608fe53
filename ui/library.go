package ui

import (
	"strings"
	"time"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
	"callout/ui/saves"
	"callout/ui/screen/levelchoice"
	"callout/ui/screen/menu"
)

// Library is where games come from. Its methods read and write files: they are only called from commands.
type Library interface {
	// Levels are the levels to choose from.
	Levels() []levelchoice.Level
	// Saved are the player's games, the one played last first.
	Saved() []menu.Saved
	// Begin begins a game of a level.
	Begin(level string) (Play, error)
	// Resume goes on with a saved game.
	Resume(path string) (Play, error)
	// Branch begins a branch of a saved game at the start of the turn with that index.
	Branch(path string, turn int) (Play, error)
}

// library is the shipped levels and the player's own files.
type library struct{ o Options }

func (l library) Levels() []levelchoice.Level {
	titles := map[string]string{}
	for _, m := range levels.Models() {
		titles[m.Name] = m.Title
	}
	var list []levelchoice.Level
	for _, i := range levels.List() {
		model := titles[i.Model]
		if model == "" {
			model = i.Model
		}
		list = append(list, levelchoice.Level{Name: i.Name, Title: i.Title, Model: model, Teams: i.Teams, Days: i.Days})
	}
	return list
}

func (l library) Begin(level string) (Play, error) {
	g := saves.Game{Level: level, Model: l.o.Model, File: l.o.File, By: l.o.By, Now: time.Now(), Seed: saves.RandomSeed()}
	if l.o.Seed != nil {
		g.Seed = game.SeedFrom(*l.o.Seed)
	}
	s, err := saves.Begin(g)
	if err != nil {
		return nil, err
	}
	return recorded{s}, nil
}

func (l library) Resume(path string) (Play, error) {
	s, err := saves.Resume(path)
	if err != nil {
		return nil, err
	}
	return recorded{s}, nil
}

func (l library) Branch(path string, turn int) (Play, error) {
	s, err := saves.Branch(path, "", turn, time.Now())
	if err != nil {
		return nil, err
	}
	return recorded{s}, nil
}

func (l library) Saved() []menu.Saved {
	list, err := saves.List()
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
	m := menu.Saved{Path: s.Path, Title: titles[s.Header.Level], Over: s.Over, Stand: "just begun"}
	if m.Title == "" || s.Header.Source != "" {
		m.Title = s.Header.Level
	}
	if s.At >= 0 {
		m.Stand = words.Date(s.At)
	}
	if s.Over {
		m.Stand = "over; look at its result"
	}
	if h := s.Header; h.Parent != "" {
		m.Stand = words.Say("journal.branch.of", "stand", m.Stand, "parent", strings.TrimSuffix(h.Parent, ".jsonl"), "turn", h.ParentTurn+1)
		return m
	}
	if when, err := time.Parse(time.RFC3339, s.Header.Created); err == nil {
		m.Stand += ", begun on " + when.Local().Format("2 January, 15:04")
	}
	return m
}
