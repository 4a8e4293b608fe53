package lead

import (
	"fmt"
	"strings"

	"callout/game/words"
	"callout/game/workshop"
)

// Answer is what came of a line.
type Answer struct {
	Rows  []string // what to tell: the answer to a question, what a wish will do, or what would be right
	Wish  *Wish    // what is to be done, nil where nothing is
	Wrong bool     // the line could not be understood, or is not possible as things stand
	Leave bool     // the desk is left; the room goes on
}

// maxLine is the longest line that is read; the longest thing that can be said to all is shorter.
const maxLine = 1000

// sure is the word at the end of a line that says that what cannot be taken back is meant.
const sure = "yes"

// A verb is what a line begins with.
type verb struct {
	usage string
	run   func(d *Desk, args []string) (*Wish, []string, error)
}

// word is what is typed.
func (v *verb) word() string {
	word, _, _ := strings.Cut(v.usage, " ")
	return word
}

// what says what it does.
func (v *verb) what() string { return words.Say("lead.verb." + v.word()) }

// Read reads a line. What cannot be taken back is done only when the line ends in "yes"; without it the answer says what
// would be done. Empty lines and those that begin with # say nothing.
func (d *Desk) Read(text string) Answer {
	if len(text) > maxLine {
		return wrong(words.Say("lead.wrong.long", "most", maxLine))
	}
	said := strings.Fields(text)
	if len(said) == 0 || strings.HasPrefix(said[0], "#") {
		return Answer{}
	}
	if strings.EqualFold(said[0], "quit") {
		return Answer{Leave: true, Rows: []string{words.Say("lead.left")}}
	}
	v := find(said[0])
	if v == nil {
		return wrong(words.Say("lead.wrong.verb", "word", fmt.Sprintf("%.20q", said[0])))
	}
	args := said[1:]
	meant := false
	if n := len(args); n > 0 && v.word() != "say" && v.word() != "rename" && strings.EqualFold(args[n-1], sure) {
		args, meant = args[:n-1], true
	}
	w, rows, err := v.run(d, args)
	switch {
	case err != nil:
		return wrong(err.Error())
	case w == nil:
		return Answer{Rows: rows}
	}
	effect := d.Effect(w)
	if d.Final(w) && !meant {
		return Answer{Rows: []string{effect, words.Say("lead.sure", "line", strings.Join(append(said[:1:1], args...), " ")+" "+sure)}}
	}
	return Answer{Rows: []string{effect}, Wish: w}
}

func wrong(text string) Answer { return Answer{Rows: []string{text}, Wrong: true} }

// refusal is a sentence that says what would be right.
func refusal(text string) error { return workshop.Refusal(text) }

// find is the verb of that name, nil where there is none.
func find(name string) *verb {
	all := verbs()
	for i := range all {
		if strings.EqualFold(all[i].word(), name) {
			return &all[i]
		}
	}
	return nil
}

// Help is what can be typed, in lines.
func Help() []string {
	rows := []string{words.Say("lead.help.title")}
	for _, v := range verbs() {
		rows = append(rows, words.Say("lead.help.row", "usage", v.usage, "what", v.what()))
	}
	return append(rows, words.Say("lead.help.row", "usage", "quit", "what", words.Say("lead.help.quit")), words.Say("lead.help.yes"))
}
