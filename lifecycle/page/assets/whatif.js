// The same ballots under each rule, and beside another story.

function showWhatIf() {
  const ballots = roll();
  const rows = draft().rules.map((index) => {
    const one = data.laws[index];
    const found = outcomes(one.kinds[state.kind], ballots);
    const words = found.map((each) => t(each)).join(` ${t("or")} `);
    const [holder, other] = one.power;
    const others = holder ? "power_other" : "power_each";
    const shares = [holder && t("power_holder", { share: holder }), other && t(others, { share: other })];
    return make("tr", {}, make("th", { scope: "row" }, one.text), make("td", {}, words), make("td", {}, listed(shares.filter(Boolean))));
  });
  const heads = ["rule", "ends_head", "power"].map((key) => make("th", { scope: "col" }, t(key)));
  fill(parts.whatif, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("whatif") },
    make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows))),
    ...forecastBox(), ...compareBox(ballots));
}

function forecastBox() {
  const found = story().forecast[draft().name];
  if (!found) return [];
  const lines = found.map(([outcome, exact, percent]) => make("li", {}, t("forecast_line", { outcome: t(outcome), percent, exact })));
  return [make("h3", {}, t("forecast")), make("p", { class: "soft" }, t("forecast_help")), make("ul", {}, ...lines)];
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
