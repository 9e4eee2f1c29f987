"""What a letter asks without an order: wishes, what must be there by a day, bare acts; and what only looks like it."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.model import DocumentType

from .letters import letter, read

_T = DocumentType
ASKED: list[tuple[str, DocumentType, str]] = [
    # the municipality looks forward to something
    ("Terugzending van de sleutel zien wij vóór 20 maart 2026 tegemoet.", _T.LETTER, "Terugzending"),
    ("De meterstand lezen wij graag vóór 20 maart 2026 op de kaart.", _T.LETTER, "De meterstand"),
    ("Het akkoord van uw buren hebben wij het liefst vóór 18 maart 2026.", _T.LETTER, "Het akkoord"),
    ("Van het bedrag hopen we vóór 21 maart 2026 de overschrijving te ontvangen.", _T.DEMAND, "overschrijving"),
    ("Uiterlijk 19 maart 2026 willen we jullie lijst binnen hebben.", _T.LETTER, "jullie lijst"),
    # it counts on something, also on what must not be
    ("Wij rekenen erop dat er op 20 maart 2026 geen boot meer in de haven ligt.", _T.STREET_LETTER, "geen boot"),
    ("Wij gaan ervan uit dat u de boete vóór 20 maart 2026 hebt betaald.", _T.ENFORCEMENT, "boete"),
    ("Om 10.15 uur rekenen wij die dag op u bij de ingang.", _T.INVITATION, "op u"),
    # it asks whether it may get something
    ("Mogen wij vóór 20 maart 2026 van u horen of u de tuin houdt?", _T.LETTER, "Mogen wij"),
    ("Mogen we uw oude pas vóór 20 maart 2026 terug?", _T.LETTER, "uw oude pas"),
    ("Mogen wij uiterlijk 24 maart 2026 van je weten welke maat je hebt?", _T.LETTER, "welke maat"),
    # a thing must be with the municipality
    ("Het getekende plan is uiterlijk 20 maart 2026 bij ons terug.", _T.LETTER, "Het getekende plan"),
    ("Het geld staat uiterlijk 20 maart 2026 op onze rekening.", _T.RECLAIM, "Het geld"),
    ("Op 23 maart 2026 staat het hele bedrag op onze rekening.", _T.RECLAIM, "hele bedrag"),
    # how things must be on a last day
    ("De opdracht aan u: de schuur is uiterlijk 20 maart 2026 leeg.", _T.ENFORCEMENT, "de schuur"),
    ("Alleen de bon van de glaszetter nog, en wel vóór 20 maart 2026.", _T.LETTER, "de bon"),
    # bare acts
    (
        "Wat moet er gebeuren?\n\nWat: de lijst tekenen en terugsturen\nWanneer: vóór 20 maart 2026",
        _T.REMINDER,
        "de lijst",
    ),
    ("Elke week de bak buiten zetten, de eerste keer uiterlijk 20 maart 2026.", _T.LETTER, "de bak"),
    # how it is paid is nobody who pays
    ("De schuld dient vóór 20 maart 2026 te zijn afgelost door storting op onze rekening.", _T.RECLAIM, "De schuld"),
    ("U krijgt de rekening, te voldoen binnen 3 weken na de datum van deze brief.", _T.DEMAND, "te voldoen"),
    # what cannot stay
    ("Uw fiets kan daar op 20 maart 2026 dus niet blijven staan.", _T.STREET_LETTER, "Uw fiets"),
    # help
    ("Helpt u ons vóór 20 maart 2026 aan de namen van de spelers?", _T.LETTER, "Helpt u ons"),
]


@pytest.mark.parametrize(("body", "sort", "what"), ASKED)
def test_what_is_asked_without_an_order(body: str, sort: DocumentType, what: str, analyser: Analyser) -> None:
    action = read(letter(body), analyser, type=sort).action
    assert action is not None, body
    assert what in action.what.text


NOTHING: list[tuple[str, DocumentType]] = [
    ("De brug is uiterlijk 20 maart 2026 weer open.", _T.STREET_LETTER),
    ("Uw paspoort ligt vanaf 20 maart 2026 bij ons klaar.", _T.LETTER),
    ("Uw verzoek is al bij ons binnen. U hoort vóór 20 maart 2026 meer van ons.", _T.CONFIRMATION),
    ("Wij helpen u graag. U bent altijd bij ons welkom.", _T.LETTER),
    ("Wij vertellen u graag meer over het plan. Dat doen wij op 20 maart 2026.", _T.LETTER),
    ("De toets heeft vier delen: spreken, luisteren, lezen en schrijven.", _T.LETTER),
    ("Mogen wij u bellen als wij iets niet begrijpen? U hoeft niets te doen.", _T.CONFIRMATION),
    ("Uw aanvraag kan niet blijven staan: u hebt haar op 2 maart 2026 ingetrokken.", _T.REJECTION),
    ("Medewerker Tom Blok belt u uiterlijk 20 maart 2026.", _T.CONFIRMATION),
    ("Op 20 maart 2026 staat het geld op uw rekening.", _T.GRANT),
    ("Moet u vóór 20 maart 2026 op reis? Dat kan gewoon.", _T.LETTER),
]


@pytest.mark.parametrize(("body", "sort"), NOTHING)
def test_what_asks_nothing(body: str, sort: DocumentType, analyser: Analyser) -> None:
    action = read(letter(body), analyser, type=sort).action
    assert action is None, action


OTHERWISE: list[tuple[str, str]] = [
    ("Betaal de rekening vóór 20 maart 2026.\n\nKomt het geld later? Dan krijgt u een aanmaning.", "aanmaning"),
    ("Haal uw auto vóór 20 maart 2026 weg.\n\nEn als er nog iets staat?\n\nDan slepen wij het weg.", "slepen"),
    ("Ruim het pad vóór 20 maart 2026 op. Wat er daarna nog ligt, halen wij weg op uw kosten.", "op uw kosten"),
    ("Stuur ons vóór 20 maart 2026 uw plan. Maar horen we niks, dan vervalt uw plek.", "vervalt uw plek"),
    (
        "Laat ons vóór 20 maart 2026 weten of u bouwt. Blijft het stil, dan trekken wij de vergunning in. Bouwt u "
        "later? Schrijf dan op wanneer.",
        "trekken wij",
    ),
]


@pytest.mark.parametrize(("body", "words"), OTHERWISE)
def test_what_happens_otherwise(body: str, words: str, analyser: Analyser) -> None:
    action = read(letter(body), analyser, type=_T.LETTER).action
    assert action is not None
    assert action.otherwise is not None
    assert words in action.otherwise.text


ROWS = """Wat moet er gebeuren?

Wat: de lijst invullen en ondertekenen
Wanneer: vóór 20 maart 2026
Hoe: met de groene envelop
Niet ingeleverd: wij stoppen de betaling
"""


def test_rows_tell_the_whole_task(analyser: Analyser) -> None:
    action = read(letter(ROWS), analyser, type=_T.REMINDER).action
    assert action is not None
    assert action.what.text == "de lijst invullen en ondertekenen"
    assert action.when is not None
    assert action.how is not None
    assert action.otherwise is not None
    told = (action.when.text, action.how.text, action.otherwise.text)
    assert told == ("vóór 20 maart 2026", "met de groene envelop", "wij stoppen de betaling")


def test_a_row_that_names_an_event_is_no_task(analyser: Analyser) -> None:
    body = "Er is weer feest in de straat.\n\nWat: oogstfeest\nWanneer: 20 maart 2026\nWaar: plein De Brink"
    assert read(letter(body), analyser, type=_T.LETTER).action is None


def test_rows_fill_in_what_no_sentence_tells(analyser: Analyser) -> None:
    body = "U moet uw bonnen insturen.\n\nInleverdatum: uiterlijk 20 maart 2026\nInleverwijze: in de oranje bus"
    action = read(letter(body), analyser, type=_T.LETTER).action
    assert action is not None
    assert action.when is not None
    assert action.how is not None
    assert (action.when.text, action.how.text) == ("uiterlijk 20 maart 2026", "in de oranje bus")


def test_a_run_of_words_without_a_full_stop_is_no_sentence(analyser: Analyser) -> None:
    pasted = "op 3 mei 2026 moet u vóór 4 mei 2026 betalen op de rekening " * 60
    assert read(letter(pasted), analyser, type=_T.LETTER).action is None
    assert read(letter(pasted[:60]), analyser, type=_T.LETTER).action is not None
