// Package journal keeps a game on disk: an append-only text file that is the save, the replay and the proof at once.
//
// The file is JSON lines. The first line is the header: format, level, model, fingerprints of level and rules, seed.
// Then a line for each order, written when it is accepted, and a line for each ended turn with the digest of the
// game's state after it. An order is taken back by a line that says so; it can only be the last one of the turn that has
// not ended. A note says something about the game that does not change it: a hint taken, a prediction, how it came out.
// Every line ends with a CRC-32C over itself and, by chaining, over all lines before it.
//
//	{"callout":2,"level":"one-team","source":"","model":"","level_digest":"…","rules":1,"seed":"…","by":"…","created":"…","crc":"e3069283"}
//	{"order":"assign A-001 Asha","crc":"9bd366ae"}
//	{"order":"assign A-001 Ben","crc":"1f0c2e77"}
//	{"undo":1,"crc":"5b21a9d0"}
//	{"note":"hint","text":"20","crc":"c2a0f1b8"}
//	{"turn":1,"at":600,"digest":"00c0ffee00c0ffee","over":false,"crc":"113fdb5c"}
//
// A branch is a journal that shares its first turns with another one. Its header says with which, and how many:
// "parent" is the name of that file, "parent_turn" the number of turns. It holds the shared lines itself and needs the
// other file no more.
//
// A line is on the disk, synced, before what it says is acknowledged. So whatever a player was told has survived, and
// at most the last line can be torn: it was never acknowledged, and Resume cuts it off, keeping a copy beside the
// file. Anything else that is wrong with a file is refused in a sentence that names the line, and the file is left
// as it is. Resuming plays all orders again and compares every digest: an edited file does not pass.
//
// The seed stands in the file, so that a save is a replay. A player who reads it there could compute the faults to
// come; who cheats a game against luck cheats only himself. A workshop keeps its seed on the server instead.
//
// Where the operating system has file locks (Unix, Windows) a second process on the same save is refused.
package journal
