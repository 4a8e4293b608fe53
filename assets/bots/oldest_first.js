#!/usr/bin/env node
// Reads everything and gives the oldest to whoever is free. See README.md.
"use strict";

const parts = ["in_hours", "alerts", "requests", "messages", "analysts"]; // of the view, what we look at

// orders are the orders of one turn.
function orders(view) {
  if (!view.in_hours) return [];
  const give = [];
  for (const r of view.requests) if (r.state === "unread") give.push(`read ${r.id}`);
  for (const m of view.messages) if (m.kind === "chase" || m.kind === "notice") give.push(`read ${m.id}`);
  const waiting = [];
  for (const a of view.alerts) if (a.state === "waiting") waiting.push([a.raised, `assign ${a.id}`]);
  for (const r of view.requests)
    if (r.state === "ready_to_deploy" && r.analyst === null) waiting.push([r.arrived, `deploy ${r.id}`]);
  waiting.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  const free = view.analysts.filter((a) => a.presence === "at_work" && a.work === "idle");
  free.slice(0, waiting.length).forEach((a, i) => give.push(`${waiting[i][1]} ${a.name}`));
  return give;
}

const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");

require("readline")
  .createInterface({ input: process.stdin })
  .on("line", (text) => {
    const line = JSON.parse(text);
    if (Array.isArray(line)) say(line.map((turn) => ({ orders: orders(turn.view) }))); // turns of several games
    else if (line.type === "hello") say({ protocol: 1, batch: 16, legal: false, view: parts });
    else if (line.type === "turn") say({ orders: orders(line.view) }); // of one game, if batch is left out above
    // Lines of type begin and end want no answer.
  });
