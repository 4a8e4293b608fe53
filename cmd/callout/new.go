package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/policy"
	"callout/game/words"
	"callout/levels"
)

func newNew(t terminal) *cobra.Command {
	d := levels.Draft{}
	cmd := &cobra.Command{
		Use:               "new [FILE]",
		Short:             words.Say("author.new.short"),
		Long:              words.Say("author.new.long", "traits", traitList()),
		Example:           "  callout new tuesday.toml\n  callout new tuesday.toml --teams 4 --people 3 --teaches clues",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			file := ""
			if len(args) == 1 {
				file = args[0]
			}
			asked := t.interactive() && cmd.Flags().NFlag() == 0
			if asked && !askDraft(t, &file, &d) {
				return errors.New(words.Say("author.new.stopped"))
			}
			if file == "" {
				file = "my-level.toml"
			}
			return writeDraft(t, file, d)
		},
	}
	f := cmd.Flags()
	f.StringVar(&d.Title, "title", words.Say("author.new.title"), words.Say("author.flag.title"))
	f.StringVar(&d.Lesson, "lesson", words.Say("author.new.lesson"), words.Say("author.flag.lesson"))
	f.StringVar(&d.Teaches, "teaches", "clues", words.Say("author.flag.teaches"))
	f.IntVar(&d.Teams, "teams", 2, words.Say("author.flag.teams", "most", levels.MostDraftTeams))
	f.IntVar(&d.People, "people", 2, words.Say("author.flag.people", "most", levels.MostDraftPeople))
	f.IntVar(&d.Days, "days", 5, words.Say("author.flag.days", "most", levels.MostDraftDays))
	f.StringVar(&d.Model, "model", "ops-run-it", words.Say("author.flag.model"))
	cmd.RegisterFlagCompletionFunc("model", completeModels)
	cmd.RegisterFlagCompletionFunc("teaches", cobra.FixedCompletions(traitNames(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// writeDraft writes a new level. A file that is there is left alone.
func writeDraft(t terminal, file string, d levels.Draft) error {
	if filepath.Ext(file) != ".toml" {
		file += ".toml"
	}
	if !slices.Contains(traitNames(), d.Teaches) {
		return usage(fmt.Errorf("--teaches %.20q is not a trait: use one of %s", d.Teaches, strings.Join(traitNames(), ", ")))
	}
	d.Name = draftName(file)
	text, err := d.Write()
	if err != nil {
		return err
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s is there already and is left alone: choose another name", file)
	}
	if err := canWrite(file, ""); err != nil {
		return err
	}
	if err := writeWhole(file, text); err != nil {
		return err
	}
	t.note("%s", words.Say("author.new.written", "file", file))
	return nil
}

// draftName is the level's short name, made of its file's.
func draftName(file string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(strings.TrimSuffix(filepath.Base(file), ".toml")))
	name = strings.Trim(name[:min(len(name), 24)], "-")
	if name == "" {
		return "my-level"
	}
	return name
}

// askDraft asks what a level is to be like. An empty answer takes what is offered; the end of input gives up.
func askDraft(t terminal, file *string, d *levels.Draft) bool {
	in := bufio.NewReader(t.in)
	number := func(most int, into *int) func(string) error {
		return func(s string) error {
			n, err := strconv.Atoi(s)
			if err != nil || n < 1 || n > most {
				return errors.New(words.Say("import.ask.number", "most", most))
			}
			*into = n
			return nil
		}
	}
	text := func(into *string) func(string) error {
		return func(s string) error {
			*into = s
			return nil
		}
	}
	oneOf := func(list []string, into *string) func(string) error {
		return func(s string) error {
			if !slices.Contains(list, s) {
				return errors.New(words.Say("author.ask.one_of", "list", strings.Join(list, ", ")))
			}
			*into = s
			return nil
		}
	}
	var models []string
	for _, m := range levels.Models() {
		models = append(models, m.Name)
	}
	if *file == "" {
		*file = "my-level.toml"
	}
	for _, q := range []struct {
		ask, offer string
		take       func(string) error
	}{
		{words.Say("author.ask.file"), *file, text(file)},
		{words.Say("author.ask.title"), d.Title, text(&d.Title)},
		{words.Say("author.ask.lesson"), d.Lesson, text(&d.Lesson)},
		{words.Say("author.ask.teaches", "list", strings.Join(traitNames(), ", ")), d.Teaches, oneOf(traitNames(), &d.Teaches)},
		{words.Say("author.ask.teams"), strconv.Itoa(d.Teams), number(levels.MostDraftTeams, &d.Teams)},
		{words.Say("author.ask.people"), strconv.Itoa(d.People), number(levels.MostDraftPeople, &d.People)},
		{words.Say("author.ask.days"), strconv.Itoa(d.Days), number(levels.MostDraftDays, &d.Days)},
		{words.Say("author.ask.model", "list", strings.Join(models, ", ")), d.Model, oneOf(models, &d.Model)},
	} {
		for {
			fmt.Fprintf(t.err, "%s [%s] ", q.ask, q.offer)
			line, err := in.ReadString('\n')
			if line = strings.TrimSpace(line); line == "" {
				if err != nil {
					return false
				}
				break
			}
			wrong := q.take(line)
			if wrong == nil {
				break
			}
			if err != nil {
				return false
			}
			t.note("%s", wrong)
		}
	}
	return true
}

func traitNames() []string {
	var names []string
	for _, tr := range policy.Traits() {
		names = append(names, tr.Name)
	}
	return names
}

// traitList is the traits with what they are, a line each.
func traitList() string {
	var b strings.Builder
	for _, tr := range policy.Traits() {
		fmt.Fprintf(&b, "  %-12s %s\n", tr.Name, tr.What)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
