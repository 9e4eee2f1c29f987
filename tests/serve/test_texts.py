"""The page's own texts: complete, and good to read at B1."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import b1check.serve
from b1check import Checker, Severity
from b1check.config import Profile
from b1check.serve.texts import PROFILES, TEXTS

_STATIC = Path(b1check.serve.__file__).with_name("static")
_FILLED = {
    "megabytes": "50", "most": "200", "minutes": "60", "name": "brief.docx", "count": "2 opmerkingen", "word": "tegel",
    "text": "als u belt", "points": "+3,0", "base": "80", "low": "60", "high": "80", "old": "60", "new": "70",
    "score": "70", "done": "1", "total": "3", "met": "7", "number": "3", "shown": "4", "format": ".txt",
    "formats": ".docx, .odt en .txt", "type": "aanmaning", "target": "3,0", "reason": "dit hoort zo",
    "title": "Lange zin", "verb": "zijn",
}  # fmt: skip
_NO_SENTENCE = re.compile(r"[^.?!]*")


def _asked() -> set[str]:
    """Return the names of the texts that the scripts ask for."""
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in _STATIC.glob("*.js"))
    return set(re.findall(r'\bt\(\s*"([\w-]+)"', scripts))


def test_every_text_that_is_asked_for_is_there() -> None:
    assert len(_asked()) > 100
    assert _asked() <= set(TEXTS)


def test_every_text_that_is_there_is_asked_for() -> None:
    room = Path(b1check.serve.__file__).parent
    used = "\n".join(
        path.read_text(encoding="utf-8")
        for path in [*_STATIC.glob("*.js"), *room.glob("*.jinja"), *room.glob("*.py")]
        if path.name != "texts.py"
    )
    unused = {name for name in TEXTS if f'"{name}"' not in used and f"t.{name}" not in used}
    # The scripts put these names together.
    assert {
        name for name in unused if not name.startswith(("severity_", "legend_")) and not name.endswith("_named")
    } == set()


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if not _NO_SENTENCE.fullmatch(text)])
def test_a_text_passes_its_own_check(checker: Checker, name: str) -> None:
    text = re.sub(r"\{(\w+)\}", lambda found: _FILLED[found[1]], TEXTS[name])
    findings = checker.check_text(text, opinions=False).findings
    assert [
        (one.rule, one.text) for one in findings if one.severity is not Severity.TIP and one.block is not None
    ] == []


def test_all_texts_together_read_easily(checker: Checker) -> None:
    sentences = [text for text in TEXTS.values() if text.endswith((".", "?"))]
    text = "\n\n".join(re.sub(r"\{(\w+)\}", lambda found: _FILLED[found[1]], sentence) for sentence in sentences)
    score = checker.check_text(text).score
    assert score is not None
    assert score.value >= 75


def test_every_profile_has_a_name() -> None:
    assert set(PROFILES) == set(get_args(Profile))
