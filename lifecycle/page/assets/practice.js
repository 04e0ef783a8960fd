// Questions with hints. Nothing leaves the page.

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
