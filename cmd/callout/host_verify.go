package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
	"callout/ui/saves"
)

// newHostVerify is "callout host verify": everybody had the same demand, and the games are what was played.
func newHostVerify(t terminal) *cobra.Command {
	var at, seed, commitment string
	cmd := &cobra.Command{
		Use:     "verify [CODE | FILE]",
		Short:   words.Say("after.verify.short"),
		Long:    strings.TrimSpace(words.Say("after.verify.long")),
		Example: "  callout host verify K7Q-M2X\n  callout host verify workshop.jsonl\n  callout host verify --seed 00ff… --commitment 9a31…",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case (seed == "") != (commitment == "") || seed != "" && len(args) > 0:
				return usage(errors.New(words.Say("after.verify.both")))
			case seed != "":
				return verifySeed(t, seed, commitment)
			case len(args) == 0:
				return usage(errors.New(words.Say("after.verify.which")))
			case strings.HasSuffix(args[0], ".jsonl"):
				return verifyFile(t, args[0])
			}
			return inStore(cmd.Context(), at, func(s workshop.Store) error {
				k, err := kept(cmd.Context(), s, args[0])
				if err != nil {
					return err
				}
				return verify(t, k)
			})
		},
	}
	withStore(cmd, &at)
	cmd.Flags().StringVar(&seed, "seed", "", words.Say("after.verify.seed"))
	cmd.Flags().StringVar(&commitment, "commitment", "", words.Say("after.verify.commitment"))
	return cmd
}

// verifySeed checks a promise by itself.
func verifySeed(t terminal, seed, commitment string) error {
	s, err := workshop.ParseSeed(strings.ToLower(strings.TrimSpace(seed)))
	if err != nil {
		return usage(err)
	}
	commitment = strings.ToLower(strings.TrimSpace(commitment))
	if b, err := hex.DecodeString(commitment); err != nil || len(b) != 32 {
		return usage(fmt.Errorf("%.70q is no commitment: it has 64 hexadecimal digits", commitment))
	}
	if err := workshop.CheckSeed(s, commitment); err != nil {
		return err
	}
	_, err = fmt.Fprintln(t.out, words.Say("after.verify.kept", "commitment", commitment))
	return err
}

// verifyFile checks a recording.
func verifyFile(t terminal, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	k, err := after.Import(f, saves.Load)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return verify(t, k)
}

// verify checks a workshop that was played again.
func verify(t terminal, k *after.Kept) error {
	v, err := k.Verify()
	if err != nil {
		return err
	}
	lines := []string{words.Say("after.verify.commitments", "commitment", v.Commitment), words.Say("after.verify.demand", "digest", hex.EncodeToString(v.Demand[:]))}
	for _, c := range v.Teams {
		lines = append(lines, words.Say("after.verify.team", "n", c.N, "turns", c.Turns, "digest", fmt.Sprintf("%016x", c.Digest)))
	}
	if k.Finished() {
		lines = append(lines, words.Say("after.verify.shown", "seed", workshop.FormatSeed(*k.Picture.Seed)))
	} else {
		lines = append(lines, words.Say("after.verify.hidden"))
	}
	_, err = fmt.Fprintln(t.out, strings.Join(lines, "\n"))
	return err
}
