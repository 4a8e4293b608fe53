// Package invite is what a server tells people so that they find it: the addresses at which it can be reached, the line to
// type, the address to open, and the code for the camera of a phone.
package invite
