// Package settings is what a player may choose once for all games: the language, motion, colours, keys. It stands in a
// TOML file in the user's configuration directory. A file with mistakes never stops the game: each is told with its
// place, and what it says does not count.
package settings
