// Package memory keeps workshops in memory alone, for tests and rehearsals: nothing of them is left when the program ends.
// Several hubs on one Store are as several servers on one database.
package memory
