from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check import Finding, Severity, Span, baseline
from b1check.baseline import Baseline, Ledger
from b1check.errors import BaselineError

Findings = list[tuple[str, str, str]]
_FINDINGS = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.sampled_from("pq")), max_size=12)
"""Path, rule and sentence of each."""


def found(rule: str, sentence: str) -> Finding:
    return Finding(rule, Severity.TIP, "Kan beter.", Span(0, 1), "U", 1, 1, sentence=sentence)


def by_path(findings: Findings) -> list[tuple[str, list[Finding]]]:
    paths = sorted({path for path, _, _ in findings})
    return [(path, [found(rule, words) for where, rule, words in findings if where == path]) for path in paths]


def run(known: Baseline, findings: Findings, *, there: str = "ab") -> Ledger:
    ledger = Ledger(known, exists=lambda path: path in there)
    for path, those in by_path(findings):
        ledger.divide(those, path)
    return ledger


def test_what_is_known_does_not_count_and_what_is_new_does() -> None:
    known = baseline.of([("a", [found("x", "p"), found("x", "q")])])
    ledger = Ledger(known, exists=lambda _path: True)
    new = found("y", "p")
    divided = ledger.divide([found("x", "p"), new, found("x", "q")], "a")
    assert divided == baseline.Divided((new,), 2)
    assert ledger.gone == 0


def test_one_more_of_the_same_is_new_and_it_is_the_last() -> None:
    known = baseline.of([("a", [found("x", "p")])])
    first, second = found("x", "p"), found("x", "P")
    assert Ledger(known, exists=lambda _path: True).divide([first, second], "a").new == (second,)


def test_another_document_has_findings_of_its_own() -> None:
    known = baseline.of([("a", [found("x", "p")])])
    assert Ledger(known, exists=lambda _path: True).divide([found("x", "p")], "b").known == 0


def test_a_document_with_another_name_keeps_what_is_known() -> None:
    known = baseline.of([("oud", [found("x", "p"), found("x", "q")])])
    ledger = Ledger(known, exists=lambda path: path != "oud")
    divided = ledger.divide([found("x", "p"), found("x", "p")], "nieuw")
    assert (divided.known, len(divided.new)) == (1, 1)
    assert (ledger.gone, ledger.moved) == (1, True)
    assert ledger.pruned() == baseline.of([("nieuw", [found("x", "p")])])


def test_what_was_not_checked_is_not_gone() -> None:
    known = baseline.of([("a", [found("x", "p")]), ("b", [found("x", "p")])])
    ledger = Ledger(known, exists=lambda _path: True)
    ledger.divide([], "a")
    assert ledger.gone == 1
    assert ledger.pruned() == baseline.of([("b", [found("x", "p")])])
    partly = Ledger(known, exists=lambda _path: True)
    partly.divide([], "a", whole=False)
    assert (partly.gone, partly.pruned()) == (0, known)


@given(_FINDINGS, _FINDINGS, st.sampled_from(["ab", "a", ""]))
def test_it_never_grows_and_every_finding_is_known_new_or_gone(before: Findings, now: Findings, there: str) -> None:
    known = baseline.of(by_path(before))
    ledger = Ledger(known, exists=lambda path: path in there)
    divided = [ledger.divide(those, path) for path, those in by_path(now)]
    left = len(known) - sum(one.known for one in divided)
    unchecked = sum(path in there and all(path != other for other, _, _ in now) for path, _, _ in before)
    assert ledger.gone == left - unchecked
    assert len(ledger.pruned()) == len(known) - ledger.gone
    assert sum(one.known + len(one.new) for one in divided) == len(now)
    if there == "ab":
        assert run(ledger.pruned(), now).gone == 0, "pruning twice takes nothing more away"


@given(_FINDINGS)
def test_a_run_right_after_finds_nothing_new(findings: Findings) -> None:
    ledger = Ledger(baseline.of(by_path(findings)), exists=lambda _path: True)
    assert all(not ledger.divide(those, path).new for path, those in by_path(findings))
    assert ledger.gone == 0


@given(_FINDINGS)
def test_it_comes_back_from_its_file(findings: Findings) -> None:
    made = baseline.of(by_path(findings))
    text = baseline.render(made)
    data = json.loads(text)
    assert sum(
        count for rules in data["documents"].values() for one in rules.values() for count in one.values()
    ) == len(made)
    assert text == baseline.render(Baseline(dict(reversed(made.counts.items())))), "the order never changes"


def test_the_file_reads_well_and_is_read(tmp_path: Path) -> None:
    made = baseline.of([("brieven/é.txt", [found("x", "p"), found("x", "p")])])
    file = tmp_path / "b1check-baseline.json"
    file.write_text(baseline.render(made), encoding="utf-8")
    assert '"brieven/é.txt": {\n      "x": {\n' in file.read_text(encoding="utf-8")
    assert baseline.load(file) == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "geen json",
        '{"documents": {}}',
        '{"schema_version": "1"}',
        '{"schema_version": "9", "documents": {}}',
        '{"schema_version": "1", "documents": {"a": {"x": {"p": 0}}}}',
        '{"schema_version": "1", "documents": {"a": {"x": {"p": -1}}}}',
        '{"schema_version": "1", "documents": {"a": 1}}',
        '{"schema_version": "1", "documents": {}, "extra": 1}',
        "[" * 100_000,
    ],
)
def test_another_file_is_refused_in_dutch(tmp_path: Path, text: str) -> None:
    file = tmp_path / "anders.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError, match=r"^Het bestand .*anders\.json is .*baseline"):
        baseline.load(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match=r"bestaat niet\. Maak het eerst met: b1check baseline"):
        baseline.load(tmp_path / "weg.json")
    with pytest.raises(BaselineError, match="gaat niet open"):
        baseline.load(tmp_path)
