// Package words turns the things of a game into plain sentences: one place for the sentences and names that the
// screens and the line-by-line mode show alike.
//
// All text lives in one catalogue, assets/words, as templates whose placeholders have names, so that another language
// is another catalogue with its own order of words. The functions here only choose a template and fill it. They
// return one line without colour, padding or control characters; how it is cut and painted is the screens' business.
package words
