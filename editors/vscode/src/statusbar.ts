/** The item in the status bar: the score of the text that is in view, or what is wrong with the server. */

import * as vscode from "vscode";
import type { Readings } from "./readings";
import type { Server } from "./server";
import { reads } from "./settings";
import { barText, tooltip } from "./wording";

const t = vscode.l10n.t;

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("b1check.score", vscode.StatusBarAlignment.Right, 120);
  private readonly parts: { dispose(): unknown }[];

  constructor(
    private readonly server: Server,
    private readonly readings: Readings,
  ) {
    this.item.name = "b1check";
    this.item.command = "b1check.showMenu";
    this.parts = [
      this.item,
      server.onState(() => this.show()),
      readings.onChange(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidChangeConfiguration(() => this.show()),
    ];
    this.show();
  }

  dispose(): void {
    vscode.Disposable.from(...this.parts).dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const here = document !== undefined && reads(document);
    void vscode.commands.executeCommand("setContext", "b1check.reading", here && this.server.state === "running");
    if (!here) {
      this.item.hide();
      return;
    }
    const [text, full, warns] = this.words(document);
    this.item.text = text;
    this.item.tooltip = full;
    this.item.accessibilityInformation = { label: `b1check. ${full}`, role: "button" };
    this.item.backgroundColor = warns ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    this.item.show();
  }

  private words(document: vscode.TextDocument): [text: string, full: string, warns: boolean] {
    switch (this.server.state) {
      case "missing":
        return [t("$(warning) b1check installeren"), t("b1check staat nog niet op deze computer."), true];
      case "stopped":
        return [t("$(warning) b1check gestopt"), t("b1check is gestopt. Kies dit om opnieuw te starten."), true];
      case "running": {
        const status = this.readings.of(document);
        if (status) {
          return [`$(book) ${barText(status, t)}`, tooltip(status, t), false];
        }
        if (status === null) {
          return ["$(book) b1check", t("Hier staat niets om te lezen, of b1check slaat deze tekst over."), false];
        }
        break;
      }
    }
    return ["$(loading~spin) b1check", t("b1check leest uw tekst."), false];
  }
}
