package result

import (
	"callout/ui/line"
)

func (r *Result) course(b *line.Block)       {}
func (r *Result) restore(b *line.Block)      {}
func (r *Result) applications(b *line.Block) {}
func (r *Result) losses(b *line.Block)       {}
func (r *Result) people(b *line.Block)       {}
