"""Second opinions: the formulas, the features and that nothing is called what it is not."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import types
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from b1check import secondopinions
from b1check.documents import readers
from b1check.language.analysis import Analyser, Sentence
from b1check.language.concreteness import is_concrete
from b1check.letter import parts
from b1check.rulebook.match import BlockView
from b1check.secondopinions import (
    Features,
    features,
    flesch_douma,
    frequency,
    level,
    longest_dependency,
    second_opinions,
)

BRIEVEN = Path(__file__).resolve().parents[1] / "corpora" / "brieven"
LONG = "Wij sturen u deze week een brief over uw nieuwe bank. " * 12


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture
def without_lint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secondopinions, "_LINT_PACKAGES", ("b1check_has_no_such_package",))


def views(analyser: Analyser, text: str) -> list[BlockView]:
    document = parts.label(readers.read_text(text))
    analyses = analyser.analyse([block.text for block in document.blocks])
    return [BlockView(at, block, one) for at, (block, one) in enumerate(zip(document.blocks, analyses, strict=True))]


def sentences(analyser: Analyser, text: str) -> Sequence[Sentence]:
    return analyser.analyse([text])[0].sentences


def test_the_formula_of_flesch_douma() -> None:
    assert flesch_douma(syllables=150, words=100, sentences=10) == pytest.approx(206.84 - 0.77 * 150 - 0.93 * 10)


def test_flesch_douma_counts_our_words_and_sentences(analyser: Analyser, without_lint: None) -> None:
    opinion = second_opinions(views(analyser, LONG))[0]
    # Wij stu-ren u de-ze week een brief over uw nieu-we bank: the patterns do not split "o-ver".
    assert opinion.name == "Flesch-Douma"
    assert opinion.value == pytest.approx(flesch_douma(syllables=14 * 12, words=11 * 12, sentences=12), abs=0.05)
    assert opinion.note.startswith("makkelijk;")


def test_textstat_has_the_same_dutch_formula() -> None:
    counter = secondopinions._counter()
    text = "Wij sturen u deze week een brief. Daarna kunt u betalen."
    ours = flesch_douma(syllables=counter.syllable_count(text), words=11, sentences=2)
    assert counter.flesch_reading_ease(text) == pytest.approx(ours, abs=0.01)


def test_nothing_is_downloaded_and_nltk_stays_out() -> None:
    code = (
        "import socket, sys\n"
        "def no(*a, **k): raise OSError('no network')\n"
        "socket.socket.connect = no\n"
        "from b1check import secondopinions as s\n"
        "assert 'textstat' not in sys.modules\n"
        "print(s._syllables('gemeente'), 'nltk' in sys.modules)\n"
        "import nltk; print(hasattr(nltk, 'data'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["3", "False", "True"]


def test_the_formula_in_the_style_of_lint() -> None:
    one = Features(frequency=4.5, dependency=6.0, content_per_clause=4.0, concrete=0.5)
    raw = -4.20782 + 17.283729 * 4.5 - 1.624415 * 6 - 2.536780 * 4 + 16.001231 * 0.5
    assert one.score == pytest.approx(100 - raw)
    assert Features(1.0, 30.0, 20.0, 0.0).score == 100
    assert Features(8.0, 0.0, 1.0, 1.0).score == 0


@pytest.mark.parametrize(("score", "expected"), [(33.9, 1), (34, 2), (46, 3), (57.9, 3), (58, 4)])
def test_the_bounds_of_the_levels(score: float, expected: int) -> None:
    assert level(score) == expected


@dataclass(frozen=True)
class Case:
    text: str
    longest: int


@pytest.mark.parametrize(
    "case",
    [
        Case("Zij slaapt.", 0),
        Case("De man leest een boek.", 1),
        Case("De man, Jan, leest.", 1),  # a comma is no word
        Case("De man leest een boek en drinkt veel koffie.", 4),  # "man" belongs to "drinkt" too
    ],
)
def test_the_longest_dependency(case: Case, analyser: Analyser) -> None:
    (sentence,) = sentences(analyser, case.text)
    assert longest_dependency(sentence) == case.longest


def test_the_features_of_a_sentence(analyser: Analyser) -> None:
    found = features(sentences(analyser, "De vrouw betaalt de rekening voor haar moeder."))
    assert found is not None
    assert (found.content_per_clause, found.concrete) == (4.0, 1.0)
    assert found.frequency > 4


def test_without_a_finite_verb_there_is_no_estimate(analyser: Analyser) -> None:
    assert features(sentences(analyser, "Een brief over de markt.")) is None


def test_names_do_not_count_as_rare_words(analyser: Analyser) -> None:
    plain = features(sentences(analyser, "De vrouw betaalt."))
    named = features(sentences(analyser, "De vrouw van Wezelenburg betaalt."))
    assert plain is not None
    assert named is not None
    assert named.frequency == pytest.approx(plain.frequency)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("vrouw", True),
        ("parkeergarage", True),
        ("gesprek", False),
        ("Verwerking", False),
        ("woning", True),
        ("mogelijkheid", False),
        ("bank", None),
        ("xyzzy", None),
    ],
)
def test_concrete_nouns(noun: str, expected: bool | None) -> None:
    assert is_concrete(noun) is expected


def test_too_little_text_has_no_second_opinion(analyser: Analyser) -> None:
    assert second_opinions(views(analyser, "U krijgt een brief.")) == ()
    assert second_opinions([]) == ()


def test_an_estimate_is_never_called_a_score_of_lint(analyser: Analyser, without_lint: None) -> None:
    names = [opinion.name for opinion in second_opinions(views(analyser, LONG))]
    assert names == ["Flesch-Douma", "schatting in de stijl van LiNT-II"]


def test_the_edited_letters_are_easier_on_both(analyser: Analyser, without_lint: None) -> None:
    easier = {"Flesch-Douma": 0, "schatting in de stijl van LiNT-II": 0}
    pairs = sorted(BRIEVEN.glob("*.voor.txt"))
    for before in pairs:
        after = before.with_name(before.name.replace(".voor.", ".na."))
        old, new = (second_opinions(views(analyser, path.read_text("utf-8"))) for path in (before, after))
        for one, other in zip(old, new, strict=True):
            easier[one.name] += (other.value > one.value) is one.scale.endswith("makkelijk")
    assert set(easier.values()) == {len(pairs)}


class _Lint:
    def __init__(self, score: object) -> None:
        self.score, self.level = score, 2


def _install(monkeypatch: pytest.MonkeyPatch, score: object) -> list[str]:
    """Put a stand-in for LiNT-II in place that gives ``score``; return the texts that it is asked about."""
    asked: list[str] = []

    class ReadabilityAnalysis:
        def __init__(self) -> None:
            self.lint = _Lint(score)

        @classmethod
        def from_text(cls, text: str) -> ReadabilityAnalysis:
            print("Loading a model")
            asked.append(text)
            return cls()

    for name in ("lint_ii", "nl_core_news_lg"):
        module = types.ModuleType(name)
        module.__spec__ = importlib.util.spec_from_loader(name, None)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys.modules["lint_ii"], "ReadabilityAnalysis", ReadabilityAnalysis, raising=False)
    return asked


def test_lint_itself_where_it_is_installed(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = _install(monkeypatch, 41.23)
    opinion = second_opinions(views(analyser, LONG))[-1]
    assert (opinion.name, opinion.value, opinion.note) == ("LiNT-II", 41.2, "niveau 2 van 4")
    assert asked == [LONG.strip()]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("score", [None, float("nan"), "geen"])
def test_lint_that_fails_is_left_out(score: object, analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, score)
    assert len(second_opinions(views(analyser, LONG))) == 2


def test_lint_without_its_pipeline_is_not_asked(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _install(monkeypatch, 41.23)
    monkeypatch.setattr(secondopinions, "_LINT_PACKAGES", ("lint_ii", "b1check_has_no_such_package"))
    assert len(second_opinions(views(analyser, LONG))) == 2
    assert asked == []


def test_a_word_that_nobody_uses_is_rarer_than_all_words_we_know() -> None:
    assert frequency("qwrtzpsdfg") == 2.0


@pytest.mark.parametrize("noun", ["bank", "graad", "deel", "zitbank"])
def test_a_noun_with_a_concrete_and_an_abstract_sense_counts_neither_way(noun: str) -> None:
    assert is_concrete(noun) is None


def test_no_word_stays_behind_in_the_tables_for_syllables() -> None:
    words = ["parkeervergunningaanvraagje", "hondenbelastingplichtige"]
    assert [secondopinions._syllables(word) for word in words] == [8, 8]
    assert [len(patterns.cache) for patterns in sys.modules["pyphen"].hdcache.values()] == [0]
