package screen

// What whoever started a server wants done.
type (
	// TakeChair opens the facilitator's console.
	TakeChair struct{}
	// ShowBoard shows the board.
	ShowBoard struct{}
)

func (TakeChair) action() {}
func (ShowBoard) action() {}
