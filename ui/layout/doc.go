// Package layout decides where everything on the screen is, and nothing else does.
//
// It is arithmetic on sizes: it knows no text and no colour. Its tests draw the rectangles as pictures; reviewing a
// change of layout is looking at them.
package layout
