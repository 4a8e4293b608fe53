package report

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop/after"
)

// RoomFormats are the formats that the debrief of a room can be written in, the usual one first.
func RoomFormats() []string { return []string{"md", "html", "json", "csv"} }

// Room writes the debrief of a room. As CSV it is the usual table; RoomCSV writes the others.
func Room(w io.Writer, r *after.Room, format string) error {
	switch format {
	case "md":
		var m markdown
		m.page(roomPage(r))
		if _, err := io.WriteString(w, m.b.String()); err != nil {
			return fmt.Errorf("write the debrief of a room as Markdown: %w", err)
		}
		return nil
	case "html":
		var b bytes.Buffer
		if err := pageTemplate().ExecuteTemplate(&b, "page.html", roomPage(r)); err != nil {
			return fmt.Errorf("write the debrief of a room as HTML: %w", err)
		}
		_, err := w.Write(b.Bytes())
		return err
	case "json":
		return roomJSON(w, r)
	case "csv":
		return RoomCSV(w, r, RoomTables()[0])
	}
	return among("format", format, RoomFormats())
}

// roomPage is the debrief of a room as a page.
func roomPage(r *after.Room) *page {
	l := r.Played.Level
	p := &page{
		Language: words.Spoken(), Title: words.Say("after.page.title", "level", l.Title), Contents: words.Say("report.page.contents"),
		Foot: words.Say("after.page.foot", "level", l.Name, "digest", hex.EncodeToString(l.Digest[:6]), "seed", fingerprint(r.Played.Seed), "rules", game.Rules),
	}
	p.About = append(p.About, words.Say("after.page.about", "n", len(r.Teams)))
	if len(r.Events) > 0 {
		p.About = append(p.About, words.Say("after.page.events", "n", len(r.Events)))
	}
	if r.Played.Closed.IsZero() {
		p.About = append(p.About, words.Say("after.page.open"))
	}
	if len(r.Same) == 0 {
		p.About = append(p.About, words.Say("after.page.quick"))
	}
	if len(r.Teams) == 0 {
		return p
	}
	best, worst := &r.Teams[r.Ranked[0]], &r.Teams[r.Ranked[len(r.Ranked)-1]]
	p.Facts = []fact{
		{Name: words.Say("after.fact.lost"), Value: words.Money(r.Lost)},
		{Name: words.Say("after.fact.least", "team", best.Name), Value: words.Money(best.Total)},
		{Name: words.Say("after.fact.most", "team", worst.Name), Value: words.Money(worst.Total)},
		{Name: words.Say("after.fact.common"), Value: words.Number(int64(len(r.Common)))},
	}
	for _, make := range []func(*after.Room) *section{
		roomCost, roomFaults, roomAlike, roomParted, roomEffects, roomModels, roomEvents, roomPredictions, roomNext,
	} {
		if s := make(r); s != nil {
			p.Sections = append(p.Sections, *s)
		}
	}
	return p
}

// mostRows is how many teams a chart has room for.
const mostRows = 12

// spread are the indices of up to so many of n places, evenly, the first and the last among them.
func spread(n, most int) []int {
	var list []int
	for i := range min(n, most) {
		if n <= most {
			list = append(list, i)
		} else {
			list = append(list, i*(n-1)/(most-1))
		}
	}
	return list
}
