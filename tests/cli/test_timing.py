from __future__ import annotations

import re
from pathlib import Path

import pytest

from b1check import Checker, Config
from b1check.documents import readers
from b1check.reporters.timing import render
from b1check.timing import Timing, total

from .conftest import LETTER, Invoke

ONE = ("--select", "dient-te")


def test_timing_stands_outside_the_report(b1check: Invoke, letter: Path) -> None:
    for form in ("json", "terminal"):
        plain = b1check("check", *ONE, "--format", form, "brief.txt")
        timed = b1check("check", *ONE, "--format", form, "--timing", "brief.txt")
        assert plain.stderr == ""
        assert timed.stderr.startswith("Tijd van de processor\n")
        assert (timed.stdout, timed.exit_code) == (plain.stdout, plain.exit_code)


def test_timing_names_the_steps_and_the_rules(b1check: Invoke, letter: Path, clean: Path) -> None:
    lines = b1check("check", *ONE, "--timing", "brief.txt", "goed.txt").stderr.splitlines()
    assert [line.split()[0] for line in lines] == [
        *("Tijd", "lezen", "taalanalyse", "soort", "regels", "score"),
        *("Langzaamste", "dient-te"),
    ]
    assert re.search(r"\(\d+ % boven op de taalanalyse\)$", lines[4])
    assert all(re.search(r" \d+,\d ms", line) for line in (*lines[1:6], lines[7]))


def test_timing_of_a_file_that_cannot_be_read(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").touch()
    result = b1check("check", "--timing", "leeg.txt")
    assert result.exit_code == 2
    assert "leeg.txt: " in result.stderr
    assert "boven op" not in result.stderr


def test_the_rules_together_take_at_least_as_long_as_one_by_one() -> None:
    checker = Checker(Config(select=("dient-te", "lange-zin")))
    report, timing = checker.check_timed(lambda: readers.read_text(LETTER))
    assert report == checker.check_document(readers.read_text(LETTER))
    assert set(timing.by_rule) == {"dient-te", "lange-zin"}
    assert 0 <= sum(timing.by_rule.values()) <= timing.rules
    assert min(timing.reading, timing.analysis, timing.letter, timing.score) >= 0


def test_total_adds_up_every_step_and_rule() -> None:
    one = Timing(reading=1.0, analysis=2.0, letter=0.125, rules=0.5, score=0.25, by_rule={"a": 0.25, "b": 0.125})
    other = Timing(reading=1.0, analysis=2.0, rules=0.5, score=0.25, by_rule={"b": 0.25})
    assert total([one, other]) == Timing(
        reading=2.0, analysis=4.0, letter=0.125, rules=1.0, score=0.5, by_rule={"a": 0.25, "b": 0.375}
    )
    assert total([]) == Timing()


def test_the_slowest_rules_come_first() -> None:
    timing = Timing(by_rule={"b": 0.1, "snel": 0.01, "a": 0.1, "traag": 0.2})
    assert timing.slowest(3) == (("traag", 0.2), ("a", 0.1), ("b", 0.1))


@pytest.mark.parametrize(("analysis", "percent"), [(2.0, 25.0), (0.0, None)])
def test_the_share_of_the_rules(analysis: float, percent: float | None) -> None:
    assert Timing(analysis=analysis, rules=0.5).rules_percent == percent


def test_the_figures_are_in_milliseconds() -> None:
    written = render(Timing(reading=0.5, analysis=2.0, rules=0.5, score=0.001, by_rule={"een-lange-naam": 0.0014}))
    assert written == (
        "Tijd van de processor\n"
        "  lezen                500,0 ms\n"
        "  taalanalyse        2.000,0 ms\n"
        "  soort en opbouw        0,0 ms\n"
        "  regels               500,0 ms  (25 % boven op de taalanalyse)\n"
        "  score                  1,0 ms\n"
        "Langzaamste regels\n"
        "  een-lange-naam         1,4 ms\n"
    )
