from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from b1check.cli import command

LETTER = "U dient het formulier in te vullen. Dat is niet moeilijk.\n"
CLEAN = "Wij betalen u het geld op 1 mei 2026. U hoeft niets te doen.\n"

Invoke = Callable[..., Result]


@pytest.fixture
def b1check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Run the command in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "B1CHECK_DEBUG"):
        monkeypatch.delenv(variable, raising=False)

    def invoke(*args: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(command, args, input=stdin, catch_exceptions=False)

    return invoke


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter in which the rule dient-te finds one thing, of severity let-op."""
    file = tmp_path / "brief.txt"
    file.write_text(LETTER, encoding="utf-8")
    return file


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A letter in which the rule dient-te finds nothing."""
    file = tmp_path / "goed.txt"
    file.write_text(CLEAN, encoding="utf-8")
    return file
