// Package report writes a debrief to take away: as Markdown for a retrospective, as one HTML file with its charts in
// it, as JSON for programs, and as CSV for a spreadsheet. Parts of a debrief that were not made are left out of it, and
// named where somebody could miss them.
//
// # JSON
//
// One object. Its fields keep their names and meanings; new ones may join them. Whole numbers are in the unit that
// their name ends in; pence where it names a cost. Minutes are counted from Monday 00:00 of the first week, turns from
// 1. Text is in the language in use, keys are not. Characters that cannot be seen are written as \uXXXX.
//
//	format            1
//	level, title      the level's name, and what it is called
//	level_digest      fingerprint of its rules and content, as in a save
//	seed_fingerprint  the same for the same seed; the seed cannot be told from it
//	rules             version of the rules
//	support_models    that the level began with
//	turns, at_minute  how far the game came
//	over, won
//	score             what the game cost, in one number: 1,000 is nothing at all
//	left_out          parts that were not made: of "comparison", "decisions"
//	revenue_lost      pence: the sum of the pence of losses
//	total_cost        pence: the sum of the pence of costs
//	costs             [{key, title, pence}]
//	protection        {tolerated, lost (pence), share (0 to 1, or less than 0), or null}
//	goals             [{metric, at_most, value, current, met, renegotiated}], values as in metrics
//	metrics           {name: number, or null where there was nothing to measure}, in the units of "callout sim"
//	time_to_restore   {state: minutes}: detect, bridge, queue, identify, diagnose, handoff, repair
//	losses            [{id, application, fault, began_minute, restored_minute (null: never), minutes, pence,
//	                  states {state: minutes}, causes [{event, kind, turn, minute, minutes, pence, own, decision,
//	                  order, text}]}], every incident, the dearest first. Causes come the latest first; those that are the
//	                  incident's own sum to its minutes and pence
//	fires             [{id, share_per_mille, why, cut {turn, order, without, text, saved, saved_in_all, price}, or null}],
//	                  the three in pence
//	findings          [{key, title, seen, says, evidence [{minute, item, minutes, pence, text}]}]
//	course            [{turn, minute, burnout, queue, revenue_lost, requests_waiting, finished, requested, planned,
//	                  deployed}], one for each turn; the last four are changes, counted from the beginning
//	marks             [{turn, minute, order, text, heavy}]: decisions on the course
//	applications      [{name, target, availability (0 to 1), incidents, minutes, pence, deployments, waiting}]
//	people            [{name, burnout, burnout_worst, callouts, sick_days, left}]
//	ladder            {score, hint_points, medal, says, rungs [{policy, score, revenue_lost, won, medal}]}, or null
//	models            [{model ("idle": nothing done; "played": the game itself), title, own, played, won,
//	                  revenue_lost, total_cost, metrics}]
//	decisions         [{rank ("worst", "best"), turn, minute, kind, order, instead, text, pence, error}]
//	predictions       [{sure_percent, said, right}]: how often the player was so sure, and right
//	next, questions   one next step, and what to talk about
//
// # JSON of a room
//
// One object, as above, where the debrief is that of a whole workshop. Teams are named by their numbers, from 1.
//
//	format, level, title, level_digest, seed_fingerprint, rules, next, questions   as above
//	left_out          of "comparison"
//	revenue_lost      pence: the sum over teams, and over faults
//	total_cost        pence: the sum over teams
//	teams             [{team, name, policy, rank, over, won, revenue_lost, total_cost, share_per_mille, score, hint_points,
//	                  medal, support_model, metrics, costs, time_to_restore, course}], by number
//	common_faults     [{application, fault, began_minute, pence, why, bills [{team, incident, minutes, restored, pence,
//	                  states}], cheapest {team, causes}, dearest {team, causes}}]: faults that every team had, those whose
//	                  bills differ the most first; causes, of the first few only, the earliest first
//	other_faults      {faults, pence}: those that only some teams had
//	decisions         [{key, title, pence, teams [{team, times, first_minute, pence}]}], the first team first
//	parted            {cheapest, dearest, gauges [{gauge, turn, minute, half_minute, most, most_minute}]}, or null
//	effects           [{key, title, seen_by_teams, says, evidence [{team, minute, item, minutes, pence, text}]}]
//	support_models    [{model, title, teams, revenue_lost, total_cost}]: means of the teams that ended under it
//	ladder            [{policy, score, revenue_lost, won, medal}]
//	models            as above, without what the teams played
//	events            [{event, severity, minute, applications, pence_by_team}]
//	predictions       as above, of all teams
//
// # CSV
//
// One table in a file, as RFC 4180 has it: a line of names, CRLF, UTF-8 without a mark at its beginning. Numbers are
// plain, in the unit that their name ends in. A cell of text that a spreadsheet would take for a formula, because it
// begins with = + - @ or one of their full-width twins, gets an apostrophe in front; numbers are not text and keep
// their minus. Control characters are gone from texts, so no cell begins with a tab or a line's end.
package report
