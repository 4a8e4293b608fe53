package widget

import (
	"callout/ui/layout"
	"callout/ui/screen"
	"callout/ui/theme"
)

// Layers draws the topmost of screens that lie over each other, the last of which is topmost; dialogs lie over what is below
// them.
func Layers(t *theme.Theme, screens []screen.Screen, w, h int) string {
	base := len(screens) - 1
	for base > 0 {
		if _, ok := screens[base].(screen.Dialog); !ok {
			break
		}
		base--
	}
	view := screens[base].View(w, h)
	for _, s := range screens[base+1:] {
		d := s.(screen.Dialog)
		dw, dh := d.Size(w, h)
		at := layout.Dialog(w, h, dw, dh)
		if _, low := s.(screen.Low); low {
			at = layout.Low(w, h, dw, dh)
		}
		view = layout.Over(view, w, t.Shade, at, d.View(at.W, at.H))
	}
	return view
}
