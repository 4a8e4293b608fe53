package powercut

import (
	"bytes"
	"math/rand/v2"
	"syscall"
	"testing"
)

func TestCutForgetsWhatWasNotSynced(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	kept, lost := 0, 0
	for range 50 {
		f := &file{dirty: map[int64]struct{}{}}
		synced := bytes.Repeat([]byte{1}, 10*page)
		f.write(synced, 0)
		f.sync()
		f.write(bytes.Repeat([]byte{2}, 4*page), 2*page)
		f.cut(dice)
		for p := range 10 {
			got := f.read(int64(p)*page, page)
			switch {
			case bytes.Equal(got, bytes.Repeat([]byte{1}, page)):
				lost++
			case p >= 2 && p < 6 && bytes.Equal(got, bytes.Repeat([]byte{2}, page)):
				kept++
			default:
				t.Fatalf("page %d holds neither what it held nor what was written", p)
			}
		}
	}
	if kept < 60 || lost < 300+60 {
		t.Errorf("of 200 pages that were not synced %d survived", kept)
	}
}

func TestCutForgetsWhatASyncFailedToWrite(t *testing.T) {
	f := &file{dirty: map[int64]struct{}{}}
	f.write([]byte("before"), 0)
	f.sync()
	f.write([]byte("after!"), 0)
	f.failSync()
	if got := f.read(0, 100); string(got) != "after!" {
		t.Errorf("programs see %q", got)
	}
	f.cut(rand.New(rand.NewPCG(1, 1)))
	if got := f.read(0, 100); string(got) != "before" {
		t.Errorf("after the cut stands %q", got)
	}
}

func TestFaultsAreCounted(t *testing.T) {
	f := Fault{After: 2, Times: 1, With: syscall.EIO}
	var got []syscall.Errno
	for range 5 {
		got = append(got, f.due(false))
		if e := f.due(true); e != 0 {
			t.Errorf("a sync fails: %v", e)
		}
	}
	if got[2] != syscall.EIO || got[0]+got[1]+got[3]+got[4] != 0 {
		t.Errorf("writes ended with %v", got)
	}
	f = Fault{Times: -1, With: syscall.ENOSPC}
	for range 3 {
		if e := f.due(false); e != syscall.ENOSPC {
			t.Errorf("a full disk says %v", e)
		}
	}
}
