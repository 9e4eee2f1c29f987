"""Runs rules over an analysed document and turns their matches into findings in the source."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from b1check.documents.document import Document
from b1check.findings import Applicability, Edit, Finding, Fix, Span
from b1check.language.analysis import Sentence
from b1check.letter import reading
from b1check.letter.model import Letter
from b1check.letter.text import LetterText
from b1check.rulebook.load import Rule
from b1check.rulebook.match import BlockEdit, BlockView, DocumentView, Match, PerBlock, PerDocument, Reach, Suggestion

_APPLICABILITY = list(Applicability)
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
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
    rule: Rule
    index: int
    match: Match


def run(
    rules: Sequence[Rule],
    document: Document,
    views: tuple[BlockView, ...],
    *,
    letter: Letter | None = None,
    timed: bool = False,
    memory: str = "",
) -> Outcome:
    """Return what ``rules`` find.

    Args:
        rules: the rules, ready to run.
        document: the document.
        views: its blocks with their analysis.
        letter: what was understood of it; when None it is read here.
        timed: also tell how long each rule takes; nothing is remembered then.
        memory: a name for ``rules``: what they find in a block by itself is remembered with its analysis under that
            name, so it must always stand for the same rules. Remember nothing when "".
    """
    understood = letter or reading.read(LetterText(document, views))
    seen_by = {
        scope: DocumentView(document, views, tuple(view for view in views if view.block.kind in scope), understood)
        for scope in {rule.spec.scope for rule in rules}
    }
    seconds: dict[str, float] = {}
    hits, crashes = _in_blocks(rules, views, understood, "" if timed else memory, seconds)
    for rule in rules:
        if isinstance(rule.detection, PerBlock):
            continue
        start = time.process_time()
        try:
            hits += _in_document(rule, rule.detection, seen_by[rule.spec.scope])
        except Exception as error:  # whatever a rule does wrong, the other findings must arrive
            crashes.append(_crash(rule, error))
        seconds[rule.name] = time.process_time() - start
    findings: list[Finding] = []
    repeats: list[Finding] = []
    of_law = understood.remedies
    for hit in _without_overlaps(hits):
        try:
            found = _finding(hit, document, views, of_law=hit.index in of_law)
            (repeats if hit.match.repeat else findings).append(found)
        except Exception as error:  # the same for its message and its fixes
            crashes.append(_crash(hit.rule, error))
    return Outcome(
        tuple(sorted(findings, key=_order)),
        tuple(sorted(repeats, key=_order)),
        tuple(dict.fromkeys(crashes)),
        seconds if timed else {},
    )


def _crash(rule: Rule, error: Exception) -> Crash:
    """Name the rule and the place in the code, for whoever repairs it."""
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f" ({where.tb_frame.f_code.co_name}:{where.tb_lineno})" if where else ""
    return Crash(rule.name, f"{type(error).__name__}: {error}{place}")


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.span.start, -finding.span.end, finding.severity.rank, finding.rule


def _in_document(rule: Rule, detection: PerDocument, view: DocumentView) -> Iterator[_Hit]:
    of_law = _words_of_law(rule, view.letter)
    for index, match in detection.find(view):
        if index not in of_law and not _is_shielded(rule, view.blocks[index], match):
            yield _Hit(rule, index, match)


_Found = tuple[tuple[Rule, Match], ...]


def _in_blocks(
    rules: Sequence[Rule], views: Sequence[BlockView], letter: Letter, memory: str, seconds: dict[str, float]
) -> tuple[list[_Hit], list[Crash]]:
    """Return what the rules find that look at one block at a time; with ``memory`` a block is looked at only once.

    The time that each rule takes is added up in ``seconds``.
    """
    alone = [(rule, rule.detection) for rule in rules if isinstance(rule.detection, PerBlock)]
    of_law = {rule.name: _words_of_law(rule, letter) for rule, _ in alone}
    hits: list[_Hit] = []
    crashes: list[Crash] = []
    for view in views:
        block = view.block
        key = (memory, block.kind, block.level, block.marks)
        found: _Found | None = view.analysis.memo.get(key) if memory else None
        if found is None:
            found, failed = _in_block(alone, view, seconds)
            crashes += failed
            if memory and not failed:  # a rule that fails must be reported every time
                view.analysis.memo[key] = found
        hits += [_Hit(rule, view.index, match) for rule, match in found if view.index not in of_law[rule.name]]
    return hits, crashes


def _in_block(
    rules: Iterable[tuple[Rule, PerBlock]], view: BlockView, seconds: dict[str, float]
) -> tuple[_Found, list[Crash]]:
    found: list[tuple[Rule, Match]] = []
    crashes: list[Crash] = []
    for rule, detection in rules:
        if view.block.kind not in rule.spec.scope:
            continue
        start = time.process_time()
        try:
            found += [(rule, match) for match in detection.find(view) if not _is_shielded(rule, view, match)]
        except Exception as error:  # whatever a rule does wrong, the other findings must arrive
            crashes.append(_crash(rule, error))
        seconds[rule.name] = seconds.get(rule.name, 0.0) + time.process_time() - start
    return tuple(found), crashes


def _words_of_law(rule: Rule, letter: Letter) -> frozenset[int]:
    """Return the blocks in which ``rule`` has nothing to say, because the law gives the words."""
    about_words = rule.reach in {Reach.WORDS, Reach.SENTENCE}
    return letter.remedies if about_words and rule.spec.group in _STYLE else frozenset()


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
            if any(hit.match.start < end and start < hit.match.end for start, end in ranges):
                continue
            ranges.append((hit.match.start, hit.match.end))
        yield hit


def _strength(hit: _Hit) -> tuple[int, int, str, int]:
    severity = hit.match.severity or hit.rule.spec.severity
    return hit.match.start - hit.match.end, severity.rank, hit.rule.name, hit.match.start


def _finding(hit: _Hit, document: Document, views: Sequence[BlockView], *, of_law: bool) -> Finding:
    view = views[hit.index]
    match, spec, block = hit.match, hit.rule.spec, view.block
    place = block.map.to_source(match.start, match.end)
    position = document.source.position(place.start)
    sentence = view.analysis.sentence_at(match.start) if hit.rule.reach in {Reach.WORDS, Reach.SENTENCE} else None
    text = block.text[match.start : match.end]
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
    if match.advice and not match.suggestions:
        template = " ".join(part for part in _SENTENCES.split(template) if "{advies}" not in part)
    first = match.suggestions[0].text if match.suggestions else ""
    return template.format_map({"gevonden": text, "advies": first, **match.values})


def _marks(match: Match, sentence: Sentence | None) -> tuple[Span, ...]:
    if sentence is None:
        return ()
    ranges = ((match.start, match.end), *match.also)
    inside = ((max(start, sentence.start), min(end, sentence.end)) for start, end in ranges)
    return tuple(Span(start - sentence.start, end - sentence.start) for start, end in inside if start < end)


def _fix(suggestion: Suggestion, hit: _Hit, view: BlockView) -> Fix | None:
    """Place a suggestion in the source, or return None where that would change words that are not the writer's."""
    source_map = view.block.map
    if not suggestion.edits or not all(_is_free(edit, view) for edit in suggestion.edits):
        return None
    edits = tuple(
        Edit(Span(*source_map.to_source(edit.start, edit.end)), edit.replacement) for edit in suggestion.edits
    )
    limits = [suggestion.applicability, hit.rule.spec.fix]
    if any(_takes_name(edit, view) for edit in suggestion.edits):
        limits.append(Applicability.REVIEW)
    return Fix(edits, max(limits, key=_APPLICABILITY.index), suggestion.text)


def _is_free(edit: BlockEdit, view: BlockView) -> bool:
    """Tell whether ``edit`` changes one literal piece of the source, and in it no quotation, address or field."""
    if not view.block.map.is_literal(edit.start, edit.end):
        return False
    return not any(edit.start < end and start < edit.end for start, end in view.shields.ranges())


def _takes_name(edit: BlockEdit, view: BlockView) -> bool:
    """Tell whether a name goes away with ``edit``: that can be meant, as with a word that is agreed on.

    The first word of a sentence has a capital anyway, so that is no sign of a name there.
    """
    kept = edit.replacement.casefold()
    return any(
        token.pos == "PROPN" and token.text[:1].isupper() and token.text.casefold() not in kept
        for sentence in view.sentences
        if sentence.start < edit.end and edit.start < sentence.end
        for token in sentence.tokens[1:]
        if token.start < edit.end and edit.start < token.end
    )
