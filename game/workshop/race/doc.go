// Package race is the board of a workshop as it is shown, whoever draws it: what is said of a team, which teams are shown
// where there is no room for all, how ranks moved, what doing nothing would have come to, and the charts as SVG.
//
// It draws from a [workshop.Board], so a frozen board gives frozen charts. Every chart has a title and a sentence for those
// who do not see it, and says the same as the rows of the board.
//
// # Classes
//
// The SVG has no styles. Its classes, beside those of the elements themselves:
//
//	svg.chart          a chart; it has a viewBox and no size, so it is as wide as its place
//	text.s .m .e       text that begins at, is in the middle of, ends at its point
//	.quiet             numbers and days of the axes
//	.strong            what is read first
//	path.grid          lines of the axes
//	path.line          the course of a team, with team-1 to team-8: a colour and a dash each
//	path.line.rest     the course of a team that has no label, quieter
//	circle.end         the end of a course, with the class of its team
//	text.label         the name of a team at the end of its course, with the class of its team
//	rect.lost          the part of a bar that is revenue lost
//	rect.other         the rest of it
//	rect.baseline      a bar that no team played: nothing done, the rule of thumb
//	text.value         the number at the end of a bar
//
// assets/race/race.css has a rule for each, for light and dark, and may be put into any page as it is.
package race
