package levels

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"callout/game"
)

func loadText(t *testing.T, text string) *game.Level { return loadTextWith(t, text, "") }

func loadTextWith(t *testing.T, text, model string) *game.Level {
	t.Helper()
	path := filepath.Join(t.TempDir(), "level.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := LoadWithModel(path, model)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestDigestKnowsContentFromForm(t *testing.T) {
	src, err := os.ReadFile("testdata/right/minimal.toml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	want := loadText(t, text).Digest
	for what, other := range map[string]string{
		"a comment":         "# hello\n" + strings.ReplaceAll(text, "\n\n", "\n\n# and so on\n"),
		"order of keys":     "days = 1\n" + strings.Replace(text, "days = 1\n", "", 1),
		"another notation":  strings.Replace(text, "£10,000", "£10k", 1),
		"a default spelled": strings.Replace(text, "days = 1", "days = 1\nturn = \"60m\"", 1),
	} {
		if other == text {
			t.Fatalf("%s: nothing was changed", what)
		}
		if loadText(t, other).Digest != want {
			t.Errorf("%s changes the digest", what)
		}
	}
	for what, other := range map[string]string{
		"par":       strings.Replace(text, "£10,000", "£10,001", 1),
		"a name":    strings.Replace(text, "Zoë", "Zoe", 1),
		"a day":     strings.Replace(text, "days = 1", "days = 2", 1),
		"a balance": text + "[balance]\ntune_risk = 7\n",
	} {
		if other == text {
			t.Fatalf("%s: nothing was changed", what)
		}
		if loadText(t, other).Digest == want {
			t.Errorf("%s does not change the digest", what)
		}
	}
}

// TestDigestSeesEveryField changes every number, text and switch of a level, one at a time.
func TestDigestSeesEveryField(t *testing.T) {
	l, err := Load("testdata/right/everything.toml")
	if err != nil {
		t.Fatal(err)
	}
	before := digest(l)
	fields := 0
	var change func(path string, v reflect.Value)
	change = func(path string, v reflect.Value) {
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		switch v.Kind() {
		case reflect.Bool:
			v.SetBool(!v.Bool())
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Int, reflect.Int32, reflect.Int64:
			v.SetInt(v.Int() + 1)
		case reflect.Uint8:
			v.SetUint(v.Uint() + 1)
		case reflect.Slice, reflect.Array:
			for i := range min(v.Len(), 3) {
				change(path+"[]", v.Index(i))
			}
			return
		case reflect.Struct:
			for i := range v.NumField() {
				if name := v.Type().Field(i).Name; name != "Digest" {
					change(path+"."+name, v.Field(i))
				}
			}
			return
		default:
			t.Fatalf("%s: no way to change %s", path, v.Type())
		}
		fields++
		if digest(l) == before {
			t.Errorf("%s is not in the digest", path)
		}
		v.Set(old)
	}
	change("level", reflect.ValueOf(l).Elem())
	if digest(l) != before || fields < 200 {
		t.Errorf("%d fields were changed", fields)
	}
}
