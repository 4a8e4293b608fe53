package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	gossh "golang.org/x/crypto/ssh"
)

// hostKeyFile is where the host key is kept, unless somebody says otherwise.
func hostKeyFile() string { return filepath.Join(xdg.DataHome, "callout", "host_key") }

// facilitatorKeys are the fingerprints of the public keys in a file, one a line as in authorized_keys or a .pub file.
func facilitatorKeys(path string) (map[string]bool, error) {
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--facilitator-key: %w", err)
	}
	keys := map[string]bool{}
	for n := 1; len(bytes.TrimSpace(text)) > 0; n++ {
		key, _, _, rest, err := gossh.ParseAuthorizedKey(text)
		if err != nil {
			return nil, fmt.Errorf("--facilitator-key %s: key %d is none: write public keys in it, as they stand in a file that ends in .pub", path, n)
		}
		keys[gossh.FingerprintSHA256(key)] = true
		text = rest
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("--facilitator-key %s: there is no key in it: write a public key, as it stands in a file that ends in .pub", path)
	}
	return keys, nil
}
