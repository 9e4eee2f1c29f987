"""What the writer takes along, and what stands in it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from b1check.checker import About
from b1check.documents import directives, readers
from b1check.documents.writers import editable
from b1check.errors import WriteError
from b1check.explanations import explain_all
from b1check.serve import delivering
from b1check.serve.letters import Check, Letter

from ..documents.word_changes import reject
from .conftest import LETTER

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOW = dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC)


def _letter(check: Check, docx: Callable[..., bytes], form: str) -> Letter:
    """Return the same letter as a Word file, a text, and what was pasted."""
    paragraphs = LETTER.strip().split("\n\n")
    if form == "docx":
        return Letter("id", "brief.docx", docx(*paragraphs), check)
    if form == "txt":
        return Letter("id", "brief.txt", LETTER.encode(), check)
    page = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Letter("id", "Geplakte tekst.html", page.encode(), check, title="Geplakte tekst", copy=True)


def _part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def _words(root: etree._Element, *tags: str) -> list[str]:
    return ["".join(found.itertext()) for tag in tags for found in root.iter(_W + tag)]


@pytest.mark.parametrize("form", ["docx", "txt", "html"])
def test_word_has_the_changes_and_the_remarks(check: Check, docx: Callable[..., bytes], form: str) -> None:
    letter = _letter(check, docx, form)
    at = next(at for at, block in enumerate(letter.now.document.blocks) if "formulier" in block.text)
    letter.write(at, "U moet het formulier vóór 1 mei 2026 op te sturen naar de gemeente.", check)
    ignored = next(at for at, found in enumerate(letter.now.report.findings) if found.text == "Indien")
    rule = letter.now.report.findings[ignored].rule
    letter.ignore(ignored, "Zo praten wij", check)

    parcel = delivering.word(letter, check, _NOW)
    body, comments = _part(parcel.data, "word/document.xml"), _part(parcel.data, "word/comments.xml")
    assert parcel.name.endswith(".b1.docx")
    assert (_words(body, "del"), _words(body, "ins")) == (["dient"], ["moet"])
    said = _words(comments, "comment")
    assert f"b1check uit: {rule} - Zo praten wij" in said
    assert any("score" in words.lower() for words in said)

    again = readers.read_bytes(parcel.data, name="brief.docx")
    assert again.blocks[at].text.startswith("U moet het formulier")
    assert [directive.names for directive in again.suppressions] == [(rule,)]
    report, _ = check(again, About())
    assert [(off.finding.text, off.reason) for off in report.suppressed] == [("Indien", "Zo praten wij")]


@pytest.mark.parametrize("form", ["docx", "txt", "html"])
def test_paragraphs_that_came_and_went_are_changes_too(check: Check, docx: Callable[..., bytes], form: str) -> None:
    letter = _letter(check, docx, form)
    before = [block.text for block in letter.now.document.blocks]
    letter.write(1, "Hebt u vragen?\n\nBel ons.", check)
    letter.write(3, "", check)
    data = delivering.word(letter, check, _NOW).data
    body = _part(data, "word/document.xml")
    assert "Bel" in "".join(_words(body, "ins"))
    assert before[2].split()[0] in "".join(_words(body, "del"))
    expected = [before[0], "Hebt u vragen?", "Bel ons.", *before[3:]]
    assert [block.text for block in readers.read_bytes(data, name="b.docx").blocks] == expected
    old = readers.read_bytes(reject(data), name="b.docx")
    assert [block.text for block in old.blocks] == before


def test_a_paragraph_of_its_own_gives_a_new_file(check: Check) -> None:
    letter = Letter("id", "brief.md", b"Een regel hier.\n\nIndien u belt, helpen wij u.\n", check)
    letter.file = editable(b"- Een punt.\n- Nog een punt.\n", name="brief.md")
    letter.now = replace(letter.now, document=letter.file.document)
    data = delivering.word(letter, check, _NOW).data
    assert _words(_part(data, "word/document.xml"), "ins", "del") == []
    assert [block.text for block in readers.read_bytes(data, name="b.docx").blocks] == [
        "Een punt.",
        "Nog een punt.",
    ]


def test_the_original_stays_as_it_came(check: Check, docx: Callable[..., bytes]) -> None:
    letter = _letter(check, docx, "docx")
    before = letter.data
    letter.write(1, "Hebt u vragen? Bel ons.", check)
    delivering.word(letter, check, _NOW)
    assert letter.data == before
    assert letter.now.document.blocks[1].text == "Hebt u vragen? Bel ons."


def test_the_same_moment_gives_the_same_file(check: Check, docx: Callable[..., bytes]) -> None:
    letter = _letter(check, docx, "docx")
    letter.write(1, "Hebt u vragen? Bel ons.", check)
    assert delivering.word(letter, check, _NOW) == delivering.word(letter, check, _NOW)


def test_a_text_comes_back_as_it_came(check: Check, docx: Callable[..., bytes]) -> None:
    letter = _letter(check, docx, "txt")
    letter.write(1, "Hebt u vragen? Bel ons.", check)
    parcel = delivering.own(letter)
    paragraphs = LETTER.split("\n\n")
    assert (parcel.name, parcel.type) == ("brief.b1.txt", "text/plain")
    assert parcel.data.decode() == LETTER.replace(paragraphs[1], "Hebt u vragen? Bel ons.")


def test_what_is_ignored_stands_in_the_text(check: Check, docx: Callable[..., bytes]) -> None:
    letter = _letter(check, docx, "txt")
    at = next(at for at, found in enumerate(letter.now.report.findings) if found.text == "Indien")
    rule = letter.now.report.findings[at].rule
    letter.ignore(at, "Zo praten wij", check)
    text = delivering.own(letter).data.decode()
    assert directives.written([rule], "Zo praten wij", "txt") in text
    assert letter.now.document.source.text == LETTER


def test_a_copy_has_no_form_of_its_own(check: Check, docx: Callable[..., bytes]) -> None:
    for form in ("docx", "html"):
        letter = _letter(check, docx, form)
        assert delivering.own_format(letter) == ""
        with pytest.raises(WriteError):
            delivering.own(letter)


def test_the_report_and_the_table(check: Check, docx: Callable[..., bytes]) -> None:
    letter = _letter(check, docx, "html")
    rules = {rule.name: rule for rule in explain_all()}
    report = delivering.report(letter, rules)
    assert report.name == "Geplakte tekst-rapport.html"
    assert "default-src &#39;none&#39;" in report.data.decode()
    table = delivering.table([letter, letter])
    rows = list(csv.reader(io.StringIO(table.data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 2 * len(letter.now.report.findings)
    assert rows[1][0] == "Geplakte tekst"


def test_a_formula_stays_text_in_the_table(check: Check) -> None:
    letter = Letter("id", "brief.txt", b"=HYPERLINK(indien) Indien u belt, helpen wij u.", check)
    rows = list(csv.reader(io.StringIO(delivering.table([letter]).data.decode("utf-8-sig")), delimiter=";"))
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)
