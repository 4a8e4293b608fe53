package settings

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"callout/game/disk"
	"callout/game/words"
	"callout/ui/key"
)

// Sample is a file of settings that changes nothing: every setting as a remark, with what it does.
func Sample() string {
	var b strings.Builder
	remark := func(text string) { fmt.Fprintf(&b, "# %s\n", text) }
	line := func(text string) { fmt.Fprintf(&b, "#%s\n", text) }
	remark(words.Say("config.sample.begin"))
	b.WriteByte('\n')
	remark(words.Say("config.sample.language", "names", strings.Join(words.Languages(), ", ")))
	line("language = " + strconv.Quote(words.Spoken()))
	b.WriteByte('\n')
	remark(words.Say("config.sample.motion"))
	line("reduced_motion = true")
	b.WriteByte('\n')
	remark(words.Say("config.sample.predictions"))
	line("predictions = false")
	b.WriteByte('\n')
	remark(words.Say("config.sample.theme"))
	line("theme = \"auto\"")
	b.WriteByte('\n')
	remark(words.Say("config.sample.keys"))
	b.WriteString("[keys]\n")
	for _, k := range key.All() {
		line(k.Name + " = " + Quoted(k.Keys) + " # " + k.Help())
	}
	return b.String()
}

// Quoted are keys as the file writes them: ["space", "t"].
func Quoted(keys []string) string {
	quoted := make([]string, len(keys))
	for i, k := range keys {
		quoted[i] = strconv.Quote(k)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// Init writes the sample where the settings are kept, unless there is a file.
func Init() error {
	path := Path()
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s is there already: change it, or move it away first", path)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make the folder of the settings: %w", err)
	}
	return disk.Write(path, []byte(Sample()))
}

// Change writes one setting, such as language = "de", into the file of settings and leaves the rest of it as it is. The
// value is written as TOML.
func Change(name, value string) error {
	path := Path()
	src, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("make the folder of the settings: %w", err)
		}
		src = []byte(Sample())
	} else if err != nil {
		return fmt.Errorf("read the settings: %w", err)
	}
	return disk.Write(path, []byte(changed(string(src), name, value)))
}

// changed is a text of settings with one of them set: in its line, in place of the remark that shows it, or before the
// first table.
func changed(src, name, value string) string {
	lines := strings.Split(src, "\n")
	table, remark := len(lines), -1
	for i, l := range lines {
		bare := strings.TrimSpace(l)
		if strings.HasPrefix(bare, "[") {
			table = i
			break
		}
		left, _, is := strings.Cut(bare, "=")
		switch left = strings.TrimSpace(left); {
		case is && left == name:
			lines[i] = name + " = " + value
			return strings.Join(lines, "\n")
		case is && strings.TrimSpace(strings.TrimPrefix(left, "#")) == name && remark < 0:
			remark = i
		}
	}
	if remark >= 0 {
		lines[remark] = name + " = " + value
		return strings.Join(lines, "\n")
	}
	before := append(lines[:table:table], name+" = "+value)
	return strings.Join(append(before, lines[table:]...), "\n")
}
