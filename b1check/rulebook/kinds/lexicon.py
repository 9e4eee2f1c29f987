"""Words and expressions from a list, in all their forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.rulebook import recognise
from b1check.rulebook.match import BlockView, Find, Glance, Kind, Match, Options, PerBlock
from b1check.rulebook.recognise import Candidate, Index
from b1check.rulebook.replacement import leave_out, suggestions
from b1check.rulebook.wordforms import Place


class LexiconOptions(Options):
    """Which lists, and how often.

    Attributes:
        lists: names of CSV files, from the folder of the rule file.
        strict: also report the entries that good plain texts use as well (``niveau`` is ``streng``).
        once_per_block: show an entry only at its first place in a paragraph.
    """

    lists: tuple[str, ...] = Field(description="De woordenlijsten (.csv) naast het regelbestand.")
    strict: bool = Field(
        default=False,
        description="Meld ook de woorden met ‘streng’ in de kolom niveau. Die staan ook in goede teksten.",
    )
    once_per_block: bool = Field(default=True, description="Meld een woord in elke alinea maar 1 keer.")


def _build(options: LexiconOptions, folder: Path) -> PerBlock:
    filed = recognise.of_lists([folder / name for name in options.lists], strict=options.strict)
    return detection(filed, once_per_block=options.once_per_block)


def detection(filed: Index, *, once_per_block: bool = True) -> PerBlock:
    """Return what finds the entries in ``filed``, also for kinds that get theirs from elsewhere than a list."""

    def find(view: BlockView, wanted: Index = filed) -> Iterator[Match]:
        if wanted.keys().isdisjoint(view.analysis.openings):
            return
        seen: set[str] = set()
        text = view.analysis.text
        for sentence in view.sentences:
            for candidate, place in recognise.recognise(wanted, sentence, text):
                repeat = once_per_block and candidate.entry.word in seen
                seen.add(candidate.entry.word)
                yield _match(candidate, place, sentence, text, repeat=repeat)

    def among(glance: Glance) -> Find | None:
        wanted = {opening: filed[opening] for opening in filed.keys() & glance.openings}
        return partial(find, wanted=wanted) if wanted else None

    return PerBlock(find, among)


def _match(candidate: Candidate, place: Place, sentence: Sentence, text: str, *, repeat: bool) -> Match:
    entry = candidate.entry
    apart = [token for token in (place.head, place.particle) if token and not place.start <= token.start < place.end]
    return Match(
        place.start,
        place.end,
        {
            "advies": _either(entry.alternatives) if entry.alternatives else "",
            "woord": entry.plain,
            "uitleg": entry.explanation,
        },
        leave_out(place, sentence, text)
        if entry.can_go
        else suggestions(entry, candidate.forms, place, sentence, text),
        also=tuple((token.start, token.end) for token in apart),
        advice="" if entry.alternatives else _sentence(entry.explanation),
        repeat=repeat,
    )


def _sentence(text: str) -> str:
    """Write an explanation from a list as a sentence."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def _either(words: tuple[str, ...]) -> str:
    """Return "a", "a of b", "a, b of c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} of {words[-1]}"


KIND = Kind(LexiconOptions, _build)
