package web

import (
	"errors"
	"net/http"

	"callout/game/words"
)

// give takes a batch of what the player did. The answer names the last batch that was applied, also where this one was not.
func (s *Server) give(w http.ResponseWriter, r *http.Request) {
	one, _, ok := s.find(r)
	if !ok {
		s.refuse(w, http.StatusNotFound, "unknown", words.Say("web.refuse.unknown"))
		return
	}
	b, err := readBatch(http.MaxBytesReader(w, r.Body, maxBatch))
	if err != nil {
		s.refuse(w, http.StatusBadRequest, "malformed", words.Say("web.refuse.malformed"))
		return
	}
	applied, err := one.apply(b, s.now())
	switch {
	case errors.Is(err, errOver):
		s.refuse(w, http.StatusNotFound, "unknown", words.Say("web.refuse.unknown"))
	case errors.Is(err, errFast):
		s.refuse(w, http.StatusTooManyRequests, "fast", words.Say("web.refuse.fast"))
	case errors.Is(err, errGap):
		reply(w, http.StatusConflict, map[string]uint64{"keys": applied})
	default:
		reply(w, http.StatusOK, map[string]uint64{"keys": applied})
	}
}
