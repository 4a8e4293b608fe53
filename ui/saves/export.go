package saves

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"callout/game/debrief"
	"callout/game/debrief/report"
	"callout/game/disk"
	"callout/game/words"
)

// exported are the formats that a debrief is exported in: to look at, and to work on.
var exported = []string{"html", "md"}

// Export writes a debrief beside the save that it is about, under the save's name, and returns the files. An earlier
// export is written over.
func Export(d *debrief.Debrief) ([]string, error) {
	if d.Record == nil || d.Record.Path == "" {
		return nil, errors.New(words.Say("debriefscreen.export.unrecorded"))
	}
	path, err := filepath.Abs(strings.TrimSuffix(d.Record.Path, suffix))
	if err != nil {
		return nil, err
	}
	var files []string
	for _, format := range exported {
		if !slices.Contains(report.Formats(), format) {
			continue
		}
		var page bytes.Buffer
		if err := report.Write(&page, d, format); err != nil {
			return files, err
		}
		file := path + "." + format
		if err := disk.Write(file, page.Bytes()); err != nil {
			return files, fmt.Errorf("export a debrief: %w", err)
		}
		files = append(files, file)
	}
	return files, nil
}
