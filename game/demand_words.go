package game

// DemandWords gives, one after the other, all that the seed brings to a level from outside: the random words of which
// faults, noise and finished changes are made, for every application and every hour of the level, and the level's
// timetable. Two games with the same words have the same demand, whatever is done in them.
func (l *Level) DemandWords(seed Seed, put func(word uint64)) {
	k := newKeys(seed)
	l.demandWords(&k, put)
}

// DemandWords is Level.DemandWords of the luck that this game is really played with.
func (g *Game) DemandWords(put func(word uint64)) { g.level.demandWords(&g.keys, put) }

func (l *Level) demandWords(k *keys, put func(uint64)) {
	first, last := uint64(l.Start/Hour), uint64(l.End/Hour)
	for i := range l.Applications {
		for hour := first; hour <= last; hour++ {
			put(k.draw(forFault, uint64(i), hour))
			put(k.draw(forNoise, uint64(i), hour))
		}
		for n := range last - first + 1 {
			put(k.draw(forChange, uint64(i), n))
		}
	}
	for _, e := range l.Happenings {
		for _, x := range []int{int(e.At), int(e.Kind), e.App, e.From, e.To, int(e.Amount), int(e.Until)} {
			put(uint64(x))
		}
	}
}
