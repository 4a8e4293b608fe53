// Speech: what has changed on the screen, in words for a screen reader.

const drawn = /[\u2190-\u21ff\u2500-\u259f\u25a0-\u25ff]+/g;

// Speech puts lines that are new on the screen into a region that is read aloud, when the screen has been still for a moment.
export class Speech {
	constructor(region) {
		this.region = region;
		this.on = false;
		this.before = new Set();
	}

	// turn begins to speak, with all of the screen, or ends it.
	turn(on, rows) {
		this.on = on;
		this.before = new Set();
		on ? this.changed(rows) : this.region.replaceChildren();
	}

	changed(rows) {
		if (!this.on) return;
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.say(rows()), 350);
	}

	say(rows) {
		const lines = rows.map(text => text.replace(drawn, " ").replace(/\s+/g, " ").trim());
		const fresh = lines.filter(line => /[\p{L}\p{N}]/u.test(line) && !this.before.has(line));
		this.before = new Set(lines);
		if (fresh.length === 0) return;
		this.region.replaceChildren(...fresh.map(line => {
			const p = document.createElement("p");
			p.textContent = line;
			return p;
		}));
	}
}
