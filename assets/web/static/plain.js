// The page that is read line by line: what was said, in order, and a line to answer with.

import { Line, lead } from "./line.js";

const say = document.body.dataset;
const find = id => document.getElementById(id);
const log = find("log"), status = find("status"), command = find("command");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const said = [];  // what was given, for the arrow keys
let at = 0, part = null;

const line = new Line("plain", () => ({ w: 80, h: 24, light: false, motion: !still.matches }), {
	lines({ full, lines }) {
		if (full) { log.replaceChildren(); part = null; }
		const low = scrollY + innerHeight >= document.documentElement.scrollHeight - 80;
		for (const text of lines) write(text);
		if (low || full) scrollTo(0, document.documentElement.scrollHeight);
	},
	home({ path }) { lead(find("home"), path); },
	lost(why) { tell(why || say.lost); },
	found() { tell(""); },
	missed() { tell(say.missed); },
	moved() { line.over = true; tell(say.moved); find("again").hidden = false; },
	end(e) { tell(e.why || say.ended); find("again").hidden = false; command.disabled = true; },
});

// write adds a line. What the player said is a heading, so that one can go from answer to answer.
function write(text) {
	if (text.startsWith("> ")) {
		part = document.createElement("section");
		const head = document.createElement("h2");
		head.textContent = text.slice(2);
		part.append(head);
		log.append(part);
		return;
	}
	if (!part) { part = document.createElement("section"); log.append(part); }
	if (text.trim() === "") return;
	const p = document.createElement("p");
	if (text.startsWith("  ")) p.className = "item";
	p.textContent = text.trim();
	part.append(p);
	while (log.childElementCount > 200) log.firstElementChild.remove();
}

function tell(text) { if (status.textContent !== text) status.textContent = text; }

find("form").addEventListener("submit", e => {
	e.preventDefault();
	const text = command.value;
	if (!line.give({ line: text })) return; // it stays in the field until the line is there again
	if (status.textContent === say.missed) tell("");
	if (text.trim() !== "") said.push(text);
	at = said.length;
	command.value = "";
	command.focus();
});

command.addEventListener("keydown", e => {
	const step = e.key === "ArrowUp" ? -1 : e.key === "ArrowDown" ? 1 : 0;
	if (step === 0 || e.altKey || e.ctrlKey || e.metaKey) return;
	e.preventDefault();
	at = Math.min(said.length, Math.max(0, at + step));
	command.value = said[at] || "";
});

find("again").addEventListener("click", () => location.reload());
command.focus();
line.run();
