package words

import "strings"

// fill replaces each {name} of a template by what value returns for it. A placeholder may carry two texts,
// {name:one|many}; value gets them too, chooses, and so a sentence agrees with its number.
func fill(template string, value func(name, one, many string) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		name, texts, _ := strings.Cut(name, ":")
		one, many, _ := strings.Cut(texts, "|")
		b.WriteString(value(name, one, many))
		template = after
	}
}

// Count is a number with the noun that agrees with it: "1 day", "2 days".
func Count(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}

// choose is yes or no, by n.
func choose(n int64, yes, no string) string {
	if n != 0 {
		return yes
	}
	return no
}
