package theme

// Marks: each takes one cell and means one thing everywhere.
const (
	Cursor   = "▸" // the selected row
	Up       = "●" // an application serves its customers
	Slow     = "◐" // it serves them badly
	DownMark = "✗" // it does not serve them
	Doubt    = "?" // customers feel something that may be its
	Met      = "✓" // a goal is met
	Missed   = "✗" // a goal is missed
	NotYet   = "○" // a goal is not reached, and still can be
	Page     = "!!"
	Pulse    = "»!" // a page that has just come in, for a moment
	Alert    = "!"
	Request  = "↑"
	Message  = "@"
	Rule     = "─"
	Wall     = "│"
	BarFull  = "━"
	BarEmpty = "─"
	Beyond   = "»" // a bar goes on beyond where it is cut
	Dot      = "·"
	More     = "…"

	Road      = "━" // a piece of the path that was walked
	RoadAhead = "╌" // and one that was not

	StopWon     = "●" // a level on the path
	StopTried   = "◐"
	StopNext    = "◆"
	StopOpen    = "○"
	StopSkipped = "·"
	Star        = "★"

	AtMost  = "≤"
	AtLeast = "≥"
)
