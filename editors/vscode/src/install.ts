/**
 * Makes an environment of our own with b1check in it. Knows nothing of VS Code.
 *
 * A new environment gets a folder of its own, and only when it works does `environment.json` point to it. So a
 * server that runs keeps its files, and an installation that fails or is stopped leaves what was there.
 */

import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Ended, isOld, lastLine, onPath, probe, program, requirement, type World } from "./resolve";

const POINTER = "environment.json";
const PREFIX = "env-";
const STEP_SECONDS = 900;
/** The Python that uv gets when the computer has none that is new enough. */
const UV_PYTHON = "3.12";

/** Why an installation failed, as far as we can tell from what pip said. */
export type Failure =
  "cancelled" | "noPython" | "noVenv" | "noNetwork" | "notInIndex" | "diskFull" | "noRights" | "other";

export class InstallError extends Error {
  constructor(
    readonly failure: Failure,
    readonly detail: string,
  ) {
    super(`${failure}: ${detail}`);
  }
}

/** What can make the environment: a Python with venv and pip, or uv. */
export interface Maker {
  readonly kind: "python" | "uv";
  readonly command: string;
}

export interface Step {
  readonly name: "environment" | "package";
  readonly command: string;
  readonly args: readonly string[];
}

export interface Work {
  readonly world: World;
  /** Where environments stand: a folder that is ours alone. */
  readonly storage: string;
  /** A wheel, or a folder with wheels for a computer without internet; "" for the package index. */
  readonly installFrom: string;
  onStep(name: Step["name"] | "test"): void;
  run(command: string, args: readonly string[], seconds: number): Promise<Ended>;
  cancelled(): boolean;
}

/** Return the Python of the environment that was made before; undefined when there is none. */
export async function ownPython(storage: string, platform: NodeJS.Platform): Promise<string | undefined> {
  try {
    const told: unknown = JSON.parse(await readFile(join(storage, POINTER), "utf8"));
    const folder = (told as { folder?: unknown }).folder;
    // Only a name: the file may not point to another place.
    return typeof folder === "string" && /^env-[\w.-]+$/.test(folder)
      ? pythonIn(join(storage, folder), platform)
      : undefined;
  } catch {
    return undefined;
  }
}

export function pythonIn(environment: string, platform: NodeJS.Platform): string {
  return platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python");
}

/** Return what can make an environment: the first Python that is new enough, and else uv. */
export async function findMaker(world: World): Promise<Maker | undefined> {
  const named = [world.python, world.trusted ? await world.selectedPython() : undefined];
  const onThePath =
    world.platform === "win32"
      ? ["py", "python", "python3"]
      : ["python3", "python3.13", "python3.12", "python3.11", "python"];
  for (const name of [...named, ...onThePath]) {
    const command = name ? await program(name, world) : undefined;
    // Windows has a `python` that only opens its shop, so we look whether it runs.
    const told = command ? await probe(command, world) : "";
    if (command && typeof told !== "string" && !isOld(told.python)) {
      return { kind: "python", command };
    }
  }
  const uv = await onPath("uv", world);
  return uv ? { kind: "uv", command: uv } : undefined;
}

/** Return what to run to make `environment` with b1check in it. */
export function steps(
  maker: Maker,
  environment: string,
  platform: NodeJS.Platform,
  version: string,
  from: { readonly path: string; readonly isFolder: boolean } | undefined,
): Step[] {
  const python = pythonIn(environment, platform);
  const sources = from ? ["--find-links", from.isFolder ? from.path : dirname(from.path)] : [];
  // A folder is for a computer without internet, so there pip need not wait for an index that it cannot reach.
  const index = from?.isFolder ? ["--no-index"] : [];
  const wanted = from && !from.isFolder ? `b1check[lsp] @ ${fileAddress(from.path, platform)}` : requirement(version);
  if (maker.kind === "uv") {
    const offline = from?.isFolder ? ["--offline"] : [];
    return [
      { name: "environment", command: maker.command, args: ["venv", "--python", UV_PYTHON, ...offline, environment] },
      {
        name: "package",
        command: maker.command,
        args: ["pip", "install", "--python", python, ...offline, ...index, ...sources, wanted],
      },
    ];
  }
  const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"];
  return [
    { name: "environment", command: maker.command, args: ["-m", "venv", environment] },
    { name: "package", command: python, args: [...pip, ...index, ...sources, wanted] },
  ];
}

/** Install b1check and return the Python that has it. Throws an {@link InstallError}. */
export async function install(work: Work): Promise<string> {
  const { world, storage } = work;
  const from = await source(work.installFrom);
  const maker = await findMaker(world);
  if (!maker) {
    throw new InstallError("noPython", "");
  }
  const name = `${PREFIX}${world.version}-${randomUUID().slice(0, 8)}`;
  const environment = join(storage, name);
  await mkdir(storage, { recursive: true });
  try {
    for (const step of steps(maker, environment, world.platform, world.version, from)) {
      work.onStep(step.name);
      check(await work.run(step.command, step.args, STEP_SECONDS), work);
    }
    work.onStep("test");
    const python = pythonIn(environment, world.platform);
    check(await work.run(python, ["-m", "lsp_server", "--version"], STEP_SECONDS), work);
    // Written beside and then renamed: the pointer is whole or the old one.
    await writeFile(join(storage, `${POINTER}.new`), JSON.stringify({ folder: name }), "utf8");
    await rename(join(storage, `${POINTER}.new`), join(storage, POINTER));
    return python;
  } catch (error) {
    await rm(environment, { recursive: true, force: true });
    throw error;
  }
}

/** Throw away environments that nothing points to. One that still runs cannot go on Windows; it goes another time. */
export async function tidy(storage: string, platform: NodeJS.Platform): Promise<void> {
  const used = await ownPython(storage, platform);
  for (const name of await readdir(storage).catch(() => [])) {
    if (name.startsWith(PREFIX) && !(used && used === pythonIn(join(storage, name), platform))) {
      await rm(join(storage, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function check(ended: Ended, work: Work): void {
  if (work.cancelled()) {
    throw new InstallError("cancelled", "");
  }
  if (ended.code !== 0) {
    throw new InstallError(failureIn(`${ended.stdout}\n${ended.stderr}`), lastLine(ended));
  }
}

/** Tell from what pip or venv said why it failed. */
export function failureIn(said: string): Failure {
  const known: readonly [RegExp, Failure][] = [
    [/No space left|not enough space|ENOSPC|Errno 28/i, "diskFull"],
    [/ensurepip is not available|No module named '?(venv|ensurepip|pip)\b/i, "noVenv"],
    [/Permission denied|Access is denied|EACCES|Errno 13/i, "noRights"],
    [
      /NewConnectionError|ConnectionError|ConnectTimeout|ProxyError|SSLError|certificate verify failed|Temporary failure in name|Failed to establish|error sending request|network (is )?unreachable|Could not connect/i,
      "noNetwork",
    ],
    [
      /No matching distribution|not found in the package registry|No solution found|Could not find a version/i,
      "notInIndex",
    ],
  ];
  return known.find(([pattern]) => pattern.test(said))?.[1] ?? "other";
}

async function source(path: string): Promise<{ path: string; isFolder: boolean } | undefined> {
  if (!path) {
    return undefined;
  }
  try {
    return { path, isFolder: (await stat(path)).isDirectory() };
  } catch {
    throw new InstallError("notInIndex", path);
  }
}

function fileAddress(path: string, platform: NodeJS.Platform): string {
  const parts = (platform === "win32" ? path.replaceAll("\\", "/") : path).split("/").map(encodeURIComponent);
  // A drive letter keeps its colon, and comes after a third slash.
  return `file://${platform === "win32" ? "/" : ""}${parts.join("/").replace(/^([A-Za-z])%3A/, "$1:")}`;
}
