package report

import (
	"encoding/csv"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// A reading is what somebody finds in a report who knows nothing of how it was written.
type reading struct {
	questions []string // headings of sections
	answers   []string // the first paragraph under each
	cards     []string // headings of cards
	tables    map[string][][]string
	orders    []string // what is shown as typed
}

// readMarkdown reads a report in Markdown. Whatever in it would be more than text, and is not what a report has, fails the
// test.
func readMarkdown(t tester, text string) reading {
	t.Helper()
	r := reading{tables: map[string][][]string{}}
	heading, answered := "", true
	for _, line := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(line, "# "):
			plain(t, &r, line[2:])
		case strings.HasPrefix(line, "## "):
			r.questions, answered = append(r.questions, plain(t, &r, line[3:])), false
		case strings.HasPrefix(line, "### "):
			heading = plain(t, &r, line[4:])
			r.cards = append(r.cards, heading)
		case strings.HasPrefix(line, "| "):
			r.tables[heading] = append(r.tables[heading], cells(t, &r, line))
		case line == "---" || line == "":
		default:
			item := plain(t, &r, strings.TrimPrefix(line, "- "))
			if !answered {
				r.answers, answered = append(r.answers, item), true
			}
		}
	}
	for name, rows := range r.tables {
		r.tables[name] = slices.Delete(rows, 1, 2) // the rule under the names
		r.cards = slices.DeleteFunc(r.cards, func(c string) bool { return c == name })
		if name == "" {
			t.Error("a table has no title")
		}
	}
	return r
}

// cells takes a row of a table apart, at every bar that is not escaped.
func cells(t tester, r *reading, line string) []string {
	t.Helper()
	var list []string
	from := 1
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			list, from = append(list, plain(t, r, strings.TrimSpace(line[from:i]))), i+1
		}
	}
	if from != len(line) {
		t.Errorf("a row goes on behind its last bar: %q", line)
	}
	return list
}

// plain is what a reader sees of a piece of Markdown. The only things that may be more than text are strong text
// around the whole or at the beginning, and orders in code.
func plain(t tester, r *reading, s string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0:
			i++
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i:], "**"):
			i++
		case c == '`':
			fence := s[i : i+len(s[i:])-len(strings.TrimLeft(s[i:], "`"))]
			code, _, closed := strings.Cut(s[i+len(fence):], fence)
			for closed && strings.HasPrefix(s[i+len(fence)+len(code)+len(fence):], "`") {
				t.Fatalf("code is not closed where it seems to be: %q", s)
			}
			if !closed {
				t.Fatalf("code is not closed: %q", s)
			}
			r.orders = append(r.orders, strings.TrimSpace(strings.ReplaceAll(code, `\|`, "|")))
			i += 2*len(fence) + len(code) - 1
			b.WriteString(strings.TrimSpace(code))
		case strings.IndexByte("*_[]<>|~&$\\", c) >= 0:
			t.Errorf("%q is more than text in %q", c, s)
		case c == '@' && i+1 < len(s) && s[i+1] == ' ':
			b.WriteByte('@')
			i++
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// allowedElements and allowedAttributes are all that a page may have: nothing that runs, and nothing that asks anybody.
var (
	allowedElements = strings.Fields(`html head meta title style body header nav main footer section article h1 h2 h3 h4 p a b strong span code
		ul ol li dl dt dd div figure figcaption details summary table caption thead tbody tr th td
		svg defs pattern desc rect path circle text`)
	allowedAttributes = strings.Fields(`lang charset http-equiv name content class id href role scope aria-hidden aria-label aria-labelledby data-of
		width height viewBox x y cx cy r d patternUnits patternTransform`)
)

// readHTML reads a page, which is well-formed XML too.
func readHTML(t tester, text string) reading {
	t.Helper()
	r := reading{tables: map[string][][]string{}}
	d := xml.NewDecoder(strings.NewReader(text))
	var open []string
	var classes []string
	var content strings.Builder
	caption := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("the page is not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			class := allowed(t, e)
			open, classes = append(open, e.Name.Local), append(classes, class)
			switch e.Name.Local {
			case "h2", "h3", "p", "caption", "th", "td", "code":
				content.Reset()
			case "tr":
				r.tables[caption] = append(r.tables[caption], nil)
			}
		case xml.CharData:
			content.Write(e)
		case xml.EndElement:
			class := classes[len(classes)-1]
			open, classes = open[:len(open)-1], classes[:len(classes)-1]
			r.close(e.Name.Local, class, open, strings.TrimSpace(content.String()), &caption)
		case xml.Comment:
			t.Errorf("there is a comment: %q", e)
		}
	}
	return r
}

// close takes in what has just ended.
func (r *reading) close(name, class string, open []string, text string, caption *string) {
	switch {
	case name == "h2" && slices.Contains(open, "section"):
		r.questions = append(r.questions, text)
	case name == "p" && class == "answer":
		r.answers = append(r.answers, text)
	case name == "h3":
		r.cards = append(r.cards, text)
	case name == "code":
		r.orders = append(r.orders, text)
	case name == "caption":
		*caption = text
	case name == "th", name == "td":
		rows := r.tables[*caption]
		rows[len(rows)-1] = append(rows[len(rows)-1], text)
	}
}

// allowed fails the test for an element or attribute that no report has, and returns the element's class.
func allowed(t tester, e xml.StartElement) string {
	t.Helper()
	if !slices.Contains(allowedElements, e.Name.Local) {
		t.Errorf("the page has an element %s", e.Name.Local)
	}
	class := ""
	for _, a := range e.Attr {
		switch {
		case !slices.Contains(allowedAttributes, a.Name.Local):
			t.Errorf("the page has an attribute %s", a.Name.Local)
		case a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#"):
			t.Errorf("the page leads to %q", a.Value)
		case a.Name.Local == "class":
			class = a.Value
		}
	}
	return class
}

// readCSV reads a table. Every line has the columns of the first.
func readCSV(t testing.TB, text string) [][]string {
	t.Helper()
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("a line ends without CR and LF")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// columnOf is a column of a table, without its name.
func columnOf(t testing.TB, rows [][]string, name string) []string {
	t.Helper()
	i := slices.Index(rows[0], name)
	if i < 0 {
		t.Fatalf("there is no column %s in %v", name, rows[0])
	}
	var list []string
	for _, r := range rows[1:] {
		list = append(list, r[i])
	}
	return list
}
