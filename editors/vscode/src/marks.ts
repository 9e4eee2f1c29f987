/**
 * A soft colour behind the words for which there is a simpler one.
 *
 * It takes no room, so no line breaks elsewhere because of it, and a mark that runs over two lines is still one mark.
 */

import * as vscode from "vscode";
import type { Readings } from "./readings";
import { settings } from "./settings";

export class Marks implements vscode.Disposable {
  private readonly look = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("b1check.difficultWordBackground"),
    borderColor: new vscode.ThemeColor("b1check.difficultWordBorder"),
    borderStyle: "solid",
    borderWidth: "0 0 1px 0",
    borderRadius: "2px",
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly parts: { dispose(): unknown }[];

  constructor(private readonly readings: Readings) {
    this.parts = [
      this.look,
      readings.onChange((uri) => this.show(uri)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.show()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("b1check")) {
          this.show();
        }
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.parts).dispose();
  }

  private show(uri?: string): void {
    const wanted = settings().enabled && settings().markDifficultWords;
    for (const editor of vscode.window.visibleTextEditors) {
      if (uri !== undefined && editor.document.uri.toString() !== uri) {
        continue;
      }
      const status = wanted ? this.readings.of(editor.document) : undefined;
      // While the answer is about an older text the marks that are there move along with the words.
      if (status && status.version !== null && status.version !== editor.document.version) {
        continue;
      }
      const ranges = (status?.difficultWords ?? []).map(
        ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character),
      );
      editor.setDecorations(this.look, ranges);
    }
  }
}
