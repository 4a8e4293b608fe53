// Package glossary is the dialog that explains words: search on the left, the entry on the right.
package glossary
