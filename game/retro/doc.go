// Package retro makes a retrospective of a team's own month: what it looked like, what its data shows of the article's
// eight effects, and, where the level that was made from it behaves as the month did, what would have been under other
// support models. It says what it cannot tell.
package retro
