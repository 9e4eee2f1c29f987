"""What was worked out beforehand is what would be worked out now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from b1check.rulebook import literals, load, prepared, recognise, wordlist
from b1check.rulebook.recognise import Index
from training import prepared as training

ENOUGH = 0.9
"""New patterns may come before the file is written anew: that makes a start slower, and nothing else."""
WRITE = "write the file anew: python -m training.prepared"


def _numbers(index: Index) -> dict[str, list[str]]:
    return {opening: [one.entry.word for one in found] for opening, found in index.items() if found}


def _name(paths: Sequence[Path]) -> str:
    return " ".join(path.name for path in paths)


@pytest.mark.parametrize("paths", [*training.lists_of_rules()], ids=_name)
@pytest.mark.parametrize("strict", [False, True])
def test_lists_that_were_prepared_are_filed_as_if_they_were_not(paths: Sequence[Path], strict: bool) -> None:
    known = prepared.openings(path.read_bytes() for path in paths)
    assert known is not None, WRITE
    entries = [entry for path in paths for entry in wordlist.read(path) if strict or not entry.strict]
    assert _numbers(recognise.of_lists(paths, strict=strict)) == _numbers(recognise.index(entries)), WRITE


def test_a_list_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    paths = next(paths for paths in training.lists_of_rules() if len(paths) == 1)
    changed = tmp_path / "woorden.csv"
    changed.write_bytes(paths[0].read_bytes() + b"flabberen;ww;doen;;;;Wij flabberen dit.;\n")
    filed = recognise.of_lists([changed], strict=False)
    assert filed["flabbert"][0].entry.alternatives == ("doen",)
    assert filed.keys() > {opening for opening, found in recognise.of_lists(paths, strict=False).items() if found}


def test_patterns_need_what_their_parse_says() -> None:
    patterns = {*training.patterns()}
    known = {pattern: {*found} for pattern in patterns if (found := prepared.pieces(pattern)) is not None}
    assert len(known) > max(250, ENOUGH * len(patterns)), WRITE
    assert [pattern for pattern in known if known[pattern] != literals.parsed_pieces(pattern)] == [], WRITE
    for pattern in patterns:
        re.compile(pattern)


def test_what_was_not_prepared_is_worked_out() -> None:
    assert prepared.pieces(r"\bflabber(?:en|t)\b") is None
    assert literals.pieces(r"\bflabber(?:en|t)\b") == {"flabber"}


def test_a_pattern_that_is_not_right_is_still_refused() -> None:
    spec, path = load.specs()["dubbele-ontkenning"]
    with pytest.raises(load.RuleError, match="patroon klopt niet"):
        load.build(spec, path, options={"patterns": ["(flabber"]})
