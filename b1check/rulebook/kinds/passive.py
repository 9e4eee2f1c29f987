"""The lijdende vorm: readers cannot see who must do what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from b1check.rulebook import grammar
from b1check.rulebook.grammar import Passive
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock


class PassiveOptions(Options):
    """Which passives to report.

    Attributes:
        states: participles that after "zijn" say how something is, not what was done ("de balie is gesloten").
        fine: verbs whose passive is the normal way to say it ("u bent geboren").
        with_agent: also report a passive that says who does it ("door ons").
    """

    states: frozenset[str] = frozenset()
    fine: frozenset[str] = frozenset()
    with_agent: bool = True


def _build(options: PassiveOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            for passive in grammar.passives(sentence):
                if passive.participle.lemma in options.fine or (passive.agent and not options.with_agent):
                    continue
                if passive.auxiliary.lemma == "zijn" and passive.participle.lower in options.states:
                    continue
                yield _match(passive)

    return PerBlock(find)


def _match(passive: Passive) -> Match:
    """Mark the two words as one when they stand side by side, else the auxiliary and, apart, the participle."""
    first, last = sorted((passive.auxiliary, passive.participle), key=lambda token: token.index)
    values = {"werkwoord": passive.participle.lemma, "dader": passive.agent.text if passive.agent else ""}
    if last.index - first.index == 1:
        return Match(first.start, last.end, values)
    auxiliary, participle = passive.auxiliary, passive.participle
    return Match(auxiliary.start, auxiliary.end, values, also=((participle.start, participle.end),))


KIND = Kind(PassiveOptions, _build)
