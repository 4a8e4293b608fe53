package key

// The keys of whoever leads a workshop, beside those that move about.
var (
	StandStill = bind("stand_still", Leading, "space")
	NextPhase  = bind("next_phase", Leading, "n")
	StepAll    = bind("step_all", Leading, "t")
	Longer     = bind("longer", Leading, "+", "=")
	MuchLonger = bind("much_longer", Leading, "*")
	Shorter    = bind("shorter", Leading, "-")
	OpenLevers = bind("open_levers", Leading, "l")
	Inject     = bind("inject", Leading, "i")
	SayToAll   = bind("say_to_all", Leading, "s")
	HoldBoard  = bind("hold_board", Leading, "f")
	ShowTruth  = bind("show_truth", Leading, "r")
	LockDoor   = bind("lock_door", Leading, "o")
	WayIn      = bind("way_in", Leading, "w")
	Stuck      = bind("stuck", Leading, "tab")
	TypeLine   = bind("type_line", Leading, ":")
	Script     = bind("script", Leading, "p")
	Finish     = bind("finish", Leading, "X")
)
