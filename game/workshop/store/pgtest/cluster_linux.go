package pgtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// A Cluster is a PostgreSQL server on loopback, with its data in a temporary folder. It ends with this process, however that
// ends.
type Cluster struct {
	bin, folder, password, port string
	as                          *syscall.Credential // who runs it; PostgreSQL refuses root
	server                      *exec.Cmd
	said                        *bytes.Buffer
}

// begin makes a cluster and starts it, or leaves the test out where PostgreSQL is not installed.
func begin(t testing.TB) *Cluster {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		t.Skipf("LEFT OUT: PostgreSQL is not installed; install Debian's package postgresql, or set %s to the URL of a server to test on", Variable)
	}
	newest := slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })
	c := &Cluster{bin: filepath.Dir(newest), password: rand.Text()}
	if os.Getuid() == 0 {
		postgres, err := user.Lookup("postgres")
		if err != nil {
			t.Skipf("LEFT OUT: PostgreSQL does not run as root, and there is no user postgres: %v", err)
		}
		uid, _ := strconv.ParseUint(postgres.Uid, 10, 32)
		gid, _ := strconv.ParseUint(postgres.Gid, 10, 32)
		c.as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	if err := c.make(); err != nil {
		c.remove()
		t.Fatalf("make a PostgreSQL cluster: %v", err)
	}
	if err := c.Start(); err != nil {
		c.remove()
		t.Fatal(err)
	}
	return c
}

// version is the number in /usr/lib/postgresql/15/bin/initdb.
func version(path string) int {
	n, _ := strconv.Atoi(strings.Split(path, "/")[4])
	return n
}

// command is a program of PostgreSQL, run as whoever may.
func (c *Cluster) command(name string, arguments ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), arguments...)
	cmd.Dir = c.folder
	cmd.Env = []string{"LC_ALL=C", "TZ=UTC", "PATH=/usr/bin:/bin"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.as, Setpgid: true, Pdeathsig: syscall.SIGQUIT}
	return cmd
}

func (c *Cluster) make() (err error) {
	if c.folder, err = os.MkdirTemp("", "callout-postgres-"); err != nil {
		return err
	}
	secret := filepath.Join(c.folder, "password")
	if err := os.WriteFile(secret, []byte(c.password), 0o600); err != nil {
		return err
	}
	if c.as != nil {
		for _, path := range []string{c.folder, secret} {
			if err := os.Chown(path, int(c.as.Uid), int(c.as.Gid)); err != nil {
				return err
			}
		}
	}
	out, err := c.command("initdb", "-D", c.Data(), "-U", "callout", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale=C", "--no-sync").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return os.Remove(secret)
}

// Data is the folder in which everything lies that the server keeps.
func (c *Cluster) Data() string { return filepath.Join(c.folder, "data") }

// URL is how to reach the server, as somebody who may do everything.
func (c *Cluster) URL() string {
	return (&url.URL{Scheme: "postgres", User: url.UserPassword("callout", c.password), Host: c.Address(), Path: "/postgres", RawQuery: "sslmode=disable"}).String()
}

// Address is where the server listens. It is the same again after a restart.
func (c *Cluster) Address() string { return "127.0.0.1:" + c.port }

// Database makes an empty database on this server.
func (c *Cluster) Database(t testing.TB) string { return fresh(t, c.URL()) }

// Start starts the server and returns when it answers. Its files are not synced: these tests end processes, not machines.
func (c *Cluster) Start() error {
	for range 5 {
		if c.port == "" {
			free, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			_, c.port, _ = net.SplitHostPort(free.Addr().String())
			free.Close()
		}
		c.said = &bytes.Buffer{}
		c.server = c.command("postgres", "-D", c.Data(), "-p", c.port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
			"-c", "fsync=off", "-c", "max_connections=200", "-c", "shared_buffers=16MB", "-c", "wal_recycle=off", "-c", "wal_init_zero=off",
			"-c", "min_wal_size=32MB", "-c", "max_wal_size=64MB", "-c", "autovacuum_naptime=1s")
		c.server.Stderr = c.said
		if err := c.server.Start(); err != nil {
			return err
		}
		if c.answers() {
			return nil
		}
		c.Kill()
		if !strings.Contains(c.said.String(), "Address already in use") {
			break
		}
		c.port = ""
	}
	return fmt.Errorf("start PostgreSQL: %s", c.said)
}

// answers waits until the server takes a connection.
func (c *Cluster) answers() bool {
	for range 300 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		conn, err := pgx.Connect(ctx, c.URL())
		if err == nil {
			conn.Close(ctx)
		}
		cancel()
		if err == nil {
			return true
		}
		if c.server.Process.Signal(syscall.Signal(0)) != nil {
			return false
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

// Stop stops the server in order, and cuts off whoever is connected.
func (c *Cluster) Stop() { c.end(syscall.SIGINT) }

// Kill ends the server and all its children at once, as kill -9 does.
func (c *Cluster) Kill() { c.end(syscall.SIGKILL) }

func (c *Cluster) end(signal syscall.Signal) {
	if c.server == nil || c.server.Process == nil {
		return
	}
	if signal == syscall.SIGKILL {
		syscall.Kill(-c.server.Process.Pid, signal) // the whole group
	} else {
		c.server.Process.Signal(signal)
	}
	c.server.Wait()
	c.server = nil
}

func (c *Cluster) remove() {
	c.end(syscall.SIGKILL)
	if c.folder != "" {
		os.RemoveAll(c.folder)
	}
}
