package workshop

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"callout/game"
	"callout/game/journal"
	"callout/game/policy"
	"callout/game/words"
)

// Options are what a hub works with.
type Options struct {
	Store   Store
	Now     func() time.Time // time.Now where nil
	Load    journal.Loader   // finds the shipped levels
	Log     *slog.Logger     // nothing is logged where nil; never a token, code, seed or name
	Policy  func(name string) (policy.Policy, error)
	Meter   Meter  // nothing is counted where nil
	Replica string // tells this server from others on the same store; made up where empty
}

// Plan is what a workshop is made from.
type Plan struct {
	Level     string // a shipped level's name, or what LevelText is called
	LevelText string // the TOML of a level that is not shipped
	Model     string // support model instead of the level's own
	Script    Script
	Language  string
	Policies  []string // a rehearsal: one team each
	By        string   // program and version
}

// Keys are what opens a workshop. They are shown once, to whoever opened it.
type Keys struct {
	Token string // gives the facilitator's rights
}

// A Hub has the workshops of a store, and plays those of which it has the lease.
type Hub struct {
	opt   Options
	tries *Limiter
	stop  context.CancelFunc
	ctx   context.Context
	loops sync.WaitGroup

	mu    sync.Mutex
	rooms []*Room
}

// NewHub opens every workshop of the store, or follows it where another server drives it. It looks for new ones each
// second, until ctx is over or the hub is closed.
func NewHub(ctx context.Context, opt Options) (*Hub, error) {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Meter == nil {
		opt.Meter = unmeasured{}
	}
	if opt.Policy == nil {
		opt.Policy = policy.New
	}
	if opt.Replica == "" {
		opt.Replica = random(8)
	}
	h := &Hub{opt: opt, tries: NewLimiter(opt.Now)}
	h.ctx, h.stop = context.WithCancel(ctx)
	if err := h.look(); err != nil {
		h.stop()
		return nil, err
	}
	h.loops.Go(h.lookOut)
	return h, nil
}

// lookOut finds workshops that other servers open.
func (h *Hub) lookOut() {
	for {
		select {
		case <-h.ctx.Done():
			return
		case <-time.After(time.Second):
		}
		if err := h.look(); err != nil && h.ctx.Err() == nil {
			h.opt.Log.Warn("the store does not list its workshops", "error", err)
		}
	}
}

// look opens what is in the store and not open yet, and drops what was purged.
func (h *Hub) look() error {
	list, err := h.opt.Store.Workshops(h.ctx)
	if err != nil {
		return fmt.Errorf("list the workshops: %w", err)
	}
	for _, w := range list {
		if _, err := h.room(w); err != nil && !errors.Is(err, errUnopened) {
			h.opt.Log.Error("a workshop cannot be opened", "workshop", w.ID, "error", err)
		}
	}
	for _, r := range h.Rooms() {
		if !slices.ContainsFunc(list, func(w Workshop) bool { return w.ID == r.workshop.ID }) {
			r.end(words.Say("workshop.reason.purged"))
			h.drop(r)
		}
	}
	return nil
}

// drop forgets a room.
func (h *Hub) drop(r *Room) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.rooms = slices.DeleteFunc(h.rooms, func(o *Room) bool { return o == r })
}

// room is the room of a workshop, opened where it is not.
func (h *Hub) room(w Workshop) (*Room, error) {
	if r := h.find(func(r *Room) bool { return r.workshop.ID == w.ID }); r != nil {
		return r, nil
	}
	r := newRoom(h, w)
	if err := r.load(); err != nil {
		return nil, err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, old := range h.rooms {
		if old.workshop.ID == w.ID {
			return old, nil // somebody else was quicker
		}
	}
	h.rooms = append(h.rooms, r)
	h.loops.Go(r.run)
	h.loops.Go(r.listen)
	return r, nil
}

// find is the room for which is holds. Every room is asked, so that the time does not tell which it was.
func (h *Hub) find(is func(*Room) bool) *Room {
	var found *Room
	for _, r := range h.Rooms() {
		if is(r) {
			found = r
		}
	}
	return found
}

// Open begins a new workshop and gives the facilitator's chair of it, and the keys to come back to it.
func (h *Hub) Open(ctx context.Context, p Plan) (*Chair, Keys, error) {
	seed, err := ParseSeed(random(32))
	if err != nil {
		return nil, Keys{}, err
	}
	for _, name := range p.Policies {
		if _, err := h.opt.Policy(name); err != nil {
			return nil, Keys{}, err
		}
	}
	o := Opening{
		Level: p.Level, LevelText: p.LevelText, Model: p.Model, Rules: game.Rules, Seed: FormatSeed(seed), Commitment: Commit(seed),
		Script: p.Script, Language: p.Language, Policies: p.Policies, By: p.By,
	}
	l, err := o.level(h.opt.Load)
	if err != nil {
		return nil, Keys{}, err
	}
	o.Level, o.Digest = l.Name, hex.EncodeToString(l.Digest[:])
	now := h.opt.Now().UnixMilli()
	first := Entry{Seq: 1, At: now, Kind: Opened, Body: Body(o)}
	if err := NewState(h.opt.Load).Apply(first); err != nil {
		return nil, Keys{}, err
	}
	keys := Keys{Token: newCode(tokenLength)}
	w := Workshop{ID: random(16), Token: hashToken(keys.Token), Secret: random(32), Opened: now}
	for range 10 { // a code may be in use
		w.Code = newCode(codeLength)
		if err = h.opt.Store.Create(ctx, w); err == nil || h.find(func(r *Room) bool { return same(r.workshop.Code, w.Code) }) == nil {
			break
		}
	}
	if err != nil {
		return nil, Keys{}, fmt.Errorf("keep the new workshop: %w", err)
	}
	if first.Epoch, err = h.opt.Store.Lease(ctx, w.ID, h.opt.Replica, leaseTime); err != nil {
		return nil, Keys{}, fmt.Errorf("take the lease of the new workshop: %w", err)
	}
	if err := h.opt.Store.Append(ctx, w.ID, first.Epoch, []Entry{first}, nil); err != nil {
		return nil, Keys{}, fmt.Errorf("keep the new workshop: %w", err)
	}
	r, err := h.room(w)
	if err != nil {
		return nil, Keys{}, err
	}
	return &Chair{r}, keys, nil
}

// Rooms are the rooms that are open here, oldest first.
func (h *Hub) Rooms() []*Room {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.rooms)
}

// Enter finds the room that a code opens, for a caller who may not try too often. Codes are read as people write them. The
// error is a Refusal.
func (h *Hub) Enter(caller, code string) (*Room, error) {
	var room *Room
	ok, err := h.tries.Try(caller, func() bool {
		code := NormalCode(code)
		room = h.find(func(r *Room) bool { return same(r.workshop.Code, code) })
		return room != nil
	})
	switch {
	case err != nil:
		return nil, h.refused(TooOften, err)
	case !ok:
		return nil, h.refused(WrongCode, Refusal(words.Say("workshop.refuse.code")))
	}
	return room, nil
}

// ByToken gives the facilitator's chair to whoever has its token, for a caller who may not try too often. The error is a
// Refusal.
func (h *Hub) ByToken(caller, token string) (*Chair, error) {
	var room *Room
	ok, err := h.tries.Try(caller, func() bool {
		hash := hashToken(token)
		room = h.find(func(r *Room) bool { return same(r.workshop.Token, hash) })
		return room != nil
	})
	switch {
	case err != nil:
		return nil, h.refused(TooOften, err)
	case !ok:
		return nil, h.refused(WrongToken, Refusal(words.Say("workshop.refuse.token")))
	}
	return &Chair{room}, nil
}

// Own is the facilitator's chair of a room, for whoever started this server: its own terminal, or a key that was named
// when it started. It is not for anybody who came over a network with a name, a code or a claim.
func (h *Hub) Own(r *Room) *Chair { return &Chair{r} }

// Close ends all rooms. What was acknowledged is stored; those who watch are woken and read why. It waits for what is under
// way, until ctx is over.
func (h *Hub) Close(ctx context.Context, why string) error {
	for _, r := range h.Rooms() {
		r.end(why)
	}
	done := make(chan struct{})
	go func() {
		for _, r := range h.Rooms() {
			<-r.ended
		}
		h.stop()
		h.loops.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		h.stop()
		return errors.Join(errors.New("some workshops did not end in time"), ctx.Err())
	}
}
