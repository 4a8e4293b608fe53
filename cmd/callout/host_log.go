package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// logFile is where the log goes while the screen is shown, unless somebody says otherwise.
func logFile() string { return filepath.Join(xdg.DataHome, "callout", "host.log") }

// logger is where the server writes what happens, and what closes it. No token, code, seed or name is written there.
func (h *hosting) logger(t terminal, screen bool) (*slog.Logger, func() error, error) {
	path := h.log
	if path == "" && screen {
		path = logFile()
	}
	if path == "" {
		return slog.New(slog.NewTextHandler(t.err, nil)), func() error { return nil }, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, nil, fmt.Errorf("--log: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, nil, fmt.Errorf("--log: %w", err)
	}
	return slog.New(slog.NewTextHandler(f, nil)), f.Close, nil
}
