/** What the server says of each text that is in view: asked once for every new state, and shared by all who show it. */

import * as vscode from "vscode";
import type { Server } from "./server";
import { reads } from "./settings";
import type { Status } from "./wording";

const REQUEST = "b1check/status";

export class Readings implements vscode.Disposable {
  private readonly known = new Map<string, Status | null>();
  private readonly changed = new vscode.EventEmitter<string>();
  private readonly parts: { dispose(): unknown }[];

  /** The URI of a document of which something new is known. */
  readonly onChange = this.changed.event;

  constructor(private readonly server: Server) {
    this.parts = [
      this.changed,
      server.onChecked((uri) => void this.refresh(uri)),
      server.onState((state) => {
        this.known.clear();
        if (state === "running") {
          this.refreshVisible();
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.refreshVisible()),
      vscode.workspace.onDidCloseTextDocument((document) => this.known.delete(document.uri.toString())),
    ];
  }

  /** Return what is known: null for a text in which there is nothing to read, undefined as long as nothing is known. */
  of(document: vscode.TextDocument): Status | null | undefined {
    return this.known.get(document.uri.toString());
  }

  dispose(): void {
    vscode.Disposable.from(...this.parts).dispose();
  }

  private refreshVisible(): void {
    for (const uri of new Set(vscode.window.visibleTextEditors.map((editor) => editor.document.uri.toString()))) {
      void this.refresh(uri);
    }
  }

  private async refresh(uri: string): Promise<void> {
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (!document || !reads(document) || this.server.state !== "running") {
      return;
    }
    const asked = { textDocument: { uri: this.server.uri(document.uri) } };
    const status = await this.server.ask<Status | null>(REQUEST, asked);
    const earlier = this.known.get(uri);
    if (status && earlier && (status.version ?? 0) < (earlier.version ?? 0)) {
      return; // an answer that a later one overtook
    }
    this.known.set(uri, status ?? null);
    this.changed.fire(uri);
  }
}
