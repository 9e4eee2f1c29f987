"""The same gap in a letter is told once, though two rules can see it."""

from __future__ import annotations

import pytest

from b1check import Checker
from b1check.report import Report

_LETTER = """Datum: 3 maart 2026
Onderwerp: {subject}

Beste mevrouw Bakker,

{body}

Hebt u vragen? Bel 14 0396.

Met vriendelijke groet,

Sam de Boer
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def _check(checker: Checker, subject: str, body: str) -> Report:
    return checker.check_text(_LETTER.format(subject=subject, body=body), name="brief.txt")


def _rules(report: Report, names: set[str]) -> list[str]:
    return [finding.rule for finding in report.findings if finding.rule in names]


@pytest.mark.parametrize(
    ("subject", "body", "rules", "told"),
    [
        (
            "aanmaning voor uw belasting",
            "U hebt € 82,40 nog niet betaald. Betaal dit bedrag vóór 20 maart 2026 op NL00 BANK 0123 4567 89. "
            "Zet het nummer 8026 erbij.",
            {"gevolg-ontbreekt", "aanmaning-onvolledig"},
            "aanmaning-onvolledig",
        ),
        (
            "uw aanvraag is niet compleet",
            "Uw aanvraag is niet compleet. Stuur ons een kopie van uw paspoort. Anders stoppen wij met uw aanvraag.",
            {"actie-zonder-datum", "herstelverzuim-onvolledig"},
            "herstelverzuim-onvolledig",
        ),
        (
            "last onder dwangsom",
            "Wij leggen u een last onder dwangsom op. U bouwt zonder vergunning. Dat mag niet van de Omgevingswet. "
            "U moet de schutting weghalen. Doet u dat niet? Dan betaalt u € 500 per week.",
            {"actie-zonder-datum", "last-onvolledig"},
            "actie-zonder-datum",
        ),
        (
            "u krijgt geen parkeerkaart",
            "Wij wijzen uw aanvraag af, omdat u een eigen garage hebt. U kunt binnen 6 weken bezwaar maken. "
            "Stuur uw bezwaar naar het college van Zandwijk, Postbus 12, 3840 AB Zandwijk.",
            {"bezwaarclausule-onvolledig", "termijn-zonder-startpunt"},
            "bezwaarclausule-onvolledig",
        ),
    ],
)
def test_a_gap_that_two_rules_see(subject: str, body: str, rules: set[str], told: str, checker: Checker) -> None:
    assert _rules(_check(checker, subject, body), rules) == [told]


def test_a_term_outside_the_clause_still_needs_its_beginning(checker: Checker) -> None:
    body = (
        "Wij wijzen uw aanvraag af, omdat u een eigen garage hebt. "
        "Stuur de oude kaart binnen 2 weken terug naar ons.\n\n"
        "U kunt binnen 6 weken na de datum van deze brief bezwaar maken. "
        "Stuur uw bezwaar naar het college van Zandwijk, Postbus 12, 3840 AB Zandwijk."
    )
    assert _rules(_check(checker, "u krijgt geen parkeerkaart", body), {"termijn-zonder-startpunt"})
