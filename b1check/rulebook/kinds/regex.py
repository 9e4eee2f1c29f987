"""Words that have a fixed shape: a date in digits, "en/of", a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from b1check.findings import Applicability
from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Regex, Suggestion


class RegexOptions(Options):
    r"""Patterns in the syntax of Python's ``re``.

    Attributes:
        patterns: each must be found, and the longest comes first; a group named ``span`` narrows the place.
        replace: wordings to put in its place; ``\1`` names a group.
        unless: patterns that silence a match that they overlap.
        ignore_case: read capitals and small letters as the same.
        applicability: whether the wordings may be placed, or only shown.
    """

    patterns: tuple[Regex, ...]
    replace: tuple[str, ...] = ()
    unless: tuple[Regex, ...] = ()
    ignore_case: bool = True
    applicability: Applicability = Applicability.REVIEW


def _build(options: RegexOptions, _folder: Path) -> PerBlock:
    flags = re.IGNORECASE if options.ignore_case else 0
    patterns = tuple(re.compile(pattern, flags) for pattern in options.patterns)
    exempt = tuple(re.compile(pattern, flags) for pattern in options.unless)

    def find(view: BlockView) -> Iterator[Match]:
        text = view.block.text
        shut = [found.span() for pattern in exempt for found in pattern.finditer(text)]
        taken: list[tuple[int, int]] = []
        for pattern in patterns:
            for found in pattern.finditer(text):
                start, end = found.span("span") if "span" in pattern.groupindex else found.span()
                if any(start < b and a < end for a, b in (*shut, *taken)):
                    continue
                taken.append((start, end))
                yield Match(start, end, {"gevonden": text[start:end]}, _suggestions(found, start, end, options))

    return PerBlock(find)


def _suggestions(found: re.Match[str], start: int, end: int, options: RegexOptions) -> tuple[Suggestion, ...]:
    wordings = (found.expand(template) for template in options.replace)
    return tuple(Suggestion(text, (BlockEdit(start, end, text),), options.applicability) for text in wordings)


KIND = Kind(RegexOptions, _build)
