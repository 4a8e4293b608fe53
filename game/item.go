package game

import (
	"fmt"
	"strconv"
	"strings"
)

// Item names one thing in the inbox: an alert, a release request or a message (M-007).
type Item struct {
	Kind ItemKind
	N    int32 // 1 for the first of its kind
}

// ItemKind is the letter before an item's number.
type ItemKind uint8

// Kinds of item.
const (
	NoItem  ItemKind = 0
	Alert   ItemKind = 'A'
	Request ItemKind = 'R'
	Message ItemKind = 'M'
)

// String is the item as the player reads and types it.
func (i Item) String() string {
	if i.Kind == NoItem {
		return "nothing"
	}
	return fmt.Sprintf("%c-%03d", i.Kind, i.N)
}

// ParseItem reads an item such as A-113; case, the hyphen and leading zeros do not matter.
func ParseItem(s string) (Item, error) {
	if len(s) >= 2 && len(s) <= 12 {
		kind := ItemKind(strings.ToUpper(s[:1])[0])
		n, err := strconv.ParseUint(strings.TrimPrefix(s[1:], "-"), 10, 31)
		if err == nil && n > 0 && (kind == Alert || kind == Request || kind == Message) {
			return Item{kind, int32(n)}, nil
		}
	}
	return Item{}, refuse(refusedItem, "typed", typed(s))
}
