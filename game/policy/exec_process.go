package policy

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"sync/atomic"
	"time"
)

// process is a running program that answers lines with lines.
type process struct {
	cmd    *exec.Cmd
	in     *os.File // its standard input
	out    *os.File // its standard output
	read   *bufio.Reader
	limit  time.Duration
	timer  *time.Timer
	slow   atomic.Bool // killed for taking too long
	killed sync.Once
	reply  []byte
}

// begin starts a program in a process group of its own, so that its children can be ended with it.
func begin(args []string, terms Terms) (*process, error) {
	theirIn, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	out, theirOut, err := os.Pipe()
	if err != nil {
		theirIn.Close()
		in.Close()
		return nil, err
	}
	p := &process{cmd: exec.Command(args[0], args[1:]...), in: in, out: out, read: bufio.NewReaderSize(out, 1<<16), limit: terms.Reply}
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = theirIn, theirOut, terms.Stderr
	p.cmd.WaitDelay = closingGrace
	ownGroup(p.cmd)
	err = p.cmd.Start()
	theirIn.Close()
	theirOut.Close()
	if err != nil {
		in.Close()
		out.Close()
		return nil, err
	}
	p.timer = time.AfterFunc(time.Hour, func() {
		p.slow.Store(true)
		p.kill()
	})
	p.timer.Stop()
	return p, nil
}

// tell sends a line that wants no answer.
func (p *process) tell(line []byte) error {
	p.timer.Reset(p.limit)
	_, err := p.in.Write(line)
	if !p.timer.Stop() || p.slow.Load() || err != nil {
		return p.gone()
	}
	return nil
}

// ask sends a line and returns the answer, which is good until the next call. Nothing may have been said before.
func (p *process) ask(line []byte) ([]byte, error) {
	if n := p.read.Buffered(); n > 0 {
		early, _ := p.read.Peek(n)
		return nil, fmt.Errorf("said %.60q without being asked, before its answer", early)
	}
	p.timer.Reset(p.limit)
	defer p.timer.Stop()
	if _, err := p.in.Write(line); err != nil && p.slow.Load() {
		return nil, p.gone()
	} // who has answered already may be gone by now: the answer counts
	p.reply = p.reply[:0]
	for {
		part, err := p.read.ReadSlice('\n')
		if len(p.reply)+len(part) > MaxReply {
			return nil, fmt.Errorf("wrote more than %d bytes without an end of line", MaxReply)
		}
		p.reply = append(p.reply, part...)
		switch {
		case err == nil:
			return bytes.TrimSpace(p.reply), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, p.gone()
		}
	}
}

// gone says why the program does not answer any more.
func (p *process) gone() error {
	slow := p.slow.Load()
	if !slow {
		// Its output ends a moment before the program does.
		late := time.AfterFunc(closingGrace/4, p.kill)
		defer late.Stop()
	}
	state := p.wait()
	switch {
	case slow || p.slow.Load():
		return fmt.Errorf("did not answer within %s", p.limit)
	case state == nil:
		return errors.New("went away")
	case !state.Exited():
		return fmt.Errorf("stopped answering (%s)", state)
	case state.ExitCode() == 0:
		return errors.New("ended before the games did")
	}
	return fmt.Errorf("crashed (%s)", state)
}

// wait waits for the end of a program that ends or was killed, and ends what it started.
func (p *process) wait() *os.ProcessState {
	p.timer.Stop()
	p.in.Close()
	p.cmd.Wait()
	p.kill()
	return p.cmd.ProcessState
}

// kill ends the program and what it started, now. It may be called from anywhere, and more than once.
func (p *process) kill() {
	p.killed.Do(func() {
		endGroup(p.cmd)
		// Somebody that left the group may hold the other ends.
		p.in.Close()
		p.out.Close()
	})
}

// close lets the program see the end of its input, and waits a little for it to end by itself.
func (p *process) close() {
	p.in.Close()
	late := time.AfterFunc(closingGrace, p.kill)
	defer late.Stop()
	io.Copy(io.Discard, p.read)
	p.wait()
}
