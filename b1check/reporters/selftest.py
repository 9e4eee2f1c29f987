"""The test of rules for people and programs: one line for each rule, and below it what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from b1check.reporters.style import Look, Style
from b1check.reporters.text import clean, count, wrap
from b1check.rulebook.failure import Failure
from b1check.rulebook.selftest import Result

_INDENT = "  "
_DEEP = " " * 8


def render_result(result: Result, style: Style, *, here: Path) -> str:
    """Return how the test of one rule went, with the path of its file from ``here`` where it lies below."""
    if not result.failures:
        return f"{_INDENT}{style.paint('goed', Look.GREEN)}  {result.name}\n"
    file = result.file.relative_to(here) if result.file.is_relative_to(here) else result.file
    lines = [f"{_INDENT}{style.paint('fout', Look.RED)}  {result.name}  ({clean(str(file))})"]
    for failure in result.failures:
        lines += _failure(failure, style)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def render_totals(results: Sequence[Result], style: Style) -> str:
    """Return how many rules keep what they promise."""
    wrong = sum(bool(result.failures) for result in results)
    tested = f"{count(len(results), 'regel', 'regels')} getest"
    if not wrong:
        return style.paint(f"{tested}: alles is goed.", Look.GREEN) + "\n"
    return style.paint(f"{tested}: {len(results) - wrong} goed, {wrong} fout.", Look.RED) + "\n"


def render_json(pack: str, results: Sequence[Result]) -> str:
    """Return the results as a JSON object, ending in a new line."""
    data = {
        "pack": pack,
        "tested": len(results),
        "failed": sum(bool(result.failures) for result in results),
        "rules": [
            {
                "name": result.name,
                "file": str(result.file),
                "ok": not result.failures,
                "failures": [asdict(failure) for failure in result.failures],
            }
            for result in results
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _failure(failure: Failure, style: Style) -> Iterator[str]:
    place = f"{failure.place}: " if failure.place else ""
    yield from wrap(clean(place + failure.problem), style.width, indent=_DEEP)
    for label, text in (("verwacht:", failure.expected), ("gevonden:", failure.found)):
        if text:
            yield from wrap(f"{label} {clean(text)}", style.width, indent=f"{_DEEP}{_INDENT}", hang=_DEEP + " " * 12)
    for line in wrap(clean(failure.advice), style.width, indent=_DEEP):
        yield style.paint(line, Look.DIM)
