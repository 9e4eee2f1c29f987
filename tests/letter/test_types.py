"""The sort of document, from its words and its form."""

from __future__ import annotations

import time

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .june import june
from .letters import read

_T = DocumentType
LETTERS = [
    (_T.GRANT, "vaststelling subsidie 2025", "Wij hebben besloten de subsidie vast te stellen op € 900."),
    (_T.GRANT, "uw traplift", "Wij hebben besloten u een traplift te verstrekken. Dit besluit geldt vanaf 1 juli."),
    (_T.LETTER, "uw vraag over een bankje", "Op 3 mei ontvingen wij uw brief, waarin u vraagt om een bankje."),
    (_T.REMINDER, "uw kaart", "Uw kaart ligt al drie weken voor u klaar. Wilt u de kaart ophalen?"),
    (_T.GRANT, "u krijgt een parkeerkaart", "U krijgt een parkeerkaart. Dat is ons besluit op uw aanvraag."),
    (_T.GRANT, "uw aanvraag", "Wij hebben besloten u een vergoeding toe te kennen van € 120."),
    (_T.GRANT, "vergunning", "Wij verlenen u een vergunning voor een terras. U vindt het besluit hieronder."),
    (
        _T.GRANT,
        "taxi naar school",
        "Op 2 mei vroeg u vervoer voor uw dochter. Uw dochter krijgt dat vervoer. Wij besluiten dat.",
    ),
    (_T.REJECTION, "u krijgt geen parkeerkaart", "U krijgt geen parkeerkaart. Dit besluit leggen wij uit."),
    (_T.REJECTION, "uw aanvraag", "Wij wijzen uw aanvraag om bijstand af. Tegen dit besluit kunt u bezwaar maken."),
    (_T.REJECTION, "uw aanvraag", "Helaas komt u niet in aanmerking voor kwijtschelding. Dat is ons besluit."),
    (_T.OBJECTION_DECISION, "beslissing op uw bezwaar", "Wij verklaren uw bezwaar ongegrond. Ons besluit blijft."),
    (
        _T.OBJECTION_DECISION,
        "u krijgt geen vergunning",
        "U hebt bezwaar gemaakt tegen ons besluit van 3 mei. Ons besluit verandert niet.",
    ),
    (_T.ENFORCEMENT, "last onder dwangsom", "U overtreedt de regels. Wij leggen u een last onder dwangsom op."),
    (_T.RECLAIM, "terugbetalen", "U hebt te veel bijstand gekregen. Wij besluiten dat u € 300 moet terugbetalen."),
    (_T.RECLAIM, "terugvordering subsidie", "Wij vorderen € 300 van u terug. Dat is ons besluit."),
    (
        _T.FINAL_DEMAND,
        "aanmaning",
        "U hebt uw aanslag nog niet betaald. Betaal vóór 9 juni, anders komt er een deurwaarder.",
    ),
    (_T.DEMAND, "rekening voor uw vergunning", "Hierbij krijgt u de rekening. Wilt u € 40 betalen vóór 1 juli?"),
    (_T.REMINDER, "herinnering: vul de vragenlijst in", "Wij hebben nog geen antwoord van u gekregen."),
    (_T.REMINDER, "uw paspoort verloopt", "Uw paspoort verloopt op 1 augustus. Vraag op tijd een nieuw paspoort aan."),
    (_T.MISSING_PAPERS, "uw aanvraag", "Uw aanvraag is niet compleet. Wij missen uw loonstrook."),
    (_T.MISSING_PAPERS, "stuur ons nog 2 papieren", "Wij hebben nog twee papieren van u nodig."),
    (_T.INVITATION, "uitnodiging voor een gesprek", "Wij nodigen u uit voor een gesprek op 9 juni."),
    (_T.INVITATION, "praat mee over het park", "Komt u ook naar de bewonersavond? U bent welkom op 9 juni."),
    (
        _T.CONFIRMATION,
        "ontvangst van uw melding",
        "Wij hebben uw melding ontvangen. U krijgt binnen 5 werkdagen antwoord.",
    ),
    (_T.EXTENSION, "wij hebben meer tijd nodig", "Wij verlengen de beslistermijn met zes weken."),
    (_T.LETTER, "de stoep voor uw huis", "U schreef ons dat de stoep los ligt. Dinsdag leggen wij de tegels recht."),
]


@pytest.mark.parametrize(("sort", "subject", "body"), LETTERS)
def test_a_letter(sort: DocumentType, subject: str, body: str, analyser: Analyser) -> None:
    assert june(body, analyser, subject=subject).type.type is sort


def test_a_letter_to_a_street(analyser: Analyser) -> None:
    text = "Beste bewoner,\n\nOp 8 juni beginnen de werkzaamheden in uw straat. De weg is dan dicht.\n\nIlse Bos\n"
    assert read(text, analyser).type.type is _T.STREET_LETTER


PAGES = [
    (
        _T.PRODUCT_PAGE,
        "# Parkeerkaart aanvragen\n\nVraag de kaart aan met DigiD. Het kost € 40. U hebt nodig: uw kenteken.\n",
    ),
    (_T.INFORMATION_PAGE, "# Over onze wijk\n\nIn deze wijk wonen 4.000 mensen. Er zijn twee scholen.\n"),
    (_T.NEWS, "# Brug weer open\n\nNieuws van 3 mei 2026\n\nDe brug is weer open.\n"),
    (_T.NEWS, "# Brug weer open\n\n3 mei 2026\n\nDe brug is weer open.\n"),
    (_T.FORM, "# Aanvraagformulier subsidie\n\nVul dit formulier in.\n\nNaam: ________\n"),
    (_T.FORM, "# Opgave gasten\n\nNaam: ________\n\nAdres: ________\n\nTelefoon: ________\n\nHandtekening: ________\n"),
]


@pytest.mark.parametrize(("sort", "text"), PAGES)
def test_a_page(sort: DocumentType, text: str, analyser: Analyser) -> None:
    assert read(text, analyser, format="md").type.type is sort


def test_the_user_knows_better(analyser: Analyser) -> None:
    guess = june("Wij wijzen uw aanvraag af.", analyser, type=_T.LETTER).type
    assert (guess.type, guess.given) == (_T.LETTER, True)


def test_what_happens_under_a_condition_is_no_decision(analyser: Analyser) -> None:
    body = "Wij missen nog een papier van u. Krijgen wij het niet? Dan krijgt u geen uitkering. Dat is dan ons besluit."
    assert june(body, analyser).type.type is _T.MISSING_PAPERS


def test_a_reason_has_the_words_and_the_place(analyser: Analyser) -> None:
    assert june("Wij wijzen uw aanvraag af.", analyser).type.reason == "‘wijzen uw aanvraag af’ in het begin"


def test_a_long_text_takes_time_in_proportion(analyser: Analyser) -> None:
    def seconds(times: int) -> float:
        body = "\n\n".join(f"Wij komen op {n % 28 + 1} juni bij u langs. U moet dan thuis zijn." for n in range(times))
        june(body, analyser)  # analyses the text, which the second reading finds again
        start = time.process_time()
        june(body, analyser)
        return time.process_time() - start

    assert seconds(400) < 30 * seconds(40) + 0.1
