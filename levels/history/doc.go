// Package history reads what a team can export of its own past: incidents, deployments and on-call rotas, as the
// tools of the trade write them. Rows are streamed, so that a year of a large company takes seconds; what is kept of
// one is a few numbers.
//
// Nothing is guessed silently. Read says which source it took a file for and which column it read as what, and a
// History counts, with an example each, what was left out and what was used with a doubt.
package history
