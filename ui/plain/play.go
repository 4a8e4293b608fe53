package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"callout/game"
	"callout/game/coach"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/game/predict"
	"callout/game/words"
)

// Options say where the player sits.
type Options struct {
	In     io.Reader
	Out    io.Writer
	Prompt bool // ask for each command; for a person, not for a script

	Predictions bool // ask for a prediction before a week ends
}

// maxLine is the longest command that is read. The longest order has three words.
const maxLine = 1000

// Play plays a game until it is over, the input ends, the player quits or ctx is done; each of them is a good end, for
// everything acknowledged is saved already. It returns an error when the game cannot go on: it could not be saved, or
// the output is closed. It does not close the session.
func Play(ctx context.Context, s *journal.Session, o Options) error {
	t := &table{session: recorded{s}, level: s.Game.Level(), out: bufio.NewWriter(o.Out), asked: o.Prompt, ctx: ctx}
	t.coached = coach.Begins(t.level)
	t.remember(o.Predictions)
	t.refresh()
	t.greet()
	lines, failed := read(o.In)
	for !t.done {
		if o.Prompt {
			fmt.Fprint(t.out, "\n> ")
		}
		if err := t.out.Flush(); err != nil {
			return fmt.Errorf("write to the player: %w", err)
		}
		select {
		case <-ctx.Done():
			t.farewell()
			return errors.Join(t.out.Flush(), t.broken)
		case line, more := <-lines:
			if !more {
				t.farewell()
				return errors.Join(t.out.Flush(), t.broken, <-failed)
			}
			t.command(line)
		}
	}
	return errors.Join(t.out.Flush(), t.broken)
}

// read sends the lines of in, each as soon as it is there. After the last line it says whether reading failed. It
// cannot be told to stop while it waits for input: it ends with the program.
func read(in io.Reader) (<-chan string, <-chan error) {
	lines, failed := make(chan string), make(chan error, 1)
	go func() {
		defer close(lines)
		r := bufio.NewReaderSize(in, maxLine)
		for {
			line, err := r.ReadString('\n')
			if line != "" {
				lines <- line
			}
			if err == io.EOF {
				failed <- nil
				return
			}
			if err != nil {
				failed <- fmt.Errorf("read the player's commands: %w", err)
				return
			}
		}
	}()
	return lines, failed
}

// A table is where one game is played.
type table struct {
	session  Game
	level    *game.Level
	view     game.View
	out      *bufio.Writer
	hints    hinting // the last hint
	coached  bool    // the coach speaks
	book     *predict.Book
	seat     *Seat // nil where the game is played alone
	asked    bool  // a person sits here, who can ask for more
	back     *debrief.Debrief
	studied  bool            // the long part of it is there
	revealed bool            // everything may be known, though the game could go on
	ctx      context.Context // ends what takes long
	done     bool
	broken   error // why the game cannot go on
}

// refresh looks at the game anew.
func (t *table) refresh() {
	t.session.Now().View(&t.view)
	t.view.Over = t.view.Over || t.revealed
}

// say writes one line.
func (t *table) say(format string, args ...any) {
	fmt.Fprintf(t.out, format, args...)
	t.out.WriteByte('\n')
}

// item writes one line of a list.
// line says a whole sentence of the catalogue.
func (t *table) line(text string) { t.say("%s", text) }

func (t *table) item(format string, args ...any) { t.say("  "+format, args...) }

// greet says what the game is and where it stands.
func (t *table) greet() {
	t.say("%s", t.level.Title)
	if t.view.Turn == 0 {
		for _, p := range t.level.Briefing {
			t.say("%s", p)
		}
	}
	t.say("")
	t.overview()
	if t.view.Over {
		t.result()
		return
	}
	t.line(words.Say("plain.begin"))
	t.coach(true)
	t.ask()
}

// farewell says what becomes of a game that is left before its end.
func (t *table) farewell() {
	if t.view.Over {
		return
	}
	if path := t.session.Path(); path != "" {
		t.line(words.Say("plain.saved", "path", path, "quoted", quote(path)))
		return
	}
	t.line(words.Say("plain.unrecorded"))
}

// quote writes a path so that a shell takes it as one word.
func quote(path string) string {
	if strings.ContainsFunc(path, func(r rune) bool {
		return !strings.ContainsRune("/._-+:,@%=~", r) && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}) {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}
