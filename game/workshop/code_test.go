package workshop

import (
	"strings"
	"testing"
)

func TestCodesAreReadAsPeopleWriteThem(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"7KD2QX", "7KD2QX"}, {"7kd-2qx", "7KD2QX"}, {" 7KD 2QX\n", "7KD2QX"}, {"o1Il-0O", "011100"}, {"ÄÖ!", ""}, {"", ""},
	}
	for _, test := range tests {
		if got := NormalCode(test.typed); got != test.want {
			t.Errorf("%q is read as %q; want %q", test.typed, got, test.want)
		}
	}
	for _, length := range []int{codeLength, returnLength, tokenLength} {
		code := newCode(length)
		if shown := ShowCode(code); NormalCode(strings.ToLower(shown)) != code || !strings.Contains(shown, "-") {
			t.Errorf("%s is shown as %s", code, shown)
		}
	}
}

// Codes are as long as the number of tries that a guesser has asks for: see research in the comments of their lengths.
func TestCodesAreLongEnough(t *testing.T) {
	for what, bits := range map[string][2]int{"code": {5 * codeLength, 30}, "return code": {5 * returnLength, 40}, "token": {5 * tokenLength, 128}} {
		if bits[0] < bits[1] {
			t.Errorf("a %s has %d bits; want %d", what, bits[0], bits[1])
		}
	}
	seen := map[string]bool{}
	symbols := map[rune]int{}
	for range 2000 {
		code := newCode(tokenLength)
		if seen[code] {
			t.Fatal("the same code twice")
		}
		seen[code] = true
		for _, r := range code {
			symbols[r]++
		}
	}
	for _, r := range alphabet {
		if n := symbols[r]; n < 1400 || n > 2100 { // 1,750 expected, with a deviation of 41
			t.Errorf("%c came %d times in 56,000", r, n)
		}
	}
}

func TestPseudonymsAreClean(t *testing.T) {
	seen := map[string]bool{}
	for n := range 3 * len(pseudonyms()) {
		name := pseudonym(n+1, func(name string) bool { return seen[name] })
		if Clean(name) != name || name == "" || seen[name] {
			t.Errorf("%q is the pseudonym of seat %d", name, n+1)
		}
		seen[name] = true
	}
	if n := len(pseudonyms()); n < 50 {
		t.Errorf("there are only %d pseudonyms", n)
	}
}

func TestAnotherNameFits(t *testing.T) {
	for _, name := range []string{"Asha", "longlonglonglonglonglong", "漢漢漢漢漢漢漢漢漢漢漢漢"} {
		if got := another(name, func(string) bool { return false }); Clean(got) != got || !strings.HasSuffix(got, " 2") {
			t.Errorf("another %s is %q", name, got)
		}
	}
}
