package levels

import (
	"fmt"
	"path/filepath"
	"slices"

	"callout/game"
)

// A family is a support model as its file has it: one model for all applications, or variants of which each
// application gets the first that fits it.
type family struct {
	name, title, article string
	file                 string // tells families apart: two files may have models of one name
	variants             []variant
}

// A variant is one support model as the engine knows it, and whom it is for.
type variant struct {
	model      game.Model
	target     int32      // for applications with this availability target or a higher one
	exposure   game.Pence // for applications that earn this much per hour at their peak, or more
	handBack   *family    // the model that an application goes back to when its error budget is spent, or nil
	handBackTo string     // its name in the file, which stands at handBackAt
	handBackAt string
}

// name calls a variant by the names of its model and its own.
func (v *variant) name(m *family, name, title string) {
	v.model.Name, v.model.Title, v.model.Article = m.name, m.title, m.article
	if name != "" {
		v.model.Name, v.model.Title = m.name+"-"+name, m.title+", "+title
	}
}

// fit is the first variant for an application with this availability target and this revenue per hour.
func (m *family) fit(target int32, exposure game.Pence) *variant {
	for i := range m.variants {
		if v := &m.variants[i]; target >= v.target && exposure >= v.exposure {
			return v
		}
	}
	return nil
}

// loadFamily reads a support model by its shipped name, by that of one of its variants, or by its path from the
// folder dir.
func loadFamily(name, dir string) (*family, error) {
	if model := modelOf(name); model != name {
		return loadVariant(model, name)
	}
	src, d, err := source(name, dir, shippedModel, "support model", modelNames())
	if err != nil {
		return nil, err
	}
	m := d.modelTable(d.parse(src))
	return m, d.problems.sorted().orNil()
}

// handBacks reads the models that the variants of m hand applications back to: files in the model's own folder, and
// models that do not hand on themselves.
func (d *decoder) handBacks(m *family) {
	for i := range m.variants {
		v := &m.variants[i]
		if v.handBackTo == "" {
			continue
		}
		if !filepath.IsLocal(v.handBackTo) {
			d.problem(v.handBackAt, "model %s lies outside of this file's folder: put it beside this file", shown(v.handBackTo))
			continue
		}
		src, other, err := source(v.handBackTo, filepath.Dir(d.path), shippedModel, "support model", modelNames())
		if err != nil {
			d.notLoaded(v.handBackAt, v.handBackTo, err.(Problems))
			continue
		}
		v.handBack = other.modelFile(other.parse(src))
		if v.handBack == nil || len(other.problems) > 0 {
			d.notLoaded(v.handBackAt, v.handBackTo, other.problems.sorted())
			v.handBack = nil
			continue
		}
		if slices.ContainsFunc(v.handBack.variants, func(o variant) bool { return o.handBackTo != "" }) {
			d.problem(v.handBackAt, "%s has an error budget itself and would hand on: name a model that has none", shown(v.handBackTo))
			v.handBack = nil
		}
	}
}

// notLoaded tells at path what is wrong with the model called name.
func (d *decoder) notLoaded(path, name string, problems Problems) {
	for _, p := range problems {
		if p.Line == 0 {
			d.problem(path, "model %s", p)
		} else {
			d.problem(path, "model %s: %s", shown(name), p)
		}
	}
}

// loadVariant reads one variant of a shipped model, for applications of any kind.
func loadVariant(model, name string) (*family, error) {
	m, err := loadFamily(model, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, v := range m.variants {
		if v.model.Name == name {
			v.target, v.exposure = 0, 0
			m.variants = []variant{v}
			return m, nil
		}
		names = append(names, v.model.Name)
	}
	return nil, Problems{{shown(name), 0, 0, fmt.Sprintf("%s has no such variant: %s", model, suggestion(name, names))}}
}

// useModel is the index of the model called name at path, in its variant for an application with this availability
// target and revenue per hour. The level's own model is used where name is empty.
func (c *compiler) useModel(path, name string, target int32, exposure game.Pence) int {
	switch {
	case c.model != "":
		path, name = "", c.model
	case name == "":
		path, name = "model", string(c.file.Model)
	}
	return c.useVariant(c.family(path, name, c.model), target, exposure)
}

// useVariant is the index of the variant of model m for such an application, which comes into the level with the one
// that it hands back to.
func (c *compiler) useVariant(m *family, target int32, exposure game.Pence) int {
	if m == nil {
		return 0 // the model has mistakes, and they are told
	}
	v := m.fit(target, exposure)
	if v == nil {
		return 0
	}
	key := m.file + ": " + v.model.Name
	if i, ok := c.used[key]; ok {
		return i
	}
	if slices.ContainsFunc(c.level.Models, func(o game.Model) bool { return fold(o.Name) == fold(v.model.Name) }) {
		c.problem("", "two support models of this level are called %s: give one of them another name", shown(v.model.Name))
	}
	i := len(c.level.Models)
	c.used[key] = i
	c.level.Models = append(c.level.Models, v.model)
	if v.handBack != nil {
		c.level.Models[i].HandBack = c.useVariant(v.handBack, v.target, v.exposure)
	}
	return i
}

// mayMoveTo brings the models of the level's list into it, in all their variants. Where the user names a model for all
// applications, it is that model which is played, and nothing moves.
func (c *compiler) mayMoveTo() {
	if c.model != "" {
		return
	}
	for i, name := range c.file.Models {
		if name == "" {
			continue // no text, and it is told
		}
		m := c.family(index("models", i), string(name), "")
		if m == nil {
			continue
		}
		for _, v := range m.variants {
			c.useVariant(m, v.target, v.exposure)
		}
	}
}

// family is the model called name at path, or nil where it has mistakes. A file names files in its own folder only, so
// that a level from elsewhere reads nothing else; override is a model that the user named, who may name any.
func (c *compiler) family(path, name, override string) *family {
	dir := "."
	if override == "" {
		dir = filepath.Dir(c.path)
		if !filepath.IsLocal(name) {
			c.problem(path, "model %s lies outside of this file's folder: put it beside this file", shown(name))
			return nil
		}
	}
	key := override + "\n" + name
	if m, ok := c.families[key]; ok {
		return m
	}
	m, err := loadFamily(name, dir)
	if err != nil {
		c.notLoaded(path, name, err.(Problems))
		m = nil
	}
	c.families[key] = m
	return m
}
