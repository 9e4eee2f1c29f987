"""Word lists: CSV files that a writer can edit in a spreadsheet, one entry a row.

Columns, separated by a semicolon (what a Dutch spreadsheet writes):

``woord``
    The word or words, in the form of a dictionary. In an entry of more words ``~`` marks a word that may
    take any form; in one of sort ``ww`` that is the verb, which may stand apart from the rest
    ("in behandeling nemen~"). A ``|`` in a verb marks a split-off part where that is not obvious ("over|leggen").
``soort``
    ``ww`` verb, ``zn`` noun, ``bn`` adjective, ``bw`` word that never changes, ``uitdr`` fixed expression.
``alternatieven``
    One to four other wordings, the one that fits most often first, separated by ``|``; empty when there is
    none and the word must be explained.
``betekenis``
    The sense that is meant, where the word has two faces.
``niet_bij``
    Contexts in which the word is fine, separated by ``|``: ``*`` is the word itself, ``…`` up to four other
    words, ``a/b`` either word ("zich … *", "* dat").
``uitleg``
    How to explain the word where it has to stay.
``voorbeeld``
    One short sentence with the word.
``niveau``
    ``streng`` for a word that good plain texts use as well: reported only when the rule is set to strict;
    ``zeker`` for a word that the first alternative can replace in any sentence, so that b1check may do it at once;
    ``zelf`` for a word with so many senses that the writer must choose, so that the alternatives are only shown.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from b1check.errors import RuleError
from b1check.rulebook.files import until_changed
from b1check.validation import explain

COLUMNS = ("woord", "soort", "alternatieven", "betekenis", "niet_bij", "uitleg", "voorbeeld", "niveau")


class WordSort(StrEnum):
    """What sort of word an entry is."""

    VERB = "ww"
    NOUN = "zn"
    ADJECTIVE = "bn"
    FIXED = "bw"
    PHRASE = "uitdr"


def _split(cell: object) -> object:
    return tuple(part.strip() for part in cell.split("|") if part.strip()) if isinstance(cell, str) else cell


Parts = Annotated[tuple[str, ...], BeforeValidator(_split)]


class Entry(BaseModel):
    """One row of a word list; see the module for what its cells mean."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, str_strip_whitespace=True)

    word: str = Field(alias="woord", min_length=1)
    sort: WordSort = Field(alias="soort")
    alternatives: Parts = Field(alias="alternatieven", max_length=4)
    sense: str = Field(alias="betekenis")
    unless: Parts = Field(alias="niet_bij")
    explanation: str = Field(alias="uitleg")
    example: str = Field(alias="voorbeeld", min_length=1)
    level: Literal["", "streng", "zeker", "zelf"] = Field(alias="niveau")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        words = self.word.split()
        if self.sort is WordSort.PHRASE and len(words) == 1:
            raise ValueError(f"{self.word}: een uitdrukking heeft 2 of meer woorden")
        if self.sort not in {WordSort.PHRASE, WordSort.VERB} and len(words) > 1:
            raise ValueError(f"{self.word}: alleen een ww of uitdr mag meer woorden hebben")
        if not self.alternatives and not self.explanation:
            raise ValueError(f"{self.word}: geef een alternatief of een uitleg")
        if self.level == "zeker" and (not self.alternatives or self.sense):
            raise ValueError(f"{self.word}: ‘zeker’ past alleen bij een woord met een alternatief en 1 betekenis")
        if self.level == "zelf" and not self.alternatives:
            raise ValueError(f"{self.word}: ‘zelf’ past alleen bij een woord met een alternatief")
        if any(context.split().count("*") != 1 for context in self.unless):
            raise ValueError(f"{self.word}: een context bij niet_bij heeft precies 1 *")
        return self

    @property
    def strict(self) -> bool:
        """True for a word that good plain texts use as well."""
        return self.level == "streng"

    @property
    def sure(self) -> bool:
        """True for a word that the first alternative can replace in any sentence."""
        return self.level == "zeker"

    @property
    def open(self) -> bool:
        """True for a word with so many senses that only the writer can choose an alternative."""
        return self.level == "zelf"

    @property
    def can_go(self) -> bool:
        """True for words without which the sentence says the same."""
        return not self.alternatives and self.explanation == "Laat dit weg"

    @property
    def plain(self) -> str:
        """The words without marks, as a reader knows them."""
        return self.word.replace("~", "").replace("|", "")


@until_changed
def read(path: Path) -> tuple[Entry, ...]:
    """Read a word list.

    Raises:
        RuleError: when the file cannot be read, or a row is not right; names the row.
    """
    return tuple(entry_in(row) for row in rows(path))


class Row(NamedTuple):
    """A row that was not looked at yet: the list, the number of its last line, and its cells."""

    path: Path
    line: int
    cells: Sequence[str]


def rows(path: Path) -> list[Row]:
    """Read the rows of a word list, whatever is in them.

    Raises:
        RuleError: when the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            found = csv.reader(file, delimiter=";", strict=True)
            if tuple(next(found, ())) != COLUMNS:
                raise RuleError(f"De woordenlijst {path} hoort deze kolommen te hebben: {';'.join(COLUMNS)}.")
            return [Row(path, found.line_num, cells) for cells in found if cells]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RuleError(f"De woordenlijst {path} is niet te lezen: {error}") from error


def entry_in(row: Row) -> Entry:
    """Return the entry in a row.

    Raises:
        RuleError: when the row is not right; names it.
    """
    try:
        return Entry.model_validate(dict(zip_longest(COLUMNS, row.cells)))
    except ValidationError as error:
        raise RuleError(f"De woordenlijst {row.path} is niet goed in regel {row.line}. {explain(error)}") from error
