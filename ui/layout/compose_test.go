package layout

import (
	"strings"
	"testing"

	"callout/ui/line"
)

func TestOverShadesEverythingAround(t *testing.T) {
	shade := line.Style{On: "\x1b[2m"}
	screen := "\x1b[31mred\x1b[0m and plain\n▁▁ \x1b[1mbold\x1b[0m more \nthe third ro."
	got := Over(screen, 13, shade, Rect{4, 1, 5, 1}, "[box]")
	want := "\x1b[2mred and plain\x1b[0m\n\x1b[2m▁▁ b\x1b[0m[box]\x1b[2more \x1b[0m\n\x1b[2mthe third ro.\x1b[0m"
	if strings.ReplaceAll(got, "\n", "|") != strings.ReplaceAll(want, "\n", "|") {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
