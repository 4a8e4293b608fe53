package drawing

import (
	"html/template"
	"strings"
	"sync"

	"callout/assets"
)

// SVG is the drawing as one svg element for a page: with a title and a sentence that says what there is to see, for those
// who do not see it, everything escaped, and no style in it.
func (c *Canvas) SVG(title, says string) template.HTML {
	var b strings.Builder
	about := struct {
		Chart  struct{ Title, Says string }
		Canvas *Canvas
	}{Canvas: c}
	about.Chart.Title, about.Chart.Says = title, says
	if err := svg().ExecuteTemplate(&b, "drawing", about); err != nil {
		panic(err) // the template is part of the program, and a builder takes everything
	}
	return template.HTML(b.String()) // the template escaped what is in it
}

// svg is the template that debriefs are drawn with too.
var svg = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"clean": Clean}).ParseFS(assets.Debrief(), "drawing.html"))
})
