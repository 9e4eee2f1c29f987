"""Every rule keeps the promises of its file: alone, and with all other rules beside it.

What is tested stands in ``b1check.rulebook.selftest``: the same that ``b1check test`` does for rules of others.
"""

from __future__ import annotations

from functools import cache

import pytest
from _pytest.mark import ParameterSet

from b1check.language.analysis import Analyser
from b1check.rulebook import kinds, load, selftest
from b1check.rulebook.match import Kind
from b1check.rulebook.selftest import Case
from b1check.rulebook.spec import GROUPS

from . import examples

NAMES = list(load.specs())


def _cases() -> list[ParameterSet]:
    return [
        pytest.param(name, case, id=f"{name}-{'good' if case.good else 'bad'}-{case.number}")
        for name, (spec, _) in load.specs().items()
        for case in selftest.cases(spec)
    ]


@cache
def _rule(name: str) -> load.Rule:
    return examples.one_rule(name)


@cache
def _all_that_are_on() -> tuple[load.Rule, ...]:
    return load.load()


@pytest.mark.parametrize(("name", "case"), _cases())
def test_example(name: str, case: Case, analyser: Analyser) -> None:
    assert list(selftest.alone(_rule(name), case, analyser)) == []


@pytest.mark.parametrize(("name", "case"), _cases())
def test_example_among_all_rules(name: str, case: Case, analyser: Analyser) -> None:
    assert list(selftest.among(_rule(name), _all_that_are_on(), case, analyser)) == []


@pytest.mark.parametrize("name", NAMES)
def test_rule_has_enough_examples(name: str) -> None:
    spec, _ = load.specs()[name]
    assert list(selftest.enough_examples(spec)) == []


@pytest.mark.parametrize("name", NAMES)
def test_rule_is_in_a_group_of_ours(name: str) -> None:
    spec, path = load.specs()[name]
    assert (path.parent.name, path.stem) == (spec.group, name)
    assert spec.group in GROUPS


@pytest.mark.parametrize("name", kinds.NAMES)
def test_kind_can_be_imported_and_is_used(name: str) -> None:
    assert isinstance(kinds.get(name), Kind)
    assert name in {spec.kind for spec, _ in load.specs().values()}
