package challenge

import "callout/game/words"

// A problem is why a text is no code, a challenge cannot be played, or a result is not what it claims to be. It is said in the language
// in use.
type problem string

// Error is the sentence for the problem.
func (p problem) Error() string { return words.Say("journal.code." + string(p)) }

// Why a text is no code, for errors.Is.
const (
	ErrForeign problem = "foreign"
	ErrCut     problem = "cut"
	ErrWrong   problem = "wrong"
	ErrNewer   problem = "newer"
	ErrLevel   problem = "level"
)

// Why a challenge cannot be played.
const (
	ErrOtherRules problem = "other-rules"
	ErrOwn        problem = "own"
	ErrOtherFile  problem = "other-file"
)

// Why there is no result, or it is not right.
const (
	ErrNotOver        problem = "not-over"
	ErrOtherChallenge problem = "other-challenge"
	ErrOtherGame      problem = "other-game"
	ErrOtherNumbers   problem = "other-numbers"
)
