"""Documents that call the reader both "u" and "je"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from pydantic import Field

from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, Suggestion, remembered

Form = Literal["u", "je"]

_WORD = re.compile(r"(?<![\w'’.-])(?:u|uw|uzelf|je|jij|jou|jouw|jezelf)(?![\w'’-]|\.\w)", re.IGNORECASE)
_FORM_OF: Mapping[str, Form] = MappingProxyType(
    {"u": "u", "uw": "u", "uzelf": "u", "je": "je", "jij": "je", "jou": "je", "jouw": "je", "jezelf": "je"}
)
_OTHER: Mapping[str, str] = MappingProxyType(
    {
        "u": "je",
        "uw": "je",
        "uzelf": "jezelf",
        "je": "u of uw",
        "jij": "u",
        "jou": "u",
        "jouw": "uw",
        "jezelf": "uzelf",
    }
)
_NOBODY = re.compile(
    # "je" that means anybody, thanks, talk about the form itself, and the unit "10 u"
    r"\bje\s+weet\s+(?:maar\s+)?nooit\b|\bdank\s+je\s+wel\b|\b(?:met|tegen|van)\s+(?:u|je|jij)\s+(?:en|of)\s+(?:u|je|jij)\b|"
    r"\b(?:met|zeg|zeggen|schrijf|schrijven)\s+(?:u|je|jij)\s+aan\w*|\b\d+\s?u\b|\bzeg\s+(?:maar\s+)?(?:u|je|jij)\b",
    re.IGNORECASE,
)
_HARDLY = 100
"""Words for each word to the reader in a text that is about something else; "je" is then anybody."""
_SENTENCE_EDGE = re.compile(r"(?:^|[.?!:;•–—-]|\n)\s*[‘“„\"'(]*$")


class AddressFormOptions(Options):
    """How to address the reader.

    Attributes:
        form: the form that the municipality chose; "" takes the one that a document uses most.
    """

    form: Literal["u", "je", ""] = Field(
        default="",
        description="De vorm die uw gemeente kiest: u of je. Is dit leeg? Dan telt de vorm die het vaakst in "
        "de tekst staat.",
    )


class _Use(NamedTuple):
    """A word in a block that addresses the reader."""

    start: int
    end: int
    word: str

    @property
    def form(self) -> Form:
        return _FORM_OF[self.word]


def _build(options: AddressFormOptions, _folder: Path) -> PerDocument:
    uses_in = remembered(_uses)

    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        uses = [(inside.index, use) for inside in view.scope for use in uses_in(inside)]
        if not uses:
            return
        words = sum(inside.analysis.word_count for inside in view.scope)
        if not options.form and words > len(uses) * _HARDLY:
            return
        wanted = options.form or _most_used([use for _, use in uses])
        for index, use in uses:
            if use.form != wanted:
                other = _OTHER[use.word]
                values = {"vorm": use.form, "gekozen": wanted, "wie": "uw gemeente" if options.form else "deze tekst"}
                yield index, Match(use.start, use.end, values, (Suggestion(other),))

    return PerDocument(find)


def _uses(view: BlockView) -> Iterator[_Use]:
    """Yield the words that address the reader; not those in quotations or names."""
    text = view.block.text
    words = list(_WORD.finditer(text))
    if not words:
        return
    shut = [*view.shields.ranges(), *(found.span() for found in _NOBODY.finditer(text))]
    for found in words:
        start, end = found.span()
        if not any(start < b and a < end for a, b in shut) and not _is_name(text, start, found[0]):
            yield _Use(start, end, found[0].lower())


def _is_name(text: str, start: int, word: str) -> bool:
    """A capital inside a sentence makes a name of "Jouw" ("Stichting Jouw Buurt"); "U" is just old-fashioned."""
    lower_rest = word[1:].islower()
    return word[0].isupper() and lower_rest and word != "Uw" and not _SENTENCE_EDGE.search(text[:start])


def _most_used(uses: list[_Use]) -> Form:
    """Return the form with the most words; of equal ones the form that comes first."""
    return Counter(use.form for use in uses).most_common(1)[0][0]


KIND = Kind(AddressFormOptions, _build)
