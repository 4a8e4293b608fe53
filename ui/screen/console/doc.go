// Package console is the facilitator's screen in a workshop: where the room is and what comes next, what to say now, who is
// here and who is stuck, and everything that can be done about it. What cannot be taken back is told first and done on a
// second key.
//
// The screen sends nothing: what is wanted it returns as screen.Lead, and what came of it is told to it by Say or Complain.
package console
