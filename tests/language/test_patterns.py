"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module

import pytest

import b1check.letter
from b1check.language.patterns import Pattern

MODULES = [f"b1check.letter.{module.name}" for module in pkgutil.iter_modules(b1check.letter.__path__)]
TEXTS = ["", "Betaal vóór 1 mei.", "betaal of BETAAL\nniet", "Ligt ter inzage."]


def _patterns(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _patterns(one)


@pytest.mark.parametrize("module", [*MODULES, "b1check.rulebook.lawtext"])
def test_each_pattern_of_a_letter_can_be_compiled(module: str) -> None:
    found = [pattern for value in vars(import_module(module)).values() for pattern in _patterns(value)]
    assert all(isinstance(pattern.compiled, re.Pattern) for pattern in found)


def test_there_are_hundreds_of_them() -> None:
    found = [one for module in MODULES for value in vars(import_module(module)).values() for one in _patterns(value)]
    assert len(found) > 300


@pytest.mark.parametrize("source", [r"\bbetaal\b", r"(?P<word>betaal)|ter\s+(inzage)", r"", r"^ligt"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_pattern_finds_what_that_of_python_finds(source: str, text: str) -> None:
    ours, theirs = Pattern(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    for method in ("search", "match", "fullmatch"):
        one, other = getattr(ours, method)(text), getattr(theirs, method)(text)
        assert (one and (one.span(), one.groups())) == (other and (other.span(), other.groups()))
    assert [found.span() for found in ours.finditer(text)] == [found.span() for found in theirs.finditer(text)]
    assert ours.findall(text) == theirs.findall(text)
    assert ours.split(text) == theirs.split(text)
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.groupindex == theirs.groupindex


def test_a_pattern_that_is_wrong_tells_so_at_its_first_use() -> None:
    pattern = Pattern("(betaal")
    with pytest.raises(re.error):
        pattern.search("betaal")
