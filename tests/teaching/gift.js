// Reads {text} in GIFT with a parser that is not ours, and answers one row a question: type, title, choices.
const { parse } = require("gift-pegjs");
let said = "";
process.stdin.on("data", (piece) => (said += piece));
process.stdin.on("end", () => {
  const rows = parse(JSON.parse(said).text).map((each) => [each.type, each.title, each.choices || []]);
  process.stdout.write(JSON.stringify(rows));
});
