package progress

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"

	"callout/game/disk"
	"callout/ui/saves"
)

// What an archive holds: the progress, and the saved games in a folder.
const (
	archived  = "progress.json"
	gamesPart = "games"
)

// Export writes one file with the progress and all saved games, to be imported on another machine. It returns the number of
// games. A file that is there already is left alone. Saves that cannot be read stay out; left names them.
func (s Store) Export(file string) (games int, left []string, err error) {
	if _, err := os.Lstat(file); err == nil {
		return 0, nil, fmt.Errorf("export the progress: %s exists already and is left alone: name another file", file)
	}
	p, err := s.Read()
	if err != nil {
		return 0, nil, err
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	b, err := encode(p)
	if err == nil {
		err = pack(z, &zip.FileHeader{Name: archived, Method: zip.Deflate}, b)
	}
	if err != nil {
		return 0, nil, fmt.Errorf("export the progress: %w", err)
	}
	list, unread := saves.List()
	for _, save := range list {
		name := filepath.Base(save.Path)
		if !saves.IsName(name) {
			left = append(left, save.Path+": its name cannot be kept on every system")
			continue
		}
		b, err := os.ReadFile(save.Path)
		if err != nil {
			left = append(left, err.Error())
			continue
		}
		h := &zip.FileHeader{Name: path.Join(gamesPart, name), Method: zip.Deflate}
		if info, err := os.Stat(save.Path); err == nil {
			h.Modified = info.ModTime()
		}
		if err := pack(z, h, b); err != nil {
			return 0, nil, fmt.Errorf("export %s: %w", save.Path, err)
		}
		games++
	}
	if unread != nil {
		left = append(left, unread.Error())
	}
	if err := z.Close(); err != nil {
		return 0, nil, fmt.Errorf("export the progress: %w", err)
	}
	if err := disk.Write(file, out.Bytes()); err != nil {
		return 0, nil, fmt.Errorf("export the progress: %w", err)
	}
	return games, left, nil
}

func pack(z *zip.Writer, h *zip.FileHeader, b []byte) error {
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}
