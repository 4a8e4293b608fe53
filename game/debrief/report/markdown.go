package report

import (
	"fmt"
	"io"
	"strings"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// Markdown writes a debrief in GitHub's Markdown, which also reads as text.
func Markdown(w io.Writer, d *debrief.Debrief) error {
	var m markdown
	m.page(pageOf(d))
	if _, err := io.WriteString(w, m.b.String()); err != nil {
		return fmt.Errorf("write a debrief as Markdown: %w", err)
	}
	return nil
}

type markdown struct{ b strings.Builder }

// block writes one block with an empty line after it. What is not the program's own has been escaped.
func (m *markdown) block(lines ...string) {
	for _, line := range lines {
		m.b.WriteString(line + "\n")
	}
	m.b.WriteString("\n")
}

func (m *markdown) page(p *page) {
	m.block("# " + mdText(p.Title))
	for _, text := range p.About {
		m.block(mdText(text))
	}
	var lines []string
	for _, f := range p.Facts {
		lines = append(lines, "- "+mdText(f.Name)+": **"+mdText(f.Value)+"**")
	}
	m.block(lines...)
	for _, s := range p.Sections {
		m.block("## " + mdText(s.Question))
		m.block(mdText(s.Answer))
		for _, part := range s.Parts {
			m.part(part)
		}
	}
	m.block("---")
	m.b.WriteString(mdText(p.Foot) + "\n")
}

func (m *markdown) part(p part) {
	switch {
	case p.Text != "":
		m.block(mdText(p.Text))
	case p.Table != nil:
		m.table(p.Table)
	case p.Chart != nil:
		m.table(p.Chart.Table)
	case len(p.Cards) > 0:
		for i := range p.Cards {
			m.card(&p.Cards[i])
		}
	default:
		var lines []string
		for _, text := range p.List {
			lines = append(lines, "- "+mdText(text))
		}
		m.block(lines...)
	}
}

// barWidth is how many characters the longest bar has.
const barWidth = 20

func (m *markdown) table(t *table) {
	bars := t.hasBars()
	head, rule := "|", "|"
	for _, c := range t.Columns {
		head += " " + mdText(c.Title) + " |"
		if c.Number {
			rule += " ---: |"
		} else {
			rule += " --- |"
		}
	}
	if bars {
		head, rule = head+" "+mdText(words.Say("report.column.bar"))+" |", rule+" --- |"
	}
	lines := []string{head, rule}
	for _, r := range t.Rows {
		line := "|"
		for _, cell := range r.Cells {
			text := mdText(cell)
			if (r.Sum || r.Own) && text != "" {
				text = "**" + text + "**"
			}
			line += " " + text + " |"
		}
		if bars {
			line += " " + bar(r.Share) + " |"
		}
		lines = append(lines, line)
	}
	m.block("### " + mdText(t.Title))
	m.block(lines...)
}

// bar is a share as a bar of text; what is not nothing has at least one character.
func bar(share game.PerMille) string {
	n := (int(max(share, 0))*barWidth + 999) / 1000
	return strings.Repeat("█", n)
}

func (m *markdown) card(c *card) {
	m.block("### " + mdText(c.Badge) + ": " + mdText(c.Title))
	for _, text := range c.Texts {
		m.block(mdText(text))
	}
	if c.Chart != nil {
		m.table(c.Chart.Table)
	}
	for i := range c.Sides {
		s := &c.Sides[i]
		m.block("**" + mdText(s.Title) + "** " + mdText(s.Text))
		m.steps(s.Steps)
	}
	m.steps(c.Steps)
	if c.Move != nil {
		line := "**" + mdText(c.Move.Name) + ":** " + mdCode(c.Move.Order)
		m.block(line)
		for _, text := range []string{c.Move.Text, c.Move.Note} {
			if text != "" {
				m.block(mdText(text))
			}
		}
	}
}

func (m *markdown) steps(steps []step) {
	var lines []string
	for _, s := range steps {
		line := "- " + mdText(s.When) + ": " + mdText(s.Text)
		if s.Order != "" {
			line += " " + mdCode(s.Order)
		}
		if s.Note != "" {
			line += " (" + mdText(s.Note) + ")"
		}
		lines = append(lines, line)
	}
	if len(lines) > 0 {
		m.block(lines...)
	}
}
