import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { type Ended, onPath, PROBE, program, type Resolution, resolve, type World } from "../src/resolve";

const VERSION = "0.1.0";
const FINE: Ended = { code: 0, stdout: `b1check ${VERSION}\n`, stderr: "" };
const BROKEN: Ended = { code: 1, stdout: "", stderr: "Traceback\nImportError: no module\n" };

function probed(told: { python?: number[]; b1check?: string | null; server?: boolean }): Ended {
  const all = { python: [3, 12, 1], b1check: VERSION, server: true, ...told };
  return { code: 0, stdout: `a warning\nb1check-probe ${JSON.stringify(all)}\n`, stderr: "" };
}

/** A computer with these files; each tells how it ends when it is run. */
function computer(files: Record<string, Ended>, more: Partial<World> = {}): World & { ran: string[] } {
  const ran: string[] = [];
  return {
    platform: "linux",
    path: "/usr/local/bin:/usr/bin",
    home: "/home/jo",
    trusted: true,
    serverCommand: [],
    python: "",
    allowDownload: false,
    version: VERSION,
    ownPython: undefined,
    selectedPython: () => Promise.resolve(undefined),
    isFile: (path) => Promise.resolve(path in files),
    run: (command, args) => {
      ran.push([command, ...args.map((one) => (one === PROBE ? "PROBE" : one))].join(" "));
      return Promise.resolve(files[command] ?? { code: null, stdout: "", stderr: "ENOENT" });
    },
    ran,
    ...more,
  };
}

function why(found: Resolution): string[] {
  return found.attempts.map(({ source, problem }) => `${source} ${problem}`);
}

describe("the order", () => {
  const everything = {
    "/opt/b1check-lsp": FINE,
    "/opt/python": probed({}),
    "/env/bin/python": probed({}),
    "/usr/bin/b1check-lsp": FINE,
    "/usr/bin/uvx": FINE,
    "/usr/bin/pipx": FINE,
    "/own/bin/python": probed({}),
  };
  const all: Partial<World> = {
    serverCommand: ["/opt/b1check-lsp", "--verbose"],
    python: "/opt/python",
    selectedPython: () => Promise.resolve("/env/bin/python"),
    allowDownload: true,
    ownPython: "/own/bin/python",
  };
  // Each row takes away what won in the row before.
  const rows: [source: string, command: string, gone: Partial<World>, files: string[]][] = [
    ["serverCommand", "/opt/b1check-lsp --verbose", {}, []],
    ["python", "/opt/python -m lsp_server", { serverCommand: [] }, []],
    ["selectedPython", "/env/bin/python -m lsp_server", { python: "" }, []],
    ["path", "/usr/bin/b1check-lsp", { selectedPython: () => Promise.resolve(undefined) }, []],
    ["uvx", "/usr/bin/uvx --from b1check[lsp]==0.1.0 b1check-lsp", {}, ["/usr/bin/b1check-lsp"]],
    ["pipx", "/usr/bin/pipx run --spec b1check[lsp]==0.1.0 b1check-lsp", {}, ["/usr/bin/uvx"]],
    ["own", "/own/bin/python -m lsp_server", {}, ["/usr/bin/pipx"]],
  ];
  let world = all;
  let files: Record<string, Ended> = everything;
  for (const [source, command, gone, without] of rows) {
    world = { ...world, ...gone };
    files = Object.fromEntries(Object.entries(files).filter(([path]) => !without.includes(path)));
    const here = computer(files, world);
    test(source, async () => {
      const { found } = await resolve(here);
      assert.ok(found);
      assert.equal(found.source, source);
      assert.equal([found.command, ...found.args].join(" "), command);
    });
  }

  test("nothing at all: everything that was tried is told", async () => {
    const told = await resolve(computer({}));
    assert.equal(told.found, undefined);
    assert.deepEqual(why(told), ["path notFound", "uvx notFound", "pipx notFound"]);
  });

  test("what works is looked for no further", async () => {
    const here = computer(everything, { ...all, serverCommand: [] });
    await resolve(here);
    assert.deepEqual(here.ran, ["/opt/python -c PROBE"]);
  });
});

describe("a Python", () => {
  const rows: [name: string, ended: Ended, problem: string, detail: string][] = [
    ["too old", probed({ python: [3, 10, 4] }), "oldPython", "3.10.4"],
    ["too old by a generation", probed({ python: [2, 7, 18] }), "oldPython", "2.7.18"],
    ["without b1check", probed({ b1check: null }), "noB1check", ""],
    ["without the server", probed({ server: false }), "noServer", VERSION],
    ["that is none", { code: 9009, stdout: "Python was not found; open the Store\n", stderr: "" }, "noPython", ""],
    ["that hangs", { code: null, stdout: "", stderr: "" }, "noPython", ""],
    ["that talks nonsense", { code: 0, stdout: "b1check-probe {", stderr: "" }, "noPython", ""],
  ];
  for (const [name, ended, problem, detail] of rows) {
    test(name, async () => {
      const told = await resolve(computer({ "/p/python": ended }, { python: "/p/python" }));
      assert.equal(told.found, undefined);
      assert.equal(why(told)[0], `python ${problem}`);
      if (detail) {
        assert.equal(told.attempts[0]?.detail, detail);
      }
    });
  }

  test("that is not there", async () => {
    const told = await resolve(computer({}, { python: "/p/python" }));
    assert.equal(why(told)[0], "python notFound");
    assert.equal(told.attempts[0]?.where, "/p/python");
  });

  test("with a newer or older b1check will do", async () => {
    const told = await resolve(computer({ "/p/python": probed({ b1check: "0.9.2" }) }, { python: "/p/python" }));
    assert.equal(told.found?.version, "0.9.2");
  });

  test("may stand in the home folder", async () => {
    const told = await resolve(computer({ "/home/jo/v/bin/python": probed({}) }, { python: "~/v/bin/python" }));
    assert.equal(told.found?.command, "/home/jo/v/bin/python");
  });

  test("answers what we ask of it", () => {
    const ended = spawnSync("python3", ["-c", PROBE], { encoding: "utf8" });
    assert.equal(ended.status, 0, ended.stderr);
    const told = JSON.parse(ended.stdout.replace("b1check-probe ", "")) as Record<string, unknown>;
    assert.deepEqual(Object.keys(told), ["python", "b1check", "server"]);
  });
});

describe("what is not trusted", () => {
  test("the Python that a folder chose is not asked for", async () => {
    const here = computer({ "/brieven/.venv/bin/python": probed({}) }, { trusted: false });
    let asked = false;
    const told = await resolve({
      ...here,
      selectedPython: () => {
        asked = true;
        return Promise.resolve("/brieven/.venv/bin/python");
      },
    });
    assert.equal(asked, false);
    assert.equal(told.found, undefined);
    assert.equal(why(told)[0], "selectedPython untrusted");
  });

  test("a relative path is nobody's: not as a setting, not on PATH", async () => {
    const files = {
      "./b1check-lsp": FINE,
      "b1check-lsp": FINE,
      "bin/b1check-lsp": FINE,
      ".venv/bin/python": probed({}),
    };
    const settings = { serverCommand: ["./b1check-lsp"], python: ".venv/bin/python", path: ".::bin" };
    const told = await resolve(computer(files, settings));
    assert.equal(told.found, undefined);
    assert.deepEqual(why(told).slice(0, 3), ["serverCommand notFound", "python notFound", "path notFound"]);
  });
});

describe("what may be downloaded", () => {
  test("nothing, unless it is allowed", async () => {
    const here = computer({ "/usr/bin/uvx": BROKEN, "/usr/bin/pipx": FINE });
    const told = await resolve(here);
    assert.equal(told.found, undefined);
    assert.deepEqual(why(told), ["path notFound", "uvx notAllowed", "pipx notAllowed"]);
    assert.deepEqual(here.ran, ["/usr/bin/uvx --offline --from b1check[lsp]==0.1.0 b1check-lsp --version"]);
  });

  test("uvx may use what it stored before", async () => {
    const told = await resolve(computer({ "/usr/bin/uvx": FINE }));
    assert.equal(told.found?.source, "uvx");
    assert.ok(told.found.args.includes("--offline"));
  });

  test("a runner that fails says why", async () => {
    const told = await resolve(computer({ "/usr/bin/uvx": BROKEN }, { allowDownload: true }));
    assert.deepEqual(told.attempts[1], {
      source: "uvx",
      where: "/usr/bin/uvx",
      problem: "failed",
      detail: "ImportError: no module",
    });
  });
});

describe("a setting that does not work", () => {
  test("does not stop the search, and is told", async () => {
    const told = await resolve(computer({ "/usr/bin/b1check-lsp": FINE }, { serverCommand: ["/nergens/b1check-lsp"] }));
    assert.equal(told.found?.source, "path");
    assert.deepEqual(told.attempts[0], {
      source: "serverCommand",
      where: "/nergens/b1check-lsp",
      problem: "notFound",
      detail: "",
    });
  });
});

describe("Windows", () => {
  const windows: Partial<World> = {
    platform: "win32",
    path: 'C:\\Tools;"C:\\Program Files\\Python";.',
    home: "C:\\jo",
  };

  test("programs end in .exe, and a folder on PATH may be quoted", async () => {
    const here = computer({ "C:\\Program Files\\Python\\b1check-lsp.exe": FINE }, windows);
    assert.equal(await onPath("b1check-lsp", here), "C:\\Program Files\\Python\\b1check-lsp.exe");
  });

  test("a script that needs a shell is not run", async () => {
    const here = computer({ "C:\\Tools\\b1check-lsp.cmd": FINE, "C:\\Tools\\b1check-lsp": FINE }, windows);
    assert.equal(await onPath("b1check-lsp", here), undefined);
    assert.equal(await program("C:\\Tools\\b1check-lsp", here), undefined);
  });

  test("a path with either slash is a path", async () => {
    const here = computer({ "C:/py/python.exe": probed({}), "C:\\py\\python.exe": probed({}) }, windows);
    assert.equal(await program("C:/py/python", here), "C:/py/python.exe");
    assert.equal(await program("C:\\py\\python.exe", here), "C:\\py\\python.exe");
    assert.equal(await program("py\\python.exe", here), undefined);
  });
});
