package main

import (
	"context"
	"errors"
	"time"

	"callout/game/workshop"
)

// countedStore is a store whose failures are counted, by call. That another server has a room is none.
type countedStore struct {
	workshop.Store
	m *measure
}

// storeCalls are the calls that can fail.
var storeCalls = []string{"create", "workshops", "lease", "release", "append", "read", "names", "submit", "submitted", "answer", "answered", "wait", "forget", "purge"}

func (s *countedStore) count(call string, err error) {
	for _, no := range []error{
		nil, context.Canceled, workshop.ErrHeld, workshop.ErrFenced, workshop.ErrGap, workshop.ErrTaken, workshop.ErrUnknown,
	} {
		if errors.Is(err, no) {
			return
		}
	}
	s.m.failures.Of(call).Add(1)
}

func (s *countedStore) Create(ctx context.Context, w workshop.Workshop) error {
	err := s.Store.Create(ctx, w)
	s.count("create", err)
	return err
}

func (s *countedStore) Workshops(ctx context.Context) ([]workshop.Workshop, error) {
	got, err := s.Store.Workshops(ctx)
	s.count("workshops", err)
	return got, err
}

func (s *countedStore) Lease(ctx context.Context, id, holder string, ttl time.Duration) (int64, error) {
	got, err := s.Store.Lease(ctx, id, holder, ttl)
	s.count("lease", err)
	return got, err
}

func (s *countedStore) Release(ctx context.Context, id, holder string, epoch int64) error {
	err := s.Store.Release(ctx, id, holder, epoch)
	s.count("release", err)
	return err
}

func (s *countedStore) Append(ctx context.Context, id string, epoch int64, entries []workshop.Entry, names []workshop.Name) error {
	err := s.Store.Append(ctx, id, epoch, entries, names)
	s.count("append", err)
	return err
}

func (s *countedStore) Read(ctx context.Context, id string, after int64, do func(workshop.Entry) error) error {
	err := s.Store.Read(ctx, id, after, do)
	s.count("read", err)
	return err
}

func (s *countedStore) Names(ctx context.Context, id string) ([]workshop.Name, error) {
	got, err := s.Store.Names(ctx, id)
	s.count("names", err)
	return got, err
}

func (s *countedStore) Submit(ctx context.Context, id string, c workshop.Command, names []workshop.Name) (int64, error) {
	got, err := s.Store.Submit(ctx, id, c, names)
	s.count("submit", err)
	return got, err
}

func (s *countedStore) Submitted(ctx context.Context, id string) ([]workshop.Submission, error) {
	got, err := s.Store.Submitted(ctx, id)
	s.count("submitted", err)
	return got, err
}

func (s *countedStore) Answer(ctx context.Context, id string, ticket int64, refusal string) error {
	err := s.Store.Answer(ctx, id, ticket, refusal)
	s.count("answer", err)
	return err
}

func (s *countedStore) Answered(ctx context.Context, id string, ticket int64) (string, bool, error) {
	refusal, ok, err := s.Store.Answered(ctx, id, ticket)
	s.count("answered", err)
	return refusal, ok, err
}

func (s *countedStore) Wait(ctx context.Context, id string) error {
	err := s.Store.Wait(ctx, id)
	s.count("wait", err)
	return err
}

func (s *countedStore) Forget(ctx context.Context, id string, w workshop.Who) error {
	err := s.Store.Forget(ctx, id, w)
	s.count("forget", err)
	return err
}

func (s *countedStore) Purge(ctx context.Context, id string) error {
	err := s.Store.Purge(ctx, id)
	s.count("purge", err)
	return err
}
