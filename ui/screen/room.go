package screen

import "callout/game/workshop"

// What the screens of a workshop want done.
type (
	// Knock asks for the room with a code, or the console of one with the facilitator's token; with Board for its projector.
	Knock struct {
		Code  string
		Board bool
	}
	// Sit takes a seat in the room: at the team with that number, at a new team of that name, or where there is room; or, with
	// Return, the one that the code belongs to.
	Sit struct {
		Name     string
		Team     int
		TeamName string
		Return   string
	}
	// Outside goes back to before the room.
	Outside struct{}
	// Wheel lets the player drive the team's game.
	Wheel struct{}
	// Ready says that the player has read the page and is ready to go on.
	Ready struct{}
	// Lead is what the facilitator wants done; its command has no number yet. Says is what it does, for when it is done.
	Lead struct {
		Command workshop.Command
		Names   []workshop.Name
		Says    string
	}
)

func (Knock) action()   {}
func (Sit) action()     {}
func (Outside) action() {}
func (Wheel) action()   {}
func (Ready) action()   {}
func (Lead) action()    {}

// Pasting is a screen that text can be pasted into.
type Pasting interface{ Paste(text string) }
