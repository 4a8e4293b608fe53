package pagetest

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// browsers are commands that the browser goes by.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// Browser is a real browser, driven over the two pipes that it reads its commands from and answers on.
type Browser struct {
	t       *testing.T
	to      *os.File
	mu      sync.Mutex
	n       int
	answers map[int]chan reply
	dialogs []string
	console []string // what went wrong, in the browser's own words
}

// reply is what the browser answers to a command.
type reply struct {
	Result json.RawMessage
	Error  *struct{ Message string }
}

// Open starts a browser for a test.
func Open(t *testing.T) *Browser {
	t.Helper()
	if os.Getenv("CALLOUT_LONG") == "" || testing.Short() {
		t.Skip("set CALLOUT_LONG=1, and leave out -short: it starts a browser")
	}
	i := slices.IndexFunc(browsers, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if i < 0 {
		t.Skipf("none of %v is installed", browsers)
	}
	inR, inW, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	outR, outW, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "callout-browser")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(browsers[i], "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
		"--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe", "--user-data-dir="+folder, "about:blank")
	cmd.ExtraFiles = []*os.File{inR, outW}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inR.Close()
	outW.Close()
	c := &Browser{t: t, to: inW, answers: map[int]chan reply{}}
	go c.read(outR)
	t.Cleanup(func() {
		c.send("", "Browser.close", nil)
		done := make(chan struct{})
		go func() { cmd.Wait(); close(done) }()
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			cmd.Process.Kill()
			<-done
		}
		inW.Close()
		outR.Close()
		os.RemoveAll(folder)
	})
	return c
}

// read hears answers and events.
func (c *Browser) read(from *os.File) {
	in := bufio.NewReaderSize(from, 1<<20)
	for {
		text, err := in.ReadBytes(0)
		if err != nil {
			return
		}
		var m struct {
			ID        int
			Method    string
			SessionID string `json:"sessionId"`
			Params    json.RawMessage
			reply
		}
		if json.Unmarshal(text[:len(text)-1], &m) != nil {
			continue
		}
		c.mu.Lock()
		if answer, ok := c.answers[m.ID]; ok && m.ID != 0 {
			delete(c.answers, m.ID)
			answer <- m.reply
		}
		switch m.Method {
		case "Page.javascriptDialogOpening":
			c.dialogs = append(c.dialogs, string(m.Params))
		case "Log.entryAdded", "Runtime.exceptionThrown":
			c.console = append(c.console, string(m.Params))
		case "Runtime.consoleAPICalled":
			if strings.Contains(string(m.Params), `"type":"error"`) {
				c.console = append(c.console, string(m.Params))
			}
		}
		c.mu.Unlock()
	}
}

func (c *Browser) send(session, method string, params any) chan reply {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	m := map[string]any{"id": c.n, "method": method}
	if params != nil {
		m["params"] = params
	}
	if session != "" {
		m["sessionId"] = session
	}
	answer := make(chan reply, 1)
	c.answers[c.n] = answer
	text, _ := json.Marshal(m)
	c.to.Write(append(text, 0))
	return answer
}

// Complaints are what the browser complained of, in its own words.
func (c *Browser) Complaints() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.console)
}

// Quiet holds that no dialog was opened and that the browser complained of nothing but what may be, by a part of its words.
func (c *Browser) Quiet(but ...string) {
	c.t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, d := range c.dialogs {
		c.t.Errorf("a dialog was opened: %s", d)
	}
	for _, e := range c.console {
		if slices.ContainsFunc(but, func(may string) bool { return strings.Contains(e, may) }) {
			continue
		}
		c.t.Errorf("the browser complains: %s", e)
	}
}
