package month

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"callout/levels/history"
)

const longestName = 24

// applications makes the level's applications of those in the data, the busiest first, and finds their teams.
func (m *Month) applications(h *history.History, d *data, o *Options) error {
	n := len(h.Apps)
	incidents, noise, deployments := make([]int, n), make([]int, n), make([]int, n)
	teams := make([]map[int32]int, n)
	for i := range d.incidents {
		inc := &d.incidents[i]
		if inc.Noise {
			noise[inc.App]++
		} else {
			incidents[inc.App]++
		}
		if inc.Team >= 0 {
			if teams[inc.App] == nil {
				teams[inc.App] = map[int32]int{}
			}
			teams[inc.App][inc.Team]++
		}
	}
	for i := range d.deployments {
		deployments[d.deployments[i].App]++
	}
	var order []int
	for i := range n {
		if incidents[i]+noise[i]+deployments[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(incidents[b]+deployments[b], incidents[a]+deployments[a])
	})
	if len(order) > mostApps {
		return fmt.Errorf("there are %d applications in it and a level has at most %d: import one department at a time", len(order), mostApps)
	}
	names, teamNames := newNames(), newNames()
	place := make([]int32, n)
	shared := map[int32]string{}
	for k, i := range order {
		a := App{Was: h.Apps[i], Incidents: incidents[i], Noise: noise[i], Deployments: deployments[i]}
		a.Name = names.take(h.Apps[i], "application")
		team := usualTeam(teams[i])
		switch name, known := shared[team]; {
		case team < 0:
			a.Team = teamNames.take(h.Apps[i]+" team", "team")
		case known:
			a.Team = name
		default:
			a.Team = teamNames.take(h.Teams[team], "team")
			shared[team] = a.Team
		}
		if o.Anonymise {
			a.Name, a.Was = fmt.Sprintf("application-%d", k+1), ""
		}
		place[i] = int32(k)
		m.Apps = append(m.Apps, a)
	}
	if o.Anonymise {
		m.anonymiseTeams()
	}
	for i := range m.Apps {
		if !slices.Contains(m.Teams, m.Apps[i].Team) {
			m.Teams = append(m.Teams, m.Apps[i].Team)
		}
	}
	for i := range d.incidents {
		d.incidents[i].App = place[d.incidents[i].App]
	}
	d.byApp = make([][]int, len(m.Apps))
	for i := range d.deployments {
		dep := &d.deployments[i]
		dep.App = place[dep.App]
		d.byApp[dep.App] = append(d.byApp[dep.App], i)
	}
	return nil
}

// usualTeam is the team that worked on most of an application's incidents, -1 where nobody wrote one down.
func usualTeam(counts map[int32]int) int32 {
	best := int32(-1)
	for team, n := range counts {
		if best < 0 || n > counts[best] || n == counts[best] && team < best {
			best = team
		}
	}
	return best
}

func (m *Month) anonymiseTeams() {
	other := map[string]string{}
	for i := range m.Apps {
		was := m.Apps[i].Team
		if other[was] == "" {
			other[was] = fmt.Sprintf("team-%d", len(other)+1)
		}
		m.Apps[i].Team = other[was]
	}
}

// people are those of the rota, or as many as the applications ask for.
func (m *Month) people(h *history.History, d *data, o *Options) {
	seen := map[int32]bool{}
	names := newNames()
	for _, s := range d.shifts {
		if seen[s.Who] || len(seen) >= 40 {
			continue
		}
		seen[s.Who] = true
		name := fmt.Sprintf("Analyst-%d", len(seen))
		if !o.Anonymise {
			name = names.takePerson(h.People[s.Who])
		}
		m.Analysts = append(m.Analysts, name)
	}
	m.AnalystsKnown = len(m.Analysts) > 0
	for len(m.Analysts) < min(max(2, (len(m.Apps)*4+9)/10), 40) && !m.AnalystsKnown {
		m.Analysts = append(m.Analysts, fmt.Sprintf("Analyst-%d", len(m.Analysts)+1))
	}
}

// names keeps names apart that become the same when they are made fit for typing.
type names struct{ taken map[string]bool }

func newNames() *names { return &names{map[string]bool{}} }

// take makes a name of a text: letters, digits and hyphens.
func (n *names) take(text, instead string) string {
	s := strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case strings.ContainsRune("äàáâãå", r):
			return 'a'
		case strings.ContainsRune("éèêë", r):
			return 'e'
		case strings.ContainsRune("íìîï", r):
			return 'i'
		case strings.ContainsRune("öòóôõø", r):
			return 'o'
		case strings.ContainsRune("üùúû", r):
			return 'u'
		case r == 'ß':
			return 's'
		case r == 'ñ':
			return 'n'
		case r == 'ç':
			return 'c'
		}
		return '-'
	}, text)
	for strings.Contains(s, "--") {
		s = strings.ReplaceAll(s, "--", "-")
	}
	s = strings.Trim(s, "-")
	if s == "" {
		s = instead
	}
	return n.apart(cut(s, longestName))
}

// takePerson makes a first name of a person's, in the letters of any language.
func (n *names) takePerson(text string) string {
	text, _, _ = strings.Cut(strings.TrimSpace(text), " ")
	text, _, _ = strings.Cut(text, "@")
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, text)
	if s = strings.Trim(s, "-"); s == "" {
		s = "Analyst"
	}
	return n.apart(cut(s, longestName))
}

// apart adds a number where a name is taken, whatever its case.
func (n *names) apart(name string) string {
	out := name
	for i := 2; n.taken[strings.ToLower(out)]; i++ {
		tail := fmt.Sprintf("-%d", i)
		out = cut(name, longestName-len(tail)) + tail
	}
	n.taken[strings.ToLower(out)] = true
	return out
}

func cut(s string, most int) string {
	r := []rune(s)
	return strings.Trim(string(r[:min(len(r), most)]), "-")
}
