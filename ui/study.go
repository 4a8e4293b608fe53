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

// studied is how far a study is.
type studied struct {
	study *study
	stage debriefscreen.Stage
	done  int              // of 1000
	ready *debrief.Debrief // with what was worked out by then, or nil
	err   error
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
	return tea.Batch(r.study.run(ctx, *msg.debrief), r.study.next)
}

// run works on a debrief of its own until all is known, or ctx is done.
func (st *study) run(ctx context.Context, d debrief.Debrief) tea.Cmd {
	return func() tea.Msg {
		defer close(st.news)
		for _, part := range []struct {
			stage debriefscreen.Stage
			work  func(context.Context, debrief.Progress) error
		}{{debriefscreen.Comparing, d.Compare}, {debriefscreen.Reviewing, d.ReviewDecisions}} {
			err := part.work(ctx, func(done int) { st.tell(studied{study: st, stage: part.stage, done: done}, 5) })
			if ctx.Err() != nil {
				return nil
			}
			ready := d
			st.tell(studied{study: st, stage: part.stage + 1, ready: &ready, err: err}, 0)
			if err != nil {
				return nil
			}
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
	switch {
	case msg.err != nil:
		msg.study.screen.Failed(msg.err)
	case msg.ready != nil:
		msg.study.screen.Learn(msg.ready)
	}
	if msg.err == nil {
		msg.study.screen.Working(msg.stage, msg.done)
	}
	if msg.ready != nil && msg.stage == debriefscreen.Reviewing {
		return tea.Batch(msg.study.next, r.keepMedal(&msg.ready.Ladder))
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
