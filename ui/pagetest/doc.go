// Package pagetest drives a real Chromium over its two pipes, so that tests see pages as people do: they press keys and put
// fingers on buttons, and read what stands there and what a screen reader would say. It is for tests only. A test is left out
// without CALLOUT_LONG, with -short, and where no browser is installed.
//
// Where CALLOUT_PICTURES names a folder, pictures of the pages are put there to be looked at.
package pagetest
