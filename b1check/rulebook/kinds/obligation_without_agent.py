"""Obligations that do not say who has to act: "het formulier moet worden ingeleverd", "er dient te worden betaald"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock

_REACH = 25
"""Tokens between "moet" and "worden"; enough for the middle of a main clause."""
_OPENS_CLAUSE = re.compile(
    r"dat|die|of|als|omdat|indien|wanneer|wie|wat|hoe|welke?|zodra|tenzij|mits|terwijl|zodat|voordat|nadat|waar\w*"
)


class ObligationWithoutAgentOptions(Options):
    """Which verbs oblige.

    Attributes:
        must: lemmas of verbs that oblige.
        actions: participles of what readers do, in lower case; what others do ("vernietigd") is not for this rule.
        questions: also look in questions.
    """

    must: frozenset[str] = Field(description="Werkwoorden die iets verplichten, zoals ‘moeten’.")
    actions: frozenset[str] = Field(description="Wat lezers doen, als deelwoord: ‘betaald’. In kleine letters.")
    questions: bool = Field(default=False, description="Kijk ook naar vragen.")


def _build(options: ObligationWithoutAgentOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            if not options.questions and grammar.is_question(sentence):
                continue
            for worden in sentence.tokens:
                match = _obligation(options, sentence, worden) if worden.lower == "worden" else None
                if match:
                    yield match

    return PerBlock(find)


def _obligation(options: ObligationWithoutAgentOptions, sentence: Sentence, worden: Token) -> Match | None:
    participle = _participle(sentence, worden)
    if participle is None or participle.lower not in options.actions:
        return None
    must = _must(options, sentence, worden)
    if must is None or _says_who(sentence, must, worden):
        return None
    first, last = sorted((worden, participle), key=lambda token: token.index)
    if _in_subordinate_clause(sentence, must, first):
        return None
    values = {"verplichting": must.text, "werkwoord": participle.text}
    between = sentence.tokens[must.index - sentence.tokens[0].index + 1 : first.index - sentence.tokens[0].index]
    if must.index < first.index and all(token.lower == "te" for token in between):
        return Match(must.start, last.end, values)  # "moet worden betaald", "dient te worden betaald"
    return Match(first.start, last.end, values, also=((must.start, must.end),))


def _participle(sentence: Sentence, worden: Token) -> Token | None:
    """Return the participle beside ``worden``; "te" may stand in between: "ingeleverd te worden"."""
    for step in (1, -1, -2):
        if worden.index + step not in sentence:
            continue
        token = sentence.token(worden.index + step)
        if token.is_participle and token.pos in {"VERB", "ADJ"}:
            return token
        if step == -1 and token.lower != "te":
            return None
    return None


def _must(options: ObligationWithoutAgentOptions, sentence: Sentence, worden: Token) -> Token | None:
    """Return the verb that obliges: the nearest persoonsvorm of the clause, before ``worden`` or right beside it."""
    near = [token for token in sentence.tokens if abs(token.index - worden.index) <= _REACH and token.is_finite]
    before = [token for token in near if token.index < worden.index]
    after = [token for token in near if 0 < token.index - worden.index <= 2]
    nearest = before[-1] if before else (after[0] if after else None)
    return nearest if nearest is not None and nearest.lemma in options.must else None


def _in_subordinate_clause(sentence: Sentence, must: Token, cluster: Token) -> bool:
    """Tell whether the verbs stand together at the end: "dat het moet worden betaald" only tells about a duty."""
    together = cluster.index - must.index in {1, 2} or must.index > cluster.index
    return together and any(
        _OPENS_CLAUSE.fullmatch(token.lower) for token in sentence.tokens if token.index < cluster.index
    )


def _says_who(sentence: Sentence, must: Token, worden: Token) -> bool:
    """Tell whether "door ..." names who does it, or "u" undergoes it, between the clause and its verb."""
    low, high = sorted((must.index, worden.index))
    clause = [token for token in sentence.tokens if low - 6 <= token.index <= high + 4]
    return any(token.lower in {"door", "u", "je"} for token in clause)


KIND = Kind(ObligationWithoutAgentOptions, _build)
