"""Words that a municipality wants to keep: rules about words leave them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from b1check.rulebook import agreed
from b1check.rulebook.load import Rule
from b1check.rulebook.match import (
    AfterOthers,
    BlockView,
    DocumentView,
    Find,
    Glance,
    Match,
    PerBlock,
    PerDocument,
    Reach,
)

_ABOUT_WORDS = frozenset({"woorden", "jargon"})
_WITH_WORDS = frozenset({"deverbal_noun", "lexicon", "listed_words"})
"""Kinds that are about single words in whatever group."""
_ASKS_EXPLANATION = frozenset({"term", "abbreviation", "agreed_term", "late_explanation", "law_name"})

Places = Callable[[BlockView], tuple[tuple[int, int], ...]]


def silence(rules: Sequence[Rule], *, allowed: Sequence[str], explained: Sequence[str]) -> tuple[Rule, ...]:
    """Return ``rules`` such that they pass over some words, in any form.

    Args:
        rules: rules that are ready to run.
        allowed: words that no rule about words may remark on.
        explained: terms that need no explanation here; other rules still see them.
    """
    if not allowed and not explained:
        return tuple(rules)
    free, known = agreed.places(allowed), agreed.places((*allowed, *explained))
    return tuple(_around(rule, free, known) for rule in rules)


def _around(rule: Rule, free: Places, known: Places) -> Rule:
    spec = rule.spec
    if rule.reach is not Reach.WORDS or isinstance(rule.detection, AfterOthers):
        return rule
    if spec.kind in _ASKS_EXPLANATION:
        return replace(rule, detection=_outside(rule.detection, known))
    if spec.group in _ABOUT_WORDS or spec.kind in _WITH_WORDS:
        return replace(rule, detection=_outside(rule.detection, free))
    return rule


def _outside(detection: PerBlock | PerDocument, places: Places) -> PerBlock | PerDocument:
    """Leave out the matches of ``detection`` that lie wholly inside the ``places`` of their block."""
    if isinstance(detection, PerBlock):
        alone = detection

        def among(glance: Glance) -> Find | None:
            find = alone.narrowed(glance)
            return _find_outside(find, places) if find else None

        return PerBlock(_find_outside(alone.find, places), among)
    find_all = detection.find

    def in_document(view: DocumentView) -> Iterator[tuple[int, Match]]:
        ranges: dict[int, tuple[tuple[int, int], ...]] = {}
        for index, match in find_all(view):
            if index not in ranges:
                ranges[index] = places(view.blocks[index])
            if not _inside(match, ranges[index]):
                yield index, match

    return PerDocument(in_document)


def _find_outside(find: Find, places: Places) -> Find:
    def in_block(view: BlockView) -> Iterator[Match]:
        matches = tuple(find(view))
        ranges = places(view) if matches else ()
        return (match for match in matches if not _inside(match, ranges))

    return in_block


def _inside(match: Match, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= match.start and match.end <= end for start, end in ranges)
