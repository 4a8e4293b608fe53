// Keys: what a keyboard, a finger or a phone's keyboard does, as the names of keys that the server knows.

const names = {
	ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right", Home: "home", End: "end",
	PageUp: "pgup", PageDown: "pgdown", Enter: "enter", Escape: "esc", Backspace: "backspace", Delete: "delete",
};

// printed tells whether a character can be seen: the server refuses all others.
const printed = c => /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(c);

const letters = text => [...text].filter(c => printed(c) || /\s/.test(c));

// nameOf is the key of a keyboard event; null for what belongs to the browser.
export function nameOf(e) {
	const typed = e.getModifierState?.("AltGraph");
	if (e.isComposing || e.metaKey || (e.ctrlKey || e.altKey) && !typed) return null;
	if (e.key === "Tab") return e.shiftKey ? "shift+tab" : "tab";
	if (Object.hasOwn(names, e.key)) return names[e.key];
	if (e.key === " ") return "space";
	return printed(e.key) ? e.key : null;
}

// type makes keys of what is typed into a field, which is where a phone's keyboard writes: whole words at a time, and it
// may change its mind.
export function type(field, press) {
	const rest = "·"; // something to take away, so that the key that takes letters away is heard
	let before = rest;
	const reset = () => { field.value = before = rest; };
	reset();
	field.addEventListener("focus", () => { reset(); field.setSelectionRange(1, 1); });
	field.addEventListener("input", e => {
		const was = letters(before), is = letters(field.value);
		let same = 0;
		while (same < was.length && same < is.length && was[same] === is[same]) same++;
		for (let i = same; i < was.length; i++) press("backspace");
		for (const c of is.slice(same)) press(/\s/.test(c) ? "space" : c);
		before = field.value;
		if (!e.isComposing && (before === "" || before.length > 60)) reset();
	});
	field.addEventListener("keydown", e => {
		const name = nameOf(e);
		if (name === null || name.length === 1 || name === "space" || name === "backspace") return;
		e.preventDefault();
		press(name);
		reset();
	});
}

// hold calls press when a button is pressed, and again while an arrow is held.
export function hold(button, press) {
	const key = button.dataset.press;
	const again = /^(up|down|left|right)$/.test(key);
	let timer = 0;
	const stop = () => { clearTimeout(timer); timer = 0; };
	button.addEventListener("pointerdown", e => {
		if (e.button !== 0) return;
		e.preventDefault(); // the focus stays where it is, and with it the phone's keyboard
		press(key);
		const more = wait => { timer = setTimeout(() => { press(key); more(90); }, wait); };
		if (again) more(450);
	});
	for (const name of ["pointerup", "pointercancel", "pointerleave"]) button.addEventListener(name, stop);
	button.addEventListener("click", e => { if (e.detail === 0) press(key); }); // by keyboard or a screen reader
}
