package handout

import (
	"fmt"
	"html"
	"io/fs"
	"strings"

	"callout/assets"
	"callout/game/words"
)

// Page is the paper as one HTML file, without a script and without a request to anybody. It prints.
func (p Paper) Page() (string, error) {
	style, err := fs.ReadFile(assets.Workshop(), "print.css")
	if err != nil {
		return "", err
	}
	title, _, _ := strings.Cut(strings.TrimPrefix(p.Text, "# "), "\n")
	return fmt.Sprintf("<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"+
		"<title>%s</title>\n<style>\n%s</style>\n<body class=\"%s\">\n%s</body>\n</html>\n",
		html.EscapeString(words.Spoken()), html.EscapeString(title), style, p.Name, blocks(strings.Split(p.Text, "\n"))), nil
}

// blocks makes HTML of the Markdown that the papers use: headings, paragraphs, lists, tables, quotations, and code between
// fences. Everything else is text.
func blocks(lines []string) string {
	var b strings.Builder
	for i := 0; i < len(lines); {
		line := lines[i]
		n := 1
		switch {
		case strings.TrimSpace(line) == "", strings.HasPrefix(line, "<!--"):
		case strings.HasPrefix(line, "#"):
			text := strings.TrimLeft(line, "#")
			level := len(line) - len(text)
			fmt.Fprintf(&b, "<h%d>%s</h%d>\n", level, spans(strings.TrimSpace(text)), level)
		case strings.HasPrefix(line, "```"):
			n = run(lines[i+1:], func(l string) bool { return !strings.HasPrefix(l, "```") })
			fmt.Fprintf(&b, "<pre>%s</pre>\n", html.EscapeString(strings.Join(lines[i+1:i+1+n], "\n")))
			n += 2
		case strings.HasPrefix(line, "|"):
			n = run(lines[i:], func(l string) bool { return strings.HasPrefix(l, "|") })
			table(&b, lines[i:i+n])
		case strings.HasPrefix(line, "> "):
			n = run(lines[i:], func(l string) bool { return strings.HasPrefix(l, "> ") })
			fmt.Fprintf(&b, "<blockquote>%s</blockquote>\n", spans(strings.Join(without(lines[i:i+n], "> "), " ")))
		case bullet(line):
			n = run(lines[i:], func(l string) bool { return bullet(l) || strings.HasPrefix(l, "  ") })
			list(&b, lines[i:i+n])
		default:
			n = run(lines[i:], plain)
			fmt.Fprintf(&b, "<p>%s</p>\n", spans(strings.Join(lines[i:i+n], " ")))
		}
		i += n
	}
	return b.String()
}

// run is how many lines from the first on are as is says.
func run(lines []string, is func(string) bool) int {
	for i, l := range lines {
		if !is(l) {
			return i
		}
	}
	return len(lines)
}

// plain tells whether a line goes on with a paragraph.
func plain(l string) bool {
	for _, begin := range []string{"#", "```", "|", "> ", "<!--"} {
		if strings.HasPrefix(l, begin) {
			return false
		}
	}
	return strings.TrimSpace(l) != "" && !bullet(l)
}

func bullet(l string) bool { return strings.HasPrefix(l, "* ") || strings.HasPrefix(l, "- ") }

func without(lines []string, prefix string) []string {
	cut := make([]string, len(lines))
	for i, l := range lines {
		cut[i] = strings.TrimPrefix(l, prefix)
	}
	return cut
}

// list writes items that begin with a star or a hyphen, and with a box to tick where they have one.
func list(b *strings.Builder, lines []string) {
	b.WriteString("<ul>\n")
	for i := 0; i < len(lines); {
		n := 1 + run(lines[i+1:], func(l string) bool { return !bullet(l) })
		item := lines[i][2:]
		for _, l := range lines[i+1 : i+n] {
			item += " " + strings.TrimSpace(l)
		}
		if text, box := strings.CutPrefix(item, "[ ] "); box {
			fmt.Fprintf(b, "<li class=\"box\">%s</li>\n", spans(text))
		} else {
			fmt.Fprintf(b, "<li>%s</li>\n", spans(item))
		}
		i += n
	}
	b.WriteString("</ul>\n")
}

// table writes rows of cells. The second row says how columns stand; a head without a word is none.
func table(b *strings.Builder, lines []string) {
	b.WriteString("<table>\n")
	for i, l := range lines {
		if i == 1 {
			continue
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(l), "|"), "|")
		if i == 0 && strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		tag := "td"
		if i == 0 {
			tag = "th"
		}
		b.WriteString("<tr>")
		for _, c := range cells {
			fmt.Fprintf(b, "<%s>%s</%s>", tag, spans(strings.TrimSpace(c)), tag)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
}

// spans makes HTML of what stands in a line: `code`, **strong**, *emphasis*. Code is taken as it is.
func spans(s string) string {
	var b strings.Builder
	for i, part := range strings.Split(s, "`") {
		part = html.EscapeString(part)
		if i%2 == 1 {
			b.WriteString("<code>" + part + "</code>")
			continue
		}
		part = paired(part, "**", "strong")
		b.WriteString(paired(part, "*", "em"))
	}
	return b.String()
}

// paired puts a tag for each pair of marks; one without a second stays as it is.
func paired(s, mark, tag string) string {
	parts := strings.Split(s, mark)
	var b strings.Builder
	for i, p := range parts {
		switch {
		case i%2 == 1 && i < len(parts)-1:
			b.WriteString("<" + tag + ">" + p + "</" + tag + ">")
		case i%2 == 1:
			b.WriteString(mark + p)
		default:
			b.WriteString(p)
		}
	}
	return b.String()
}
