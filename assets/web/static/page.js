// The page that shows the game's screens.

import { Line, lead } from "./line.js";
import { Screen, room } from "./screen.js";
import { hold, nameOf, type } from "./keys.js";
import { Speech } from "./speech.js";

const say = document.body.dataset;
const find = id => document.getElementById(id);
const terminal = find("terminal"), board = find("screen"), status = find("status"), letters = find("letters");
const light = matchMedia("(prefers-color-scheme: light)"), still = matchMedia("(prefers-reduced-motion: reduce)"), coarse = matchMedia("(pointer: coarse)");
const accents = { dark: say.accentDark, light: say.accentLight };

const screen = new Screen(board, JSON.parse(say.keys), "");
const cell = screen.cell();

let scale = 1;
try { scale = Number(localStorage.getItem("callout.scale")) || 1; } catch { /* it is 1 */ }

// measure sets the size of the font and returns the cells that the window has room for.
function measure() {
	const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
	const r = room(terminal.clientWidth, terminal.clientHeight, cell, rem, scale);
	board.style.fontSize = r.font + "px";
	board.style.setProperty("--row", r.row + "px");
	return { w: r.w, h: r.h };
}

function paint() {
	const name = light.matches ? "light" : "dark";
	document.documentElement.dataset.theme = name;
	screen.accent = accents[name];
}
paint();

let size = measure();

const speech = new Speech(find("spoken")), rows = () => screen.rows.map(row => row.textContent);
find("speak").addEventListener("click", e => {
	speech.turn(!speech.on, rows);
	e.currentTarget.setAttribute("aria-pressed", speech.on);
	board.focus({ preventScroll: true });
});

const line = new Line("screen", () => {
	paint();
	return { ...size, light: light.matches, motion: !still.matches };
}, {
	frame(f) { screen.show(f); speech.changed(rows); document.body.classList.toggle("asked", screen.asked); },
	hello(h) { if (h.w !== size.w || h.h !== size.h) line.resize(size); },
	home({ path }) { lead(find("home"), path); },
	lost(why) { tell(why || say.lost); },
	found() { tell(""); },
	missed() { tell(say.missed); setTimeout(() => { if (status.textContent === say.missed) tell(""); }, 15000); },
	moved() { line.over = true; tell(say.moved); find("again").hidden = false; },
	end(e) { tell(e.why || say.ended); find("again").hidden = false; },
});

function tell(text) {
	if (status.textContent !== text) status.textContent = text;
	document.body.classList.toggle("lost", line.lost || line.over);
}

const press = key => line.give({ key });

board.addEventListener("keydown", e => {
	if (e.key === "F6") { e.preventDefault(); find("tools").querySelector("button:not([hidden])").focus(); return; }
	const name = nameOf(e);
	if (name === null) return;
	e.preventDefault();
	press(name);
});
find("tools").addEventListener("keydown", e => { if (e.key === "F6" || e.key === "Escape") { e.preventDefault(); board.focus(); } });

// A key that is typed while nothing has the focus is meant for the screen.
document.addEventListener("keydown", e => {
	if (e.target !== document.body) return;
	const name = nameOf(e);
	if (name === null) return;
	e.preventDefault();
	board.focus({ preventScroll: true });
	press(name);
});

document.addEventListener("paste", e => {
	const text = e.clipboardData?.getData("text/plain") || "";
	if (text === "") return;
	e.preventDefault();
	line.give({ paste: [...text].slice(0, 1000).join("") });
});

board.addEventListener("click", e => {
	const key = e.target.closest("[data-key]")?.dataset.key;
	if (!getSelection().isCollapsed) return;
	if (key) press(key);
	else if (screen.asked && coarse.matches) letters.focus({ preventScroll: true }); // which brings up a phone's keyboard
});

for (const button of document.querySelectorAll("[data-press]")) hold(button, press);

type(letters, press);
find("type").addEventListener("pointerdown", e => e.preventDefault()); // the focus stays where it is
find("type").addEventListener("click", () => (document.activeElement === letters ? board : letters).focus({ preventScroll: true }));
function keys(shown) {
	document.body.classList.toggle("keys", shown);
	find("touch").setAttribute("aria-pressed", shown);
}
find("touch").addEventListener("click", () => {
	keys(!document.body.classList.contains("keys"));
	board.focus({ preventScroll: true });
});
coarse.addEventListener("change", () => keys(coarse.matches)); // such as a tablet that gets a keyboard
keys(coarse.matches);

for (const [id, factor] of [["smaller", 1 / 1.15], ["larger", 1.15]]) {
	find(id).addEventListener("click", () => {
		scale = Math.min(4, Math.max(0.5, Math.abs(scale * factor - 1) < 0.05 ? 1 : scale * factor));
		try { localStorage.setItem("callout.scale", scale); } catch { /* for this time only */ }
		resized();
	});
}
find("again").addEventListener("click", () => location.reload());

let timer = 0;
function resized() {
	clearTimeout(timer);
	timer = setTimeout(() => {
		const next = measure();
		if (next.w === size.w && next.h === size.h) return;
		size = next;
		line.resize(size);
	}, 60);
}
new ResizeObserver(resized).observe(terminal);
light.addEventListener("change", () => line.renew());

board.focus({ preventScroll: true });
line.run();
