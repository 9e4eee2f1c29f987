"""What the page shows, worked out as values, so that the template only has to write them."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path

from b1check.documents.document import Block, BlockKind, Cell, Document
from b1check.explanations import Explanation
from b1check.findings import Finding, Severity, Span
from b1check.language.dates import MONTHS
from b1check.report import Quote, Report
from b1check.reporters.html.marks import Piece, Place, cut, places
from b1check.reporters.omitted import left_out
from b1check.reporters.text import count, listing, number

SEVERITY_WORDS = {Severity.FOUT: "fout", Severity.LET_OP: "let op", Severity.TIP: "tip"}
KIND_WORDS = {
    BlockKind.ADDRESS: "adres",
    BlockKind.REFERENCE: "kenmerken",
    BlockKind.SUBJECT: "onderwerp",
    BlockKind.SALUTATION: "aanhef",
    BlockKind.CLOSING: "slot",
    BlockKind.QUOTE: "citaat",
    BlockKind.LABEL: "label",
    BlockKind.FOOTNOTE: "voetnoot",
    BlockKind.MARGIN: "kop- of voettekst",
}
"""Parts of a letter or a page that the page names; the others speak for themselves."""
CLAUSE_WORDS = {
    "bezwaar": "Bezwaar maken",
    "beroep": "In beroep gaan",
    "zienswijze": "Een zienswijze geven",
    "betaling": "Betalen",
    "herstelverzuim": "Stukken die ontbreken",
    "last": "Een last onder dwangsom",
}
_NEVER_RUNNING = frozenset({BlockKind.ADDRESS, BlockKind.REFERENCE, BlockKind.SUBJECT, BlockKind.CLOSING})
_TYPED = frozenset({"txt", "md", "eml", "msg"})
"""Formats in which a line end can be there for the width of the window only."""
_SHORT_LINE = 60
_MOST_COLUMNS = 100
_SHOWN_ALTERNATIVES = 6
_LONG_QUOTE, _LONG_WORDS = 160, 48
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place on the page, or to a page elsewhere; ``target`` is "" when they lead nowhere."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as the page shows it.

    Attributes:
        number: from 1, in the order of the page.
        id: of its explanation on the page.
        place: id of its words in the text, or of the block; "" for a remark about the whole text.
        finding: the finding.
        title: of its rule.
        group: title of the group of its rule.
        why: what the reader stumbles over.
        sources: where the rule comes from; each in pieces of text and addresses.
        alternatives: other wordings, the best first.
        elsewhere: other places that it is about.
        where: such as "regel 12"; "hele tekst" for a remark about the whole text.
        words: what it is about, cut when long; "" for a remark about the whole text.
        repeats: whether an earlier remark comes from the same rule, so that paper need not explain it again.
        reason: why the writer switched it off, or "".
    """

    number: int
    id: str
    place: str
    finding: Finding
    title: str
    group: str
    why: str
    sources: tuple[tuple[Link, ...], ...]
    alternatives: tuple[str, ...]
    elsewhere: tuple[Link, ...]
    where: str
    words: str
    repeats: bool = False
    reason: str = ""

    @property
    def severity(self) -> str:
        """The severity as a word of a class."""
        return str(self.finding.severity)

    @property
    def severity_words(self) -> str:
        """The severity as people say it."""
        return SEVERITY_WORDS[self.finding.severity]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block with its remarks.

    Attributes:
        id: on the page.
        kind: a word for its look, such as "kop".
        name: what the page calls it, or "".
        level: of a heading or a list item.
        pieces: its text.
        keeps_lines: whether its line ends are to be seen.
        remarks: what is said about words in it, in order.
        whole: the remarks about all of it.
        cell: where it stands in a table, or None.
    """

    id: str
    kind: str
    name: str
    level: int
    pieces: tuple[Piece, ...]
    keeps_lines: bool
    remarks: tuple[Remark, ...]
    whole: tuple[Remark, ...]
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together: the points of a list, the cells of a table, or just one block."""

    kind: str
    blocks: tuple[TextBlock, ...]

    @property
    def rows(self) -> tuple[tuple[tuple[TextBlock, ...], ...], ...]:
        """The rows of a table, each with as many cells, each with its blocks; empty when no reader knew the rows."""
        placed = [(block.cell, block) for block in self.blocks if block.cell]
        width = 1 + max((cell.column for cell, _ in placed), default=-1)
        if not 0 < width <= _MOST_COLUMNS:
            return ()
        return tuple(
            tuple(tuple(block for cell, block in row if cell.column == column) for column in range(width))
            for row in (list(same) for _, same in groupby(placed, key=lambda one: one[0].row))
        )


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the score.

    Attributes:
        name: what was measured.
        measured: the figure with its unit.
        target: what professional editors write.
        points: what it gives or takes, as text.
        width: of its bar, from 0 to 100.
        gives: whether it gives points.
    """

    name: str
    measured: str
    target: str
    points: str
    width: float
    gives: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Something the text tells, with what the page says about it.

    Attributes:
        quote: the words.
        about: what the page says about them, or "".
    """

    quote: Link
    about: str = ""


@dataclass(frozen=True)
class DocumentView:
    """All that the page shows of one document.

    Attributes:
        id: on the page.
        title: what the page calls it.
        folder: where it stands, or "" where its title says that; of a page on the web its address.
        report: what was found.
        document: the text.
        rules: explanations of the rules that found something.
    """

    id: str
    title: str
    folder: str
    report: Report
    document: Document
    rules: Mapping[str, Explanation] = field(repr=False)

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """Those about the whole text first, then in the order of the text."""
        ordered = sorted(self.report.findings, key=lambda finding: finding.block is not None)
        seen: set[str] = set()
        remarks = []
        for order, finding in enumerate(ordered, 1):
            remarks.append(self._remark(finding, order, repeats=finding.rule in seen))
            seen.add(finding.rule)
        return tuple(remarks)

    @property
    def off(self) -> tuple[Remark, ...]:
        """The remarks that the writer switched off, with the reason."""
        return tuple(
            replace(self._remark(one.finding, 0, repeats=False), reason=one.reason) for one in self.report.suppressed
        )

    @property
    def left_out(self) -> list[str]:
        """A sentence for each reason why there are remarks that the page does not show."""
        return left_out(self.report)

    @cached_property
    def by_number(self) -> Mapping[int, Remark]:
        """The remarks by their number."""
        return {remark.number: remark for remark in self.remarks}

    @cached_property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """Severity as a class, severity in words, and how many remarks; heavy first."""
        total = Counter(finding.severity for finding in self.report.findings)
        return tuple((str(one), SEVERITY_WORDS[one], total[one]) for one in Severity)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The blocks, with the points of a list and the cells of a table taken together."""
        found: dict[int, list[Remark]] = defaultdict(list)
        for remark in self.remarks:
            if remark.finding.block is not None:
                found[remark.finding.block].append(remark)
        blocks = [self._block(at, block, found[at]) for at, block in enumerate(self.document.blocks)]
        return tuple(Group(kind, tuple(same)) for (kind, _), same in groupby(blocks, key=_together))

    @cached_property
    def top_level(self) -> int:
        """The highest level of the headings in the text."""
        return min((block.level for block in self.document.blocks if block.kind is BlockKind.HEADING), default=1)

    @property
    def size(self) -> str:
        """How long the running text is."""
        words = count(self.report.words, "woord", "woorden")
        return f"{words} in {count(self.report.sentences, 'zin', 'zinnen')}"

    @property
    def type(self) -> str:
        """What sort of document it is."""
        return self.report.letter.type if self.report.letter else ""

    @property
    def score_range(self) -> tuple[float, float]:
        """Between which figures the score lies; (0, 0) without a score."""
        score = self.report.score
        return (max(score.value - score.band, 0), min(score.value + score.band, 100)) if score else (0, 0)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The parts of the score, those that cost most first."""
        score = self.report.score
        if score is None:
            return ()
        most = max((abs(part.points) for part in score.contributions), default=0) or 1
        return tuple(
            Bar(
                name=part.name,
                measured=f"{number(part.value)} {part.unit}",
                target=number(part.target),
                points=number(part.points, sign=True).replace("-", "−") if round(part.points, 1) else "0",
                width=round(100 * abs(part.points) / most, 1),
                gives=part.points > 0,
            )
            for part in sorted(score.contributions, key=lambda part: part.points)
        )

    @property
    def base(self) -> str:
        """The score of a text that is on target everywhere."""
        return number(self.report.score.base, decimals=0) if self.report.score else ""

    @property
    def first(self) -> tuple[tuple[Link, str, str], ...]:
        """What to do first: title, how often, and what it gains."""
        scored = self.report.score is not None
        return tuple(
            (
                Link(one.title, self._first_of(one.rule)),
                f"{one.count} keer" + (f", vanaf {self.report.line_word} {one.line}" if one.count > 1 else ""),
                f"{number(one.gain, sign=True)} punten" if scored and round(one.gain, 1) else "",
            )
            for one in self.report.improvements
        )

    @property
    def action(self) -> tuple[tuple[str, Link | None], ...]:
        """The four lines about what the reader has to do; empty when there is nothing to do."""
        action = self.report.letter.action if self.report.letter else None
        if action is None:
            return ()
        return (
            ("Wat moet de lezer doen?", self.link(action.what)),
            ("Voor wanneer?", self.link(action.when)),
            ("Hoe?", self.link(action.how)),
            ("En anders?", self.link(action.otherwise)),
        )

    @property
    def action_missing(self) -> bool:
        """Whether the text should say what to do, and does not."""
        letter = self.report.letter
        return letter is not None and any(item.name == "actie" and item.met is False for item in letter.checklist)

    @property
    def checklist(self) -> tuple[tuple[bool, str, Link | None], ...]:
        """The questions that count for this sort of letter: whether it answers them, and where."""
        letter = self.report.letter
        asked = [item for item in letter.checklist if item.met is not None] if letter else []
        return tuple((bool(item.met), item.question, self.link(item.quote)) for item in asked)

    @property
    def answered(self) -> int:
        """How many of those questions are answered."""
        return sum(met for met, _, _ in self.checklist)

    @property
    def deadlines(self) -> tuple[Told, ...]:
        """The moments before which somebody must act."""
        letter = self.report.letter
        return tuple(
            Told(self._quote(due.quote), ": ".join([f"voor de {due.whom}", *_day(due.date, due.quote.text)]))
            for due in (letter.deadlines if letter else ())
        )

    @property
    def promises(self) -> tuple[Told, ...]:
        """What the municipality says that it will do."""
        letter = self.report.letter
        return tuple(
            Told(self._quote(promise.quote), "" if promise.when else "er staat niet wanneer")
            for promise in (letter.promises if letter else ())
        )

    @property
    def clauses(self) -> tuple[Told, ...]:
        """The parts that the law asks for."""
        letter = self.report.letter
        return tuple(
            Told(
                Link(CLAUSE_WORDS.get(clause.kind, clause.kind), self._anchor(clause.quote.span)),
                f"er ontbreekt nog: {listing(clause.missing)}" if clause.missing else "compleet",
            )
            for clause in (letter.clauses if letter else ())
        )

    def link(self, quote: Quote | None) -> Link | None:
        """Return the words of ``quote``, with the place of its block."""
        return self._quote(quote) if quote else None

    def _quote(self, quote: Quote) -> Link:
        return Link(_cut(quote.text, _LONG_QUOTE), self._anchor(quote.span))

    def _first_of(self, rule: str) -> str:
        return next((remark.id for remark in self.remarks if remark.finding.rule == rule), "")

    @cached_property
    def _block_ranges(self) -> list[Span]:
        ranges = (block.map.to_source(0, len(block.text)) for block in self.document.blocks)
        return [Span(range.start, range.end) for range in ranges]

    def _block_at(self, span: Span) -> int | None:
        return next((at for at, range in enumerate(self._block_ranges) if range.overlaps(span)), None)

    def _anchor(self, span: Span) -> str:
        at = self._block_at(span)
        return "" if at is None else f"{self.id}-b{at}"

    def _remark(self, finding: Finding, order: int, *, repeats: bool) -> Remark:
        about = self.rules.get(finding.rule)
        in_block = finding.block is not None
        return Remark(
            number=order,
            id=f"{self.id}-o{order}",
            place=f"{self.id}-t{order}" if in_block else "",
            finding=finding,
            title=about.title if about else finding.rule,
            group=about.group_title if about else "",
            why=" ".join(about.why.split()) if about else "",
            sources=tuple(tuple(_linked(source)) for source in (about.sources if about else ())),
            alternatives=tuple(dict.fromkeys(finding.suggestions))[:_SHOWN_ALTERNATIVES],
            elsewhere=tuple(self._other(span) for span in finding.elsewhere),
            where=f"{self.report.line_word} {finding.line}" if in_block else "hele tekst",
            words=_cut(finding.text, _LONG_WORDS) if in_block else "",
            repeats=repeats,
        )

    def _other(self, span: Span) -> Link:
        """Return the words of the text at ``span``."""
        at = self._block_at(span)
        if at is None:
            return Link("een andere plek")
        block = self.document.blocks[at]
        part = block.map.to_text(span.start, span.end)
        return Link(" ".join(block.text[slice(*part)].split()) if part else "", f"{self.id}-b{at}")

    def _block(self, at: int, block: Block, remarks: Sequence[Remark]) -> TextBlock:
        found: list[Place] = []
        whole = []
        follows = at > 0 and self.document.blocks[at - 1].kind is block.kind
        for remark in remarks:
            here = list(places(remark.finding, remark.number, block))
            found += here
            if not here:
                whole.append(remark)
        return TextBlock(
            id=f"{self.id}-b{at}",
            kind=str(block.kind),
            name="" if follows else KIND_WORDS.get(block.kind, ""),
            level=block.level,
            pieces=cut(block, found),
            keeps_lines=_keeps_lines(block, self.document.format),
            remarks=tuple(remarks),
            whole=tuple(whole),
            cell=block.cell,
        )


def _together(block: TextBlock) -> tuple[str, str]:
    """Return what blocks beside each other share when they belong together."""
    if block.kind == BlockKind.LIST_ITEM:
        return block.kind, ""
    if block.kind == BlockKind.TABLE_CELL:
        return block.kind, str(block.cell.table) if block.cell else ""
    return block.kind, block.id


def document_views(checked: Sequence[tuple[Report, Document, Mapping[str, Explanation]]]) -> tuple[DocumentView, ...]:
    """Return the documents, the hardest first, each with a short name that tells them apart."""
    folder = _common_folder([report.name for report, _, _ in checked])
    ordered = sorted(checked, key=lambda one: (-_hard(one[0]), one[0].name))
    views = []
    for at, (report, document, rules) in enumerate(ordered, 1):
        if "://" in report.name:
            views.append(DocumentView(f"d{at}", document.title or report.name, report.name, report, document, rules))
            continue
        path = Path(report.name)
        inside = path.relative_to(folder).parent if folder else Path()
        shown = "" if inside == Path() else str(inside)
        views.append(DocumentView(f"d{at}", path.name or report.name, shown, report, document, rules))
    return tuple(views)


def language(code: str) -> str:
    """Return ``code`` when it can name a language, and else ""."""
    return code if _LANGUAGE.fullmatch(code) else ""


def _hard(report: Report) -> float:
    return float("-inf") if report.difficulty is None else report.difficulty


def _common_folder(names: Sequence[str]) -> Path | None:
    """Return the folder that all of ``names`` stand in; None when they share none."""
    folders = {str(Path(name).parent) for name in names}
    try:
        common = Path(os.path.commonpath(folders)) if folders else None
    except ValueError:  # such as two drives
        return None
    return common if common and all(Path(folder).is_relative_to(common) for folder in folders) else None


def _cut(text: str, most: int) -> str:
    """Return ``text`` on one line, and of a long one the first words."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def _keeps_lines(block: Block, format: str) -> bool:
    if format not in _TYPED or block.kind in _NEVER_RUNNING:
        return True
    return all(len(line) < _SHORT_LINE for line in block.text.splitlines())


def _day(date: str | None, words: str) -> Iterator[str]:
    """Yield ``date`` as people write it, unless the words tell it already."""
    if date:
        day = dt.date.fromisoformat(date)
        if f"{day.day} {MONTHS[day.month - 1]}" not in words:
            yield f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _linked(text: str) -> Iterator[Link]:
    """Cut ``text`` into plain pieces and addresses on the web."""
    at = 0
    for address in _ADDRESS.finditer(text):
        yield Link(text[at : address.start()])
        yield Link(address[0], address[0])
        at = address.end()
    yield Link(text[at:])
