// Writes l10n/bundle.l10n.json: every sentence that the extension says by itself, for who translates it.
// `--check` writes nothing, and fails when the file is not up to date.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const CALL = /(?<![\w.])t\(\s*("(?:[^"\\]|\\.)*")/g;
const FILE = "l10n/bundle.l10n.json";

const sentences = new Set();
for (const name of readdirSync("src").sort()) {
  for (const [, text] of readFileSync(`src/${name}`, "utf8").matchAll(CALL)) {
    sentences.add(JSON.parse(text));
  }
}
const bundle = `${JSON.stringify(Object.fromEntries([...sentences].map((text) => [text, text])), null, 2)}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, bundle);
} else if (readFileSync(FILE, "utf8") !== bundle) {
  process.stderr.write(`${FILE} is not up to date: npm run l10n\n`);
  process.exit(1);
}
