"""Two forms of the same thing in one text, both right: "u hebt" here and "u heeft" there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.rulebook import tokenpattern
from b1check.rulebook.kinds.token_pattern import match_of
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, remembered
from b1check.rulebook.tokenpattern import Pattern

_Ranges = tuple[tokenpattern.Range, ...]


class MixedFormsOptions(Options):
    """The forms between which a text must choose.

    Attributes:
        forms: for each form its patterns; see ``rulebook.tokenpattern``.
    """

    forms: Mapping[str, tuple[Pattern, ...]] = Field(
        min_length=2, description="De vormen waartussen een tekst kiest, met voor elke vorm de woorden."
    )


def _build(options: MixedFormsOptions, _folder: Path) -> PerDocument:
    places = {form: remembered(partial(_places, patterns)) for form, patterns in options.forms.items()}

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        found = {
            form: [(block.index, ranges) for block in view.scope for ranges in places_in(block)]
            for form, places_in in places.items()
        }
        used = [form for form, uses in found.items() if uses]
        if len(used) < 2:
            return
        usual = max(used, key=lambda form: len(found[form]))
        for form in used:
            if form != usual:
                for index, ranges in found[form]:
                    yield index, match_of(ranges, values={"vorm": form, "andere": usual})

    return PerDocument(find)


def _places(patterns: tuple[Pattern, ...], block: BlockView) -> Iterator[_Ranges]:
    for sentence in block.sentences:
        yield from sorted(tokenpattern.find_all(patterns, sentence.tokens))


KIND = Kind(MixedFormsOptions, _build)
