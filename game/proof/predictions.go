package proof

import "slices"

// NotModelled are the predictions that the model does not speak of, with the reason.
var NotModelled = map[int]string{
	28: "Handoff quality: a handover in the model costs minutes and loses nothing, so there is no rework that a better template could save.",
	38: "Funding: availability targets are data of a level and nobody in the model chooses them; who is called, not who pays, moves operability.",
}

// Predictions are all predictions that the model speaks of, by number.
func Predictions() []Prediction {
	return slices.Concat(scalePredictions, structurePredictions, workPredictions, economyPredictions, guardPredictions)
}
