package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var limits = Limits{Packed: 4 << 20, Unpacked: 16 << 20, Files: 20, Folders: true}

// write makes an archive with the given names, each with a short text.
func write(t testing.TB, names ...string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, n := range names {
		w, err := z.CreateHeader(&zip.FileHeader{Name: n, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("text")); err != nil && !strings.HasSuffix(n, "/") {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, out.Bytes())
}

func file(t testing.TB, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "archive.zip")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestWrong gives names that lead elsewhere on one system or another.
func TestWrong(t *testing.T) {
	for _, good := range []string{"a.toml", "models/a.toml", "Größe/käse.md", "a b.txt", "folder/", "...a", "a..b"} {
		if what := Wrong(good); what != "" {
			t.Errorf("%q %s", good, what)
		}
	}
	for _, bad := range []string{
		"", "/", "/etc/passwd", "//host/share", "../a", "a/../../b", "a/..", "..", ".", "a/./b", "a//b", `..\a`, `a\b`, `\\host\share`, "C:a", "C:/a", "a:stream", "a*", "a?", `a"`,
		"a<b", "a|b", "a\x00b", "a\nb", "\x1b[2Ja", "a\u202eb", "a\u200bb", "\xff\xfe", "a.", "a ", " a", "a./b", strings.Repeat("a", 241),
	} {
		if Wrong(bad) == "" {
			t.Errorf("%q is taken for a good name", bad)
		}
	}
}

// TestOpen refuses what is no archive, or one that nobody should unpack.
func TestOpen(t *testing.T) {
	a, err := Open(write(t, "a.toml", "models/", "models/b.toml"), limits)
	if err != nil || len(a.Files) != 2 {
		t.Fatalf("%v, %+v", err, a)
	}
	defer a.Close()
	if b, err := a.Read(a.Files[0], 4); string(b) != "text" || err != nil {
		t.Errorf("%q, %v", b, err)
	}
	if _, err := a.Read(a.Files[0], 3); err == nil {
		t.Error("a file that is longer than allowed is read")
	}
	var many []string
	for i := range 21 {
		many = append(many, strings.Repeat("n", i+1))
	}
	for _, c := range []struct{ path, want string }{
		{write(t, many...), "21 files"},
		{write(t, "a", "A"), "twice"},
		{write(t, "a/", "A"), "twice"},
		{write(t, "../a"), "leads out"},
		{file(t, []byte("text")), "zip"},
		{file(t, nil), "zip"},
		{file(t, make([]byte, 5<<20)), "more than"},
		{t.TempDir(), "folder"},
		{"/dev/null", "device"},
	} {
		if _, err := os.Stat(c.path); err != nil {
			continue // a system without that device
		}
		if _, err := Open(c.path, limits); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
	}
	var path *fs.PathError
	if _, err := Open(filepath.Join(t.TempDir(), "none"), limits); !errors.As(err, &path) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// TestLiars reads an archive that says a file is small and unpacks to much, and one that is locked.
func TestLiars(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, _ := z.Create("a")
	w.Write(make([]byte, 12<<20))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	honest := out.Bytes()
	if _, err := Open(file(t, honest), limits); err == nil || !strings.Contains(err.Error(), "unpacks to more") {
		t.Errorf("one that swells a thousand times: %v", err)
	}
	directory := bytes.LastIndex(honest, []byte("PK\x01\x02"))
	small := bytes.Clone(honest)
	binary.LittleEndian.PutUint32(small[directory+24:], 10)
	a, err := Open(file(t, small), limits)
	if err == nil {
		_, err = a.Read(a.Files[0], 1<<20)
		a.Close()
	}
	if err == nil {
		t.Error("one that lies about its size was read")
	}
	locked := bytes.Clone(honest)
	binary.LittleEndian.PutUint32(locked[directory+24:], 10)
	locked[directory+8] |= 1
	if _, err := Open(file(t, locked), limits); err == nil || !strings.Contains(err.Error(), "password") {
		t.Errorf("a locked one: %v", err)
	}
}

// FuzzOpen opens anything: an error, or names that stay inside and no more bytes than are allowed.
func FuzzOpen(f *testing.F) {
	for _, names := range [][]string{{"a.toml"}, {"pack/", "pack/pack.toml", "pack/models/x.toml"}, {"../a"}} {
		b, err := os.ReadFile(write(f, names...))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	path := filepath.Join(f.TempDir(), "archive.zip")
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := Open(path, limits)
		if err != nil {
			return
		}
		defer a.Close()
		size := 0
		for _, file := range a.Files {
			if !filepath.IsLocal(file.Name) {
				t.Fatalf("%q leads out", file.Name)
			}
			text, _ := a.Read(file, 1<<20)
			size += len(text)
		}
		if size > int(limits.Unpacked)+len(a.Files) {
			t.Fatalf("it unpacked to %d bytes", size)
		}
	})
}
