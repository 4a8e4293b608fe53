// Package join is how somebody comes into a workshop: the code of the room, a name, a team. What is wrong is said where it
// was typed. A facilitator's token goes into the same field as the code.
package join
