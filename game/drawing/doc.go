// Package drawing is charts as shapes in whole pixels, and their SVG. A drawing has classes and no styles: how it looks is
// for the style sheet of the page that it stands on, assets/debrief/page.css being the first. It is the same on every machine.
package drawing
