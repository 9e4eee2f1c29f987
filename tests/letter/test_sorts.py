"""What sort a letter is where words mislead, and checks that stay silent where a letter tells it in its own way."""

from __future__ import annotations

import pytest

from b1check import Checker
from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType, Part

from .june import june
from .letters import read

_T = DocumentType
OBJECT = (
    "\n\nU kunt binnen zes weken na de datum van deze brief bezwaar maken bij het college van burgemeester en"
    " wethouders, Postbus 10, 1234 AB Waterdam."
)
SORTS: list[tuple[DocumentType, str, str]] = [
    # money that the reader gets is no bill
    (_T.LETTER, "u krijgt stallingsgeld terug", "De slagboom was kapot. Wij betalen u € 12 terug."),
    (_T.LETTER, "fout met uw incasso", "Wij haalden twee keer geld van uw rekening. U krijgt € 40 van ons terug."),
    (_T.LETTER, "beslag op uw toeslag", "De deurwaarder legt beslag op uw toeslag. U hoeft zelf niets te doen."),
    # a decision that comes later, or that nobody took yet
    (
        _T.EXTENSION,
        "verdaging van de beslissing op uw bezwaar",
        "Wij verdagen de beslissing op uw bezwaar tot 12 juli 2026.",
    ),
    (_T.LETTER, "plannen voor uw pand", "Wij zijn van plan het pand te sluiten, maar u mag eerst zeggen wat u vindt."),
    # what is not complete may be an objection
    (
        _T.MISSING_PAPERS,
        "uw bezwaarschrift is nog niet compleet",
        "In uw bezwaarschrift ontbreekt de reden. Stuur die vóór 12 juni 2026. Anders is uw bezwaar niet-ontvankelijk.",
    ),
    # a meeting without a word of inviting
    (_T.INVITATION, "samen kijken naar uw aangifte", "Op 12 juni 2026 vullen wij de aangifte samen met u in."),
    (_T.INVITATION, "jouw prik", "Op vrijdag 12 juni 2026 om 15.10 uur ben jij aan de beurt."),
    (_T.INVITATION, "praten over school", "Wij zien je graag verschijnen op 12 juni 2026 om 10.00 uur."),
    # what was asked for before
    (_T.REMINDER, "de stand van uw gasmeter", "In mei vroegen wij u naar de meterstand. Die hebben wij nog niet."),
    # paying in other words
    (_T.DEMAND, "uw fiets staat in het depot", "U haalt uw fiets op in het depot. Daar rekent u € 35 af."),
    # the reader must pay back
    (
        _T.RECLAIM,
        "u kreeg te veel subsidie",
        "Dat is € 900 minder. Dat dient u vóór 12 juli 2026 terug te storten.",
    ),
]


@pytest.mark.parametrize(("sort", "subject", "body"), SORTS)
def test_sort(sort: DocumentType, subject: str, body: str, analyser: Analyser) -> None:
    assert june(body, analyser, subject=subject).type.type is sort


def test_a_child_that_gets_something_makes_a_decision_that_grants(analyser: Analyser) -> None:
    body = "Noor krijgt een plek in het taxibusje. De rit is gratis." + OBJECT
    assert june(body, analyser, subject="Noor mag met het taxibusje").type.type is _T.GRANT


SILENT: list[tuple[str, str, str]] = [
    # the appointment stands first
    (
        "kern-niet-vooraan",
        "gesprek op 12 juni",
        "Het is weer tijd. Wij zitten voor u klaar op 12 juni 2026, om 9.30 uur.",
    ),
    # objecting, told in another order
    (
        "bezwaarclausule-ontbreekt",
        "uw kraampje",
        "Wij verlenen u de vergunning.\n\nU kunt als u het niet met dit besluit eens bent bezwaar maken, binnen zes "
        "weken na de datum van deze brief, bij het college van Waterdam, Postbus 10, 1234 AB Waterdam.",
    ),
    (
        "last-onvolledig",
        "last onder dwangsom",
        "Wij leggen u een last onder dwangsom op. U meldde de leegstand niet. Dat is een overtreding van artikel 3 van "
        "de Leegstandverordening. U wordt gelast de leegstand vóór 12 juli 2026 te melden via waterdam.nl/leeg. Anders "
        "betaalt u € 500." + OBJECT,
    ),
    (
        "verlenging-zonder-datum",
        "uw klacht",
        "Wij verlengen de termijn voor uw klacht. De nieuwe datum is 20 juli 2026.",
    ),
    (
        "actie-zonder-datum",
        "de braderie",
        "Wilt u op de braderie staan? Dan moet het vóór 12 juni 2026 bij ons bekend zijn. Schrijf op wat u verkoopt en "
        "mail dat naar markt@waterdam.nl.",
    ),
    (
        "aanmaning-onvolledig",
        "aanmaning voor uw moestuin",
        "Dit is een aanmaning. Betaal de € 60 vóór 15 juni 2026 op rekening NL00 BANK 0123 4567 89, met als "
        "omschrijving MT 8841. Betaalt u niet, dan gaat de rekening naar de deurwaarder.",
    ),
    (
        "bezwaarclausule-ontbreekt",
        "beslissing op uw bezwaar",
        "Uw bezwaar is ongegrond.\n\nBeroep instellen kan iedere belanghebbende binnen zes weken na verzending van "
        "deze beslissing, bij de rechtbank Rotterdam, Postbus 50951, 3007 BM Rotterdam.",
    ),
    (
        "bezwaarclausule-onvolledig",
        "wij vorderen geld terug",
        "Wij vorderen € 90 van u terug.\n\nU kunt als belanghebbende bezwaar maken. Dat doet u binnen zes weken na "
        "verzending van deze brief bij het bestuur van de Sociale Dienst Waterdam, Postbus 10, 1234 AB Waterdam. Zet "
        "uw naam, adres, de datum, uw redenen en uw handtekening erin.",
    ),
    (
        "actie-zonder-datum",
        "uw aanvraag is niet compleet",
        "Er ontbreekt een foto bij uw aanvraag. Uw dossier wacht tot en met 24 juni 2026. Kom met de foto langs aan "
        "balie 3. Blijft de foto weg, dan behandelen wij de aanvraag niet.",
    ),
    ("belofte-zonder-termijn", "uw plan", "Alles is rond. Voor het eind van juli 2026 krijgt u van ons een lijst."),
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    """A checker for all cases of the module."""
    return Checker()


@pytest.mark.parametrize(("rule", "subject", "body"), SILENT)
def test_a_good_letter_gets_no_remark(rule: str, subject: str, body: str, checker: Checker) -> None:
    text = f"""Gemeente Waterdam

Datum: 1 juni 2026
Onderwerp: {subject}

Beste mevrouw Bakker,

{body}

Hebt u vragen? Bel Ans Kok: 14 0344.

Met vriendelijke groet,

Sam de Boer
"""
    found = checker.check_text(text, name="brief.txt").findings
    assert rule not in {one.rule for one in found}


@pytest.mark.parametrize(
    "closing", ["Groetjes,", "Hartelijke groet", "Sportieve groet,", "Groeten van", "Warme groet,"]
)
def test_a_closing_may_be_less_formal(closing: str, analyser: Analyser) -> None:
    text = f"Datum: 1 juni 2026\nOnderwerp: de markt\n\nBeste Sam,\n\nDe markt is weer open.\n\n{closing}\n\nAns Kok\n"
    assert read(text, analyser).parts.count(Part.CLOSING) >= 1
