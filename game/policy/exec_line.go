package policy

import (
	"strconv"
	"unicode/utf8"

	"callout/game"
)

// writer writes lines of JSON into memory that it keeps. Commas come by themselves.
type writer struct {
	buf   []byte
	comma bool
}

func (w *writer) reset() { w.buf, w.comma = w.buf[:0], false }

// line is what was written, with the end of the line.
func (w *writer) line() []byte {
	w.buf = append(w.buf, '\n')
	return w.buf
}

// value comes before every value.
func (w *writer) value() {
	if w.comma {
		w.buf = append(w.buf, ',')
	}
	w.comma = true
}

func (w *writer) open(bracket byte) {
	w.value()
	w.buf = append(w.buf, bracket)
	w.comma = false
}

func (w *writer) close(bracket byte) {
	w.buf = append(w.buf, bracket)
	w.comma = true
}

// key writes a name; a value has to follow.
func (w *writer) key(name string) *writer {
	w.value()
	w.buf = append(w.buf, '"')
	w.buf = append(w.buf, name...)
	w.buf = append(w.buf, '"', ':')
	w.comma = false
	return w
}

// name is key for a name that somebody else chose.
func (w *writer) name(name string) *writer {
	w.string(name)
	w.buf = append(w.buf, ':')
	w.comma = false
	return w
}

func (w *writer) null() {
	w.value()
	w.buf = append(w.buf, "null"...)
}

func (w *writer) bool(b bool) {
	w.value()
	w.buf = strconv.AppendBool(w.buf, b)
}

func (w *writer) int(n int64) {
	w.value()
	w.buf = strconv.AppendInt(w.buf, n, 10)
}

// milli writes thousandths as a decimal fraction.
func (w *writer) milli(n int64) {
	w.value()
	w.buf = strconv.AppendFloat(w.buf, float64(n)/1000, 'f', -1, 64)
}

// minute writes a time, and null for never.
func (w *writer) minute(m game.Minute) {
	if m == game.Never || m < 0 {
		w.null()
		return
	}
	w.int(int64(m))
}

const hexDigits = "0123456789abcdef"

func (w *writer) string(s string) {
	w.value()
	w.buf = append(w.buf, '"')
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case c == '"' || c == '\\':
				w.buf = append(w.buf, '\\', c)
			case c < ' ':
				w.buf = append(w.buf, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			default:
				w.buf = append(w.buf, c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		w.buf = utf8.AppendRune(w.buf, r) // U+FFFD for what is not UTF-8
		i += n
	}
	w.buf = append(w.buf, '"')
}

// item writes an item as orders do, such as "A-113", and null for none.
func (w *writer) item(i game.Item) {
	if i.Kind == game.NoItem {
		w.null()
		return
	}
	w.value()
	w.buf = append(w.buf, '"', byte(i.Kind), '-')
	for least := int32(100); least > i.N && least > 1; least /= 10 {
		w.buf = append(w.buf, '0')
	}
	w.buf = strconv.AppendInt(w.buf, int64(i.N), 10)
	w.buf = append(w.buf, '"')
}

// word writes word i of a table.
func (w *writer) word(words []string, i int) {
	if i < 0 || i >= len(words) || words[i] == "" {
		w.null()
		return
	}
	w.string(words[i])
}

// hello writes what a program is told when it is started.
func (w *writer) hello(l *game.Level, terms Terms) {
	w.open('{')
	w.key("type").string("hello")
	w.key("protocol").int(Protocol)
	w.key("rules").int(game.Rules)
	w.key("reply_seconds").milli(terms.Reply.Milliseconds())
	w.key("reply_bytes").int(MaxReply)
	w.key("reply_orders").int(MaxOrders)
	w.key("most_batch").int(MaxBatch)
	w.key("level")
	w.level(l)
	w.key("orders").open('[')
	for _, h := range game.OrderHelps() {
		w.open('{')
		w.key("usage").string(h.Usage)
		w.key("what").string(h.What)
		w.close('}')
	}
	w.close(']')
	w.close('}')
}

// level writes what everybody is told of a level. What joins later is named, as it is on screen; what else will happen,
// and how things are inside, is not told.
func (w *writer) level(l *game.Level) {
	w.open('{')
	w.key("name").string(l.Name)
	w.key("title").string(l.Title)
	w.key("start").minute(l.Start)
	w.key("end").minute(l.End)
	w.key("days").int(int64((l.End - l.Start + game.Day - 1) / game.Day))
	w.key("turn_minutes").minute(l.TurnMinutes)
	w.key("night_minutes").minute(l.NightMinutes)
	w.key("par").int(l.Par)
	w.key("goals").open('[')
	for i := range l.Goals {
		g := &l.Goals[i]
		w.open('{')
		w.key("metric").string(g.Metric)
		w.key("at_most").bool(g.AtMost)
		w.key("value")
		w.metric(g.Metric, g.Value)
		w.close('}')
	}
	w.close(']')
	w.key("models").open('[')
	for i := range l.Models {
		m := &l.Models[i]
		w.open('{')
		w.key("name").string(m.Name)
		w.key("title").string(m.Title)
		w.key("evidence").int(int64(m.Evidence))
		w.key("set_up_cost").int(m.SetUp)
		w.key("set_up_minutes").minute(m.SetUpFor)
		w.close('}')
	}
	w.close(']')
	w.key("applications").names(len(l.Applications), func(i int) string { return l.Applications[i].Name })
	w.key("teams").names(len(l.Teams), func(i int) string { return l.Teams[i].Name })
	w.key("analysts").names(len(l.Analysts), func(i int) string { return l.Analysts[i].Name })
	w.key("hosts").names(len(l.Hosts), func(i int) string { return l.Hosts[i].Name })
	w.key("calendar")
	w.calendar(l)
	w.key("metrics").open('{')
	for _, name := range game.MetricNames() {
		unit, _, _ := game.MetricUnit(name)
		w.key(name).string(unit)
	}
	w.close('}')
	w.close('}')
}

// calendar writes what marketing and product tell everybody: the campaigns and rises in demand of the level.
func (w *writer) calendar(l *game.Level) {
	var v game.View
	game.New(l, game.SeedFrom(0)).View(&v)
	w.open('[')
	for _, h := range v.Calendar(nil) {
		w.open('{')
		w.key("kind").word(calendarWords, int(h.Kind))
		w.key("from").minute(h.At)
		w.key("until").minute(h.Until)
		w.key("app").app(&v, h.App)
		w.key("factor").milli(int64(h.Amount))
		w.close('}')
	}
	w.close(']')
}

func (w *writer) names(n int, name func(i int) string) {
	w.open('[')
	for i := range n {
		w.string(name(i))
	}
	w.close(']')
}

// metric writes a metric's value, which the game keeps in thousandths for some.
func (w *writer) metric(name string, n int64) {
	if _, milli, _ := game.MetricUnit(name); milli {
		w.milli(n)
		return
	}
	w.int(n)
}

// begin writes that a game begins.
func (w *writer) begin(s *seat) {
	w.open('{')
	w.key("type").string("begin")
	w.key("game").int(int64(s.label))
	w.close('}')
}

// turn writes what a program has to decide on, with legal orders if there is a lister.
func (w *writer) turn(s *seat, parts choice, l *lister) {
	w.open('{')
	w.key("type").string("turn")
	w.key("game").int(int64(s.label))
	w.refusals(s)
	w.key("view")
	w.view(&s.view, parts)
	if l != nil {
		w.key("legal")
		leftOut := l.list(&s.view, w)
		w.key("legal_left_out").int(int64(leftOut))
	}
	w.close('}')
}

// end writes what a game came to.
func (w *writer) end(s *seat) {
	r := s.game.Result()
	w.open('{')
	w.key("type").string("end")
	w.key("game").int(int64(s.label))
	w.refusals(s)
	w.key("won").bool(r.Won)
	w.key("metrics").open('{')
	for i := range r.Values {
		v := &r.Values[i]
		w.key(v.Name)
		switch {
		case !v.Valid:
			w.null()
		case v.Milli:
			w.milli(v.N)
		default:
			w.int(v.N)
		}
	}
	w.close('}')
	w.close('}')
}

func (w *writer) refusals(s *seat) {
	w.key("refused").open('[')
	for i := range s.refused {
		w.open('{')
		w.key("order").string(s.refused[i].order)
		w.key("error").string(s.refused[i].why)
		w.close('}')
	}
	w.close(']')
}
