package levels

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"callout/game"
)

// overrides are the constants that a level sets for itself, checked when they are put into a game.Balance.
type overrides map[string]any

func (o *overrides) read(raw any) error {
	table, ok := raw.(map[string]any)
	if !ok {
		return fmt.Errorf("must be a table: write [balance] and constants under it")
	}
	*o = table
	return nil
}

// balanceKey is the key of a field of game.Balance: its name in snake case.
func balanceKey(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// balanceFields lists the constants by key.
func balanceFields() []field {
	var list []field
	for _, f := range reflect.VisibleFields(reflect.TypeFor[game.Balance]()) {
		list = append(list, field{key: balanceKey(f.Name), index: f.Index})
	}
	return list
}

// balance puts constants from the table at path into b. With all, every one of them must be there.
func (d *decoder) balance(path string, table map[string]any, b *game.Balance, all bool) {
	into := reflect.ValueOf(b).Elem()
	known, before := balanceFields(), len(d.problems)
	d.unknowns(path, table, known)
	for _, f := range known {
		raw, ok := table[f.key]
		if ok {
			d.constant(join(path, f.key), f.key, raw, into.FieldByIndex(f.index))
		} else if all && !d.broken {
			d.problem(path, "%s is missing: every constant of the rules has its value here", f.key)
		}
	}
	if before == len(d.problems) {
		d.coherent(path, b)
	}
}

// coherent checks what the rules take for granted of constants beyond their types.
func (d *decoder) coherent(path string, b *game.Balance) {
	sum := int64(0)
	for _, share := range b.FaultShares {
		sum += int64(share)
	}
	if sum != 1000 {
		d.problem(join(path, "fault_shares"), "fault_shares add up to %d: they must make 1000", sum)
	}
	mean := int64(0)
	for _, q := range b.ArrivalSpread {
		mean += int64(q)
	}
	if mean /= max(int64(len(b.ArrivalSpread)), 1); mean < 900 || mean > 1100 {
		d.problem(join(path, "arrival_spread"), "arrival_spread has the mean %d: it must be about 1000, or there is more or less demand than a level says", mean)
	}
	for key, pair := range map[string][2]int32{"sick_days": b.SickDays, "wish_days": b.WishDays} {
		if pair[0] > pair[1] {
			d.problem(join(path, key), "%s has its least, %d, above its most, %d: write the smaller one first", key, pair[0], pair[1])
		}
	}
}

// constant reads one constant by the type that the rules give it.
func (d *decoder) constant(path, key string, raw any, into reflect.Value) {
	switch v := into.Addr().Interface().(type) {
	case *game.Curve:
		d.curve(path, key, raw, v)
	case *game.Quantiles:
		d.quantiles(path, key, raw, v)
	case *game.Minute:
		var length span
		if d.constantScalar(path, key, raw, &length, 1, 26*int64(game.Week)) {
			*v = game.Minute(length)
		}
	case *game.Pence:
		var amount money
		if d.constantScalar(path, key, raw, &amount, 0, 1e9) {
			*v = game.Pence(amount)
		}
	case *int32:
		var n whole
		if d.constantScalar(path, key, raw, &n, 0, 1e6) {
			*v = int32(n)
		}
	default:
		list, ok := raw.([]any)
		if !ok || into.Kind() != reflect.Array || len(list) != into.Len() {
			d.problem(path, "%s must be a list of %d whole numbers", key, into.Len())
			return
		}
		for i := range list {
			d.constant(index(path, i), key, list[i], into.Index(i))
		}
	}
}

// constantScalar reads a number and keeps it to what the rules can compute with.
func (d *decoder) constantScalar(path, key string, raw any, s scalar, low, high int64) bool {
	if err := s.read(raw); err != nil {
		d.problem(path, "%s %v", key, err)
		return false
	}
	if n := s.number(); n < low || n > high {
		d.problem(path, "%s is %s: it must be from %s to %s", key, s.write(n), s.write(low), s.write(high))
		return false
	}
	return true
}

// curve reads [[x, y], ...] with rising x.
func (d *decoder) curve(path, key string, raw any, c *game.Curve) {
	list, ok := raw.([]any)
	if !ok || len(list) == 0 || len(list) > 32 {
		d.problem(path, "%s must be a curve of 1 to 32 points, such as [[0, 1000], [500, 400]]", key)
		return
	}
	curve := make(game.Curve, 0, len(list))
	for i, raw := range list {
		at := index(path, i)
		pair, _ := raw.([]any)
		var xy [2]whole
		if len(pair) != 2 || xy[0].read(pair[0]) != nil || xy[1].read(pair[1]) != nil {
			d.problem(at, "%s has a point that is not two whole numbers: write [x, y]", key)
			return
		}
		for _, n := range xy {
			if n < -1e6 || n > 1e6 {
				d.problem(at, "%s has the number %d: it must be from -1000000 to 1000000", key, n)
				return
			}
		}
		p := game.Point{X: int32(xy[0]), Y: int32(xy[1])}
		if i > 0 && p.X <= curve[i-1].X {
			d.problem(at, "%s has x = %d after x = %d: points stand in rising x", key, p.X, curve[i-1].X)
			return
		}
		curve = append(curve, p)
	}
	*c = curve
}

// quantiles reads the quantiles of a distribution, evenly spaced in probability.
func (d *decoder) quantiles(path, key string, raw any, q *game.Quantiles) {
	list, ok := raw.([]any)
	if !ok || len(list) == 0 || len(list) > 256 {
		d.problem(path, "%s must be a list of 1 to 256 quantiles, such as [500, 1000, 2000]", key)
		return
	}
	quantiles := make(game.Quantiles, 0, len(list))
	for i, raw := range list {
		var n whole
		if !d.constantScalar(index(path, i), key, raw, &n, 0, 1e6) {
			return
		}
		if i > 0 && int32(n) < quantiles[i-1] {
			d.problem(index(path, i), "%s has %d after %d: quantiles do not fall", key, n, quantiles[i-1])
			return
		}
		quantiles = append(quantiles, int32(n))
	}
	*q = quantiles
}
