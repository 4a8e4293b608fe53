package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"callout/game/debrief"
	"callout/game/debrief/report"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
)

// bundle are files that are written into a folder together, once all of them are made.
type bundle struct {
	names []string
	files [][]byte
}

// add makes one more file.
func (b *bundle) add(name string, write func(io.Writer) error) error {
	var file bytes.Buffer
	if err := write(&file); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	b.names, b.files = append(b.names, name), append(b.files, file.Bytes())
	return nil
}

// write writes the files into a folder, which it makes where its parent is there. Nothing is written where one of them
// cannot be.
func (b *bundle) write(folder string) error {
	if info, err := os.Stat(folder); err == nil && !info.IsDir() {
		return errors.New(words.Say("after.export.folder", "name", folder))
	} else if err != nil {
		if err := os.Mkdir(folder, 0o755); err != nil {
			return fmt.Errorf("-o: %w", err)
		}
	}
	for _, name := range b.names {
		if err := canWrite(filepath.Join(folder, name), ""); err != nil {
			return err
		}
	}
	for i, name := range b.names {
		if err := writeWhole(filepath.Join(folder, name), b.files[i]); err != nil {
			return err
		}
	}
	return nil
}

// everything writes all that there is of a workshop into a folder: the room's debrief in every format, statements, the
// recording where the workshop is over, and every team's own debrief.
func (x *roomExport) everything(ctx context.Context, t terminal, s workshop.Store, k *after.Kept) error {
	p, err := x.played(k)
	if err != nil {
		return err
	}
	parts := 1 + len(p.Teams)
	show, done := patient(t, func(n int) string { return words.Say("after.export.progress", "n", n/10) })
	defer done()
	part := 0
	progress := func(n int) { show((part*1000 + n) / parts) }

	r, err := x.look(ctx, p, progress)
	if err != nil {
		return err
	}
	var b bundle
	if err := x.ofRoom(&b, r); err != nil {
		return err
	}
	if k.Finished() {
		err := b.add("workshop."+jsonlFormat, func(w io.Writer) error {
			return k.Record(w, func(do func(workshop.Entry) error) error { return s.Read(ctx, k.Workshop.ID, 0, do) })
		})
		if err != nil {
			return err
		}
	}
	for _, team := range p.Teams {
		part++
		d, err := x.lookAt(ctx, p.Record(team.N), progress)
		if err != nil {
			return err
		}
		for _, format := range report.Formats() {
			name := fmt.Sprintf("team-%0*d.%s", len(fmt.Sprint(len(p.Teams))), team.N, format)
			if err := b.add(name, func(w io.Writer) error { return report.Write(w, d, format) }); err != nil {
				return err
			}
		}
	}
	if err := b.write(x.out); err != nil {
		return err
	}
	done()
	fmt.Fprintln(t.out, words.Say("after.export.written", "n", len(b.names), "folder", x.out))
	return nil
}

// ofRoom adds the room's debrief in every format, with every table, and the statements.
func (x *roomExport) ofRoom(b *bundle, r *after.Room) error {
	for _, format := range report.RoomFormats() {
		if format == "csv" {
			continue // that is its first table
		}
		if err := b.add("room."+format, func(w io.Writer) error { return report.Room(w, r, format) }); err != nil {
			return err
		}
	}
	for _, table := range report.RoomTables() {
		if err := b.add("room-"+table+".csv", func(w io.Writer) error { return report.RoomCSV(w, r, table) }); err != nil {
			return err
		}
	}
	return b.add("room-xapi.json", func(w io.Writer) error { return after.XAPI(w, r, x.home, x.names) })
}

// lookAt looks back on one game.
func (x *roomExport) lookAt(ctx context.Context, r *debrief.Record, progress debrief.Progress) (*debrief.Debrief, error) {
	if x.quick {
		return debrief.Look(r)
	}
	return debrief.Make(ctx, r, progress)
}
