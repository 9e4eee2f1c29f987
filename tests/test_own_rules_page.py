"""The page about rules of one's own: who follows its steps gets rules that work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from b1check import Checker, config
from b1check.rulebook import kinds, selftest
from b1check.rulebook.spec import RuleSpec
from b1check.rulebook.wordlist import COLUMNS

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "eigen-regels.md").read_text(encoding="utf-8")
FILES = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of the page."""
    for name, text in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_rules_of_the_page_keep_their_promises(folder: Path) -> None:
    results = list(selftest.run(selftest.target(folder / "mijn-regels")))
    assert [(result.name, result.failures) for result in results] == [("marktwoord", ())]


def test_the_settings_of_the_page_switch_them_on(folder: Path) -> None:
    report = Checker(config.find(folder)).check_text("Lees het marktreglement.")
    assert "marktwoord" in [finding.rule for finding in report.findings]


def test_the_tables_name_what_there_is() -> None:
    keys = set(re.findall(r"^\| `\[{0,2}(\w+)\]{0,2}` \|", PAGE, re.MULTILINE))
    known = set(RuleSpec.model_fields) | set(COLUMNS) | set(kinds.NAMES)
    assert keys <= known
    assert set(COLUMNS) <= keys
