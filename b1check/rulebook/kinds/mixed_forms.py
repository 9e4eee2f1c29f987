"""Two forms of the same thing in one text, both right: "u hebt" here and "u heeft" there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field

from b1check.rulebook import tokenpattern
from b1check.rulebook.kinds.token_pattern import match_of
from b1check.rulebook.match import DocumentView, Kind, Match, Options, PerDocument
from b1check.rulebook.tokenpattern import Pattern

_Found = tuple[int, tuple[tokenpattern.Range, ...]]


class MixedFormsOptions(Options):
    """The forms between which a text must choose.

    Attributes:
        forms: for each form its patterns; see ``rulebook.tokenpattern``.
    """

    forms: Mapping[str, tuple[Pattern, ...]] = Field(
        min_length=2, description="De vormen waartussen een tekst kiest, met voor elke vorm de woorden."
    )


def _build(options: MixedFormsOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        found = {form: list(_places(view, patterns)) for form, patterns in options.forms.items()}
        used = [form for form, places in found.items() if places]
        if len(used) < 2:
            return
        usual = max(used, key=lambda form: len(found[form]))
        for form in used:
            if form != usual:
                for index, ranges in found[form]:
                    yield index, match_of(ranges, values={"vorm": form, "andere": usual})

    return PerDocument(find)


def _places(view: DocumentView, patterns: tuple[Pattern, ...]) -> Iterator[_Found]:
    for block in view.scope:
        for sentence in block.sentences:
            found = tokenpattern.find_all(patterns, sentence.tokens)
            yield from ((block.index, ranges) for ranges in sorted(found))


KIND = Kind(MixedFormsOptions, _build)
