// Package sample makes up the past of a team from known figures and writes it as the tools of the trade export it. What reads
// exports is tested against it: whatever the tool, the same past must come out.
//
// The past is a process that can be said in a sentence. Incidents of an application come by themselves at a steady rate; a
// deployment brings one within four hours with the chance that its batch gives it; times to restore are log-normal, and
// acknowledging takes a tenth of it. One seed gives one past. Nothing in it is real.
package sample
