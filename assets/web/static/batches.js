// Batches: what the player does, sent in numbered batches of one session. The server applies each number once, so a batch
// whose answer does not come is sent again until it is known to have arrived, or the session to be gone.

import { again } from "./again.js";

// Times without an answer, in milliseconds: after which the line counts as lost, and after which a request is given up.
const slow = 3000, late = 10000;

export class Batches {
	// send(batch, stop) sends a batch, and gives the number of the last one that was applied. told.failing(yes) is called
	// when batches do not get through and when they do again, told.gone() when the server does not know the session, and
	// told.lost() when it does not take what the player did.
	constructor(send, told) {
		this.send = send;
		this.told = told;
		this.last = null;    // number of the last batch that was applied; null as long as the server has not said
		this.waiting = [];   // events that were not sent yet
		this.flight = null;  // the batch that is on its way
		this.closed = false;
	}

	// heard says that the server is there, and which batch it applied last.
	heard(last) {
		this.last ??= last;
		this.wake?.();
		this.run();
	}

	give(events) {
		this.waiting.push(...events);
		this.run();
	}

	// left are the events of which it is not known that they have arrived.
	left() { return [...this.flight?.events ?? [], ...this.waiting]; }

	// close sends nothing any more.
	close() {
		this.closed = true;
		this.stop?.abort();
		this.wake?.();
	}

	async run() {
		if (this.running || this.last === null) return;
		this.running = true;
		for (let failures = 0; !this.closed && (this.flight || this.waiting.length);) {
			this.flight ||= { n: this.last + 1, events: this.waiting.splice(0, 32) };
			try {
				await this.once();
				failures = 0;
				this.told.failing(false);
			} catch (problem) {
				if (this.closed) break;
				if (problem instanceof Gone) { this.told.gone(); break; }
				if (problem instanceof Refused && problem.final) { this.flight = null; this.told.lost(); continue; }
				if (++failures > 1 && problem.status !== 429) this.told.failing(true);
				await Promise.race([again(failures), new Promise(woken => { this.wake = woken; })]);
			}
		}
		this.running = false;
	}

	// once sends the batch that is on its way.
	async once() {
		this.stop = new AbortController();
		const timers = [setTimeout(() => this.told.failing(true), slow), setTimeout(() => this.stop.abort(), late)];
		try {
			this.last = await this.send(this.flight, this.stop.signal);
			if (this.last >= this.flight.n) this.flight = null;
			else this.flight.n = this.last + 1; // it was not the next one for the server, which did not apply it
		} finally {
			timers.forEach(clearTimeout);
		}
	}
}

// Gone says that the server does not know the session any more.
export class Gone extends Error {}

// Refused says that the server does not want what it was sent. It may want it later, unless that is final.
export class Refused extends Error {
	constructor(status, why) { super(why); this.status = status; }
	get final() { return this.status < 500 && this.status !== 429; }
}
