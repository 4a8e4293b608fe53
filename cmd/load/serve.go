package main

import (
	"context"
	"errors"
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
	"callout/ui/remote/web"
)

// serve is the server that is measured, in a process of its own. It says its address on the first line, and where browsers
// find it on the second, if they do. It stops when its input ends or ctx does.
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
	return toys(ctx, listener, key, *tick, out)
}

// toys serves a toy to each who comes by SSH or in a browser.
func toys(ctx context.Context, listener net.Listener, key gossh.Signer, tick time.Duration, out io.Writer) error {
	w := newWorld()
	go w.turn(ctx, tick)
	door := func(ctx context.Context, c remote.Caller) (tea.Model, error) { return newToy(ctx, w, c), nil }
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	browsers, err := web.New(web.Options{Door: door, Log: log})
	if err != nil {
		return err
	}
	pages, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "http://%v\n", pages.Addr())
	ended := make(chan error, 1)
	go func() { ended <- browsers.Serve(ctx, pages) }()
	err = ssh.New(ssh.Options{Door: door, Key: key, Log: log}).Serve(ctx, listener)
	return errors.Join(err, <-ended)
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
