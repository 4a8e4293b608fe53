package debrief

import (
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

// findings: what was seen of the article?
func (s *Screen) findings(b *line.Block) {
	t := s.theme
	for i := range s.d.Findings {
		f := &s.d.Findings[i]
		s.selected(b, answer.Article, i)
		mark, style, seen := theme.Met, t.Warn, words.Say("debriefscreen.article.seen")
		if !f.Seen {
			mark, style, seen = theme.Dot, t.Dim, words.Say("debriefscreen.article.not-seen")
		}
		b.Put(style, mark).Space(1).Cell(t.Strong, f.Title, max(20, b.Width()-18)).Put(style, seen).End()
		b.Para(t.Text, f.Says, 3)
		if i == s.at[answer.Article].list.Cursor {
			s.done(b)
		}
		s.space(b)
	}
}

func (s *Screen) findingCount() int { return len(s.d.Findings) }

// findingTerms are the effects in the glossary.
var findingTerms = map[string]string{
	"long-time-to-restore": "time to restore", "knowledge-synchronisation": "knowledge synchronisation", "no-customer-outcomes": "customer outcomes",
	"fragile-architecture": "fragile architecture", "inadequate-telemetry": "inadequate telemetry", "traffic-ignorance": "traffic ignorance",
	"restricted-collaboration": "restricted collaboration", "unfair-on-call": "unfair on-call",
}

// Term is what the glossary opens at: the effect under the cursor, or what the page is about.
func (s *Screen) Term() string {
	if list := &s.at[answer.Article].list; s.page == answer.Article && list.Len > 0 {
		if t, ok := findingTerms[s.d.Findings[list.Cursor].Key]; ok {
			return t
		}
	}
	return pages[s.page].term
}

// finding shows the evidence for the effect under the cursor.
func (s *Screen) finding(b *line.Block) {
	if len(s.d.Findings) == 0 {
		return
	}
	t, f := s.theme, &s.d.Findings[s.at[answer.Article].list.Cursor]
	b.Para(t.Strong, f.Title, 0)
	b.Para(t.Text, f.Says, 0)
	b.End()
	s.head(b, words.Say("debriefscreen.head.evidence"))
	if len(f.Evidence) == 0 {
		b.Para(t.Dim, words.Say("debriefscreen.article.no-evidence"), 0)
	}
	for i := range f.Evidence {
		e := &f.Evidence[i]
		length, money := "", ""
		if e.Minutes > 0 {
			length = words.Span(e.Minutes)
		}
		if e.Pence > 0 {
			money = words.Money(e.Pence)
		}
		b.Cell(t.Dim, words.Date(e.At), 19).Cell(t.Strong, e.Item, 16).Right(t.Text, length, 10).Right(t.Warn, money, 12).End()
		b.Para(t.Text, e.Text, 2)
	}
}
