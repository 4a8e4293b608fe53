package invite

import (
	"callout/game/words"
	"callout/game/workshop"
)

// Card is everything that whoever starts a server is told about a workshop.
type Card struct {
	Title, Script string // of the level, and of the script
	Code          string // with which players join
	Token         string // of the facilitator; empty where the workshop was opened before
	Programs      int    // teams of a rehearsal; 0 where it is none
	Since         string // when a workshop was opened that is gone on with; empty for a new one
	SSH, Web      []Place
	Fingerprint   string // of the host key
	Commitment    string // to the seed
	Kept          string // where the workshop is kept
}

// Alone tells whether nobody but this machine can join.
func (c *Card) Alone() bool {
	for _, p := range append(append([]Place(nil), c.SSH...), c.Web...) {
		if !p.Alone() {
			return false
		}
	}
	return true
}

// invites is the place that the room is told of; false where there is none, or where it leads nobody but this machine in while
// there is another way that does.
func (c *Card) invites(places []Place) (Place, bool) {
	if len(places) == 0 || places[0].Alone() && !c.Alone() {
		return Place{}, false
	}
	return places[0], true
}

// JoinSSH is the line to type, empty where SSH leads nobody in.
func (c *Card) JoinSSH() string {
	if p, ok := c.invites(c.SSH); ok {
		return p.SSH(c.Code)
	}
	return ""
}

// JoinWeb is the address to open, empty where no browser leads in.
func (c *Card) JoinWeb() string {
	if p, ok := c.invites(c.Web); ok {
		return p.Web()
	}
	return ""
}

// BoardSSH is the line that shows the board in a terminal, and BoardWeb the address of its page; empty as above.
func (c *Card) BoardSSH() string {
	if len(c.SSH) == 0 {
		return ""
	}
	return c.SSH[0].as(boardUser)
}

// BoardWeb is the address of the board's page.
func (c *Card) BoardWeb() string {
	if len(c.Web) == 0 {
		return ""
	}
	return c.Web[0].Web() + "board/" + workshop.ShowCode(c.Code)
}

// ShownToken is the token as people read it.
func (c *Card) ShownToken() string { return workshop.ShowCode(c.Token) }

// Modules are those of the QR code that leads to the page, and into the room where that still fits a code that a screen of 24
// rows has room for; nil where no browser leads in.
func (c *Card) Modules() [][]bool {
	web := c.JoinWeb()
	if web == "" {
		return nil
	}
	const roomy = 25 // modules
	if code := Modules(web, c.Code); code != nil && len(code) <= roomy {
		return code
	}
	return Modules(web, "")
}

// boardUser is the name with which a projector logs in.
const boardUser = "board"

// Lines are the card as lines, for where there is no screen.
func (c *Card) Lines() []string {
	rows := []string{words.Say("host.card.title", "title", c.Title, "script", c.Script)}
	if c.Programs > 0 {
		rows = append(rows, words.Say("host.card.rehearsal", "n", c.Programs))
	}
	if c.Since != "" {
		rows = append(rows, words.Say("host.card.since", "when", c.Since))
	}
	if c.Alone() {
		rows = append(rows, words.Say("host.card.alone"))
	}
	rows = append(rows, "", words.Say("host.card.code", "code", workshop.ShowCode(c.Code)))
	for _, p := range c.SSH {
		rows = append(rows, words.Say("host.card.ssh", "line", p.SSH(c.Code)))
	}
	if len(c.SSH) > 0 {
		rows = append(rows, words.Say("join.lines"))
	}
	for _, p := range c.Web {
		rows = append(rows, words.Say("host.card.web", "address", p.Web()))
	}
	rows = append(rows, "")
	if c.Token != "" {
		rows = append(rows, words.Say("host.card.token", "token", c.ShownToken()))
	} else {
		rows = append(rows, words.Say("host.card.again"))
	}
	for _, board := range []string{c.BoardSSH(), c.BoardWeb()} {
		if board != "" {
			rows = append(rows, words.Say("host.card.board", "board", board))
		}
	}
	if c.Fingerprint != "" {
		rows = append(rows, words.Say("host.card.fingerprint", "fingerprint", c.Fingerprint))
	}
	return append(rows, words.Say("host.card.commitment", "sum", c.Commitment), words.Say("host.card.kept", "where", c.Kept))
}
