// The seats round the table, and how a ballot in one is changed.

// Where so many seats stand round a horseshoe, in percent of its width and height; null if they have no room there.
// From one seat to the next it is as far as the width or the height of a seat, whichever is needed first.
const SEAT = { wide: 18.4, high: 13 };
function horseshoe(many) {
  const fine = 1000;
  const points = Array.from({ length: fine + 1 }, (_, i) => {
    const angle = Math.PI * (1.12 - (1.24 * i) / fine);
    return [50 + 41 * Math.cos(angle), 69 - 62 * Math.sin(angle)];
  });
  let way = 0;
  const ways = points.map(([x, y], i) => {
    const [fromX, fromY] = points[Math.max(i - 1, 0)];
    return (way += Math.max(Math.abs(x - fromX) / SEAT.wide, Math.abs(y - fromY) / SEAT.high));
  });
  if (many < 2 || way < many - 1) return null;
  return Array.from({ length: many }, (_, at) => points[ways.findIndex((far) => far >= (way * at) / (many - 1) - 1e-9)]);
}

function seat(i, at, stands) {
  const made = make("button", { type: "button", "data-seat": i,
    onclick: () => change(i, 1), onkeydown: (event) => seatKeys(event, i, at) },
    make("span", { class: "mark", "aria-hidden": "true" }), make("span", { class: "name" }, story().members[i].name));
  if (stands) [made.style.left, made.style.top] = stands.map((share) => `${share}%`);
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
