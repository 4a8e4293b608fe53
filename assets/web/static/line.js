// The line to the server: one session, what it shows, and numbered batches of what the player does.
// Nothing here knows how a screen looks; whoever makes a Line is told by callbacks.

import { again } from "./again.js";
import { Batches, Gone, Refused } from "./batches.js";

// Times without an event, in milliseconds: after which something on the way holds events back, and after which the line is
// lost, on which the server gives a sign every 15 seconds.
const held = 6000, silent = 35000;

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
		this.seen = "";       // number of the last frame that was shown
		this.known = false;   // the server has answered in this session
		this.unseen = false;  // something was done that no frame has answered
		this.missed = false;  // something that was done may be lost, and the player was not told yet
		this.down = { stream: false, keys: false };
		this.over = false;
		this.polling = false;
		this.batches = this.fresh();
	}

	// lost tells whether the page says that the line is lost.
	get lost() { return this.down.stream || this.down.keys; }

	// fell notes that a part of the line is lost, or there again, and tells the page.
	fell(part, lost, why = "") {
		const before = this.lost;
		this.down[part] = lost;
		if (this.lost && (!before || why)) this.hear.lost?.(why);
		if (before && !this.lost) this.hear.found?.();
		if (!this.lost && this.missed && this.known) { this.missed = false; this.hear.missed?.(); }
	}

	fresh() {
		const batches = new Batches(async (batch, stop) => (await this.post("/session/keys", batch, stop)).keys, {
			failing: yes => { if (batches === this.batches) this.fell("keys", yes); },
			// The stream says why the session is over. Where it says nothing, it is as good as gone.
			gone: () => setTimeout(() => { if (batches === this.batches) this.stop?.abort(); }, 3000),
			lost: () => { this.missed = true; this.fell("keys", false); },
		});
		return batches;
	}

	// run keeps the line up until the session is over.
	async run() {
		for (let failures = 0; !this.over;) {
			try {
				if (!this.id) await this.begin();
				await this.listen();
				failures = 0;
			} catch (problem) {
				if (this.over) return;
				failures++;
				const known = this.known;
				if (problem instanceof Gone) this.forget();
				if (known && problem instanceof Gone || failures > 1) {
					this.fell("stream", true, problem instanceof Refused ? problem.message : ""); // what a browser says of a lost line is no help
				}
				if (failures > 1 || !(problem instanceof Gone)) await again(failures);
			}
		}
	}

	async begin() {
		const answer = await this.post("/session", { ...this.wishes(), kind: this.kind, code: roomOf(location.hash), return: stored.get(localStorage, "callout.return") || "" });
		this.id = answer.id;
		stored.set(sessionStorage, this.place, this.id);
	}

	// renew leaves the session for a new one, which the return code brings to the same seat.
	renew() {
		this.forget();
		this.stop?.abort();
	}

	// forget leaves the session, and notes whether something that the player did may be lost with it. Sizes are told anew.
	forget() {
		this.batches.close();
		if (this.unseen || this.batches.left().some(e => !e.size)) this.missed = true;
		this.batches = this.fresh();
		this.id = null;
		this.seen = "";
		this.known = this.unseen = this.down.keys = false;
		stored.set(sessionStorage, this.place, null);
	}

	async post(path, body, signal) {
		const r = await fetch(path, {
			method: "POST", signal, cache: "no-store", credentials: "omit", redirect: "error",
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
		let heard = false, lost = false, timer = 0;
		const patience = () => {
			clearTimeout(timer);
			timer = setTimeout(() => { lost = heard || this.polling; this.polling = !lost; stop.abort(); }, heard || this.polling ? silent : held);
		};
		patience();
		try {
			const r = await fetch("/session/frames", { headers, cache: "no-store", credentials: "omit", redirect: "error", signal: stop.signal });
			if (r.status === 404) throw new Gone();
			if (!r.ok) throw new Refused(r.status, (await r.json().catch(() => ({}))).why || "");
			const reader = r.body.pipeThrough(new TextDecoderStream()).getReader();
			for (let text = ""; ;) {
				const { value, done } = await reader.read();
				if (done) break;
				heard = true;
				patience();
				text += value;
				const events = text.split("\n\n");
				text = events.pop();
				events.forEach(e => this.take(e));
			}
		} catch (problem) {
			if (!stop.signal.aborted || lost) throw problem;
		} finally {
			clearTimeout(timer);
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
			this.known = true;
			this.batches.heard(value.keys);
			this.fell("stream", false);
			this.hear.hello?.(value);
			break;
		case "keep":
			stored.set(localStorage, "callout.return", value.code || null);
			break;
		case "ping":
			this.ping();
			break;
		case "end":
			this.forget();
			if (value.again) this.fell("stream", true, value.why);
			else { this.over = true; this.hear.end?.(value); }
			break;
		default:
			if (this.batches.left().length === 0) this.unseen = false;
			this.hear[name]?.(value);
		}
	}

	// give sends what the player did, once, and tells whether it was taken: not while the page says that the line is lost.
	give(event) {
		if (this.over || this.lost) return false;
		this.unseen = true;
		this.batches.give([event]);
		return true;
	}

	// resize tells the server a new size of the screen.
	resize(size) { this.batches.give([{ size }]); }

	ping() { this.post("/session/keys", { n: Math.max(1, this.batches.last || 0), events: [] }).catch(() => {}); }
}
