// Package line builds lines of text that are exactly as wide as they should be.
//
// It is the one place that measures, cleans, cuts, wraps and colours text. A Block is a rectangle that is written row
// by row; whatever is put into it, it comes out with its own width and height. Text that came from outside (names in a
// level of somebody else's) passes through Clean on its way, so escape sequences, line breaks, bidirectional controls and
// characters without width cannot leave their cell.
//
// It is on the path of every frame: a Style is a ready prefix, and a Block costs a few allocations, however many rows it
// has.
package line
