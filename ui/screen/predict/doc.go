// Package predict is the dialog that asks for a prediction: an answer, then how sure it is. Escape is no prediction.
package predict
