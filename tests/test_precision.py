"""The judged precision of rules: how it is counted, that what we ship is what the gold data say, and how it shows."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from b1check import RuleError, explain
from b1check.reporters import rules as report
from b1check.reporters.style import Style
from b1check.rulebook import load, measured
from b1check.rulebook.measured import Measured

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "precision.py"


@pytest.fixture(scope="module")
def precision() -> ModuleType:
    """The script that counts the judgements."""
    spec = spec_from_file_location("precision", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_judgements_are_counted_with_and_without_the_column_of_alternatives(
    precision: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "regel-a.csv").write_text(
        "document;regel;woorden;oordeel;reden;alternatief\n"
        "a.txt;1;x;goed;r;past\na.txt;2;x;goed;r;past-niet\na.txt;3;x;fout;r;past-niet\na.txt;4;x;goed;r;geen\n",
        encoding="utf-8",
    )
    (tmp_path / "regel-b.csv").write_text("document;regel;woorden;oordeel;reden\nb;1;x;fout;r\n", encoding="utf-8")
    (tmp_path / "counts_1.csv").write_text(
        "regel;bron;goed;fout;past;past_niet\nregel-a;bron;10;2;5;1\n", encoding="utf-8"
    )
    (tmp_path / "counts_2.csv").write_text("regel;bron;goed;fout\nregel-b;bron;4;0\n", encoding="utf-8")
    assert precision.judgements(tmp_path) == {"regel-a": Measured(13, 16, 6, 9), "regel-b": Measured(4, 5)}


@pytest.mark.parametrize("row", ["a;1;x;god;r;past", "a;1;x;goed;r;paste"])
def test_a_judgement_that_means_nothing_is_refused(row: str, precision: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "regel.csv"
    file.write_text(f"document;regel;woorden;oordeel;reden;alternatief\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="row 2"):
        precision.judgements(tmp_path)


def test_the_counts_beside_the_rules_are_those_of_the_gold_data(precision: ModuleType) -> None:
    judged = {rule: count for rule, count in precision.judgements().items() if rule in load.specs()}
    assert measured.read(load.rules_folder()) == judged, "run: python benchmarks/precision.py --write"


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    counts = {"a": Measured(1, 2, 3, 4), "b": Measured(5, 6)}
    measured.write(tmp_path, counts)
    assert measured.read(tmp_path) == counts


def test_a_file_that_is_not_right(tmp_path: Path) -> None:
    (tmp_path / measured.FILE).write_text("rule;goed;beoordeeld;past;alternatieven\na;veel;2;3;4\n", encoding="utf-8")
    with pytest.raises(RuleError, match="Schrijf in elke kolom een getal"):
        measured.read(tmp_path)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (None, "Nog niet gemeten."),
        (
            Measured(38, 40, 30, 35),
            "Gemeten: 38 van de 40 opmerkingen waren goed (95 %). Het eerste alternatief paste in 30 van de 35 zinnen.",
        ),
        (Measured(1, 3), "Gemeten: 1 van de 3 opmerkingen was goed (33 %). Dat is te weinig om zeker te zijn."),
    ],
)
def test_the_explanation_of_a_rule_says_how_often_it_was_right(
    counts: Measured | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measured, "read", lambda _folder: {"lange-zin": counts} if counts else {})
    text = report.render_rule(explain("lange-zin"), Style())
    section = text.split("Hoe vaak klopt het?\n")[1].split("\n\n")[0]
    assert " ".join(section.split()) == said
