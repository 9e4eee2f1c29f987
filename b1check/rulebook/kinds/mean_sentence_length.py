"""The mean length of the sentences in a whole document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.rulebook.match import DocumentView, Grades, Kind, Match, Options, PerDocument, Reach


class MeanSentenceLengthOptions(Options):
    """From which mean on it is too long, and from how many sentences on a mean says something."""

    words: Grades = Field(description="Het aantal woorden in een zin, gemiddeld over de hele tekst.")
    min_sentences: int = Field(default=8, description="Bij een tekst met minder zinnen zegt een gemiddelde niets.")


def _build(options: MeanSentenceLengthOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        lengths = [sentence.word_count for block in view.scope for sentence in block.sentences if sentence.word_count]
        if len(lengths) < options.min_sentences:
            return
        mean = sum(lengths) / len(lengths)
        severity = options.words.severity(mean)
        if severity:
            first = view.scope[0]
            values = {"aantal": f"{mean:.1f}".replace(".", ","), "zinnen": len(lengths)}
            yield first.index, Match(0, len(first.block.text), values, severity=severity)

    return PerDocument(find)


KIND = Kind(MeanSentenceLengthOptions, _build, Reach.DOCUMENT)
