package journal

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"callout/game"
)

// format is the version of the file format. It is raised when an older Callout could misread a newer file. Format 2 has
// notes, orders that are taken back, and branches; files of format 1 are read, and go on as they are.
const format = 2

// Header is the first line of a journal: what the game was made from.
type Header struct {
	Format      int    `json:"callout"`
	Level       string `json:"level"`        // name of a shipped level, or of the level in the file Source
	Source      string `json:"source"`       // path of the level's file, or empty for a shipped level
	Model       string `json:"model"`        // support model chosen instead of the level's own, or empty
	LevelDigest string `json:"level_digest"` // game.Level.Digest in hexadecimal
	Rules       int    `json:"rules"`        // game.Rules
	Seed        string `json:"seed"`         // game.Seed in hexadecimal
	By          string `json:"by"`           // program and version that began the game
	Created     string `json:"created"`      // when, as the program wrote it

	// Where a branch comes from; both are left out of other journals.
	Parent     string `json:"parent,omitempty"`      // name of the file, without its folder
	ParentTurn int    `json:"parent_turn,omitempty"` // how many turns were taken over
}

// Setup is what a new game is made from.
type Setup struct {
	Level   *game.Level
	Source  string // path of the level's file, or empty for a shipped level
	Model   string // support model chosen instead of the level's own, or empty
	Seed    game.Seed
	By      string // program and version
	Created string // date and time
}

func (s *Setup) header() Header {
	return Header{
		Format: format, Level: s.Level.Name, Source: s.Source, Model: s.Model,
		LevelDigest: hex.EncodeToString(s.Level.Digest[:]), Rules: game.Rules,
		Seed: formatSeed(s.Seed), By: s.By, Created: s.Created,
	}
}

func formatSeed(s game.Seed) string {
	var b []byte
	for _, word := range s {
		b = binary.BigEndian.AppendUint64(b, word)
	}
	return hex.EncodeToString(b)
}

// Seeded is the header's seed; reading a header has checked that it is one.
func (h *Header) Seeded() game.Seed {
	var s game.Seed
	if b, err := hex.DecodeString(h.Seed); err == nil && len(b) == 8*len(s) {
		for i := range s {
			s[i] = binary.BigEndian.Uint64(b[8*i:])
		}
	}
	return s
}

// Reasons for refusing a file, for errors.Is. Each comes wrapped in a sentence with file and line.
var (
	ErrForeign    = errors.New("it is not a saved game of Callout")
	ErrNewer      = errors.New("it was saved by a newer Callout")
	ErrDamaged    = errors.New("it is damaged")
	ErrOtherRules = errors.New("it was played under other rules")
	ErrOtherLevel = errors.New("its level is another one now")
	ErrDiffers    = errors.New("it does not play out as it was recorded")
	ErrInUse      = errors.New("it is being played by another Callout")
)

// readHeader reads the first line. The version is looked at before anything that a newer format may do differently.
func readHeader(line []byte) (Header, uint32, error) {
	var version struct {
		Callout *int `json:"callout"`
	}
	if err := json.Unmarshal(line, &version); err != nil || version.Callout == nil {
		return Header{}, 0, ErrForeign
	}
	if *version.Callout > format {
		return Header{}, 0, fmt.Errorf("%w: its format is %d, this one reads up to %d", ErrNewer, *version.Callout, format)
	}
	var h Header
	body, sum, err := unseal(line, 0)
	if err == nil {
		err = decode(body, &h)
	}
	if err == nil && (h.Format < 1 || h.ParentTurn < 0 || h.ParentTurn > 0 && h.Parent == "" || !isHex(h.LevelDigest, 32) || !isHex(h.Seed, 32) || h.unprintable()) {
		err = errShape
	}
	if err != nil {
		return Header{}, 0, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return h, sum, nil
}

// unprintable tells whether a text of the header could upset a terminal.
func (h *Header) unprintable() bool {
	return strings.ContainsFunc(h.Level+h.Source+h.Model+h.By+h.Created+h.Parent, func(r rune) bool { return !unicode.IsPrint(r) })
}

// Loader finds the level that a game was made from: by its file's path, or by its name where source is empty, with
// the support model that was chosen, or the level's own where model is empty.
type Loader func(name, source, model string) (*game.Level, error)

// level loads the header's level and makes sure that it is still the same, under the same rules.
func (h *Header) level(load Loader) (*game.Level, error) {
	if h.Rules != game.Rules {
		return nil, fmt.Errorf("%w: they were version %d, these are version %d, and the same orders would lead elsewhere",
			ErrOtherRules, h.Rules, game.Rules)
	}
	l, err := load(h.Level, h.Source, h.Model)
	if err != nil {
		return nil, fmt.Errorf("load its level: %w", err)
	}
	if l.Name != h.Level {
		return nil, fmt.Errorf("%w: %s is called %s, the game was begun with %s", ErrOtherLevel, h.place(), l.Name, h.Level)
	}
	if got := hex.EncodeToString(l.Digest[:]); got != h.LevelDigest {
		return nil, fmt.Errorf("%w: %s has fingerprint %.12s, the game was begun with %.12s", ErrOtherLevel, h.place(), got, h.LevelDigest)
	}
	return l, nil
}

// place names the level for a message.
func (h *Header) place() string {
	if h.Source != "" {
		return h.Source
	}
	return h.Level
}
