/** Installs b1check in an environment of our own, where the writer can see it and stop it. */

import * as vscode from "vscode";
import { InstallError, install, ownPython, tidy } from "./install";
import { run } from "./process";
import type { Server } from "./server";
import { settings } from "./settings";
import { installFailed } from "./wording";

const t = vscode.l10n.t;

export class Installer {
  private busy = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
    private readonly server: Server,
  ) {}

  async install(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    const error = await this.attempt().finally(() => {
      this.busy = false;
    });
    // Only now may something be asked: whoever chooses to try again must not find us busy.
    if (error) {
      await this.failed(error);
    } else {
      void vscode.window.showInformationMessage(t("b1check staat klaar. U ziet de opmerkingen in uw tekst."));
    }
  }

  /** Install, and return what went wrong. */
  private async attempt(): Promise<unknown> {
    try {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: t("b1check installeren"), cancellable: true },
        (progress, token) => this.work(progress, token),
      );
      await this.server.restart();
      await tidy(this.server.storage, process.platform);
      return undefined;
    } catch (error) {
      return error;
    }
  }

  private async work(progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken): Promise<void> {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const said = {
      environment: t("Een eigen plek maken"),
      package: t("b1check ophalen. Dit duurt een paar minuten."),
      test: t("Kijken of het werkt"),
    };
    await install({
      world: this.server.world(await ownPython(this.server.storage, process.platform)),
      storage: this.server.storage,
      installFrom: settings().installFrom,
      onStep: (name) => progress.report({ message: said[name] }),
      cancelled: () => stop.signal.aborted,
      run: (command, args, seconds) => {
        this.log.info([command, ...args].join(" "));
        return run(command, args, {
          cwd: this.context.extensionPath,
          seconds,
          signal: stop.signal,
          onLine: (line) => this.log.info(line),
        });
      },
    });
  }

  private async failed(error: unknown): Promise<void> {
    this.log.error(String(error));
    const [failure, detail] = error instanceof InstallError ? [error.failure, error.detail] : (["other", ""] as const);
    if (failure === "cancelled") {
      return;
    }
    const message = installFailed(failure, detail, t);
    const [again, log, choose] = [t("Probeer opnieuw"), t("Toon het logboek"), t("Instellingen")];
    const choice = await vscode.window.showErrorMessage(message, again, log, choose);
    if (choice === again) {
      void vscode.commands.executeCommand("b1check.install");
    } else if (choice === log) {
      this.log.show();
    } else if (choice === choose) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "@ext:b1check.b1check installFrom");
    }
  }
}
