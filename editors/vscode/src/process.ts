/** Runs other programs. Never in the folder that is open: what stands there must not decide what runs. */

import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import type { Ended } from "./resolve";

const MOST_CHARACTERS = 200_000;

export interface RunOptions {
  readonly cwd: string;
  readonly seconds: number;
  readonly signal?: AbortSignal;
  /** Called with every line of output as it comes. */
  readonly onLine?: (line: string) => void;
}

/** The variables for every Python that we start: nothing from the current folder is imported, and text is UTF-8. */
export function environment(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...variables, PYTHONSAFEPATH: "1", PYTHONUTF8: "1", PYTHONUNBUFFERED: "1" };
}

/** Run a program to its end. Never throws: a program that cannot be started has no exit code. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  try {
    return await start(command, args, options);
  } catch (error) {
    return { code: null, stdout: "", stderr: String(error) };
  }
}

function start(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  return new Promise((done) => {
    const output = { stdout: "", stderr: "" };
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: environment(process.env),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      timeout: options.seconds * 1000,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    for (const name of ["stdout", "stderr"] as const) {
      let rest = "";
      child[name].setEncoding("utf8").on("data", (text: string) => {
        output[name] = (output[name] + text).slice(-MOST_CHARACTERS);
        const lines = (rest + text).split(/\r?\n/);
        rest = lines.pop() ?? "";
        for (const line of lines) {
          options.onLine?.(line);
        }
      });
    }
    let failure = "";
    child.on("error", (error) => {
      failure = error.message;
    });
    child.on("close", (code) => {
      done({ code: failure ? null : code, stdout: output.stdout, stderr: output.stderr + failure });
    });
  });
}

export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
