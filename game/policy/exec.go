package policy

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"callout/game"
)

// Protocol is the version of what is said to external programs; assets/bots/README.md describes it. It is raised with
// every change that a program of the old version would not understand.
const Protocol = 1

// Bounds on what an external program may do.
const (
	ReplyLimit   = 5 * time.Second // time for one answer, unless the run says otherwise
	MaxReply     = 1 << 20         // bytes in one answer
	MaxOrders    = 1000            // orders in one game's answer
	MaxBatch     = 256             // games that one line may hold
	MaxLegal     = 2000            // legal orders that are listed in a turn
	execPrefix   = "exec:"
	closingGrace = time.Second // time to end by itself when the games are done
)

// Program is a program that plays: a policy outside of this one, in any language.
type Program struct {
	name string // as the policy is written
	args []string
}

// Check tells whether there is a policy of that name; exec:PROGRAM is one when the program is there.
func Check(name string) error {
	if strings.HasPrefix(name, execPrefix) {
		_, _, err := FindProgram(name)
		return err
	}
	_, err := New(name)
	return err
}

// FindProgram is the program that a policy of the form exec:PROGRAM means, and whether the policy is of that form.
// PROGRAM is a file, or a command that is looked up as a shell does, with its arguments separated by spaces.
func FindProgram(policy string) (p Program, external bool, err error) {
	command, external := strings.CutPrefix(policy, execPrefix)
	if !external {
		return Program{}, false, nil
	}
	args := strings.Fields(command)
	if info, err := os.Stat(command); err == nil && !info.IsDir() {
		args = []string{command}
	}
	if len(args) == 0 {
		return Program{}, true, errors.New("exec: names no program: write for example exec:./bot.py")
	}
	path, err := exec.LookPath(args[0])
	if err != nil {
		return Program{}, true, fmt.Errorf("%.200q cannot be run (%s): give the path of a program that may be executed, such as ./bot.py, or a command and its arguments, such as \"python3 bot.py\"", args[0], reason(err))
	}
	args[0] = path
	return Program{policy, args}, true, nil
}

// reason is what an error of the system says without the name that it repeats.
func reason(err error) string {
	for inner := errors.Unwrap(err); inner != nil; inner = errors.Unwrap(err) {
		err = inner
	}
	return err.Error()
}

// Terms are what holds for one run of a program.
type Terms struct {
	Reply  time.Duration // for one answer; 0 for ReplyLimit
	Stderr io.Writer     // where the program's standard error goes; nil for nowhere
}

// Bot is a program that runs and plays games of one level. It is not safe for concurrent use, except for Kill.
type Bot struct {
	program Program
	level   *game.Level
	process *process
	forget  func() bool // the context of Start
	batch   int         // games a line, 0 for lines of one game that are no lists
	parts   choice
	lister  *lister // nil without legal orders
	out     writer
	seats   []seat
	open    []*seat // those whose games are not over
}

// seat is one of the games that are played at the same time.
type seat struct {
	label   int
	seed    uint64
	game    *game.Game
	view    game.View
	refused []refusal
}

// refusal is an order that could not be given, and why.
type refusal struct{ order, why string }

// answer is what a program says to the hello line.
type answer struct {
	Protocol int      `json:"protocol"`
	Name     string   `json:"name"`
	Batch    int      `json:"batch"`
	Legal    *bool    `json:"legal"`
	View     []string `json:"view"` // parts of the view, all without it
}

// reply is what a program says to a turn.
type reply struct {
	Orders *[]string `json:"orders"`
}

// Start runs the program and greets it. The level is told without what has to be found out. When ctx is done, now or
// later, the program is killed.
func (p Program) Start(ctx context.Context, l *game.Level, terms Terms) (*Bot, error) {
	if terms.Reply <= 0 {
		terms.Reply = ReplyLimit
	}
	b := &Bot{program: p, level: l, lister: new(lister)}
	var err error
	if b.process, err = begin(p.args, terms); err != nil {
		return nil, fmt.Errorf("%s cannot be started: %w", p.name, err)
	}
	b.forget = context.AfterFunc(ctx, b.process.kill)
	if err := b.greet(terms); err != nil {
		b.process.kill()
		b.Close()
		return nil, fmt.Errorf("%s: the program %w", p.name, err)
	}
	return b, nil
}

func (b *Bot) greet(terms Terms) error {
	const when = "when it was greeted"
	b.out.reset()
	b.out.hello(b.level, terms)
	line, err := b.process.ask(b.out.line())
	if err != nil {
		return fmt.Errorf("%w %s", err, when)
	}
	var a answer
	if err := strict(line, &a); err != nil {
		return fmt.Errorf("answered %.60q %s (%.120s): write {\"protocol\": %d}", line, when, err, Protocol)
	}
	switch {
	case a.Protocol != Protocol:
		return fmt.Errorf("speaks protocol %d, and this is protocol %d: see the page about bots", a.Protocol, Protocol)
	case a.Batch < 0 || a.Batch > MaxBatch:
		return fmt.Errorf("asked for %d games a line: ask for 1 to %d", a.Batch, MaxBatch)
	}
	b.batch = a.Batch
	if a.Legal != nil && !*a.Legal {
		b.lister = nil
	}
	b.parts, err = choose(a.View)
	return err
}

// strict reads one value of JSON and nothing else; names that it does not know are mistakes.
func strict(line []byte, v any) error {
	d := json.NewDecoder(strings.NewReader(string(line)))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("there is more than one value on the line")
	}
	return nil
}

// AtOnce is how many games Play takes at most.
func (b *Bot) AtOnce() int { return max(b.batch, 1) }

// Play plays games to their ends, from where they stand, while goOn says so. The first has that seed, each other the
// next; seeds are for messages alone. The error says what the program did wrong and when; after one the Bot is of no
// more use.
func (b *Bot) Play(games []*game.Game, seed uint64, goOn func() bool) error {
	for len(b.seats) < len(games) {
		b.seats = append(b.seats, seat{label: len(b.seats) + 1})
	}
	b.open = b.open[:0]
	for i, g := range games {
		s := &b.seats[i]
		s.game, s.seed, s.refused = g, seed+uint64(i), s.refused[:0]
		g.View(&s.view)
		b.open = append(b.open, s)
		b.out.reset()
		b.out.begin(s)
		if err := b.process.tell(b.out.line()); err != nil {
			return b.failed(b.open[i:], err)
		}
	}
	for goOn() {
		still := b.open[:0]
		for _, s := range b.open {
			if !s.game.Over() {
				still = append(still, s)
				continue
			}
			b.out.reset()
			b.out.end(s)
			if err := b.process.tell(b.out.line()); err != nil {
				return b.failed([]*seat{s}, err)
			}
		}
		if b.open = still; len(b.open) == 0 {
			return nil
		}
		if err := b.turn(b.open); err != nil {
			return b.failed(b.open, err)
		}
	}
	return nil
}

// failed says in whose turn the program failed.
func (b *Bot) failed(open []*seat, err error) error {
	s := open[0]
	where := fmt.Sprintf("in turn %d of the game with seed %d", s.view.Turn+1, s.seed)
	if len(open) > 1 {
		where = fmt.Sprintf("in turn %d of the game with seed %d, or one of the %d in the same line", s.view.Turn+1, s.seed, len(open)-1)
	}
	return fmt.Errorf("%s: the program %w %s", b.program.name, err, where)
}

// turn asks for the orders of one turn of each game, gives them, and ends the turns.
func (b *Bot) turn(open []*seat) error {
	b.out.reset()
	if b.batch > 0 {
		b.out.open('[')
	}
	for _, s := range open {
		s.game.View(&s.view)
		b.out.turn(s, b.parts, b.lister)
		s.refused = s.refused[:0]
	}
	if b.batch > 0 {
		b.out.close(']')
	}
	line, err := b.process.ask(b.out.line())
	if err != nil {
		return err
	}
	replies, err := b.replies(line, len(open))
	if err != nil {
		return err
	}
	for i, s := range open {
		for _, text := range *replies[i].Orders {
			s.give(b.level, text)
		}
		s.game.EndTurn()
	}
	return nil
}

// replies reads the answer to a line with n turns.
func (b *Bot) replies(line []byte, n int) ([]reply, error) {
	list := make([]reply, 1)
	var err error
	if b.batch > 0 {
		err = strict(line, &list)
	} else {
		err = strict(line, &list[0])
	}
	if err != nil {
		return nil, fmt.Errorf("answered %.60q (%.120s), where %s belongs,", line, err, b.form())
	}
	if len(list) != n {
		return nil, fmt.Errorf("gave %d answers for %d games", len(list), n)
	}
	for i := range list {
		switch orders := list[i].Orders; {
		case orders == nil:
			return nil, fmt.Errorf("answered %.60q, where %s belongs,", line, b.form())
		case len(*orders) > MaxOrders:
			return nil, fmt.Errorf("gave %d orders, more than %d,", len(*orders), MaxOrders)
		}
	}
	return list, nil
}

// form is what an answer looks like.
func (b *Bot) form() string {
	if b.batch > 0 {
		return `[{"orders": ["..."]}, ...]`
	}
	return `{"orders": ["..."]}`
}

// give gives one order as it is written. What cannot be done is told in the next turn.
func (s *seat) give(l *game.Level, text string) {
	o, err := l.ParseOrder(text)
	if err == nil {
		err = s.game.Do(o)
	}
	if err != nil {
		if len(text) > 200 {
			text = text[:200]
		}
		s.refused = append(s.refused, refusal{text, err.Error()})
	}
}

// Close lets the program end, and ends it with all that it started when it does not.
func (b *Bot) Close() {
	b.forget()
	b.process.close()
}
