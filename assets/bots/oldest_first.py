#!/usr/bin/env python3
"""Reads everything and gives the oldest to whoever is free. See README.md."""
import json
import sys

PARTS = ["in_hours", "alerts", "requests", "messages", "analysts"]  # of the view, what we look at


def orders(view):
    """The orders of one turn."""
    if not view["in_hours"]:
        return []
    give = [f"read {r['id']}" for r in view["requests"] if r["state"] == "unread"]
    give += [f"read {m['id']}" for m in view["messages"] if m["kind"] in ("chase", "notice")]
    waiting = [(a["raised"], f"assign {a['id']}") for a in view["alerts"] if a["state"] == "waiting"]
    waiting += [
        (r["arrived"], f"deploy {r['id']}")
        for r in view["requests"]
        if r["state"] == "ready_to_deploy" and r["analyst"] is None
    ]
    free = [a["name"] for a in view["analysts"] if a["presence"] == "at_work" and a["work"] == "idle"]
    return give + [f"{order} {name}" for (_, order), name in zip(sorted(waiting), free)]


def main():
    for text in sys.stdin:
        line = json.loads(text)
        if isinstance(line, list):  # turns of several games
            say([{"orders": orders(turn["view"])} for turn in line])
        elif line["type"] == "hello":
            say({"protocol": 1, "batch": 16, "legal": False, "view": PARTS})
        elif line["type"] == "turn":  # of one game, if batch is left out above
            say({"orders": orders(line["view"])})
        # Lines of type begin and end want no answer.


def say(answer):
    print(json.dumps(answer), flush=True)


main()
