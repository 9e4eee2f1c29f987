"""The share of sentences in a document that are in the lijdende vorm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.findings import Severity
from b1check.language.analysis import Sentence
from b1check.rulebook import grammar
from b1check.rulebook.match import (
    BlockView,
    DocumentView,
    Grades,
    Kind,
    Match,
    Options,
    PerDocument,
    Reach,
    remembered,
)


class PassiveShareOptions(Options):
    """From which share on there is too much of it.

    Attributes:
        percent: grades by the share of sentences, in percent.
        verbs: grades by the number of different verbs; the severity is the lighter of the two. A share of a short text
            is chance, and one verb that comes back is a fixed way to say it ("honden die worden gehouden").
        min_sentences: in a shorter text a share says nothing.
    """

    percent: Grades = Field(description="Het percentage zinnen in de lijdende vorm.")
    verbs: Grades = Field(
        description="Het aantal verschillende werkwoorden in de lijdende vorm. Van de 2 niveaus telt het lichtste."
    )
    min_sentences: int = Field(default=8, description="Bij een tekst met minder zinnen zegt een percentage niets.")


def _build(options: PassiveShareOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        sentences = [verbs for block in view.scope for verbs in _verbs_of_sentences(block)]
        if len(sentences) < options.min_sentences:
            return
        passives = [verbs for verbs in sentences if verbs]
        percent = 100 * len(passives) / len(sentences)
        severity = _lighter(
            options.percent.severity(percent), options.verbs.severity(len(frozenset().union(*passives)))
        )
        if severity:
            first = view.scope[0]
            values = {"aantal": len(passives), "zinnen": len(sentences), "procent": round(percent)}
            yield first.index, Match(0, len(first.block.text), values, severity=severity)

    return PerDocument(find)


def _lighter(first: Severity | None, second: Severity | None) -> Severity | None:
    return max(first, second, key=lambda severity: severity.rank) if first and second else None


@remembered
def _verbs_of_sentences(block: BlockView) -> Iterator[frozenset[str]]:
    """Yield for every sentence with a persoonsvorm the verbs in the lijdende vorm."""
    for sentence in block.sentences:
        if any(token.is_finite for token in sentence.tokens):
            yield _passive_verbs(sentence)


def _passive_verbs(sentence: Sentence) -> frozenset[str]:
    """Only "worden" counts: "is gestolen" and "is verboden" say how things are, and hide nobody."""
    return frozenset(
        passive.participle.lemma for passive in grammar.passives(sentence) if passive.auxiliary.lemma == "worden"
    )


KIND = Kind(PassiveShareOptions, _build, Reach.DOCUMENT)
