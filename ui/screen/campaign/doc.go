// Package campaign is the map of the levels: a path through the articles of the series, how far somebody came on it, and
// what the chosen level is about. No level is locked; the path only suggests.
package campaign
