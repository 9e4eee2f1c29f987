"""The text of a letter as the modules of this room read it: sentences with their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from b1check.documents.document import PROSE, Block, BlockKind, Document
from b1check.language.analysis import Analysis, Sentence
from b1check.language.patterns import Pattern
from b1check.letter.model import Passage

_GREETING = Pattern(
    r"(?:beste|geachte?|dag|hallo|hoi|lieve|goede(?:morgen|middag|navond))\b[^.?!\n]{0,80},?\s*", re.IGNORECASE
)
_BELOW_ADDRESSEE = 6
"""Between "Aan de bewoners van ..." and the greeting stand no more blocks than a date, a reference and a subject."""


class AnalysedBlock(Protocol):
    """A block with its analysis; ``index`` is its place in the document."""

    @property
    def index(self) -> int:
        """Place in the document."""
        ...

    @property
    def block(self) -> Block:
        """The block itself."""
        ...

    @property
    def analysis(self) -> Analysis:
        """What the language pipeline found in its text."""
        ...


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence and the index of its block."""

    block: int
    sentence: Sentence

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @property
    def passage(self) -> Passage:
        """The whole sentence as a passage."""
        return Passage(self.block, self.sentence.start, self.sentence.end, self.sentence.text)

    def part(self, start: int, end: int) -> Passage:
        """Return the words from ``start`` to ``end``, offsets in the text of the sentence."""
        base = self.sentence.start
        return Passage(self.block, base + start, base + end, self.sentence.text[start:end])

    def search(self, pattern: Pattern, group: int | str = 0) -> Passage | None:
        """Return the first place of ``pattern`` in the sentence, or None."""
        found = pattern.search(self.sentence.text)
        return self.part(*found.span(group)) if found and found[group] is not None else None


JudgementT = TypeVar("JudgementT")


def by_sentence(judge: Callable[[PlacedSentence], JudgementT]) -> Callable[[PlacedSentence], JudgementT]:
    """Let ``judge``, which looks at the words of a sentence and not at its place, look at every sentence only once."""

    @wraps(judge)
    def again(placed: PlacedSentence) -> JudgementT:
        memo = placed.sentence.memo
        try:  # asked hundreds of times after an edit, and nearly always known
            found: JudgementT = memo[judge]
        except KeyError:
            found = memo[judge] = judge(placed)
        return found

    return again


MoreP = ParamSpec("MoreP")
AnswerT = TypeVar("AnswerT")


def by_place(
    read: Callable[Concatenate[PlacedSentence, MoreP], AnswerT],
) -> Callable[Concatenate[PlacedSentence, MoreP], AnswerT]:
    """Let ``read`` look at a sentence again only when it has another place, or another value is given with it.

    For what holds passages, or needs more than the sentence: after an edit nearly all sentences have the same answer
    as before. Of every sentence the last answer is kept. What ``read`` returns must not change afterwards.
    """

    @wraps(read)
    def again(placed: PlacedSentence, /, *more: MoreP.args, **named: MoreP.kwargs) -> AnswerT:
        asked = (placed.block, more, named)
        known: tuple[object, AnswerT] | None = placed.sentence.memo.get(again)
        if known is None or known[0] != asked:
            known = placed.sentence.memo[again] = (asked, read(placed, *more, **named))
        return known[1]

    return again


def by_block(
    read: Callable[Concatenate[AnalysedBlock, MoreP], AnswerT],
) -> Callable[Concatenate[AnalysedBlock, MoreP], AnswerT]:
    """Let ``read`` look at a block again only when it is another one, or another value is given with it."""

    @wraps(read)
    def again(view: AnalysedBlock, /, *more: MoreP.args, **named: MoreP.kwargs) -> AnswerT:
        block = view.block
        asked = (view.index, block.kind, block.level, block.marks, more, named)
        known: tuple[object, AnswerT] | None = view.analysis.memo.get(again)
        if known is None or known[0] != asked:
            known = view.analysis.memo[again] = (asked, read(view, *more, **named))
        return known[1]

    return again


_LONGEST = 500
"""Tokens; a longer run of words without a full stop is a pasted table or list, and tells a reader nothing to do."""


@by_block
def placed_in(view: AnalysedBlock) -> tuple[PlacedSentence, ...]:
    """Return the sentences of a block with their place; without one that is so long that it is none."""
    sentences = (sentence for sentence in view.analysis.sentences if len(sentence.tokens) <= _LONGEST)
    return tuple(PlacedSentence(view.index, sentence) for sentence in sentences)


@dataclass(frozen=True)
class LetterText:
    """A document with the analysis of its blocks, in order."""

    document: Document
    blocks: Sequence[AnalysedBlock]
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What one module of this room worked out and others ask for too, by name."""

    @cached_property
    def sentences(self) -> tuple[PlacedSentence, ...]:
        """The sentences of the running text, list items included, headings and letter parts not."""
        return tuple(self._sentences())

    @cached_property
    def greeting(self) -> int | None:
        """The index of the block with the greeting: below "Aan de bewoners van ..." the one with "Beste bewoner"."""
        first = self._addressee
        if first is None or _GREETING.fullmatch(self.blocks[first].block.text):
            return first
        below = self.blocks[first + 1 : first + 1 + _BELOW_ADDRESSEE]
        return next((view.index for view in below if _GREETING.fullmatch(view.block.text)), first)

    @cached_property
    def _addressee(self) -> int | None:
        return next((view.index for view in self.blocks if view.block.kind is BlockKind.SALUTATION), None)

    def is_running(self, view: AnalysedBlock) -> bool:
        """Tell whether the sentences of a block are among :attr:`sentences`."""
        return view.block.kind in PROSE and view.index not in self._head

    @cached_property
    def _head(self) -> range:
        """The blocks from "Aan de bewoners van ..." up to the greeting."""
        return range(self._addressee or 0, (self.greeting or -1) + 1)

    def _sentences(self) -> Iterator[PlacedSentence]:
        for view in self.blocks:
            if self.is_running(view):
                yield from placed_in(view)

    def passage(self, block: int, start: int, end: int) -> Passage:
        """Return the words from ``start`` to ``end`` in a block."""
        return Passage(block, start, end, self.blocks[block].block.text[start:end])

    def whole(self, block: int) -> Passage:
        """Return a whole block."""
        text = self.blocks[block].block.text
        return Passage(block, 0, len(text), text)
