package webclient

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"

	"callout/ui/remote/web"
)

// Client is one session in one browser. Its stream is read by one goroutine, and keys are given by another.
type Client struct {
	server string
	http   *http.Client
	id     string

	giving sync.Mutex // held while batches are sent
	unsure *web.Batch // one of which it is not known whether it was applied; nil for none

	mu    sync.Mutex
	last  uint64 // number of the last batch that was applied
	seen  string // of the last frame
	rows  []string
	said  []string
	bytes int64
	code  string
	home  string
}

// Refused is an answer that is not what was asked for.
type Refused struct {
	Status int
	Why    string // a sentence, or empty
}

func (r *Refused) Error() string { return fmt.Sprintf("the server answers %d: %s", r.Status, r.Why) }

// Open begins a session at a server, such as "http://127.0.0.1:8080". Clients may share one *http.Client, whose transport
// has to allow as many connections as there are sessions, and one more.
func Open(ctx context.Context, c *http.Client, server string, b web.Beginning) (*Client, error) {
	one := &Client{server: strings.TrimSuffix(server, "/"), http: c}
	var answer struct{ ID string }
	if err := one.post(ctx, "/session", b, &answer); err != nil {
		return nil, fmt.Errorf("begin a session: %w", err)
	}
	one.id = answer.ID
	return one, nil
}

// request makes a request of the page's own.
func (c *Client) request(ctx context.Context, method, path string, body io.Reader) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, method, c.server+path, body)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Callout", "1")
	if c.id != "" {
		r.Header.Set("Callout-Session", c.id)
	}
	return r, nil
}

// post sends JSON and reads the answer.
func (c *Client) post(ctx context.Context, path string, body, into any) error {
	text, err := json.Marshal(body)
	if err != nil {
		return err
	}
	r, err := c.request(ctx, http.MethodPost, path, bytes.NewReader(text))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := c.http.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return refused(answer)
	}
	return json.NewDecoder(answer.Body).Decode(into)
}

func refused(answer *http.Response) error {
	var said struct{ Why string }
	json.NewDecoder(io.LimitReader(answer.Body, 1<<16)).Decode(&said) // an answer without a sentence has none
	return &Refused{answer.StatusCode, said.Why}
}

// Event is what the server says.
type Event struct {
	Name string // see package web
	Data json.RawMessage
}

// Listen reads the stream and calls hear after each event, when the client has taken it in, until hear returns false, the
// stream ends or ctx does. Whoever calls it again goes on where it was.
func (c *Client) Listen(ctx context.Context, hear func(Event) bool) error {
	var wrong error
	err := c.Stream(ctx, func(e Event) bool {
		wrong = c.take(e)
		return wrong == nil && hear(e)
	})
	return errors.Join(wrong, err)
}

// Stream is Listen for many clients on one machine: it takes nothing in, which costs more than all the rest, so the client
// knows no text and no code.
func (c *Client) Stream(ctx context.Context, hear func(Event) bool) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	r, err := c.request(ctx, http.MethodGet, "/session/frames", nil)
	if err != nil {
		return err
	}
	c.mu.Lock()
	r.Header.Set("Last-Event-ID", c.seen)
	c.mu.Unlock()
	answer, err := c.http.Do(r)
	if err != nil {
		return fmt.Errorf("read the session: %w", err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return refused(answer)
	}
	in := bufio.NewReaderSize(answer.Body, 64<<10)
	var e Event
	id := ""
	for {
		line, err := in.ReadString('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the session: %w", err)
		}
		c.mu.Lock()
		c.bytes += int64(len(line))
		c.mu.Unlock()
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch name {
		case "id":
			id = value
		case "event":
			e.Name = value
		case "data":
			e.Data = json.RawMessage(value)
		case "":
			if id != "" {
				c.mu.Lock()
				c.seen = id
				c.mu.Unlock()
			}
			if !hear(e) {
				return nil
			}
			e, id = Event{}, ""
		}
	}
}

// take takes an event in.
func (c *Client) take(e Event) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch e.Name {
	case "frame":
		var p web.Picture
		if err := json.Unmarshal(e.Data, &p); err != nil {
			return fmt.Errorf("read a frame: %w", err)
		}
		if p.Full {
			c.rows = make([]string, p.Height)
		}
		for _, row := range p.Rows {
			if row.N < 0 || row.N >= len(c.rows) {
				return fmt.Errorf("a frame of %d rows has a row %d", len(c.rows), row.N)
			}
			c.rows[row.N] = row.Text()
		}
	case "lines":
		var l web.Lines
		if err := json.Unmarshal(e.Data, &l); err != nil {
			return fmt.Errorf("read lines: %w", err)
		}
		if l.Full {
			c.said = nil
		}
		c.said = append(c.said, l.Lines...)
	case "keep":
		var kept struct{ Code string }
		if err := json.Unmarshal(e.Data, &kept); err != nil {
			return fmt.Errorf("read a return code: %w", err)
		}
		c.code = kept.Code
	case "home":
		var way struct{ Path string }
		if err := json.Unmarshal(e.Data, &way); err != nil {
			return fmt.Errorf("read the way home: %w", err)
		}
		c.home = way.Path
	}
	return nil
}

// Text is what the screen shows, or what was said, without colours.
func (c *Client) Text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.Join(append(append([]string{}, c.rows...), c.said...), "\n")
}

// Code is the return code that the browser keeps; empty for none.
func (c *Client) Code() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.code
}

// Home is the path that the page leads to for what its player may take home; empty for none.
func (c *Client) Home() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.home
}

// Bytes is how much was read from streams.
func (c *Client) Bytes() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bytes
}
