// Package lab plays many games at once and says what they came to: means, spreads and intervals for every metric, and
// paired differences between support models, or policies, on the same demand. The report is the same for any number of
// workers.
package lab
