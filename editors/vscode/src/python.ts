/** Asks the Python extension of Microsoft, if it is there, which Python is selected. We work without it as well. */

import * as vscode from "vscode";

const ID = "ms-python.python";

/** The part of its public interface that we use. */
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(
      environment: unknown,
    ): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

async function environments(): Promise<PythonApi["environments"]> {
  const extension = vscode.extensions.getExtension<PythonApi | undefined>(ID);
  if (!extension) {
    return undefined;
  }
  try {
    return (extension.isActive ? extension.exports : await extension.activate())?.environments;
  } catch {
    return undefined; // its trouble is not ours
  }
}

export async function selectedPython(): Promise<string | undefined> {
  try {
    const known = await environments();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const resolved = await known?.resolveEnvironment(known.getActiveEnvironmentPath(folder));
    return resolved?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

/** Call `then` when another Python is selected; returns what ends that. */
export async function onSelectedPython(then: () => void): Promise<vscode.Disposable | undefined> {
  return (await environments())?.onDidChangeActiveEnvironmentPath(then);
}
