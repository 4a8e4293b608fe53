// Package levels loads, checks and generates levels: it turns TOML files into what package game plays.
//
// A file passes four gates. The scan bounds its size, depth and number of keys and notes where everything stands
// (scan.go), because the TOML parser is not safe on hostile input and does not say where values are. The parser
// makes values of it. The decoder fills Go structures from them and checks every key, type and range (decode.go).
// The compiler resolves names to indices and everything else to integers (compile.go). Mistakes are collected on
// the way, so that an author sees all of them at once, each with file, line, column, and what would be right.
package levels
