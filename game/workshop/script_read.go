package workshop

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"callout/assets"
	"callout/game"
	"callout/game/words"
	"callout/levels"
)

// ScriptNames are the names of the shipped scripts, the shortest workshop first.
func ScriptNames() []string { return []string{"60", "90", "180"} }

// Scripts are the shipped scripts in the language in use, the shortest first.
func Scripts() ([]Script, error) {
	var list []Script
	for _, name := range ScriptNames() {
		s, err := ReadScript(name)
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// ReadScript reads a script: a shipped one by its name, in the language in use, or a file by its path. The error is
// levels.Problems: every mistake in the file, each with line, column, and what would be right.
func ReadScript(nameOrPath string) (Script, error) {
	if slices.Contains(ScriptNames(), nameOrPath) {
		file := "scripts/" + nameOrPath + ".toml"
		text, err := fs.ReadFile(assets.Workshop(), file)
		if err != nil {
			return Script{}, err
		}
		s, err := ParseScript(file, text)
		if err == nil {
			err = s.translate(words.Spoken())
		}
		return s, err
	}
	if !strings.HasSuffix(nameOrPath, ".toml") && !strings.ContainsAny(nameOrPath, `/\`) {
		return Script{}, fmt.Errorf("the script %s, or name a file that ends in .toml", levels.Meant(nameOrPath, ScriptNames()))
	}
	return readScript(levels.ReadText(nameOrPath))
}

// ParseScript reads a script from its text. Mistakes are told as in the file of that name.
func ParseScript(file string, text []byte) (Script, error) {
	return readScript(levels.ParseText(file, text))
}

// CheckScript finds every mistake in a script's file, and whether it fits the level that it names.
func CheckScript(path string) levels.Problems {
	t := levels.ReadText(path)
	s, err := readScript(t)
	if err != nil {
		return t.Problems()
	}
	l, err := levels.Load(s.Level)
	if err != nil {
		t.Problem("level", "level %q cannot be played: %v", s.Level, err)
	} else if err := s.Fits(l); err != nil {
		t.Problem(placeOf(len(s.Rounds)-1, "days"), "%v", err)
	}
	return t.Problems()
}

// IsScript tells whether a text is a script by its keys: it has rounds, or says how many minutes it takes.
func IsScript(path string) bool {
	root := levels.ReadText(path).Root
	_, rounds := root["round"]
	_, minutes := root["minutes"]
	return rounds || minutes
}

// Fits tells what is wrong with playing the script in a level: it must not go on longer than the level does.
func (s *Script) Fits(l *game.Level) error {
	last := s.Rounds[len(s.Rounds)-1]
	if days := levels.Days(l); last.Days > days {
		return fmt.Errorf("the script goes on to day %d and %s has %d: write days = %d, or choose a longer level", last.Days, l.Name, days, days)
	}
	return nil
}

// Plays is for how many minutes games are played.
func (s *Script) Plays() int {
	n := 0
	for _, r := range s.Rounds {
		n += r.Run
	}
	return n
}

// Planned is how many minutes all phases of all rounds take. The rest of Minutes is for joining and for the debrief.
func (s *Script) Planned() int {
	n := 0
	for _, r := range s.Rounds {
		n += r.Prepare + r.Run + r.Result + r.Reflect
	}
	return n
}

// readScript makes a script of what stands in a file.
func readScript(t *levels.Text) (Script, error) {
	s := Script{Seats: 1}
	t.Read(&s)
	s.check(t)
	if ps := t.Problems(); len(ps) > 0 {
		return Script{}, ps
	}
	return s, nil
}

// check finds what is wrong between values, and puts what is usual where nothing stands. Values that are missing or wrong by
// themselves were told before, and are zero.
func (s *Script) check(t *levels.Text) {
	day := 0
	for i := range s.Rounds {
		r := &s.Rounds[i]
		at := func(key string) string { return placeOf(i, key) }
		if r.Days > 0 && r.Days <= day {
			t.Problem(at("days"), "days is %d, and the round before it ends on day %d: a round goes on to a later day", r.Days, day)
		}
		day = max(day, r.Days)
		switch r.Pace {
		case "":
			r.Pace = Own
		case Own, Together:
		default:
			t.Problem(at("pace"), "pace %s", levels.Meant(string(r.Pace), []string{string(Own), string(Together)}))
		}
		if r.Every > 0 && r.Pace == Own {
			t.Problem(at("every"), "every is for pace = %q, where the room ends the turns: write that, or leave it out", Together)
		}
		for k, l := range r.Open {
			if l.Orders() == nil {
				t.Problem(fmt.Sprintf("%s[%d]", at("open"), k), "%s", levels.Meant(string(l), leverNames()))
			} else if slices.Contains(r.Open[:k], l) {
				t.Problem(fmt.Sprintf("%s[%d]", at("open"), k), "%s stands there twice: once is enough", l)
			}
		}
	}
	if planned := s.Planned(); s.Minutes > 0 && planned > s.Minutes {
		t.Problem("minutes", "minutes is %d, and the phases take %d: write at least that, and more for joining and the debrief", s.Minutes, planned)
	}
}

// placeOf is where a key of a round stands in a file.
func placeOf(round int, key string) string { return fmt.Sprintf("round[%d].%s", round, key) }

func leverNames() []string {
	var list []string
	for _, l := range AllLevers() {
		list = append(list, string(l))
	}
	return list
}

// texts are what the shipped scripts say in a language that their files are not written in.
type texts struct {
	Script map[string]struct {
		Title string
		Round []struct {
			Title, Says string
			Ask         []string
		}
	}
}

// translate puts what a shipped script says in a language into it, where there is a translation.
func (s *Script) translate(language string) error {
	file := path.Join("texts", language+".toml")
	text, err := fs.ReadFile(assets.Workshop(), file)
	if err != nil {
		return nil // it says what its own file says
	}
	var in texts
	if err := toml.Unmarshal(text, &in); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	said, ok := in.Script[s.Name]
	if !ok || len(said.Round) != len(s.Rounds) {
		return fmt.Errorf("%s: the script %s has %d rounds, and %d here", file, s.Name, len(s.Rounds), len(said.Round))
	}
	s.Title = said.Title
	for i, r := range said.Round {
		s.Rounds[i].Title, s.Rounds[i].Says, s.Rounds[i].Ask = r.Title, strings.Join(strings.Fields(r.Says), " "), r.Ask
	}
	return nil
}
