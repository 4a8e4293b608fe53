package main

import (
	"context"
	"fmt"

	"callout/game/lab"
	"callout/game/words"
	"callout/levels"
)

// judgement is what check says beyond mistakes, where it is asked to.
type judgement struct {
	advise bool // what a good level has and this one lacks
	gates  int  // games of each policy that prove it; 0 for none
}

// judge says it of a level without mistakes. A file that is no level has nothing to judge.
func (j *judgement) judge(ctx context.Context, t terminal, file string) error {
	if !j.advise && j.gates == 0 {
		return nil
	}
	l, err := levels.Load(file)
	if err != nil {
		t.note("%s", words.Say("author.judge.no_level", "file", file))
		return nil
	}
	if j.advise {
		missing := levels.Missing(l)
		for _, a := range missing {
			fmt.Fprintf(t.out, "%s: %s\n", file, words.Say("author.advice."+string(a)))
		}
		if len(missing) == 0 {
			t.note("%s", words.Say("author.judge.nothing", "file", file))
		}
	}
	if j.gates == 0 {
		return nil
	}
	p, err := lab.ProveLevel(ctx, file, j.gates)
	if err != nil {
		return err
	}
	share := func(name string) string { return fmt.Sprintf("%.0f %%", 100*p.Won[name]) }
	verdict := words.Say("author.judge.holds")
	if !p.Holds() {
		verdict = words.Say("author.judge.fails", "lesson", fmt.Sprintf("%.0f", 100*lab.LessonWins), "without", fmt.Sprintf("%.0f", 100*lab.WithoutWins))
	}
	fmt.Fprintf(t.out, "%s: %s\n", file, words.Say("author.judge.won", "games", p.Games, "lesson", share("lesson"), "without", share("without-lesson"),
		"idle", share("idle"), "verdict", verdict))
	rows := [][]string{{words.Say("author.judge.policy"), words.Say("author.judge.score"), words.Say("author.judge.interval")}}
	for _, name := range []string{"idle", "random", "fifo", "severity", "without-lesson", "lesson"} {
		s := p.Score[name]
		rows = append(rows, []string{name, fmt.Sprintf("%.0f", s.Mean), fmt.Sprintf("%.0f – %.0f", s.CI95[0], s.CI95[1])})
	}
	table(t.out, rows)
	for i := range p.Steps {
		if s := &p.Steps[i]; !s.Rises() {
			fmt.Fprintf(t.out, "%s: %s\n", file, words.Say("author.judge.flat", "from", s.From, "to", s.To))
		}
	}
	return nil
}
