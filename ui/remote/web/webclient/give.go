package webclient

import (
	"context"
	"errors"
	"net/http"
	"time"

	"callout/ui/remote/web"
)

// Waits before a batch is sent again: the first one, and the longest, to which they double.
const (
	firstWait   = 50 * time.Millisecond
	longestWait = 2 * time.Second
)

// Give sends a batch of what the player does, and returns when it was applied, which it is once. Where the request or its
// answer is lost, or the server has trouble (5xx), the same batch is sent again and again. A *Refused says that it was not
// applied, or that the session is gone (404). Where ctx ends first, nobody knows: the next Give then settles that one
// before its own.
func (c *Client) Give(ctx context.Context, events ...web.Event) error {
	c.giving.Lock()
	defer c.giving.Unlock()
	if c.unsure != nil {
		if err := c.insist(ctx, *c.unsure); err != nil {
			return err
		}
	}
	c.mu.Lock()
	n := c.last + 1
	c.mu.Unlock()
	return c.insist(ctx, web.Batch{N: n, Events: events})
}

// insist sends a batch until the server has answered it.
func (c *Client) insist(ctx context.Context, b web.Batch) error {
	for wait := firstWait; ; wait = min(2*wait, longestWait) {
		err := c.GiveBatch(ctx, b)
		var refused *Refused
		if err == nil || errors.As(err, &refused) && refused.Status < http.StatusInternalServerError {
			c.unsure = nil
			return err
		}
		c.unsure = &b
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		}
	}
}

// GiveBatch sends a batch with a number of the caller's own, once, for those who try what a server refuses.
func (c *Client) GiveBatch(ctx context.Context, b web.Batch) error {
	var answer struct{ Keys uint64 }
	if err := c.post(ctx, "/session/keys", b, &answer); err != nil {
		return err
	}
	c.mu.Lock()
	c.last = answer.Keys
	c.mu.Unlock()
	return nil
}

// Keys presses keys, one after the other in one batch.
func (c *Client) Keys(ctx context.Context, keys ...string) error {
	var events []web.Event
	for _, k := range keys {
		events = append(events, web.Event{Key: k})
	}
	return c.Give(ctx, events...)
}

// keyNames are the keys that the page calls by a name, by what a terminal sends for them.
var keyNames = map[rune]string{'\r': "enter", '\t': "tab", ' ': "space"}

// Type presses the keys of a text, as somebody at a terminal would type it, in one batch.
func (c *Client) Type(ctx context.Context, text string) error {
	var keys []string
	for _, k := range text {
		name, ok := keyNames[k]
		if !ok {
			name = string(k)
		}
		keys = append(keys, name)
	}
	return c.Keys(ctx, keys...)
}

// Line says a line in a session that is played line by line.
func (c *Client) Line(ctx context.Context, text string) error {
	return c.Give(ctx, web.Event{Line: &text})
}
