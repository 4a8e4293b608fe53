package workshop

// A Refusal is why a command was not done, in one plain sentence of the catalogue, to be shown as it is. Nothing has changed.
type Refusal string

// Error is the sentence.
func (r Refusal) Error() string { return string(r) }
