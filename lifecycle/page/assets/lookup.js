// Looks up what a roll comes to, why, and what would change it. Decides nothing: every answer stands in a table.

const offsets = {};
function place(rules, yes, no, others) {
  const holders = rules.holders.length;
  const rest = rules.others.length;
  const key = `${holders}/${rest}`;
  if (!offsets[key]) {
    offsets[key] = [];
    let at = 0;
    for (let y = 0; y <= holders; y++) {
      offsets[key][y] = [];
      for (let n = 0; n <= holders - y; n++, at += rest + 1) offsets[key][y][n] = at;
    }
  }
  return offsets[key][yes][no] + others;
}

function counted(rules, ballots) {
  const of = (seats, letter) => seats.filter((i) => ballots[i] === letter).length;
  return {
    yes: of(rules.holders, "Y"), no: of(rules.holders, "N"), others: of(rules.others, "Y"),
    open: of(rules.holders, "?"), openOthers: of(rules.others, "?"),
  };
}

// What counts without names say of the unknown ballots, as [letter, least, most]. Each that was cast anew since they
// were reported may have been one of those counted; of one that is taken back they say nothing.
function unnamed(ballots) {
  const was = recorded();
  if (ballots.some((ballot, i) => ballot === "?" && was[i] !== "?")) return [];
  const known = ballots.filter((ballot, i) => ballot !== "?" && was[i] === "?").length;
  return draft().unnamed.map(([letter, least, most]) => [letter, Math.max(least - known, 0), most]);
}

// Whether so many of the unknown ballots can be yes, no and neither, and `either` no or neither, if the counts are true.
function allowed(told, yes, no, neither, either) {
  const rest = neither + either;
  const bounds = (letter) => told.find((each) => each[0] === letter)?.slice(1) ?? [0, yes + no + rest];
  const [[yesLeast, yesMost], [noLeast, noMost], ...aside] = BALLOTS.map(bounds);
  const [least, most] = [0, 1].map((end) => aside.reduce((sum, ends) => sum + ends[end], 0));
  return yesLeast <= yes && yes <= yesMost
    && Math.max(0, noLeast - no, rest - most) <= Math.min(either, noMost - no, rest - least);
}

function outcomes(rules, ballots) {
  const c = counted(rules, ballots);
  // A party whose ballot the rule does not count is read as abstaining, known or not.
  const told = unnamed(ballots.map((ballot, i) => (rules.aside.includes(i) ? "A" : ballot)));
  const found = new Set();
  for (let y = 0; y <= c.open; y++)
    for (let n = 0; n <= c.open - y; n++)
      for (let o = 0; o <= c.openOthers; o++)
        if (!told.length || allowed(told, y + o, n, c.open - y - n, c.openOthers - o))
          found.add(LETTER[rules.cells[place(rules, c.yes + y, c.no + n, c.others + o)]]);
  return OUTCOMES.filter((outcome) => found.has(outcome));
}

const cell = (rules, ballots) => {
  const c = counted(rules, ballots);
  return c.open || c.openOthers ? -1 : place(rules, c.yes, c.no, c.others);
};

function sentences(rules, ballots) {
  const at = cell(rules, ballots);
  if (at < 0) return [];
  const members = story().members;
  const said = (seats) => listed(seats.map((i) => members[i].said));
  // A ballot that the rule does not count is read as an abstention.
  const counts = ballots.map((ballot, i) => (rules.aside.includes(i) ? "A" : ballot));
  const lists = {
    noes: said(rules.mayVeto.filter((i) => counts[i] === "N")),
    others: said(rules.mayVeto.filter((i) => counts[i] !== "Y")),
    aside: said(rules.mayVeto.filter((i) => !["Y", "N"].includes(counts[i]))),
    permanent: said(members.map((_, i) => i).filter((i) => members[i].permanent && counts[i] === "N")),
    yes: String(counts.filter((ballot) => ballot === "Y").length),
  };
  const voted = draft().parties.filter((i) => ["Y", "N"].includes(ballots[i]));
  lists.parties = said(voted);
  const onParties = voted.length ? rules.party.slice(Math.min(voted.length, rules.party.length) - 1).slice(0, 1) : [];
  const powerless = rules.others.some((i) => members[i].permanent && ballots[i] === "N");
  return [...(powerless ? rules.idle : rules.why)[at], ...onParties].map((index) => {
    const [text, cites] = data.words[index];
    const filled = text.replace(/\{(\w+)\}/g, (whole, name) => {
      const list = lists[name.toLowerCase()] ?? whole;
      return name[0] === name[0].toUpperCase() ? capital(list) : list;
    });
    return [filled, cites];
  });
}

function pivots(rules, ballots) {
  const now = outcomes(rules, ballots);
  if (now.length !== 1) return [];
  const found = [];
  for (const i of seatOrder()) {
    const by = {};
    for (const letter of ["Y", "N", "A"]) {
      if (letter === ballots[i] || (letter === "A" && ["NP", "AB"].includes(ballots[i]))) continue;
      const then = outcomes(rules, ballots.map((ballot, j) => (j === i ? letter : ballot)));
      if (then.length === 1 && then[0] !== now[0]) (by[then[0]] ??= []).push(t(letter));
    }
    if (Object.keys(by).length) found.push([story().members[i], by]);
  }
  return found;
}

function standing(rules, ballots, i) {
  if (rules.holders.includes(i)) return ballots[i] === "Y" ? "hy" : ballots[i] === "N" ? "hn" : "ha";
  return rules.others.includes(i) ? (ballots[i] === "Y" ? "oy" : "on") : "";
}

function nearest(rules, ballots) {
  const at = cell(rules, ballots);
  if (at < 0 || !rules.near) return [];
  const now = LETTER[rules.cells[at]];
  return OUTCOMES.filter((outcome) => outcome !== now).map((outcome) => {
    const index = rules.near[at][OUTCOMES.indexOf(outcome)];
    return [outcome, index < 0 ? null : data.near[index]];
  });
}

function partWords(rules, ballots, [standings, choose, letters]) {
  const able = seatOrder().filter((i) => standings.includes(standing(rules, ballots, i)));
  const names = listed(able.map((i) => story().members[i].said), able.length === choose ? "and" : "or");
  const who = able.length === choose ? names : t("nearest_any", { n: choose, names });
  return t("nearest_part", { who, to: listed(letters.map((letter) => t(letter)), "or") });
}

const seatOrder = () =>
  story().members.map((_, i) => i).sort((a, b) => (story().members[a].name < story().members[b].name ? -1 : 1));
