package ui

import (
	"errors"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game"
	"callout/game/predict"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/screen"
	"callout/ui/screen/glossary"
	"callout/ui/screen/help"
	"callout/ui/screen/menu"
	packsscreen "callout/ui/screen/packs"
	"callout/ui/screen/play"
	"callout/ui/screen/questions"
	standingscreen "callout/ui/screen/standing"
	"callout/ui/theme"
	"callout/ui/widget"
)

// root is the one Bubble Tea model. It keeps the stack of screens and the game, gives keys to the topmost screen, and
// does what the screens want done. What reads or writes files runs in a command; the command changes nothing here, it
// brings its result as a message.
type root struct {
	o     Options
	theme *theme.Theme
	w, h  int
	menu  *menu.Menu
	stack []screen.Screen // the last is topmost; the first is the menu

	play    Play
	main    *play.Screen
	book    *predict.Book // what was predicted in the game; nil where that cannot be kept
	views   [2]game.View  // one is shown while the other is filled
	shown   int
	ticking bool          // a tick is on its way
	study   *study        // of the debrief that is shown, or nil
	busy    bool          // a command is with the game
	going   bool          // turns are ended until something needs a decision
	keys    []string      // typed while busy
	pace    time.Duration // between turns that are ended one after the other, so that they can be watched, and stopped
	leaving bool

	motion int                                  // number of the newest motion
	after  func(time.Duration, tea.Msg) tea.Cmd // brings a message later: the clock, or that of a test

	next      menu.Next      // level of the path, known after a game is over
	entered   string         // identity of the game in the progress, once it is over
	questions questions.Data // to be asked when the time comes
	err       error          // why the program cannot go on

	room  *Setting // of the table where the game is one in a room, or nil
	stale bool     // the game may have gone on while a command was with it
}

func newRoot(o Options, t *theme.Theme) *root {
	r := &root{o: o, theme: t, menu: menu.New(t, o.By), after: tick}
	r.stack = []screen.Screen{r.menu}
	return r
}

// Init begins the game that the program was started with, and looks for saved ones.
func (r *root) Init() tea.Cmd {
	switch {
	case r.o.Watch != "":
		r.busy = true
		return r.watch(r.o.Watch)
	case r.o.Resume != "":
		r.busy = true
		return r.resume(r.o.Resume)
	case r.o.Level != "":
		r.busy = true
		return r.begin(r.o.Level, "")
	}
	r.greet()
	return r.lookAround()
}

// greet says once what there is to say about the start.
func (r *root) greet() {
	if r.o.Notice != "" {
		r.notice(words.Say("screen.settings"), r.o.Notice)
		r.o.Notice = ""
	}
}

// Update takes one message.
func (r *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := r.update(msg)
	return r, tea.Batch(cmd, r.caughtUp(), r.tick())
}

func (r *root) update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer r.endStudy()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.w, r.h = msg.Width, msg.Height
		return r, nil
	case tea.KeyMsg:
		var cmds []tea.Cmd
		for _, k := range key.Split(msg) {
			cmds = append(cmds, r.key(k))
		}
		return r, tea.Batch(cmds...)
	case front:
		return r, r.show(msg.data)
	case judged:
		return r, r.judged(msg)
	case packsRead:
		r.busy = false
		r.push(packsscreen.New(r.theme, msg.list))
	case asked:
		r.busy = false
		r.push(questions.New(r.theme, msg.data, nil))
	case answered:
		if msg.err != nil {
			r.notice(words.Say("screen.answers"), msg.err.Error())
		}
		return r, nil
	case mapRead:
		r.showMap(msg)
	case entered:
		r.follow(msg)
		return r, nil
	case filmed:
		return r, r.filmed(msg)
	case ticked:
		r.ticked()
		return r, nil
	case opened:
		return r, tea.Batch(r.open(msg), r.typed())
	case ordered:
		r.ordered(msg)
	case undone:
		r.undone(msg)
	case hinted:
		r.busy = false
		r.push(r.main.Hint(msg.hint))
	case noted:
		r.noted(msg)
	case hintTaken:
		r.hintTaken(msg)
	case chosen:
		return r, tea.Batch(r.chosen(msg), r.typed())
	case moved:
		return r, r.moved(msg)
	case refreshed:
		return r, tea.Batch(r.refreshed(msg), r.typed())
	case done:
		return r, tea.Batch(r.did(msg), r.typed())
	case turned:
		return r, tea.Batch(r.turned(msg), r.typed())
	case exported:
		r.exported(msg)
	case looked:
		return r, tea.Batch(r.looked(msg), r.typed())
	case studied:
		return r, r.studied(msg)
	}
	return r, r.typed()
}

// key gives one key to the topmost screen. While a command is with the game, keys wait: nobody's typing is lost. While
// turns are being ended, any key stops that.
func (r *root) key(k string) tea.Cmd {
	r.rest()
	switch {
	case key.Abort.Is(k):
		if r.busy {
			r.leaving = true
			return nil
		}
		return tea.Quit
	case k == "ctrl+z" && r.room != nil:
		return nil // it would send the server to sleep
	case k == "ctrl+z":
		return tea.Suspend
	case r.going:
		r.going = false
		return nil
	case r.busy:
		r.keys = append(r.keys, k)
		return nil
	case r.tooSmall():
		if key.Quit.Is(k) {
			return tea.Quit
		}
		return nil
	}
	if key.Words.Is(k) && !r.typing() {
		return r.do(screen.Words{Term: r.term()})
	}
	return r.do(r.top().Key(k))
}

// typing tells whether text is being typed.
func (r *root) typing() bool {
	t, ok := r.top().(screen.Typing)
	return ok && t.Typing()
}

// term is the word that fits the topmost screen that has one: a dialog is about what is below it.
func (r *root) term() string {
	for _, s := range slices.Backward(r.stack) {
		if t, ok := s.(screen.Termed); ok {
			return t.Term()
		}
	}
	return ""
}

// typed handles the keys that were typed while a command was with the game.
func (r *root) typed() tea.Cmd {
	if r.leaving && !r.busy {
		return tea.Quit
	}
	var cmds []tea.Cmd
	for len(r.keys) > 0 && !r.busy && !r.going {
		k := r.keys[0]
		r.keys = r.keys[1:]
		cmds = append(cmds, r.key(k))
	}
	return tea.Batch(cmds...)
}

func (r *root) top() screen.Screen { return r.stack[len(r.stack)-1] }

func (r *root) push(s screen.Screen) { r.stack = append(r.stack, s) }

// do does what a screen wants done.
func (r *root) do(a screen.Action) tea.Cmd {
	if cmd, done := r.inRoom(a); done {
		return cmd
	}
	switch a := a.(type) {
	case screen.All:
		var cmds []tea.Cmd
		for _, one := range a {
			cmds = append(cmds, r.do(one))
		}
		return tea.Sequence(cmds...)
	case screen.Back:
		r.back()
	case screen.Home:
		return r.home()
	case screen.Quit:
		return tea.Quit
	case screen.Push:
		r.push(a.Screen)
	case screen.Settings:
		r.choose("")
	case screen.Set:
		r.busy = true
		return r.set(a)
	case screen.Levels:
		r.busy = true
		return r.readMap()
	case screen.Packs:
		r.busy = true
		return r.readPacks()
	case screen.Questions:
		r.busy = true
		return r.askAgain()
	case screen.Answer:
		return r.answer(a)
	case screen.Brief:
		if r.askFirst(a) {
			return nil
		}
		r.busy = true
		return r.begin(a.Level, a.Model)
	case screen.NextLevel:
		return r.nextLevel()
	case screen.Today:
		if r.askFirst(a) {
			return nil
		}
		r.busy = true
		return r.today()
	case screen.Skip:
		r.busy = true
		return r.skip(a.Level, a.Skip)
	case screen.Begin:
		r.stack = []screen.Screen{r.menu, r.main}
	case screen.Resume:
		r.busy = true
		return r.resume(a.Path)
	case screen.Give:
		r.busy = true
		return r.give(a.Order)
	case screen.Undo:
		if !r.play.CanUndo() {
			r.main.Complain(errors.New(words.Say("journal.undo.nothing")))
			return nil
		}
		r.busy = true
		return r.undo()
	case screen.PlayOn:
		r.busy = true
		return r.playOn(a)
	case screen.EndTurn:
		if r.play.Over() {
			r.busy = true
			return r.look()
		}
		r.busy, r.going = true, a.Continue
		r.main.Busy(a.Continue) // one turn is over before it could be read
		return r.endTurn(0)
	case screen.Export:
		r.busy = true
		return r.export(a.Debrief)
	case screen.Hint:
		r.busy = true
		return r.hint()
	case screen.TakeHint:
		r.busy = true
		return r.noteHint(a)
	case screen.LookBack:
		if r.play.Over() {
			r.busy = true
			return r.look()
		}
		r.push(standingscreen.New(r.theme, r.play.Level(), &r.views[r.shown]))
	case screen.Predict:
		return r.predict(a.Choice, a.Sure)
	case screen.Help:
		r.push(help.New(r.theme, r.top().Topic()))
	case screen.Words:
		r.push(glossary.New(r.theme, a.Term))
	}
	return nil
}

// back closes the topmost screen; the menu stays.
func (r *root) back() {
	if len(r.stack) > 1 {
		r.stack = r.stack[:len(r.stack)-1]
	}
}

// home leaves the game for the menu, or the program where it was started with a game.
func (r *root) home() tea.Cmd {
	if r.o.Level != "" || r.o.Resume != "" || r.o.Watch != "" {
		return tea.Quit
	}
	r.stack = []screen.Screen{r.menu}
	if r.play == nil {
		return r.lookAround()
	}
	ended := r.play
	r.play, r.main = nil, nil
	return func() tea.Msg {
		if err := ended.Close(); err != nil {
			return opened{err: err}
		}
		return front{r.o.Games.Front()}
	}
}

// View draws the topmost screen, dialogs over what is below them.
func (r *root) View() string {
	if r.w <= 0 || r.h <= 0 {
		return ""
	}
	if r.tooSmall() {
		return widget.TooSmall(r.theme, r.w, r.h)
	}
	return widget.Layers(r.theme, r.stack, r.w, r.h)
}

func (r *root) tooSmall() bool {
	return r.w > 0 && (r.w < layout.MinWidth || r.h < layout.MinHeight)
}

// notice puts a text over the screen.
func (r *root) notice(title, text string) {
	r.push(widget.NewReader(r.theme, title, func(w int) []string { return paragraph(r.theme, text, w) }, false))
}
