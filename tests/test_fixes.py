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


def test_judgements_and_counts_are_added(fixes: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "judgements.csv").write_text(
        HEADER + "a;1;r;x;y;veilig;goed;goed;ja\na;2;r;x;y;veilig;goed;fout;nee\na;3;r;x;y;controleren;fout;goed;\n",
        encoding="utf-8",
    )
    (tmp_path / "counts.csv").write_text(
        "bron;toepassing;goed;fout;past;past_niet\nb;veilig;10;1;8;2\n", encoding="utf-8"
    )
    found = fixes.judgements(tmp_path)
    assert found["veilig"] == fixes.Judged(right=11, total=13, fits=9, asked=12)
    assert found["controleren"] == fixes.Judged(right=0, total=1, fits=0, asked=0)


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
