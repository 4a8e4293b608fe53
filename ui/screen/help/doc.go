// Package help explains the screen that is topmost: what is where, and what the keys do.
package help
