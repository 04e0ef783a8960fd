// The vote: what is asked for, and what comes of the ballots.

function badge() {
  const words = edited() ? "edited" : draft().touched ? "as_file" : "as_recorded";
  const marks = [make("span", { class: `badge ${words}` }, t(words))];
  if (story().invented) marks.push(" ", make("span", { class: "badge" }, t("invented")));
  return marks;
}

function showVote() {
  const drafts = story().drafts.map((each) => [each.name, each.symbol].filter(Boolean).join("  "));
  const kinds = Object.keys(law().kinds);
  const round = horseshoe(story().members.length);
  fill(
    parts.vote,
    make("div", { class: "bar" },
      select(t("draft"), drafts, state.draft, chooseDraft, { id: "pick-draft" }),
      select(t("rule"), draft().rules.map((i) => data.laws[i].text), state.rule, chooseRule, { id: "pick-rule" }),
      select(t("kind"), kinds.map(spaced), kinds.indexOf(state.kind), (i) => { state.kind = kinds[i]; showVoteAgain("pick-kind"); }, { id: "pick-kind" }),
      button(t("reset"), reset)),
    ...(draft().roll.length ? [] : [make("p", {}, t("no_votes"))]),
    (parts.badges = make("p", {})),
    (parts.seats = make("div", { class: round ? "seats round" : "seats", role: "group", "aria-label": story().day })),
    (parts.decision = make("div", { "aria-live": "polite" })),
    sheet(),
    (parts.key = make("div", { class: "paper" })),
  );
  seatOrder().forEach((i, at) => parts.seats.append(seat(i, at, round?.[at])));
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

// How many cast each ballot, by letter; one that nobody named is unknown, except as far as it is counted.
function tallied(ballots) {
  const of = Object.fromEntries([...BALLOTS, "?"].map((letter) => [letter, ballots.filter((b) => b === letter).length]));
  for (const [letter, least] of unnamed(ballots)) {
    of[letter] += least;
    of["?"] -= least;
  }
  return of;
}

function tally(ballots, required) {
  const of = tallied(ballots);
  const count = (...letters) => letters.reduce((sum, letter) => sum + of[letter], 0);
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
  const of = tallied(ballots);
  const words = [["Y", "Y"], ["N", "N"], ["A", "A"], ["NP", "NP"], ["AB", "AB"], ["?", "unknown"]];
  return words
    .map(([letter, key]) => [of[letter], key])
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
  const said = sentences(rules, ballots);
  if (!edited() && draft().counted) said.push([draft().counted, []]);
  fill(parts.badges, ...badge());
  fill(parts.key, make("h2", {}, t("key")), make("p", {}, `${words}: ${tallyWords(ballots)}`),
    ...said.map(([text, cites]) => make("p", {}, text, cited(cites))));
  fill(
    parts.decision,
    make("p", { class: `outcome ${sure ? found[0] : "open"}` }, `${words}: ${tallyWords(ballots)}`),
    tally(ballots, rules.required),
    ...said.map(([text, cites]) => make("p", {}, text, cited(cites))),
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
  const found = nearest(rules, ballots);
  if (!found.length) return "";
  const box = make("div", {}, make("h3", {}, t("nearest")));
  for (const [outcome, least] of found) {
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
