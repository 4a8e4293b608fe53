// Package disk does with files what has to last: it writes one whole or not at all, makes names of files and folders
// survive a loss of power, and takes a file for one process alone.
package disk
