package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// plan is what is to be measured.
type plan struct {
	Players  int           `json:"players"`  // by SSH
	Browsers int           `json:"browsers"` // by HTTP
	Stalled  int           `json:"stalled"`  // and how many more of each stop reading once they are in
	For      time.Duration `json:"for"`
	Keys     time.Duration `json:"keys"` // between two keys of a player
	Tick     time.Duration `json:"tick"` // between two changes of the world
	Width    int           `json:"width"`
	Height   int           `json:"height"`
	Echo     bool          `json:"-"` // measure the bare echo too
	Host     string        `json:"-"`
	Turns    int           `json:"turns"`
	Seats    int           `json:"seats"`
	Address  string        `json:"address,omitempty"`
	Web      string        `json:"web,omitempty"`
	Code     string        `json:"-"`
	PID      int           `json:"-"`
	JSON     string        `json:"-"`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run carries out a command line.
func run(ctx context.Context, args []string, out, problems io.Writer) error {
	if len(args) > 0 && args[0] == "serve" {
		return serve(ctx, args[1:], out)
	}
	p, err := parse(args, problems)
	if err != nil {
		return err
	}
	results, err := measure(ctx, p, problems)
	if err != nil {
		return err
	}
	table(out, p, results)
	if p.JSON != "" {
		text, err := json.MarshalIndent(struct {
			Plan    plan     `json:"plan"`
			Results []result `json:"results"`
		}{p, results}, "", "  ")
		if err := errors.Join(err, os.WriteFile(p.JSON, append(text, '\n'), 0o644)); err != nil {
			return err
		}
	}
	for _, r := range results {
		if lost := r.lost(); lost != "" {
			return errors.New(lost)
		}
	}
	return nil
}

func parse(args []string, problems io.Writer) (p plan, err error) {
	f := flag.NewFlagSet("load", flag.ContinueOnError)
	f.SetOutput(problems)
	f.IntVar(&p.Players, "players", 300, "how many play by SSH")
	f.IntVar(&p.Browsers, "browsers", 0, "how many play in browsers")
	f.IntVar(&p.Stalled, "stalled", 0, "how many more of each come in and stop reading")
	f.DurationVar(&p.For, "for", 30*time.Second, "how long they play")
	f.DurationVar(&p.Keys, "keys", time.Second, "time between two keys of a player")
	f.DurationVar(&p.Tick, "tick", time.Second, "time between two changes of the world, of the server that is started here")
	f.IntVar(&p.Width, "width", 120, "cells in a row")
	f.IntVar(&p.Height, "height", 40, "rows")
	f.BoolVar(&p.Echo, "echo", true, "measure a bare echo first")
	f.StringVar(&p.Host, "host", "", "a callout program, whose host command is started here and measured instead of the toy")
	f.IntVar(&p.Turns, "turns", 20, "in a workshop, how many keys of a player there are to each turn that it ends; 0 ends none")
	f.IntVar(&p.Seats, "seats", 1, "in a workshop, how many play one game; a workshop has at most 500 games")
	f.StringVar(&p.Address, "address", "", "host and port of a server that runs already, instead of one that is started here")
	f.StringVar(&p.Web, "web", "", "where browsers find that server, such as http://127.0.0.1:8080")
	f.StringVar(&p.Code, "code", "", "code of the workshop there that the players join")
	f.IntVar(&p.PID, "pid", 0, "process of that server, to measure what it uses")
	f.StringVar(&p.JSON, "json", "", "write the results to this file too")
	if err := f.Parse(args); err != nil {
		return p, err
	}
	if f.NArg() > 0 {
		return p, fmt.Errorf("%q is no option: see --help", f.Arg(0))
	}
	if p.Players < 0 || p.Browsers < 0 || p.Players+p.Browsers < 1 || p.Stalled < 0 || p.For <= 0 || p.Keys <= 0 || p.Tick <= 0 || p.Seats < 1 {
		return p, errors.New("there have to be players, and time to play")
	}
	if p.external() != (p.Code != "") {
		return p, errors.New("--code belongs to --address or --web: players join a workshop by its code")
	}
	if p.external() && (p.Players > 0 && p.Address == "" || p.Browsers > 0 && p.Web == "") {
		return p, errors.New("players by SSH need --address, and those in browsers --web; --players 0 leaves the first out")
	}
	return p, nil
}

// external tells whether the server is one that runs already.
func (p plan) external() bool { return p.Address != "" || p.Web != "" }
