package main

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// hostKeyFile is where the host key is kept, unless somebody says otherwise.
func hostKeyFile() string { return filepath.Join(xdg.DataHome, "callout", "host_key") }
