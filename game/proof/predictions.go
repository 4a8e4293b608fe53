package proof

import "slices"

// Predictions are all predictions that the model speaks of, by number.
func Predictions() []Prediction {
	return slices.Concat(scalePredictions, structurePredictions, workPredictions)
}
