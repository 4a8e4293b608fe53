// Package archive reads zip archives that somebody else made. Their names are checked before anything is unpacked, and they
// unpack to no more than whoever opens them allows. It writes no files.
package archive
