package words

import (
	"strconv"

	"callout/game"
)

// Numbers are how a language writes numbers and money.
type numbers struct {
	thousands, point string
	money, percent   affix
	rate             affix
	grand, million   affix // money in thousands and millions
}

func numbersOf(text func(string) string) numbers {
	return numbers{
		thousands: text("number.thousands"), point: text("number.point"), money: affixOf(text("number.money")),
		percent: affixOf(text("number.percent")), rate: affixOf(text("number.rate")),
		grand: affixOf(text("number.money_thousands")), million: affixOf(text("number.money_millions")),
	}
}

// Number is n with its thousands apart: "48,200".
func Number(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	if len(s) <= 3 {
		return sign + s
	}
	thousands := inUse().thousands
	out := make([]byte, 0, len(s)+len(s)/3)
	for i := range len(s) {
		if i > 0 && (len(s)-i)%3 == 0 {
			out = append(out, thousands...)
		}
		out = append(out, s[i])
	}
	return sign + string(out)
}

// Money is an amount in whole pounds, rounded to the nearest: "£48,200".
func Money(p game.Pence) string {
	sign, p := signOf(p)
	return sign + inUse().money.around(Number(p/100+(p%100+50)/100))
}

// MoneyExact is an amount to the penny: "£48,200.07".
func MoneyExact(p game.Pence) string {
	sign, p := signOf(p)
	return sign + inUse().money.around(Number(p/100)+fraction(p%100, 2))
}

// MoneyCoarse is money for an axis or a narrow row: "£9,800", "£281k", "£12.3m".
func MoneyCoarse(p game.Pence) string {
	sign, size := signOf(p)
	switch pounds := size / 100; {
	case pounds >= 1_000_000:
		return sign + inUse().million.around(Number(pounds/1_000_000)+fraction(pounds/100_000%10, 1))
	case pounds >= 10_000:
		return sign + inUse().grand.around(Number((pounds+500)/1000))
	}
	return Money(p)
}

// Rate is money by the hour: "£18,600 an hour".
func Rate(pencePerHour game.Pence) string { return inUse().rate.around(Money(pencePerHour)) }

// signOf splits an amount into its sign and its size. The smallest integer has no positive twin and is cut by one.
func signOf(p game.Pence) (string, game.Pence) {
	if p >= 0 {
		return "", p
	}
	if p == -p {
		p++
	}
	return "-", -p
}

// fraction is n as the given number of decimals, with its point.
func fraction(n int64, digits int) string {
	s := strconv.FormatInt(n, 10)
	for len(s) < digits {
		s = "0" + s
	}
	return inUse().point + s
}

// Percent is a share in thousandths as "12 %", with a decimal where it nearly is nothing or all: "0.4 %", "99.8 %".
func Percent(share game.PerMille) string {
	if share > 0 && share < 10 || share > 990 && share < 1000 {
		return inUse().percent.around(Number(int64(share/10)) + fraction(int64(share%10), 1))
	}
	if share >= 0 {
		share += 5
	}
	return inUse().percent.around(Number(int64(share / 10)))
}

// Availability is parts per 100,000 as per cent with the decimals that it needs: "99.9 %", "99.95 %", "100 %".
func Availability(parts int32) string {
	whole, rest := parts/1000, parts%1000
	if rest <= 0 {
		return inUse().percent.around(Number(int64(whole)))
	}
	digits := 3
	for rest%10 == 0 {
		rest, digits = rest/10, digits-1
	}
	return inUse().percent.around(Number(int64(whole)) + fraction(int64(rest), digits))
}

// Times is a factor of thousandths with a decimal where it needs one: "1.2", "25".
func Times(milli int64) string { return decimal(milli, 1) }

// decimal is a number of thousandths with at most the given decimals, 0 to 2, rounded, trailing zeros left out.
func decimal(milli int64, digits int) string {
	sign, n := signOf(milli)
	step := [3]int64{1000, 100, 10}[digits]
	n = (n + step/2) / step
	one := 1000 / step
	whole, rest := n/one, n%one
	for digits > 0 && rest%10 == 0 {
		rest, digits = rest/10, digits-1
	}
	if digits == 0 {
		return sign + Number(whole)
	}
	return sign + Number(whole) + fraction(rest, digits)
}
