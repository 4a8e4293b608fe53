// Package web is Callout in a browser: for players whose network blocks SSH, for those who read with a screen reader, and
// for the projector.
//
// It uses net/http and nothing else, and the page uses nothing of anybody else's. A page begins a session (POST /session)
// and gets its secret. It reads what the session shows as server-sent events (GET /session/frames): first everything, then
// the lines that changed, as runs of text with colours and looks, of which it makes text nodes. It sends what the player
// does in numbered batches (POST /session/keys); a batch that comes twice is applied once. So the page sends one whose answer
// does not come again, until it has arrived or the session is known to be gone (404). Then it begins another one with the
// return code, presses in that nothing that was meant for the one before, and says so where something may be lost. While it
// says that the line is lost, it takes no keys.
//
//	event: hello   {"keys":3,"w":120,"h":36}     the last batch that was applied, and the size that holds
//	event: frame   {"w":120,"h":36,"full":true,"rows":[[0,[["text","#83b8d8","",1]]]]}
//	event: lines   {"full":true,"lines":["…"]}   of a session that is played line by line
//	event: keep    {"code":"…"}                  a return code for the browser to keep
//	event: ping    null                          the page answers with a batch without events
//	event: moved   null                          another reader has taken the session over
//	event: end     {"why":"…","again":true}
//
// Frames and lines have numbers (id), and whoever comes back with the last one (Last-Event-ID) gets what it missed. A
// session lives on for a minute without its page: a reload, or a phone that slept, comes back to the same screen. After
// that the return code leads back to the same seat. Where something on the way holds back answers that do not end, the page
// asks for one event after the other (Callout-Poll).
//
// The address of a page may end in the code of a room, "/#K7Q-M4X", which it sends when it begins a session. The projector's
// page of a room is /board/K7Q-M4X.
//
// # What is refused
//
// The secret of a session has 130 bits, travels in a header and is written to no log. A request of the page has a header
// of its own, which other sites cannot add. Scripts, styles and data come from this server only, nothing is made of text
// but text, and the page can be shown inside no other. Everything has a limit: connections, sessions in all and of one
// address, requests, bodies, events in a batch and a second, sizes of screens, and the time that anything may take. A
// reader who does not read holds up nobody but itself.
//
// # Health
//
// /healthz says that the process answers. /readyz says whether players may be sent here. /metrics is told on loopback only,
// unless Options.Measured says otherwise; a request that a proxy sent on is not of loopback.
package web
