package report

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"callout/game"
	"callout/game/debrief"
)

// A number is a decimal number as it is written, exact; empty where there is none.
type number string

// MarshalJSON writes the number, or null.
func (n number) MarshalJSON() ([]byte, error) {
	if n == "" {
		return []byte("null"), nil
	}
	return []byte(n), nil
}

// numberOf is a metric in the unit of the contract, with its thousandths where it has any.
func numberOf(v game.Value) number {
	if !v.Valid {
		return ""
	}
	if v.Milli {
		return decimal(v.N, 3)
	}
	return number(strconv.FormatInt(v.N, 10))
}

// decimal is n with its last digits behind the point, without the zeros that end it.
func decimal(n int64, digits int) number {
	sign, s := "", strconv.FormatInt(n, 10)
	if n < 0 {
		sign, s = "-", s[1:]
	}
	s = strings.Repeat("0", max(0, digits+1-len(s))) + s
	whole, rest := s[:len(s)-digits], strings.TrimRight(s[len(s)-digits:], "0")
	if rest != "" {
		whole += "." + rest
	}
	return number(sign + whole)
}

// valueOf is the metric of that name; it is not valid where there is none.
func valueOf(values []game.Value, name string) game.Value {
	for _, v := range values {
		if v.Name == name {
			return v
		}
	}
	return game.Value{Name: name}
}

func numbersOf(values []game.Value) map[string]number {
	all := map[string]number{}
	for _, v := range values {
		all[v.Name] = numberOf(v)
	}
	return all
}

// fingerprint tells seeds apart and does not tell them.
func fingerprint(s game.Seed) string {
	var b []byte
	for _, word := range s {
		b = binary.BigEndian.AppendUint64(b, word)
	}
	sum := sha256.Sum256(append([]byte("callout seed "), b...))
	return hex.EncodeToString(sum[:6])
}

// modelsOf names the support models that the applications of a level begin with.
func modelsOf(l *game.Level) []string {
	names := []string{}
	for i := range l.Applications {
		if name := l.Models[l.Applications[i].Model].Name; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// leftOut names what was not made.
func leftOut(d *debrief.Debrief) []string {
	parts := []string{}
	if len(d.Models) == 0 {
		parts = append(parts, "comparison")
	}
	if d.Review.Tried == 0 {
		parts = append(parts, "decisions")
	}
	return parts
}

// faultNames are the keys of kinds of fault, in JSON and CSV.
var faultNames = [...]string{
	game.UnknownFault: "unknown", game.ConfigurationFault: "configuration", game.DataFault: "data",
	game.InfrastructureFault: "infrastructure", game.CodeFault: "code", game.ChangeFaultKind: "change", game.DependencyFault: "dependency",
}

func faultName(k game.FaultKind) string {
	if int(k) < len(faultNames) {
		return faultNames[k]
	}
	return faultNames[game.UnknownFault]
}

// medalNames are the keys of medals.
var medalNames = [...]string{debrief.NoMedal: "none", debrief.Bronze: "bronze", debrief.Silver: "silver", debrief.Gold: "gold"}

func medalName(m debrief.Medal) string {
	if int(m) < len(medalNames) {
		return medalNames[m]
	}
	return medalNames[debrief.NoMedal]
}

// modelName is the key of a result under a support model.
func modelName(m *debrief.ModelResult) string {
	if m.Played {
		return "played"
	}
	return m.Model
}

// turnOf is a turn as people and journals count them.
func turnOf(index int) int { return index + 1 }

// hexHead is enough of a digest to tell it from another.
func hexHead(digest []byte) string { return hex.EncodeToString(digest[:min(len(digest), 6)]) }
