package theme

import "testing"

func TestLightBackground(t *testing.T) {
	for _, c := range []struct {
		name, value string
		want        bool
	}{
		{"COLORFGBG", "0;15", true}, {"COLORFGBG", "15;0", false}, {"COLORFGBG", "", false}, {"COLORFGBG", "0;default;7", true},
		{"CALLOUT_THEME", "light", true}, {"CALLOUT_THEME", "dark", false}, {"OTHER", "light", false},
	} {
		got := LightBackground(func(name string) string {
			if name == c.name {
				return c.value
			}
			return ""
		})
		if got != c.want {
			t.Errorf("%s=%q means light: %v", c.name, c.value, got)
		}
	}
}
