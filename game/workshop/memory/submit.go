package memory

import (
	"context"
	"errors"
	"time"

	"callout/game/workshop"
)

// Submit leaves a command for whoever has the lease.
func (s *Store) Submit(ctx context.Context, id string, c workshop.Command, names []workshop.Name) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return 0, err
	}
	if err := errors.Join(plain(string(c.Kind)), checkNames(names)); err != nil || len(c.Body) > maxBody {
		return 0, errors.Join(errors.New("the command cannot be kept"), err)
	}
	for _, a := range k.asked {
		if c.N != 0 && a.Seat == c.Seat && a.N == c.N && a.refusal == "" {
			return a.Ticket, nil
		}
	}
	ticket := int64(len(k.asked) + 1)
	k.asked = append(k.asked, submission{Submission: workshop.Submission{Ticket: ticket, Command: c, Names: names}})
	k.wake()
	return ticket, nil
}

// Submitted are the commands without an answer, oldest first.
func (s *Store) Submitted(ctx context.Context, id string) ([]workshop.Submission, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return nil, err
	}
	var list []workshop.Submission
	for _, a := range k.asked {
		if !a.answered {
			list = append(list, a.Submission)
		}
	}
	return list, nil
}

// Answer says what became of a command.
func (s *Store) Answer(ctx context.Context, id string, ticket int64, refusal string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return err
	}
	if ticket < 1 || ticket > int64(len(k.asked)) {
		return nil // it is of another workshop
	}
	if a := &k.asked[ticket-1]; !a.answered {
		a.answered, a.refusal = true, refusal
		k.wake()
	}
	return nil
}

// Answered is what was said of a command.
func (s *Store) Answered(ctx context.Context, id string, ticket int64) (string, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k, err := s.open(ctx, id)
	if err != nil {
		return "", false, err
	}
	if ticket < 1 || ticket > int64(len(k.asked)) {
		return "", false, nil
	}
	a := &k.asked[ticket-1]
	return a.refusal, a.answered, nil
}

// Wait returns when something has changed, or after a second.
func (s *Store) Wait(ctx context.Context, id string) error {
	s.mu.Lock()
	k, err := s.open(ctx, id)
	s.mu.Unlock()
	if err != nil {
		return err
	}
	t := time.NewTimer(time.Second)
	defer t.Stop()
	select {
	case <-k.wakeUp(s):
	case <-t.C:
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

// wakeUp is the channel that is closed at the next change.
func (k *kept) wakeUp(s *Store) <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return k.woken
}
