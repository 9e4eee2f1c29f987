"""The judged fixes: how they are counted, and that they reach the bars."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from b1check import Checker
from b1check.documents import readers

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "fixes.py"
HEADER = "document;regel;rule;voor;na;toepassing;grammatica;betekenis;past\n"


@pytest.fixture(scope="module")
def fixes() -> ModuleType:
    """The script that counts fixes."""
    spec = spec_from_file_location("benchmark_of_fixes", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_judgements_are_added(fixes: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "judgements.csv").write_text(
        HEADER + "a;1;r;x;y;veilig;goed;goed;ja\na;2;r;x;y;veilig;goed;fout;nee\na;3;r;x;y;controleren;fout;goed;\n",
        encoding="utf-8",
    )
    found = fixes.judgements(tmp_path)
    assert found["veilig"] == fixes.Judged(grammatical=2, kept=1, right=1, total=2, fits=1, asked=2)
    assert found["controleren"] == fixes.Judged(grammatical=0, kept=1, right=0, total=1, fits=0, asked=0)


def test_a_fix_that_is_no_longer_made_counts_only_in_its_round(fixes: ModuleType, tmp_path: Path) -> None:
    header = "ronde;bron;zin;rule;van;naar;toepassing;grammatica;betekenis;past;nog\n"
    rows = "1;b;0;r;x;y;veilig;goed;goed;ja;ja\n1;b;0;r;x;y;veilig;goed;fout;nee;nee\n"
    (tmp_path / "rounds.csv").write_text(header + rows, encoding="utf-8")
    found = fixes.rounds(tmp_path)
    assert found["1", "veilig"] == fixes.Judged(grammatical=2, kept=1, right=1, total=2, fits=1, asked=2)
    assert found["nu", "veilig"] == fixes.Judged(grammatical=1, kept=1, right=1, total=1, fits=1, asked=1)
    (tmp_path / "rounds.csv").write_text(header + rows.replace("nee;nee", "nee;ooit"), encoding="utf-8")
    with pytest.raises(ValueError, match="cannot use"):
        fixes.rounds(tmp_path)


def test_the_rounds_hold_no_sentence_of_others(fixes: ModuleType) -> None:
    rows = fixes._rows(fixes.GOLD / "rounds.csv")
    assert len(rows) > 1000
    assert all(len(row[name].split()) < 6 for row in rows for name in ("van", "naar"))


def test_the_rounds_of_the_second_judge_reach_the_bars_at_first_sight(fixes: ModuleType) -> None:
    found = fixes.rounds()
    last = {"veilig": [found["7", "veilig"]], "controleren": [found[one, "controleren"] for one in ("8", "9")]}
    for name, bar in fixes.BARS.items():
        total = sum(count.total for count in last[name])
        assert sum(count.grammatical for count in last[name]) / total >= bar
        assert sum(count.kept for count in last[name]) / total >= bar
    assert all(found["nu", name].right / found["nu", name].total >= bar for name, bar in fixes.BARS.items())


def test_a_share_has_its_interval(fixes: ModuleType) -> None:
    low, high = fixes.interval(81, 263)  # Newcombe 1998, table I: 0.2553 to 0.3662
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_a_judgement_that_means_nothing_is_refused(fixes: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "judgements.csv").write_text(HEADER + "a;1;r;x;y;veilig;goed;god;ja\n", encoding="utf-8")
    with pytest.raises(ValueError, match="cannot use"):
        fixes.judgements(tmp_path)


def test_fixes_reach_the_bars(fixes: ModuleType) -> None:
    judged = fixes.judgements()
    assert sum(count.total for count in judged.values()) >= 300
    assert all(judged[name].right / judged[name].total >= bar for name, bar in fixes.BARS.items())
    assert sum(c.fits for c in judged.values()) / sum(c.asked for c in judged.values()) >= fixes.FITS


def test_a_fix_is_shown_with_its_sentence_before_and_after(fixes: ModuleType) -> None:
    document = readers.read_text("Dit is een brief. Derhalve belt u ons.\n", name="brief.txt")
    found = list(fixes.placed("brief.txt", document, Checker().check_document(document).findings))
    assert [(fix.before, fix.after) for fix in found] == [("Derhalve belt u ons.", "Daarom belt u ons.")]


def test_remarks_with_and_without_a_fix_are_counted(fixes: ModuleType) -> None:
    reached = fixes.Reached()
    reached.add(Checker().check_text("Derhalve belt u ons. Het besluit staat.\n").findings)
    assert (reached.named.total(), reached.fixed.total(), reached.share) == (1, 1, 1.0)
