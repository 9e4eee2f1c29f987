"""What stands outside the text of a Word file: footnotes are checked, the margins of the pages only tell."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from b1check.checker import Checker
from b1check.report import Report

from .word_notes import add_notes, reference

_TEXT = ("Beste mevrouw De Wit,", "U krijgt van ons een nieuwe pas. U hoeft daar niets voor te doen.")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _letter(*paragraphs: str) -> WordDocument:
    word = docx.Document()
    body = word.element.body
    for paragraph in paragraphs:
        body.insert(len(body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{paragraph}</w:p>"))
    return word


def _check(word: WordDocument) -> Report:
    stream = io.BytesIO()
    word.save(stream)
    return Checker().check_bytes(stream.getvalue(), name="brief.docx")


def _asked(report: Report, name: str) -> bool | None:
    assert report.letter is not None
    return next(item.met for item in report.letter.checklist if item.name == name)


def test_a_footnote_is_checked_at_its_own_place_and_does_not_count_for_the_score() -> None:
    plain = _letter(*map(_run, _TEXT))
    noted = _letter(_run(_TEXT[0]), _run(_TEXT[1]) + reference(1))
    add_notes(noted, _run("Indien u de pas kwijt bent, dient u ons te bellen."))
    report = _check(noted)
    assert ("Indien", 3) in {(finding.text, finding.line) for finding in report.findings}
    assert (report.words, report.measures) == (_check(plain).words, _check(plain).measures)


def test_a_footnote_explains_a_term() -> None:
    text = "Voor de tweede pas betaalt u leges."
    unexplained = {f.text for f in _check(_letter(*map(_run, (*_TEXT, text)))).findings}
    noted = _letter(*map(_run, _TEXT), _run(text) + reference(1))
    add_notes(noted, _run("Leges: geld dat u betaalt voor een dienst van de gemeente."))
    assert "leges" in unexplained
    assert "leges" not in {f.text for f in _check(noted).findings}


def test_the_margins_tell_the_date_and_how_to_reach_the_sender() -> None:
    bare = _letter(*map(_run, _TEXT))
    word = _letter(*map(_run, _TEXT))
    word.sections[0].header.paragraphs[0].text = "Datum: 5 maart 2026"
    word.sections[0].footer.paragraphs[0].text = "Indien u belt: telefoon 14 0344"
    without, report = _check(bare), _check(word)
    assert without.letter is not None and report.letter is not None
    assert (without.letter.date, report.letter.date) == (None, "2026-03-05")
    assert (_asked(without, "contact"), _asked(report, "contact")) == (False, True)
    assert "Indien" not in {finding.text for finding in report.findings}
    assert (report.words, report.measures) == (without.words, without.measures)


def test_the_address_of_the_sender_at_the_foot_does_not_belong_to_the_signature() -> None:
    lines = ("Geachte heer/mevrouw,", _TEXT[1], "Hoogachtend,", "N. ter Horst")
    word = _letter(*map(_run, lines))
    word.sections[0].footer.paragraphs[0].text = "Gemeente Merenhoek | Postbus 1400 | 3589 AA Merenhoek"
    assert "aanhef" not in {finding.rule for finding in _check(word).findings}
