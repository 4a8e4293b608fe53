// Package plain plays the whole game line by line: a command a line in, sentences out. It moves no cursor, paints no
// colour and draws no boxes, so it suits a screen reader, a pipe and a script. All decisions of the full screens are
// here too; the sentences come from package words.
package plain
