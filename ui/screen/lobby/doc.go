// Package lobby is a workshop before it begins: who is here, what will be played, and that nobody can change any more what
// will happen.
package lobby
