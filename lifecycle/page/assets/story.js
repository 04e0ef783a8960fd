// What happened to each draft, with the words it rests on, as far as it was known on a day.

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
  const heading = `${[each.name, each.symbol, each.label, listed(each.sponsors)].filter(Boolean).join(", ")}:`;
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
