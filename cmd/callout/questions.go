package main

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/ui/progress"
)

func newQuestions(t terminal) *cobra.Command {
	var show bool
	cmd := &cobra.Command{
		Use:   "questions",
		Short: words.Say("campaign.command.questions"),
		Long:  words.Say("campaign.command.questions-long"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := caughtUp(cmd.Context(), t)
			if err != nil {
				return err
			}
			var now *progress.Round
			if !show {
				if now, err = askQuestions(t, kindNow(p)); err != nil {
					return err
				}
			}
			showAnswers(t, p, now)
			return nil
		},
	}
	cmd.Flags().BoolVar(&show, "show", false, words.Say("campaign.command.show"))
	return cmd
}

// kindNow is what answers are kept as that somebody gives on demand.
func kindNow(p progress.Progress) progress.Kind {
	if due := p.Due(); due != "" {
		return due
	}
	return progress.Again
}

// askQuestions asks the questions one by one and keeps the answers. It returns nil where none was answered.
func askQuestions(t terminal, kind progress.Kind) (*progress.Round, error) {
	answers := map[string]string{}
	lines := bufio.NewScanner(t.in)
	fmt.Fprintln(t.out, words.Say("campaign.intro."+string(kind)))
	for _, q := range progress.Questions() {
		fmt.Fprintf(t.out, "\n%s\n", q.Text())
		for i, c := range q.Choices {
			fmt.Fprintf(t.out, "  %d  %s\n", i+1, q.Choice(c))
		}
		fmt.Fprintln(t.out, words.Say("campaign.questions.prompt"))
		choice, more := readChoice(t, lines, q)
		if !more {
			break
		}
		if choice != "" {
			answers[q.Key] = choice
		}
	}
	fmt.Fprintln(t.out)
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the answers: %w", err)
	}
	if len(answers) == 0 {
		fmt.Fprintln(t.out, words.Say("campaign.questions.declined"))
		return nil, nil
	}
	p, notice, err := progress.Mine().Answer(kind, answers)
	if notice != "" {
		t.note("%s", notice)
	}
	if err != nil {
		return nil, err
	}
	_, last := p.Answered()
	return last, nil
}

// readChoice reads until a line is the number of a choice, or empty. It is false where the input or the player's patience
// has ended.
func readChoice(t terminal, lines *bufio.Scanner, q progress.Question) (choice string, more bool) {
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "q" {
			return "", false
		}
		if line == "" {
			return "", true
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(q.Choices) {
			return q.Choices[n-1], true
		}
		fmt.Fprintln(t.out, words.Say("campaign.questions.wrong", "all", len(q.Choices)))
	}
	return "", false
}

// showAnswers writes the first answers and the last side by side, with what the best runs showed. now are answers that were
// given just now, or nil.
func showAnswers(t terminal, p progress.Progress, now *progress.Round) {
	if now != nil {
		p.Answer(*now)
	}
	first, last := p.Answered()
	if first == nil {
		return
	}
	fmt.Fprintln(t.out, words.Say("campaign.questions.first"))
	for _, c := range p.Compare(first, last) {
		fmt.Fprintf(t.out, "\n%s\n", c.Text())
		said := func(when, text string) {
			if text == "" {
				text = words.Say("campaign.questions.nothing")
			}
			fmt.Fprintf(t.out, "  %s: %s\n", when, text)
		}
		if first == last {
			said(words.Say("campaign.questions.answer"), c.Now)
		} else {
			said(words.Say("campaign.questions.then"), c.Before)
			said(words.Say("campaign.questions.now"), c.Now)
		}
		if len(c.Rows) == 0 {
			fmt.Fprintf(t.out, "  %s\n", words.Say("campaign.questions.unplayed"))
		}
		for _, r := range c.Rows {
			figures := make([]string, len(r.Values))
			for i, v := range r.Values {
				figures[i] = words.Say("campaign.figure."+c.Metrics[i]) + " " + words.Value(v)
			}
			fmt.Fprintf(t.out, "  %s: %s\n", r.Title, strings.Join(figures, ", "))
		}
	}
}
