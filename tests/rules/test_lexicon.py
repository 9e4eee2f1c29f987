"""The kind ``lexicon``: every form of an entry is found, and an alternative comes in the same form."""

from __future__ import annotations

from pathlib import Path

import pytest

from b1check.errors import RuleError
from b1check.language.analysis import Analyser
from b1check.rulebook import wordlist
from b1check.rulebook.context import compile_contexts
from b1check.rulebook.kinds.lexicon import KIND, LexiconOptions
from b1check.rulebook.match import BlockView, Match, PerBlock

from . import examples

HEADER = "woord;soort;alternatieven;betekenis;niet_bij;uitleg;voorbeeld;niveau\n"
LIST = HEADER + (
    "verstrekken;ww;geven;;;;Wij verstrekken informatie.;\n"
    "aanvangen;ww;beginnen|starten;;;;De cursus vangt aan.;\n"
    "retourneren;ww;terugsturen;;;;Retourneer de brief.;\n"
    "realiseren;ww;maken;bouwen;zich … *|* zich;;Wij realiseren een park.;\n"
    "in behandeling nemen~;ww;behandelen;;;;Wij nemen het in behandeling.;\n"
    "verzoek;zn;vraag;;;;Uw verzoek.;\n"
    "woonachtig;bn;wonend;;;;Hij is woonachtig in Leusden.;\n"
    "derhalve;bw;daarom;;;;Derhalve niet.;\n"
    "met betrekking tot;uitdr;over;;;;Een brief met betrekking tot uw huis.;\n"
    "dwangsom;zn;;;;een dwangsom is geld dat u moet betalen;De dwangsom.;\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "woorden.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def matches(text: str, folder: Path, analyser: Analyser) -> list[Match]:
    detection = KIND.build(LexiconOptions(lists=("woorden.csv",)), folder)
    assert isinstance(detection, PerBlock)
    block = examples.one_block(text).blocks[0]
    found = detection.find(BlockView(0, block, analyser.analyse([text])[0]))
    return [match for match in found if not match.repeat]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Wij verstrekken u de uitslag.", "Wij geven u de uitslag."),
        ("Hij verstrekt u de gegevens.", "Hij geeft u de gegevens."),
        ("De kaarten zijn aan u verstrekt.", "De kaarten zijn aan u gegeven."),
        ("Om u gegevens te verstrekken, bellen wij.", "Om u gegevens te geven, bellen wij."),
        ("De les vangt op 9 juni aan.", "De les begint op 9 juni."),
        ("U weet wanneer de cursus aanvangt.", "U weet wanneer de cursus begint."),
        ("U hoeft niet aan te vangen.", "U hoeft niet te beginnen."),
        ("U moet de brief retourneren.", "U moet de brief terugsturen."),
        ("U hoeft de brief niet te retourneren.", "U hoeft de brief niet terug te sturen."),
        ("Derhalve krijgt u geen geld.", "Daarom krijgt u geen geld."),
        ("Een brief met betrekking tot uw huis.", "Een brief over uw huis."),
        ("MET BETREKKING TOT uw huis.", "OVER uw huis."),
    ],
)
def test_an_alternative_takes_the_form_of_the_word(text: str, after: str, folder: Path, analyser: Analyser) -> None:
    (match,) = matches(text, folder, analyser)
    for edit in reversed(match.suggestions[0].edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    assert text == after


def test_both_parts_of_a_verb_are_marked(folder: Path, analyser: Analyser) -> None:
    text = "De les vangt op 9 juni aan."
    (match,) = matches(text, folder, analyser)
    assert [text[start:end] for start, end in ((match.start, match.end), *match.also)] == ["vangt", "aan"]


@pytest.mark.parametrize(
    "text", ["Wij nemen uw aanvraag in behandeling.", "Dat wij uw aanvraag in behandeling nemen, is zeker."]
)
def test_a_verb_may_stand_on_either_side_of_its_expression(text: str, folder: Path, analyser: Analyser) -> None:
    (match,) = matches(text, folder, analyser)
    assert "in behandeling" in text[match.start : match.end]


@pytest.mark.parametrize(
    "text",
    [
        "U moet zich dat goed realiseren.",
        "Mensen realiseren zich dat niet.",
        "De Dienst Verzoek helpt u.",
    ],
)
def test_silent_in_another_sense_and_in_names(text: str, folder: Path, analyser: Analyser) -> None:
    assert matches(text, folder, analyser) == []


def test_a_word_is_reported_once_in_a_paragraph(folder: Path, analyser: Analyser) -> None:
    assert len(matches("Uw verzoek is binnen. Dat verzoek lezen wij.", folder, analyser)) == 1


def test_a_wording_in_two_places_is_shown_with_both(folder: Path, analyser: Analyser) -> None:
    (match,) = matches("Het verzoek is binnen.", folder, analyser)
    assert match.suggestions[0].text == "De … vraag"


def test_without_an_alternative_there_is_an_explanation(folder: Path, analyser: Analyser) -> None:
    (match,) = matches("U krijgt een dwangsom.", folder, analyser)
    assert match.suggestions == ()
    assert match.advice == "Een dwangsom is geld dat u moet betalen."


@pytest.mark.parametrize(
    ("context", "text", "holds"),
    [
        ("zich … *", "u kunt zich dat goed X", True),
        ("zich … *", "u kunt zich dat heel erg goed voor X", False),
        ("* dat", "u X, dat weet u", True),
        ("* dat/of", "u X of niet", True),
        ("in *", "Binnen X", False),
        ("in * nemen", "in X nemen", True),
    ],
)
def test_contexts(context: str, text: str, holds: bool) -> None:
    (fine,) = compile_contexts([context])
    at = text.index("X")
    assert fine(text, at, at + 1) is holds


@pytest.mark.parametrize(
    "row",
    [
        "x;ww",
        "x y;zn;z;;;;Een zin.;",
        "x;zn;;;;;Een zin.;",
        "x;zn;a|b|c|d|e;;;;Een zin.;",
        "x;zn;a;;zonder ster;;Een zin.;",
        "x;onzin;a;;;;Een zin.;",
    ],
)
def test_a_wrong_row_is_refused_with_its_line(row: str, tmp_path: Path) -> None:
    path = tmp_path / "fout.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(RuleError, match="regel 2"):
        wordlist.read(path)
