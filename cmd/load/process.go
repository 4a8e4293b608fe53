package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// served is a server that is measured.
type served struct {
	address string // of SSH, host and port
	web     string // where browsers find it; empty for nowhere
	user    string // to log in as, which is the code of a workshop
	pid     int    // 0 where it is not known
	process *exec.Cmd
	in      io.Closer
	begin   func() // what to do when all are in; nil for nothing
	clear   func() // what to do after its end; nil for nothing
}

// start starts a server as a process of its own.
func start(kind string, tick time.Duration) (*served, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := exec.Command(self, "serve", "--kind", kind, "--tick", tick.String())
	c.Env = append(os.Environ(), "CALLOUT_LOAD_SERVES=1")
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		return nil, err
	}
	s := &served{pid: c.Process.Pid, process: c, in: in}
	lines := bufio.NewReader(out)
	address, err := lines.ReadString('\n')
	if err == nil && kind == toyKind {
		s.web, err = lines.ReadString('\n')
	}
	if err != nil {
		s.stop()
		return nil, fmt.Errorf("the server says no address: %w", err)
	}
	s.address, s.web = strings.TrimSpace(address), strings.TrimSpace(s.web)
	time.Sleep(200 * time.Millisecond) // until it has nothing more to begin
	return s, nil
}

// stop ends a server that was started here.
func (s *served) stop() {
	if s.process == nil {
		return
	}
	s.in.Close()
	s.process.Process.Signal(os.Interrupt)
	hurry := time.AfterFunc(10*time.Second, func() { s.process.Process.Kill() })
	defer hurry.Stop()
	s.process.Wait()
	if s.clear != nil {
		s.clear()
	}
}

// usage is what a process has used.
type usage struct {
	known  bool
	busy   time.Duration // processor time
	memory int64         // bytes that are resident
}

// ticks are the clock ticks of /proc in a second, the same on every Linux.
const ticks = 100

func (s *served) usage() (u usage) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.pid))
	if err != nil {
		return u
	}
	_, rest, _ := strings.Cut(string(stat), ") ") // the name before it may hold anything
	fields := strings.Fields(rest)
	if len(fields) < 22 {
		return u
	}
	number := func(i int) int64 {
		n, _ := strconv.ParseInt(fields[i], 10, 64)
		return n
	}
	u.known = true
	u.busy = time.Duration(number(11)+number(12)) * time.Second / ticks
	u.memory = number(21) * int64(os.Getpagesize())
	return u
}
