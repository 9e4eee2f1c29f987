import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import {
  failureIn,
  findMaker,
  install,
  InstallError,
  ownPython,
  pythonIn,
  steps,
  tidy,
  type Work,
} from "../src/install";
import type { Ended, World } from "../src/resolve";

const FINE: Ended = { code: 0, stdout: "", stderr: "" };
const PYTHON: Ended = {
  code: 0,
  stdout: 'b1check-probe {"python": [3, 12, 0], "b1check": null, "server": false}\n',
  stderr: "",
};
const OLD: Ended = { ...PYTHON, stdout: PYTHON.stdout.replace("12", "9") };

let storage = "";
beforeEach(async () => {
  storage = await mkdtemp(join(tmpdir(), "b1check-"));
});
afterEach(() => rm(storage, { recursive: true }));

function world(files: Record<string, Ended>, more: Partial<World> = {}): World {
  return {
    platform: "linux",
    path: "/usr/bin",
    home: "/home/jo",
    trusted: true,
    serverCommand: [],
    python: "",
    allowDownload: false,
    version: "0.1.0",
    ownPython: undefined,
    selectedPython: () => Promise.resolve(undefined),
    isFile: (path) => Promise.resolve(path in files),
    run: (command) => Promise.resolve(files[command] ?? { code: null, stdout: "", stderr: "ENOENT" }),
    ...more,
  };
}

function work(run: Work["run"], more: Partial<Work> = {}): Work & { told: string[] } {
  const told: string[] = [];
  return {
    world: world({ "/usr/bin/python3": PYTHON }),
    storage,
    installFrom: "",
    onStep: (name) => told.push(name),
    cancelled: () => false,
    run,
    told,
    ...more,
  };
}

describe("what makes the environment", () => {
  test("the first Python that is new enough", async () => {
    const here = world({ "/usr/bin/python3": OLD, "/usr/bin/python3.12": PYTHON });
    assert.deepEqual(await findMaker(here), { kind: "python", command: "/usr/bin/python3.12" });
  });

  test("the Python of the setting comes first", async () => {
    const here = world({ "/usr/bin/python3": PYTHON, "/opt/python": PYTHON }, { python: "/opt/python" });
    assert.deepEqual(await findMaker(here), { kind: "python", command: "/opt/python" });
  });

  test("not a Python of a folder that is not trusted", async () => {
    const here = world({ "/w/python": PYTHON }, { trusted: false, selectedPython: () => Promise.resolve("/w/python") });
    assert.equal(await findMaker(here), undefined);
  });

  test("uv, when no Python is new enough", async () => {
    const here = world({ "/usr/bin/python3": OLD, "/usr/bin/uv": FINE });
    assert.deepEqual(await findMaker(here), { kind: "uv", command: "/usr/bin/uv" });
  });

  test("nothing: the writer is told", async () => {
    const failing = install(work(() => Promise.resolve(FINE), { world: world({}) }));
    await assert.rejects(failing, { failure: "noPython" });
  });
});

describe("what is run", () => {
  const maker = { kind: "python", command: "/usr/bin/python3" } as const;

  test("from the package index: exactly the version of the extension", () => {
    const [make, get] = steps(maker, "/s/env", "linux", "0.1.0", undefined);
    assert.deepEqual(make?.args, ["-m", "venv", "/s/env"]);
    assert.equal(get?.command, "/s/env/bin/python");
    assert.equal(get.args.at(-1), "b1check[lsp]==0.1.0");
    assert.ok(!get.args.includes("--no-index"));
  });

  test("from a folder: nothing from the internet", () => {
    const get = steps(maker, "/s/env", "linux", "0.1.0", { path: "/usb/wielen", isFolder: true })[1];
    assert.deepEqual(get?.args.slice(-4), ["--no-index", "--find-links", "/usb/wielen", "b1check[lsp]==0.1.0"]);
  });

  test("from a wheel: that wheel, also with a space in its path", () => {
    const get = steps(maker, "/s/env", "linux", "0.1.0", { path: "/mijn map/b1check-0.1.0.whl", isFolder: false })[1];
    assert.equal(get?.args.at(-1), "b1check[lsp] @ file:///mijn%20map/b1check-0.1.0.whl");
    const there = steps(maker, "C:\\s", "win32", "0.1.0", { path: "C:\\usb\\b1check-0.1.0.whl", isFolder: false })[1];
    assert.equal(there?.args.at(-1), "b1check[lsp] @ file:///C:/usb/b1check-0.1.0.whl");
  });

  test("with uv", () => {
    const uv = { kind: "uv", command: "/usr/bin/uv" } as const;
    const [make, get] = steps(uv, "/s/env", "linux", "0.1.0", { path: "/usb", isFolder: true });
    assert.deepEqual(make?.args.slice(0, 2), ["venv", "--python"]);
    assert.ok(make.args.includes("--offline"));
    assert.deepEqual(get?.args.slice(0, 4), ["pip", "install", "--python", "/s/env/bin/python"]);
  });
});

describe("an installation", () => {
  test("that works is found afterwards, and replaces the one before", async () => {
    const first = work(() => Promise.resolve(FINE));
    await install(first);
    assert.deepEqual(first.told, ["environment", "package", "test"]);
    const before = await ownPython(storage, "linux");
    const python = await install(work(() => Promise.resolve(FINE)));
    assert.notEqual(python, before);
    assert.equal(await ownPython(storage, "linux"), python);
  });

  test("that fails leaves what was there, and no rubbish", async () => {
    await install(work(() => Promise.resolve(FINE)));
    const before = await ownPython(storage, "linux");
    const broken = work(async (_command, args) => {
      if (args.includes("venv")) {
        await mkdir(args.at(-1) ?? "");
        return FINE;
      }
      return { code: 1, stdout: "", stderr: "ERROR: No matching distribution found for b1check[lsp]==0.1.0" };
    });
    await assert.rejects(install(broken), (error) => {
      assert.ok(error instanceof InstallError);
      assert.equal(error.failure, "notInIndex");
      return true;
    });
    assert.equal(await ownPython(storage, "linux"), before);
    assert.deepEqual(await readdir(storage), ["environment.json"]);
  });

  test("that is stopped says nothing of a failure", async () => {
    const stopped = work(() => Promise.resolve({ code: null, stdout: "", stderr: "" }), { cancelled: () => true });
    await assert.rejects(install(stopped), { failure: "cancelled" });
  });

  test("from a place that is not there", async () => {
    const nowhere = work(() => Promise.resolve(FINE), { installFrom: join(storage, "weg") });
    await assert.rejects(install(nowhere), { failure: "notInIndex" });
  });

  test("older environments are thrown away, other files are not", async () => {
    await install(work(() => Promise.resolve(FINE)));
    const used = await ownPython(storage, "linux");
    for (const name of ["env-0.0.9-x", "iets-anders"]) {
      await mkdir(join(storage, name));
    }
    const kept = (await readdir(storage)).find((name) => used?.includes(name));
    await tidy(storage, "linux");
    assert.deepEqual((await readdir(storage)).sort(), ["environment.json", kept, "iets-anders"].filter(Boolean).sort());
  });
});

describe("the pointer to the environment", () => {
  test("points nowhere else", async () => {
    for (const folder of ["../elders", "/usr", "env-1/../../x", "", 3]) {
      await writeFile(join(storage, "environment.json"), JSON.stringify({ folder }));
      assert.equal(await ownPython(storage, "linux"), undefined, String(folder));
    }
    await writeFile(join(storage, "environment.json"), "{");
    assert.equal(await ownPython(storage, "linux"), undefined);
  });

  test("on Windows the Python stands in another place", () => {
    assert.ok(pythonIn("env", "win32").endsWith("python.exe"));
  });
});

describe("why it failed", () => {
  const rows: [said: string, failure: string][] = [
    [
      "Failed to establish a new connection: [Errno -2]\nERROR: No matching distribution found for b1check",
      "noNetwork",
    ],
    ["SSLError(SSLCertVerificationError(1, 'certificate verify failed'))", "noNetwork"],
    ["ERROR: No matching distribution found for b1check[lsp]==0.1.0", "notInIndex"],
    ["The virtual environment was not created successfully because ensurepip is not available.", "noVenv"],
    ["OSError: [Errno 28] No space left on device", "diskFull"],
    ["PermissionError: [Errno 13] Permission denied: '/x'", "noRights"],
    ["error: something new", "other"],
  ];
  for (const [said, failure] of rows) {
    test(failure, () => assert.equal(failureIn(said), failure));
  }
});
