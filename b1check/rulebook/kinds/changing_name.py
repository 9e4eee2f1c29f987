"""One thing that gets a second name in the same document: "uw aanvraag" that becomes "uw verzoek" further on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, remembered


class ChangingNameOptions(Options):
    """Which names can stand for one thing, and how to see that one thing is meant.

    Attributes:
        sets: names for one thing, each set with names that may not be mixed.
        pointers: words before a name that point to one certain thing of the reader or the writer ("uw", "dit").
        least: how often each of the 2 names must stand in the document behind a pointer.
        not_before: words behind a name that make it another thing ("uw verzoek om uitstel").
    """

    sets: tuple[tuple[str, ...], ...] = Field(description="Groepen van woorden die hetzelfde kunnen betekenen.")
    pointers: frozenset[str] = Field(description="De woorden voor de naam, zoals ‘uw’ en ‘dit’.")
    least: int = Field(default=1, description="Zo vaak moeten de 2 woorden elk in de tekst staan.")
    not_before: frozenset[str] = Field(
        default=frozenset(), description="Woorden achter de naam waardoor het iets anders is, zoals ‘om’."
    )


def _build(options: ChangingNameOptions, _folder: Path) -> PerDocument:
    uses_in = remembered(partial(_uses, _pattern(options)))

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        uses = [(inside.index, found) for inside in view.scope for found in uses_in(inside)]
        for names in options.sets:
            own = [(index, found) for index, found in uses if found["name"].lower() in names]
            yield from _second_name(own, options.least)

    return PerDocument(find)


def _pattern(options: ChangingNameOptions) -> re.Pattern[str]:
    pointers = "|".join(re.escape(word) for word in sorted(options.pointers))
    names = "|".join(re.escape(name) for names in options.sets for name in names)
    others = "|".join(re.escape(word) for word in sorted(options.not_before))
    other = rf"(?!\s+(?:{others})\b)" if others else ""
    return re.compile(rf"\b(?P<pointer>{pointers})\s+(?P<name>{names})\b{other}", re.IGNORECASE)


def _uses(pattern: re.Pattern[str], inside: BlockView) -> Iterator[re.Match[str]]:
    for found in pattern.finditer(inside.block.text):
        shut = inside.shields.ranges()
        if not any(found.start() < end and start < found.end() for start, end in shut):
            yield found


def _second_name(uses: Sequence[tuple[int, re.Match[str]]], least: int) -> Iterator[tuple[int, Match]]:
    """Yield the first use of every name but the first, when both stand there often enough."""
    times: dict[str, int] = {}
    for _, found in uses:
        name = found["name"].lower()
        times[name] = times.get(name, 0) + 1
    if len(times) < 2 or min(sorted(times.values())[-2:]) < least:
        return
    first = uses[0][1]["name"].lower()
    told = {first}
    for index, found in uses:
        name = found["name"].lower()
        if name not in told and min(times[name], times[first]) >= least:
            told.add(name)
            yield index, Match(found.start("name"), found.end("name"), {"eerste": first, "tweede": name})


KIND = Kind(ChangingNameOptions, _build)
