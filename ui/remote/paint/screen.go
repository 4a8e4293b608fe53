package paint

// Screen is what frames are shown on. Its methods are called by one goroutine, and may block.
type Screen interface {
	// Show shows a frame. An error ends the session. It must not keep the rows.
	Show(Frame) error
}

// Frame is a picture, or what has changed since the one before. Every row stands for itself: colours do not go on from
// one to the next.
type Frame struct {
	Width, Height int
	Whole         bool  // all rows are there, and whatever was shown before is gone
	Rows          []Row // from the top
}

// Row is one line of text, coloured with escape sequences that end in "m", and with no others. It ends without colour.
type Row struct {
	N    int // from 0
	Text string
}
