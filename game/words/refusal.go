package words

import "callout/game"

// Refusal is why something was not done, in the language in use, for a person to read: the sentence of a refusal of the
// engine, and the text of any other error. An error that wraps a refusal tells more than the refusal, such as a line of a
// file, and stays whole.
func Refusal(err error) string {
	r, ok := err.(*game.Refusal)
	if !ok {
		return err.Error()
	}
	pairs := make([]any, len(r.Pairs))
	for i, p := range r.Pairs {
		if m, isTime := p.(game.Minute); isTime {
			p = Clock(m)
		}
		pairs[i] = p
	}
	return Say("refusal."+r.Kind.Key(), pairs...)
}
