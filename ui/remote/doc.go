// Package remote is Callout for somebody at another machine: who calls, and the door behind which a program is made for
// them.
//
// There is one seam. A server (package ssh, package web) finds out who calls and what their terminal can show, and hands a
// [Caller] to a [Door]; the Door makes a Bubble Tea model, which package paint runs and draws. Servers know nothing of
// rooms, and models know nothing of networks. A server needs the Door, its limits, and nothing else. Who does not want a
// screen is led to a [PlainDoor] instead, behind which lines are read and written.
//
// What a model may do beyond being a tea.Model:
//
//   - It holds its breath for nobody: Update reads and writes nothing. What waits for a room waits in a command, and ends
//     with the context that the Door was given. That context ends with the session.
//   - If it is an io.Closer, it is closed when its session is over, however that came.
//   - If it is a [Parting], its last words are the last line on the caller's terminal.
//   - A message that every session gets at the same instant is an [Everybody]: frames that it causes are spread.
//   - A message that a session brings for itself, such as a clock, is nothing special.
//
// Callers are hostile until shown otherwise. Sizes are clamped, keys are parsed and counted, environment and terminal names
// go through lists, before a model sees any of it.
package remote
