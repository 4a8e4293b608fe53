package predict

import "callout/game/words"

// Calibration is how good the predictions of a game were.
type Calibration struct {
	Asked  int          // questions
	List   []Prediction // those that were answered and have come out, in order
	Levels []Level      // by how sure they were, the least first; those that were used
	Right  int
	Brier  int // mean of (sure − right)², in thousandths: 0 is perfect, 250 is what always saying 50 % comes to
}

// Level is the predictions that were equally sure.
type Level struct{ Sure, Said, Right int }

// Calibrate measures predictions. Those that were not answered, or have not come out, do not count.
func Calibrate(list []Prediction) Calibration {
	c := Calibration{Asked: len(list)}
	sum := 0
	for _, p := range list {
		if !p.Settled() {
			continue
		}
		c.List = append(c.List, p)
		off := p.Sure
		if p.Right() {
			off = 100 - p.Sure
			c.Right++
		}
		sum += off * off
	}
	for _, sure := range Sure {
		l := Level{Sure: sure}
		for i := range c.List {
			if p := &c.List[i]; p.Sure == sure {
				l.Said++
				if p.Right() {
					l.Right++
				}
			}
		}
		if l.Said > 0 {
			c.Levels = append(c.Levels, l)
		}
	}
	if n := len(c.List); n > 0 {
		c.Brier = (sum + 5*n) / (10 * n) // of 100², in thousandths, rounded
	}
	return c
}

// Says is what came of a prediction, in a sentence.
func (p *Prediction) Says() string {
	if !p.Settled() {
		return ""
	}
	key := "wrong"
	if p.Right() {
		key = "right"
	}
	return words.Say("predict.came."+key, "question", words.Say("predict.about."+p.Key), "choice", p.Choices[p.Choice],
		"sure", p.Sure, "outcome", p.Choices[p.Outcome])
}

// Lines are the calibration in sentences, one for each level of sureness and one on the whole; none where nothing was
// predicted.
func (c *Calibration) Lines() []string {
	var lines []string
	for _, l := range c.Levels {
		lines = append(lines, words.Say("predict.level", "sure", l.Sure, "said", l.Said, "right", l.Right))
	}
	if n := len(c.List); n > 0 {
		lines = append(lines, words.Say("predict.verdict."+c.verdict(), "right", c.Right, "n", n))
	}
	return lines
}

// verdict compares how often a player was right with how sure they were.
func (c *Calibration) verdict() string {
	sure := 0
	for i := range c.List {
		sure += c.List[i].Sure
	}
	switch off := sure - 100*c.Right; { // in hundredths of a prediction
	case off >= 50:
		return "over"
	case off <= -50:
		return "under"
	}
	return "well"
}
