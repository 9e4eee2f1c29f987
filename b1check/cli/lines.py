"""One JSON value a line: the form for programs that check many texts with one process.

Each line in is an object with ``text`` and, if wanted, ``format`` (txt, md, html) and ``config`` (an object with the
keys of b1check.toml), ``type`` (sort of document) and ``date`` (the day on which it goes out). Each line in gives one
line out, in the same order, as soon as it is done; a text that holds nothing to check gives the empty answer.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from b1check import About, B1CheckError, Checker, Config, ConfigError, DocumentType, ReadError, Report, RuleError
from b1check.cli.checkers import chosen
from b1check.findings import Reach

Answer = Callable[[Report | None], object]
"""Turns a report, or None for a text without anything to check, into a JSON value."""


_CHECKERS = 8
"""Settings to keep a checker for; each holds its rules and what it analysed."""


class _Line(BaseModel):
    """A line of input."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    format: Literal["txt", "md", "html"] = "txt"
    type: DocumentType | None = None
    date: dt.date | None = None
    config: dict[str, Any] | None = None


def answers(
    lines: Iterable[bytes], answer: Answer, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Iterator[str]:
    """Yield one line of JSON for each line of input; empty lines are passed over.

    Args:
        lines: the input.
        answer: what to tell of each report.
        select: rules or groups to run, over what a line says itself; empty for no choice.
        ignore: rules or groups to leave out, on top of what a line says.

    Raises:
        B1CheckError: when a line is no JSON, has an unknown key, or its settings are not right; names the line.
    """
    checkers: OrderedDict[str, Checker] = OrderedDict()
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        line = _parse(text, number)
        key = json.dumps(line.config, sort_keys=True)
        if key not in checkers:
            checkers[key] = Checker(chosen(_config(line.config or {}, number), select, ignore))
        checkers.move_to_end(key)
        if len(checkers) > _CHECKERS:
            checkers.popitem(last=False)
        try:
            report = _report(checkers[key], line)
        except (ConfigError, RuleError) as error:
            raise B1CheckError(f"Regel {number} van de invoer is niet goed. {error}") from error
        yield json.dumps(answer(report), ensure_ascii=False)


def _parse(text: bytes, number: int) -> _Line:
    try:
        return _Line.model_validate_json(text)
    except ValidationError as error:
        raise B1CheckError(_wrong(error, number)) from error


def _wrong(error: ValidationError, number: int) -> str:
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return f"Regel {number} is geen JSON."
    if not first["loc"]:
        return f'Regel {number} is geen object in JSON, zoals {{"text": "Dit is een zin."}}.'
    return f"Regel {number} van de invoer is niet goed: kijk naar {'.'.join(map(str, first['loc']))}."


def _config(data: dict[str, Any], number: int) -> Config:
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        raise B1CheckError(f"Regel {number} van de invoer heeft een verkeerde instelling: {where}.") from error


def _report(checker: Checker, line: _Line) -> Report | None:
    try:
        return checker.check_text(line.text, format=line.format, about=About(type=line.type, date=line.date))
    except ReadError:
        return None


def word_findings(report: Report | None) -> list[dict[str, object]]:
    """Return the findings about words, with offsets in code points of the given text."""
    if report is None:
        return []
    return [
        {
            "word": finding.text,
            "start": finding.span.start,
            "end": finding.span.end,
            "suggestions": list(finding.suggestions),
            "rule": finding.rule,
            "severity": str(finding.severity),
        }
        for finding in report.findings
        if finding.reach is Reach.WORDS
    ]


def difficulty(report: Report | None) -> float | None:
    """Return how hard a text of any length is; higher is harder, None without a sentence."""
    return report.difficulty if report else None


def scored_difficulty(report: Report | None) -> float | None:
    """Return the same, but only for a text that is long enough for a score."""
    return report.difficulty if report and report.score else None
