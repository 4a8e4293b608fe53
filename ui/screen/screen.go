package screen

import (
	"time"

	"callout/game"
	"callout/game/debrief"
	"callout/ui/progress"
)

// Screen is something that fills the terminal.
type Screen interface {
	// Key takes one key and returns what is to be done about it, or nil.
	Key(k string) Action
	// View is the screen: h rows of w cells, with line breaks between them.
	View(w, h int) string
	// Topic is what help explains while the screen is topmost.
	Topic() Topic
}

// Dialog is a screen that lies over another one.
type Dialog interface {
	Screen
	// Size is the size of the dialog on a screen of w by h cells; View is called with it.
	Size(w, h int) (int, int)
}

// Low is a dialog that lies low on the screen, because it speaks of what is above.
type Low interface {
	Dialog
	Low()
}

// Ticking is a screen that moves by itself.
type Ticking interface {
	Screen
	// Every is how long until the next Tick is wanted; 0 while it stands still.
	Every() time.Duration
	// Tick moves it on.
	Tick()
}

// Follower is a screen after a game that may offer the next level. It is told the title of that level when it is known;
// empty where all are won. What it offers is done by NextLevel.
type Follower interface{ Follow(title string) }

// Termed is a screen that a word of the glossary fits; over others that of the screen below does.
type Termed interface {
	// Term is the word that fits what is selected, as the glossary has it.
	Term() string
}

// Typing is a screen that text can be typed into: there a letter is a letter and no key of another meaning.
type Typing interface{ Typing() bool }

// Topic is a page of help.
type Topic uint8

// Pages of help.
const (
	OfMenu Topic = iota
	OfLevels
	OfBriefing
	OfPlay
	OfChoice
	OfWords
	OfStanding
	OfDebrief
	OfPrediction
	OfHelp
	OfQuestions
	OfReplay
	OfJoining
	OfRoom
	OfConsole
)

// Action is what a screen wants done.
type Action interface{ action() }

type (
	// Back closes the screen.
	Back struct{}
	// Home goes back to the menu, or leaves where there is none.
	Home struct{}
	// Quit leaves the program; the game, if any, is saved.
	Quit struct{}
	// Push puts a screen on top.
	Push struct{ Screen Screen }
	// Levels shows the levels to choose from.
	Levels struct{}
	// Packs shows the levels of packs.
	Packs struct{}
	// Brief begins a new game of a level and shows its briefing; Model is a support model instead of the level's own, or empty.
	Brief struct{ Level, Model string }
	// NextLevel begins the level that the path suggests.
	NextLevel struct{}
	// Questions asks the questions about what one thinks, or shows what was answered.
	Questions struct{}
	// Answer keeps the answers to them; none where they were declined.
	Answer struct {
		Kind    progress.Kind
		Answers map[string]string
	}
	// Today begins the game of the day and shows its briefing.
	Today struct{}
	// Skip leaves a level out for now, or takes that back.
	Skip struct {
		Level string
		Skip  bool
	}
	// Begin leaves the briefing for the game.
	Begin struct{}
	// Resume goes on with a saved game.
	Resume struct{ Path string }
	// Give gives an order.
	Give struct{ Order game.Order }
	// Undo takes back the last order of the turn.
	Undo struct{}
	// PlayOn begins a branch at the start of the turn with that index, and opens it: of the game, running or over, or of
	// the one recorded in File.
	PlayOn struct {
		Turn int
		File string
	}
	// EndTurn plays on: one turn, or with Continue until something needs a decision.
	EndTurn struct{ Continue bool }
	// LookBack shows how the game went, or how it stands by what is known.
	LookBack struct{}
	// Export writes a debrief beside its save.
	Export struct{ Debrief *debrief.Debrief }
	// Hint asks what presses most.
	Hint struct{}
	// TakeHint notes that a step of a hint was taken that costs something, the first step being 0.
	TakeHint struct {
		Step  int
		Order game.Order
	}
	// Help explains the screen.
	Help struct{}
	// Words opens the glossary, at Term where it is there.
	Words struct{ Term string }
	// Predict answers the question that is asked before a week ends: a choice by its index, and how sure it is, per cent.
	Predict struct{ Choice, Sure int }
	// Settings shows what may be chosen once for all games.
	Settings struct{}
	// Set chooses it: a setting's name and its value, as the file of settings writes them.
	Set struct{ Name, Value string }
	// All is several actions, done in order.
	All []Action
)

func (Back) action()      {}
func (Settings) action()  {}
func (Packs) action()     {}
func (Set) action()       {}
func (Home) action()      {}
func (Quit) action()      {}
func (Push) action()      {}
func (Levels) action()    {}
func (Brief) action()     {}
func (NextLevel) action() {}
func (Skip) action()      {}
func (Today) action()     {}
func (Questions) action() {}
func (Answer) action()    {}
func (Begin) action()     {}
func (Resume) action()    {}
func (Give) action()      {}
func (Undo) action()      {}
func (PlayOn) action()    {}
func (EndTurn) action()   {}
func (LookBack) action()  {}
func (Hint) action()      {}
func (TakeHint) action()  {}
func (Help) action()      {}
func (Words) action()     {}
func (All) action()       {}
func (Export) action()    {}
func (Predict) action()   {}
