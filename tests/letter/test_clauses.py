"""The parts that the law asks for, and what each of them tells."""

from __future__ import annotations

import pytest

from b1check.language.analysis import Analyser
from b1check.letter.clauses import lacking
from b1check.letter.model import Clause, ClauseKind, DocumentType

from .letters import letter, read

NO = DocumentType.REJECTION
YES = DocumentType.GRANT
AFTER = DocumentType.OBJECTION_DECISION
TAX = DocumentType.DEMAND
DECIDED = "Wij wijzen uw aanvraag af, omdat u een eigen garage hebt.\n\n"
NEEDED = ("wie", "termijn", "begin", "orgaan", "kanaal")


def clauses(body: str, analyser: Analyser, type: DocumentType = NO) -> dict[ClauseKind, Clause]:
    found = read(letter(DECIDED + body), analyser, type=type).clauses
    assert len({clause.kind for clause in found}) == len(found)
    return {clause.kind: clause for clause in found}


COMPLETE = [
    "Bent u het niet eens met ons besluit? Stuur dan binnen 6 weken een bezwaarschrift naar de gemeente Zandwijk, "
    "Postbus "
    "12, 3840 AB Zandwijk. De 6 weken gaan in op de dag na de datum van deze brief.",
    "Niet mee eens?\n\nU hebt 6 weken de tijd om bezwaar te maken. Die tijd begint op de dag na de verzenddatum. Uw "
    "bezwaarschrift gaat naar burgemeester en wethouders van Zandwijk, Postbus 12, 3840 AB Zandwijk.",
    "Tegen dit besluit kan door een belanghebbende binnen zes weken na de dag van verzending een bezwaarschrift worden "
    "ingediend bij het college van burgemeester en wethouders, Postbus 12, 3840 AB Zandwijk.",
    "Belanghebbenden kunnen ingevolge de Algemene wet bestuursrecht binnen zes weken na bekendmaking bezwaar "
    "aantekenen bij "
    "de burgemeester, Postbus 12, 3840 AB Zandwijk.",
    "Degene wiens belang bij deze beschikking is betrokken, kan daartegen binnen zes weken, aanvangende op de dag "
    "na die van "
    "bekendmaking, een bezwaarschrift indienen bij het dagelijks bestuur, Markt 1, 3840 AB Zandwijk.",
    "Voor u staat de mogelijkheid van bezwaar open. De termijn is zes weken en vangt aan met ingang van 4 maart "
    "2026. Richt "
    "uw bezwaarschrift aan de raad van de gemeente Zandwijk, Postbus 12, 3840 AB Zandwijk.",
    "Klopt dit besluit niet volgens u? Dan kunt u bezwaar maken. Doe dat uiterlijk op 14 april 2026 via "
    "www.zandwijk.nl/bezwaar. U logt in met DigiD.",
    "Vindt u dat wij het fout hebben?\n\nLaat ons dat weten met een bezwaarschrift. U kunt bezwaar maken:\n\n- op "
    "zandwijk.nl/bezwaar;\n- met een brief aan het college, Postbus 12, 3840 AB Zandwijk.\n\nDat kan binnen 6 "
    "weken. De "
    "termijn begint op de dag nadat wij deze brief hebben verstuurd.",
]


@pytest.mark.parametrize("body", COMPLETE)
def test_complete_objection_clauses(body: str, analyser: Analyser) -> None:
    clause = clauses(body, analyser)["bezwaar"]
    assert lacking(clause, NEEDED) == ()
    assert "beroep" not in clauses(body, analyser)


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("U kunt bezwaar maken.", ("termijn", "orgaan", "kanaal")),
        ("Bent u het niet eens met dit besluit? Maak dan bezwaar bij het college, Postbus 12, 3840 AB Zandwijk.",
         ("termijn",)),
        ("U kunt binnen 6 weken bezwaar maken bij de gemeente Zandwijk, Postbus 12, 3840 AB Zandwijk.", ("begin",)),
        ("Tegen deze beschikking kunt u, en iedere andere belanghebbende, binnen zes weken na de verzenddatum een "
         "bezwaarschrift indienen. Het bezwaarschrift moet zijn ondertekend.", ("orgaan", "kanaal")),
        ("Belanghebbenden kunnen bezwaar maken bij de heffingsambtenaar binnen zes weken na dagtekening.", ("kanaal",)),
    ],
)  # fmt: skip
def test_what_an_objection_clause_lacks(body: str, missing: tuple[str, ...], analyser: Analyser) -> None:
    assert lacking(clauses(body, analyser)["bezwaar"], NEEDED) == missing


def test_contact_below_the_clause_is_not_its_channel(analyser: Analyser) -> None:
    body = (
        "Niet eens met dit besluit?\n\nU kunt binnen 6 weken na de datum van deze brief bezwaar maken.\n\n"
        "Hebt u nog vragen?\n\nMail ons op info@zandwijk.nl of bel 14 0396."
    )
    assert lacking(clauses(body, analyser)["bezwaar"], NEEDED) == ("orgaan", "kanaal")


@pytest.mark.parametrize(
    "body",
    [
        "U hebt op 3 februari bezwaar gemaakt. Wij beslissen daar later over.",
        "Tegen deze brief kunt u geen bezwaar maken.",
        "Meestal kunt u tegen uitstel geen bezwaar maken.",
        "Straks nemen wij een besluit. Tegen dat besluit kunt u bezwaar maken.",
        "U kunt bezwaar maken tegen het gebruik van uw persoonsgegevens.",
        "Hebt u bezwaar tegen een foto? Zeg het dan.",
        "Ook als u bezwaar maakt, betaalt u op tijd.",
    ],
)
def test_letters_without_an_offer_of_objection(body: str, analyser: Analyser) -> None:
    found = read(letter(body), analyser, type=DocumentType.CONFIRMATION).clauses
    assert [clause.kind for clause in found] == []


def test_explanation_in_an_attachment_is_enough(analyser: Analyser) -> None:
    clause = clauses("In de bijlage leest u hoe u bezwaar maakt.", analyser)["bezwaar"]
    assert lacking(clause, NEEDED) == ()


def test_complaint_in_the_place_of_an_objection(analyser: Analyser) -> None:
    body = (
        "Niet eens met dit besluit? Dien dan binnen 6 weken na de datum van deze brief een klacht in bij het college, "
        "Postbus 12, 3840 AB Zandwijk."
    )
    assert lacking(clauses(body, analyser)["bezwaar"], NEEDED) == ()


def test_complaint_about_behaviour_is_no_objection(analyser: Analyser) -> None:
    assert clauses("Bent u niet tevreden over onze medewerker? Dien dan een klacht in.", analyser) == {}


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Bent u het hier niet mee eens? U kunt binnen 6 weken na de datum van deze brief in beroep gaan bij de "
         "rechtbank "
         "Midden-Nederland, Postbus 16005, 3500 DA Utrecht.", ()),
        ("Dan kunt u naar de rechter. Dat heet beroep. Uw beroep moet uiterlijk 14 april 2026 bij de rechtbank "
         "zijn. Stuur een "
         "brief naar de rechtbank Zandwijk, Postbus 9, 3840 AA Zandwijk.", ()),
        ("Voor belanghebbenden staat beroep open bij de rechtbank Den Haag, Postbus 20302, 2500 EH Den Haag. Het "
         "beroepschrift "
         "moet worden ingediend binnen zes weken, te rekenen vanaf de dag na verzending.", ()),
        ("Tegen dit besluit kunt u beroep instellen bij de rechtbank.", ("termijn", "kanaal")),
        ("U kunt binnen zes weken na verzending van dit besluit een beroepschrift indienen.", ("orgaan", "kanaal")),
        ("U kunt binnen 6 weken in beroep gaan bij de rechtbank. Dat kan op rechtspraak.nl, met uw DigiD.", ("begin",)),
    ],
)  # fmt: skip
def test_appeal_after_objection(body: str, missing: tuple[str, ...], analyser: Analyser) -> None:
    found = clauses(body, analyser, AFTER)
    assert set(found) == {"beroep"}
    assert lacking(found["beroep"], NEEDED) == missing


@pytest.mark.parametrize(
    "body",
    [
        "U kunt een beroep doen op de vrijwilligers van de belbus.",
        "Daarnaast kan een beroep worden gedaan op de voedselbank.",
        "U kunt ons in gebreke stellen. Tegen het uitblijven van een besluit staat daarna beroep open bij de rechter.",
        "Uw beroep is timmerman. U kunt een opleiding volgen.",
    ],
)
def test_no_appeal(body: str, analyser: Analyser) -> None:
    assert "beroep" not in clauses(body, analyser)


def test_zienswijze(analyser: Analyser) -> None:
    body = (
        "Wij zijn van plan de vergunning te weigeren. U kunt binnen 2 weken na de datum van deze brief een "
        "zienswijze geven. "
        "Stuur uw zienswijze naar het college, Postbus 12, 3840 AB Zandwijk."
    )
    found = {clause.kind: clause for clause in read(letter(body), analyser, type=DocumentType.LETTER).clauses}
    assert set(found) == {"zienswijze"}
    assert lacking(found["zienswijze"], NEEDED) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Een zienswijze is door u niet ingediend.",
        "Van de gelegenheid tot het geven van een zienswijze is geen gebruik gemaakt.",
    ],
)
def test_past_zienswijze(body: str, analyser: Analyser) -> None:
    assert "zienswijze" not in clauses(body, analyser)


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Maak € 82,40 over naar NL00 BANK 0123 4567 89. Doe dat vóór 20 maart 2026. Zet bij uw betaling: "
         "2026.77.30.\n\nWat "
         "gebeurt er als u niet betaalt?\n\nDan stuurt de deurwaarder u een brief.", ()),
        ("Wij verzoeken u € 82,40 binnen 14 dagen te voldoen op rekening NL00 BANK 0123 4567 89, onder vermelding "
         "van 8026. Bij "
         "niet-tijdige betaling brengen wij wettelijke rente in rekening.", ()),
        ("Betaal het openstaande bedrag vóór 20 maart 2026 op NL00 BANK 0123 4567 89. Zet het aanslagnummer erbij. "
         "Anders komt "
         "er een dwangbevel.", ("bedrag",)),
        ("U moet € 82,40 betalen vóór 20 maart 2026. Wie te laat is, betaalt meer.", ("rekening", "kenmerk")),
        ("Betaal € 82,40 vóór 20 maart 2026 met iDEAL op zandwijk.nl/betalen. Vul het factuurnummer in.", ("gevolg",)),
        ("Betaal € 82,40 op NL00 BANK 0123 4567 89. Vermeld kenmerk 8026. Betaalt u niet, dan volgt beslag.",
         ("termijn",)),
    ],
)  # fmt: skip
def test_final_demand(body: str, missing: tuple[str, ...], analyser: Analyser) -> None:
    found = read(letter(body), analyser, type=DocumentType.FINAL_DEMAND).clauses
    assert [clause.kind for clause in found] == ["betaling"]
    assert lacking(found[0], ("bedrag", "termijn", "rekening", "kenmerk", "gevolg")) == missing


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("Uw aanvraag is niet compleet. Stuur ons vóór 1 april 2026 een kopie van uw paspoort. Doet u dat niet? Dan "
         "stoppen wij "
         "met uw aanvraag.", ()),
        ("Wij missen 2 loonstroken. U hebt tot 1 april 2026 de tijd. Krijgen wij ze niet, dan beslissen wij niet.", ()),
        ("Wij missen uw huurcontract. Stuur ons dat binnen 2 weken na de datum van deze brief.", ("gevolg",)),
        ("Er ontbreekt een offerte. Zonder offerte nemen wij uw aanvraag niet in behandeling.", ("termijn",)),
        ("Bij gebreke van tijdige ontvangst van de plattegrond binnen drie weken na dagtekening wordt de aanvraag "
         "buiten "
         "behandeling gesteld.", ()),
    ],
)  # fmt: skip
def test_missing_papers(body: str, missing: tuple[str, ...], analyser: Analyser) -> None:
    found = read(letter(body), analyser, type=DocumentType.MISSING_PAPERS).clauses
    assert [clause.kind for clause in found] == ["herstelverzuim"]
    assert lacking(found[0], ("wat", "termijn", "gevolg")) == missing


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("U bouwt zonder vergunning. Dat is in strijd met artikel 5.1 van de Omgevingswet. Haal de schutting vóór 1 "
         "mei 2026 weg. "
         "Doet u dat niet? Dan betaalt u een dwangsom van € 500 per week.", ()),
        ("Het storten van puin mag niet van de Algemene plaatselijke verordening. Ruim het puin vóór 1 mei 2026 op.",
         ("bedrag",)),
        ("U overtreedt artikel 3 van de Afvalstoffenverordening. U moet daarmee stoppen. De dwangsom is € 250 per "
         "keer.",
         ("termijn",)),
        ("Wij gelasten u het gebruik als woning vóór 1 maart 2027 te beëindigen, op straffe van een dwangsom van € "
         "5.000. Het "
         "gebruik is een overtreding.", ("voorschrift",)),
    ],
)  # fmt: skip
def test_order(body: str, missing: tuple[str, ...], analyser: Analyser) -> None:
    found = read(letter(body), analyser, type=DocumentType.ENFORCEMENT).clauses
    assert [clause.kind for clause in found] == ["last"]
    assert lacking(found[0], ("overtreding", "voorschrift", "maatregel", "termijn", "bedrag")) == missing


def test_term_of_an_objection_is_not_the_term_of_the_order(analyser: Analyser) -> None:
    body = (
        "U bouwt zonder vergunning. Dat mag niet van de Omgevingswet. Haal de schutting weg, anders betaalt u € "
        "500.\n\n"
        "U kunt binnen 6 weken na de datum van deze brief bezwaar maken bij het college, Postbus 12, 3840 AB Zandwijk."
    )
    found = {clause.kind: clause for clause in read(letter(body), analyser, type=DocumentType.ENFORCEMENT).clauses}
    assert lacking(found["last"], ("termijn", "bedrag")) == ("termijn",)
    assert lacking(found["bezwaar"], NEEDED) == ()


def test_a_tax_assessment_has_a_demand_and_an_objection(analyser: Analyser) -> None:
    body = (
        "U betaalt dit jaar € 341,60 aan belasting. Maak het geld vóór 1 mei 2026 over naar NL00 BANK 0123 4567 89. "
        "Zet het "
        "aanslagnummer erbij. Bent u te laat? Dan krijgt u een aanmaning.\n\n"
        "U kunt bezwaar maken bij de heffingsambtenaar van Zandwijk, Postbus 12, 3840 AB Zandwijk. Doe dat "
        "uiterlijk 14 april "
        "2026."
    )
    found = {clause.kind: clause for clause in read(letter(body), analyser, type=TAX).clauses}
    assert set(found) == {"betaling", "bezwaar"}
    assert lacking(found["bezwaar"], NEEDED) == ()
    assert lacking(found["betaling"], ("bedrag", "termijn", "rekening", "kenmerk", "gevolg")) == ()


def test_blocks_of_a_clause_end_at_the_next_heading(analyser: Analyser) -> None:
    body = (
        "Niet eens met dit besluit?\n\nU kunt binnen 6 weken bezwaar maken.\n\nStuur een brief naar Postbus 12.\n\n"
        "Hebt u vragen?\n\nBel ons."
    )
    text = letter(DECIDED + body)
    clause = read(text, analyser, type=NO).clauses[0]
    assert [clause.anchor.block + step for step in (0, 1)] == list(clause.blocks)


@pytest.mark.parametrize("word", ["een klacht indienen", "bezwaar maken"])
def test_another_word_for_appeal(word: str, analyser: Analyser) -> None:
    body = (
        f"Niet mee eens? U kunt binnen 6 weken na de datum van deze brief {word} bij de rechtbank Zandwijk, Postbus 9."
    )
    assert lacking(clauses(body, analyser, AFTER)["beroep"], NEEDED) == ()
