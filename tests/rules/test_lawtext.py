"""No fix changes what a reader can do against a decision, nor the name of a law; in daily words fixes go on."""

from __future__ import annotations

import pytest

from b1check import Checker
from b1check.language.analysis import Analyser
from b1check.rulebook import titles

LETTER = "Beste mevrouw De Wit,\n\nWij hebben uw aanvraag bekeken.\n\n{}\n\nMet vriendelijke groet,\n\nAnna Bos\n"
REMEDIES = (
    "Indien u het niet eens bent met dit besluit, dient u binnen zes weken een bezwaarschrift in te dienen.",
    "Inzake dit besluit kunnen belanghebbenden gedurende zes weken een bezwaarschrift zenden aan het college.",
    "Na de bekendmaking staat voor u gedurende zes weken bezwaar open, indien u het besluit onjuist acht.",
    "Bent u het oneens met de beslissing, stuur dan binnen zes weken een brief aan het college teneinde dat te melden.",
    "Teneinde snel een uitspraak te krijgen, kunt u de rechter verzoeken een voorlopige voorziening te treffen.",
    "Indien het bezwaarschrift niet is ondertekend, stellen wij u in de gelegenheid om dat alsnog te doen.",
    "Indien u zich niet kunt vinden in de beschikking, kunt u hiertegen bezwaar aantekenen.",
    "Niet eens met de aanslag? Schrijf dan binnen zes weken aan de heffingsambtenaar, teneinde dat te melden.",
    "Voor de behandeling van het beroep bij de rechtbank is griffierecht verschuldigd, tenzij u dat niet kunt betalen.",
    "Indien u een zienswijze wilt geven, kan dat gedurende vier weken.",
    "Indien u bezwaren heeft, dient u deze binnen zes weken schriftelijk in te dienen.",
    "Hebt u bezwaar? Dan dient u dit binnen zes weken kenbaar te maken.",
    "Indien u het niet eens bent met het bedrag, dient u dit binnen zes weken te melden bij het college.",
    "Indien u het niet eens bent met deze brief, dient u binnen zes weken te reageren bij het college.",
    "Indien u het niet eens bent met het dwangbevel, dient u binnen twee weken in verzet te gaan bij de kantonrechter.",
)
DAILY = (
    "Indien u er bezwaar tegen heeft dat wij over twee weken langskomen, belt u ons dan.",
    "Wij hebben er geen bezwaar tegen indien u drie fietsen in de gang zet.",
    "Wij doen een beroep op u om binnen twee weken de tuin te snoeien, teneinde overlast te voorkomen.",
    "Indien u een beroep doet op bijzondere bijstand, moet dat binnen drie maanden.",
    "Indien uw beroep timmerman is, vult u dat binnen twee weken in.",
    "Indien u het artikel in de krant over zes weken bouwen hebt gelezen, belt u ons dan.",
    "Teneinde vijf artikelen terug te brengen, komt u binnen twee weken langs.",
    "Indien u het niet eens bent met uw buren, praat u dan binnen drie dagen met elkaar.",
    "Op 30 maart hebt u bezwaar gemaakt tegen ons besluit, teneinde een terras te krijgen.",
    "Wij verklaren uw bezwaar tegen de vergunning van 12 maart ongegrond, teneinde de bomen te sparen.",
    "Dit is de beslissing op uw bezwaar, die u binnen twee weken zou krijgen, inzake het terras.",
    "De bewoners hadden twee jaar geleden bezwaren tegen het plan, teneinde de bomen te sparen.",
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    """A checker with the usual settings."""
    return Checker()


def fixes(checker: Checker, text: str, format: str = "txt") -> list[str]:
    report = checker.check_text(text, format=format)
    return [text[edit.span.start : edit.span.end] for f in report.findings for fix in f.fixes for edit in fix.edits]


@pytest.mark.parametrize("text", REMEDIES)
@pytest.mark.parametrize("frame", ["{}", LETTER], ids=["alone", "letter"])
def test_words_about_a_remedy_are_never_changed(checker: Checker, text: str, frame: str) -> None:
    assert fixes(checker, frame.format(text)) == []


@pytest.mark.parametrize("text", DAILY)
def test_the_same_words_in_daily_life_are(checker: Checker, text: str) -> None:
    assert fixes(checker, LETTER.format(text))


@pytest.mark.parametrize(
    "heading",
    ["Bezwaar", "Bezwaar en beroep", "Niet mee eens?", "Uw rechtsmiddelen", "3. Beroep", "Hoger beroep"],
)
def test_all_under_a_heading_about_a_remedy_is_left_alone(checker: Checker, heading: str) -> None:
    listed = "- indien mogelijk per post\n- teneinde tijd te sparen: digitaal\n"
    below = f"Reageer binnen zes weken na vandaag.\n\n### Hoe\n\n{listed}"
    assert fixes(checker, f"# Brief\n\n## {heading}\n\n{below}", "md") == []
    assert fixes(
        checker, f"## {heading}\n\nSchrijf ons.\n\n## Parkeren\n\nReageer binnen zes weken na vandaag.", "md"
    ) == ["zes"]


@pytest.mark.parametrize("heading", ["Uw beroep", "Een beroep op u", "Beroepen in de zorg", "Hebt u een vraag?"])
def test_under_another_heading_fixes_go_on(checker: Checker, heading: str) -> None:
    assert fixes(checker, f"## {heading}\n\nReageer binnen zes weken na vandaag.", "md") == ["zes"]


def test_a_remark_without_a_fix_stays(checker: Checker) -> None:
    report = checker.check_text(REMEDIES[0], format="txt")
    assert "Indien" in [finding.text for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Dit staat in artikel 5 Wet teneinde wateroverlast inzake woningen te voorkomen.",
            ["Wet teneinde wateroverlast inzake woningen te voorkomen"],
        ),
        (
            "Artikel 3 van de Verordening betreffende de heffing en invordering van leges geldt.",
            ["Verordening betreffende de heffing en invordering van leges"],
        ),
        (
            "Dat staat in artikel 2.1, eerste lid, van de Algemene plaatselijke verordening Zandwijk 2023.",
            ["Algemene plaatselijke verordening Zandwijk 2023"],
        ),
        ("Zie artikel 6 Participatiewet inzake uw inkomen.", ["Participatiewet"]),
        (
            "Wet inzake de maatschappelijke ondersteuning: dat is de wet.",
            ["Wet inzake de maatschappelijke ondersteuning"],
        ),
        ("Lees het artikel in de krant inzake de Markt.", []),
        ("Regeling treffen inzake uw schuld?", []),
        ("Besluit inzake uw aanvraag", []),
    ],
)
def test_the_name_of_a_law_goes_on_to_its_end(text: str, names: list[str], analyser: Analyser) -> None:
    assert [text[start:end] for start, end in titles.ranges(analyser.analyse([text])[0])] == names


def test_a_name_stays_and_the_words_around_it_do_not(checker: Checker) -> None:
    text = "Indien u vragen hebt, leest u artikel 5 van de Wet inzake woningen teneinde wateroverlast te voorkomen."
    assert fixes(checker, text) == ["Indien"]


@pytest.mark.parametrize(
    "contact",
    [
        "Voor nadere inlichtingen kunt u bellen met Anna Bos, teneinde een afspraak te maken.",
        "Hebt u nog vragen, bel dan met Anna Bos, teneinde een afspraak te maken.",
        "Wilt u meer informatie? Bel dan met Anna Bos, teneinde een afspraak te maken.",
    ],
)
def test_below_a_remedy_the_paragraph_about_questions_is_changed_again(checker: Checker, contact: str) -> None:
    remedy = "Bezwaar\n\nIndien u het niet eens bent met dit besluit, kunt u binnen zes weken bezwaar maken."
    assert "teneinde" in fixes(checker, LETTER.format(f"{remedy}\n\n{contact}"))
