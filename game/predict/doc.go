// Package predict asks one question before a week ends, about what the player can see coming, and answers it from what then
// happened. How good the answers were is measured apart from money: whoever knows how sure they may be decides better.
//
// Questions depend on the level, the turn and the view at its beginning, and on nothing hidden; answers on the view and the
// events that the player was told.
package predict
