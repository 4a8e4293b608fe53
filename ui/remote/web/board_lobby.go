package web

import (
	"strconv"
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
)

// boardLobby is what the board says while people join: how, and who is here. Nothing has been played that could be drawn.
type boardLobby struct {
	Title, CodeHead, Here, Locked string
	Ways                          []boardWay
	QR                            *boardCode
	Teams                         []string
}

// boardWay is one way to join.
type boardWay struct{ Name, Line string }

// lobbyOf is the lobby of a room that is joined as invite says; nil says the code alone.
func lobbyOf(p *workshop.Picture, invite func() lead.Invite) *boardLobby {
	desk := lead.Desk{Picture: p}
	l := &boardLobby{Title: words.Say("board.join.title"), CodeHead: words.Say("board.code"), Here: words.Say("board.people", "n", desk.Counts().Seats)}
	for _, t := range p.Teams {
		name := t.Name
		if n := len(desk.Crew(t.N)); n > 1 {
			name = words.Say("board.crew", "name", name, "n", n)
		}
		l.Teams = append(l.Teams, name)
	}
	if p.Locked {
		l.Locked = words.Say("lead.room.locked")
		return l
	}
	if invite == nil {
		return l
	}
	how := invite()
	for _, way := range []boardWay{{words.Say("board.join.terminal"), how.SSH}, {words.Say("board.join.browser"), how.Web}} {
		if way.Line != "" {
			l.Ways = append(l.Ways, way)
		}
	}
	l.QR = modules(how.QR)
	return l
}

// boardCode is a QR code as a drawing: how wide it is with the light border that a camera wants, and its dark modules as a path.
type boardCode struct {
	Size int
	Path string
}

// modules is the drawing of a QR code, nil where there is none.
func modules(code [][]bool) *boardCode {
	if len(code) == 0 {
		return nil
	}
	const border = 3
	var path strings.Builder
	for y, row := range code {
		for x, dark := range row {
			if dark {
				path.WriteString("M" + strconv.Itoa(x+border) + "," + strconv.Itoa(y+border) + "h1v1h-1z")
			}
		}
	}
	return &boardCode{len(code) + 2*border, path.String()}
}
