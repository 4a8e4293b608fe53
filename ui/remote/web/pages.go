package web

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"

	"github.com/muesli/termenv"

	"callout/assets"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/remote"
)

// pages are the templates of the pages.
type pages struct{ screen, plain, board *template.Template }

func readPages() (pages, error) {
	t, err := template.ParseFS(assets.Web(), "*.html")
	if err != nil {
		return pages{}, fmt.Errorf("read the web pages: %w", err)
	}
	return pages{t.Lookup("screen.html"), t.Lookup("plain.html"), t.Lookup("board.html")}, nil
}

// pad is a large key for fingers.
type pad struct{ Key, Shown, Name string }

// pageData is what the pages say.
type pageData struct {
	Language, Title         string
	Keys                    string // JSON: what keys are called on the screen, and what they are
	AccentDark, AccentLight string // colours in which keys are written
	Plain                   bool
	Pads                    []pad
	Lost, Missed            string
	Moved, Ended            string
	ToPlain, PlainShort     string
	ToScreen, AboutPlain    string
	Home                    string
	Speak                   string
	Screen, WayOut          string
	Pad, Letters, Touch     string
	Sideways                string
	Smaller, Larger, Again  string
	Log, Command, Send      string
	NoScript                string
}

// padKeys are the keys of the pad: those that a game cannot be played without and that no finger finds on the screen.
var padKeys = []pad{
	{Key: "esc"}, {Key: "tab"}, {Key: "up", Shown: "↑"}, {Key: "down", Shown: "↓"}, {Key: "left", Shown: "←"}, {Key: "right", Shown: "→"},
	{Key: "pgup", Shown: "⇞"}, {Key: "pgdown", Shown: "⇟"}, {Key: "space"}, {Key: "enter"}, {Key: "?"},
}

func (s *Server) data() pageData {
	d := pageData{
		Language: words.Spoken(), Title: cmp.Or(s.o.Title, words.Say("web.title")), Plain: s.o.Plain != nil,
		AccentDark: accent(false), AccentLight: accent(true), Keys: shownKeys(),
		Lost: words.Say("web.lost"), Missed: words.Say("web.missed"), Moved: words.Say("web.moved"), Ended: words.Say("web.ended"),
		ToPlain: words.Say("web.to_plain"), PlainShort: words.Say("web.plain_short"),
		ToScreen: words.Say("web.to_screen"), AboutPlain: words.Say("web.about_plain"),
		Home: words.Say("web.home"), Speak: words.Say("web.speak"), Screen: words.Say("web.screen"), WayOut: words.Say("web.way_out"),
		Pad: words.Say("web.pad"), Letters: words.Say("web.letters"), Touch: words.Say("web.touch"), Sideways: words.Say("web.sideways"),
		Smaller: words.Say("web.smaller"), Larger: words.Say("web.larger"), Again: words.Say("web.again"),
		Log: words.Say("web.log"), Command: words.Say("web.command"), Send: words.Say("web.send"),
		NoScript: words.Say("web.no_script"),
	}
	for _, p := range padKeys {
		if p.Shown == "" {
			p.Shown = key.Shown(p.Key)
		} else {
			p.Name = words.Say("web.key." + p.Key)
		}
		d.Pads = append(d.Pads, p)
	}
	return d
}

// shownKeys are the names by which screens call keys that are no letters.
func shownKeys() string {
	names := map[string]string{}
	for name := range named {
		if name != " " {
			names[key.Shown(name)] = name
		}
	}
	names[key.Shown("up")+key.Shown("down")] = "down"
	text, err := json.Marshal(names)
	if err != nil {
		panic(err) // these are texts
	}
	return string(text)
}

// accent is the colour in which screens write keys.
func accent(light bool) string {
	t := remote.Caller{Profile: termenv.TrueColor, Light: light}.Theme()
	runs := Runs(t.Accent.On + "x")
	return runs[0].Front
}

// page serves a page.
func (s *Server) page(t *template.Template) http.HandlerFunc {
	return s.often(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.write(w, t, s.data())
	})).ServeHTTP
}

// write writes a page, whole or not at all.
func (s *Server) write(w http.ResponseWriter, t *template.Template, data any) {
	var page bytes.Buffer
	if err := t.Execute(&page, data); err != nil {
		s.log.Error("page", "what", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	typed(w, htmlType)
	page.WriteTo(w) // if it cannot be written, nobody is there to read it
}
