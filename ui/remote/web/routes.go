package web

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"callout/assets"
	"callout/game/words"
	"callout/ui/remote"
)

// routes are all requests that are answered.
func (s *Server) routes() (http.Handler, error) {
	pages, err := readPages()
	if err != nil {
		return nil, err
	}
	static, err := fs.Sub(assets.Web(), "static")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.page(pages.screen))
	if s.o.Plain != nil {
		mux.HandleFunc("GET /plain", s.page(pages.plain))
	}
	mux.Handle("GET /static/", s.often(http.StripPrefix("/static/", files(static))))
	mux.HandleFunc("POST /session", s.own(s.begin))
	mux.HandleFunc("GET /session/frames", s.own(s.stream))
	mux.HandleFunc("POST /session/keys", s.own(s.give))
	if s.o.Board != nil {
		s.boardRoutes(mux, pages.board)
	}
	if s.o.Home != nil {
		mux.Handle("GET /home/{code}", s.often(http.HandlerFunc(s.home)))
	}
	mux.HandleFunc("GET /healthz", s.alive)
	mux.HandleFunc("GET /readyz", s.ready)
	mux.HandleFunc("GET /metrics", s.measured)
	return s.guarded(mux), nil
}

// guarded puts the headers on every answer, keeps a fault in one of them from the others, and lets nobody ask from another
// site.
func (s *Server) guarded(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer remote.Catch(func(p *remote.Panic) {
			s.caught(p)
			http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		})
		for name, value := range headers {
			w.Header().Set(name, value)
		}
		site, visit := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Sec-Fetch-Mode") == "navigate"
		foreign := site != "" && site != "same-origin" && site != "none"
		if cross.Check(r) != nil || foreign && !(visit && r.Method == http.MethodGet) {
			s.refuse(w, http.StatusForbidden, "cross-site", words.Say("web.refuse.site"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// own lets through what only the page sends: a script of another site cannot add a header of its own without being asked
// first whether it may, and it may not.
func (s *Server) own(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		json := r.Method != http.MethodPost || r.Header.Get("Content-Type") == jsonType
		if r.Header.Get(ours) != "1" || !json {
			s.refuse(w, http.StatusForbidden, "cross-site", words.Say("web.refuse.site"))
			return
		}
		next(w, r)
	}
}

// often lets an address ask as often as pages need.
func (s *Server) often(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.asked.take(s.address(r), s.now()) {
			s.refuse(w, http.StatusTooManyRequests, "often", words.Say("web.refuse.often"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// files serves what is in a folder, and no lists of it.
func files(folder fs.FS) http.Handler {
	serve := http.FileServerFS(folder)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if info, err := fs.Stat(folder, r.URL.Path); err != nil || !info.Mode().IsRegular() {
			http.NotFound(w, r)
			return
		}
		serve.ServeHTTP(w, r)
	})
}

// refuse says why something is not done, and counts it under a reason.
func (s *Server) refuse(w http.ResponseWriter, status int, reason, why string) {
	s.counts.refused(reason)
	reply(w, status, map[string]string{"why": why})
}

// reply answers with JSON.
func reply(w http.ResponseWriter, status int, v any) {
	typed(w, jsonType)
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v) // if it cannot be written, nobody is there to be told
}

// address is who asks. Somebody who asks for others, such as a balancer, is believed only where it was named.
func (s *Server) address(r *http.Request) netip.Addr {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	address := at.Addr().Unmap()
	named := func(a netip.Addr) bool {
		return slices.ContainsFunc(s.o.Proxies, func(p netip.Prefix) bool { return p.Contains(a) })
	}
	hops := strings.Split(strings.Join(r.Header.Values(forwarded[0]), ","), ",")
	for len(hops) > 0 && named(address) {
		a, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1]))
		if err != nil {
			break
		}
		address, hops = a.Unmap(), hops[:len(hops)-1]
	}
	return address
}
