"""What a kind of detection sees and what it yields."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from b1check.documents.document import Block, Document
from b1check.documents.source import SourceRange
from b1check.findings import Applicability, Finding, Reach, Severity
from b1check.language.analysis import Analysis, Sentence
from b1check.letter.model import Letter
from b1check.rulebook import prepared, shields
from b1check.rulebook.shields import Shields

__all__ = [
    "AfterOthers",
    "BlockEdit",
    "BlockView",
    "Detection",
    "DocumentView",
    "Find",
    "Found",
    "Glance",
    "Grades",
    "Kind",
    "Match",
    "NotUnderstood",
    "Options",
    "OptionsT",
    "PerBlock",
    "PerDocument",
    "Reach",
    "Regex",
    "Suggestion",
    "remembered",
    "shared",
]


class BlockEdit(NamedTuple):
    """Replace the block text from ``start`` to ``end`` by ``replacement``."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another wording.

    Attributes:
        text: the wording to show.
        edits: how to place it in the block, in order and without overlap; empty when it can only be shown.
        applicability: never more than this, whatever the rule says.
        reason: why, in Dutch: what changes along, or what the writer must look at.
    """

    text: str
    edits: tuple[BlockEdit, ...] = ()
    applicability: Applicability = Applicability.REVIEW
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A place in a block that a rule is about.

    Attributes:
        start: offset in the text of the block.
        end: offset after the last code point.
        values: what the message of the rule can name.
        suggestions: other wordings, the best first.
        severity: when the kind grades its findings; else the rule decides.
        also: other words that belong to it, such as the split-off part of a verb.
        advice: what to do where no other wording can be given; a Dutch sentence.
        elsewhere: places in other blocks that it is about too: the index of the block with start and end there.
        repeat: whether the same remark stands earlier in the paragraph; it counts, but is not shown again.
        place: where it stands in the source when that is outside the text of the block, such as in a comment.
    """

    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    severity: Severity | None = None
    also: tuple[tuple[int, int], ...] = ()
    advice: str = ""
    repeat: bool = False
    elsewhere: tuple[tuple[int, int, int], ...] = ()
    place: SourceRange | None = None


@dataclass(frozen=True)
class BlockView:
    """A block with its analysis, and what several rules ask about it."""

    index: int
    block: Block
    analysis: Analysis

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the block."""
        return self.analysis.sentences

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.analysis.lower

    @cached_property
    def shields(self) -> Shields:
        """Where rules about words have nothing to say."""
        found: Shields | None = self.memo.get("shields")
        if found is None:
            found = self.memo["shields"] = shields.find(self.block)
        return found

    @cached_property
    def memo(self) -> dict[Hashable, Any]:
        """What was worked out from this block alone, its place apart; kept as long as its analysis is."""
        block = self.block
        memo: dict[Hashable, Any] = self.analysis.memo.setdefault((block.kind, block.level, block.marks), {})
        return memo


class NotUnderstood(Exception):  # noqa: N818 - nothing is wrong with the rule that meets it
    """A rule asks what a document says to its reader, and that could not be found out."""


@dataclass(frozen=True)
class DocumentView:
    """A document with the analysis of all its blocks.

    Attributes:
        document: the document.
        blocks: all its blocks.
        scope: those that the rule looks at.
        understood: what it says to its reader; None when that could not be found out.
        memo: what rules worked out of the whole document, for the others that ask the same; see :func:`shared`.
    """

    document: Document
    blocks: tuple[BlockView, ...]
    scope: tuple[BlockView, ...]
    understood: Letter | None
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def letter(self) -> Letter:
        """What the document says to its reader.

        Raises:
            NotUnderstood: when that could not be found out; a rule need not catch it.
        """
        if self.understood is None:
            raise NotUnderstood
        return self.understood

    @cached_property
    def sentences(self) -> tuple[tuple[int, Sentence], ...]:
        """All sentences in order, each with the index of its block."""
        return tuple((view.index, sentence) for view in self.blocks for sentence in view.sentences)

    @cached_property
    def first_sentences(self) -> Mapping[int, int]:
        """By the index of a block the place of its first sentence in :attr:`sentences`."""
        return {index: number for number, (index, _) in reversed([*enumerate(self.sentences)])}


class Options(BaseModel):
    """Base of the settings of a kind; unknown keys are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _compiles(pattern: str) -> str:
    if prepared.pieces(pattern) is not None:  # it did when that was written
        return pattern
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"Dit patroon klopt niet: {pattern} ({error}).") from error
    return pattern


Regex = Annotated[str, AfterValidator(_compiles)]
"""A pattern in the syntax of Python's ``re`` that is known to compile."""


class Grades(Options):
    """From which value on a finding has which severity; the heaviest that is reached counts."""

    tip: float | None = Field(default=None, description="Vanaf dit getal: een tip.")
    let_op: float | None = Field(default=None, description="Vanaf dit getal: let op.")
    fout: float | None = Field(default=None, description="Vanaf dit getal: een fout.")

    def severity(self, value: float) -> Severity | None:
        """Return the severity of ``value``, or None when it is below all grades."""
        for severity, bound in (
            (Severity.FOUT, self.fout),
            (Severity.LET_OP, self.let_op),
            (Severity.TIP, self.tip),
        ):
            if bound is not None and value >= bound:
                return severity
        return None


@dataclass(frozen=True, slots=True)
class Glance:
    """What several blocks hold together, so that most rules need not look at any of them.

    Attributes:
        lower: their texts in lower case, apart from each other.
        openings: what begins at some token, as in ``Analysis.openings``.
    """

    lower: str
    openings: frozenset[str]

    @classmethod
    def of(cls, views: Iterable[BlockView]) -> Glance:
        """Return what ``views`` hold."""
        seen = tuple(views)
        openings = frozenset().union(*(view.analysis.openings for view in seen))
        return cls("\n\0\n".join(view.lower for view in seen), openings)


Find = Callable[["BlockView"], Iterable["Match"]]


@dataclass(frozen=True, slots=True)
class PerBlock:
    """A detection that needs one block at a time, so its results can be kept until the block changes.

    Attributes:
        find: looks at one block.
        among: returns how to look in blocks that hold no more than a glance tells, which finds the same and is
            cheaper; None when there is nothing to find in any of them.
    """

    find: Find
    among: Callable[[Glance], Find | None] | None = None

    def narrowed(self, glance: Glance) -> Find | None:
        """Return how to look in the blocks of ``glance``; None when there is nothing to find in them."""
        return self.among(glance) if self.among else self.find


FoundT = TypeVar("FoundT")


def remembered(find: Callable[[BlockView], Iterable[FoundT]]) -> Callable[[BlockView], tuple[FoundT, ...]]:
    """Let ``find``, which needs one block and nothing else, look at every block only once until it changes."""
    name = object()  # kept with what it names, so that no other can get its identity

    def again(view: BlockView) -> tuple[FoundT, ...]:
        found: tuple[FoundT, ...] | None = view.memo.get(name)
        if found is None:
            found = view.memo[name] = tuple(find(view))
        return found

    return again


def shared(read: Callable[[DocumentView], FoundT]) -> Callable[[DocumentView], FoundT]:
    """Let rules that ask the same of a whole document share the answer; ``read`` may not look at ``scope``."""

    @wraps(read)
    def once(view: DocumentView) -> FoundT:
        if read not in view.memo:
            view.memo[read] = read(view)
        found: FoundT = view.memo[read]
        return found

    return once


@dataclass(frozen=True, slots=True)
class PerDocument:
    """A detection that needs the whole document; it yields the index of the block with every match."""

    find: Callable[[DocumentView], Iterable[tuple[int, Match]]]


@dataclass(frozen=True, slots=True)
class Found:
    """What the other rules did.

    Attributes:
        findings: what they found.
        ran: the names of those that ran, and did not fail.
        groups: the group of every rule that a writer can switch off in a text, by name of the rule.
        usual: the names of those that are on by default.
    """

    findings: tuple[Finding, ...]
    ran: frozenset[str]
    groups: Mapping[str, str]
    usual: frozenset[str]


@dataclass(frozen=True, slots=True)
class AfterOthers:
    """A detection that needs to know what the other rules found; it yields the same as one for a document."""

    find: Callable[[DocumentView, Found], Iterable[tuple[int, Match]]]


Detection = PerBlock | PerDocument | AfterOthers
OptionsT = TypeVar("OptionsT", bound=Options)


@dataclass(frozen=True, slots=True)
class Kind(Generic[OptionsT]):
    """A kind of detection: its settings and how they become a detection.

    Attributes:
        options: the pydantic model of its settings.
        build: from settings, and the folder of the rule file for word lists, to a detection.
        reach: how much text its findings are about.
    """

    options: type[OptionsT]
    build: Callable[[OptionsT, Path], Detection]
    reach: Reach = Reach.WORDS
