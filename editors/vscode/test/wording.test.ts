import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Attempt, Problem } from "../src/resolve";
import {
  barText,
  describe as describeAttempt,
  installFailed,
  notFound,
  reasonProblem,
  type Status,
  tooltip,
  type Translate,
} from "../src/wording";

/** As `vscode.l10n.t` does without a translation. */
const t: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)]));

const STATUS: Status = {
  uri: "file:///brief.txt",
  version: 1,
  score: 83,
  verdict: "past waarschijnlijk bij lezers op B1",
  summary: "b1check: 83 van 100",
  details: "Score: 83 van 100: past waarschijnlijk bij lezers op B1.",
  profile: "inwoner",
  settingsFolder: null,
  counts: { fout: 1, letOp: 2, tip: 0 },
  difficultWords: [],
};

describe("no server", () => {
  const attempts: Attempt[] = [
    { source: "serverCommand", where: "/opt/b1check-lsp", problem: "notFound", detail: "" },
    { source: "selectedPython", where: "/env/python", problem: "oldPython", detail: "3.9.2" },
    { source: "path", where: "b1check-lsp", problem: "notFound", detail: "" },
  ];

  test("one message says all that was tried, and what to do", () => {
    assert.equal(
      notFound(attempts, t),
      "b1check staat nog niet op deze computer. Geprobeerd: de instelling b1check.serverCommand (/opt/b1check-lsp " +
        "bestaat niet); de gekozen Python (Python 3.9.2 is te oud, b1check heeft 3.11 nodig); de opdracht b1check-lsp " +
        "(niet gevonden). Kies ‘Installeren’, of vraag hulp aan uw ICT-afdeling.",
    );
  });

  test("every problem has words, without holes", () => {
    const problems: Problem[] = ["notFound", "noPython", "oldPython", "noB1check", "noServer", "failed", "untrusted"];
    for (const problem of [...problems, "notAllowed"] as Problem[]) {
      const said = describeAttempt({ source: "python", where: "/p", problem, detail: "x" }, t);
      assert.match(said, /^de instelling b1check\.python \(.+\)$/);
      assert.doesNotMatch(said, /undefined|\{\d\}/);
    }
  });
});

describe("the status bar", () => {
  test("the score with its verdict", () => {
    assert.equal(barText(STATUS, t), "b1check: 83, past waarschijnlijk bij lezers op B1");
  });

  test("without a score the number of remarks", () => {
    const counted = (fout: number) => barText({ ...STATUS, score: null, counts: { fout, letOp: 0, tip: 0 } }, t);
    assert.deepEqual([0, 1, 2].map(counted), [
      "b1check: geen opmerkingen",
      "b1check: 1 opmerking",
      "b1check: 2 opmerkingen",
    ]);
  });

  test("in full", () => {
    assert.equal(tooltip(STATUS, t), `${STATUS.details}\n\n3 opmerkingen: 1 fout, 2 keer let op.`);
  });
});

describe("a reason", () => {
  test("must say something, and must fit in a comment", () => {
    assert.equal(reasonProblem("de wet schrijft dit voor", t), "");
    for (const wrong of ["", "  x ", "een -- twee", "regel\nregel", "haak ] dicht"]) {
      assert.notEqual(reasonProblem(wrong, t), "", wrong);
    }
  });
});

test("a failed installation says what to do", () => {
  assert.match(installFailed("noNetwork", "", t), /ICT-afdeling.*b1check\.installFrom/);
  assert.match(installFailed("other", "boem", t), /boem$/);
});

describe("the texts of the settings and commands", () => {
  const read = (name: string) => JSON.parse(readFileSync(name, "utf8")) as Record<string, string>;
  const [english, dutch, manifest] = [
    read("package.nls.json"),
    read("package.nls.nl.json"),
    readFileSync("package.json", "utf8"),
  ];
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));

  test("both languages have all, and nothing else", () => {
    assert.deepEqual(Object.keys(dutch), Object.keys(english));
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  });

  test("Dutch is not English", () => {
    for (const [key, text] of Object.entries(dutch)) {
      assert.notEqual(text, english[key], key);
    }
  });

  test("both name the same settings and links", () => {
    const marks = (text: string) => [...text.matchAll(/`[^`]+`|\(command:[^)]+\)/g)].map(([mark]) => mark).sort();
    for (const [key, text] of Object.entries(dutch)) {
      assert.deepEqual(marks(text), marks(english[key] ?? ""), key);
    }
  });
});
