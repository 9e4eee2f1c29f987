"""The package ``rewriting``: another wording with all that has to follow it, or none where that is not certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.findings import Applicability
from b1check.language.analysis import Analyser
from b1check.letter import parts
from b1check.rulebook import kinds, titles
from b1check.rulebook.kinds.lexicon import KIND, LexiconOptions
from b1check.rulebook.match import BlockView, DocumentView, Match, PerBlock, PerDocument
from b1check.rulebook.rewriting import edits
from b1check.rulebook.rewriting.phrases import NounPhrase, VerbPhrase, adjective_phrase, noun_phrase, verb_phrase

from . import examples

LIST = """woord;soort;alternatieven;betekenis;niet_bij;uitleg;voorbeeld;niveau
aanvangen;ww;beginnen;;;;x;
retourneren;ww;terugsturen;;;;x;zeker
verstrekken;ww;geven;;;;x;zeker
aantonen;ww;laten zien;;;;x;
verschuldigd zijn~;ww;moeten betalen;;;;x;
beschikken~ over;ww;hebben;;;;x;
wenden~ tot;ww;contact opnemen met;;;;x;
betreffen;ww;gaan over;;;;x;
in kennis stellen~;ww;laten weten;;;;x;
in de gelegenheid stellen~;ww;de kans geven;;;;x;
van mening zijn~;ww;vinden;;;;x;
gebruik maken~ van;ww;gebruiken;;;;x;
advies uitbrengen~;ww;advies geven;;;;x;
besluit nemen~ over;ww;besluiten over;;;;x;
in strijd handelen~ met;ww;zich niet houden aan;;;;x;
verrichten;ww;doen;;;;x;
toetsen;ww;controleren;;;;x;
beschikking;zn;besluit;;;;x;
verzoek;zn;vraag;;;;x;
intake;zn;eerste gesprek;;;;x;
inlichting;zn;informatie;;;;x;
factuur;zn;rekening;;;;x;zeker
heroverweging;zn;nieuwe beoordeling;;;;x;
feedback;zn;reactie;;;;x;
frequent;bn;vaak;;;;x;
onvolledig;bn;niet compleet;;;;x;
rechtstreeks;bn;direct;;;;x;
gering;bn;klein;;;;x;
alvorens;bw;voordat;;;;x;
gedurende;bw;tijdens;;;;x;
derhalve;bw;daarom;;;;x;zeker
respectievelijk;bw;en;;;;x;
heden;bw;nu;;;;x;
instemmen;ww;het eens zijn;;;;x;
van toepassing zijn~;ww;gelden;;;;x;
behoefte hebben~ aan;ww;nodig hebben;;;;x;
doen~ toekomen;ww;sturen;;;;x;
regelgeving;zn;regels;;;;x;
beëindiging;zn;einde;;;;x;
belemmering;zn;probleem;;;;x;
naamgeving;zn;naam;;;;x;
afschrift;zn;kopie;;;;x;
toelichting;zn;uitleg;;;;x;zeker
voorgenomen;bn;gepland;;;;x;
transparant;bn;duidelijk;;;;x;zelf
geneeskundig;bn;medisch;;;;x;
uitoefenen;ww;doen|gebruiken;;;;x;
intrekken;ww;stoppen|ongeldig maken;;;;x;
in het uiterste geval;uitdr;als het echt niet anders kan;;;;x;
op grond van;uitdr;volgens|vanwege;;;;x;
realiseren;ww;maken;iets bouwen;;;x;
aandacht besteden~ aan;ww;letten op;;;;x;
buiten behandeling laten~;ww;niet behandelen;;;;x;
bezwaar indienen~;ww;bezwaar maken;;;;x;
in mindering brengen~;ww;aftrekken;;;;x;
dateren~ uit;ww;zijn uit;;;;x;
verbeuren;ww;moeten betalen;;;;x;
opschorten;ww;uitstellen|tijdelijk stoppen;;;;x;
deskundigheid;zn;kennis;;;;x;
bescheiden;zn;papieren;;;;x;
afwijkende;bw;andere;;;;x;
optimaal;bn;zo goed mogelijk;;;;x;
gelijkwaardig;bn;van dezelfde waarde;;;;x;
nadere;bw;meer|verdere;;;;x;
vereist;bw;nodig;;;;x;
in het kader van;uitdr;voor;;;;x;
met inachtneming van;uitdr;volgens;;;;x;
welke;bw;die;;;;x;
toezenden;ww;sturen;;;;x;zeker
spiegelen~ aan;ww;vergelijken met;;;;x;
aanvang;zn;begin|start;;;;x;
zorg dragen~ voor;ww;zorgen voor;;;;x;
opbrengen;ww;betalen;;;;x;
onderbouwen;ww;uitleggen;;;;x;
onder vermelding van;uitdr;met;;;;x;
ten opzichte van;uitdr;vergeleken met;;;;x;
d.d.;bw;van|op;;;;x;
bijgaand;bn;meegestuurd|bij deze brief;;;;x;
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("lijst")
    (place / "woorden.csv").write_text(LIST, encoding="utf-8")
    return place


def view(text: str, analyser: Analyser) -> BlockView:
    return BlockView(0, examples.one_block(text).blocks[0], analyser.analyse([text])[0])


def matches(text: str, folder: Path, analyser: Analyser) -> list[Match]:
    detection = KIND.build(LexiconOptions(lists=("woorden.csv",)), folder)
    assert isinstance(detection, PerBlock)
    return list(detection.find(view(text, analyser)))


def after(text: str, match: Match) -> str | None:
    """Return the text after the first wording, or None when that is only shown."""
    first = match.suggestions[0] if match.suggestions else None
    return edits.applied(first.edits, text, 0, len(text)) if first and first.edits else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Wij verstrekken u een pas.", "Wij geven u een pas."),
        ("De vergunning is verstrekt.", "De vergunning is gegeven."),
        ("De les vangt op 9 juni aan.", "De les begint op 9 juni."),
        ("U retourneert de brief.", "U stuurt de brief terug."),
        ("U hoeft de brief niet te retourneren.", "U hoeft de brief niet terug te sturen."),
        ("U weet dat u de brief retourneert.", "U weet dat u de brief terugstuurt."),
    ],
)
def test_a_verb_keeps_its_form_and_its_parts_find_their_place(
    text: str, wanted: str, folder: Path, analyser: Analyser
) -> None:
    (match,) = matches(text, folder, analyser)
    assert after(text, match) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("U toont met deze brief aan dat u hier woont.", "U laat met deze brief zien dat u hier woont."),
        ("U bent € 50 verschuldigd.", "U moet € 50 betalen."),
        ("U weet dat u een bedrag verschuldigd bent.", "U weet dat u een bedrag moet betalen."),
        ("U beschikt over een auto.", "U hebt een auto."),
        ("De aanvrager beschikt over een auto.", "De aanvrager heeft een auto."),
        ("U kunt zich wenden tot de balie.", "U kunt contact opnemen met de balie."),
        ("De brief betreft uw aanvraag.", "De brief gaat over uw aanvraag."),
        ("Met deze brief stellen wij u in kennis.", "Met deze brief laten wij u weten."),
        ("Wij stellen u in de gelegenheid om te reageren.", "Wij geven u de kans om te reageren."),
        ("Wij zijn van mening dat u gelijk hebt.", "Wij vinden dat u gelijk hebt."),
        ("Als u van mening bent dat dit niet klopt, bel ons.", "Als u vindt dat dit niet klopt, bel ons."),
        ("U maakt gebruik van de regiotaxi.", "U gebruikt de regiotaxi."),
        ("U kunt gebruik maken van de regiotaxi.", "U kunt de regiotaxi gebruiken."),
        ("De commissie heeft advies uitgebracht.", "De commissie heeft advies gegeven."),
        ("Wij nemen een besluit over uw aanvraag.", "Wij besluiten over uw aanvraag."),
        ("Daarmee handelt u in strijd met de wet.", "Daarmee houdt u zich niet aan de wet."),
    ],
)
def test_an_expression_becomes_another_verb_with_what_belongs_to_it(
    text: str, wanted: str, folder: Path, analyser: Analyser
) -> None:
    (match,) = matches(text, folder, analyser)
    assert after(text, match) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("U stemt ermee in.", "U bent het ermee eens."),
        ("Stemt de gemeente in met uw plan?", None),  # the tree does not find the subject
        ("Stemt u in met het plan?", "Bent u het eens met het plan?"),
        ("Als u niet wilt instemmen, belt u ons.", "Als u het niet eens wilt zijn, belt u ons."),
        ("De regel is niet van toepassing op uw huis.", "De regel geldt niet voor uw huis."),
        ("Op uw huis is deze regel niet van toepassing.", "Voor uw huis geldt deze regel niet."),
        ("De regels waarop dit van toepassing is, staan hier.", "De regels waarvoor dit geldt, staan hier."),
        ("U hebt behoefte aan hulp.", "U hebt hulp nodig."),
        ("Hebt u behoefte aan hulp bij de was?", "Hebt u hulp bij de was nodig?"),
        ("Als u behoefte hebt aan hulp, belt u ons.", "Als u hulp nodig hebt, belt u ons."),
        ("U beschikt niet over een auto.", "U hebt geen auto."),
        ("U beschikt niet over geld.", "U hebt geen geld."),
        ("U hebt vroeger over een auto beschikt.", "U hebt vroeger een auto gehad."),
        ("Als u geen gebruik maakt van de bus, belt u ons.", "Als u de bus niet gebruikt, belt u ons."),
        ("Wij doen u de stukken toekomen.", "Wij sturen u de stukken."),
        ("Wij zullen u de stukken doen toekomen.", "Wij zullen u de stukken sturen."),
        ("De door u verstrekte gegevens zijn goed.", None),  # "gegeven gegevens"
        ("De verstrekte pas is geldig.", None),  # "pas" is tagged as an adverb
        ("De verstrekte kaart is geldig.", "De gegeven kaart is geldig."),
        ("U krijgt de pas verstrekt.", None),
        ("U kunt uw recht uitoefenen.", "U kunt uw recht gebruiken."),
        ("Wij trekken uw vergunning in.", "Wij maken uw vergunning ongeldig."),
        ("Zij zetten zich in om de wijk te realiseren.", "Zij zetten zich in om de wijk te maken."),
    ],
)
def test_what_belongs_to_a_verb_finds_its_place(
    text: str, wanted: str | None, folder: Path, analyser: Analyser
) -> None:
    match = matches(text, folder, analyser)[0]
    fitting = [one for one in match.suggestions if one.edits]
    assert (edits.applied(fitting[0].edits, text, 0, len(text)) if fitting else None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De regelgeving is veranderd.", "De regels zijn veranderd."),
        ("Als de regelgeving verandert, hoort u dat.", "Als de regels veranderen, hoort u dat."),
        ("De regelgeving die nu geldt, is goed.", None),
        ("Na beëindiging van de hulp krijgt u een brief.", "Na het einde van de hulp krijgt u een brief."),
        ("Bij belemmering van de controle krijgt u een boete.", None),
        ("De Adviesraad naamgeving openbare ruimten komt.", None),
        ("Een afschrift is een kopie van de akte.", None),
        ("U krijgt een toelichting op het plan.", "U krijgt een uitleg over het plan."),
        ("Een voorgenomen besluit ligt klaar.", "Een gepland besluit ligt klaar."),
        ("Het voorgenomen besluit ligt klaar.", "Het geplande besluit ligt klaar."),
        ("De eerste geneeskundige en het hoofd komen.", None),
        ("In het uiterste geval kunt u bellen.", "Als het echt niet anders kan, kunt u bellen."),
        ("Wij sluiten in het uiterste geval het café.", None),
        ("Op grond van artikel 3 krijgt u hulp.", "Volgens artikel 3 krijgt u hulp."),
        ("Op grond van uw gezondheid krijgt u hulp.", "Vanwege uw gezondheid krijgt u hulp."),
        ("Dit duurt gedurende langere tijd.", None),
        ("De termijn, derhalve tot 3 mei, is lang.", None),
        ("Wij besteden aandacht aan uw veiligheid.", "Wij letten op uw veiligheid."),
        ("Besteed op de site aandacht aan de regels.", None),
        ("Wij laten de aanvraag buiten behandeling.", "Wij behandelen de aanvraag niet."),
        ("Wij moeten de aanvraag buiten behandeling laten.", None),
        ("U kunt bezwaar indienen.", "U kunt bezwaar maken."),
        ("U moet het bezwaar indienen.", None),
        ("U kunt hierna een bezwaar indienen.", "U kunt hierna bezwaar maken."),
        (
            "Het bedrag wordt op uw uitkering in mindering gebracht.",
            "Het bedrag wordt van uw uitkering afgetrokken.",
        ),
        ("De muur dateert uit 1936.", "De muur is uit 1936."),
        ("De muur, die dateert uit 1936, is oud.", None),
        (
            "Dan verbeurt u een dwangsom van 500 euro per maand.",
            "Dan moet u een dwangsom van 500 euro per maand betalen.",
        ),
        ("Dan verbeurt u een dwangsom van 500 euro per maand dat het duurt.", None),
        ("Wij schorten de betaling op.", "Wij stellen de betaling uit."),
        ("Wij schorten de termijn op.", "Wij stoppen de termijn tijdelijk."),
        ("De termijn wordt opgeschort.", "De termijn wordt tijdelijk gestopt."),
        ("Wij hebben de bescheiden ontvangen.", "Wij hebben de papieren ontvangen."),
        ("In het kader van het plan bellen wij u.", "Voor het plan bellen wij u."),
        ("De arts heeft veel deskundigheid.", "De arts heeft veel kennis."),
        ("De arts heeft een specifieke deskundigheid.", None),
        ("Er gelden afwijkende tijden.", "Er gelden andere tijden."),
        ("Er kunnen van deze cao afwijkende afspraken gelden.", None),
        ("U kunt optimaal werken.", "U kunt zo goed mogelijk werken."),
        ("U kunt niet optimaal werken.", None),
        ("Deze woningen zijn gelijkwaardig.", "Deze woningen zijn van dezelfde waarde."),
        ("De verklaring is gelijkwaardig aan het diploma.", None),
        ("U krijgt nadere informatie.", "U krijgt meer informatie."),
        ("U stuurt geen nadere stukken.", "U stuurt geen verdere stukken."),
        ("Omdat een pas vereist is, komt u langs.", "Omdat een pas nodig is, komt u langs."),
        ("Het beeld vereist dus kennis van zaken.", None),
        ("Wij bellen u in het kader van uw aanvraag.", "Wij bellen u voor uw aanvraag."),
        ("U krijgt hulp in het kader van de Jeugdwet.", None),
        ("Dit gaat met inachtneming van de termijnen.", "Dit gaat volgens de termijnen."),
        ("Dit gaat met inachtneming van uw belangen.", None),
        ("U betaalt een bijdrage, welke het bureau bepaalt.", "U betaalt een bijdrage, die het bureau bepaalt."),
        ("De auto raakte een mast, welke mast van ons is.", None),
        ("De stukken worden u toegezonden.", "De stukken worden u gestuurd."),
        ("Zij heeft hem een brief toegezonden.", "Zij heeft hem een brief gestuurd."),
        ("De rekening wordt u toegezonden in maart.", "De rekening wordt u gestuurd in maart."),
        ("U krijgt een toegezonden formulier.", None),
        ("Uw plan is gespiegeld aan het beleid.", "Uw plan is vergeleken met het beleid."),
        ("U weet dat het werk in mei zal aanvangen.", "U weet dat het werk in mei zal beginnen."),
        ("Het werk is in mei aangevangen.", "Het werk is in mei begonnen."),
        ("De aannemer vangt de werkzaamheden in mei aan.", None),
        ("Over welke pas beschikt u?", "Welke pas hebt u?"),
        ("Over een auto beschikt u niet.", "Een auto hebt u niet."),
        ("Wij dragen er zorg voor dat de straat schoon is.", "Wij zorgen ervoor dat de straat schoon is."),
        ("U kunt uw bezwaar indienen.", None),
        (
            "U kunt zich van 9.00 tot 12.00 uur wenden tot de balie.",
            "U kunt van 9.00 tot 12.00 uur contact opnemen met de balie.",
        ),
        ("Wij hebben d.d. 4 mei 2026 besloten.", "Wij hebben op 4 mei 2026 besloten."),
        ("In uw brief d.d. 4 mei 2026 vraagt u om geld.", "In uw brief van 4 mei 2026 vraagt u om geld."),
        ("Bijgaand treft u de nota aan.", "Bij deze brief treft u de nota aan."),
        ("Vul het bijgaande formulier in.", "Vul het meegestuurde formulier in."),
        ("Betaal onder vermelding van het nummer 12.", "Betaal met het nummer 12."),
        ("Betaal onder vermelding van 12.", None),
        ("De weg is gedurende de hele dag dicht.", None),
        ("Het hek ligt terug ten opzichte van de dakrand.", None),
        ("U onderbouwt uw verzoek met stukken.", None),
        ("Wij schorten de termijn niet op.", None),
        ("De beschikking is klaar en zij wordt verstuurd.", "Het besluit is klaar en het wordt verstuurd."),
        ("U vroeg om de (nieuwe) beschikking.", None),
        ("De beschikking is voor mevrouw De Vries en zij kan bellen.", None),
    ],
)
def test_words_around_a_wording_follow_or_keep_it_out(
    text: str, wanted: str | None, folder: Path, analyser: Analyser
) -> None:
    match = matches(text, folder, analyser)[0]
    fitting = [one for one in match.suggestions if one.edits]
    assert (edits.applied(fitting[0].edits, text, 0, len(text)) if fitting else None) == wanted


def test_a_preposition_with_an_article_is_no_part_of_a_verb(folder: Path, analyser: Analyser) -> None:
    assert not matches("Wij brengen u hiervan op de hoogte.", folder, analyser)
    assert matches("Wij brengen deze kosten op.", folder, analyser)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Wij verstrekken u een pas.",
            "‘verstrekken’ en ‘geven’ betekenen hetzelfde. De vorm van het woord blijft gelijk.",
        ),
        ("Derhalve belt u ons.", "‘derhalve’ en ‘daarom’ betekenen hetzelfde. De rest van de zin blijft gelijk."),
        ("De beschikking is klaar.", "Het lidwoord verandert mee: ‘De’ wordt ‘Het’."),
        ("De regelgeving is veranderd.", "Ook ‘is’ wordt ‘zijn’."),
        ("U stemt ermee in.", "Het werkwoord blijft in 2 delen: ‘in’ wordt ‘eens’. ‘het’ komt erbij."),
        ("De les vangt op 9 juni aan.", "Het werkwoord stond in 2 delen en wordt 1 woord: ‘aan’ verdwijnt."),
        ("Als u geen gebruik maakt van de bus, belt u.", "De woorden krijgen een andere volgorde."),
        ("Wij realiseren een brug.", "Dit klopt alleen als ‘realiseren’ hier betekent: iets bouwen."),
        ("U trekt uw aanvraag in.", "Het werkwoord stond in 2 delen en wordt 1 woord: ‘in’ verdwijnt."),
        ("De kosten zijn transparant.", "‘transparant’ kan veel betekenen. Alleen u weet wat u hier bedoelt."),
        (
            "U leest hier ‘derhalve’ in de brief.",
            "De woorden staan tussen aanhalingstekens. Misschien zijn ze een naam.",
        ),
        ("Dit is een gering bedrag.", "‘klein’ betekent vaak hetzelfde als ‘gering’, maar niet altijd."),
        ("Op grond van artikel 3 mag dit.", "‘volgens’ betekent vaak hetzelfde als ‘op grond van’, maar niet altijd."),
    ],
)
def test_a_wording_says_what_changes_or_what_to_look_at(
    text: str, wanted: str, folder: Path, analyser: Analyser
) -> None:
    match = matches(text, folder, analyser)[0]
    assert next(one.reason for one in match.suggestions if one.edits) == wanted


def test_of_a_word_with_many_senses_the_wordings_are_only_shown(folder: Path, analyser: Analyser) -> None:
    (match,) = matches("De kosten zijn transparant.", folder, analyser)
    assert [one.applicability for one in match.suggestions] == [Applicability.SHOW]


@pytest.mark.parametrize(
    ("text", "titles_in_it"),
    [
        (
            "U leest dit in de Wet kwaliteit, klachten en geschillen zorg.",
            ["Wet kwaliteit, klachten en geschillen zorg"],
        ),
        ("Dat staat in het Besluit kwaliteit leefomgeving.", ["Besluit kwaliteit leefomgeving"]),
        ("Besluit over uw aanvraag", []),
        ("U leest de wet over geschillen.", []),
        ("Volgens de Wet open overheid mag dat.", ["Wet open overheid"]),
    ],
)
def test_the_title_of_a_law_is_found(text: str, titles_in_it: list[str], analyser: Analyser) -> None:
    found = titles.ranges(analyser.analyse([text])[0])
    assert [text[start:end] for start, end in found] == titles_in_it


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De beschikking is klaar.", "Het besluit is klaar."),
        ("U krijgt een beschikking.", "U krijgt een besluit."),
        ("U krijgt deze uitgebreide beschikking die wij maakten.", "U krijgt dit uitgebreide besluit dat wij maakten."),
        ("U krijgt een schriftelijke beschikking.", "U krijgt een schriftelijk besluit."),
        ("Alle beschikkingen zijn klaar.", "Alle besluiten zijn klaar."),
        ("Het verzoek is binnen.", "De vraag is binnen."),
        ("U hebt een schriftelijk verzoek gedaan.", "U hebt een schriftelijke vraag gedaan."),
        ("De intake is op 3 mei.", "Het eerste gesprek is op 3 mei."),
        ("U krijgt een intake.", "U krijgt een eerste gesprek."),
        ("Voor inlichtingen belt u ons.", "Voor informatie belt u ons."),
        ("Onze beschikking is klaar.", "Ons besluit is klaar."),
    ],
)
def test_the_words_around_a_noun_follow_its_gender_and_number(
    text: str, wanted: str, folder: Path, analyser: Analyser
) -> None:
    (match,) = matches(text, folder, analyser)
    assert after(text, match) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Uw aanvraag is onvolledig.", "Uw aanvraag is niet compleet."),
        ("Onvolledige formulieren sturen wij terug.", "Niet complete formulieren sturen wij terug."),
        ("U kunt rechtstreeks bellen.", "U kunt direct bellen."),
        ("Het bedrag is geringer dan vorig jaar.", "Het bedrag is kleiner dan vorig jaar."),
        ("U belt ons frequent.", "U belt ons vaak."),
        ("Alvorens u belt, leest u dit.", "Voordat u belt, leest u dit."),
        ("Gedurende het feest is de weg dicht.", "Tijdens het feest is de weg dicht."),
    ],
)
def test_adjectives_and_words_that_never_change(text: str, wanted: str, folder: Path, analyser: Analyser) -> None:
    (match,) = matches(text, folder, analyser)
    assert after(text, match) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Alvorens een besluit te nemen, bellen wij u.",
        "De weg is gedurende 6 weken dicht.",
        "Binnen 4 weken na heden betaalt u.",
        "Er waren respectievelijk 23 en 31 mensen.",
        "Wij zien uw frequente bezoek.",
        "De leges zijn verschuldigd.",
        "De aanvraag is getoetst aan de wet.",
        "Het bedrag waarover u beschikt, telt mee.",
        "Wij stellen u in kennis van ons besluit.",
        "Dit is een reden tot heroverweging.",
        "Wij lazen alle feedback.",
        "U maakt geen gebruik van de bus.",
    ],
)
def test_where_the_grammar_is_not_certain_nothing_is_placed(text: str, folder: Path, analyser: Analyser) -> None:
    found = matches(text, folder, analyser)
    assert all(after(text, match) is None for match in found)
    assert all(match.suggestions[0].applicability is Applicability.SHOW for match in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Derhalve belt u ons.", Applicability.SAFE),
        ("Wij verstrekken u een pas.", Applicability.SAFE),
        ("De factuur komt later.", Applicability.SAFE),
        ("De les vangt op 9 juni aan.", Applicability.REVIEW),
        ("Op de lijst staat ‘factuur’ als woord.", Applicability.REVIEW),
        ("De beschikking is klaar.", Applicability.REVIEW),
    ],
)
def test_only_a_sure_word_is_safe(text: str, wanted: Applicability, folder: Path, analyser: Analyser) -> None:
    (match,) = matches(text, folder, analyser)
    assert match.suggestions[0].edits
    assert match.suggestions[0].applicability is wanted


def of_kind(name: str, options: dict[str, object], text: str, analyser: Analyser) -> list[Match]:
    kind = kinds.get(name)
    detection = kind.build(kind.options.model_validate(options), Path())
    shown = view(text, analyser)
    if isinstance(detection, PerBlock):
        return list(detection.find(shown))
    assert isinstance(detection, PerDocument)
    whole = DocumentView(examples.one_block(text), (shown,), (shown,), None)
    return [match for _, match in detection.find(whole)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De aanvraag wordt door ons beoordeeld.", "Wij beoordelen de aanvraag."),
        ("Uw aanvraag wordt binnen 8 weken door de gemeente beoordeeld.",
         "De gemeente beoordeelt uw aanvraag binnen 8 weken."),
        ("Binnen 8 weken wordt uw aanvraag door ons beoordeeld.", "Binnen 8 weken beoordelen wij uw aanvraag."),
        ("Uw bezwaar is door ons op 3 maart 2026 ontvangen.", "Wij hebben uw bezwaar op 3 maart 2026 ontvangen."),
        ("De leges worden door ons niet terugbetaald als u stopt.", "Wij betalen de leges niet terug als u stopt."),
        ("Uw brief werd door ons gelezen.", "Wij lazen uw brief."),
        ("Uw aanvraag zal door ons binnen 8 weken worden beoordeeld.",
         "Wij zullen uw aanvraag binnen 8 weken beoordelen."),
        ("Uw aanvraag moet door de commissie beoordeeld worden.", "De commissie moet uw aanvraag beoordelen."),
        ("De kosten worden betaald door de gemeente.", "De gemeente betaalt de kosten."),
        ("U wordt door ons uitgenodigd voor een gesprek.", "Wij nodigen u uit voor een gesprek."),
        ("Alle formulieren kunnen door ons niet worden verwerkt.", None),
        ("Jan wordt door ons gebeld.", None),
        ("Uw klacht wordt door ons behandeld en u krijgt een brief.", None),
        ("Uw klacht wordt behandeld.", None),
        ("Een brief is door ons niet gestuurd.", None),
        ("Wordt uw klacht door ons behandeld?", None),
    ],
)  # fmt: skip
def test_a_lijdende_vorm_with_a_doer_becomes_active(text: str, wanted: str | None, analyser: Analyser) -> None:
    found = of_kind("passive", {}, text, analyser)
    assert found
    assert after(text, found[0]) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Uw aanvraag wordt binnen 8 weken beoordeeld.", "Wij beoordelen uw aanvraag binnen 8 weken."),
        ("Uw bezwaar is op 3 maart behandeld.", "Wij hebben uw bezwaar op 3 maart behandeld."),
        ("Uw klacht zal worden behandeld.", "Wij zullen uw klacht behandelen."),
        ("Uw heg wordt in mei gesnoeid.", None),
        ("Uw aanvraag wordt door de provincie beoordeeld.", "De provincie beoordeelt uw aanvraag."),
        ("Als uw aanvraag wordt beoordeeld, belt u ons.", None),
    ],
)
def test_only_in_a_letter_the_sender_is_taken_for_the_doer(text: str, wanted: str | None) -> None:
    options: dict[str, object] = {"ours": ["beoordelen", "behandelen"]}
    letter = readers.read_text(f"Beste mevrouw De Vries,\n\n{text}\n", name="brief.txt")
    assert _first_active(letter, options) == wanted
    elsewhere = readers.read_text(f"{text}\n", name="tekst.txt")
    known = wanted if "door" in text else None
    assert _first_active(elsewhere, options) == known


def _first_active(document: Document, options: dict[str, object]) -> str | None:
    kind = kinds.get("passive")
    detection = kind.build(kind.options.model_validate(options), Path())
    assert isinstance(detection, PerDocument)
    document = parts.label(document)
    analyses = Analyser().analyse([block.text for block in document.blocks])
    views = tuple(BlockView(at, *pair) for at, pair in enumerate(zip(document.blocks, analyses, strict=True)))
    ((index, match),) = detection.find(DocumentView(document, views, views, None))
    return after(document.blocks[index].text, match)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Het indienen van een aanvraag is gratis.", "Een aanvraag indienen is gratis."),
        ("Het indienen van een aanvraag duurt 10 minuten.", "Een aanvraag indienen duurt 10 minuten."),
        ("U bewijst dit door het indienen van een formulier.", "U bewijst dit door een formulier in te dienen."),
        ("Voor het indienen van een aanvraag hebt u een pas nodig.",
         "Om een aanvraag in te dienen hebt u een pas nodig."),
        ("Voor het indienen van een aanvraag betaalt u € 50.", None),
        ("Het indienen van een aanvraag schort de termijn niet op.", None),
        ("Na het indienen van een aanvraag bellen wij u.", None),
        ("Het indienen van een aanvraag en een klacht duurt lang.", None),
    ],
)  # fmt: skip
def test_a_verb_that_was_made_a_noun_becomes_a_verb(text: str, wanted: str | None, analyser: Analyser) -> None:
    (match,) = of_kind("nominal_infinitive", {"formal": ["indienen"]}, text, analyser)
    assert after(text, match) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Wij hebben op 3 maart uw aanvraag gekregen en wij hebben daarna met uw huisarts gebeld.",
         "Wij hebben op 3 maart uw aanvraag gekregen. Wij hebben daarna met uw huisarts gebeld."),
        ("U krijgt van ons een brief met alle regels, maar u moet zelf nog een afspraak maken.",
         "U krijgt van ons een brief met alle regels. Maar u moet zelf nog een afspraak maken."),
        ("Als u komt, krijgt u van ons een brief en wij geven u dan ook een folder.", None),
        ("Wij sturen u in mei een brief en bellen u daarna op uw mobiele nummer.", None),
        ("Wij weten dat u in mei verhuist en dat u in juni gaat trouwen.", None),
        ("U krijgt van ons een brief over het riool en de nieuwe weg.", None),
        ("Krijgt u van ons een brief en hebt u daarna nog vragen over de weg?", None),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_only_between_two_full_main_clauses(
    text: str, wanted: str | None, analyser: Analyser
) -> None:
    (match,) = of_kind("sentence_length", {"words": {"tip": 3}}, text, analyser)
    assert after(text, match) == wanted


@pytest.mark.parametrize(
    ("text", "wanted", "applicability"),
    [
        ("U dient de rekening vóór 3 mei te betalen.", "U moet de rekening vóór 3 mei betalen.", Applicability.SAFE),
        ("U dient het formulier in te leveren.", "U moet het formulier inleveren.", Applicability.SAFE),
        ("Men dient er rekening mee te houden.", "Men moet er rekening mee houden.", Applicability.SAFE),
        ("U dient deze brief goed te bewaren.", "U moet deze brief goed bewaren.", Applicability.SAFE),
        ("U dient het plan goed te keuren.", "U moet het plan goedkeuren.", Applicability.SAFE),
        ("U dient hard te werken.", "U moet hard werken.", Applicability.SAFE),
        ("U dient vooraf te betalen.", "U moet vooraf betalen.", Applicability.SAFE),
        ("U dient dit kenbaar te maken.", "U moet dit kenbaar maken.", Applicability.SAFE),
        ("U dient te komen en te betalen.", "U moet komen en betalen.", Applicability.REVIEW),
    ],
)
def test_dienen_te(text: str, wanted: str, applicability: Applicability, analyser: Analyser) -> None:
    (match,) = of_kind("dienen", {}, text, analyser)
    assert after(text, match) == wanted
    assert match.suggestions[0].applicability is applicability


@pytest.mark.parametrize(
    ("text", "wanted", "applicability"),
    [
        (
            "U dient zich te melden en dient daarna te wachten.",
            "U moet zich melden en moet daarna wachten.",
            Applicability.SAFE,
        ),
        (
            "Wie verhuist, dient dat te melden en hij dient een pas te tonen.",
            "Wie verhuist, moet dat melden en hij moet een pas tonen.",
            Applicability.SAFE,
        ),
        (
            "U dient dit te lezen en dient te komen of te bellen.",
            "U moet dit lezen en moet komen of bellen.",
            Applicability.REVIEW,
        ),
    ],
)
def test_of_two_in_a_sentence_both_change_at_once_or_neither(
    text: str, wanted: str, applicability: Applicability, analyser: Analyser
) -> None:
    found = of_kind("dienen", {}, text, analyser)
    assert len(found) == 2
    assert {match.suggestions[0].applicability for match in found} == {applicability}
    edits = sorted((edit for match in found for edit in match.suggestions[0].edits), key=lambda edit: -edit.start)
    for edit in edits:
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    assert text == wanted


@pytest.mark.parametrize(
    ("wording", "wanted"),
    [
        ("geven", VerbPhrase("geven")),
        ("contact opnemen met", VerbPhrase("opnemen", "contact", preposition="met")),
        ("moeten betalen", VerbPhrase("moeten", infinitive="betalen")),
        ("zich niet houden aan", VerbPhrase("houden", "niet", preposition="aan", reflexive=True)),
        ("overleggen", VerbPhrase("=overleggen")),
        ("doen wat u hebt afgesproken", None),
        ("eten of drinken", None),
        ("netjes", None),
    ],
)
def test_an_alternative_for_a_verb_is_taken_apart(wording: str, wanted: VerbPhrase | None) -> None:
    assert verb_phrase(wording) == wanted


def test_alternatives_for_nouns_and_adjectives_are_taken_apart() -> None:
    assert noun_phrase("kopie van een stuk") == NounPhrase("kopie", rest="van een stuk")
    assert noun_phrase("nieuwe versie") == NounPhrase("versie", ("nieuwe",))
    assert noun_phrase("het geld") is None
    assert adjective_phrase("niet compleet") == ("niet", "compleet")
    assert adjective_phrase("van de gemeente") is None
