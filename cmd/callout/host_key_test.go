//go:build unix

package main

import (
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// borrowed shows one public key, and signs with another.
type borrowed struct {
	gossh.Signer
	shown gossh.PublicKey
}

func (b borrowed) PublicKey() gossh.PublicKey { return b.shown }

// Sign signs as whoever has the key that is shown would, with the wrong one.
func (b borrowed) Sign(_ io.Reader, data []byte) (*gossh.Signature, error) {
	return b.Signer.Sign(rand.Reader, data)
}

// TestListedKeyLeads: the facilitator's console opens for a key that was named at the start, and for the name "facilitator". Another
// key does not get it by that name, and whoever shows the listed public key and signs with another does not get in at all.
func TestListedKeyLeads(t *testing.T) {
	folder := t.TempDir()
	listed, other := ownKey(t), ownKey(t)
	file := filepath.Join(folder, "keys.pub")
	if err := os.WriteFile(file, append([]byte("# who leads\n\n"), gossh.MarshalAuthorizedKey(listed.PublicKey())...), 0o600); err != nil {
		t.Fatal(err)
	}
	h := startHost(t, "--store", filepath.Join(folder, "workshops.db"), "--host-key", filepath.Join(folder, "key"), "--facilitator-key", file)
	const console, door = "next phase", "THE CODE OF YOUR ROOM"
	h.calls(leader, listed).sees(console)
	h.calls("Facilitator", listed).sees(console)
	if text := h.pipes("", leader, listed); !strings.Contains(text, "need a screen") {
		t.Errorf("without a terminal: %q", text)
	}
	h.calls(h.code, listed).sees("WHAT SHALL WE CALL YOU?") // who has the key may also play

	thief := borrowed{other, listed.PublicKey()}
	_, err := gossh.Dial("tcp", "127.0.0.1:"+h.port, &gossh.ClientConfig{
		User: leader, Auth: []gossh.AuthMethod{gossh.PublicKeys(thief)}, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience,
	})
	if err == nil {
		t.Error("a key that was shown and not proved logs in")
	}
	for _, keys := range [][]gossh.Signer{{other}, nil} {
		h.calls(leader, keys...).sees(door)
	}
}
