/**
 * Shows the report of a text.
 *
 * The server makes the page and asks the editor to open it. On a computer of one's own that is in the browser. With an
 * editor that works on another computer the browser cannot reach the file, so there the page opens in the editor.
 */

import * as vscode from "vscode";
import type { ShowDocumentParams } from "vscode-languageclient/node";

const t = vscode.l10n.t;
let panel: vscode.WebviewPanel | undefined;

/** Tell whether the browser of the writer could not open what the server asks to show. */
export function isOutOfReach({ uri, external }: ShowDocumentParams): boolean {
  return external === true && uri.startsWith("file:") && vscode.env.remoteName !== undefined;
}

/** Show the page in a tab beside the text; returns whether that went well. */
export async function showInEditor(uri: vscode.Uri): Promise<boolean> {
  let page: string;
  try {
    page = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return false;
  }
  if (!panel) {
    // The page brings its own style and script and forbids all else; it may read no files.
    const options = { enableScripts: true, localResourceRoots: [] };
    const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    panel = vscode.window.createWebviewPanel("b1check.report", t("Rapport van b1check"), beside, options);
    panel.onDidDispose(() => {
      panel = undefined;
    });
  }
  panel.webview.html = page;
  panel.reveal(undefined, true);
  return true;
}
