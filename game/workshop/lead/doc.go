// Package lead is the facilitator's desk in words: what can be asked of a room, what each thing will do before it is done,
// how the room stands, and what to say now. A line that is typed becomes a [Wish] or a sentence that says what would be
// right, so the console, a script on standard input and tests lead a room in the same words.
//
// It reads a [workshop.Picture] and sends nothing: whoever has the room does. Commands are typed in English in every
// language, as in the line-by-line game.
package lead
