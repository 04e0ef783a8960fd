// Reads a list of Mermaid texts from standard input and prints what Mermaid's own parser makes of each.
// The parser cleans labels with a browser's document; jsdom lends it one.
const path = require('path');
const { pathToFileURL } = require('url');
const { JSDOM } = require('jsdom');

const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
globalThis.window = new JSDOM('').window;
globalThis.document = globalThis.window.document;

async function read(mermaid, text) {
  try {
    return (await mermaid.parse(text)).diagramType;
  } catch (error) {
    return error.message;
  }
}

// NODE_PATH is not heeded by `import`, so the module is named by its file.
const entry = path.join(process.env.NODE_PATH, 'mermaid', 'dist', 'mermaid.core.mjs');
import(pathToFileURL(entry)).then(async ({ default: mermaid }) => {
  const answers = [];
  for (const text of texts) answers.push(await read(mermaid, text));
  process.stdout.write(JSON.stringify(answers));
});
