package pagetest

// keyCodes are what a keyboard sends with keys that have a name.
var keyCodes = map[string]int{"Enter": 13, "Escape": 27, "Tab": 9, "ArrowUp": 38, "ArrowDown": 40, "Backspace": 8, "F6": 117, "PageDown": 34}

// Press presses a key on the keyboard.
func (t *Tab) Press(key string) {
	t.t.Helper()
	down := map[string]any{"type": "keyDown", "key": key}
	if code, ok := keyCodes[key]; ok {
		down["windowsVirtualKeyCode"], down["code"] = code, key
		if key == "Enter" {
			down["text"] = "\r"
		}
	} else {
		down["text"] = key
	}
	t.Ask("Input.dispatchKeyEvent", down, nil)
	t.Ask("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key}, nil)
}

// Types presses the keys of a text.
func (t *Tab) Types(text string) {
	t.t.Helper()
	for _, c := range text {
		t.Press(string(c))
	}
}

// middle is the middle of an element.
func (t *Tab) middle(expression string) (x, y any) {
	t.t.Helper()
	at := t.Eval("(() => { const r = (" + expression + ").getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()").([]any)
	return at[0], at[1]
}

// Touch puts a finger on the middle of an element.
func (t *Tab) Touch(expression string) {
	t.t.Helper()
	x, y := t.middle(expression)
	point := map[string]any{"x": x, "y": y}
	t.Ask("Input.dispatchTouchEvent", map[string]any{"type": "touchStart", "touchPoints": []any{point}}, nil)
	t.Ask("Input.dispatchTouchEvent", map[string]any{"type": "touchEnd", "touchPoints": []any{}}, nil)
}

// Click clicks on the middle of an element.
func (t *Tab) Click(expression string) {
	t.t.Helper()
	x, y := t.middle(expression)
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		t.Ask("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}, nil)
	}
}
