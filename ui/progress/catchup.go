package progress

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/ui/saves"
)

// Enter enters a finished game into the progress.
func (s Store) Enter(g Game) (Progress, string, error) {
	return s.Change(func(p *Progress) bool {
		p.enter(g)
		return true
	})
}

// CatchUp reads the progress and enters the finished games in the player's folder that are not in it yet. Saves that cannot
// be played again, because they are damaged or were played under other rules, are left out; their number is returned.
func (s Store) CatchUp(ctx context.Context) (p Progress, unread int, notice string, err error) {
	p, err = s.Read()
	switch {
	case errors.Is(err, ErrForeign):
		if p, notice, err = s.Change(func(*Progress) bool { return true }); err != nil {
			return p, 0, notice, err
		}
	case err != nil:
		return p, 0, "", err
	}
	list, listed := saves.List()
	if listed != nil && list == nil {
		return p, 0, notice, nil // there is no folder that could be read; the list of saved games says why
	}
	var found []Game
	for _, save := range list {
		name := filepath.Base(save.Path)
		if !save.Over || !counts(save.Header) || slices.ContainsFunc(p.Games, func(g Game) bool { return g.Save == name }) {
			continue
		}
		if ctx.Err() != nil {
			break
		}
		e, err := replayed(save.Path)
		if err != nil {
			unread++
			continue
		}
		found = append(found, e)
	}
	if len(found) == 0 {
		return p, unread, notice, nil
	}
	p, more, err := s.Change(func(p *Progress) bool {
		for _, g := range found {
			p.enter(g)
		}
		return true
	})
	return p, unread, notice + more, err
}

// replayed is the entry of a finished game, from its save.
func replayed(path string) (Game, error) {
	var last *game.Game
	report, err := journal.Replay(path, saves.Load, func(step journal.Step) error {
		last = step.Game
		return nil
	})
	if err != nil {
		return Game{}, err
	}
	if last == nil || !report.Over {
		return Game{}, errors.New("the game is not over")
	}
	return entryOf(report.Header, last, path), nil
}

// Judge finds the medal of one game that has none yet, the newest first, and keeps it. It is false where there is nothing
// left that can be judged. It takes seconds and stops when ctx is done.
func (s Store) Judge(ctx context.Context) (more bool, err error) {
	p, err := s.Read()
	if err != nil {
		return false, err
	}
	open := slices.DeleteFunc(p.Games, func(g Game) bool { return g.Medal != Unjudged || g.Save == "" || g.free() })
	slices.SortStableFunc(open, func(a, b Game) int { return b.Begun.Compare(a.Begun) })
	for _, g := range open {
		medal, err := judge(ctx, filepath.Join(saves.Folder(), g.Save))
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		if err == nil && medal != Unjudged {
			return true, s.KeepMedal(g.ID, medal)
		}
	}
	return false, nil
}

// judge plays the ladder of a game.
func judge(ctx context.Context, path string) (Medal, error) {
	r, err := debrief.Read(path, saves.Load)
	if err != nil {
		return Unjudged, err
	}
	d, err := debrief.Look(r)
	if err == nil {
		err = d.Compare(ctx, nil)
	}
	if err != nil || len(d.Ladder.Rungs) == 0 {
		return Unjudged, err
	}
	return MedalOf(d.Ladder.Medal), nil
}

// KeepMedal keeps the medal of the game with that identity.
func (s Store) KeepMedal(id string, m Medal) error {
	_, _, err := s.Change(func(p *Progress) bool {
		for i := range p.Games {
			if g := &p.Games[i]; g.ID == id && m.rank() > g.Medal.rank() {
				g.Medal = m
				return true
			}
		}
		return false
	})
	return err
}

// Leave leaves a level out for now, or takes that back.
func (s Store) Leave(level string, skipped bool) (Progress, string, error) {
	return s.Change(func(p *Progress) bool {
		p.Skip(Skip{level, skipped, s.now().UTC()})
		return true
	})
}

// Answer keeps a round of answers, or that the questions were declined.
func (s Store) Answer(k Kind, answers map[string]string) (Progress, string, error) {
	return s.Change(func(p *Progress) bool {
		p.Answer(Round{Kind: k, At: s.now().UTC(), Answers: answers})
		return true
	})
}
