// The parts of the page, its head, and the keys that work everywhere.

const parts = {};
const cited = (keys) => (keys.length ? make("span", { class: "cite" }, ` (${keys.join("; ")})`) : "");
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
