package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
)

// logger is where the server writes what happens, and what closes it. No token, code, seed or name is written there.
func (h *hosting) logger(t terminal) (*slog.Logger, func() error, error) {
	if h.log == "" {
		return slog.New(slog.NewTextHandler(t.err, nil)), func() error { return nil }, nil
	}
	if err := os.MkdirAll(filepath.Dir(h.log), 0o700); err != nil {
		return nil, nil, fmt.Errorf("--log: %w", err)
	}
	f, err := os.OpenFile(h.log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, fmt.Errorf("--log: %w", err)
	}
	return slog.New(slog.NewTextHandler(f, nil)), f.Close, nil
}
