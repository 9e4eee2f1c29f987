"""What several tests share."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from b1check.language.analysis import Analyser

_CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The same inputs at every run: a new one that fails belongs to whoever looks for it, not to the next change.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# What a test sees must not depend on an earlier one, and nothing may end up in the folder of whoever runs them.
os.environ["B1CHECK_NO_CACHE"] = "1"

# A shell lets what it runs in the background ignore Ctrl-C, and every program started from there inherits that; the
# tests that stop a program with Ctrl-C then wait in vain.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``tests/corpora`` write its snapshots anew."""
    parser.addoption("--update-snapshots", action="store_true", help="write the snapshots of all findings anew")


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The Dutch pipeline, loaded once; it remembers every text it has seen."""
    return Analyser()


@pytest.fixture(scope="session")
def documentation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation as a website; CI has built it already and names its folder in B1CHECK_SITE."""
    if ready := os.environ.get("B1CHECK_SITE"):
        return Path(ready)
    pytest.importorskip("furo", reason="the tools are missing: pip install '.[docs]'")
    root, copy = Path(__file__).parents[1], tmp_path_factory.mktemp("docs")
    for name in ("docs", "rules", "editors/vscode/media"):
        shutil.copytree(root / name, copy / name)
    for name in ("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"):
        shutil.copy(root / name, copy)
    command = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "docs", "site"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return copy / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One Chromium, as the machine has it, for all tests; they are skipped where it cannot be had.

    It stands here because playwright can be started once in a process.
    """
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install '.[proofs]'")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("there is no chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_CHROMIUM)
        yield browser
        browser.close()
