"""What holds for every text that is fixed, whatever is in it.

The texts are made of sentence parts that set the rewriters to work in all positions of a sentence, in text, Markdown
and HTML; and they are our own letters and pages.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b1check import Applicability, Checker, Finding, Report, Severity, Span
from b1check.documents import readers, writers
from b1check.documents.document import Document
from b1check.documents.writers.edits import apply, new_spans
from b1check.fixes import MANY, SAFE_AND_REVIEW, Decision, Fixed, Offer, fix

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
WRITABLE = {"txt", "md", "html", "docx"}

OPENINGS = ("Wij", "De gemeente", "Volgens het besluit", "Vanaf 3 mei", "Indien nodig", "Daarom", "Na de beëindiging")
CLAUSES = (
    "verstrekken wij u een pas",
    "stemt u in met het plan",
    "vangt de cursus aan",
    "bent u € 50 verschuldigd",
    "beschikt u niet over een auto",
    "dient u het formulier in te leveren",
    "is de regel van toepassing op uw huis",
    "kunt u gebruik maken van de bus",
    "stellen wij u in kennis van het besluit",
    "wordt uw aanvraag door ons beoordeeld",
    "hebt u een schriftelijk verzoek gedaan dat wij nog lezen",
    "tonen wij aan dat de regelgeving klopt",
    "zijn er twee werkzaamheden die u hinder geven",
)
ENDINGS = (
    ".",
    "?",
    ", teneinde u te helpen.",
    " (zie de bijlage).",
    ", mits u op tijd bent.",
    " en dat is 03-05-2026.",
)
PARAGRAPHS = {
    "txt": ("{}\n", "- {}\n"),
    "md": ("{}\n", "- {}\n", "**{}**\n", "# Kop\n\n{}\n"),
    "html": ("<p>{}</p>\n", "<ul><li>{}</li></ul>\n", "<p>Let op: <b>{}</b></p>\n"),
}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A format, and a text in it of one to four paragraphs."""
    form = draw(st.sampled_from(sorted(PARAGRAPHS)))
    paragraphs = []
    for _ in range(draw(st.integers(1, 4))):
        sentences = [
            f"{draw(st.sampled_from(OPENINGS))} {draw(st.sampled_from(CLAUSES))}{draw(st.sampled_from(ENDINGS))}"
            for _ in range(draw(st.integers(1, 2)))
        ]
        paragraphs.append(draw(st.sampled_from(PARAGRAPHS[form])).format(" ".join(sentences)))
    return form, "\n".join(paragraphs)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def fixed(
    form: str,
    text: str,
    checker: Checker,
    levels: frozenset[Applicability] = SAFE_AND_REVIEW,
    decide: Callable[[Offer], Decision] | None = None,
) -> Fixed:
    file = writers.editable(text.encode(), name=f"tekst.{form}")
    return fix(file, checker.check_document, levels=levels, decide=decide)


def only_these_changed(old: str, result: Fixed) -> bool:
    """Tell whether the text outside the edits is the same, piece by piece."""
    at_old = at_new = 0
    for edit, new in zip(result.edits, new_spans(result.edits), strict=True):
        if old[at_old : edit.span.start] != result.text[at_new : new.start]:
            return False
        at_old, at_new = edit.span.end, new.end
    return old[at_old:] == result.text[at_new:]


def nothing_got_worse(result: Fixed) -> bool:
    before, after = result.before.score, result.after.score
    falls = before is not None and after is not None and after.value < before.value - 1e-9
    return not falls and set(result.after.errors) <= set(result.before.errors)


@settings(max_examples=40)
@given(text=texts())
def test_fixing_twice_changes_nothing_more(text: tuple[str, str], checker: Checker) -> None:
    form, words = text
    once = fixed(form, words, checker)
    assert fixed(form, once.text, checker).edits == ()


@settings(max_examples=40)
@given(text=texts())
def test_the_fixes_one_after_the_other_give_the_whole(text: tuple[str, str], checker: Checker) -> None:
    form, words = text
    result = fixed(form, words, checker)
    step = words
    for offer in result.applied:
        step = apply(step, offer.fix.edits)
    assert step == result.text == apply(words, result.edits)
    assert only_these_changed(words, result)
    assert nothing_got_worse(result)


def _once() -> Callable[[Offer], Decision]:
    answers = iter([Decision.APPLY])
    return lambda _offer: next(answers, Decision.STOP)


@settings(max_examples=40)
@given(text=texts())
def test_what_one_fix_may_bring(text: tuple[str, str], checker: Checker) -> None:
    form, words = text
    result = fixed(form, words, checker, decide=_once())
    for offer in result.applied:
        spans = new_spans(result.edits)
        again = [found for found in result.after.findings if found.rule == offer.finding.rule]
        assert not any(found.span.overlaps(span) for found in again for span in spans)
        assert all(offer.finding.severity.reaches(finding.severity) for finding in _new(result))
    assert len(result.applied) <= 1


def _new(result: Fixed) -> list[Finding]:
    """Return the findings of a rule that has more of them than before."""
    before = Counter((finding.rule, finding.severity) for finding in result.before.findings)
    after = Counter((finding.rule, finding.severity) for finding in result.after.findings)
    more = after - before
    return [finding for finding in result.after.findings if (finding.rule, finding.severity) in more]


@settings(max_examples=40)
@given(text=texts(), data=st.data())
def test_fixes_that_meet_are_never_both_made(text: tuple[str, str], data: st.DataObject, checker: Checker) -> None:
    """Whatever a writer answers, the text that comes of it is that of the fixes that he took."""
    form, words = text
    taken: list[Offer] = []

    def decide(offer: Offer) -> Decision:
        if data.draw(st.booleans()):
            taken.append(offer)
            return Decision.APPLY
        return Decision.SKIP

    result = fixed(form, words, checker, decide=decide)
    assert list(result.applied) == taken
    step = words
    for offer in taken:
        assert offer.fix.edits == tuple(sorted(offer.fix.edits, key=lambda edit: edit.span))
        step = apply(step, offer.fix.edits)
    assert step == result.text


def _documents() -> Sequence[str]:
    with (CORPORA / "index.csv").open(encoding="utf-8", newline="") as file:
        return [row["path"] for row in csv.DictReader(file) if row["formaat"] in WRITABLE]


@pytest.mark.parametrize("path", _documents()[::12])
def test_our_letters_and_pages_only_get_better(path: str, checker: Checker) -> None:
    _only_better(path, checker)


@pytest.mark.slow
@pytest.mark.parametrize("path", _documents())
def test_all_our_letters_and_pages_only_get_better(path: str, checker: Checker) -> None:
    _only_better(path, checker)


def _only_better(path: str, checker: Checker) -> None:
    original = writers.editable(readers.content(CORPORA / path), name=path)
    result = fix(original, checker.check_document)
    assert only_these_changed(original.document.source.text, result)
    assert nothing_got_worse(result)
    assert apply(original.document.source.text, result.edits) == result.text
    again = fix(writers.editable(result.write(), name=path), checker.check_document)
    assert again.edits == ()


def test_every_fix_says_why_in_its_own_words(checker: Checker) -> None:
    reasons = []
    for path in _documents()[::6]:
        for finding in checker.check_file(CORPORA / path).findings:
            reasons += [fix.reason for fix in finding.fixes]
    assert len(reasons) > 200
    assert all(reason and reason[-1] in ".?!" and "{" not in reason for reason in reasons)
    assert max(Counter(reasons).values()) < len(reasons) / 8, "one reason for all says nothing"


def _with(checker: Checker, change: Callable[[str, Report], Report]) -> Callable[[Document], Report]:
    """Return a check that says something else of some texts, to see what comes of a fix that makes things worse."""
    return lambda document: change(document.source.text, checker.check_document(document))


def _fixed_with(text: str, check: Callable[[Document], Report]) -> str:
    return fix(writers.editable(text.encode(), name="tekst.txt"), check).text


LETTER = "Indien u belt, is dat goed. U krijgt tevens een brief.\n"
ONE = "Indien u belt, is dat goed. U krijgt ook een brief.\n"
BOTH = "Als u belt, is dat goed. U krijgt ook een brief.\n"


def test_without_harm_both_words_change(checker: Checker) -> None:
    assert _fixed_with(LETTER, checker.check_document) == BOTH


@pytest.mark.parametrize(("severity", "wanted"), [(Severity.FOUT, ONE), (Severity.TIP, BOTH)])
def test_a_fix_may_bring_no_heavier_remark(severity: Severity, wanted: str, checker: Checker) -> None:
    (old,) = (found for found in checker.check_text(LETTER).findings if found.text == "Indien")
    extra = replace(old, rule="nieuw", severity=severity, fixes=())

    def more(text: str, report: Report) -> Report:
        return replace(report, findings=(*report.findings, extra)) if "Als" in text else report

    assert _fixed_with(LETTER, _with(checker, more)) == wanted


def test_a_fix_after_which_the_same_remark_stands_there_is_taken_back(checker: Checker) -> None:
    (old,) = (found for found in checker.check_text(LETTER).findings if found.text == "Indien")

    def again(text: str, report: Report) -> Report:
        same = replace(old, span=Span(0, 3), text="Als", fixes=())
        return replace(report, findings=(same, *report.findings)) if text.startswith("Als") else report

    assert _fixed_with(LETTER, _with(checker, again)) == ONE


def test_a_fix_that_makes_the_text_harder_is_taken_back(checker: Checker) -> None:
    def harder(text: str, report: Report) -> Report:
        return replace(report, difficulty=2.0 if "Als" in text else 1.0)

    assert _fixed_with(LETTER, _with(checker, harder)) == ONE


def test_a_fix_that_makes_room_for_one_before_it_is_not_the_last(checker: Checker) -> None:
    def hidden(text: str, report: Report) -> Report:
        """The first word is only found when the second is repaired."""
        shown = (found for found in report.findings if found.text != "Indien" or "tevens" not in text)
        return replace(report, findings=tuple(shown))

    assert _fixed_with(LETTER, _with(checker, hidden)) == BOTH


def test_a_fix_that_lowers_the_score_is_taken_back(checker: Checker) -> None:
    def lower(text: str, report: Report) -> Report:
        assert report.score is not None
        return replace(report, difficulty=None, score=replace(report.score, value=40.0 if "Als" in text else 50.0))

    more = "\nU mag ons bellen met een vraag over uw pas of uw huis. Wij zijn er de hele week voor u.\n" * 8
    assert _fixed_with(LETTER + more, _with(checker, lower)) == ONE + more


def test_a_fix_after_which_the_text_cannot_be_checked_as_well_is_taken_back(checker: Checker) -> None:
    def fails(text: str, report: Report) -> Report:
        return replace(report, errors=("kapot",)) if "Als" in text else report

    assert _fixed_with(LETTER, _with(checker, fails)) == ONE


MUCH = tuple(f"Indien u {number} keer belt, is dat goed.\n" for number in range(21, 21 + MANY + 5))


def test_with_many_fixes_the_paragraphs_go_together_and_each_is_still_looked_at(checker: Checker) -> None:
    heavy, checked = 7, []

    def more(text: str, report: Report) -> Report:
        """One paragraph gets a heavier remark for its new word."""
        checked.append(text)
        new = MUCH[heavy].replace("Indien", "Als")
        if new not in text:
            return report
        old = next(found for found in checker.check_text("\n".join(MUCH)).findings if found.block == heavy)
        place = text.index(new)
        extra = replace(old, rule="nieuw", severity=Severity.FOUT, fixes=(), span=Span(place, place + 3))
        return replace(report, findings=(*report.findings, extra))

    wanted = [line if at == heavy else line.replace("Indien", "Als") for at, line in enumerate(MUCH)]
    assert _fixed_with("\n".join(MUCH), _with(checker, more)) == "\n".join(wanted)
    assert len(checked) < MANY / 2
