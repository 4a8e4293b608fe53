package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"time"

	charm "charm.land/ssh"
	tea "github.com/charmbracelet/bubbletea"
	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote"
	"callout/ui/remote/ssh"
)

// serve is the server that is measured, in a process of its own. It says its address on the first line, and stops when
// its input ends or ctx does.
func serve(ctx context.Context, args []string, out io.Writer) error {
	f := flag.NewFlagSet("serve", flag.ContinueOnError)
	kind := f.String("kind", "toy", "toy or echo")
	tick := f.Duration("tick", time.Second, "time between two changes of the world")
	if err := f.Parse(args); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		io.Copy(io.Discard, os.Stdin) // ends with whoever started this
		stop()
	}()
	folder, err := os.MkdirTemp("", "callout-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	key, err := ssh.HostKey(filepath.Join(folder, "host"))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Fprintln(out, listener.Addr())
	if *kind == "echo" {
		return echo(ctx, listener, key)
	}
	w := newWorld()
	go w.turn(ctx, *tick)
	server := ssh.New(ssh.Options{
		Door: func(ctx context.Context, c remote.Caller) (tea.Model, error) { return newToy(ctx, w, c), nil },
		Key:  key, Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	return server.Serve(ctx, listener)
}

// echo sends back what comes, over the same SSH library, and does nothing else.
func echo(ctx context.Context, l net.Listener, key gossh.Signer) error {
	server := &charm.Server{
		HostSigners:                []charm.Signer{key},
		KeyboardInteractiveHandler: func(charm.Context, gossh.KeyboardInteractiveChallenge) bool { return true },
		Handler: func(s charm.Session) {
			var buf [256]byte
			io.WriteString(s, "ready")
			for {
				n, err := s.Read(buf[:])
				if err != nil {
					return
				}
				s.Write(buf[:n])
			}
		},
	}
	context.AfterFunc(ctx, func() { server.Close() })
	if err := server.Serve(l); ctx.Err() == nil {
		return err
	}
	return nil
}
