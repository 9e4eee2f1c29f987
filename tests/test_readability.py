"""The score: when there is one, what it is made of, and how it moves."""

from __future__ import annotations

import csv
import math
import statistics
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import Applicability, Checker, Config, Finding, Report, Severity
from b1check.language.analysis import Analyser
from b1check.readability.measures import COMPONENTS, MEASURES, vector
from b1check.readability.score import improvements
from b1check.readability.weights import load
from b1check.rulebook.load import specs

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
INDEX = list(csv.DictReader((CORPORA / "index.csv").open(encoding="utf-8", newline="")))
PAIRS = sorted({row["paar"] for row in INDEX if row["paar"]})
BEFORE = {row["paar"]: row["path"] for row in INDEX if row["versie"] == "voor"}
AFTER = {row["paar"]: row["path"] for row in INDEX if row["versie"] == "na"}
EASY = "U krijgt van ons elke week een brief. Daarin leest u wat u moet doen. " * 9
HARD = "Ingevolge artikel 4 dient u de ontbrekende bescheiden te verstrekken. "
HARM = 0.5
"""Points that a fix may cost when the words after it make the parser see another sentence."""
WRITES_OUT = "afkorting-niet-uitgelegd"


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def text_of(path: str) -> str:
    return (CORPORA / path).read_bytes().decode("utf-8", "replace")


def applied(text: str, finding: Finding) -> str:
    for edit in sorted(finding.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_no_score_below_a_hundred_words(checker: Checker) -> None:
    report = checker.check_text("U krijgt een brief. " * 9)
    assert report.score is None
    assert report.no_score == "Geen score: de tekst heeft 36 woorden en 9 zinnen. Nodig zijn 100 woorden en 8 zinnen."
    assert report.difficulty is not None


def test_no_score_below_eight_sentences(checker: Checker) -> None:
    text = " ".join(["Wij sturen u deze week een brief en daarin staat wat u moet doen en wat wij doen."] * 7)
    report = checker.check_text(text)
    assert report.words > 100
    assert report.score is None


def test_an_easy_text_is_green(checker: Checker) -> None:
    score = checker.check_text(EASY).score
    assert score is not None
    assert score.value > score.base
    assert score.verdict == "past waarschijnlijk bij lezers op B1"


def test_the_contributions_add_up(checker: Checker) -> None:
    report = checker.check_text(text_of(BEFORE["wmo-huishoudelijke-hulp"]))
    score = report.score
    assert score is not None
    assert [part.name for part in score.contributions] == list(COMPONENTS)
    assert score.value == pytest.approx(score.base + sum(part.points for part in score.contributions), abs=1)
    assert score.base - sum(row.points for row in report.measures) == pytest.approx(
        score.base + report.difficulty,
        abs=0.2,  # type: ignore[operator]
    )


def test_the_score_of_a_paragraph_is_that_of_its_sentences(checker: Checker) -> None:
    report = checker.check_text(text_of(BEFORE["wmo-huishoudelijke-hulp"]))
    assert len(report.blocks) > 5
    assert sum(len(block.sentences) for block in report.blocks) == report.sentences
    for block in report.blocks:
        values = [sentence.value for sentence in block.sentences]
        assert min(values) - 1 <= block.value <= max(values) + 1


def test_every_weight_has_the_sign_that_its_measure_promises() -> None:
    points = dict(zip([measure.name for measure in MEASURES], load().points, strict=True))
    assert points.pop("ours") < 0
    assert all(value >= 0 for value in points.values()), points


IN_SENTENCE = [
    ("De kat slaapt.", {"words": 3, "run_up": 1, "nouns": 1}),
    ("Op maandag 4 mei 2026 krijgt u van ons een brief.", {"run_up": 4, "van": 1, "ours": 1}),
    ("Uw aanvraag wordt door ons beoordeeld.", {"passive": 2, "worden": 1, "participles": 1}),
    ("Let op de kosten/baten, en op het jaar/de week.", {"slashes": 2, "commas": 1}),
    ("Kijk op https://dorp.example/afval/glas.", {"slashes": 0}),
    ("Wij vragen u om te bellen: dat is snel.", {"te": 1, "colons": 1, "ours": 1, "verbless": 0}),
    ("Alle beoordelingen van de gemeente.", {"verbless": 1, "abstract": 1, "run_up": 0}),
    ("U krijgt " + "een heel " * 9 + "mooie brief.", {"words": 22, "long": 1}),
    ("U krijgt " + "een heel " * 8 + "mooie brief.", {"words": 20, "long": 0}),
]


@pytest.mark.parametrize(("text", "expected"), IN_SENTENCE)
def test_what_is_measured_in_a_sentence(text: str, expected: dict[str, float], analyser: Analyser) -> None:
    (analysis,) = analyser.analyse([text])
    (sentence,) = analysis.sentences
    found = dict(zip([measure.name for measure in MEASURES], vector(sentence, []), strict=True))
    assert {name: found[name] for name in expected} == expected


def test_findings_count_for_the_measure_of_their_group(analyser: Analyser) -> None:
    (analysis,) = analyser.analyse(["U krijgt een brief."])
    names = [measure.name for measure in MEASURES]
    found = dict(zip(names, vector(analysis.sentences[0], ["woorden", "jargon", "tijd", "web"]), strict=True))
    assert (found["hard_words"], found["unclear"], found["syntax"]) == (2, 1, 0)


def test_the_band_is_that_of_a_sample(checker: Checker) -> None:
    easier = "De beoordeling van uw aanvraag duurt in de zomer van dit jaar wat langer dan anders. "
    report = checker.check_text((easier + HARD) * 4)
    values = [sentence.value for block in report.blocks for sentence in block.sentences]
    assert report.score is not None
    assert min(values) > 0 and max(values) < 100  # those at the ends are cut off
    assert report.score.band == pytest.approx(1.96 * statistics.stdev(values) / math.sqrt(len(values)), abs=0.6)


@pytest.mark.parametrize(("gain", "severity", "count"), [(0.3, "tip", 1), (0.2, "let-op", 0), (0.0, "fout", 1)])
def test_what_wins_little_is_not_worth_doing_first(gain: float, severity: str, count: int, checker: Checker) -> None:
    found = next(one for one in checker.check_text(HARD).findings if one.rule == "dient-te")
    finding = replace(found, gain=gain, severity=Severity(severity))
    assert len(improvements([finding], specs())) == count


def test_the_band_is_narrower_with_more_text(checker: Checker) -> None:
    text = text_of(BEFORE["wmo-huishoudelijke-hulp"]).partition("Geachte")[2]
    one, four = checker.check_text(text).score, checker.check_text("\n\n".join([text] * 4)).score
    assert one is not None and four is not None
    assert four.band < one.band


@pytest.mark.parametrize("pair", PAIRS)
def test_the_edited_document_scores_higher(pair: str, checker: Checker) -> None:
    before = checker.check_file(CORPORA / BEFORE[pair]).score
    after = checker.check_file(CORPORA / AFTER[pair]).score
    assert before is not None and after is not None
    assert after.value - after.band > before.value
    assert before.verdict != "past waarschijnlijk bij lezers op B1"


@given(st.lists(st.sampled_from([EASY.split(". ", maxsplit=1)[0] + ". ", HARD]), min_size=12, max_size=20))
def test_one_more_hard_sentence_never_helps(sentences: list[str]) -> None:
    checker = _shared()
    harder = [*sentences, HARD]
    if sentences.count(HARD) < len(sentences):
        assert _difficulty(checker, harder) > _difficulty(checker, sentences)
    else:
        assert _difficulty(checker, harder) == pytest.approx(_difficulty(checker, sentences), abs=0.01)


_CHECKERS: list[Checker] = []


def _shared() -> Checker:
    if not _CHECKERS:
        _CHECKERS.append(Checker())
    return _CHECKERS[0]


def _difficulty(checker: Checker, sentences: list[str]) -> float:
    difficulty = checker.check_text("\n\n".join(sentences)).difficulty
    assert difficulty is not None
    return difficulty


def test_settings_do_not_change_the_score(checker: Checker) -> None:
    text = text_of(BEFORE["wmo-huishoudelijke-hulp"])
    standard = checker.check_text(text)
    for settings in ({"select": ["en-of"]}, {"ignore": ["woorden"]}, {"profile": "professional"}):
        other = Checker(Config.model_validate(settings)).check_text(text)
        assert (other.score, other.difficulty) == (standard.score, standard.difficulty), settings


def test_a_word_that_the_municipality_allows_takes_nothing() -> None:
    text = HARD * 12
    allowed = Checker(Config.model_validate({"terms": {"allowed": ["bescheiden"]}})).check_text(text)
    assert _points(allowed) > _points(Checker().check_text(text))


def _points(report: Report) -> float:
    assert report.difficulty is not None
    return -report.difficulty


def test_a_finding_tells_what_it_costs(checker: Checker) -> None:
    report = checker.check_text(text_of(BEFORE["wmo-huishoudelijke-hulp"]))
    gains = {finding.rule: finding.gain for finding in report.findings}
    assert gains["moeilijk-woord"] > 0
    assert gains.get("slotformule-ouderwets", 0.0) == 0.0
    best = report.improvements[0]
    assert best.gain == pytest.approx(best.count * gains[best.rule], abs=0.3)


def _of_fixes(checker: Checker, path: str, kind: str) -> list[tuple[float, str, str]]:
    """Return what each first fix of a document costs, with the rule and the words."""
    text = text_of(path)
    report = checker.check_text(text, format=kind)
    assert report.difficulty is not None
    costs = []
    for finding in report.findings:
        if finding.fixes and finding.fixes[0].applicability is not Applicability.SHOW:
            after = checker.check_text(applied(text, finding), format=kind).difficulty
            assert after is not None
            costs.append((after - report.difficulty, finding.rule, finding.text))
    return costs


@pytest.mark.parametrize("pair", ["wmo-huishoudelijke-hulp", "hondenbelasting-aanmaning"])
def test_a_fix_does_not_lower_the_score(pair: str, checker: Checker) -> None:
    costs = _of_fixes(checker, BEFORE[pair], "txt")
    assert len(costs) > 10
    assert max(costs)[0] <= HARM, max(costs)


@pytest.mark.slow
def test_hardly_any_fix_in_the_corpus_lowers_the_score(checker: Checker) -> None:
    documents = [row for row in INDEX if row["formaat"] in {"txt", "md", "html"}]
    costs = [cost for row in documents for cost in _of_fixes(checker, row["path"], row["formaat"])]
    lower = [cost for cost in costs if cost[0] > 1e-9]
    assert len(costs) > 500
    assert len(lower) <= 0.03 * len(costs), sorted(lower, reverse=True)[:20]
    # To write out an abbreviation makes a sentence longer on purpose, and in a short letter that shows.
    most = max(cost for cost in costs if cost[1] != WRITES_OUT)
    assert most[0] <= HARM, most
