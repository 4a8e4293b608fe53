package levels

import (
	"slices"
	"strings"
	"sync"

	"callout/game"
)

// Info is what a list of levels shows.
type Info struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Lesson string `json:"lesson"`
	Teams  int    `json:"teams"`
	Days   int    `json:"days"` // working days
	Model  string `json:"model"`
}

// ModelInfo is what a list of support models shows.
type ModelInfo struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Article string `json:"article"`
}

// Names are the names of all shipped levels: the campaign in its order, then what was made for workshops.
func Names() []string { return levelNames() }

// List is the shipped levels in campaign order. Tests see to it that all of them load.
func List() []Info {
	list := slices.Clone(shippedLevels())
	if t := spoken.Load(); t != nil {
		for i := range list {
			if in, ok := t.Level[list[i].Name]; ok {
				list[i].Title, list[i].Lesson = in.Title, in.Lesson
			}
		}
	}
	return list
}

// About is what a list shows of a level: a shipped one by its name, or one in a file by its path.
func About(nameOrPath string) (Info, error) {
	l, err := Load(nameOrPath)
	if err != nil {
		return Info{}, err
	}
	return infoOf(l), nil
}

func infoOf(l *game.Level) Info {
	return Info{l.Name, l.Title, l.Lesson, len(l.Teams), Days(l), modelOf(l.Models[0].Name)}
}

// Title is the title of a shipped level by its name, or the name where there is none of it.
func Title(name string) string {
	for _, i := range shippedLevels() {
		if i.Name == name {
			return i.Title
		}
	}
	return name
}

// Models is the shipped support models by name.
func Models() []ModelInfo { return slices.Clone(shippedModels()) }

// ModelNames are the names of the shipped support models and of their variants.
func ModelNames() []string { return slices.Clone(shippedModelNames()) }

var shippedModelNames = sync.OnceValue(func() []string {
	var list []string
	for _, name := range modelNames() {
		list = append(list, name)
		m, err := loadFamily(name, ".")
		if err != nil {
			continue
		}
		for _, v := range m.variants {
			if v.model.Name != name {
				list = append(list, v.model.Name)
			}
		}
	}
	return list
})

var shippedLevels = sync.OnceValue(func() []Info {
	var list []Info
	for _, name := range campaign {
		if l, _, err := load(name, ""); err == nil {
			list = append(list, infoOf(l))
		}
	}
	return list
})

var shippedModels = sync.OnceValue(func() []ModelInfo {
	var list []ModelInfo
	for _, name := range modelNames() {
		if m, err := loadFamily(name, "."); err == nil {
			list = append(list, ModelInfo{m.name, m.title, m.article})
		}
	}
	return list
})

// modelOf is the shipped model that has a variant of that name; the name itself where none has.
func modelOf(variant string) string {
	for _, name := range modelNames() {
		if strings.HasPrefix(variant, name+"-") {
			return name
		}
	}
	return variant
}

func levelNames() []string { return slices.Concat(campaign, rooms) }

func modelNames() []string {
	var names []string
	files, _ := shipped.ReadDir("models")
	for _, f := range files {
		names = append(names, f.Name()[:len(f.Name())-len(".toml")])
	}
	slices.Sort(names)
	return names
}
