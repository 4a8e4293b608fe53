package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop/handout"
)

// newHostGuide is "callout host guide": what whoever leads a workshop reads and prints.
func newHostGuide(t terminal) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "guide",
		Short: words.Say("host.guide.short"),
		Long:  words.Say("host.guide.long"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if folder == "" {
				text, err := handout.Guide()
				if err == nil {
					_, err = fmt.Fprint(t.out, text)
				}
				return err
			}
			return writePapers(t, folder)
		},
	}
	cmd.Flags().StringVarP(&folder, "out", "o", "", words.Say("host.guide.out"))
	return cmd
}

// writePapers writes all papers into a folder, each as a page and as Markdown.
func writePapers(t terminal, folder string) error {
	papers, err := handout.Papers()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("--out: make the folder: %w", err)
	}
	for _, p := range papers {
		page, err := p.Page()
		if err != nil {
			return err
		}
		for ending, text := range map[string]string{".html": page, ".md": p.Text} {
			if err := writeWhole(filepath.Join(folder, p.Name+ending), []byte(text)); err != nil {
				return err
			}
		}
	}
	t.note("%s", words.Say("host.guide.written", "folder", folder))
	return nil
}
