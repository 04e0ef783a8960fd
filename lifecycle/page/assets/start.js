// The end of the page, and its beginning.

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
