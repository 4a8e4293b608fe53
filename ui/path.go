package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/packs"
	"callout/ui/progress"
	"callout/ui/screen"
	"callout/ui/screen/campaign"
	"callout/ui/screen/menu"
	"callout/ui/screen/questions"
)

// What commands bring back that look at the campaign and at what is kept of it.
type (
	front   struct{ data menu.Data }
	mapRead struct {
		data campaign.Data
		err  error // why what was asked could not be done
	}
	packsRead struct{ list []packs.Pack }
	asked     struct{ data questions.Data }
	answered  struct{ err error }
	entered   struct {
		id   string
		next menu.Next
		err  error
	}
	judged struct {
		more bool // a medal was found
		err  error
	}
)

func (r *root) lookAround() tea.Cmd {
	games := r.o.Games
	return func() tea.Msg { return front{games.Front()} }
}

func (r *root) readMap() tea.Cmd {
	games := r.o.Games
	return func() tea.Msg { return mapRead{data: games.Campaign()} }
}

func (r *root) readPacks() tea.Cmd {
	games := r.o.Games
	return func() tea.Msg { return packsRead{games.Packs()} }
}

// show shows the front page anew, and asks the questions at the end of the path if that is due.
func (r *root) show(d menu.Data) tea.Cmd {
	r.menu.Show(d)
	r.questions = d.Questions
	if d.Questions.Kind == progress.After && len(r.stack) == 1 {
		r.push(questions.New(r.theme, r.questions, nil))
		r.questions.Kind = ""
	}
	return r.judge()
}

// judge looks for the medal of a game that has none yet, while nothing is played.
func (r *root) judge() tea.Cmd {
	games := r.o.Games
	return func() tea.Msg {
		more, err := games.Judge()
		return judged{more, err}
	}
}

// judged shows a medal that was found, and looks for the next one.
func (r *root) judged(msg judged) tea.Cmd {
	if !msg.more || msg.err != nil || r.play != nil || r.busy {
		return nil // what is wrong with the progress is said where it is shown
	}
	games := r.o.Games
	return func() tea.Msg { return front{games.Front()} }
}

// keepMedal keeps the medal that the debrief found for the game.
func (r *root) keepMedal(l *debrief.Ladder) tea.Cmd {
	if r.entered == "" || len(l.Rungs) == 0 {
		return nil
	}
	games, id, medal := r.o.Games, r.entered, progress.MedalOf(l.Medal)
	return func() tea.Msg { return judged{err: games.Medal(id, medal)} }
}

// today begins the game of the day.
func (r *root) today() tea.Cmd {
	games := r.o.Games
	return func() tea.Msg {
		p, err := games.Today()
		return opened{play: p, fresh: true, err: err}
	}
}

// askFirst asks the questions before the first game of all, and tells whether it did; then comes after them.
func (r *root) askFirst(then screen.Action) bool {
	if r.questions.Kind != progress.Before {
		return false
	}
	d := r.questions
	r.questions.Kind = ""
	r.push(questions.New(r.theme, d, then))
	return true
}

// askAgain shows what was answered, or asks on demand.
func (r *root) askAgain() tea.Cmd {
	games := r.o.Games
	return func() tea.Msg { return asked{games.Questions()} }
}

// answer keeps answers.
func (r *root) answer(a screen.Answer) tea.Cmd {
	games := r.o.Games
	return func() tea.Msg { return answered{games.Answer(a.Kind, a.Answers)} }
}

// skip leaves a level out for now, or takes that back, and shows the map anew.
func (r *root) skip(level string, skip bool) tea.Cmd {
	games := r.o.Games
	return func() tea.Msg {
		err := games.Skip(level, skip)
		return mapRead{games.Campaign(), err}
	}
}

// enter enters a game that is over into the progress, and finds out what comes next.
func (r *root) enter() tea.Cmd {
	games, p := r.o.Games, r.play
	return func() tea.Msg {
		e, counts := p.Entry()
		if !counts {
			return nil
		}
		next, err := games.Enter(e)
		return entered{e.ID, next, err}
	}
}

// follow tells the screen after the game what comes next.
func (r *root) follow(msg entered) {
	if msg.err != nil {
		r.notice(words.Say("screen.progress"), msg.err.Error())
		return
	}
	r.next, r.entered = msg.next, msg.id
	for _, s := range r.stack {
		if f, ok := s.(screen.Follower); ok {
			f.Follow(msg.next.Title)
		}
	}
}

// nextLevel closes the game that is over and begins the level that comes next.
func (r *root) nextLevel() tea.Cmd {
	if r.next.Name == "" {
		return nil
	}
	r.busy = true
	ended, begin := r.play, r.begin(r.next.Name, "")
	return func() tea.Msg {
		if ended != nil {
			if err := ended.Close(); err != nil {
				return opened{err: err}
			}
		}
		return begin()
	}
}

// showMap shows the map, or shows it anew where it is topmost.
func (r *root) showMap(msg mapRead) {
	r.busy = false
	if m, ok := r.top().(*campaign.Map); ok {
		m.Show(msg.data)
	} else {
		r.push(campaign.New(r.theme, msg.data))
	}
	if msg.err != nil {
		r.notice(words.Say("screen.failed"), msg.err.Error())
	}
}
