package report

import (
	"strings"

	"callout/game/drawing"
)

// clean is text as one line without anything that could leave its place.
func clean(s string) string { return drawing.Clean(s) }

// mdText is text in Markdown: every character that could mean something there is taken for itself.
func mdText(s string) string {
	s = clean(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~&$", r),
			i == 0 && beginsBlock(s),
			r == ':' && strings.HasPrefix(s[i:], "://"),
			r == '.' && strings.HasSuffix(strings.ToLower(s[:i]), "www"),
			(r == '.' || r == ')') && i > 0 && allDigits(s[:i]) && (len(s) == i+1 || s[i+1] == ' '):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '@' {
			b.WriteByte(' ') // or GitHub calls whoever has that name
		}
	}
	return b.String()
}

// beginsBlock tells whether a line of Markdown that begins like s would be more than text: a heading, a list, a rule.
func beginsBlock(s string) bool {
	switch s[0] {
	case '#', '=':
		return true
	case '+', '-':
		return len(s) == 1 || s[1] == ' ' || s[1] == s[0]
	}
	return false
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// mdCode is text as it is typed, in Markdown.
func mdCode(s string) string {
	s = strings.ReplaceAll(clean(s), "|", `\|`)
	fence, run := "`", 0
	for _, r := range s {
		if r != '`' {
			run = 0
			continue
		}
		if run++; run >= len(fence) {
			fence += "`"
		}
	}
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || s == "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
