"""Inflection: cases judged by hand (inflection_cases.csv), properties, and the spelling rules under them."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.language.inflection import (
    AdjectiveForm,
    Number,
    SplitForm,
    VerbForm,
    adjective_forms,
    article,
    comparative,
    conjugate,
    diminutive,
    inflect_adjective,
    inflect_noun,
    inflect_split,
    inflect_verb,
    inflected,
    noun_forms,
    particle_of,
    plural,
    split_verb_forms,
    superlative,
    verb_forms,
)
from b1check.language.inflection.spelling import (
    add_t,
    close_syllable,
    ends_in_long_vowel,
    join,
    open_syllable,
    participle_end,
    past_ending,
    syllables,
    with_ge,
)
from b1check.language.inflection.tables import table

CASES = list(csv.DictReader((Path(__file__).parent / "inflection_cases.csv").open(encoding="utf-8")))
OF_NOUN = {"plural": plural, "diminutive": diminutive, "article": article}
OF_ADJECTIVE = {"inflected": inflected, "comparative": comparative, "superlative": superlative}


def answer(case: dict[str, str]) -> str | None:
    """Ask the library what the case asks."""
    lemma, slot = case["lemma"], case["slot"]
    match case["kind"]:
        case "noun":
            return OF_NOUN[slot](lemma)
        case "adjective":
            return OF_ADJECTIVE[slot](lemma)
        case _ if slot.startswith("split "):
            split = inflect_split(lemma, VerbForm(slot.removeprefix("split ")))
            return split and f"{split.verb} {split.particle}"
        case _:
            return inflect_verb(lemma, VerbForm(slot))


def test_there_are_enough_cases():
    assert len(CASES) >= 650
    assert len({tuple(case.values()) for case in CASES}) == len(CASES)


def test_every_answer_is_right():
    wrong = [(case, answer(case)) for case in CASES if answer(case) not in {None, case["form"]}]
    assert wrong == []


def test_few_cases_have_no_answer():
    with_form = [case for case in CASES if case["form"]]
    silent = [case for case in with_form if answer(case) is None]
    assert len(silent) <= 0.03 * len(with_form), silent


def test_no_answer_where_there_is_no_form():
    assert [case for case in CASES if not case["form"] and answer(case) is not None] == []


@pytest.mark.parametrize("kind", ["verb", "noun", "adjective"])
def test_every_case_is_found_by_matching(kind: str):
    forms = {"verb": verb_forms, "noun": noun_forms, "adjective": adjective_forms}[kind]
    skipped = ("split", "to_infinitive", "diminutive", "article")
    missing = [
        case
        for case in CASES
        if case["kind"] == kind and not case["slot"].startswith(skipped) and case["form"] and " " not in case["form"]
        if case["form"] not in forms(case["lemma"])
    ]
    assert missing == []


# --- what the brief of the functions promises ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("infinitive", "particle"),
    [
        ("aanvangen", "aan"),
        ("aanvaarden", None),
        ("overleggen", None),
        ("over|leggen", "over"),
        ("=voorkomen", None),
        ("voor|komen", "voor"),
        ("plaatsvinden", "plaats"),
        ("overeenkomen", "overeen"),
        ("vooruitbetalen", "vooruit"),
        ("voorbereiden", "voor"),
        ("voorzien", None),
        ("informeren", None),
        ("inventariseren", None),
        ("inleveren", "in"),
        ("naderen", None),
        ("openbaren", None),
        ("openstellen", "open"),
        ("toe-eigenen", "toe"),
        ("waarborgen", None),
        ("waarnemen", "waar"),
        ("volgen", None),
        ("missen", None),
    ],
)
def test_particle(infinitive: str, particle: str | None):
    assert particle_of(infinitive) == particle


def test_separable_verb_gives_joined_and_split_forms():
    conjugation = conjugate("aanvangen")
    assert conjugation.particle == "aan"
    assert conjugation[VerbForm.PRESENT_3SG] == "aanvangt"
    assert conjugation[VerbForm.TO_INFINITIVE] == "aan te vangen"
    assert conjugation.split(VerbForm.PRESENT_3SG) == SplitForm("vangt", "aan")
    assert conjugation.split(VerbForm.IMPERATIVE) == SplitForm("vang", "aan")
    assert conjugation.split(VerbForm.PAST_PARTICIPLE) is None
    assert VerbForm.IMPERATIVE not in conjugation
    assert split_verb_forms("aanvangen")["vangt"] == {VerbForm.PRESENT_2SG, VerbForm.PRESENT_3SG}
    assert split_verb_forms("aanvaarden") == {}


def test_a_verb_with_two_readings_is_matched_in_both_and_shown_in_none():
    assert {"voorkomen", "voorgekomen", "voorkwam"} <= set(verb_forms("voorkomen"))
    assert "komt" in split_verb_forms("voorkomen")
    assert inflect_verb("voorkomen", VerbForm.PAST_PARTICIPLE) is None
    assert inflect_split("voorkomen", VerbForm.PRESENT_3SG) is None
    assert inflect_verb("voorkomen", VerbForm.INFINITIVE) == "voorkomen"


def test_a_verb_of_unknown_stress_is_matched_in_both_spellings_and_shown_in_none():
    assert {"bloteer", "bloter"} <= set(verb_forms("bloteren"))
    assert inflect_verb("bloteren", VerbForm.PRESENT_3SG) is None


def test_variants_are_matched():
    assert {"raadde", "ried", "geraden"} <= set(verb_forms("raden"))
    assert {"afraadde", "afried"} <= set(verb_forms("afraden"))


@pytest.mark.parametrize("word", ["", "huis", "b2b", "wij", "|", "="])
def test_what_is_no_infinitive(word: str):
    assert inflect_verb(word, VerbForm.PAST_PARTICIPLE) is None
    assert inflect_split(word, VerbForm.PRESENT_3SG) is None
    with pytest.raises(ValueError, match="not an infinitive"):
        verb_forms(word)


def test_nouns_by_number():
    assert noun_forms("tarief") == {"tarief": {Number.SINGULAR}, "tarieven": {Number.PLURAL}}
    assert noun_forms("kosten") == {"kosten": {Number.PLURAL}}
    assert noun_forms("beleid") == {"beleid": {Number.SINGULAR}}
    assert {"museum", "musea", "museums"} == set(noun_forms("museum"))
    assert {"briefje", "briefjes"} <= set(noun_forms("brief", diminutives=True))
    assert inflect_noun("kosten", Number.SINGULAR) is None
    assert inflect_noun("kosten", Number.PLURAL) == "kosten"
    assert inflect_noun("brief", Number.PLURAL) == "brieven"


def test_a_noun_in_doubt_has_no_plural_to_show_but_is_matched():
    assert plural("blorie") is None
    assert {"blories", "blorieën"} <= set(noun_forms("blorie"))


def test_article_is_never_guessed():
    assert article("blorf") is None
    assert article("personage") is None  # takes both
    assert article("geest") == "de"
    assert article("vergoeding") == "de"


def test_adjective_slots():
    assert inflect_adjective("juist", AdjectiveForm.SUPERLATIVE_INFLECTED) == "meest juiste"
    assert inflect_adjective("groot", AdjectiveForm.SUPERLATIVE_INFLECTED) == "grootste"
    assert inflect_adjective("goed", AdjectiveForm.COMPARATIVE_INFLECTED) == "betere"
    assert inflect_adjective("nieuw", AdjectiveForm.PARTITIVE) == "nieuws"
    assert all(" " not in form for form in adjective_forms("juist"))


# --- properties ---------------------------------------------------------------------------------------------

VERBS = sorted(
    {case["lemma"] for case in CASES if case["kind"] == "verb"}
    | set(table("irregular_verbs"))
    | set(table("separability"))
)
NOUNS = sorted({case["lemma"] for case in CASES if case["kind"] == "noun"} | set(table("articles")))
ADJECTIVES = sorted({case["lemma"] for case in CASES if case["kind"] == "adjective"})


@given(st.sampled_from(VERBS))
def test_verb_properties(verb: str):
    conjugation = conjugate(verb)
    forms = verb_forms(verb)
    assert all(form and form == form.strip() and slots for form, slots in forms.items())
    assert forms == verb_forms(verb)
    for slot, variants in conjugation.variants.items():
        for form in variants:
            assert form
            assert slot is VerbForm.TO_INFINITIVE or slot in forms[form]
        shown = inflect_verb(verb, slot)
        assert shown in {None, *variants}
    for slot in conjugation.split_variants:
        shown_split = inflect_split(verb, slot)
        assert shown_split is None or slot in split_verb_forms(verb)[shown_split.verb]


@given(st.sampled_from(NOUNS))
def test_noun_properties(noun: str):
    forms = noun_forms(noun, diminutives=True)
    assert all(form and numbers for form, numbers in forms.items())
    many = plural(noun)
    assert many is None or Number.PLURAL in forms[many]
    assert article(noun) in {"de", "het", None}


@given(st.sampled_from(ADJECTIVES))
def test_adjective_properties(adjective: str):
    forms = adjective_forms(adjective)
    assert AdjectiveForm.BASE in forms[adjective]
    assert all(forms)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzëïé-'| =", max_size=14))
def test_any_text_is_answered_without_an_error(text: str):
    for slot in VerbForm:
        assert inflect_verb(text, slot) != ""
    assert plural(text) != ""
    assert diminutive(text) != ""
    assert article(text) in {"de", "het", None}
    assert text in noun_forms(text)
    assert inflected(text) != ""
    assert comparative(text) != ""
    assert superlative(text) != ""


# --- spelling rules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("word", "count"), [("beoordelen", 4), ("evalueren", 5), ("brief", 1), ("creëren", 3)])
def test_syllables(word: str, count: int):
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("raw", "closed"),
    [
        ("mak", "maak"),
        ("bell", "bel"),
        ("gev", "geef"),
        ("verhuiz", "verhuis"),
        ("wijzig", "wijzig"),
        ("waarschuw", "waarschuw"),
        ("initiër", "initieer"),
        ("creër", "creëer"),
        ("groei", "groei"),
        ("fax", "fax"),
    ],
)
def test_close_syllable(raw: str, closed: str):
    assert close_syllable(raw) == closed


def test_close_syllable_without_stress():
    assert close_syllable("wandel", lengthen=False) == "wandel"


@pytest.mark.parametrize(
    ("word", "ending", "voiced", "whole"),
    [
        ("groot", "e", False, "grote"),
        ("bon", "en", False, "bonnen"),
        ("brief", "en", True, "brieven"),
        ("officieel", "e", False, "officiële"),
        ("militair", "e", False, "militaire"),
        ("nieuw", "e", False, "nieuwe"),
        ("complex", "e", False, "complexe"),
    ],
)
def test_open_syllable(word: str, ending: str, voiced: bool, whole: str):
    assert open_syllable(word, ending, voiced=voiced) == whole


@pytest.mark.parametrize(
    ("stem", "participle"),
    [("eist", "geëist"), ("int", "geïnt"), ("updatet", "geüpdatet"), ("ijkt", "geijkt"), ("uit", "geuit")],
)
def test_with_ge(stem: str, participle: str):
    assert with_ge(stem) == participle


def test_small_rules():
    assert [past_ending(raw) for raw in ("werk", "lev", "verhuiz", "fax", "lach")] == [
        "te",
        "de",
        "de",
        "te",
        "te",
    ]
    assert [add_t(stem) for stem in ("geef", "zet", "word")] == ["geeft", "zet", "wordt"]
    assert [participle_end(stem, "te") for stem in ("werk", "zet", "besteed")] == ["werkt", "zet", "besteed"]
    assert [join("mee", "eten"), join("aan", "vangen")] == ["mee-eten", "aanvangen"]
    assert ends_in_long_vowel("huis")
    assert not ends_in_long_vowel("bus")


# --- tables -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "least"),
    [("irregular_verbs", 220), ("articles", 500), ("irregular_nouns", 300), ("separability", 300)],
)
def test_tables_are_large_enough_and_clean(name: str, least: int):
    rows = table(name)
    assert len(rows) >= least
    for word, row in rows.items():
        assert word == word.strip()
        assert all(cell and cell == cell.strip() for cells in row.values() for cell in cells)


def test_import_reads_no_table():
    code = (
        "import sys; import b1check.language.inflection; "
        "from b1check.language.inflection.tables import table; "
        "print(table.cache_info().currsize, 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]
