package levels

import (
	"reflect"

	"callout/game"
)

// profilesFile is the shipped weekly shapes.
type profilesFile struct {
	Profiles []profileFile `key:"profile" need:"true"`
}

// collectShapes gathers the shipped weekly courses of revenue and the level's own, which may not hide them.
func (c *compiler) collectShapes() {
	src, err := shipped.ReadFile("profiles.toml")
	d := &decoder{file: "profiles.toml"}
	if root := d.parse(src); err == nil && root != nil {
		var f profilesFile
		d.table("", root, reflect.ValueOf(&f).Elem())
		for i := range f.Profiles {
			c.shapes[fold(string(f.Profiles[i].Name))] = d.shape(&f.Profiles[i])
		}
	}
	c.problems = append(c.problems, d.problems...)
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
