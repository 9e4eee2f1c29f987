"""Whether the documents of a run agree: the same amount, number, term or opening hours, and the agreed words.

Only facts are kept, not documents, so that a whole site fits in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import b1check
from b1check.checker import MAX_PARAGRAPH
from b1check.config import Config
from b1check.documents.document import BlockKind, Document
from b1check.errors import ReadError
from b1check.language.analysis import Analyser
from b1check.letter import contradictions, facts, parts
from b1check.letter.contradictions import Placed
from b1check.letter.facts import Fact, FactKind
from b1check.letter.model import Passage
from b1check.letter.text import LetterText
from b1check.report import Problem
from b1check.rulebook import agreed
from b1check.rulebook.match import BlockView

_CACHE_SIZE = 200
"""Footers return on every page of a site; other paragraphs are not met again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    Attributes:
        document: name of the document.
        line: line in the source, from 1; of a Word file the paragraph.
        column: column in that line, from 1.
        line_word: what ``line`` counts.
        value: the words with the value.
        sentence: the sentence around them.
    """

    document: str
    line: int
    column: int
    line_word: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that say something else about the same.

    Attributes:
        kind: sort of value.
        subject: the words that both are about, by alphabet; can be empty when two numbers nearly agree.
        first: the place that was read first.
        second: the other one.
    """

    kind: FactKind
    subject: tuple[str, ...]
    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class TermUse:
    """How often a house term and the words that it replaces are used in the run.

    Attributes:
        preferred: the agreed wordings, the best first.
        used: how often one of them is used.
        others: how often each other word is used, by word.
    """

    preferred: tuple[str, ...]
    used: int
    others: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ConsistencyReport:
    """What a run over documents gave.

    Attributes:
        version: version of b1check.
        documents: number of documents that were read.
        contradictions: grouped by subject, in the order in which subjects were met.
        terms: the house terms of the settings.
        problems: what could not be read.
        schema_version: version of this form.
    """

    version: str
    documents: int
    contradictions: tuple[Contradiction, ...]
    terms: tuple[TermUse, ...] = ()
    problems: tuple[Problem, ...] = ()
    schema_version: str = "1"


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    line_word: str


@dataclass(slots=True)
class Consistency:
    """Takes documents one by one, and tells at the end where they disagree.

    Use :meth:`add` for each document and then :meth:`report`.
    """

    _analysers: dict[str | None, Analyser] = field(default_factory=dict)
    _sources: list[_Source] = field(default_factory=list)
    _placed: list[Placed] = field(default_factory=list)
    _lines: dict[int, tuple[int, int]] = field(default_factory=dict)
    _inside: list[tuple[int, Fact, Fact]] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _agreed: dict[tuple[str, ...], dict[str, None]] = field(default_factory=dict)
    _finders: dict[str, Callable[[BlockView], tuple[tuple[int, int], ...]]] = field(default_factory=dict)

    def add(self, document: Document, config: Config | None = None) -> None:
        """Read the facts and the house terms of ``document``.

        Args:
            document: a document that was read.
            config: its settings: which pipeline, and which house terms.

        Raises:
            ReadError: when a paragraph is too long to analyse.
            PipelineError: when the pipeline cannot be loaded.
        """
        settings = config or Config()
        labelled = parts.label(document)
        if any(len(block.text) > MAX_PARAGRAPH for block in labelled.blocks):
            raise ReadError(f"Deze tekst heeft een alinea van meer dan {MAX_PARAGRAPH} tekens. Zet er witregels in.")
        analyser = self._analysers.setdefault(settings.pipeline, Analyser(settings.pipeline, cache_size=_CACHE_SIZE))
        analyses = analyser.analyse([block.text for block in labelled.blocks])
        views = tuple(
            BlockView(index, block, analysis)
            for index, (block, analysis) in enumerate(zip(labelled.blocks, analyses, strict=True))
        )
        self._count_terms(views, settings)
        self._keep(labelled, facts.find(LetterText(labelled, views)))

    @property
    def documents(self) -> int:
        """Number of documents that were added."""
        return len(self._sources)

    def _keep(self, document: Document, found: tuple[Fact, ...]) -> None:
        number = len(self._sources)
        self._sources.append(_Source(document.name, document.line_word))
        letter = any(block.kind is BlockKind.SALUTATION for block in document.blocks)
        for fact in found:
            self._placed.append(Placed(number, letter, fact))
            self._lines[id(fact)] = _line(document, fact.passage)
        self._inside += [(number, first, second) for first, second in contradictions.within(found)]

    def _count_terms(self, views: tuple[BlockView, ...], settings: Config) -> None:
        for word, wordings in settings.terms.preferred.items():
            self._agreed.setdefault(wordings, {})[word] = None
            for one in (word, *wordings):
                self._finders.setdefault(one, agreed.places((one,)))
        for one in {one for word, wordings in settings.terms.preferred.items() for one in (word, *wordings)}:
            self._counts[one] += sum(len(frozenset(self._finders[one](view))) for view in views)

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Return where the documents that were added disagree, with themselves or with each other."""
        pairs = [(self._made(number, first, number, second)) for number, first, second in self._inside]
        pairs += [
            self._made(first.document, first.fact, second.document, second.fact)
            for first, second in contradictions.across(self._placed)
        ]
        order: dict[tuple[FactKind, tuple[str, ...]], list[Contradiction]] = {}
        for pair in pairs:
            order.setdefault((pair.kind, pair.subject), []).append(pair)
        return tuple(pair for group in order.values() for pair in group)

    def terms(self) -> tuple[TermUse, ...]:
        """Return how often the house terms and the words that they replace were used."""
        return tuple(
            TermUse(
                wordings,
                sum(self._counts[one] for one in wordings),
                {word: self._counts[word] for word in words},
            )
            for wordings, words in self._agreed.items()
        )

    def report(self, problems: tuple[Problem, ...] = ()) -> ConsistencyReport:
        """Return the result for all documents that were added, with the ``problems`` of those that were not."""
        return ConsistencyReport(b1check.__version__, self.documents, self.contradictions(), self.terms(), problems)

    def _made(self, number: int, first: Fact, other: int, second: Fact) -> Contradiction:
        subject = tuple(sorted(word for word in first.about & second.about if not word.startswith("#")))
        return Contradiction(first.kind, subject, self._place(number, first), self._place(other, second))

    def _place(self, number: int, fact: Fact) -> Place:
        source, (line, column) = self._sources[number], self._lines[id(fact)]
        return Place(source.name, line, column, source.line_word, fact.passage.text, fact.sentence)


def _line(document: Document, passage: Passage) -> tuple[int, int]:
    start = document.blocks[passage.block].map.to_source(passage.start, passage.end).start
    position = document.source.position(start)
    return position.line, position.column
