// Asks VS Code itself, in its extension host, what our extension gives. Writes what it saw to the file in
// B1CHECK_SEEN, as JSON; test_in_host.py says what that must be. VS Code lists actions of others as well.
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

const OURS = "b1check.b1check";

/** Wait until `look` gives something; an event of VS Code says when to look again. */
function when(event, look) {
  return new Promise((done) => {
    let ended = false;
    const listener = event(() => again());
    const again = async () => {
      const found = await look();
      if (found && !ended) {
        ended = true;
        listener.dispose();
        done(found);
      }
    };
    void again();
  });
}

function remarks(uri) {
  return vscode.languages.getDiagnostics(uri).filter((one) => one.source === "b1check");
}

async function see() {
  const folder = vscode.workspace.workspaceFolders[0].uri;
  const uri = vscode.Uri.joinPath(folder, "brief.txt");
  const extension = vscode.extensions.getExtension(OURS);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  await extension.activate();
  const diagnostics = await when(vscode.languages.onDidChangeDiagnostics, () => {
    const found = remarks(uri);
    return found.length > 0 && found;
  });
  const hard = diagnostics.find((one) => document.getText(one.range) === "indien");
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const ask = async (command, ...args) => (await vscode.commands.executeCommand(command, uri, ...args)) ?? [];
  const actions = await ask("vscode.executeCodeActionProvider", hard.range, undefined, 99);
  const hovers = await ask("vscode.executeHoverProvider", hard.range.start);
  const hints = await ask("vscode.executeInlayHintProvider", whole);
  const lenses = await ask("vscode.executeCodeLensProvider", 9);
  const symbols = await ask("vscode.executeDocumentSymbolProvider");
  const seen = {
    vscode: vscode.version,
    trusted: vscode.workspace.isTrusted,
    version: extension.packageJSON.version,
    remarks: diagnostics.map((one) => ({
      rule: typeof one.code === "object" ? one.code.value : one.code,
      link: typeof one.code === "object" ? one.code.target.toString() : "",
      words: document.getText(one.range),
      severity: vscode.DiagnosticSeverity[one.severity],
    })),
    actions: actions.map((one) => one.title),
    hover: hovers.flatMap((one) => one.contents.map((part) => part.value)).join("\n"),
    hints: hints.map((one) => one.label),
    lenses: lenses.map((one) => one.command?.title),
    symbols: symbols.map((one) => one.name),
    commands: (await vscode.commands.getCommands(true)).filter((name) => name.startsWith("b1check.")),
  };
  const fix = actions.find((one) => one.title.startsWith("Schrijf: ‘als’"));
  const settled = when(vscode.languages.onDidChangeDiagnostics, () =>
    remarks(uri).every((one) => document.getText(one.range) !== "indien"),
  );
  await vscode.workspace.applyEdit(fix.edit);
  await settled;
  seen.fixed = document.getText();
  // One change of a setting must reach the server, and come back as other remarks.
  const all = vscode.workspace.getConfiguration("b1check");
  const silent = when(vscode.languages.onDidChangeDiagnostics, () => remarks(uri).length === 0);
  await all.update("select", ["dubbele-ontkenning"], vscode.ConfigurationTarget.Global);
  await silent;
  seen.silent = true;
  await all.update("select", undefined, vscode.ConfigurationTarget.Global);
  seen.cells = await seeNotebook(vscode.Uri.joinPath(folder, "schrift.ipynb"));
  return seen;
}

/** A cell with text is read like any other text; one with code is not. Undefined in a folder without a notebook. */
async function seeNotebook(uri) {
  const there = await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!there) {
    return undefined;
  }
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  await vscode.window.showNotebookDocument(notebook);
  const [text, code] = notebook.getCells().map((cell) => cell.document);
  const found = await when(vscode.languages.onDidChangeDiagnostics, () => {
    const seen = remarks(text.uri);
    return seen.length > 0 && seen;
  });
  const hard = found.find((one) => text.getText(one.range) === "indien");
  // Only of a cell that is being written in VS Code knows what can be chosen.
  const inside = () => vscode.window.visibleTextEditors.some(({ document }) => document === text);
  const writing = when(vscode.window.onDidChangeVisibleTextEditors, inside);
  await vscode.commands.executeCommand("notebook.cell.edit");
  await writing;
  const provider = "vscode.executeCodeActionProvider";
  const actions = await vscode.commands.executeCommand(provider, text.uri, hard.range, undefined, 99);
  const words = found.map((one) => text.getText(one.range));
  const fixed = when(vscode.languages.onDidChangeDiagnostics, () =>
    remarks(text.uri).every((one) => text.getText(one.range) !== "indien"),
  );
  await vscode.workspace.applyEdit(actions.find((one) => one.title.startsWith("Schrijf: ‘als’")).edit);
  await fixed;
  return { words, code: remarks(code.uri).length, fixed: text.getText() };
}

exports.activate = () => {
  const file = process.env.B1CHECK_SEEN;
  if (!file) {
    return;
  }
  const tell = (seen) => {
    fs.writeFileSync(`${file}.new`, JSON.stringify(seen));
    fs.renameSync(`${file}.new`, path.resolve(file));
    vscode.window.setStatusBarMessage("asked and answered"); // so that the browser knows as well
  };
  see().then(tell, (error) => tell({ error: String(error?.stack ?? error) }));
};
