package challenge

import (
	"callout/game"
	"callout/game/journal"
)

// A Result is what somebody says a challenge came to.
type Result struct {
	Challenge
	Turns  int
	Won    bool
	Score  int64
	Lost   game.Pence
	Hints  int64  // points that hints cost; they are not taken off the score
	Digest uint64 // the first digestBits of the digest of the game at its end
}

const digestBits = 40

// ResultOf is the result of a game that is over, of turns turns, in which hints cost so many points.
func ResultOf(h journal.Header, g *game.Game, turns int, hints int64) (Result, error) {
	if !g.Over() {
		return Result{}, ErrNotOver
	}
	r := g.Result()
	result := Result{Challenge: Of(h), Turns: turns, Won: r.Won, Hints: max(0, hints), Digest: g.Digest() >> (64 - digestBits)}
	for _, v := range r.Values {
		switch v.Name {
		case "score":
			result.Score = v.N
		case "revenue_lost":
			result.Lost = v.N
		}
	}
	return result, nil
}

// Net is the score less the points that hints cost: what results are compared by.
func (r Result) Net() int64 { return r.Score - r.Hints }

// Code is the text that tells the result.
func (r Result) Code() string { return r.seal(r.symbols()) }

// symbols is the result, with its challenge, without its checksum.
func (r Result) symbols() symbols {
	s := r.Challenge.symbols(result)
	won := uint64(0)
	if r.Won {
		won = 1
	}
	s.varying(uint64(r.Turns)<<1 | won)
	s.varying(uint64(r.Score)<<1 ^ uint64(r.Score>>63)) // a small number also where it is negative
	s.varying(uint64(r.Lost))
	s.varying(uint64(r.Hints))
	s.number(r.Digest, digestBits/5)
	return s
}

// read reads what follows the challenge in the code of a result.
func (r *Result) read(s *scanner) {
	turns, score, lost, hints := s.varying(), s.varying(), s.varying(), s.varying()
	r.Digest = s.number(digestBits / 5)
	const most = 1 << 50
	if turns > most || score > most || lost > most || hints > most {
		s.fail()
		return
	}
	r.Turns, r.Won = int(turns>>1), turns&1 > 0
	r.Score = int64(score>>1) ^ -int64(score&1)
	r.Lost, r.Hints = game.Pence(lost), int64(hints)
}

// Check compares what a result claims with the game that it is said to come from, which was played again: got. The error
// says what is not so.
func (r Result) Check(got Result) error {
	switch {
	case r.Challenge != got.Challenge:
		return ErrOtherChallenge
	case r.Digest != got.Digest:
		return ErrOtherGame
	case r != got:
		return ErrOtherNumbers
	}
	return nil
}
