// Package saves keeps the player's own games: how one is begun, where it is recorded, and how it is found again.
package saves
