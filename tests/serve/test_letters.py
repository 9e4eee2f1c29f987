"""A letter on the desk: change, undo, ignore, and what another tab does meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from b1check.errors import ReadError, WriteError
from b1check.letter.model import DocumentType
from b1check.serve.letters import Check, Letter, OutdatedError

from .conftest import LETTER


def _opened(check: Check, data: bytes = LETTER.encode(), name: str = "brief.txt", *, copy: bool = False) -> Letter:
    return Letter("id", name, data, check, copy=copy)


def _at(letter: Letter, words: str) -> int:
    return next(at for at, block in enumerate(letter.now.document.blocks) if words in block.text)


def _rule(letter: Letter, rule: str) -> int:
    return next(at for at, finding in enumerate(letter.now.report.findings) if finding.rule == rule)


def test_other_words_are_checked_at_once(check: Check) -> None:
    letter = _opened(check)
    before = {finding.text for finding in letter.now.report.findings}
    letter.write(_at(letter, "Indien"), "Hebt u vragen? Bel het team Parkeren.", check)
    assert "Indien" in before
    assert "Indien" not in {finding.text for finding in letter.now.report.findings}
    assert letter.version == 2
    assert "Indien" in {finding.text for finding in letter.start.report.findings}


def test_an_alternative_comes_in_the_sentence(check: Check) -> None:
    letter = _opened(check)
    at = next(at for at, found in enumerate(letter.now.report.findings) if found.text == "Indien" and found.fixes)
    letter.accept(at, 0, check)
    assert "Als u vragen" in letter.now.document.source.text
    letter.undo(check)
    assert letter.now.document.source.text == LETTER
    letter.redo(check)
    assert "Als u vragen" in letter.now.document.source.text


def test_a_stretch_of_typing_is_one_step(check: Check) -> None:
    letter = _opened(check)
    at = _at(letter, "Indien")
    for text in ("Hebt", "Hebt u", "Hebt u vragen?"):
        letter.write(at, text, check, typing="one")
    letter.write(at, "Hebt u vragen? Bel ons.", check, typing="two")
    letter.undo(check)
    assert letter.now.document.blocks[at].text == "Hebt u vragen?"
    letter.undo(check)
    assert letter.now.document.source.text == LETTER
    assert not letter.can_undo


def test_who_undoes_and_goes_on_cannot_redo(check: Check) -> None:
    letter = _opened(check)
    letter.write(1, "Een.", check)
    letter.undo(check)
    letter.write(1, "Twee.", check)
    assert not letter.can_redo
    assert letter.now.document.blocks[1].text == "Twee."


def test_ignoring_holds_until_the_sentence_changes(check: Check) -> None:
    letter = _opened(check)
    at = next(at for at, found in enumerate(letter.now.report.findings) if found.text == "Indien")
    rule = letter.now.report.findings[at].rule
    letter.ignore(at, " Dit is  een citaat ", check)
    (off,) = letter.now.report.suppressed
    assert (off.finding.rule, off.finding.text, off.reason) == (rule, "Indien", "Dit is een citaat")
    assert "Indien" not in {found.text for found in letter.now.report.findings if found.rule == rule}
    letter.write(_at(letter, "formulier"), "Stuur het formulier op.", check)
    assert len(letter.now.report.suppressed) == 1
    letter.write(_at(letter, "Indien"), "Indien u iets wilt weten, kunt u ons bellen.", check)
    assert letter.now.report.suppressed == ()


def test_what_is_ignored_can_come_back(check: Check) -> None:
    letter = _opened(check)
    before = letter.now.report.findings
    letter.ignore(0, "daarom", check)
    letter.restore(0, check)
    assert letter.now.report.findings == before
    with pytest.raises(IndexError):
        letter.restore(0, check)


def test_ignoring_does_not_change_the_score(check: Check) -> None:
    letter = _opened(check)
    before = letter.now.report.difficulty
    letter.ignore(0, "daarom", check)
    assert letter.now.report.difficulty == before


def test_a_change_that_cannot_be_changes_nothing(check: Check) -> None:
    letter = _opened(check, b"Indien u belt.\n")
    with pytest.raises(WriteError):
        letter.write(0, "", check)
    with pytest.raises(IndexError):
        letter.write(5, "Een zin.", check)
    with pytest.raises(IndexError):
        letter.accept(99, 0, check)
    assert (letter.version, letter.can_undo) == (1, False)


def test_another_tab_was_first(check: Check) -> None:
    letter = _opened(check)
    letter.write(1, "Een.", check)
    with pytest.raises(OutdatedError):
        letter.expect(1)
    letter.expect(2)


def test_the_writer_says_what_sort_it_is(check: Check) -> None:
    letter = _opened(check)
    letter.choose(DocumentType.NEWS, check)
    assert letter.now.report.letter is not None
    assert letter.now.report.letter.type == "nieuwsbericht"
    letter.choose(None, check)
    assert letter.now.report.letter is not None
    assert letter.now.report.letter.type != "nieuwsbericht"


@pytest.mark.parametrize("name", ["brief.eml", "brief.rtf"])
def test_what_cannot_be_written_becomes_a_copy(check: Check, name: str) -> None:
    data = {
        "brief.eml": b"From: a@x.example\nTo: b@x.example\nSubject: Uw vraag\n\nIndien u belt, helpen wij u.\n",
        "brief.rtf": rb"{\rtf1 Indien u belt, helpen wij u.\par Tot ziens.\par}",
    }[name]
    letter = _opened(check, data, name)
    assert letter.is_copy
    letter.write(_at(letter, "Indien"), "Als u belt, helpen wij u.", check)
    assert "Als u belt" in letter.now.document.source.text


def test_a_word_file_is_no_copy(check: Check, docx: Callable[..., bytes]) -> None:
    letter = _opened(check, docx("Indien u belt, helpen wij u."), "brief.docx")
    assert not letter.is_copy


def test_what_cannot_be_read(check: Check) -> None:
    with pytest.raises(ReadError):
        _opened(check, b"", "brief.docx")
    with pytest.raises(ReadError):
        _opened(check, b"MZ\x90", "brief.exe")


def test_the_way_back_has_an_end(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("b1check.serve.letters._MOST_STEPS", 4)
    letter = _opened(check)
    for number in range(8):
        letter.write(1, f"Dit is zin {number}.", check)
    steps = 0
    while letter.can_undo:
        letter.undo(check)
        steps += 1
    assert steps == 3
    assert letter.now.document.source.text == LETTER
