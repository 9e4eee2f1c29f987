/**
 * Finds a program that can be our server. Knows nothing of VS Code, so that every order of events can be tested.
 *
 * The first of these that works wins: the setting `b1check.serverCommand`, the setting `b1check.python`, the Python
 * that is selected in the editor, `b1check-lsp` on PATH, `uvx`, `pipx run`, and the environment that we made ourselves.
 * An answer always tells what was tried before, so that a writer can be told what to do.
 */

import { posix, win32 } from "node:path";

/** Where a server can come from, in the order in which we look. */
export const SOURCES = ["serverCommand", "python", "selectedPython", "path", "uvx", "pipx", "own"] as const;
export type Source = (typeof SOURCES)[number];

/** Why a place did not give a server. */
export type Problem =
  | "notFound" // there is no such file, or nothing of that name on PATH
  | "noPython" // the file is there, but is no Python that runs
  | "oldPython" // older than b1check can use
  | "noB1check" // a Python without b1check
  | "noServer" // b1check without the extra that the server needs
  | "failed" // it runs, but ends with an error
  | "untrusted" // may not be used while the folder is not trusted
  | "notAllowed"; // would download something, and nobody said that it may

export interface Attempt {
  readonly source: Source;
  /** What was tried, such as a path; "" where there was nothing to try. */
  readonly where: string;
  readonly problem: Problem;
  /** What the program said, or its version. */
  readonly detail: string;
}

export interface Found {
  readonly source: Source;
  readonly command: string;
  readonly args: readonly string[];
  /** The version of b1check, where we know it before it starts. */
  readonly version: string | undefined;
}

export interface Resolution {
  readonly found: Found | undefined;
  readonly attempts: readonly Attempt[];
}

/** How a program ended; `code` is null when it could not be started or took too long. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** All that the search needs to know of the world. */
export interface World {
  readonly platform: NodeJS.Platform;
  /** Only the variables that matter: PATH. */
  readonly path: string;
  readonly home: string;
  /** Whether the writer trusts the folder that is open. */
  readonly trusted: boolean;
  readonly serverCommand: readonly string[];
  readonly python: string;
  readonly allowDownload: boolean;
  /** The version of b1check that belongs to this extension. */
  readonly version: string;
  /** The Python of the environment that we made; undefined without one. */
  readonly ownPython: string | undefined;
  /** Return the Python that is selected in the editor, if another extension knows one. */
  selectedPython(): Promise<string | undefined>;
  isFile(path: string): Promise<boolean>;
  run(command: string, args: readonly string[], seconds: number): Promise<Ended>;
}

/** The oldest Python that b1check runs on. */
export const OLDEST_PYTHON = [3, 11] as const;
const SERVER = "b1check-lsp";
const MODULE = ["-m", "lsp_server"];
const PROBE_SECONDS = 30; // the first start of a Python can be slow where a virus scanner reads along
const DOWNLOAD_SECONDS = 600;
/** Prints what a Python has, as one line of JSON; must run on a Python of any age. */
export const PROBE = [
  "import json, sys",
  "def has(name):",
  "    try:",
  "        from importlib.util import find_spec",
  "        return find_spec(name) is not None",
  "    except Exception:",
  "        return False",
  "version = None",
  "if has('b1check') and has('lsp_server'):",
  "    import b1check",
  "    version = b1check.__version__",
  "told = {'python': list(sys.version_info[:3]), 'b1check': version, 'server': has('pygls')}",
  "print('b1check-probe ' + json.dumps(told))",
].join("\n");

/** What {@link PROBE} tells. */
export interface Probed {
  readonly python: readonly number[];
  readonly b1check: string | null;
  readonly server: boolean;
}

export async function resolve(world: World): Promise<Resolution> {
  const attempts: Attempt[] = [];
  for (const source of SOURCES) {
    const tried = await LOOK[source](world);
    if (tried && "command" in tried) {
      return { found: tried, attempts };
    }
    if (tried) {
      attempts.push(tried);
    }
  }
  return { found: undefined, attempts };
}

type Look = (world: World) => Promise<Found | Attempt | undefined>;

const LOOK: Record<Source, Look> = {
  async serverCommand(world) {
    const [first, ...args] = world.serverCommand.map((part) => withHome(part, world));
    if (!first) {
      return undefined;
    }
    const command = await program(first, world);
    if (command === undefined) {
      return { source: "serverCommand", where: first, problem: "notFound", detail: "" };
    }
    return { source: "serverCommand", command, args, version: undefined };
  },

  async python(world) {
    return world.python ? await python(withHome(world.python, world), "python", world) : undefined;
  },

  async selectedPython(world) {
    if (!world.trusted) {
      // An environment inside the folder runs code of that folder.
      return { source: "selectedPython", where: "", problem: "untrusted", detail: "" };
    }
    const selected = await world.selectedPython();
    return selected ? await python(selected, "selectedPython", world) : undefined;
  },

  async path(world) {
    const command = await onPath(SERVER, world);
    if (command === undefined) {
      return { source: "path", where: SERVER, problem: "notFound", detail: "" };
    }
    const ended = await world.run(command, ["--version"], PROBE_SECONDS);
    if (ended.code !== 0) {
      return { source: "path", where: command, problem: "failed", detail: lastLine(ended) };
    }
    return { source: "path", command, args: [], version: versionIn(ended.stdout) };
  },

  async uvx(world) {
    const command = await onPath("uvx", world);
    if (command === undefined) {
      return { source: "uvx", where: "uvx", problem: "notFound", detail: "" };
    }
    // Without leave to download, uvx may only use what it has stored before.
    const args = [...(world.allowDownload ? [] : ["--offline"]), "--from", requirement(world.version), SERVER];
    return await runner("uvx", command, args, world);
  },

  async pipx(world) {
    const command = await onPath("pipx", world);
    if (command === undefined) {
      return { source: "pipx", where: "pipx", problem: "notFound", detail: "" };
    }
    if (!world.allowDownload) {
      return { source: "pipx", where: command, problem: "notAllowed", detail: "" };
    }
    return await runner("pipx", command, ["run", "--spec", requirement(world.version), SERVER], world);
  },

  async own(world) {
    return world.ownPython ? await python(world.ownPython, "own", world) : undefined;
  },
};

/** How pip and its like call our server in one version. */
export function requirement(version: string): string {
  return `b1check[lsp]==${version}`;
}

async function runner(source: "uvx" | "pipx", command: string, args: string[], world: World): Promise<Found | Attempt> {
  const seconds = world.allowDownload ? DOWNLOAD_SECONDS : PROBE_SECONDS;
  const ended = await world.run(command, [...args, "--version"], seconds);
  if (ended.code !== 0) {
    const problem = world.allowDownload ? "failed" : "notAllowed";
    return { source, where: command, problem, detail: lastLine(ended) };
  }
  return { source, command, args, version: versionIn(ended.stdout) };
}

async function python(
  where: string,
  source: "python" | "selectedPython" | "own",
  world: World,
): Promise<Found | Attempt> {
  const command = await program(where, world);
  if (command === undefined) {
    return { source, where, problem: "notFound", detail: "" };
  }
  const told = await probe(command, world);
  if (typeof told === "string") {
    return { source, where: command, problem: "noPython", detail: told };
  }
  if (isOld(told.python)) {
    return { source, where: command, problem: "oldPython", detail: told.python.join(".") };
  }
  if (told.b1check === null) {
    return { source, where: command, problem: "noB1check", detail: "" };
  }
  if (!told.server) {
    return { source, where: command, problem: "noServer", detail: told.b1check };
  }
  return { source, command, args: MODULE, version: told.b1check };
}

/** Return what a Python has, or what it said when it is no Python that runs. */
export async function probe(command: string, world: Pick<World, "run">): Promise<Probed | string> {
  const ended = await world.run(command, ["-c", PROBE], PROBE_SECONDS);
  const line = ended.stdout.split(/\r?\n/).find((one) => one.startsWith("b1check-probe "));
  if (ended.code !== 0 || line === undefined) {
    return lastLine(ended);
  }
  try {
    return JSON.parse(line.slice("b1check-probe ".length)) as Probed;
  } catch {
    return lastLine(ended);
  }
}

export function isOld(version: readonly number[]): boolean {
  const [major = 0, minor = 0] = version;
  return major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1]);
}

/** Return the file of a program that is given as a path or as a name on PATH; undefined when there is none. */
export async function program(given: string, world: World): Promise<string | undefined> {
  const paths = pathsOf(world);
  if (!given.includes("/") && !(world.platform === "win32" && given.includes("\\"))) {
    return await onPath(given, world);
  }
  // A relative path would mean another file in another folder, and nothing in a folder may choose what we run.
  return paths.isAbsolute(given) ? await firstFile(candidates(given, world), world) : undefined;
}

/** Return the first file called `name` on PATH. Only folders that are given in full count: "." is anybody's. */
export async function onPath(name: string, world: World): Promise<string | undefined> {
  const paths = pathsOf(world);
  for (const folder of world.path.split(paths.delimiter).map((one) => one.replace(/^"(.*)"$/, "$1"))) {
    if (paths.isAbsolute(folder)) {
      const found = await firstFile(candidates(paths.join(folder, name), world), world);
      if (found) {
        return found;
      }
    }
  }
  return undefined;
}

function pathsOf(world: Pick<World, "platform">): typeof posix {
  return world.platform === "win32" ? win32 : posix;
}

function candidates(path: string, world: World): string[] {
  // Scripts (.cmd, .bat) need a shell, and a shell would read our arguments again; all that we look for is an .exe.
  return world.platform === "win32" && !/\.exe$/i.test(path) ? [`${path}.exe`] : [path];
}

async function firstFile(paths: readonly string[], world: World): Promise<string | undefined> {
  for (const path of paths) {
    if (await world.isFile(path)) {
      return path;
    }
  }
  return undefined;
}

function withHome(path: string, world: World): string {
  return /^~(?=$|[\\/])/.test(path) ? world.home + path.slice(1) : path;
}

function versionIn(text: string): string | undefined {
  return /\b(\d+\.\d+\.\d+\S*)/.exec(text)?.[1];
}

/** Return the last line that says something: of a traceback that is the error. */
export function lastLine(ended: Ended): string {
  const lines = `${ended.stdout}\n${ended.stderr}`.split(/\r?\n/).map((line) => line.trim());
  return lines.filter(Boolean).at(-1) ?? "";
}
