// Where the reader is: which story, draft, rule, ballots and day; and that as the fragment of the address.

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
