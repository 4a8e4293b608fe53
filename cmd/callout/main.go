package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], terminal{in: os.Stdin, out: os.Stdout, err: os.Stderr})
	stop()
	os.Exit(code)
}

// terminal is where a command reads and writes, and what the person there prefers.
type terminal struct {
	in  io.Reader
	out io.Writer
	err io.Writer
	own preferences
}

// Exit codes of the contract.
const (
	success = 0
	failure = 1
	misuse  = 2
)

// errUsage marks errors in how a command was called.
var errUsage = errors.New("wrong usage")

// run runs one command and returns its exit code.
func run(ctx context.Context, args []string, t terminal) int {
	own, wrong := prefer(args)
	t.own = own
	root := newRoot(t)
	root.SetArgs(args)
	cmd, err := root, usage(wrong)
	if err == nil {
		cmd, err = root.ExecuteContextC(ctx)
	}
	var silent *silentError
	switch {
	case err == nil:
		return success
	case errors.As(err, &silent):
		return failure
	case errors.Is(err, errUsage):
		fmt.Fprintf(t.err, "callout: %s\nSee \"%s --help\".\n", usageText(err), cmd.CommandPath())
		return misuse
	}
	fmt.Fprintf(t.err, "callout: %s\n", err)
	return failure
}

// silentError ends a command with failure when everything has been said.
type silentError struct{}

func (*silentError) Error() string { return "failed" }
