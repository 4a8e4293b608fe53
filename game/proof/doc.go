// Package proof measures what the model claims. It plays the same demand under settings that differ in one thing, and
// says how large the difference is, with its interval. The predictions of support-model theory are a table of such
// comparisons, each with the effect that it must show; queues that a level can make textbook queues are held against
// their formulas; and a sweep finds the cheapest support model for each exposure and demand.
//
// Nothing of it is scripted in the model: where a prediction fails, the model is wrong, or the prediction stands among
// those that the model does not speak of, with the reason.
package proof
