//go:build unix

package ssh

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	gossh "golang.org/x/crypto/ssh"
)

// openSSHCommand is OpenSSH's client.
func openSSHCommand(t *testing.T, h *house, args ...string) *exec.Cmd {
	t.Helper()
	program, err := exec.LookPath("ssh")
	if err != nil {
		t.Skip("no ssh here: apt-get install openssh-client")
	}
	_, port, _ := net.SplitHostPort(h.addr)
	cmd := exec.Command(program, append([]string{"-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null",
		"-o", "LogLevel=ERROR", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-p", port}, args...)...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "HOME="+t.TempDir())
	return cmd
}

// openSSH is OpenSSH's client on a terminal.
func openSSH(t *testing.T, h *house, args ...string) (*client, *os.File, *exec.Cmd) {
	t.Helper()
	cmd := openSSHCommand(t, h, append(args, "somebody@127.0.0.1")...)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 100, Rows: 30})
	if err != nil {
		t.Fatal(err)
	}
	c := &client{in: tty, screen: vt.NewEmulator(100, 30), moved: make(chan struct{}, 1), finished: make(chan struct{})}
	go c.drain()
	go c.follow(tty)
	t.Cleanup(func() {
		cmd.Process.Kill()
		tty.Close()
	})
	return c, tty, cmd
}

// TestOpenSSH: the client that most people have types, changes its size, sees colours, leaves, and breaks off.
func TestOpenSSH(t *testing.T) {
	h := open(t, Limits{}, nil)
	c, tty, cmd := openSSH(t, h, "-o", "SendEnv=COLORTERM")
	c.sees(t, "size:100x30").sees(t, "looks:0").sees(t, "key:nobody")
	c.types("hi\x1b[A")
	c.sees(t, "typed:hiup")
	c.mu.Lock()
	c.screen.Resize(70, 20)
	c.mu.Unlock()
	if err := pty.Setsize(tty, &pty.Winsize{Cols: 70, Rows: 20}); err != nil {
		t.Fatal(err)
	}
	c.sees(t, "size:70x20")
	c.types("\x03")
	if err := cmd.Wait(); err != nil {
		t.Errorf("ssh ends with %v", err)
	}
	c.sees(t, "Goodbye.")

	again, _, cmd := openSSH(t, h)
	again.sees(t, "size:100x30")
	cmd.Process.Kill()
	cmd.Wait()
	eventually(t, "the session of a client that was killed is gone", func() bool { return h.Counts().Open == 0 })
}

// TestOpenSSHLineByLine: what a shell pipes in is played, a command is not run, and whoever breaks off is gone.
func TestOpenSSHLineByLine(t *testing.T) {
	h := open(t, Limits{}, nil)
	for _, args := range [][]string{{"-T", "somebody@127.0.0.1"}, {"somebody@127.0.0.1"}} {
		cmd := openSSHCommand(t, h, args...)
		cmd.Stdin = strings.NewReader("look\nend")
		out, err := cmd.Output()
		if want := "user:somebody key:\nWhat now?\nsaid:look\nsaid:end\nNo more.\n"; string(out) != want || err != nil {
			t.Errorf("%v: %v, and said %q", args, err, out)
		}
	}
	cmd := openSSHCommand(t, h, "-T", "somebody@127.0.0.1", "sh")
	cmd.Stdin = strings.NewReader("look\n")
	if out, err := cmd.Output(); err == nil || !strings.Contains(string(out), "runs no commands") {
		t.Errorf("a command: %v, and said %q", err, out)
	}

	cmd = openSSHCommand(t, h, "-T", "somebody@127.0.0.1")
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := &client{in: in, moved: make(chan struct{}, 1), finished: make(chan struct{})}
	go c.follow(out)
	c.types("look\n")
	c.sees(t, "said:look")
	cmd.Process.Signal(os.Interrupt)
	<-c.finished
	cmd.Wait()
	eventually(t, "the session is gone", func() bool { return h.Counts().Open == 0 && h.Counts().Sessions == 0 })
}

// TestT9OpenSSH: OpenSSH offers a public key whose private half it does not have, and then signs with its own.
func TestT9OpenSSH(t *testing.T) {
	h := open(t, Limits{}, nil)
	folder := t.TempDir()
	write := func(name string, private bool) string {
		public, secret, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		key, err := gossh.NewPublicKey(public)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path+".pub", gossh.MarshalAuthorizedKey(key), 0o600); err != nil {
			t.Fatal(err)
		}
		if block, err := gossh.MarshalPrivateKey(secret, ""); private && err == nil {
			err = os.WriteFile(path, pem.EncodeToMemory(block), 0o600)
			if err != nil {
				t.Fatal(err)
			}
		}
		return gossh.FingerprintSHA256(key)
	}
	victim, own := write("victim", false), write("own", true)
	c, _, _ := openSSH(t, h, "-i", filepath.Join(folder, "victim.pub"), "-i", filepath.Join(folder, "own"))
	c.sees(t, "key:"+own)
	if strings.Contains(c.shows(), victim) {
		t.Errorf("the caller is taken for the victim:\n%s", c.shows())
	}
	c.types("\x03")

	alone, _, _ := openSSH(t, h, "-i", filepath.Join(folder, "victim.pub"))
	alone.sees(t, "key:nobody")
	alone.types("\x03")
}
