package levels

import (
	"maps"
	"reflect"
	"sync"

	"callout/game"
)

// profilesFile is the shipped weekly shapes.
type profilesFile struct {
	Profiles []profileFile `key:"profile" need:"true"`
}

// shippedShapes are the weekly courses of revenue that every level may use, by folded name; they are read once.
var shippedShapes = sync.OnceValues(func() (map[string]game.Profile, Problems) {
	d := &decoder{file: "profiles.toml"}
	src, err := shipped.ReadFile(d.file)
	if err != nil {
		return nil, Problems{{d.file, 1, 1, err.Error()}}
	}
	var f profilesFile
	d.table("", d.parse(src), reflect.ValueOf(&f).Elem())
	shapes := map[string]game.Profile{}
	for i := range f.Profiles {
		shapes[fold(string(f.Profiles[i].Name))] = d.shape(&f.Profiles[i])
	}
	return shapes, d.problems
})

// collectShapes gathers the shipped weekly courses of revenue and the level's own, which may not hide them.
func (c *compiler) collectShapes() {
	shapes, problems := shippedShapes()
	c.problems = append(c.problems, problems...)
	c.shapes = maps.Clone(shapes)
	for i := range c.file.Profiles {
		p := &c.file.Profiles[i]
		if _, taken := c.shapes[fold(string(p.Name))]; taken {
			c.problem(join(string(p.At), "name"), "there is already a profile called %s: choose another name", shown(string(p.Name)))
			continue
		}
		c.shapes[fold(string(p.Name))] = c.shape(p)
	}
}

// shape spreads a working day and a weekend day over the week.
func (d *decoder) shape(p *profileFile) game.Profile {
	var week game.Profile
	for key, hours := range map[string][]share{"weekday": p.Weekday, "weekend": p.Weekend} {
		if len(hours) != 24 {
			if path := join(string(p.At), key); d.scan.has(path) {
				d.problem(path, "%s has %d numbers: write 24, one for each hour from midnight on", key, len(hours))
			}
			return week
		}
	}
	for h := range week {
		hours := p.Weekday
		if h >= 5*24 {
			hours = p.Weekend
		}
		week[h] = game.PerMille(hours[h%24])
	}
	return week
}

// profile is the index of the profile that the application at path names.
func (c *compiler) profile(path, name string) int {
	if i, ok := c.profiles[fold(name)]; ok {
		return i
	}
	shape, ok := c.shapes[fold(name)]
	if !ok {
		c.problem(path, "no profile is called %s: %s", shown(name), suggestion(name, sortedKeys(c.shapes)))
	}
	c.profiles[fold(name)] = len(c.level.Profiles)
	c.level.Profiles = append(c.level.Profiles, shape)
	return c.profiles[fold(name)]
}
