/** Our settings. Those of `lsp_server/settings.py` go to the server; the others are for the extension. */

import * as vscode from "vscode";

export const SECTION = "b1check";
/** After a change of one of these the server starts again. */
export const NEEDS_RESTART = ["enabled", "languages", "serverCommand", "python", "allowDownload"].map(
  (name) => `${SECTION}.${name}`,
);

export interface Settings {
  readonly enabled: boolean;
  readonly languages: readonly string[];
  readonly profile: string;
  readonly markDifficultWords: boolean;
  readonly serverCommand: readonly string[];
  readonly python: string;
  readonly allowDownload: boolean;
  readonly installFrom: string;
}

export function settings(): Settings {
  const all = vscode.workspace.getConfiguration(SECTION);
  return {
    enabled: all.get("enabled", true),
    languages: all.get("languages", ["plaintext", "markdown", "html"]),
    profile: all.get("profile", "inwoner"),
    markDifficultWords: all.get("markDifficultWords", true),
    serverCommand: all.get("serverCommand", []),
    python: all.get("python", "").trim(),
    allowDownload: all.get("allowDownload", false),
    installFrom: all.get("installFrom", "").trim(),
  };
}

/** Tell whether b1check reads along in a document. */
export function reads(document: vscode.TextDocument): boolean {
  const { enabled, languages } = settings();
  return enabled && languages.includes(document.languageId) && document.uri.scheme in SCHEMES;
}

/**
 * The kinds of documents that a server on the same computer can read: saved ones, those that are not saved yet, and the
 * cells with text of a notebook.
 */
export const SCHEMES: Readonly<Record<string, true>> = { file: true, untitled: true, "vscode-notebook-cell": true };
