package web

import (
	"net/http"
	"time"
)

// headers go with every answer. Scripts, styles and data come from this server alone, nothing is written into the page by
// scripts but text, nobody may show the page inside another, and nothing is kept by caches.
var headers = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
	"Cache-Control":                "no-store",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
	"X-Frame-Options":              "DENY",
}

// Types of what is sent.
const (
	htmlType    = "text/html; charset=utf-8"
	textType    = "text/plain; charset=utf-8"
	styleType   = "text/css; charset=utf-8"
	jsonType    = "application/json"
	eventsType  = "text/event-stream"
	metricsType = "text/plain; version=0.0.4; charset=utf-8"
)

// Headers of the page's own requests.
const (
	ours   = "Callout"         // 1: the page asks, and no other site
	whose  = "Callout-Session" // the secret of the session
	polled = "Callout-Poll"    // 1: one event after the other
)

// forwarded are headers of requests that somebody sent on for somebody else.
var forwarded = [...]string{"X-Forwarded-For", "Forwarded"}

// typed says what an answer is.
func typed(w http.ResponseWriter, what string) { w.Header().Set("Content-Type", what) }

// homePolicy is for a page with a style of its own, which is all that it has: no script runs, nothing is loaded, and nothing
// of this server can be reached from it.
const homePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups"

// homeTypes are the formats of a debrief.
var homeTypes = map[string]string{"html": htmlType, "md": "text/markdown; charset=utf-8", "json": jsonType, "csv": "text/csv; charset=utf-8"}

// later has the same asked for again in some seconds, which a browser does by itself.
func later(w http.ResponseWriter) {
	const seconds = "5"
	w.Header().Set("Retry-After", seconds)
	w.Header().Set("Refresh", seconds)
}

// endless makes an answer one that goes on for hours, and that nobody on the way is to hold back until its end.
func endless(w http.ResponseWriter) *http.ResponseController {
	c := http.NewResponseController(w)
	c.SetReadDeadline(time.Time{}) // the request was read
	typed(w, eventsType)
	w.Header().Set("Cache-Control", "no-store, no-transform")
	w.Header().Set("X-Accel-Buffering", "no")
	return c
}
