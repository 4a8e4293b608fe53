package web

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"sync"
	"time"

	"callout/assets"
	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/game/workshop/race"
)

// boards is the projector's page: read only, for whoever has the link.
type boards struct {
	s      *Server
	page   *template.Template
	mu     sync.Mutex
	last   map[*workshop.Picture][]byte // the newest drawing of each race; few races are looked at
	played map[yardstick][]race.Baseline
}

func (s *Server) boardRoutes(mux *http.ServeMux, page *template.Template) {
	b := &boards{s: s, page: page, last: map[*workshop.Picture][]byte{}, played: map[yardstick][]race.Baseline{}}
	mux.Handle("GET /static/race.css", s.often(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		typed(w, styleType)
		w.Write([]byte(assets.RaceStyle()))
	})))
	mux.Handle("GET /board/{link}", s.often(b.found(func(w http.ResponseWriter, _ *http.Request, r Race) {
		s.write(w, page, b.data(r.Picture(), s.now()))
	})))
	mux.Handle("GET /board/{link}/race", s.often(b.found(b.drawn)))
	mux.Handle("GET /board/{link}/live", b.found(b.live))
}

// found answers for a race that is there.
func (b *boards) found(answer func(http.ResponseWriter, *http.Request, Race)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		why := words.Say("web.board.none")
		if link := r.PathValue("link"); len(link) <= maxCode {
			race, err := b.s.o.Board(b.s.address(r).String(), link)
			if err == nil {
				answer(w, r, race)
				return
			}
			why = err.Error()
		}
		b.s.counts.refused("board")
		typed(w, textType)
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprintln(w, why)
	})
}

// drawn is the board alone, drawn once for all who look at it.
func (b *boards) drawn(w http.ResponseWriter, _ *http.Request, r Race) {
	p := r.Picture()
	b.mu.Lock()
	text, ok := b.last[p]
	b.mu.Unlock()
	if !ok || !p.Ends.IsZero() { // where a clock runs, what is left of it is said anew
		var out bytes.Buffer
		if err := b.page.ExecuteTemplate(&out, "race", b.data(p, b.s.now())); err != nil {
			b.s.log.Error("board", "what", err)
			http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
			return
		}
		text = out.Bytes()
		b.mu.Lock()
		if len(b.last) >= maxRaces {
			clear(b.last)
		}
		b.last[p] = text
		b.mu.Unlock()
	}
	typed(w, htmlType)
	w.Write(text)
}

// maxRaces is how many drawings are kept.
const maxRaces = 16

// Times of a board that is looked at: how often it is drawn at most, and how often a sign of life is given.
const (
	drawEvery = time.Second
	signEvery = 20 * time.Second
)

// live tells when the board has changed, at most once a second.
func (b *boards) live(w http.ResponseWriter, r *http.Request, race Race) {
	wake, stop := race.Watch()
	defer stop()
	out := newEvents(w, b.s.limits.Write, false)
	b.s.counts.boards.Add(1)
	defer b.s.counts.boards.Add(-1)
	sign := time.NewTicker(signEvery)
	defer sign.Stop()
	var shown *workshop.Picture
	for {
		name := "ping"
		if p := race.Picture(); p != shown {
			name, shown = "changed", p
		}
		if out.send(name, nil, "") != nil {
			return
		}
		select {
		case <-time.After(drawEvery):
		case <-r.Context().Done():
			return
		case <-b.s.ctx.Done():
			return
		}
		select {
		case <-wake:
		case <-sign.C:
		case <-r.Context().Done():
			return
		case <-b.s.ctx.Done():
			return
		}
	}
}

// yardsticks are what doing nothing and the rule of thumb came to, played once and kept; none before the reveal.
func (b *boards) yardsticks(p *workshop.Picture) []race.Baseline {
	if p.Board.Mode != workshop.RevealedAll || p.Seed == nil || p.Level == nil {
		return nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	key := yardstick{p.Level, p.Until}
	list, ok := b.played[key]
	if !ok {
		var err error
		if list, err = race.Baselines(b.s.ctx, p.Level, *p.Seed, p.Until); err != nil {
			b.s.log.Error("board", "what", err)
			return nil
		}
		if len(b.played) >= maxRaces {
			clear(b.played)
		}
		b.played[key] = list
	}
	return list
}

// yardstick is what baselines depend on: a room has a level of its own, and one seed.
type yardstick struct {
	level *game.Level
	until game.Minute
}

// boardData is what the board says.
type boardData struct {
	Language, Title, Round, Phase, Mode, Join, Code string
	Clock                                           string
	Left                                            int64 // milliseconds
	Paused                                          bool
	Notices                                         []string
	Lobby                                           *boardLobby // while people join, nil after it
	Rows                                            []boardRow
	Many                                            bool // rows have to be low
	Rest                                            string
	Charts                                          []boardChart
	Outcome                                         template.HTML
	Models                                          []boardModel
	News                                            []news
	Commitment, Seed                                string

	Empty, Reload, Lost, OutcomeTitle, ModelsTitle, ModelHead, TeamsHead, TotalHead, LostHead, BestHead string
	RankHead, TeamHead, TurnHead, NewsTitle, CommitmentHead, SeedHead, LossKey, OtherKey                string
}

type boardRow struct {
	Rank             int
	Look, Name, Note string
	Turn             int
	Values           []string
}

type boardChart struct {
	Title string
	SVG   template.HTML
}

type boardModel struct {
	Title       string
	Teams       int
	Total, Lost string
	Best        string
}

type news struct{ Kind, Text string }

// Sizes of the charts, in their own pixels: small ones have larger letters on the wall.
const (
	chartWidth, chartHeight = 400, 190
	outcomeWidth            = 540
	shownTeams              = 8
	manyTeams               = 7
	shownSaid, shownNews    = 1, 2
)

// data is everything that the board says of a picture.
func (b *boards) data(p *workshop.Picture, at time.Time) boardData {
	d := boardData{
		Language: words.Spoken(), Title: p.Title, Phase: words.Say("web.board.phase." + string(p.Phase)), Mode: "live",
		Commitment: p.Commitment, Empty: words.Say("web.board.empty"), Reload: words.Say("web.board.reload"), Lost: words.Say("web.lost"),
		ModelsTitle: words.Say("web.board.models"), ModelHead: words.Say("web.board.model"), TeamsHead: words.Say("web.board.teams"),
		TotalHead: words.Say("web.board.total"), LostHead: words.Say("web.board.lost"), BestHead: words.Say("web.board.best"),
		RankHead: words.Say("web.board.rank"), TeamHead: words.Say("web.board.team"), TurnHead: words.Say("web.board.turn"),
		NewsTitle: words.Say("web.board.ticker"), CommitmentHead: words.Say("web.board.commitment"), SeedHead: words.Say("web.board.seed"),
		OutcomeTitle: words.Say("race.outcome.title"), LossKey: words.Say("debriefscreen.models.lost"), OtherKey: words.Say("debriefscreen.models.other"),
		News: told(p),
	}
	if p.Phase != workshop.Lobby && p.Script != nil && len(p.Script.Rounds) > 0 {
		d.Round = words.Say("web.board.round", "round", p.Round+1, "rounds", len(p.Script.Rounds))
	}
	if !p.Locked && !p.Over && p.Code != "" {
		d.Join, d.Code = words.Say("web.board.join"), workshop.ShowCode(p.Code)
	}
	d.clock(p, at)
	switch {
	case p.Over:
		d.Notices = append(d.Notices, words.Say("web.board.over"))
	case p.Paused:
		d.Notices = append(d.Notices, words.Say("web.board.paused"))
	}
	if p.Phase == workshop.Lobby {
		d.Lobby = lobbyOf(p, b.s.o.Invite)
		return d
	}
	d.race(p, b.yardsticks(p))
	return d
}

// clock is what is left of the phase.
func (d *boardData) clock(p *workshop.Picture, at time.Time) {
	left := p.Left
	if !p.Ends.IsZero() {
		left = p.Ends.Sub(at)
	}
	if left <= 0 || p.Over {
		return
	}
	d.Left, d.Paused = left.Milliseconds(), p.Ends.IsZero()
	seconds := int((left + time.Second - 1) / time.Second)
	d.Clock = fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

// race is how the teams stand.
func (d *boardData) race(p *workshop.Picture, baselines []race.Baseline) {
	board := &p.Board
	switch board.Mode {
	case workshop.Frozen:
		d.Mode, d.Notices = "frozen", append(d.Notices, words.Say("web.board.frozen", "time", board.FrozenAt.Local().Format("15:04")))
	case workshop.RevealedAll:
		d.Mode, d.Notices = "revealed", append(d.Notices, words.Say("web.board.truth"))
		if p.Seed != nil {
			d.Seed = fmt.Sprintf("%016x%016x%016x%016x", p.Seed[0], p.Seed[1], p.Seed[2], p.Seed[3])
		}
	}
	if len(board.Rows) == 0 {
		return
	}
	var from game.Minute
	if p.Level != nil {
		from = p.Level.Start
	}
	gauges := race.Gauges[:]
	if board.Mode == workshop.RevealedAll {
		gauges = gauges[race.Lost:] // the bars take the place of the others
	}
	for _, g := range gauges {
		d.Charts = append(d.Charts, boardChart{g.Title(), race.Lines(board, g, from, chartWidth, chartHeight)})
	}
	field := race.Pick(board.Rows, shownTeams, 0)
	d.Rest, d.Many = field.Says(), len(board.Rows) >= manyTeams
	for i := range field.Rows {
		d.Rows = append(d.Rows, rowOf(&field.Rows[i]))
	}
	if board.Mode == workshop.RevealedAll {
		best := *board
		best.Rows = field.Rows
		d.Outcome = race.Outcome(&best, baselines, outcomeWidth)
		for _, m := range race.Models(p.Level, board.Rows) {
			d.Models = append(d.Models, boardModel{m.Title, m.Teams, words.Money(m.Total), words.Money(m.Lost), m.Best})
		}
	}
}

func rowOf(r *workshop.BoardRow) boardRow {
	row := boardRow{Rank: r.Rank, Name: r.Name, Turn: r.Turn, Look: "team-" + strconv.Itoa((max(r.Team, 1)-1)%race.Labelled+1)}
	if r.Policy != "" {
		row.Note = words.Say("web.board.plays", "policy", lead.PolicyTitle(r.Policy))
	}
	for _, g := range race.Gauges {
		row.Values = append(row.Values, g.Says(g.Now(r)))
	}
	return row
}

// told is what was said to all and what was let happen, the newest first.
func told(p *workshop.Picture) []news {
	var list []news
	for _, said := range slices.Backward(p.Said) {
		list = append(list, news{words.Say("web.board.said"), said.Text})
		if len(list) == shownSaid {
			break
		}
	}
	for _, h := range slices.Backward(p.Events) {
		list = append(list, news{words.Say("web.board.event"), words.Say("board.happened", "event", lead.EventTitle(h.Event), "severity", workshop.SeverityTitle(h.Severity), "turn", h.Turn+1)})
		if len(list) == shownNews {
			break
		}
	}
	return list
}
