package ui

import (
	"time"

	"callout/game/challenge"
	"callout/game/debrief"
	"callout/ui/packs"
	"callout/ui/progress"
	"callout/ui/saves"
	"callout/ui/screen/campaign"
	"callout/ui/screen/menu"
	"callout/ui/screen/questions"
)

// Library is where games come from, and where what became of them is kept. Its methods read and write files: they are only
// called from commands.
type Library interface {
	// Front is what the front page shows.
	Front() menu.Data
	// Campaign is the levels to choose from, and how far the player came.
	Campaign() campaign.Data
	// Packs is the installed packs of levels.
	Packs() []packs.Pack
	// Skip leaves a level out for now, or takes that back.
	Skip(level string, skip bool) error
	// Questions are the questions on demand, and what was answered.
	Questions() questions.Data
	// Answer keeps answers to them.
	Answer(k progress.Kind, answers map[string]string) error
	// Enter enters a finished game into the player's progress and returns the level that comes next.
	Enter(progress.Game) (menu.Next, error)
	// Judge finds the medal of one finished game that has none yet; false where there is none to be found.
	Judge() (bool, error)
	// Medal keeps the medal of the game with that identity.
	Medal(id string, m progress.Medal) error
	// Today begins the game of the day.
	Today() (Play, error)
	// Begin begins a game of a level, under another support model than its own where one is named.
	Begin(level, model string) (Play, error)
	// Resume goes on with a saved game.
	Resume(path string) (Play, error)
	// Record is what was recorded of a saved game, to look back on.
	Record(path string) (*debrief.Record, error)
	// Branch begins a branch of a saved game at the start of the turn with that index.
	Branch(path string, turn int) (Play, error)
	// Export writes a debrief beside its save and returns the files.
	Export(d *debrief.Debrief) (files []string, err error)
}

// library is the shipped levels and the player's own files.
type library struct{ o Options }

func (l library) Begin(level, model string) (Play, error) {
	g := saves.Game{Level: level, Model: model, By: l.o.By, Now: time.Now(), Seed: saves.RandomSeed()}
	if l.o.Seed != nil {
		g.Seed = *l.o.Seed
	}
	if level == l.o.Level {
		g.Model, g.File = l.o.Model, l.o.File
	}
	s, err := saves.Begin(g)
	if err != nil {
		return nil, err
	}
	return recorded{s}, nil
}

func (l library) Today() (Play, error) {
	c := challenge.Daily(time.Now())
	s, err := saves.Begin(saves.Game{Level: c.Level, Seed: c.Seed, By: l.o.By, Now: time.Now()})
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

func (l library) Export(d *debrief.Debrief) ([]string, error) { return saves.Export(d) }

func (l library) Record(path string) (*debrief.Record, error) { return debrief.Read(path, saves.Load) }

func (l library) Branch(path string, turn int) (Play, error) {
	s, err := saves.Branch(path, "", turn, time.Now())
	if err != nil {
		return nil, err
	}
	return recorded{s}, nil
}
