"""The page about files says what the readers do."""

import re
from pathlib import Path

import pytest

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.documents.source import PagedText, SourceText
from b1check.web.fetch import Limits

_PAGE = (Path(__file__).resolve().parents[2] / "docs" / "bestanden.md").read_text(encoding="utf-8")
_ROWS = re.findall(r"^\| (`\..*?) \| .* \| (\w+) \|$", _PAGE, re.MULTILINE)


def test_the_page_names_every_suffix() -> None:
    named = [suffix for names, _ in _ROWS for suffix in re.findall(r"`(\.\w+)`", names)]
    assert sorted(named) == sorted(readers.SUFFIXES)


@pytest.mark.parametrize(("names", "word"), _ROWS)
def test_the_page_says_what_a_line_is_called(names: str, word: str) -> None:
    for suffix in re.findall(r"`(\.\w+)`", names):
        fmt = readers.format_of(f"a{suffix}")
        source = PagedText("", [0]) if fmt == "pdf" else SourceText("")
        assert Document("a", fmt, source, ()).line_word == word


def test_the_limits_on_the_page_are_those_of_the_readers() -> None:
    assert "Tekst mag hoogstens 10 MB zijn, andere bestanden hoogstens 50 MB" in _PAGE
    assert {readers._LIMITS[fmt] for fmt in ("txt", "md", "html")} == {10_000_000}
    assert {readers._LIMITS[fmt] for fmt in readers._FILE_READERS} == {50_000_000}
    limits = Limits()
    assert f"hoogstens {limits.size // 1_000_000} MB zijn en moet er binnen {limits.seconds:g} seconden" in _PAGE
    assert f"hoogstens {limits.hops} keer mee" in _PAGE
