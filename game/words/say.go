package words

import (
	"fmt"
	"strings"

	"callout/game"
)

// Say is the text of a key of the catalogue, in the language in use, with its placeholders filled. The pairs are names
// of placeholders and their values: texts, whole numbers, or lengths of time. In a template {who} is the value, {n} a number as it is
// read, {n:change|changes} the number with the noun that agrees with it, and {?n:is|are} only the word that agrees:
// the first for one, or for a bool that is true. A length of time is written as by Span, and with {t:day|days} as by SpanIn.
//
// A key that is not in the catalogue is its own text, in brackets; a test reads every call in the source and holds that
// there is none, and that each says what its placeholders are filled from.
func Say(key string, pairs ...any) string {
	template, ok := inUse().texts[key]
	if !ok {
		if template, ok = firstLanguage().texts[key]; !ok {
			return "[" + key + "]"
		}
	}
	if !strings.Contains(template, "{") {
		return template
	}
	return fillPairs(template, pairs)
}

func fillPairs(template string, pairs []any) string {
	return fill(template, func(name, one, many string) string {
		name, agrees := strings.CutPrefix(name, "?")
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return place(pairs[i+1], agrees, one, many)
			}
		}
		return "{" + name + "}"
	})
}

// Has tells whether the catalogue has a key, where a text is there for some things only.
func Has(key string) bool {
	_, ok := firstLanguage().texts[key]
	return ok
}

// place is a value as it stands in a sentence.
func place(value any, agrees bool, one, many string) string {
	var n int64
	switch v := value.(type) {
	case string:
		return v
	case bool:
		if v {
			return one
		}
		return many
	case game.Minute:
		if one != "" {
			return SpanIn(v, one, many)
		}
		return Span(v)
	case int:
		n = int64(v)
	case int32:
		n = int64(v)
	case int64:
		n = v
	default:
		return fmt.Sprint(v)
	}
	switch {
	case agrees && n == 1:
		return one
	case agrees:
		return many
	case one != "":
		return Count(n, one, many)
	}
	return Number(n)
}
