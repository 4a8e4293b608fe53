package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"callout/game/workshop"
)

// File is where workshops are kept unless somebody says otherwise.
func File() string { return filepath.Join(xdg.DataHome, "callout", "workshops.db") }

// Open opens the store at a URL, and makes it where there is none: a path or sqlite://PATH is a SQLite file, nothing is the
// one of File, and postgres://... is a database. No error of it holds a password.
func Open(ctx context.Context, at string) (workshop.Store, error) {
	scheme, rest, isURL := strings.Cut(at, "://")
	switch {
	case at == "":
		return openSQLite(ctx, File(), durable)
	case strings.Contains(at, "dbname=") || strings.Contains(at, "password="):
		return nil, errors.New("write the address of a database as postgres://USER:PASSWORD@HOST:PORT/DATABASE")
	case !isURL:
		return openSQLite(ctx, at, durable)
	case scheme == "sqlite":
		path, err := url.PathUnescape(rest)
		if err != nil || path == "" || strings.ContainsAny(rest, "?#") {
			return nil, fmt.Errorf("store %q: after sqlite:// comes the path of a file, such as sqlite:///var/lib/callout/workshops.db", at)
		}
		return openSQLite(ctx, path, durable)
	case scheme == "postgres" || scheme == "postgresql":
		return openPostgres(ctx, at)
	}
	return nil, fmt.Errorf("there is no store of the kind %q: write the path of a file, sqlite://PATH, or postgres://USER:PASSWORD@HOST:PORT/DATABASE", scheme)
}
