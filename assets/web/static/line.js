// The line to the server: one session, what it shows, and numbered batches of what the player does.
// Nothing here knows how a screen looks; whoever makes a Line is told by callbacks.

const pause = ms => new Promise(done => setTimeout(done, ms));

const stored = {
	get(store, name) { try { return store.getItem(name); } catch { return null; } },
	set(store, name, value) { try { value === null ? store.removeItem(name) : store.setItem(name, value); } catch { /* without a store a reload begins anew */ } },
};

// roomOf is the code of a room in the address of the page, as a printed card has it: it is not sent to anybody but in the
// beginning of a session.
const roomOf = hash => { try { return decodeURIComponent(hash.slice(1)).slice(0, 40); } catch { return ""; } };

// lead has a link of the page lead to what the player may take home. Nothing but a page of this server is led to.
export function lead(link, path) {
	const known = /^\/home\/[0-9A-Z-]+$/.test(path);
	if (known) link.href = path; else link.removeAttribute("href");
	link.hidden = !known;
}

export class Line {
	// wishes() says what a new session is to be like; hear[name](data) is called for every event of that name.
	constructor(kind, wishes, hear) {
		this.kind = kind;
		this.wishes = wishes;
		this.hear = hear;
		this.place = "callout.session." + kind;
		this.id = stored.get(sessionStorage, this.place);
		this.last = null;   // number of the last batch that was applied; null as long as the server has not said
		this.seen = "";     // number of the last frame that was shown
		this.waiting = [];  // events that were not sent yet
		this.flight = null; // the batch that is on its way
		this.over = false;
		this.polling = false;
	}

	// run keeps the line up until the session is over.
	async run() {
		for (let failures = 0; !this.over;) {
			try {
				if (!this.id) await this.begin();
				await this.listen();
				failures = 0;
				continue;
			} catch (problem) {
				if (this.over) return;
				if (problem instanceof Gone) {
					this.forget();
					if (failures === 0) { failures = 1; continue; }
				}
				failures++;
				this.hear.lost?.(problem instanceof Refused ? problem.message : ""); // what a browser says of a lost line is no help
				await pause(Math.min(8000, 250 * 2 ** failures) * (0.75 + Math.random() / 2));
			}
		}
	}

	async begin() {
		const answer = await this.post("/session", { ...this.wishes(), kind: this.kind, code: roomOf(location.hash), return: stored.get(localStorage, "callout.return") || "" });
		this.id = answer.id;
		this.last = 0;
		this.seen = "";
		this.flight = null;
		stored.set(sessionStorage, this.place, this.id);
	}

	// renew leaves the session for a new one, which the return code brings to the same seat.
	renew() {
		this.forget();
		this.stop?.abort();
	}

	forget() {
		this.id = null;
		this.last = null;
		this.waiting = [];
		stored.set(sessionStorage, this.place, null);
	}

	async post(path, body) {
		const r = await fetch(path, {
			method: "POST", cache: "no-store", credentials: "omit", redirect: "error",
			headers: { "Content-Type": "application/json", "Callout": "1", ...(this.id ? { "Callout-Session": this.id } : {}) },
			body: JSON.stringify(body),
		});
		if (r.status === 404 && this.id) throw new Gone();
		const answer = await r.json().catch(() => ({}));
		if (r.ok || r.status === 409) return answer;
		throw new Refused(r.status, answer.why || "");
	}

	// listen reads events until the stream ends. Where something on the way holds them back, it asks for one after the other.
	async listen() {
		const stop = this.stop = new AbortController();
		const headers = { "Callout": "1", "Callout-Session": this.id, "Last-Event-ID": this.seen };
		if (this.polling) headers["Callout-Poll"] = "1";
		let heard = false;
		const patience = setTimeout(() => { if (!heard) { this.polling = true; stop.abort(); } }, 6000);
		try {
			const r = await fetch("/session/frames", { headers, cache: "no-store", credentials: "omit", redirect: "error", signal: stop.signal });
			if (r.status === 404) throw new Gone();
			if (!r.ok) throw new Refused(r.status, (await r.json().catch(() => ({}))).why || "");
			const reader = r.body.pipeThrough(new TextDecoderStream()).getReader();
			for (let text = ""; ;) {
				const { value, done } = await reader.read();
				if (done) break;
				heard = true;
				text += value;
				const events = text.split("\n\n");
				text = events.pop();
				events.forEach(e => this.take(e));
			}
		} catch (problem) {
			if (!stop.signal.aborted) throw problem;
		} finally {
			clearTimeout(patience);
			stop.abort();
		}
	}

	take(text) {
		let name = "message", data = "null", id = null;
		for (const row of text.split("\n")) {
			if (row.startsWith("event: ")) name = row.slice(7);
			else if (row.startsWith("data: ")) data = row.slice(6);
			else if (row.startsWith("id: ")) id = row.slice(4);
		}
		const value = JSON.parse(data);
		if (id !== null) this.seen = id;
		switch (name) {
		case "hello":
			if (this.last === null) this.last = value.keys;
			this.hear.back?.(value);
			this.flush();
			break;
		case "keep":
			stored.set(localStorage, "callout.return", value.code || null);
			break;
		case "ping":
			this.waiting.length || this.flight ? this.flush() : this.ping();
			break;
		case "end":
			this.forget();
			if (!value.again) this.over = true;
			this.hear.end?.(value);
			break;
		default:
			this.hear[name]?.(value);
		}
	}

	// give sends what the player did, soon and once.
	give(...events) {
		if (this.over || this.waiting.length > 200) return;
		this.waiting.push(...events);
		this.flush();
	}

	ping() { this.post("/session/keys", { n: Math.max(1, this.last || 0), events: [] }).catch(() => {}); }

	async flush() {
		if (this.busy || this.last === null) return;
		this.busy = true;
		try {
			while (this.flight || this.waiting.length) {
				this.flight ||= { n: this.last + 1, events: this.waiting.splice(0, 32) };
				const id = this.id, answer = await this.post("/session/keys", this.flight);
				if (id !== this.id) { this.flight = null; break; }
				this.last = answer.keys;
				this.flight = null;
			}
		} catch (problem) {
			if (problem instanceof Refused && problem.status === 429) setTimeout(() => this.flush(), 300);
			else if (problem instanceof Refused) this.flight = null; // it will not be taken, however often it is sent
			else setTimeout(() => this.flush(), 1000);
		} finally {
			this.busy = false;
		}
	}
}

// Gone says that the server does not know the session any more.
class Gone extends Error {}

// Refused says that the server does not want what it was sent.
class Refused extends Error {
	constructor(status, why) { super(why); this.status = status; }
}
