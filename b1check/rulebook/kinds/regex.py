"""Words that have a fixed shape: a date in digits, "en/of", a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.findings import Applicability
from b1check.rulebook.literals import Sought, sought
from b1check.rulebook.match import (
    BlockEdit,
    BlockView,
    Find,
    Glance,
    Kind,
    Match,
    Options,
    PerBlock,
    Regex,
    Suggestion,
)


class RegexOptions(Options):
    r"""Patterns in the syntax of Python's ``re``.

    Attributes:
        patterns: each must be found, and the longest comes first; a group named ``span`` narrows the place.
        replace: wordings to put in its place; ``\1`` names a group.
        unless: patterns that silence a match that they overlap.
        ignore_case: read capitals and small letters as the same.
        applicability: whether the wordings may be placed, or only shown.
        reason: why, in Dutch.
    """

    patterns: tuple[Regex, ...] = Field(
        description="De patronen (reguliere expressies) die de regel zoekt. Een groep met de naam span kiest "
        "de woorden.",
    )
    replace: tuple[str, ...] = Field(
        default=(), description="Wat er beter kan staan. Met \\1 neemt u een groep uit het patroon over."
    )
    unless: tuple[Regex, ...] = Field(default=(), description="Patronen van stukken tekst waarin het goed is.")
    ignore_case: bool = Field(default=True, description="Maak geen verschil tussen hoofdletters en kleine letters.")
    applicability: Applicability = Field(default=Applicability.REVIEW, description="Hoe zeker de verbetering is.")
    reason: str = Field(default="", description="Waarom de verbetering zo zeker is, of wat de schrijver moet nakijken.")


def _build(options: RegexOptions, _folder: Path) -> PerBlock:
    flags = re.IGNORECASE if options.ignore_case else 0
    patterns = tuple(sought(pattern, flags) for pattern in options.patterns)
    exempt = tuple(sought(pattern, flags) for pattern in options.unless)

    def find(view: BlockView, wanted: Sequence[Sought] = patterns) -> Iterator[Match]:
        text = view.block.text
        matches = [found for one in wanted if one.may_be_in(view.lower) for found in one.pattern.finditer(text)]
        if not matches:  # in most blocks, so the exceptions are not looked for
            return
        taken = [found.span() for one in exempt for found in one.pattern.finditer(text)]
        for found in matches:
            start, end = found.span("span" if "span" in found.re.groupindex else 0)
            if not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                yield Match(start, end, {"gevonden": text[start:end]}, _suggestions(found, start, end, options))

    def among(glance: Glance) -> Find | None:
        wanted = [one for one in patterns if one.may_be_in(glance.lower)]
        return partial(find, wanted=wanted) if wanted else None

    return PerBlock(find, among)


def _suggestions(found: re.Match[str], start: int, end: int, options: RegexOptions) -> tuple[Suggestion, ...]:
    wordings = (found.expand(template) for template in options.replace)
    return tuple(
        Suggestion(text, (BlockEdit(start, end, text),), options.applicability, options.reason) for text in wordings
    )


KIND = Kind(RegexOptions, _build)
