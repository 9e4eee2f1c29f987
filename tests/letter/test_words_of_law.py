"""Rules about style leave the part about bezwaar and beroep alone, and the score leaves it out."""

from __future__ import annotations

from b1check import Checker

from .letters import letter

HARD = "Belanghebbenden kunnen ingevolge de wet binnen zes weken na verzending een gemotiveerd bezwaarschrift indienen."
DECIDED = "Wij wijzen uw aanvraag af, omdat u een eigen garage hebt.\n\n"
STYLE = frozenset({"woorden", "jargon", "zinnen", "zinsbouw", "lijdend"})


def of_style(checker: Checker, text: str) -> set[str]:
    groups = {name: spec.group for name, (spec, _) in checker.book.specs.items()}
    found = checker.check_text(text, name="brief", format="txt").findings
    return {finding.text for finding in found if groups[finding.rule] in STYLE}


def test_no_style_findings_in_a_remedy() -> None:
    checker = Checker()
    assert of_style(checker, letter(f"{DECIDED}Dat kan ingevolge de wet niet."))
    assert of_style(checker, letter(DECIDED + HARD)) == set()


def test_a_page_is_checked_everywhere() -> None:
    assert of_style(Checker(), f"Wij beslissen over uw aanvraag.\n\n{HARD}")


def test_a_letter_of_one_paragraph_is_checked() -> None:
    assert of_style(Checker(), letter(f"Wij wijzen uw aanvraag af. {HARD}"))


def test_words_of_a_remedy_do_not_count() -> None:
    checker = Checker()
    with_remedy = checker.check_text(letter(DECIDED + HARD), name="brief", format="txt")
    without = checker.check_text(letter(DECIDED), name="brief", format="txt")
    assert with_remedy.words == without.words > 0
    assert with_remedy.difficulty == without.difficulty
