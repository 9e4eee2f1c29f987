"""Every rule keeps the promises of its file: alone, and with all other rules beside it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest
from _pytest.mark import ParameterSet

from b1check.findings import Finding
from b1check.language.analysis import Analyser
from b1check.rulebook import kinds, load
from b1check.rulebook.match import Kind
from b1check.rulebook.spec import GROUPS, Example

from . import examples


class Case(NamedTuple):
    """One example of one rule."""

    rule: str
    example: Example


NAMES = list(load.specs())


def _cases(sort: str) -> list[ParameterSet]:
    return [
        pytest.param(Case(name, example), id=f"{name}-{sort}-{number}")
        for name, (spec, _) in load.specs().items()
        for number, example in enumerate(spec.bad if sort == "bad" else spec.good, start=1)
    ]


@cache
def _all_rules() -> tuple[load.Rule, ...]:
    return load.load(load.specs())


def _spans(found: tuple[Finding, ...]) -> list[tuple[int, int]]:
    return [(finding.span.start, finding.span.end) for finding in found]


@pytest.mark.parametrize("case", _cases("bad"))
def test_finds_exactly_the_marked_words(case: Case, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(case.rule)], examples.document(case.example), analyser)
    text = case.example.plain
    assert [text[a:b] for a, b in _spans(found)] == [text[a:b] for a, b in case.example.spans]
    assert _spans(found) == list(case.example.spans)
    if case.example.fix is not None:
        assert examples.first_fixes(text, found) == case.example.fix
    if case.example.severity is not None:
        assert {finding.severity for finding in found} == {case.example.severity}


@pytest.mark.parametrize("case", _cases("good"))
def test_leaves_near_misses_alone(case: Case, analyser: Analyser) -> None:
    found = examples.findings([examples.one_rule(case.rule)], examples.document(case.example), analyser)
    assert [finding.text for finding in found] == []


@pytest.mark.parametrize("case", _cases("bad"))
def test_finds_the_marked_words_among_all_rules(case: Case, analyser: Analyser) -> None:
    found = examples.findings(_all_rules(), examples.document(case.example), analyser)
    assert _spans(tuple(f for f in found if f.rule == case.rule)) == list(case.example.spans)


@pytest.mark.parametrize("case", _cases("good"))
def test_leaves_near_misses_alone_among_all_rules(case: Case, analyser: Analyser) -> None:
    found = examples.findings(_all_rules(), examples.document(case.example), analyser)
    assert [finding.text for finding in found if finding.rule == case.rule] == []


@pytest.mark.parametrize("name", NAMES)
def test_rule_file_stands_where_its_name_says(name: str) -> None:
    spec, path = load.specs()[name]
    assert examples.place_of(path) == f"{spec.group}/{name}"
    assert spec.group in GROUPS


@pytest.mark.parametrize("name", NAMES)
def test_messages_are_complete_sentences(name: str, analyser: Analyser) -> None:
    spec, _ = load.specs()[name]
    for example in spec.bad:
        for finding in examples.findings([examples.one_rule(name)], examples.document(example), analyser):
            assert "{" not in finding.message
            assert "  " not in finding.message
            assert finding.message[0].isupper() or not finding.message[0].isalpha()
            assert finding.message.rstrip("’)").endswith((".", "?"))


@pytest.mark.parametrize("name", kinds.NAMES)
def test_kind_can_be_imported_and_is_used(name: str) -> None:
    assert isinstance(kinds.get(name), Kind)
    assert name in {spec.kind for spec, _ in load.specs().values()}


@pytest.mark.parametrize("name", NAMES)
def test_rule_has_enough_examples(name: str) -> None:
    spec, _ = load.specs()[name]
    assert len(spec.bad) + len(spec.good) >= 4
