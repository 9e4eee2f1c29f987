"""Runs rules over an analysed document and turns their matches into findings in the source."""

from __future__ import annotations

import re
import time
from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

from b1check.documents.document import BlockKind, Document
from b1check.findings import Applicability, Edit, Finding, Fix, Span
from b1check.language.analysis import Sentence
from b1check.letter.model import Letter
from b1check.rulebook import lawtext, load, titles
from b1check.rulebook.load import Rule, Rulebook
from b1check.rulebook.match import (
    AfterOthers,
    BlockEdit,
    BlockView,
    DocumentView,
    Find,
    Found,
    Glance,
    Match,
    NotUnderstood,
    PerBlock,
    PerDocument,
    Reach,
    Suggestion,
)
from b1check.rulebook.spec import RuleSpec

_APPLICABILITY = list(Applicability)
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_NAME = "Hier staat misschien een naam. Lees of die mag veranderen."
_OF_RULE = {
    Applicability.SAFE: "De regel zegt dat dit altijd goed is.",
    Applicability.REVIEW: "De regel vraagt u om elke verbetering zelf te lezen.",
    Applicability.SHOW: "De regel laat alleen een idee zien. U schrijft de zin zelf.",
}
"""Why, where neither the rewriter nor the rule says more."""
_STYLE = frozenset({"woorden", "jargon", "zinnen", "zinsbouw", "lijdend"})
"""Groups that leave the words of the law alone, such as those about bezwaar in a decision."""


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed on a document; the other rules went on."""

    rule: str
    error: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What rules found in a document.

    Attributes:
        findings: in the order of the text.
        repeats: the same remarks again in the same paragraph: they count for a score, and are not shown.
        crashes: the rules that failed.
        seconds: processor time by rule, when that was asked for.
    """

    findings: tuple[Finding, ...]
    repeats: tuple[Finding, ...] = ()
    crashes: tuple[Crash, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match of a rule in the block with this index; ``made`` holds the findings that were made in it before."""

    rule: Rule
    index: int
    match: Match
    made: dict[int, Finding] | None = None


def run(
    rules: Sequence[Rule],
    document: Document,
    views: tuple[BlockView, ...],
    *,
    letter: Letter | None,
    timed: bool = False,
    memory: str = "",
    book: Rulebook | None = None,
) -> Outcome:
    """Return what ``rules`` find.

    Args:
        rules: the rules, ready to run.
        document: the document.
        views: its blocks with their analysis.
        letter: what was understood of it; when None the rules that need it find nothing.
        timed: also tell how long each rule takes; nothing is remembered then.
        memory: a name for ``rules``: what they find in a block by itself is remembered with its analysis under that
            name, so it must always stand for the same rules. Remember nothing when "".
        book: the rules that there are to choose from; only our own when None.
    """
    memo: dict[Hashable, Any] = {}
    seen_by = {
        scope: DocumentView(document, views, tuple(view for view in views if view.block.kind in scope), letter, memo)
        for scope in {rule.spec.scope for rule in rules}
    }
    seconds: dict[str, float] = {}
    remedies = letter.remedies if letter else frozenset()
    kept = remedies | lawtext.blocks(views)
    alone = [(rule, rule.detection) for rule in rules if isinstance(rule.detection, PerBlock)]
    if timed:
        hits, crashes = _one_by_one(alone, document, views, remedies, seconds)
    else:
        hits, crashes = _in_blocks(alone, document, views, remedies, memory, kept=kept)
    unable: set[str] = set()
    now = clock(timed=timed)
    for rule in rules:
        if not isinstance(rule.detection, PerDocument):
            continue
        start = now()
        try:
            hits += _in_document(rule, rule.detection, seen_by[rule.spec.scope], remedies)
        except NotUnderstood:
            unable.add(rule.name)
        except Exception as error:  # whatever a rule does wrong, the other findings must arrive
            crashes.append(_crash(rule, error))
        seconds[rule.name] = now() - start
    findings: list[Finding] = []
    repeats: list[Finding] = []
    for hit in _without_overlaps(hits):
        try:
            found = _made_before(hit, document, views, of_law=hit.index in kept)
            (repeats if hit.match.repeat else findings).append(found)
        except Exception as error:  # the same for its message and its fixes
            crashes.append(_crash(hit.rule, error))
    others = _found(rules, findings, unable | {crash.rule for crash in crashes}, book)
    for rule in rules:
        if not isinstance(rule.detection, AfterOthers):
            continue
        try:
            made = rule.detection.find(seen_by[rule.spec.scope], others)
            findings += [_finding(_Hit(rule, *hit), document, views, of_law=False) for hit in made]
        except Exception as error:  # and for these rules too
            crashes.append(_crash(rule, error))
    return Outcome(
        in_order(findings),
        in_order(repeats),
        tuple(dict.fromkeys(crashes)),
        seconds if timed else {},
    )


def clock(*, timed: bool) -> Callable[[], float]:
    """Return what tells the processor time so far, in seconds; where nobody asks for it, it always says 0.

    An edit would ask the system two hundred times, while a writer waits.
    """
    return time.process_time if timed else float


def _found(
    rules: Sequence[Rule], findings: Sequence[Finding], failed: AbstractSet[str], book: Rulebook | None
) -> Found:
    """Tell the rules that come after the others what those did."""
    known = book or load.combined(())
    return Found(
        findings=tuple(findings),
        ran=frozenset(rule.name for rule in rules if rule.name not in failed),
        groups=known.suppressible,
        usual=known.usual,
    )


def _crash(rule: Rule, error: Exception) -> Crash:
    return Crash(rule.name, described(error))


def described(error: Exception) -> str:
    """Tell what went wrong and where in the code, for whoever repairs it."""
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f" ({where.tb_frame.f_code.co_name}:{where.tb_lineno})" if where else ""
    return f"{type(error).__name__}: {error}{place}"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return ``findings`` in the order of the text; of those at one place the longest and heaviest first."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.span.start, -finding.span.end, finding.severity.rank, finding.rule


def _in_document(rule: Rule, detection: PerDocument, view: DocumentView, remedies: frozenset[int]) -> Iterator[_Hit]:
    of_law = remedies if _is_about_style(rule) else frozenset()
    for index, match in detection.find(view):
        if index not in of_law and not _is_shielded(rule, view.blocks[index], match):
            yield _Hit(rule, index, match)


_Alone = tuple[Rule, PerBlock]
"""A rule that looks at one block at a time, with its detection."""


class _Seen:
    """What rules found in a block, kept as long as its analysis; with the findings, as long as it stays where it is.

    Two blocks with the same words share an analysis. So where they stand and what was made there change together, and
    who got findings for one place never sees those for another.
    """

    def __init__(self, found: tuple[tuple[Rule, Match], ...]) -> None:
        self.found = found
        self._placed: tuple[object, dict[int, Finding]] = (None, {})

    def made(self, view: BlockView, document: Document, *, of_law: bool) -> dict[int, Finding]:
        """Return the findings that were made before where ``view`` stands, by the identity of their match."""
        source, slices = document.source, view.block.map.slices
        start, end = slices[0].source_start, slices[-1].source_end
        where = (view.index, slices, source.position(start), source.text[start:end], of_law)
        before, made = self._placed
        if before != where:
            made = {}
            self._placed = (where, made)
        return made


def _one_by_one(
    rules: Iterable[_Alone],
    document: Document,
    views: Sequence[BlockView],
    remedies: frozenset[int],
    seconds: dict[str, float],
) -> tuple[list[_Hit], list[Crash]]:
    """Do the same as :func:`_in_blocks`, but rule by rule, and put in ``seconds`` how long each takes.

    The clock is not read for every block, as that takes longer than many a rule.
    """
    hits: list[_Hit] = []
    crashes: list[Crash] = []
    glance = Glance.of(views)
    for rule, detection in rules:
        start = time.process_time()
        found, failed = _in_blocks([(rule, detection)], document, views, remedies, "", glance)
        hits += found
        crashes += failed
        seconds[rule.name] = time.process_time() - start
    return hits, crashes


def _in_blocks(
    alone: Sequence[_Alone],
    document: Document,
    views: Sequence[BlockView],
    remedies: frozenset[int],
    memory: str,
    glance: Glance | None = None,
    *,
    kept: frozenset[int] = frozenset(),
) -> tuple[list[_Hit], list[Crash]]:
    """Return what the rules find that look at one block at a time; with ``memory`` a block is looked at only once.

    Args:
        alone: the rules.
        document: the document.
        views: its blocks.
        remedies: those of which the law gives the words.
        memory: see :func:`run`.
        glance: what the blocks hold that were not looked at before, if it is known already.
        kept: the blocks in which nothing may change by itself.
    """
    known: list[_Seen | None] = [view.memo.get(memory) if memory else None for view in views]
    new = [view for view, seen in zip(views, known, strict=True) if seen is None]
    of_kind = _by_kind(alone, new, glance or Glance.of(new)) if new else {}
    hits: list[_Hit] = []
    crashes: list[Crash] = []
    for view, before in zip(views, known, strict=True):
        seen = before
        if seen is None:
            found, failed = _in_block(of_kind[view.block.kind], view)
            seen = _Seen(found)
            crashes += failed
            if memory and not failed:  # a rule that fails must be reported every time
                view.memo[memory] = seen
        if seen.found:
            of_law = view.index in remedies
            made = seen.made(view, document, of_law=view.index in kept) if memory else None
            hits += [
                _Hit(rule, view.index, match, made)
                for rule, match in seen.found
                if not (of_law and _is_about_style(rule))
            ]
    return hits, crashes


def _by_kind(
    alone: Sequence[_Alone], views: Sequence[BlockView], glance: Glance
) -> dict[BlockKind, list[tuple[Rule, Find]]]:
    """Return for each kind of block among ``views`` the rules that can find something there."""
    able = [(rule, find) for rule, detection in alone if (find := detection.narrowed(glance))]
    kinds = {view.block.kind: _like(view.block.kind) for view in views}
    return {kind: [(rule, find) for rule, find in able if like in rule.spec.scope] for kind, like in kinds.items()}


def _like(kind: BlockKind) -> BlockKind:
    """Return the kind whose rules hold for a block: a footnote reads like a paragraph."""
    return BlockKind.PARAGRAPH if kind is BlockKind.FOOTNOTE else kind


def _in_block(
    rules: Iterable[tuple[Rule, Find]], view: BlockView
) -> tuple[tuple[tuple[Rule, Match], ...], list[Crash]]:
    found: list[tuple[Rule, Match]] = []
    crashes: list[Crash] = []
    for rule, find in rules:
        try:
            found += [(rule, match) for match in find(view) if not _is_shielded(rule, view, match)]
        except Exception as error:  # whatever a rule does wrong, the other findings must arrive
            crashes.append(_crash(rule, error))
    return tuple(found), crashes


def _is_about_style(rule: Rule) -> bool:
    """Tell whether ``rule`` has nothing to say of words that the law gives."""
    return rule.reach in {Reach.WORDS, Reach.SENTENCE} and rule.spec.group in _STYLE


def _is_shielded(rule: Rule, view: BlockView, match: Match) -> bool:
    """Tell whether a remark about words falls in a web address, a quotation and the like."""
    if rule.reach is not Reach.WORDS:
        return False
    ranges = view.shields.ranges(quotes=rule.spec.quotes, fields=rule.spec.fields)
    return any(match.start < end and start < match.end for start, end in ranges)


def _without_overlaps(hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """Of remarks about overlapping words keep the longest; of equal ones the heaviest, then the first by name.

    Remarks about whole sentences, paragraphs or documents are in nobody's way.
    """
    taken: dict[int, list[tuple[int, int]]] = {}
    for hit in sorted(hits, key=_strength):
        if hit.rule.reach is Reach.WORDS:
            ranges = taken.setdefault(hit.index, [])
            place = bisect_left(ranges, (hit.match.end,))
            # What is taken never overlaps, so only the last range that begins before the end of this one can.
            if place and ranges[place - 1][1] > hit.match.start:
                continue
            insort(ranges, (hit.match.start, hit.match.end))
        yield hit


def _strength(hit: _Hit) -> tuple[int, int, str, int]:
    severity = hit.match.severity or hit.rule.spec.severity
    return hit.match.start - hit.match.end, severity.rank, hit.rule.name, hit.match.start


def _made_before(hit: _Hit, document: Document, views: Sequence[BlockView], *, of_law: bool) -> Finding:
    """Return the finding of ``hit``, the same as before where nothing changed."""
    if hit.made is None:
        return _finding(hit, document, views, of_law=of_law)
    found = hit.made.get(id(hit.match))
    if found is None:
        found = hit.made[id(hit.match)] = _finding(hit, document, views, of_law=of_law)
    return found


def _finding(hit: _Hit, document: Document, views: Sequence[BlockView], *, of_law: bool) -> Finding:
    view = views[hit.index]
    match, spec, block = hit.match, hit.rule.spec, view.block
    place = match.place or block.map.to_source(match.start, match.end)
    position = document.source.position(place.start)
    inside = hit.rule.reach in {Reach.WORDS, Reach.SENTENCE} and match.place is None
    sentence = view.analysis.sentence_at(match.start) if inside else None
    text = document.source.text[slice(*match.place)] if match.place else block.text[match.start : match.end]
    return Finding(
        rule=spec.name,
        severity=match.severity or spec.severity,
        message=_message(hit, text),
        span=Span(place.start, place.end),
        text=text,
        line=position.line,
        column=position.column,
        sentence=sentence.text if sentence else "",
        suggestions=tuple(dict.fromkeys(suggestion.text for suggestion in match.suggestions if suggestion.text)),
        advice=match.advice,
        fixes=() if of_law else tuple(fix for s in match.suggestions if (fix := _fix(s, hit, view))),
        also=tuple(Span(*block.map.to_source(start, end)) for start, end in match.also),
        marks=_marks(match, sentence),
        block=view.index if hit.rule.reach is not Reach.DOCUMENT else None,
        reach=hit.rule.reach,
        elsewhere=tuple(Span(*views[index].block.map.to_source(*place)) for index, *place in match.elsewhere),
    )


def _message(hit: _Hit, text: str) -> str:
    """Fill in the message; without a wording the part that would name one is left out."""
    match, template = hit.match, hit.rule.spec.message
    if match.advice and not any(suggestion.text for suggestion in match.suggestions):
        template = " ".join(part for part in _SENTENCES.split(template) if "{advies}" not in part)
    first = match.suggestions[0].text if match.suggestions else ""
    return template.format_map({"gevonden": text, "advies": first, **match.values})


def _marks(match: Match, sentence: Sentence | None) -> tuple[Span, ...]:
    if sentence is None:
        return ()
    ranges = ((match.start, match.end), *match.also)
    inside = ((max(start, sentence.start), min(end, sentence.end)) for start, end in ranges)
    return tuple(Span(start - sentence.start, end - sentence.start) for start, end in inside if start < end)


_LEAVE_OUT = "weglaten"
"""What a fix is called that puts nothing in the place of the words."""


def _fix(suggestion: Suggestion, hit: _Hit, view: BlockView) -> Fix | None:
    """Place a suggestion in the source, or return None where that would change words that are not the writer's."""
    source_map = view.block.map
    if not suggestion.edits or not all(_is_free(edit, view) for edit in suggestion.edits):
        return None
    edits = tuple(
        Edit(Span(*source_map.to_source(edit.start, edit.end)), edit.replacement) for edit in suggestion.edits
    )
    applicability, reason = _limit(suggestion, hit.rule.spec, view)
    return Fix(edits, applicability, suggestion.text or _LEAVE_OUT, reason)


def _limit(suggestion: Suggestion, spec: RuleSpec, view: BlockView) -> tuple[Applicability, str]:
    """Return the strictest of what the rewriter, the rule and the names in the text allow, and why."""
    limits = [(suggestion.applicability, suggestion.reason)]
    if spec.fix_reason or _APPLICABILITY.index(spec.fix) > _APPLICABILITY.index(suggestion.applicability):
        limits.insert(0, (spec.fix, spec.fix_reason))  # of equally strict ones the first gives the reason
    if any(_takes_name(edit, view) for edit in suggestion.edits):
        limits.append((Applicability.REVIEW, _NAME))
    applicability, reason = max(limits, key=lambda limit: _APPLICABILITY.index(limit[0]))
    return applicability, reason or _OF_RULE[applicability]


def _is_free(edit: BlockEdit, view: BlockView) -> bool:
    """Tell whether ``edit`` changes one literal piece of the source, and in it no quotation, address, field, title."""
    if not view.block.map.is_literal(edit.start, edit.end):
        return False
    kept = (*view.shields.ranges(), *titles.ranges(view.analysis))
    return not any(edit.start < end and start < edit.end for start, end in kept)


def leaving_law(findings: Iterable[Finding], views: Sequence[BlockView], remedies: frozenset[int]) -> Iterator[Finding]:
    """Yield findings that others made, without the fixes that would change words of the law or the name of one.

    Args:
        findings: of any program; only those of a block can be in such words.
        views: the blocks of the document.
        remedies: the blocks in which a letter gives the words of the law.
    """
    kept = remedies | lawtext.blocks(views)
    for finding in findings:
        index = finding.block
        if index is None or not finding.fixes:
            yield finding
            continue
        view = views[index]
        names = (Span(*view.block.map.to_source(*name)) for name in titles.ranges(view.analysis))
        of_law = index in kept or any(finding.span.overlaps(name) for name in names)
        yield replace(finding, fixes=()) if of_law else finding


def _takes_name(edit: BlockEdit, view: BlockView) -> bool:
    """Tell whether a name goes away with ``edit``: that can be meant, as with a word that is agreed on.

    The first word of a sentence has a capital anyway, so that is no sign of a name there.
    """
    kept = edit.replacement.casefold()
    return any(
        token.pos == "PROPN" and token.text[:1].isupper() and token.text.casefold() not in kept
        for sentence in view.analysis.sentences_in(edit.start, edit.end)
        for token in sentence.tokens[1:]
        if token.start < edit.end and edit.start < token.end
    )
