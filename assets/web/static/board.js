// The projector's page: it is told when something has changed, and takes the new board as the server drew it.

import { again, pause } from "./again.js";

const status = document.getElementById("status");

// drawn is the board as it is now. A document that is asked for this way runs nothing.
function drawn() {
	return new Promise((done, failed) => {
		const ask = new XMLHttpRequest();
		ask.open("GET", location.pathname + "/race");
		ask.responseType = "document";
		ask.timeout = 15000;
		ask.onload = () => ask.status === 200 && ask.response ? done(ask.response.getElementById("race")) : failed(new Error(String(ask.status)));
		ask.onerror = ask.ontimeout = () => failed(new Error("no answer"));
		ask.send();
	});
}

async function show() {
	const fresh = await drawn();
	if (!fresh) throw new Error("no board");
	document.getElementById("race").replaceWith(document.adoptNode(fresh));
	began = performance.now();
	tick();
}

let began = performance.now();

function tick() {
	const clock = document.querySelector("time[data-left]");
	if (!clock || clock.dataset.still) return;
	const left = Math.max(0, Math.ceil((Number(clock.dataset.left) - (performance.now() - began)) / 1000));
	const text = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
	if (clock.textContent !== text) clock.textContent = text;
	clock.classList.toggle("soon", left <= 30);
}
setInterval(tick, 250);

async function listen() {
	for (let failures = 0; ;) {
		try {
			const r = await fetch(location.pathname + "/live", { cache: "no-store", credentials: "omit" });
			if (!r.ok) throw new Error(String(r.status));
			const reader = r.body.pipeThrough(new TextDecoderStream()).getReader();
			for (let text = ""; ;) {
				const { value, done } = await reader.read();
				if (done) break;
				text += value;
				const events = text.split("\n\n");
				text = events.pop();
				if (events.some(e => e.includes("event: changed"))) { await show(); failures = 0; status.textContent = ""; }
			}
			await pause(500);
		} catch {
			failures++;
			status.textContent = status.dataset.lost;
			await again(failures);
		}
	}
}
listen();
