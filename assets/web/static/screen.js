// The screen: rows of cells, drawn from runs of text. Only text nodes are made of what the server sends.

const looks = ["bold", "faint", "italic", "underlined", "reversed", "struck"];
const colour = /^#[0-9a-f]{6}$/;

export class Screen {
	// names maps what a key is called on the screen to the key; accent is the colour in which keys are written.
	constructor(root, names, accent) {
		this.root = root;
		this.names = names;
		this.accent = accent;
		this.rows = [];
		this.fields = new Set(); // rows in which something is to be typed
		this.brush = document.createElement("canvas").getContext("2d");
		this.widths = new Map();
	}

	// cell is the width and height of a cell, in parts of the size of the font.
	cell() {
		const probe = document.createElement("span");
		probe.className = "probe";
		probe.textContent = "0".repeat(100);
		this.root.append(probe);
		const box = probe.getBoundingClientRect();
		probe.remove();
		this.brush.font = "100px " + getComputedStyle(this.root).fontFamily;
		this.unit = this.brush.measureText("0").width;
		return { w: box.width / 100 / 100, h: 1.17 }; // as high as the lines that join from row to row
	}

	show(frame) {
		if (frame.full) {
			this.root.style.width = frame.w + "ch";
			while (this.rows.length < frame.h) {
				const row = document.createElement("div");
				this.root.append(row);
				this.rows.push(row);
			}
			while (this.rows.length > frame.h) this.rows.pop().remove();
			this.fields.clear();
			for (const row of this.rows) row.replaceChildren();
		}
		for (const [i, runs] of frame.rows) {
			if (this.rows[i]) this.draw(this.rows[i], runs);
		}
	}

	// asked tells whether something is to be typed: a field has a cursor.
	get asked() { return this.fields.size > 0; }

	draw(row, runs) {
		if (runs.some(([text, front, back]) => text === "█" && front === this.accent && back)) this.fields.add(row);
		else this.fields.delete(row);
		const parts = [];
		let key = null; // whose explanation comes next
		for (const [text, front = "", back = "", look = 0, cells = 0] of runs) {
			const named = front === this.accent ? this.key(text) : null;
			const blank = text.trim() === "";
			if (named) key = named;
			const pressed = named || (!blank && front !== this.accent ? key : null);
			if (!named && !blank) key = null;
			parts.push(this.run(text, front, back, look, cells, pressed));
		}
		row.replaceChildren(...parts);
	}

	key(text) { return Object.hasOwn(this.names, text) ? this.names[text] : /^[!-~]$/.test(text) ? text : null; }

	run(text, front, back, look, cells, key) {
		const fits = cells === 0 && [...text].every(c => this.fits(c));
		if (fits && !front && !back && !look && !key) return document.createTextNode(text);
		const span = document.createElement("span");
		if (look) span.className = looks.filter((_, i) => look >> i & 1).join(" ");
		if (colour.test(front)) span.style.setProperty("--front", front);
		if (colour.test(back)) span.style.setProperty("--back", back);
		if (key) span.dataset.key = key;
		if (fits) span.textContent = text;
		else if (cells) span.append(this.fixed(text, cells));
		else this.fill(span, text);
		return span;
	}

	// fill puts text into a span; characters that another font lends, and that are too wide or too narrow, get their cell.
	fill(span, text) {
		let plain = "";
		for (const c of text) {
			if (this.fits(c)) { plain += c; continue; }
			if (plain) span.append(plain);
			plain = "";
			span.append(this.fixed(c, 1));
		}
		if (plain) span.append(plain);
	}

	fixed(text, cells) {
		const cell = document.createElement("span");
		cell.className = "cell";
		cell.style.width = cells + "ch";
		cell.textContent = text;
		return cell;
	}

	fits(c) {
		if (c >= " " && c <= "~") return true;
		let ok = this.widths.get(c);
		if (ok === undefined) {
			ok = Math.abs(this.brush.measureText(c).width - this.unit) < 0.5;
			this.widths.set(c, ok);
		}
		return ok;
	}
}

// room is the size of the font at which a window shows enough, and the cells that it then has. It has at least 80 by 24;
// where somebody wants larger letters than fit, it is scrolled.
export function room(width, height, cell, rem, scale) {
	const fit = Math.min(width / (80 * cell.w), height / (24 * cell.h));
	const wish = rem * Math.max(1, Math.min(width / (140 * cell.w), height / (42 * cell.h)) / rem);
	const font = Math.max(5, scale > 1 ? Math.min(fit, wish) * scale : Math.min(fit, wish * scale));
	const row = Math.max(5, Math.floor(font * cell.h)); // whole pixels, or rows would be of different heights
	return {
		font, row,
		w: Math.min(240, Math.max(80, Math.floor(width / (font * cell.w) + 0.01))),
		h: Math.min(80, Math.max(24, Math.floor(height / row))),
	};
}
