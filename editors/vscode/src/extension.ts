/** Puts the extension together. All knowledge of language is in the server; here is only what the editor needs. */

import * as vscode from "vscode";
import { registerCommands } from "./commands";
import { Installer } from "./installer";
import { Marks } from "./marks";
import { onSelectedPython } from "./python";
import { Readings } from "./readings";
import { Server } from "./server";
import { NEEDS_RESTART } from "./settings";
import { StatusBar } from "./statusbar";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("b1check", { log: true });
  const running = new Server(context, log);
  server = running;
  const readings = new Readings(running);
  const installer = new Installer(context, log, running);
  context.subscriptions.push(
    log,
    running,
    readings,
    new StatusBar(running, readings),
    new Marks(readings),
    registerCommands({ context, log, server: running, readings, installer }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (NEEDS_RESTART.some((name) => change.affectsConfiguration(name))) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (running.state !== "running") {
        void running.restart();
      }
    }),
  );
  // Not waited for: the window must not wait for our server.
  void running.restart();
  const selected = await onSelectedPython(() => {
    const source = running.resolution?.found?.source;
    if (source === undefined || SOURCES_AFTER_PYTHON.has(source)) {
      void running.restart();
    }
  });
  if (selected) {
    context.subscriptions.push(selected);
  }
}

/** Sources that come at or after the selected Python: for these another Python may give another server. */
const SOURCES_AFTER_PYTHON: ReadonlySet<string> = new Set(["selectedPython", "path", "uvx", "pipx", "own"]);

export async function deactivate(): Promise<void> {
  await server?.stop();
}
