package debrief

import "context"

// Stage is a part of the debrief that takes long to work out.
type Stage uint8

// The stages, in the order in which they are worked out.
const (
	Comparing Stage = iota // the ladder and the support models
	Reviewing              // the decisions
	Studied                // all is there
)

// Studying is how far a study has come.
type Studying struct {
	Stage Stage
	Done  int      // of 1000, within the stage
	Ahead int      // how many others are studied before this one is gone on with
	Ready *Debrief // with all stages before this one worked out; nil within a stage. It does not change any more.
}

// Study works out, stage by stage, what Look leaves open, and tells how far it is. d itself stays as it is, so that it can be
// read meanwhile. When ctx is done it returns early with its error.
func (d *Debrief) Study(ctx context.Context, tell func(Studying)) error {
	work := *d
	for stage, do := range []func(context.Context, Progress) error{Comparing: work.Compare, Reviewing: work.ReviewDecisions} {
		if err := do(ctx, func(done int) { tell(Studying{Stage: Stage(stage), Done: done}) }); err != nil {
			return err
		}
		ready := work
		tell(Studying{Stage: Stage(stage) + 1, Ready: &ready})
	}
	return nil
}
