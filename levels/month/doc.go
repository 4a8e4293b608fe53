// Package month works out the figures of a team's own past, and writes them as a level that behaves as it did. Each
// figure says whether it was measured, estimated (and how), or assumed (and after whom). All arithmetic is on whole
// numbers, so that the same exports give the same level everywhere.
package month
