package after

import (
	"cmp"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strconv"
	"time"

	"callout/game/drawing"
	"callout/game/predict"
	"callout/game/words"
)

// Statements for a learning platform, by the Experience API 1.0.3. Who did something is an account with an identifier that
// follows from the workshop's own, which nobody outside the store knows, and its seat: always the same, and nobody's name.
// Their verbs and kinds of activity are those of ADL's vocabulary.

// xapiVersion is the version of the specification.
const xapiVersion = "1.0.3"

// Verbs, by their IRIs.
const (
	verbInitialized = "http://adlnet.gov/expapi/verbs/initialized"
	verbAnswered    = "http://adlnet.gov/expapi/verbs/answered"
	verbCompleted   = "http://adlnet.gov/expapi/verbs/completed"
	verbPassed      = "http://adlnet.gov/expapi/verbs/passed"
	verbFailed      = "http://adlnet.gov/expapi/verbs/failed"
)

// Kinds of activity, by their IRIs.
const (
	typeSimulation  = "http://adlnet.gov/expapi/activities/simulation"
	typeInteraction = "http://adlnet.gov/expapi/activities/cmi.interaction"
	typeMeeting     = "http://adlnet.gov/expapi/activities/meeting"
)

// XAPIHome is where accounts and activities are said to be, unless somebody says otherwise: a place that there can never be.
const XAPIHome = "https://callout.invalid"

type (
	statement struct {
		ID        string      `json:"id"`
		Actor     agent       `json:"actor"`
		Verb      verb        `json:"verb"`
		Object    activity    `json:"object"`
		Result    *result     `json:"result,omitempty"`
		Context   xapiContext `json:"context"`
		Timestamp string      `json:"timestamp"`
		Version   string      `json:"version"`
	}
	agent struct {
		ObjectType string  `json:"objectType"`
		Name       string  `json:"name,omitempty"`
		Account    account `json:"account"`
	}
	account struct {
		HomePage string `json:"homePage"`
		Name     string `json:"name"`
	}
	languageMap map[string]string
	verb        struct {
		ID      string      `json:"id"`
		Display languageMap `json:"display"`
	}
	activity struct {
		ObjectType string      `json:"objectType"`
		ID         string      `json:"id"`
		Definition *definition `json:"definition,omitempty"`
	}
	definition struct {
		Name        languageMap `json:"name"`
		Type        string      `json:"type"`
		Interaction string      `json:"interactionType,omitempty"`
		Right       []string    `json:"correctResponsesPattern,omitempty"`
		Choices     []component `json:"choices,omitempty"`
	}
	component struct {
		ID          string      `json:"id"`
		Description languageMap `json:"description"`
	}
	result struct {
		Score      *score `json:"score,omitempty"`
		Success    *bool  `json:"success,omitempty"`
		Completion *bool  `json:"completion,omitempty"`
		Response   string `json:"response,omitempty"`
		Duration   string `json:"duration,omitempty"`
	}
	score struct {
		Scaled json.Number `json:"scaled"`
		Raw    json.Number `json:"raw"`
	}
	xapiContext struct {
		Registration string     `json:"registration"`
		Team         agent      `json:"team"`
		Activities   activities `json:"contextActivities"`
		Platform     string     `json:"platform"`
		Language     string     `json:"language"`
	}
	activities struct {
		Parent   []activity `json:"parent,omitempty"`
		Grouping []activity `json:"grouping"`
	}
)

// XAPI writes a room as statements: an array of JSON, the earliest first. home is the address under which accounts and
// activities are named, such as that of the learning platform. With named, accounts have the names of their seats beside.
func XAPI(w io.Writer, r *Room, home string, named bool) error {
	if u, err := url.Parse(home); err != nil || u.Scheme == "" || u.Host == "" {
		return fmt.Errorf("%.80q is no address of a place: write one like %s", home, XAPIHome)
	}
	x := xapi{room: r, home: home, named: named, language: words.Spoken()}
	for i := range r.Teams {
		for _, s := range r.played(i).Seats {
			x.seat(i, s)
		}
	}
	slices.SortStableFunc(x.list, func(a, b statement) int { return cmp.Compare(a.Timestamp, b.Timestamp) })
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	if err := e.Encode(append([]statement{}, x.list...)); err != nil {
		return fmt.Errorf("write the statements: %w", err)
	}
	return nil
}

// xapi collects statements.
type xapi struct {
	room     *Room
	home     string
	named    bool
	language string
	list     []statement
}

// seat adds what one seat did.
func (x *xapi) seat(team int, s Seat) {
	t, p := &x.room.Teams[team], x.room.played(team)
	began := s.Joined
	if began.IsZero() {
		began = x.room.Played.Opened
	}
	add := func(at time.Time, verb string, n int, object activity, parent []activity, r *result) {
		x.list = append(x.list, statement{
			ID: x.uuid("statement", strconv.Itoa(s.N), verb, strconv.Itoa(n)), Actor: x.agent(s), Verb: x.verb(verb), Object: object, Result: r,
			Timestamp: timestamp(at), Version: xapiVersion, Context: xapiContext{
				Registration: x.uuid("registration"), Team: x.team(t), Platform: "Callout", Language: x.language,
				Activities: activities{Parent: parent, Grouping: []activity{x.workshop()}},
			},
		})
	}
	level := x.level()
	add(began, verbInitialized, 0, level, nil, nil)
	for n := range t.Predictions.List {
		q := &t.Predictions.List[n]
		right := q.Right()
		add(later(began, answeredAt(p, q)), verbAnswered, n, x.question(q), []activity{level}, &result{Success: &right, Response: choiceID(q.Choice)})
	}
	if !t.Over {
		return
	}
	over, whole := later(began, p.Over), true
	r := result{Score: scoreOf(t.Score), Completion: &whole, Duration: duration(over.Sub(began))}
	add(over, verbCompleted, 0, level, nil, &r)
	won, how := t.Won, verbFailed
	if won {
		how = verbPassed
	}
	add(over, how, 0, level, nil, &result{Score: r.Score, Success: &won, Completion: &whole, Duration: r.Duration})
}

// answeredAt is when a prediction was made, or the zero time where that is not known.
func answeredAt(p *Team, q *predict.Prediction) time.Time {
	for i, n := range p.Notes {
		if n.Kind == predict.NoteKind && n.Turn >= q.Turn && i < len(p.Said) {
			return p.Said[i]
		}
	}
	return time.Time{}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// agent is the account of a seat.
func (x *xapi) agent(s Seat) agent {
	a := agent{ObjectType: "Agent", Account: account{x.home, x.pseudonym("seat", s.N)}}
	if x.named {
		a.Name = drawing.Clean(s.Name)
	}
	return a
}

// team is a team as a group.
func (x *xapi) team(t *Result) agent {
	a := agent{ObjectType: "Group", Account: account{x.home, x.pseudonym("team", t.N)}}
	if x.named {
		a.Name = drawing.Clean(t.Name)
	}
	return a
}

// pseudonym is what something of the workshop is called outside of it.
func (x *xapi) pseudonym(what string, n int) string {
	sum := sha256.Sum256([]byte("callout " + what + "\x00" + x.room.Played.ID + "\x00" + strconv.Itoa(n)))
	return what + "-" + hex.EncodeToString(sum[:8])
}

func (x *xapi) verb(iri string) verb {
	return verb{iri, languageMap{x.language: words.Say("after.verb." + iri[len("http://adlnet.gov/expapi/verbs/"):])}}
}

// level is the level as an activity.
func (x *xapi) level() activity {
	l := x.room.Played.Level
	return activity{"Activity", x.home + "/levels/" + url.PathEscape(l.Name), &definition{Name: languageMap{x.language: drawing.Clean(l.Title)}, Type: typeSimulation}}
}

// workshop is the workshop as an activity.
func (x *xapi) workshop() activity {
	return activity{"Activity", x.home + "/workshops/" + x.pseudonym("workshop", 0), &definition{Name: languageMap{x.language: words.Say("after.verb.workshop")}, Type: typeMeeting}}
}

// question is a question of the level as an activity.
func (x *xapi) question(q *predict.Prediction) activity {
	d := &definition{
		Name: languageMap{x.language: words.Say("predict.about." + q.Key)}, Type: typeInteraction, Interaction: "choice", Right: []string{choiceID(q.Outcome)},
	}
	for i, text := range q.Choices {
		d.Choices = append(d.Choices, component{choiceID(i), languageMap{x.language: drawing.Clean(text)}})
	}
	return activity{"Activity", x.level().ID + "/questions/" + url.PathEscape(q.Key) + "-" + strconv.Itoa(q.Turn+1) + "-" + x.pseudonym("seed", 0), d}
}

func choiceID(i int) string { return "choice-" + strconv.Itoa(i+1) }

// scoreOf is a score: raw as the game has it, and scaled so that 1 is a game in which nothing at all was lost.
func scoreOf(n int64) *score {
	return &score{Scaled: json.Number(thousandths(max(-1000, min(n, 1000)))), Raw: json.Number(strconv.FormatInt(n, 10))}
}

// thousandths is n/1000 as a decimal number.
func thousandths(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%03d", sign, n/1000, n%1000)
}

// timestamp is a time by ISO 8601, to the millisecond.
func timestamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// duration is a length of time by ISO 8601.
func duration(d time.Duration) string {
	s := int64(max(d, 0) / time.Second)
	return fmt.Sprintf("PT%dH%dM%dS", s/3600, s/60%60, s%60)
}

// namespace is a name space of our own: sixteen bytes that nobody else begins with.
var namespace = [16]byte{0x5c, 0x1f, 0x0d, 0x3e, 0x7b, 0x2a, 0x51, 0x60, 0x9d, 0x44, 0x0a, 0xc0, 0x11, 0x0e, 0x57, 0x01}

// uuid is the UUID, version 5, of something in the workshop. The same thing has the same one whenever it is written.
func (x *xapi) uuid(parts ...string) string {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(x.room.Played.ID))
	for _, p := range parts {
		h.Write([]byte{0})
		h.Write([]byte(p))
	}
	b := h.Sum(nil)[:16]
	b[6], b[8] = b[6]&0x0f|0x50, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
