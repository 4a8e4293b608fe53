package history

import "slices"

// Moment is a minute, counted from 1970 in UTC. Times are kept to the minute, as the game has them.
type Moment int32

// Unknown is a moment that nobody wrote down.
const Unknown Moment = -1

// Incident is one incident as its tool recorded it.
type Incident struct {
	App          int32 // index into History.Apps
	Team         int32 // who worked on it, an index into History.Teams, or -1
	Began        Moment
	Detected     Moment
	Acknowledged Moment
	Restored     Moment
	Severity     uint8 // 1 for the worst, 0 where nobody wrote it down
	Noise        bool  // closed as a false alarm
}

// Deployment is one deployment to production.
type Deployment struct {
	App       int32
	Requested Moment // when it was asked for, or its change was finished
	At        Moment
	Changes   int32 // changes in it, 0 where nobody wrote it down
	Failed    bool  // it failed or was rolled back
}

// Shift is a time on call.
type Shift struct {
	Who      int32 // index into History.People
	From, To Moment
}

// History is what was read, of one file or of several. The zero value is empty and ready to use.
type History struct {
	Apps        []string
	Teams       []string
	People      []string
	Incidents   []Incident
	Deployments []Deployment
	Shifts      []Shift
	Notes       []Note // in the order of their kinds
	Rows        int    // rows and entries that were looked at

	apps, teams, people map[string]int32
	seen                map[uint64]struct{}
}

// Doubt is what can be the matter with a row.
type Doubt uint8

// Doubts. Rows with one of the first kinds are left out; the others are used, and what they lack is not.
const (
	NoApplication Doubt = iota // it names no application
	NoBegin                    // it does not say when
	BadTime                    // a time cannot be read
	Duplicate                  // it was there before
	NotProduction              // a deployment to somewhere else
	Unfinished                 // a deployment that was cancelled, or has not ended; a draft
	Empty                      // nothing stands in it
	Unwanted                   // the mapping leaves its application out
	firstUsed
)

// Doubts about rows that are used all the same.
const (
	NoEnd               Doubt = firstUsed + iota // open still, or nobody closed it: it counts, its length does not
	EndBeforeBegin                               // its end does not count
	SeveralApplications                          // it counts for the first that it names
	Overlap                                      // it began while another of the same application was open: both count
	BadNumber                                    // a number cannot be read and does not count
	ClockChange                                  // its time comes twice, or never, in the night when clocks change
	ForeignLetters                               // bytes that are no UTF-8 were read as Windows-1252
	doubts
)

var doubtNames = [doubts]string{
	"no-application", "no-begin", "bad-time", "duplicate", "not-production", "unfinished", "empty", "unwanted",
	"no-end", "end-before-begin", "several-applications", "overlap", "bad-number", "clock-change", "foreign-letters",
}

// String is the doubt's name.
func (d Doubt) String() string { return doubtNames[d] }

// LeftOut tells whether a row with this doubt is left out.
func (d Doubt) LeftOut() bool { return d < firstUsed }

// A Note says how often a doubt came up, and where first.
type Note struct {
	Doubt   Doubt
	Count   int
	File    string
	Row     int    // number of the row in the file, the header being the first; 0 where that makes no sense
	Example string // the cell in doubt
}

// note counts a doubt.
func (h *History) note(d Doubt, file string, row int, example string) {
	i, found := slices.BinarySearchFunc(h.Notes, d, func(n Note, d Doubt) int { return int(n.Doubt) - int(d) })
	if !found {
		h.Notes = slices.Insert(h.Notes, i, Note{Doubt: d, File: file, Row: row, Example: short(example)})
	}
	h.Notes[i].Count++
}

// Doubtful is how many rows have a doubt.
func (h *History) Doubtful(d Doubt) int {
	for _, n := range h.Notes {
		if n.Doubt == d {
			return n.Count
		}
	}
	return 0
}

// short is the beginning of a text, for a message.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// app is the index of an application by its name, a new one where it is the first time. ok is false when there are too
// many to be applications.
func (h *History) app(name string) (int32, bool) {
	return index(&h.Apps, &h.apps, name, MaxApps)
}

func (h *History) team(name string) (int32, bool) {
	return index(&h.Teams, &h.teams, name, maxPeople)
}

func (h *History) person(name string) (int32, bool) {
	return index(&h.People, &h.people, name, maxPeople)
}

// Limits of what is kept of a history.
const (
	MaxApps   = 5000
	maxPeople = 5000
	maxRows   = 5_000_000
)

func index(names *[]string, byName *map[string]int32, name string, most int) (int32, bool) {
	if *byName == nil {
		*byName = map[string]int32{}
	}
	if i, ok := (*byName)[name]; ok {
		return i, true
	}
	if len(*names) >= most {
		return 0, false
	}
	i := int32(len(*names))
	*names = append(*names, name)
	(*byName)[name] = i
	return i, true
}

// again tells whether something with these marks was there before, and remembers it.
func (h *History) again(marks ...string) bool {
	if h.seen == nil {
		h.seen = map[uint64]struct{}{}
	}
	sum := uint64(14695981039346656037) // FNV-1a
	for _, m := range marks {
		for i := range len(m) {
			sum = (sum ^ uint64(m[i])) * 1099511628211
		}
		sum = (sum ^ 0xff) * 1099511628211
	}
	if _, ok := h.seen[sum]; ok {
		return true
	}
	h.seen[sum] = struct{}{}
	return false
}

// Sort puts everything in order of time, and notes incidents that overlap. It is called once, after the last file.
func (h *History) Sort() {
	slices.SortStableFunc(h.Incidents, func(a, b Incident) int { return int(a.Began) - int(b.Began) })
	slices.SortStableFunc(h.Deployments, func(a, b Deployment) int { return int(a.At) - int(b.At) })
	slices.SortStableFunc(h.Shifts, func(a, b Shift) int { return int(a.From) - int(b.From) })
	open := map[int32]Moment{}
	for i := range h.Incidents {
		inc := &h.Incidents[i]
		if inc.Noise {
			continue
		}
		if inc.Began < open[inc.App] {
			h.note(Overlap, "", 0, h.Apps[inc.App])
		}
		open[inc.App] = max(open[inc.App], inc.Restored)
	}
}
