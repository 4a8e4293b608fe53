// Package result is the screen after a game: what became of the goals, the course of the gauges, availability, time to restore,
// deployments, losses and people. Each page answers one question in its first line; the evidence stands under it.
package result
