// Looks up what the tables in #content say and shows it. Decides nothing: every outcome, sentence, least change and
// transition was computed by the program that wrote this file. Reaches nothing outside it.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("content").textContent);
  const BALLOTS = ["Y", "N", "A", "NP", "AB"];
  const OUTCOMES = ["adopted", "vetoed", "failed"];
  const LETTER = { a: "adopted", v: "vetoed", f: "failed" };

  // Words.

  const t = (key, filled = {}) =>
    (data.strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in filled ? filled[name] : whole));
  const listed = (names, word = "and") =>
    names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${t(word)} ${names[names.length - 1]}`;
  const spaced = (word) => word.replaceAll("_", " ");
  const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

  function make(tag, about = {}, ...children) {
    const svg = ["svg", "rect", "text", "line"].includes(tag);
    const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [key, value] of Object.entries(about)) {
      if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== null) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  // Where we are: a situation is a link.

  const state = { story: 0, draft: 0, rule: 0, kind: "", roll: null, known: -1, node: [], other: -1, projector: false };
  const story = () => data.stories[state.story];
  const draft = () => story().drafts[state.draft];
  const law = () => data.laws[draft().rules[state.rule]];
  const recorded = () => (draft().roll.length ? draft().roll : story().members.map(() => "?"));
  const roll = () => state.roll ?? recorded();
  const table = () => law().kinds[state.kind];
  const edited = () => state.roll !== null && state.roll.some((ballot, i) => ballot !== recorded()[i]);

  const kindOf = (one) => one.kind;

  function readFragment() {
    const said = new URLSearchParams(location.hash.slice(1));
    const number = (key, most) => {
      const value = Number(said.get(key) ?? 0);
      return Number.isInteger(value) && value >= 0 && value < most ? value : 0;
    };
    state.story = number("s", data.stories.length);
    state.draft = number("d", story().drafts.length);
    state.rule = number("r", draft().rules.length);
    state.kind = said.get("k") in law().kinds ? said.get("k") : kindOf(draft());
    const ballots = (said.get("b") ?? "").split(".");
    const whole = ballots.length === story().members.length && ballots.every((b) => b === "?" || BALLOTS.includes(b));
    state.roll = whole ? ballots : null;
    state.known = said.has("t") ? number("t", story().known.length) : -1;
    state.projector = said.get("v") === "projector";
  }

  function writeFragment() {
    const said = new URLSearchParams();
    if (state.story) said.set("s", state.story);
    if (state.draft) said.set("d", state.draft);
    if (state.rule) said.set("r", state.rule);
    if (state.kind !== kindOf(draft())) said.set("k", state.kind);
    if (edited()) said.set("b", state.roll.join("."));
    if (state.known >= 0) said.set("t", state.known);
    if (state.projector) said.set("v", "projector");
    history.replaceState(null, "", `#${said}`);
  }

  // Looking up.

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

  function outcomes(rules, ballots) {
    const c = counted(rules, ballots);
    const found = new Set();
    for (let y = 0; y <= c.open; y++)
      for (let n = 0; n <= c.open - y; n++)
        for (let o = 0; o <= c.openOthers; o++)
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

  // Showing.

  const parts = {};
  const cited = (keys) => make("span", { class: "cite" }, ` (${keys.join("; ")})`);
  const fill = (node, ...children) => node.replaceChildren(...children);

  function select(label, options, chosen, change, about = {}) {
    const made = make("select", { onchange: (event) => change(Number(event.target.value)), ...about });
    options.forEach((text, i) => made.append(make("option", { value: i, selected: i === chosen }, text)));
    return make("label", {}, label, made);
  }

  const button = (text, press, about = {}) => make("button", { type: "button", onclick: press, ...about }, text);

  function build() {
    const section = (name, help) => {
      parts[name] = make("div");
      const head = make("h2", {}, t(name));
      return make("section", { id: name }, head, make("p", { class: "soft screen" }, t(help)), parts[name]);
    };
    parts.head = make("header");
    const vote = section("vote", "vote_help");
    vote.id = "vote";
    fill(
      document.getElementById("app"),
      make("a", { class: "skip", href: "#vote", onclick: skip }, t("skip")),
      parts.head,
      make("main", {}, vote, section("whatif", "whatif_help"), section("timeline", "timeline_help"),
        section("machine", "machine_help"), practiceSection()),
      (parts.foot = make("footer")),
    );
    document.addEventListener("keydown", keys);
    addEventListener("hashchange", () => { readFragment(); showAll(); });
  }

  function skip(event) {
    event.preventDefault();
    parts.vote.querySelector("button").focus();
  }

  function keys(event) {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.toLowerCase() === "r") reset();
  }

  function reset() {
    state.roll = null;
    state.rule = 0;
    state.kind = kindOf(draft());
    showAll();
  }

  function showHead() {
    const about = story();
    document.title = about.title;
    const one = data.stories.length > 1;
    fill(
      parts.head,
      make("h1", {}, make("bdi", {}, about.title)),
      make("p", {}, make("bdi", {}, about.teaches)),
      make("div", { class: "bar" },
        ...(one ? [select(t("story"), data.stories.map((each) => each.title), state.story, chooseStory, { id: "pick-story" })] : []),
        button(t("copy"), copy), button(t("projector"), projector, { "aria-pressed": String(state.projector) }),
        button(t("theme"), theme), button(t("print"), () => print())),
    );
    document.body.classList.toggle("projector", state.projector);
  }

  function chooseStory(index) {
    Object.assign(state, { story: index, draft: 0, rule: 0, roll: null, known: -1, other: -1 });
    state.kind = kindOf(draft());
    showAll();
    document.getElementById("pick-story").focus();
  }

  async function copy(event) {
    writeFragment();
    const pressed = event.currentTarget;
    try {
      await navigator.clipboard.writeText(location.href);
      pressed.textContent = t("copied");
    } catch {
      pressed.textContent = t("copy_failed");
    }
  }

  function projector(event) {
    state.projector = !state.projector;
    event.currentTarget.setAttribute("aria-pressed", String(state.projector));
    document.body.classList.toggle("projector", state.projector);
    writeFragment();
  }

  function theme() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }

  // The vote.

  function badge() {
    const words = edited() ? "edited" : draft().touched ? "as_file" : "as_recorded";
    const marks = [make("span", { class: `badge ${words}` }, t(words))];
    if (story().invented) marks.push(" ", make("span", { class: "badge" }, t("invented")));
    return marks;
  }

  function showVote() {
    const drafts = story().drafts.map((each) => [each.name, each.symbol].filter(Boolean).join("  "));
    const kinds = Object.keys(law().kinds);
    fill(
      parts.vote,
      make("div", { class: "bar" },
        select(t("draft"), drafts, state.draft, chooseDraft, { id: "pick-draft" }),
        select(t("rule"), draft().rules.map((i) => data.laws[i].text), state.rule, chooseRule, { id: "pick-rule" }),
        select(t("kind"), kinds.map(spaced), kinds.indexOf(state.kind), (i) => { state.kind = kinds[i]; showVoteAgain("pick-kind"); }, { id: "pick-kind" }),
        button(t("reset"), reset)),
      ...(draft().roll.length ? [] : [make("p", {}, t("no_votes"))]),
      (parts.badges = make("p", {})),
      (parts.seats = make("div", { class: "seats", role: "group", "aria-label": story().day })),
      (parts.decision = make("div", { "aria-live": "polite" })),
      sheet(),
      (parts.key = make("div", { class: "paper" })),
    );
    seatOrder().forEach((i, at) => parts.seats.append(seat(i, at)));
    showDecision();
  }

  function showVoteAgain(id) {
    showVote();
    showWhatIf();
    writeFragment();
    document.getElementById(id).focus();
  }

  function chooseDraft(index) {
    Object.assign(state, { draft: index, roll: null });
    state.kind = kindOf(draft());
    showAll();
    document.getElementById("pick-draft").focus();
  }

  function chooseRule(index) {
    state.rule = index;
    showVoteAgain("pick-rule");
  }

  function seat(i, at) {
    const many = story().members.length;
    const angle = Math.PI * (1.12 - (1.24 * at) / (many - 1));
    const made = make("button", { type: "button", "data-seat": i,
      onclick: () => change(i, 1), onkeydown: (event) => seatKeys(event, i, at) },
      make("span", { class: "mark", "aria-hidden": "true" }), make("span", { class: "name" }, story().members[i].name));
    made.style.left = `${50 + 44 * Math.cos(angle)}%`;
    made.style.top = `${65 - 57 * Math.sin(angle)}%`;
    dress(made, i);
    return made;
  }

  function dress(made, i) {
    const member = story().members[i];
    const ballot = roll()[i];
    const words = ballot === "?" ? "unknown" : ballot;
    const was = recorded()[i];
    made.className = `seat ${words}${member.permanent ? " permanent" : ""}${ballot === was ? "" : " changed"}`;
    made.firstChild.dataset.letter = ballot;
    const permanent = member.permanent ? t("permanent_mark") : "";
    made.setAttribute("aria-label", t("seat", { name: member.name, permanent, ballot: t(words) }));
  }

  function change(i, by, to = null) {
    const ballots = [...roll()];
    const at = BALLOTS.indexOf(ballots[i]);
    ballots[i] = to ?? BALLOTS[(at + by + BALLOTS.length) % BALLOTS.length];
    state.roll = ballots;
    dress(parts.seats.querySelector(`[data-seat="${i}"]`), i);
    showDecision();
    showWhatIf();
    writeFragment();
  }

  function seatKeys(event, i, at) {
    const seats = [...parts.seats.children];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const turn = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const letter = { y: "Y", n: "N", a: "A" }[event.key.toLowerCase()];
    if (step) seats[(at + step + seats.length) % seats.length].focus();
    else if (turn) change(i, turn);
    else if (letter && !event.ctrlKey && !event.metaKey) change(i, 0, letter);
    else return;
    event.preventDefault();
  }

  function tally(ballots, required) {
    const count = (...letters) => ballots.filter((ballot) => letters.includes(ballot)).length;
    const bar = make("div", { class: "tally", role: "img", "aria-label": t("needed", { yes: count("Y"), required }) });
    [["y", count("Y")], ["n", count("N")], ["o", count("A", "NP", "AB", "?")]].forEach(([name, many]) => {
      const piece = make("span", { class: name });
      piece.style.flexGrow = many;
      bar.append(piece);
    });
    const line = make("i");
    const text = make("b", {}, String(required));
    line.style.left = text.style.left = `${(100 * required) / ballots.length}%`;
    bar.append(line, text);
    return bar;
  }

  function tallyWords(ballots) {
    const words = [["Y", "Y"], ["N", "N"], ["A", "A"], ["NP", "NP"], ["AB", "AB"], ["?", "unknown"]];
    return words
      .map(([letter, key]) => [ballots.filter((ballot) => ballot === letter).length, key])
      .filter(([many, key]) => many || key === "Y" || key === "N")
      .map(([many, key]) => `${many} ${t(key)}`)
      .join(", ");
  }

  function showDecision() {
    const rules = table();
    const ballots = roll();
    const found = outcomes(rules, ballots);
    const sure = found.length === 1;
    const words = sure ? t(found[0]) : t("open", { outcomes: listed(found.map((each) => t(each)), "or") });
    fill(parts.badges, ...badge());
    fill(parts.key, make("h2", {}, t("key")), make("p", {}, `${words}: ${tallyWords(ballots)}`),
      ...sentences(rules, ballots).map(([text, cites]) => make("p", {}, text, cited(cites))));
    fill(
      parts.decision,
      make("p", { class: `outcome ${sure ? found[0] : "open"}` }, `${words}: ${tallyWords(ballots)}`),
      tally(ballots, rules.required),
      ...sentences(rules, ballots).map(([text, cites]) => make("p", {}, text, cited(cites))),
      make("div", { class: "two screen" }, pivotBox(rules, ballots), nearestBox(rules, ballots)),
    );
  }

  function pivotBox(rules, ballots) {
    const box = make("div", {}, make("h3", {}, t("pivots")));
    const found = pivots(rules, ballots);
    if (!found.length) box.append(make("p", {}, t("pivots_none")));
    else
      box.append(make("ul", {}, ...found.map(([member, by]) => {
        const ways = Object.entries(by).map(([outcome, letters]) =>
          t("pivot_to", { ballots: listed(letters, "or"), outcome: t(outcome).toLowerCase() }));
        return make("li", {}, t("pivot", { name: capital(member.said), ballots: ways.join("; ") }));
      })));
    return box;
  }

  function nearestBox(rules, ballots) {
    const box = make("div", {}, make("h3", {}, t("nearest")));
    for (const [outcome, least] of nearest(rules, ballots)) {
      const name = t(outcome).toLowerCase();
      if (least === null) {
        box.append(make("p", {}, t("nearest_never", { outcome: name })));
        continue;
      }
      const line = least.changes === 1 ? "nearest_one" : "nearest_line";
      const ways = least.groups.map((group) =>
        make("li", {}, listed(group.map((part) => partWords(rules, ballots, part)))));
      if (least.more) ways.push(make("li", {}, t("nearest_more", { n: least.more })));
      box.append(make("p", {}, t(line, { outcome: name, n: least.changes })), make("ul", {}, ...ways));
    }
    return box;
  }

  function sheet() {
    const rows = seatOrder().map((i) =>
      make("tr", {}, make("th", { scope: "row" }, story().members[i].name), ...BALLOTS.map(() => make("td", {}, "☐"))));
    const head = make("tr", {}, make("th", { scope: "col" }, story().day), ...BALLOTS.map((b) => make("th", { scope: "col" }, t(b))));
    return make("div", { class: "paper" }, make("h2", {}, t("ballot_sheet")), make("p", {}, t("ballot_sheet_help")),
      make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
  }

  // What if.

  function showWhatIf() {
    const ballots = roll();
    const rows = draft().rules.map((index) => {
      const one = data.laws[index];
      const found = outcomes(one.kinds[state.kind], ballots);
      const words = found.map((each) => t(each)).join(` ${t("or")} `);
      return make("tr", {}, make("th", { scope: "row" }, one.text), make("td", {}, words));
    });
    fill(parts.whatif, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("whatif") },
      make("table", {}, make("tbody", {}, ...rows))), ...compareBox(ballots));
  }

  function compareBox(ballots) {
    if (data.stories.length < 2) return [];
    const names = [t("compare_none"), ...data.stories.map((each) => each.title)];
    const choose = (index) => { state.other = index - 1; showWhatIf(); document.getElementById("pick-other").focus(); };
    const box = [make("div", { class: "bar" }, select(t("compare"), names, state.other + 1, choose, { id: "pick-other" }))];
    if (state.other < 0) return box;
    const other = data.stories[state.other];
    const twin = other.drafts.find((each) => each.name === draft().name) ?? other.drafts[0];
    const lines = story().members.flatMap((member, i) => {
      const at = other.members.findIndex((each) => each.name === member.name);
      const theirs = at < 0 ? undefined : twin.roll[at];
      const words = (ballot) => (ballot === undefined ? "–" : t(ballot === "?" ? "unknown" : ballot));
      return theirs === ballots[i] ? [] : [t("compare_line", { name: member.name, first: words(ballots[i]), second: words(theirs) })];
    });
    box.push(make("p", {}, `${twin.name}: ${t("ends", { state: spaced(twin.state) })}`));
    box.push(lines.length ? make("ul", {}, ...lines.map((line) => make("li", {}, line))) : make("p", {}, t("compare_same")));
    return box;
  }

  // The story.

  function showStory() {
    const days = story().known;
    const box = [];
    if (days.length) {
      const now = state.known < 0 ? days.length : state.known;
      const words = () => (state.known < 0 ? t("known_all") : days[state.known].words);
      const said = make("output", {}, words());
      const slide = (event) => {
        const at = Number(event.target.value);
        state.known = at === days.length ? -1 : at;
        said.textContent = words();
        event.target.setAttribute("aria-valuetext", words());
        fill(parts.drafts, ...story().drafts.map(draftStory));
        writeFragment();
      };
      box.push(make("label", { class: "screen" }, `${t("known")}: `, said,
        make("input", { type: "range", min: 0, max: days.length, value: now, "aria-valuetext": words(), oninput: slide })));
    }
    parts.drafts = make("div", {}, ...story().drafts.map(draftStory));
    fill(parts.timeline, ...box, parts.drafts);
  }

  function draftStory(each) {
    const then = state.known < 0 ? null : story().known[state.known].drafts[each.name];
    const left = then ? [...then.steps] : [];
    const steps = each.steps.map((step) => {
      const at = left.indexOf(step.act);
      if (at >= 0) left.splice(at, 1);
      return stepItem(step, then !== null && at < 0);
    });
    const ends = then === null ? each.state : then.state || "drafted";
    const heading = [each.name, each.symbol, each.label, listed(each.sponsors)].filter(Boolean).join("  ");
    return make("div", {}, make("h3", {}, make("bdi", {}, heading), ` ${t("ends", { state: spaced(ends) })}`),
      make("ol", { class: "steps" }, ...steps), ...aside(t("said"), each.said), ...aside(t("replaced"), each.replaced));
  }

  function stepItem(step, later) {
    const head = `${step.when}: ${spaced(step.act)}, ${spaced(step.from)} → ${spaced(step.to)}`;
    const basis = later ? t("not_known") : t(step.basis);
    const made = make("li", { class: `${step.basis}${later ? " later" : ""}` }, make("strong", {}, head), ` ${basis}`, cited(step.cites));
    if (step.note && step.basis !== "reported") made.append(make("p", { class: "soft" }, step.note));
    if (step.evidence.length)
      made.append(make("details", {}, make("summary", {}, `${t("words")} (${step.evidence.length})`), ...step.evidence.map(quote)));
    return made;
  }

  const quote = (words) =>
    make("blockquote", {}, make("bdi", {}, words.before, make("mark", {}, words.quote), words.after),
      make("span", { class: "cite" }, ` ${words.file}`));

  function aside(title, reports) {
    if (!reports.length) return [];
    const lines = reports.map((each) =>
      make("li", {}, `${t(each.modality)}: ${spaced(each.type)}, ${each.when}`, ...each.evidence.map(quote)));
    return [make("details", {}, make("summary", {}, `${title} (${reports.length})`), make("ul", {}, ...lines))];
  }

  // The machine.

  function showMachine() {
    const { drawing, explorer } = data.machine;
    const at = state.node.length ? state.node[state.node.length - 1] : explorer.start;
    const node = explorer.nodes[at];
    const places = Object.fromEntries(drawing.states.map((each) => [each.name, each]));
    const picture = make("svg", { viewBox: `0 0 ${drawing.width} ${drawing.height}`, role: "img", "aria-label": t("here", { state: spaced(node.state) }) });
    for (const arrow of drawing.arrows) {
      const [a, b] = [places[arrow.from], places[arrow.to]];
      picture.append(make("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, class: `arrow${arrow.from === node.state ? " out" : ""}` }));
    }
    for (const each of drawing.states) {
      const [wide, high] = drawing.box;
      const names = `box${each.end ? " end" : ""}${each.name === node.state ? " here" : ""}`;
      picture.append(make("rect", { x: each.x - wide / 2, y: each.y - high / 2, width: wide, height: high, class: names }));
      picture.append(make("text", { x: each.x, y: each.y }, spaced(each.name)));
    }
    fill(parts.machine, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("machine") }, picture), explore(node, at));
  }

  function go(to) {
    state.node.push(to);
    showMachine();
    parts.machine.querySelector("[data-here]").focus();
  }

  function explore(node, at) {
    const legal = node.offers.filter((offer) => offer[1] >= 0);
    const refused = node.offers.filter((offer) => offer[1] < 0);
    const here = make("p", { tabindex: "-1", "data-here": true }, t("here", { state: spaced(node.state) }), node.about ? ` (${node.about})` : "");
    const back = () => { state.node.pop(); showMachine(); parts.machine.querySelector("[data-here]").focus(); };
    const restart = () => { state.node = []; showMachine(); parts.machine.querySelector("[data-here]").focus(); };
    const taken = legal.map(([label, to, cites]) => button(spaced(label), () => go(to), { title: data.refusals[cites].join("; "), "data-to": to }));
    return make("div", { class: "screen", "data-node": at }, here,
      make("div", { class: "bar" }, button(t("back"), back, { disabled: !state.node.length }), button(t("restart"), restart)),
      make("h3", {}, legal.length ? t("possible") : t("over")), make("div", { class: "bar" }, ...taken),
      make("details", {}, make("summary", {}, t("refused")), make("ul", {}, ...refused.map((offer) => make("li", {}, data.refusals[offer[2]])))));
  }

  // Practice.

  function practiceSection() {
    parts.practice = make("div");
    return make("section", { id: "practice", class: "screen" }, make("h2", {}, t("practice")),
      make("p", { class: "soft" }, t("practice_help")), parts.practice);
  }

  function checksum(text) {
    let value = 2166136261;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
    return value;
  }

  const showPractice = () =>
    fill(parts.practice, ...data.practice.map((each) => make("details", {}, make("summary", {}, `${each.title} (${each.minutes} min)`), exercise(each))));

  function exercise(each) {
    const done = {};
    const receipt = make("p", { "aria-live": "polite" });
    const answered = (id, right) => {
      done[id] = right;
      if (Object.keys(done).length < each.parts.length) return;
      const score = Math.floor((100 * Object.values(done).filter(Boolean).length) / each.parts.length);
      receipt.textContent = t("receipt", { code: `${each.id}-${score}-${checksum(`${each.id}/${score}`).toString(36)}` });
    };
    return make("div", {}, make("p", {}, each.ask), ...each.parts.map((part) => question(each, part, answered)), receipt);
  }

  function question(each, part, answered) {
    const name = `${each.id}-${part.id}`;
    const said = make("p", { "aria-live": "polite" });
    const more = button(t("hint"), () => hint(), { hidden: true });
    let hints = [];
    const hint = () => { said.textContent = `${t("wrong")} ${hints.shift()}`; more.hidden = !hints.length; };
    const press = () => {
      const chosen = box.querySelector("input:checked");
      if (!chosen) { said.textContent = t("choose"); return; }
      const right = checksum(`${each.id}/${part.id}/${chosen.value}`) === part.sum;
      hints = right ? [] : [...(part.hints[chosen.value] ?? [])];
      more.hidden = true;
      if (hints.length) hint();
      else said.textContent = t(right ? "right" : "wrong");
      answered(part.id, right);
    };
    const box = make("fieldset", {}, make("legend", {}, `${part.id}. ${part.ask}`),
      ...part.of.map((choice) => make("label", {}, make("input", { type: "radio", name, value: choice }), spaced(choice))),
      button(t("check"), press), more, said);
    return box;
  }

  // The end of the page.

  function showFoot() {
    const lines = Object.entries(data.citations).map(([key, each]) => make("li", {}, make("strong", {}, key), ` ${each.says} `, make("span", { class: "cite" }, each.link)));
    const texts = story().articles.map((each) =>
      make("details", {}, make("summary", {}, each.file), make("blockquote", {}, make("bdi", {}, each.text))));
    fill(parts.foot, make("h2", {}, t("sources")), ...(story().source ? [make("p", {}, t("source", { source: story().source }))] : []),
      make("p", {}, t("file", { file: story().file })), make("details", {}, make("summary", {}, t("sources")), make("ul", {}, ...lines)),
      ...(texts.length ? [make("h3", {}, t("full_text")), ...texts] : []));
  }

  function showAll() {
    showHead();
    showVote();
    showWhatIf();
    showStory();
    showMachine();
    showFoot();
    writeFragment();
  }

  // For tests alone: what the page looks up, without pressing buttons.
  globalThis.lifecyclePage = { outcomes, sentences, table, law, state, data, place, cell };

  readFragment();
  build();
  showPractice();
  showAll();
})();
