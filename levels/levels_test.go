package levels

import "testing"

func TestShippedLevelsLoad(t *testing.T) {
	for _, name := range campaign {
		l, err := Load(name)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if l.Name != name {
			t.Errorf("level %s calls itself %s", name, l.Name)
		}
		if l.End <= l.Start || len(l.Goals) == 0 || len(l.Applications) == 0 || len(l.Hosts) == 0 || l.Digest == [32]byte{} {
			t.Errorf("%s is not whole: %+v", name, l)
		}
	}
}
