package widget

import (
	"strings"

	"callout/ui/line"
)

// letters are pictures of five rows for what is read from ten metres: # is ink. What is not here is a blank.
var letters = map[rune]string{
	'0': "###|# #|# #|# #|###", '1': " # |## | # | # |###", '2': "###|  #|###|#  |###", '3': "###|  #|###|  #|###", '4': "# #|# #|###|  #|  #",
	'5': "###|#  |###|  #|###", '6': "###|#  |###|# #|###", '7': "###|  #| # | # | # ", '8': "###|# #|###|# #|###", '9': "###|# #|###|  #|###",
	'A': " # |# #|###|# #|# #", 'B': "## |# #|## |# #|## ", 'C': "###|#  |#  |#  |###", 'D': "## |# #|# #|# #|## ", 'E': "###|#  |## |#  |###",
	'F': "###|#  |## |#  |#  ", 'G': "####|#   |# ##|#  #|####", 'H': "# #|# #|###|# #|# #", 'I': "###| # | # | # |###", 'J': "  #|  #|  #|# #|###",
	'K': "#  #|# # |##  |# # |#  #", 'L': "#  |#  |#  |#  |###", 'M': "#   #|## ##|# # #|#   #|#   #", 'N': "#  #|## #|# ##|#  #|#  #",
	'O': "###|# #|# #|# #|###", 'P': "###|# #|###|#  |#  ", 'Q': "####|#  #|#  #|# ##|####", 'R': "###|# #|## |# #|# #", 'S': "###|#  |###|  #|###",
	'T': "###| # | # | # | # ", 'U': "# #|# #|# #|# #|###", 'V': "# #|# #|# #|# #| # ", 'W': "#   #|#   #|# # #|## ##|#   #", 'X': "# #|# #| # |# #|# #",
	'Y': "# #|# #| # | # | # ", 'Z': "###|  #| # |#  |###", 'Ä': "# #| # |# #|###|# #", 'Ö': "# #|###|# #|# #|###", 'Ü': "# #|   |# #|# #|###",
	'£': " ##| # |###| # |###", '€': " ##|#  |## |#  | ##", ',': " | | |#|#", ':': " |#| |#| ", '-': "   |   |###|   |   ", '.': " | | | |#", ' ': "  |  |  |  |  ",
}

// Big is a short text as large letters. Small ones are three rows high, of half blocks; great ones five rows, of two cells
// for each spot. Letters that have no picture are blanks.
type Big struct {
	Text  string
	Great bool
}

// Rows are the rows of the letters, all of one width.
func (g Big) Rows() []string {
	spots := make([]string, 5)
	for i, r := range []rune(strings.ToUpper(g.Text)) {
		picture, ok := letters[r]
		if !ok {
			picture = letters[' ']
		}
		for y, row := range strings.Split(picture, "|") {
			if i > 0 {
				spots[y] += " "
			}
			spots[y] += row
		}
	}
	if g.Great {
		for y, row := range spots {
			spots[y] = strings.NewReplacer("#", "██", " ", "  ").Replace(row)
		}
		return spots
	}
	return halves(append([]string{strings.Repeat(" ", len(spots[0]))}, spots...))
}

// halves packs two rows of spots into one of half blocks.
func halves(spots []string) []string {
	var rows []string
	for y := 0; y < len(spots); y += 2 {
		var b strings.Builder
		for x := range len(spots[y]) {
			upper, lower := spots[y][x] == '#', y+1 < len(spots) && spots[y+1][x] == '#'
			switch {
			case upper && lower:
				b.WriteString("█")
			case upper:
				b.WriteString("▀")
			case lower:
				b.WriteString("▄")
			default:
				b.WriteByte(' ')
			}
		}
		rows = append(rows, b.String())
	}
	return rows
}

// Size is the size of the letters in cells.
func (g Big) Size() (w, h int) {
	rows := g.Rows()
	return line.Width(rows[0]), len(rows)
}

// Row writes row y of the letters.
func (g Big) Row(b *line.Block, s line.Style, y int) {
	if rows := g.Rows(); y >= 0 && y < len(rows) {
		b.Put(s, rows[y])
	}
}
