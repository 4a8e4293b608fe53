package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/home"
)

// home answers with the debrief of whoever has the return code of a seat. The code is in the address, so that it can be typed
// from a terminal into a browser; no header says it to anybody else, and no log has it.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	code, format, _ := strings.Cut(r.PathValue("code"), ".")
	if format == "" {
		format = "html"
	}
	if len(code) > maxCode || homeTypes[format] == "" {
		format = "" // there is no such
		code = code[:min(len(code), maxCode)]
	}
	file, err := s.o.Home(r.Context(), s.address(r).String(), code, format)
	var refusal workshop.Refusal
	switch {
	case err == nil:
		s.sendHome(w, format, file)
	case errors.Is(err, home.ErrSoon):
		later(w)
		s.sayHome(w, http.StatusServiceUnavailable, "busy", words.Say("home.soon"))
	case errors.As(err, &refusal):
		s.sayHome(w, http.StatusNotFound, "home", refusal.Error())
	case r.Context().Err() != nil: // nobody waits any more
	default:
		s.log.Error("debrief", "what", err)
		s.sayHome(w, http.StatusInternalServerError, "fault", words.Say("home.failed"))
	}
}

// sendHome sends a debrief: a page to be looked at, anything else to be kept.
func (s *Server) sendHome(w http.ResponseWriter, format string, file []byte) {
	how := "attachment"
	if format == "html" {
		how = "inline"
		w.Header().Set("Content-Security-Policy", homePolicy)
	}
	typed(w, homeTypes[format])
	w.Header().Set("Content-Disposition", how+`; filename="callout-debrief.`+format+`"`)
	w.Write(file) // if it cannot be written, nobody is there to read it
}

// sayHome says in a sentence why there is no debrief.
func (s *Server) sayHome(w http.ResponseWriter, status int, reason, why string) {
	s.counts.refused(reason)
	typed(w, textType)
	w.WriteHeader(status)
	fmt.Fprintln(w, why)
}
