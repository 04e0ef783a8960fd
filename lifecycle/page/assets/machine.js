// The drawing of the states, and a walk through them.

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
