package ssh

import (
	"testing"

	"github.com/muesli/termenv"
)

// FuzzRequests: whatever a client asks for before its session begins, nothing breaks, sizes are sizes, and little is kept.
func FuzzRequests(f *testing.F) {
	for _, what := range []string{"env", "pty-req", "window-change", "shell", "exec", "subsystem", "auth-agent-req@openssh.com", ""} {
		f.Add(what, []byte("\x00\x00\x00\x05xterm\x00\x00\x00\x50\x00\x00\x00\x18\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
		f.Add(what, []byte("\x00\x00\x00\x09COLORTERM\x00\x00\x00\x09truecolor"))
		f.Add(what, []byte("\xff\xff\xff\xff"))
		f.Add(what, []byte{})
	}
	f.Fuzz(func(t *testing.T, what string, payload []byte) {
		s := &session{env: environment{}}
		for range 3 {
			granted := s.request(what, payload)
			if granted && what != "env" && what != "pty-req" && what != "window-change" && what != "shell" && what != "exec" {
				t.Fatalf("%q is granted", what)
			}
		}
		s.request("pty-req", payload)
		s.request("window-change", payload)
		s.request("env", payload)
		if s.pty && (s.w < minWidth || s.w > maxWidth || s.h < minHeight || s.h > maxHeight) {
			t.Fatalf("a terminal of %d by %d", s.w, s.h)
		}
		kept := 0
		for name, value := range s.env {
			kept += len(name) + len(value)
		}
		if kept > mostEnv*mostEnvSize {
			t.Fatalf("%d bytes of environment are kept", kept)
		}
		if p, _ := profile(s.term, s.env); p < termenv.TrueColor || p > termenv.Ascii {
			t.Fatalf("%q has the colours %d", s.term, p)
		}
	})
}
