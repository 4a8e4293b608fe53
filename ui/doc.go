// Package ui is Callout in a terminal: menu, level choice, briefing, the main screen, help, glossary, and the debrief.
//
// # The law of the screens
//
//   - One Bubble Tea model: root. Everything else is a plain struct that takes keys and returns text of exactly the size
//     it was asked for. What a screen wants done it returns as a screen.Action; root does it.
//   - No input or output in Update. What reads or writes runs in a command; a command never changes the model, it brings a
//     message. While a command is with the game, keys wait.
//   - Sizes come from package layout alone, from the size of the terminal and the length of lists.
//   - Every key goes through key.Split: keys that arrive together are taken apart, pasted text is ignored. Keys that mean
//     the same everywhere stand in package key; keys of orders stand with the orders, which are drawn from the same list.
//   - No package-level style. A theme.Theme is built once per program from its renderer, so that many programs in one
//     process may have different terminals.
//   - All text passes through a line.Block, which measures, cuts and cleans it. A name cannot paint outside its cell.
//   - A panel is drawn again only when what it is drawn from has changed.
//   - Colour is never the only sign: marks and words say the same.
//   - Sentences about the game come from package words, which the line-by-line mode uses too.
//   - Every screen has golden tests at 80×24, 120×36 and 200×60, with and without colour, and there is a notice for less.
//   - The program must not link anything that asks the terminal a question at start-up: see package quiet.
package ui
