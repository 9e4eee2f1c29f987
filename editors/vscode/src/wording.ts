/** The words that the extension says by itself. Dutch is their language; a bundle in `l10n/` may translate them. */

import type { Failure } from "./install";
import { type Attempt, type Found, OLDEST_PYTHON, type Problem, type Source } from "./resolve";

/** `vscode.l10n.t`, or a stand-in for tests. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** What the server tells about one text; see `lsp_server/features/status.py`. */
export interface Status {
  readonly uri: string;
  readonly version: number | null;
  readonly score: number | null;
  readonly verdict: string;
  readonly summary: string;
  readonly details: string;
  readonly profile: string | null;
  readonly settingsFolder: string | null;
  readonly counts: { readonly fout: number; readonly letOp: number; readonly tip: number };
  readonly difficultWords: readonly {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  }[];
}

const PYTHON = OLDEST_PYTHON.join(".");

/** Say in one message that there is no server, what was tried, and what to do. */
export function notFound(attempts: readonly Attempt[], t: Translate): string {
  const tried = attempts.map((attempt) => describe(attempt, t)).join("; ");
  const first = t("b1check staat nog niet op deze computer.");
  const next = t("Kies ‘Installeren’, of vraag hulp aan uw ICT-afdeling.");
  return tried ? `${first} ${t("Geprobeerd: {0}.", tried)} ${next}` : `${first} ${next}`;
}

/** Say of one place why it gave no server. */
export function describe(attempt: Attempt, t: Translate): string {
  return `${place(attempt.source, t)} (${problem(attempt, t)})`;
}

/** Say where the server comes from. */
export function origin(found: Found, t: Translate): string {
  return t("{0}: {1}", place(found.source, t), [found.command, ...found.args].join(" "));
}

function place(source: Source, t: Translate): string {
  const names: Record<Source, string> = {
    serverCommand: t("de instelling b1check.serverCommand"),
    python: t("de instelling b1check.python"),
    selectedPython: t("de gekozen Python"),
    path: t("de opdracht b1check-lsp"),
    uvx: "uvx",
    pipx: "pipx",
    own: t("de eigen installatie"),
  };
  return names[source];
}

function problem({ problem: name, where, detail }: Attempt, t: Translate): string {
  const words: Record<Problem, string> = {
    notFound: where.includes("/") || where.includes("\\") ? t("{0} bestaat niet", where) : t("niet gevonden"),
    noPython: t("{0} is geen Python die werkt", where),
    oldPython: t("Python {0} is te oud, b1check heeft {1} nodig", detail, PYTHON),
    noB1check: t("b1check zit niet in {0}", where),
    noServer: t("de taalserver zit niet in {0}", where),
    failed: detail ? t("gaf een fout: {0}", detail) : t("gaf een fout"),
    untrusted: t("niet gebruikt, want u vertrouwt deze map niet"),
    notAllowed: t("mag niets van internet halen"),
  };
  return words[name];
}

/** Say why the installation failed, and what to do. */
export function installFailed(failure: Exclude<Failure, "cancelled">, detail: string, t: Translate): string {
  const words: Record<Exclude<Failure, "cancelled">, string> = {
    noPython: t(
      "b1check heeft Python {0} of nieuwer nodig, en dat staat niet op deze computer. Installeer Python, of kies een Python bij de instelling b1check.python.",
      PYTHON,
    ),
    noVenv: t(
      "Deze Python kan geen omgeving maken. Op Debian en Ubuntu helpt: installeer het pakket python3-venv. Probeer het daarna opnieuw.",
    ),
    noNetwork: t(
      "b1check kan niet bij het internet. Vraag uw ICT-afdeling om een map met de bestanden van b1check, en kies die map bij de instelling b1check.installFrom.",
    ),
    notInIndex: t(
      "b1check is daar niet te vinden. Kies bij de instelling b1check.installFrom een map waar b1check in staat.",
    ),
    diskFull: t("De schijf is vol. Maak 1 GB vrij en probeer het opnieuw."),
    noRights: t("U mag daar geen bestanden maken. Vraag hulp aan uw ICT-afdeling."),
    other: t("De installatie is niet gelukt. In het logboek staat waarom."),
  };
  const known = words[failure];
  return failure === "other" && detail ? `${known} ${t("De laatste regel: {0}", detail)}` : known;
}

/** Say in a few words how a text does, for the status bar. */
export function barText(status: Status, t: Translate): string {
  return status.score === null
    ? `b1check: ${remarks(status, t)}`
    : t("b1check: {0}, {1}", status.score, status.verdict.replace(/\.$/, ""));
}

/** Say the same in full, for who hears it read aloud and for who points at it. */
export function tooltip(status: Status, t: Translate): string {
  return [status.details, counted(status, t)].filter(Boolean).join("\n\n");
}

export function total(status: Status): number {
  const { fout, letOp, tip } = status.counts;
  return fout + letOp + tip;
}

function remarks(status: Status, t: Translate): string {
  const number = total(status);
  return number === 0 ? t("geen opmerkingen") : number === 1 ? t("1 opmerking") : t("{0} opmerkingen", number);
}

export function counted(status: Status, t: Translate): string {
  const { fout, letOp, tip } = status.counts;
  const parts = [
    fout === 0 ? "" : fout === 1 ? t("1 fout") : t("{0} fouten", fout),
    letOp === 0 ? "" : t("{0} keer let op", letOp),
    tip === 0 ? "" : tip === 1 ? t("1 tip") : t("{0} tips", tip),
  ].filter(Boolean);
  return parts.length === 0 ? t("Geen opmerkingen.") : `${remarks(status, t)}: ${parts.join(", ")}.`;
}

/** Return what is wrong with a reason for leaving a remark out; "" when it will do. */
export function reasonProblem(reason: string, t: Translate): string {
  const said = reason.trim();
  if (said.length < 3) {
    return t("Schrijf in een paar woorden waarom deze opmerking hier niet klopt.");
  }
  return /--|[\r\n\]]/.test(said)
    ? t("Gebruik in de reden geen streepjes achter elkaar, geen ] en geen nieuwe regel.")
    : "";
}
