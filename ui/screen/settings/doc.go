// Package settings is the dialog with what a player may choose once for all games.
package settings
