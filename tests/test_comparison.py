"""Two versions of a document: what became of score, findings and facts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import b1check
from b1check import ReadError
from b1check.comparison import Comparison, ScoreChange, Version, compare
from b1check.documents import readers
from b1check.findings import Finding, Reach, Severity, Span
from b1check.report import Contribution, Report, Score

CORPORA = Path(__file__).resolve().parents[1] / "corpora"


def report(
    name: str = "brief.txt",
    *,
    findings: Sequence[Finding] = (),
    score: Score | None = None,
    difficulty: float | None = 40.0,
) -> Report:
    return Report(name, "txt", "regel", 120, 10, tuple(findings), score, difficulty=difficulty)


def finding(
    text: str, rule: str = "lange-zin", severity: Severity = Severity.LET_OP, reach: Reach = Reach.WORDS
) -> Finding:
    return Finding(rule, severity, "Let op.", Span(0, len(text)), text, 1, 1, reach=reach)


def version(text: str, given: Report | None = None) -> Version:
    return Version(readers.read_text(text), given or report())


def facts(old: str, new: str) -> list[tuple[str, str, str, str]]:
    found = compare(version(old), version(new)).facts
    return [(str(f.kind), f.fate, f.old.text if f.old else "", f.new.text if f.new else "") for f in found]


def test_the_same_facts_in_other_words() -> None:
    old = "Op 03-04-2026 dient u € 1.500,- te voldoen binnen zes weken op grond van art. 3:45 Awb."
    new = "U betaalt € 1500 binnen 6 weken na 3 april 2026.\n\nZie artikel 3:45 van de Algemene wet bestuursrecht."
    assert facts(old, new) == []


def test_a_fact_that_is_gone_and_one_that_is_new() -> None:
    assert facts("U betaalt € 45.", "U betaalt € 54.") == [
        ("bedrag", "weg", "€ 45", ""),
        ("bedrag", "nieuw", "", "€ 54"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Dat moet binnen 14 dagen.", "Dat moet binnen 2 weken.", "termijn"),
        ("Op 17 april 2026 schreven wij u. Betaal binnen 14 dagen.", "Op 17 april 2026 schreven wij u. "
         "Betaal vóór 2 mei 2026.", "termijn"),
        ("Wij schreven u op 12 maart 2026. U hoort het binnen tien werkdagen.", "Wij schreven u op 12 maart 2026. "
         "U hoort het uiterlijk op 26 maart 2026.", "termijn"),
        ("Van 1 april 2026 tot 17 juli 2027.", "Van 1 april 2026 tot en met 16 juli 2027.", "datum"),
        ("Kom om 10.30 uur. Het duurt anderhalf uur.", "Kom van 10.30 tot 12.00 uur.", "termijn"),
        ("Het begint op 1 mei 2026. Het duurt 3 maanden.", "Het begint op 1 mei 2026 en is klaar op 1 augustus 2026.",
         "termijn"),
    ],
)  # fmt: skip
def test_a_fact_in_another_form(old: str, new: str, kind: str) -> None:
    ((found_kind, fate, _, _),) = facts(old, new)
    assert (found_kind, fate) == (kind, "anders geschreven")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dat moet binnen 14 dagen.", "Dat moet binnen 3 weken."),
        ("Wij schreven u op 17 april 2026. Betaal binnen 14 dagen.", "Wij schreven u op 17 april 2026. "
         "Betaal vóór 9 mei 2026."),
        ("Het duurt tot en met 17 juli 2027.", "Het duurt tot en met 16 juli 2027."),
    ],
)  # fmt: skip
def test_a_fact_that_changed(old: str, new: str) -> None:
    assert [fate for _, fate, _, _ in facts(old, new)].count("weg") == 1


def test_a_name_survives_in_any_form() -> None:
    assert facts("U spreekt met mevrouw S. Bakker van het Dorpshuis.", "Mevrouw Bakker zit in het dorpshuis.") == []
    assert facts("U spreekt met mevrouw S. Bakker.", "U spreekt met ons.") == [("naam", "weg", "S. Bakker", "")]


def test_a_site_survives_as_one_of_its_pages() -> None:
    assert facts("Kijk op www.dorp.example.", "Kijk op www.dorp.example/afval.")[0][1] == "nieuw"
    assert [fate for _, fate, _, _ in facts("Kijk op dorp.example/afval.", "Kijk op dorp.example.")] == ["weg"]


def test_the_place_of_a_fact() -> None:
    (change,) = compare(version("Beste lezer,\n\nU betaalt € 45."), version("Beste lezer,\n\nU betaalt.")).facts
    assert change.old is not None
    assert (change.old.line, change.old.span) == (3, Span(24, 28))


def scored(value: float, **points: float) -> Report:
    parts = tuple(Contribution(name, 1.0, "woorden", 0.0, taken) for name, taken in points.items())
    return report(score=Score(value, 5, "twijfel", parts))


def test_the_score_by_component() -> None:
    change = compare(
        version("Een zin.", scored(60, zinnen=-30.0, woorden=-10.0)), version("Een zin.", scored(80, zinnen=-20.0))
    ).score
    assert (change.old, change.new, change.dropped) == (60, 80, False)
    assert [(part.name, part.gain) for part in change.components] == [("zinnen", 10.0), ("woorden", 10.0)]


@pytest.mark.parametrize(
    ("change", "dropped"),
    [
        (ScoreChange(60, 60, 10, 99), False),
        (ScoreChange(60, 59, 99, 10), True),
        (ScoreChange(None, 59, 40, 41), True),
        (ScoreChange(None, None, 40, 39), False),
        (ScoreChange(None, None, None, 39), False),
    ],
)
def test_when_the_text_became_harder(change: ScoreChange, dropped: bool) -> None:
    assert change.dropped is dropped


def test_findings_that_went_and_came() -> None:
    old = report(findings=[finding("Een zin."), finding("Een zin."), finding("dient te", "dient-te")])
    new = report(findings=[finding("Een  zin."), finding("Nog een zin.")])
    rules = compare(version("Een zin.", old), version("Een zin.", new)).rules
    assert [(rule.rule, rule.old, rule.new, rule.gone) for rule in rules] == [
        ("dient-te", 1, 0, 1),
        ("lange-zin", 2, 2, 1),
    ]
    assert [one.text for one in rules[1].added] == ["Nog een zin."]


def test_a_finding_about_the_whole_document_stays_the_same() -> None:
    old = report(findings=[finding("a", reach=Reach.DOCUMENT)])
    new = report(findings=[finding("b", reach=Reach.DOCUMENT)])
    assert compare(version("Een zin.", old), version("Een zin.", new)).rules == ()


@pytest.mark.parametrize(("severity", "worse"), [(Severity.FOUT, True), (Severity.LET_OP, False)])
def test_a_new_error_makes_it_worse(severity: Severity, worse: bool) -> None:
    new = report(findings=[finding("Een zin.", severity=severity)])
    assert compare(version("Een zin."), version("Een zin.", new)).worse is worse


def test_a_new_fact_does_not_make_it_worse() -> None:
    assert not compare(version("U betaalt."), version("U betaalt € 45.")).worse
    assert compare(version("U betaalt € 45."), version("U betaalt.")).worse


LOST = {
    "brieven/leerlingenvervoer.voor.txt": ["LLV-2026-0882", "Merenhoek"],
    "brieven/schuldhulp-uitnodiging.voor.txt": ["drie maanden"],
    "webteksten/buurtsubsidie.voor.html": ["1 januari", "Subsidieregeling Leefbaarheid", "Burgerinitiatieven"],
    "webteksten/paspoort-aanvragen.voor.html": ["Basisregistratie Personen"],
}
"""What the edited texts of the corpus leave out; each was looked at."""


@pytest.mark.parametrize("old", sorted(CORPORA.glob("[bw]*/*.voor.*")), ids=lambda path: path.name)
def test_the_edited_texts_keep_their_facts(old: Path) -> None:
    new = old.with_name(old.name.replace(".voor.", ".na."))
    found = compare(Version(readers.read(old), report()), Version(readers.read(new), report()))
    lost = [fact.old.text for fact in found.of("weg") if fact.old]
    assert lost == LOST.get(f"{old.parent.name}/{old.name}", [])


def test_files_of_two_formats(tmp_path: Path) -> None:
    (tmp_path / "oud.html").write_text("<p>U dient € 45 te betalen.</p>", encoding="utf-8")
    (tmp_path / "nieuw.txt").write_text("U betaalt € 45.\n", encoding="utf-8")
    found = b1check.compare_files(tmp_path / "oud.html", tmp_path / "nieuw.txt")
    assert isinstance(found, Comparison)
    assert found.facts == ()
    assert "dient-te" in {rule.rule for rule in found.rules}


def test_an_error_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "nieuw.txt").write_text("U betaalt € 45.\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"oud\.txt: "):
        b1check.compare_files(tmp_path / "oud.txt", tmp_path / "nieuw.txt")


def test_two_texts() -> None:
    found = b1check.compare("U dient € 45 te betalen.", "U betaalt € 54.")
    assert [(fact.fate, fact.old.text if fact.old else "") for fact in found.facts][:1] == [("weg", "€ 45")]
    assert b1check.compare("<p>€ 45 voor brief.txt</p>", "<p>€ 45</p>", format="html").facts == ()


@pytest.mark.parametrize("form", [str, Path])
def test_the_names_of_files_still_work_where_texts_belong(tmp_path: Path, form: type[str] | type[Path]) -> None:
    for name in ("oud.txt", "nieuw.txt"):
        (tmp_path / name).write_text("U betaalt € 45.\n", encoding="utf-8")
    with pytest.warns(DeprecationWarning, match="compare_files"):
        found = b1check.compare(form(tmp_path / "oud.txt"), form(tmp_path / "nieuw.txt"))
    assert not found.worse
