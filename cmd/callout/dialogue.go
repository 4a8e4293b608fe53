package main

import (
	"bufio"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"callout/game/words"
	"callout/levels/history"
)

// ask asks for what a file does not say, and tells whether it was answered.
func (p *past) ask(t terminal, wrong error) bool {
	in := bufio.NewReader(t.in)
	var lacking *history.Unrecognised
	switch {
	case errors.Is(wrong, history.ErrZone):
		t.note("%s", wrong)
		zone, ok := answer(t, in, words.Say("import.ask.zone"), func(s string) error {
			_, err := time.LoadLocation(s)
			return err
		})
		if !ok {
			return false
		}
		p.options.Zone, _ = time.LoadLocation(zone)
		p.month.Zone, p.options.Mapping.TimeZone = p.options.Zone, zone
	case errors.Is(wrong, history.ErrDates):
		t.note("%s", wrong)
		n, ok := choose(t, in, words.Say("import.ask.dates"), []string{history.DayFirst, history.MonthFirst})
		if !ok {
			return false
		}
		p.options.Mapping.Dates = []string{history.DayFirst, history.MonthFirst}[n]
	case errors.As(wrong, &lacking):
		if !p.askColumns(t, in, lacking) {
			return false
		}
	default:
		return false
	}
	if text, err := p.options.Mapping.Text(); err == nil && len(text) > 0 {
		t.note("%s\n%s", words.Say("import.ask.keep"), text)
	}
	return true
}

// askColumns asks which columns say what no column seems to.
func (p *past) askColumns(t terminal, in *bufio.Reader, u *history.Unrecognised) bool {
	kind := u.Kind
	if kind == history.Any {
		n, ok := choose(t, in, words.Say("import.ask.kind", "file", u.File), []string{history.Incidents.String(), history.Deployments.String()})
		if !ok {
			return false
		}
		p.options.Kind = []history.Kind{history.Incidents, history.Deployments}[n]
		return true
	}
	for _, f := range u.Lacks {
		n, ok := choose(t, in, words.Say("import.ask.column", "file", u.File, "field", words.Say("import.field."+f.String())), u.Columns)
		if !ok {
			return false
		}
		p.options.Mapping.Set(kind, f, u.Columns[n])
	}
	p.options.Kind = kind
	return true
}

// answer asks until the answer is right; an empty one gives up.
func answer(t terminal, in *bufio.Reader, question string, check func(string) error) (string, bool) {
	for {
		fmt.Fprintf(t.err, "%s ", question)
		line, err := in.ReadString('\n')
		line = strings.TrimSpace(line)
		if line == "" {
			return "", false
		}
		wrong := check(line)
		if wrong == nil {
			return line, true
		}
		if err != nil {
			return "", false
		}
		t.note("%s", wrong)
	}
}

// choose asks for one of several things by its number.
func choose(t terminal, in *bufio.Reader, question string, list []string) (int, bool) {
	for i, s := range list {
		t.note("%3d  %.70q", i+1, s)
	}
	chosen := 0
	_, ok := answer(t, in, question, func(s string) error {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 || n > len(list) {
			return errors.New(words.Say("import.ask.number", "most", len(list)))
		}
		chosen = n - 1
		return nil
	})
	return chosen, ok
}
