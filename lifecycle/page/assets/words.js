// The page's words, and the making of elements. Knows no vote.

const data = JSON.parse(document.getElementById("content").textContent);
const BALLOTS = ["Y", "N", "A", "NP", "AB"];
const OUTCOMES = ["adopted", "vetoed", "failed"];
const LETTER = { a: "adopted", v: "vetoed", f: "failed" };


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
