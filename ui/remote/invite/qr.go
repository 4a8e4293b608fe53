package invite

import (
	"strings"

	"rsc.io/qr/coding"
)

// largest is the largest code that can be scanned from the back of a room: 41 modules.
const largest coding.Version = 6

// Modules are those of a QR code that leads to a page and, with the code of a room, into it: row by row, true for dark, without
// a border; nil where the address is too long for a code that can be scanned from the back of a room.
func Modules(page, code string) [][]bool {
	list := segments(page, code)
	for v := coding.Version(coding.MinVersion); v <= largest; v++ {
		plan, err := coding.NewPlan(v, coding.L, 0) // nothing is torn off a screen
		if err != nil {
			return nil
		}
		if made, err := plan.Encode(list...); err == nil {
			return rows(made)
		}
	}
	return nil
}

// segments are what the code says, written as short as it can be: capitals and digits take less than six bits each, all else
// takes eight. Scheme and host mean the same in capitals; a path does not.
func segments(page, code string) []coding.Encoding {
	host, path := page, ""
	if at := strings.Index(page, "://"); at >= 0 {
		if slash := strings.IndexByte(page[at+3:], '/'); slash >= 0 {
			host, path = page[:at+3+slash+1], page[at+3+slash+1:]
		}
	}
	if code != "" {
		path += "#"
	}
	var list []coding.Encoding
	if loud := coding.Alpha(strings.ToUpper(host)); loud.Check() == nil {
		list = append(list, loud)
	} else {
		path = host + path // an address in brackets
	}
	if path != "" {
		list = append(list, coding.String(path))
	}
	if code != "" {
		list = append(list, coding.Alpha(code))
	}
	return list
}

// rows are the modules of a code.
func rows(c *coding.Code) [][]bool {
	list := make([][]bool, c.Size)
	for y := range list {
		list[y] = make([]bool, c.Size)
		for x := range list[y] {
			list[y][x] = c.Black(x, y)
		}
	}
	return list
}
