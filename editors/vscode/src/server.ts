/** Starts and stops the language server, and says so when there is none. */

import { homedir } from "node:os";
import * as vscode from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  DocumentDiagnosticRequest,
  ErrorAction,
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  type Middleware,
  State,
} from "vscode-languageclient/node";
import { ownPython } from "./install";
import { environment, isFile, run } from "./process";
import { selectedPython } from "./python";
import { type Resolution, resolve, type World } from "./resolve";
import { isOutOfReach, showInEditor } from "./report";
import { SCHEMES, SECTION, settings } from "./settings";
import { describe, notFound, origin } from "./wording";

const t = vscode.l10n.t;
const MOST_CRASHES = 4;
const CRASH_MINUTES = 3;

export type ServerState = "off" | "starting" | "running" | "missing" | "stopped";

export class Server implements vscode.Disposable {
  private client: LanguageClient | undefined;
  private told: ServerState = "off";
  private queue: Promise<void> = Promise.resolve();
  private crashes: number[] = [];
  private readonly changed = new vscode.EventEmitter<ServerState>();
  private readonly checked = new vscode.EventEmitter<string>();
  /** Where the server comes from, and what was tried. */
  resolution: Resolution | undefined;

  readonly onState = this.changed.event;
  /** The URI of a document that has new diagnostics. */
  readonly onChecked = this.checked.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.told;
  }

  /** What the search for a server needs to know of this computer. */
  world(own: string | undefined): World {
    const { serverCommand, python, allowDownload } = settings();
    return {
      platform: process.platform,
      path: process.env.PATH ?? "",
      home: homedir(),
      trusted: vscode.workspace.isTrusted,
      serverCommand,
      python,
      allowDownload,
      version: (this.context.extension.packageJSON as { version: string }).version,
      ownPython: own,
      selectedPython,
      isFile,
      run: (command, args, seconds) => run(command, args, { cwd: this.context.extensionPath, seconds }),
    };
  }

  get storage(): string {
    return this.context.globalStorageUri.fsPath;
  }

  /** Start the server, or start it again. Calls that come together run one after the other. */
  restart(): Promise<void> {
    const next = this.queue.then(async () => {
      await this.end();
      await this.begin();
    });
    this.queue = next.catch((error: unknown) => this.log.error(String(error)));
    return next;
  }

  stop(): Promise<void> {
    const next = this.queue.then(() => this.end());
    this.queue = next.catch((error: unknown) => this.log.error(String(error)));
    return next;
  }

  /** Ask the server to do something; undefined when it is not there or does not know the command. */
  async execute<T>(command: string, ...args: unknown[]): Promise<T | undefined> {
    const client = this.running();
    if (!client) {
      return undefined;
    }
    const known = client.initializeResult?.capabilities.executeCommandProvider?.commands ?? [];
    if (!known.includes(command)) {
      void vscode.window.showWarningMessage(t("Deze versie van b1check kan dat nog niet. Installeer een nieuwere."));
      return undefined;
    }
    return (await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args })) as T;
  }

  /** Send a request of our own; undefined when the server is not there or gives an error. */
  async ask<T>(method: string, params: unknown): Promise<T | undefined> {
    try {
      return await this.running()?.sendRequest<T>(method, params);
    } catch (error) {
      this.log.debug(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  /** Return `uri` as the server knows it. */
  uri(uri: vscode.Uri): string {
    return this.client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
    this.checked.dispose();
  }

  private running(): LanguageClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  private async begin(): Promise<void> {
    if (!settings().enabled) {
      this.tell("off");
      return;
    }
    this.tell("starting");
    const own = await ownPython(this.storage, process.platform);
    this.resolution = await resolve(this.world(own));
    const { found, attempts } = this.resolution;
    for (const attempt of attempts) {
      this.log.info(t("Geprobeerd: {0}", describe(attempt, t)));
    }
    if (!found) {
      this.tell("missing");
      void this.offer();
      return;
    }
    this.log.info(t("b1check start met {0}", origin(found, t)));
    if (found.source === "own" && found.version !== this.world(own).version) {
      void this.offerNewer();
    }
    const chosen = attempts.find(({ source }) => source === "serverCommand" || source === "python");
    if (chosen) {
      // What somebody chose themselves must not go unnoticed when it does not work.
      void vscode.window.showWarningMessage(
        t("{0} werkt niet. b1check gebruikt nu {1}.", capital(describe(chosen, t)), origin(found, t)),
      );
    }
    const client = new LanguageClient(
      SECTION,
      "b1check",
      {
        command: found.command,
        args: [...found.args],
        // Not in the folder that is open: what stands there must not be imported by the server.
        options: { cwd: this.context.extensionPath, env: environment(process.env) },
      },
      this.options(),
    );
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (this.client === client && newState === State.Running) {
        this.tell("running");
      } else if (this.client === client && newState === State.Starting) {
        this.tell("starting");
      }
    });
    client.visibleDocuments.onOpen((opened) => {
      // The client asks for the remarks of cells when their notebook opens, and then its tab may not be there yet.
      const shown = new Set([...opened].map(String));
      if (vscode.workspace.notebookDocuments.some(({ uri }) => shown.has(uri.toString()))) {
        client.getFeature(DocumentDiagnosticRequest.method).refresh();
      }
    });
    try {
      await client.start();
    } catch (error) {
      this.log.error(String(error));
      this.stopped(t("b1check kon niet starten."));
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.tell("off");
    if (client) {
      await client.dispose(5_000).catch((error: unknown) => this.log.warn(String(error)));
    }
  }

  private options(): LanguageClientOptions {
    const documents = settings().languages.flatMap((language) =>
      Object.keys(SCHEMES).map((scheme) => ({ scheme, language })),
    );
    return {
      documentSelector: documents,
      outputChannel: this.log,
      initializationOptions: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration(SECTION))),
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
      middleware: this.middleware(),
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
      initializationFailedHandler: (error) => {
        this.log.error(String(error));
        return false;
      },
    };
  }

  private middleware(): Middleware {
    return {
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        const uri = "uri" in document ? document.uri : document;
        this.checked.fire(uri.toString());
        return report;
      },
      window: {
        showDocument: async (params, token, next) =>
          isOutOfReach(params)
            ? { success: await showInEditor(vscode.Uri.parse(params.uri)) }
            : await next(params, token),
      },
    };
  }

  private closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = [...this.crashes, now].filter((moment) => now - moment < CRASH_MINUTES * 60_000);
    if (this.crashes.length < MOST_CRASHES) {
      return { action: CloseAction.Restart, handled: true };
    }
    this.crashes = [];
    this.stopped(t("b1check stopt steeds. Uw tekst is niet veranderd."));
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private stopped(message: string): void {
    this.tell("stopped");
    const [again, log] = [t("Opnieuw starten"), t("Toon het logboek")];
    void vscode.window.showErrorMessage(message, again, log).then((choice) => {
      if (choice === again) {
        void this.restart();
      } else if (choice === log) {
        this.log.show();
      }
    });
  }

  private async offer(): Promise<void> {
    const [install, choose, log] = [t("Installeren"), t("Instellingen"), t("Toon het logboek")];
    const message = notFound(this.resolution?.attempts ?? [], t);
    const choice = await vscode.window.showWarningMessage(message, install, choose, log);
    if (choice === install) {
      await vscode.commands.executeCommand("b1check.install");
    } else if (choice === choose) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "@ext:b1check.b1check server");
    } else if (choice === log) {
      this.log.show();
    }
  }

  /** Our own environment stays behind when the extension gets newer; it still works. */
  private async offerNewer(): Promise<void> {
    const update = t("Bijwerken");
    const said = t("Er is een nieuwere versie van b1check voor deze extensie.");
    if ((await vscode.window.showInformationMessage(said, update)) === update) {
      await vscode.commands.executeCommand("b1check.install");
    }
  }

  private tell(state: ServerState): void {
    if (state !== this.told) {
      this.told = state;
      void vscode.commands.executeCommand("setContext", "b1check.running", state === "running");
      this.changed.fire(state);
    }
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
