package report

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"

	"callout/game"
	"callout/game/debrief"
)

// formatVersion is raised when a field changes its meaning.
const formatVersion = 1

// JSON writes a debrief for programs; the package's text has its shape.
func JSON(w io.Writer, d *debrief.Debrief) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(documentOf(d)); err != nil {
		return fmt.Errorf("write a debrief as JSON: %w", err)
	}
	_, err := w.Write(visible(b.Bytes()))
	return err
}

// visible writes the characters of JSON that cannot be seen, or that turn the direction of what is read, as escapes: no
// name can then do to a terminal what it does not do to a program. Outside of texts JSON has none.
func visible(b []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(b) {
		switch {
		case r == '\n' || unicode.IsPrint(r):
			out.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes()
}

type document struct {
	Format         int               `json:"format"`
	Level          string            `json:"level"`
	Title          string            `json:"title"`
	LevelDigest    string            `json:"level_digest"`
	Seed           string            `json:"seed_fingerprint"`
	Rules          int               `json:"rules"`
	Models         []string          `json:"support_models"`
	Turns          int               `json:"turns"`
	At             game.Minute       `json:"at_minute"`
	Over           bool              `json:"over"`
	Won            bool              `json:"won"`
	Score          number            `json:"score"`
	LeftOut        []string          `json:"left_out"`
	RevenueLost    game.Pence        `json:"revenue_lost"`
	TotalCost      game.Pence        `json:"total_cost"`
	Costs          []costJSON        `json:"costs"`
	Protection     protectionJSON    `json:"protection"`
	Goals          []goalJSON        `json:"goals"`
	Metrics        map[string]number `json:"metrics"`
	TimeToRestore  map[string]int64  `json:"time_to_restore"`
	Losses         []lossJSON        `json:"losses"`
	Fires          []fireJSON        `json:"fires"`
	Findings       []findingJSON     `json:"findings"`
	Course         []pointJSON       `json:"course"`
	Marks          []markJSON        `json:"marks"`
	Applications   []applicationJSON `json:"applications"`
	People         []personJSON      `json:"people"`
	Ladder         *ladderJSON       `json:"ladder"`
	ComparedModels []modelJSON       `json:"models"`
	Decisions      []decisionJSON    `json:"decisions"`
	Predictions    []predictedJSON   `json:"predictions"`
	Next           string            `json:"next"`
	Questions      []string          `json:"questions"`
}

// predictedJSON is how often the player was so sure, and right.
type predictedJSON struct {
	Sure  int `json:"sure_percent"`
	Said  int `json:"said"`
	Right int `json:"right"`
}

func documentOf(d *debrief.Debrief) *document {
	r, l := &d.Result, d.Record.Level
	doc := &document{
		Format: formatVersion, Level: l.Name, Title: l.Title, LevelDigest: hex.EncodeToString(l.Digest[:]),
		Seed: fingerprint(d.Record.Seed), Rules: game.Rules, Models: modelsOf(l),
		Turns: r.Turns, At: r.At, Over: r.Over, Won: r.Won, LeftOut: leftOut(d),
		Metrics: numbersOf(r.Values), TimeToRestore: statesJSON(r.StateMinutes),
		Score: numbersOf(r.Values)["score"], RevenueLost: valueOf(r.Values, "revenue_lost").N, TotalCost: valueOf(r.Values, "total_cost").N,
		Costs: []costJSON{}, Goals: []goalJSON{}, Losses: []lossJSON{}, Fires: []fireJSON{}, Findings: []findingJSON{},
		Course: []pointJSON{}, Marks: []markJSON{}, Applications: []applicationJSON{}, People: []personJSON{},
		ComparedModels: []modelJSON{}, Decisions: []decisionJSON{}, Predictions: []predictedJSON{}, Next: d.Next, Questions: append([]string{}, d.Questions...),
	}
	for _, p := range d.Predictions.Levels {
		doc.Predictions = append(doc.Predictions, predictedJSON{p.Sure, p.Said, p.Right})
	}
	doc.lookBack(d)
	doc.compare(d)
	return doc
}
