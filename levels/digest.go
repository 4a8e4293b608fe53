package levels

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"reflect"

	"callout/game"
)

// digest identifies a compiled level: SHA-256 over all its fields in order of declaration, names and lengths
// included. Comments and the order of keys in the file do not matter; any value that the rules can see does.
func digest(l *game.Level) [32]byte {
	h := sha256.New()
	w := bufio.NewWriter(h)
	plain := *l
	plain.Digest = [32]byte{}
	encode(w, reflect.ValueOf(plain))
	w.Flush()
	return [32]byte(h.Sum(nil))
}

func encode(w io.Writer, v reflect.Value) {
	var b [8]byte
	number := func(n uint64) {
		binary.LittleEndian.PutUint64(b[:], n)
		w.Write(b[:])
	}
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			number(1)
		} else {
			number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		number(v.Uint())
	case reflect.String:
		number(uint64(v.Len()))
		io.WriteString(w, v.String())
	case reflect.Slice, reflect.Array:
		number(uint64(v.Len()))
		for i := range v.Len() {
			encode(w, v.Index(i))
		}
	case reflect.Struct:
		t := v.Type()
		for i := range v.NumField() {
			if t.Field(i).Tag.Get("digest") == "omitzero" && v.Field(i).IsZero() {
				continue // levels without it are the same as before there was such a field
			}
			io.WriteString(w, t.Field(i).Name)
			encode(w, v.Field(i))
		}
	default:
		panic(fmt.Sprintf("levels: no canonical form of %s", v.Type()))
	}
}
