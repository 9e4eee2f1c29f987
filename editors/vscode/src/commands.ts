/** What a writer can choose from the command palette and from the menu of the status bar. */

import * as vscode from "vscode";
import type { Installer } from "./installer";
import type { Readings } from "./readings";
import type { Server } from "./server";
import { reads, SECTION, settings } from "./settings";
import { barText, counted, reasonProblem } from "./wording";

const t = vscode.l10n.t;
const PROFILES = ["inwoner", "ondernemer", "professional"] as const;

export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly server: Server;
  readonly readings: Readings;
  readonly installer: Installer;
}

export function registerCommands(parts: Parts): vscode.Disposable {
  const { log, server, installer } = parts;
  const commands: Record<string, () => unknown> = {
    checkFolder: () => checkFolder(parts),
    openReport: () => openReport(parts),
    fixDocument: () => fixDocument(parts),
    ignore: () => ignore(parts),
    chooseProfile: () => chooseProfile(parts),
    toggleMarks,
    openExample: () => openExample(parts),
    install: () => installer.install(),
    restart: () => server.restart(),
    showLog: () => log.show(),
    showMenu: () => showMenu(parts),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`${SECTION}.${name}`, run)),
  );
}

/** Return the editor with the text that a command is about; says so when there is none. */
function current(server: Server): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (server.state !== "running") {
    void vscode.window.showWarningMessage(t("b1check leest nu niet mee. Kies ‘Start b1check opnieuw’ in het menu."));
    return undefined;
  }
  if (!editor || !reads(editor.document)) {
    void vscode.window.showInformationMessage(t("Open eerst een tekst, zoals een brief in .txt of .md."));
    return undefined;
  }
  return editor;
}

async function checkFolder({ server }: Parts): Promise<void> {
  if (server.state !== "running") {
    current(server);
    return;
  }
  const number = await server.execute<number>("b1check.checkWorkspace");
  if (number === undefined) {
    return;
  }
  const said =
    number === 0
      ? t("In deze map staan geen andere teksten dan die u open hebt.")
      : number === 1
        ? t("b1check heeft 1 tekst gelezen.")
        : t("b1check heeft {0} teksten gelezen.", number);
  const show = t("Toon de opmerkingen");
  if ((await vscode.window.showInformationMessage(said, ...(number ? [show] : []))) === show) {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

async function openReport({ server }: Parts): Promise<void> {
  const editor = current(server);
  if (editor) {
    await server.execute("b1check.report", server.uri(editor.document.uri));
  }
}

async function fixDocument({ server }: Parts): Promise<void> {
  const editor = current(server);
  if (!editor) {
    return;
  }
  const changed = await server.execute<boolean>("b1check.fixAll", server.uri(editor.document.uri));
  if (changed === false) {
    void vscode.window.showInformationMessage(t("b1check ziet hier niets wat het zelf veilig kan verbeteren."));
  } else if (changed) {
    void vscode.window.showInformationMessage(
      t("De veilige verbeteringen staan in uw tekst. Met ‘Ongedaan maken’ haalt u ze weer weg."),
    );
  }
}

/** Leave a remark out at its place: ask for the reason, and let the server write both into the text. */
async function ignore({ server }: Parts): Promise<void> {
  const editor = current(server);
  if (!editor) {
    return;
  }
  const place = editor.selection.active;
  const near = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter((one) => one.source === SECTION && one.range.contains(place) && ruleOf(one) !== undefined);
  if (near.length === 0) {
    void vscode.window.showInformationMessage(t("Zet de cursor eerst in woorden met een opmerking van b1check."));
    return;
  }
  const chosen = near.length === 1 ? near[0] : await pick(near);
  const rule = chosen && ruleOf(chosen);
  if (!chosen || !rule) {
    return;
  }
  const reason = await vscode.window.showInputBox({
    title: t("Negeer deze opmerking hier"),
    prompt: chosen.message,
    placeHolder: t("De reden, zoals: de wet schrijft deze woorden voor"),
    validateInput: (said) => reasonProblem(said, t),
    ignoreFocusOut: true,
  });
  if (reason) {
    const uri = server.uri(editor.document.uri);
    const { line, character } = chosen.range.start;
    await server.execute("b1check.ignoreHere", uri, rule, { line, character }, reason.trim());
  }
}

async function pick(diagnostics: readonly vscode.Diagnostic[]): Promise<vscode.Diagnostic | undefined> {
  const items = diagnostics.map((diagnostic) => ({
    label: diagnostic.message,
    description: ruleOf(diagnostic) ?? "",
    diagnostic,
  }));
  const title = t("Welke opmerking wilt u hier negeren?");
  return (await vscode.window.showQuickPick(items, { title }))?.diagnostic;
}

function ruleOf({ code }: vscode.Diagnostic): string | undefined {
  const value = typeof code === "object" ? code.value : code;
  return value === undefined ? undefined : String(value);
}

async function chooseProfile({ readings }: Parts): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const folder = document && readings.of(document)?.settingsFolder;
  if (folder) {
    const open = t("Open dat bestand");
    const said = t("Voor wie u schrijft, staat in een bestand met afspraken. Dat gaat voor op deze keuze.");
    if ((await vscode.window.showInformationMessage(said, open)) === open) {
      await openSettingsFile(vscode.Uri.parse(folder));
    }
    return;
  }
  const about = {
    inwoner: t("Iedereen. Zo zijn de regels bedoeld."),
    ondernemer: t("Mensen met een bedrijf. Woorden over belasting en vergunningen mogen vaker."),
    professional: t("Juristen, bouwers, zorgaanbieders. Vaktaal mag, en zinnen mogen langer zijn."),
  };
  const now = settings().profile;
  const items = PROFILES.map((label) => ({
    label,
    detail: about[label],
    description: label === now ? t("nu gekozen") : "",
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: t("Voor wie schrijft u?") });
  if (chosen) {
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration(SECTION).update("profile", chosen.label, target);
  }
}

async function openSettingsFile(folder: vscode.Uri): Promise<void> {
  for (const name of ["b1check.toml", "pyproject.toml"]) {
    try {
      await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name));
      return;
    } catch {
      // the other one, then
    }
  }
}

async function toggleMarks(): Promise<void> {
  const all = vscode.workspace.getConfiguration(SECTION);
  await all.update("markDifficultWords", !settings().markDifficultWords, vscode.ConfigurationTarget.Global);
}

async function openExample({ context }: Parts): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, "media", "voorbeeldbrief.txt");
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  // Not the file itself but its text, so that the writer can change all of it.
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "plaintext", content }));
}

interface Choice extends vscode.QuickPickItem {
  readonly command?: string;
}

async function showMenu({ server, readings }: Parts): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const status = document && readings.of(document);
  const item = (icon: string, label: string, command: string, detail?: string): Choice => ({
    label: `$(${icon}) ${label}`,
    command: `${SECTION}.${command}`,
    ...(detail ? { detail } : {}),
  });
  const text = [
    item("comment-unresolved", t("Toon de opmerkingen"), "showProblems", status ? counted(status, t) : ""),
    item("preview", t("Open het rapport"), "openReport"),
    item("wand", t("Verbeter alles wat veilig is"), "fixDocument"),
    item("eye-closed", t("Negeer de opmerking bij de cursor, met een reden"), "ignore"),
  ];
  const folder = [
    item("checklist", t("Controleer de hele map"), "checkFolder"),
    { ...item("person", t("Kies voor wie u schrijft"), "chooseProfile"), description: status?.profile ?? "" },
    item("symbol-color", t("Kleur achter moeilijke woorden aan of uit"), "toggleMarks"),
  ];
  const program = [
    item("refresh", t("Start b1check opnieuw"), "restart"),
    item("output", t("Toon het logboek"), "showLog"),
  ];
  const separator: Choice = { label: "", kind: vscode.QuickPickItemKind.Separator };
  const items =
    server.state === "running"
      ? [...text, separator, ...folder, separator, ...program]
      : [item("cloud-download", t("Installeer b1check op deze computer"), "install"), separator, ...program];
  const chosen = await vscode.window.showQuickPick(items, {
    title: status ? barText(status, t) : "b1check",
    placeHolder: t("Wat wilt u doen?"),
  });
  if (chosen?.command) {
    const shown = chosen.command === `${SECTION}.showProblems` ? "workbench.actions.view.problems" : chosen.command;
    await vscode.commands.executeCommand(shown);
  }
}
