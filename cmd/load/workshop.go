package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync/atomic"
	"time"
)

// workshop is a real one, which players join by its code. They go from panel to panel with the cursor, which stands on the
// screen as a mark, and end a turn now and then: that is stored on the disk before it is shown. Where several play one game,
// those who do not drive are told so instead.
type workshop struct {
	turns int  // how many keys there are to an end of a turn; 0 for none
	teams bool // several play one game
	n     atomic.Int64
}

// What players wait for on the screens, in English.
var (
	nameAsk = []string{"WHAT SHALL WE CALL YOU?"}
	teamAsk = []string{"WHO DO YOU PLAY WITH?"}
	inLobby = []string{"YOUR RETURN CODE"}
	moved   = []string{"▸"}
	ended   = []string{"▸", "Take the wheel first"}
)

func (w *workshop) enter(p *player) error {
	if _, err := p.asks("", nameAsk, entering); err != nil {
		return err
	}
	name := fmt.Sprintf("Load %d", w.n.Add(1))
	if w.teams {
		if _, err := p.asks(name+"\r", teamAsk, entering); err != nil {
			return err
		}
		name = "" // the first row is any place that is free
	}
	_, err := p.asks(name+"\r", inLobby, entering)
	return err
}

func (w *workshop) press(n int) (key string, answers []string) {
	if w.turns > 0 && n%w.turns == 0 {
		return " ", ended
	}
	return "\t", moved // to the next panel: that always moves
}

// mostTeams is how many teams a workshop has at most.
const mostTeams = 500

// open starts "callout host" as a process of its own, with a store of its own on the disk, for so many at one game.
func open(callout string, seats int) (*served, error) {
	folder, err := os.MkdirTemp("", "callout-load-")
	if err != nil {
		return nil, err
	}
	s := &served{process: exec.Command(callout, "host", "--ssh", "127.0.0.1:0", "--http", "127.0.0.1:0", "--seats", fmt.Sprint(seats),
		"--store", filepath.Join(folder, "workshop.db"), "--log", filepath.Join(folder, "log"))}
	s.process.Env = append(os.Environ(), "XDG_DATA_HOME="+folder, "XDG_CONFIG_HOME="+folder, "LANG=en", "LC_ALL=en")
	s.process.Stderr = os.Stderr
	s.clear = func() { os.RemoveAll(folder) }
	out, err := s.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	in, err := s.process.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	s.in, s.pid = in, s.process.Process.Pid
	lines := bufio.NewScanner(out)
	s.user, s.address = hears(lines, `^code: (\w{3}-\w{3})$`), "127.0.0.1:"+hears(lines, `^ssh: ssh -p (\d+) `)
	s.web = hears(lines, `^web: (http://127\.0\.0\.1:\d+)/$`)
	if s.web == "" { // which comes last
		s.stop()
		return nil, fmt.Errorf("%s host does not say how to join", callout)
	}
	go func() {
		for lines.Scan() {
		}
	}()
	s.begin = func() {
		io.WriteString(in, "next\nnext\n") // the briefing, and then the games
		time.Sleep(3 * time.Second)
	}
	return s, nil
}

// hears reads until a row is as the pattern says, and gives its first group; empty where there is none.
func hears(lines *bufio.Scanner, pattern string) string {
	re := regexp.MustCompile(pattern)
	for lines.Scan() {
		if m := re.FindStringSubmatch(lines.Text()); m != nil {
			return m[1]
		}
	}
	return ""
}
