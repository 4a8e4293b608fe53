package help

import (
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// A section is a heading, what is to be said under it, and keys.
type section struct {
	head string
	text []string
	keys []widget.Hint
}

// New is the help page for a topic. Any key that does not scroll closes it.
func New(t *theme.Theme, topic screen.Topic) screen.Screen {
	page := pageOf(topic)
	return widget.NewReader(t, page.title, func(w int) []string {
		const most = 200
		b := line.NewBlock(w, most)
		for i, s := range page.sections {
			if i > 0 {
				b.End()
			}
			if s.head != "" {
				widget.Head(b, t, s.head, "")
			}
			for _, p := range s.text {
				b.Para(t.Text, p, 0)
			}
			for _, k := range s.keys {
				at := 14
				for j, l := range line.Wrap(k.What, w-at) {
					if j == 0 {
						b.Space(1).Cell(t.Accent, k.Key, at-1)
					}
					b.To(at).Put(t.Text, l).End()
				}
			}
		}
		n := most - b.Left()
		return b.Rows()[:n]
	}, false)
}

// pageOf is the page for a topic.
func pageOf(topic screen.Topic) page {
	switch topic {
	case screen.OfJoining:
		return joiningPage()
	case screen.OfRoom:
		return roomPage()
	case screen.OfDebrief:
		return debriefPage()
	case screen.OfConsole:
		return consolePage()
	case screen.OfReplay:
		return replayPage()
	case screen.OfStanding:
		return standingPage()
	case screen.OfLevels:
		return levelsPage()
	case screen.OfPrediction:
		return predictionPage()
	case screen.OfQuestions:
		return questionsPage()
	case screen.OfBriefing:
		return briefingPage()
	case screen.OfPlay:
		return playPage()
	case screen.OfChoice:
		return choicePage()
	case screen.OfWords:
		return wordsPage()
	}
	return menuPage()
}
