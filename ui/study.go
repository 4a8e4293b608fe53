package ui

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/screen"
	debriefscreen "callout/ui/screen/debrief"
)

// A study works out what takes long in a debrief while it is read. It has a copy of its own, so that keys need not wait
// for it: the screen takes over what is ready. It ends when the screen is left.
type study struct {
	screen *debriefscreen.Screen
	news   chan studied
	stop   context.CancelFunc
}

// studied is how far a study is, or why it goes no further.
type studied struct {
	study *study
	debrief.Studying
	err error
}

// look opens the debrief of the game.
func (r *root) look() tea.Cmd {
	p := r.play
	return func() tea.Msg {
		d, err := p.LookBack()
		return looked{debrief: d, code: p.ResultCode(), err: err}
	}
}

// looked shows a debrief and begins to study it.
func (r *root) looked(msg looked) tea.Cmd {
	r.busy = false
	if msg.err != nil {
		r.notice(words.Say("debriefscreen.failed"), msg.err.Error())
		return nil
	}
	s := debriefscreen.New(r.theme, r.play.Level(), msg.debrief)
	s.Follow(r.next.Title)
	s.Code(msg.code)
	if r.room != nil {
		s.TakenHome(r.room.Keep())
	}
	r.push(s)
	if s.Studied() {
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	r.study = &study{screen: s, news: make(chan studied, 8), stop: stop}
	return tea.Batch(r.study.run(ctx, r.play, msg.debrief), r.study.next)
}

// run studies a debrief until all is known, or ctx is done.
func (st *study) run(ctx context.Context, p Play, d *debrief.Debrief) tea.Cmd {
	return func() tea.Msg {
		defer close(st.news)
		err := p.Study(ctx, d, func(at debrief.Studying) {
			spared := 5
			if at.Ready != nil {
				spared = 0
			}
			st.tell(studied{study: st, Studying: at}, spared)
		})
		if err != nil && ctx.Err() == nil {
			st.tell(studied{study: st, err: err}, 0)
		}
		return nil
	}
}

// tell brings news, unless more than the room that is spared for others is taken: progress that nobody has read is worth
// nothing.
func (st *study) tell(s studied, spared int) {
	if len(st.news) < cap(st.news)-spared {
		st.news <- s
	}
}

// next waits for the next news.
func (st *study) next() tea.Msg {
	s, more := <-st.news
	if !more {
		return nil
	}
	return s
}

// studied shows news of a study, unless its screen was left.
func (r *root) studied(msg studied) tea.Cmd {
	if msg.study != r.study {
		return nil
	}
	if msg.err != nil {
		msg.study.screen.Failed(msg.err)
		return msg.study.next
	}
	msg.study.screen.Working(msg.Studying)
	if msg.Ready != nil && msg.Stage == debrief.Reviewing {
		return tea.Batch(msg.study.next, r.keepMedal(&msg.Ready.Ladder))
	}
	return msg.study.next
}

// endStudy ends the study when its screen is no longer there.
func (r *root) endStudy() {
	if r.study != nil && !slices.Contains(r.stack, screen.Screen(r.study.screen)) {
		r.study.stop()
		r.study = nil
	}
}

// exported is where a debrief was written to.
type exported struct {
	files   []string
	studied bool // it is whole
	err     error
}

// export writes a debrief beside its save.
func (r *root) export(d *debrief.Debrief) tea.Cmd {
	games, whole := r.o.Games, r.study == nil || r.study.screen.Studied()
	return func() tea.Msg {
		files, err := games.Export(d)
		return exported{files, whole, err}
	}
}

// exported says where it is.
func (r *root) exported(msg exported) {
	r.busy = false
	text := words.Say("debriefscreen.export.done")
	for _, f := range msg.files {
		text += "\n" + f
	}
	if !msg.studied {
		text += "\n\n" + words.Say("debriefscreen.export.early")
	}
	title := words.Say("debriefscreen.export.title")
	if msg.err != nil {
		title, text = words.Say("debriefscreen.export.failed"), msg.err.Error()
	}
	r.notice(title, text)
}
