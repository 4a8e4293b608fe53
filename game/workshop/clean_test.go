package workshop_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"callout/game/workshop"
)

var hostile = []struct{ name, want string }{
	{"Asha", "Asha"},
	{"  Zoë   van der  Berg ", "Zoë van der Berg"},
	{"Ana-María O'Neill & Co. #7+", "Ana-María O'Neill & Co."},
	{"Жанна", "Жанна"},
	{"田中さん", "田中さん"},
	{"प्रिया", "प्रिया"},
	{"مريم", "مريم"},
	{"\x1b[31mred\x1b[0m", "31mred0m"},
	{"\x1b]0;title\x07", "0title"},
	{"\u009b2Jcsi", "2Jcsi"},
	{"a\nb\tc", "a b c"},
	{"\u202egnp.exe", "gnp.exe"},
	{"zero\u200bwidth\u200d\ufeff", "zerowidth"},
	{"Z̷̢̛͇a̷l̵g̷o̸", "Z\u0337\u0322a\u0337l\u0335g\u0337o\u0338"},
	{"<img src=x onerror=alert(1)>", "img srcx onerroralert1"},
	{"=HYPERLINK(\"http://x\")", "HYPERLINKhttpx"},
	{"../../etc/passwd", "....etcpasswd"},
	{"ﬁne ＷＩＤＥ", "fine WIDE"},
	{"👩‍💻", ""},
	{"\xff\xfe", ""},
	{"-- . --", ""},
	{"\u3164\u115f", ""},
	{strings.Repeat("long", 40), "longlonglonglonglonglong"},
	{strings.Repeat("漢", 40), strings.Repeat("漢", 12)},
}

func TestCleanNames(t *testing.T) {
	for _, test := range hostile {
		if got := workshop.Clean(test.name); got != test.want {
			t.Errorf("%+q is %+q; want %+q", test.name, got, test.want)
		}
	}
}

// FuzzClean holds that whatever comes in, what comes out is harmless on a terminal, on a page and in a table.
func FuzzClean(f *testing.F) {
	for _, test := range hostile {
		f.Add(test.name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := workshop.Clean(name)
		if again := workshop.Clean(got); again != got {
			t.Errorf("%+q becomes %+q, and that %+q", name, got, again)
		}
		if !utf8.ValidString(got) || !norm.NFKC.IsNormalString(got) || strings.TrimSpace(got) != got {
			t.Errorf("%+q becomes %+q, which is not normal", name, got)
		}
		if w := uniseg.StringWidth(got); w > 24 {
			t.Errorf("%+q becomes %+q, which is %d cells wide", name, got, w)
		}
		marks := 0
		for i, r := range got {
			mark := unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r)
			if mark {
				marks++
			} else {
				marks = 0
			}
			switch {
			case mark && (i == 0 || marks > 2):
				t.Errorf("%+q becomes %+q, with marks on nothing or too many", name, got)
			case !mark && r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.'&+#", r):
				t.Errorf("%+q becomes %+q, with %U in it", name, got, r)
			}
		}
	})
}
