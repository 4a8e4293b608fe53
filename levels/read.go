package levels

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// readFile reads a regular file of at most a little more than maxBytes.
func readFile(path string) ([]byte, error) {
	wrong := func(what string) error { return Problems{{path, 1, 1, what}} }
	info, err := os.Stat(path)
	if err != nil {
		return nil, wrong(fileTrouble(err))
	}
	if info.IsDir() {
		return nil, wrong("this is a directory: name a file in it")
	}
	if !info.Mode().IsRegular() {
		return nil, wrong("this is not a regular file but a pipe or device: name a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, wrong(fileTrouble(err))
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, wrong(fileTrouble(err))
	}
	return src, nil
}

// fileTrouble says why a file cannot be read.
func fileTrouble(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file: check the name, or list the shipped levels with \"callout levels\""
	case errors.Is(err, fs.ErrPermission):
		return "you may not read this file: change its permissions"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return "the file cannot be read: " + err.Error()
}
