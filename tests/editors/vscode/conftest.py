"""The real VS Code workbench (code-server) with our extension from its .vsix, in headless Chromium.

`.ci/vscode.sh` gets and makes what is needed. Set B1CHECK_SCREENSHOTS to keep the pictures that the pages of the
extension show; without it nothing is written in the checkout.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

ROOT = Path(__file__).parents[3]
MEDIA = ROOT / "editors" / "vscode" / "media"
SCORE = '[id="b1check.b1check.b1check.score"]'
SKIP = 77
"""Exit code of .ci/vscode.sh for what cannot be had on this computer."""
PATIENCE = 60_000
"""Milliseconds in which the workbench must come to a state; a loaded computer is slow."""
# What would move, pop up or change between two runs, and what a picture does not need.
SETTINGS: dict[str, Any] = {
    "chat.disableAIFeatures": True,
    "editor.cursorBlinking": "solid",
    "editor.fontSize": 14,
    "editor.minimap.enabled": False,
    "editor.unicodeHighlight.ambiguousCharacters": False,
    "editor.wordWrap": "on",
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": "off",
    "extensions.ignoreRecommendations": True,
    "git.enabled": False,
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "workbench.colorTheme": "Light Modern",
    "workbench.enableExperiments": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}


MACHINE = frozenset(f"b1check.{name}" for name in ("serverCommand", "python", "installFrom", "allowDownload"))
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Remember that a test failed, for the fixture that then takes a picture."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


def _script(what: str) -> list[str]:
    """Run .ci/vscode.sh and return what it prints; skips where it cannot give what we ask."""
    done = subprocess.run([ROOT / ".ci" / "vscode.sh", what], capture_output=True, text=True, check=False)
    if done.returncode == SKIP:
        pytest.skip(done.stderr.strip().rsplit("\n", 1)[-1])
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)
    return done.stdout.split("\n")[:-1]


@pytest.fixture(scope="session")
def checked() -> list[str]:
    """What the checks of the extension itself print: types, style, unit tests."""
    return _script("check")


@pytest.fixture(scope="session")
def vsix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our extension, packaged as a writer gets it."""
    package = Path(_script("package")[-1])
    # Kept for ourselves: the next run of the script makes a new one in its place.
    return Path(shutil.copy(package, tmp_path_factory.mktemp("package")))


@pytest.fixture(scope="session")
def code_server() -> list[str]:
    """The command that starts VS Code on this computer."""
    return _script("workbench")[-2:]


@pytest.fixture(scope="session")
def wheels() -> Path:
    """A folder with b1check as it is now and all that it needs, as on a computer without internet."""
    cache = Path(os.environ.get("B1CHECK_CACHE") or Path.home() / ".cache" / "b1check-ci") / "vscode" / "wheels"
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob("b1check-*.whl"):
        old.unlink()
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--find-links", str(cache), "--wheel-dir", str(cache)]
    # The extension asks for the release that it belongs to, and this is not released yet. Only the build of b1check
    # itself may see that number: hatch-vcs does not read the variable that names one package.
    asked = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text(encoding="utf-8"))["version"]
    ours = {**os.environ, "SETUPTOOLS_SCM_PRETEND_VERSION": asked}
    built = subprocess.run([*command, "--no-deps", ROOT], capture_output=True, text=True, check=False, env=ours)
    if built.returncode:
        pytest.fail(f"the wheel of b1check could not be made: {built.stderr.strip()[-500:]}", pytrace=False)
    (wheel,) = cache.glob("b1check-*.whl")
    done = subprocess.run([*command, f"{wheel}[lsp]"], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the packages that b1check needs cannot be had here: {done.stderr.strip()[-200:]}")
    return cache


@dataclass
class Desk:
    """One VS Code with nothing but our extension, and a folder with texts.

    Attributes:
        command: the command that starts code-server.
        home: where it keeps everything.
        folder: the folder that is open.
        port: where it listens, once it runs.
        variables: more for its environment.
    """

    command: list[str]
    home: Path
    folder: Path
    port: int = 0
    variables: dict[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[str] | None = None
    _log: list[str] = field(default_factory=list)

    @property
    def server(self) -> dict[str, Any]:
        """The settings that start the server of this very Python."""
        return {"b1check__serverCommand": [sys.executable, "-m", "lsp_server"]}

    @property
    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("VSCODE_", "PYTHON"))}
        # Only the plain commands of the system: no b1check-lsp, uvx or pipx of whoever runs the test.
        own = {"HOME": str(self.home), "XDG_CONFIG_HOME": str(self.home), "PATH": "/usr/bin:/bin"}
        return {**kept, **own, **self.variables}

    @property
    def _places(self) -> list[str]:
        return [f"--user-data-dir={self.home / 'user'}", f"--extensions-dir={self.home / 'extensions'}"]

    def install(self, *extensions: Path) -> None:
        for extension in extensions:
            command = [*self.command, *self._places, "--install-extension", str(extension)]
            done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr

    def settings(self, **changed: Any) -> None:
        """Write settings; what an earlier call said is gone. In the names ``__`` stands for a dot.

        A setting that chooses a program belongs to a computer. Code-server runs on "another" computer than the
        browser, so it takes those from the settings of that computer and no others.
        """
        named = {name.replace("__", "."): value for name, value in changed.items()}
        machine = {name: value for name, value in named.items() if name in MACHINE}
        user = {name: value for name, value in named.items() if name not in MACHINE}
        for place, settings in (("Machine", machine), ("User", {**SETTINGS, **user})):
            file = self.home / "user" / place / "settings.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(settings), encoding="utf-8")

    def start(self, *options: str) -> None:
        more = ["--auth=none", "--bind-addr=127.0.0.1:0", "--disable-telemetry", "--disable-update-check"]
        quiet = ["--disable-getting-started-override", "--disable-file-downloads"]
        command = [*self.command, *self._places, *more, *quiet, *options, str(self.folder)]
        self._process = subprocess.Popen(
            command,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        output = self._process.stdout
        assert output
        for line in output:
            self._log.append(line)
            if listening := re.search(r"listening on http://127\.0\.0\.1:(\d+)", line):
                self.port = int(listening[1])
                break
        else:
            raise AssertionError("code-server does not start\n" + "".join(self._log))
        threading.Thread(target=lambda: self._log.extend(output), daemon=True).start()

    def stop(self) -> None:
        """End VS Code with all that it started: its extension host, and our server."""
        if self._process is None:
            return
        family = [self._process.pid, *_descendants(self._process.pid)]
        for process in family:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait()
        self._process = None

    def servers(self) -> list[int]:
        """Return the language servers that run for this VS Code."""
        assert self._process
        return [one for one in _descendants(self._process.pid) if "lsp_server" in _command_line(one)]

    def address(self, *files: str) -> str:
        """Return the address of the workbench with files of the folder open."""
        opened = [["openFile", f"vscode-remote://127.0.0.1:{self.port}{self.folder / name}"] for name in files]
        return f"http://127.0.0.1:{self.port}/?folder={quote(str(self.folder))}&payload={quote(json.dumps(opened))}"


def _command_line(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:  # it ended in the meantime
        return ""


def _descendants(process: int) -> list[int]:
    """Return the processes that ``process`` started, and those that they started."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
    found, before = [process], 0
    while before != len(found):
        before = len(found)
        found += [child for child, parent in parents.items() if parent in found and child not in found]
    return found[1:]


@pytest.fixture(scope="session")
def desk(code_server: list[str], vsix: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Desk]]:
    """Make a VS Code with our extension, that starts the server of this very Python; the texts are given by name."""
    made: list[Desk] = []

    def make(texts: dict[str, str], *extensions: Path) -> Desk:
        home = tmp_path_factory.mktemp("vscode")
        folder = home / "brieven"
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        one = Desk(code_server, home, folder)
        one.install(vsix, *extensions)
        one.settings(**one.server)
        made.append(one)
        return one

    yield make
    for one in made:
        one.stop()


class Bench:
    """One window of the workbench.

    Args:
        page: the page of the browser.
    """

    def __init__(self, page: Any) -> None:
        self.page = page

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector(".editor-instance .view-line", timeout=PATIENCE)

    def choose(self, title: str) -> None:
        """Run the command with this title from the command palette."""
        self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input[type=text]")
        box.fill(f">{title}")
        self.page.locator(".quick-input-list .monaco-list-row", has_text=title).first.click()

    def go_to(self, words: str, text: str) -> None:
        """Put the cursor in the first letter of ``words``, which stand in ``text``."""
        at = text.index(words)
        line = text.count("\n", 0, at) + 1
        self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input[type=text]")
        box.fill(f":{line}:{at - text.rfind(chr(10), 0, at) + 1}")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(f'[id="status.editor.selection"] >> text=Ln {line},', timeout=PATIENCE)

    @property
    def text(self) -> str:
        """What stands in the editor, with the hints."""
        return str(self.page.locator(".editor-instance .view-lines").first.inner_text()).replace("\xa0", " ")

    def wait_text(self, words: str, *, gone: bool = False) -> None:
        """Wait until ``words`` stand in the editor, or until they do not."""
        self.page.wait_for_function(
            """([words, gone]) => {
                const lines = [...document.querySelectorAll('.editor-instance .view-line')];
                const text = lines.map(line => line.innerText.replaceAll('\\u00a0', ' ')).join('\\n');
                return text.includes(words) !== gone;
            }""",
            arg=[words, gone],
            timeout=PATIENCE,
        )

    def wait_score(self, pattern: str) -> str:
        """Wait until the item in the status bar says what fits ``pattern``, and return what it says."""
        from playwright.sync_api import expect  # noqa: PLC0415 - optional

        item = self.page.locator(SCORE)
        expect(item).to_have_text(re.compile(pattern), timeout=PATIENCE)
        return str(item.inner_text()).strip()

    def told(self, words: str) -> Any:
        """Wait for a message with ``words``, and return it."""
        toast = self.page.locator(".notification-toast", has_text=words).first
        toast.wait_for(timeout=PATIENCE)
        return toast

    def picture(self, name: str, **clip: int) -> None:
        """Keep a picture for the pages of the extension; of all or of what ``top``, ``height`` and ``width`` say."""
        part = (
            {"clip": {"x": 0, "y": clip["top"], **{side: clip[side] for side in ("width", "height")}}} if clip else {}
        )
        self.page.screenshot(path=MEDIA / f"{name}.png", animations="disabled", **part)


@pytest.fixture
def bench(browser: Any, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Open a window; a picture of it is left behind when the test fails."""
    contexts: list[Any] = []

    def make(width: int = 1180, height: int = 760, scale: float = 1) -> Bench:
        context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
        contexts.append(context)
        return Bench(context.new_page())

    yield make
    for number, context in enumerate(contexts):
        if request.node.stash.get(FAILED, False):
            picture = tmp_path / f"window-{number}.png"
            context.pages[0].screenshot(path=picture)
            print(f"what the window looked like: {picture}")
        context.close()
