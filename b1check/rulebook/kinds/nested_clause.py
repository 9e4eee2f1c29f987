"""A bijzin in the middle of another bijzin: the reader has two sentences to keep in mind before either is finished."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach

_CONJUNCTIONS = frozenset(
    "aangezien als dat doordat hoewel indien mits nadat omdat tenzij terwijl totdat voordat wanneer zodat zodra "
    "waarbij waardoor waarin waarmee waarop waarover waaruit waarvan waarvoor".split()
)
_NAMED = frozenset({"”", '"', "’", "'", "“", "…", "..", "..."})
"""After one of these a word is only named: our principle is “ja, mits”."""
_BEFORE_CLAUSE = frozenset({"PUNCT", "CCONJ", "SCONJ", "VERB", "AUX"})


class NestedClauseOptions(Options):
    """How much may stand between the word that opens the outer bijzin and its persoonsvorm.

    Attributes:
        words: grades by the number of words in between.
        inner: number of words from which on the inner bijzin counts (a shorter one is too short to get lost in).
    """

    words: Grades = Field(description="Het aantal woorden tussen het begin van de bijzin en het werkwoord.")
    inner: int = Field(default=3, description="Een bijzin met minder woorden telt niet mee.")


@dataclass(frozen=True, slots=True)
class _Nest:
    """An outer bijzin with another in its middle, by the words that open them and their persoonsvormen."""

    opener: Token
    inner: Token
    inner_verb: Token
    verb: Token


def _build(options: NestedClauseOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            reported = -1
            for nest in sorted(_nests(sentence), key=lambda nest: nest.opener.index):
                severity = options.words.severity(_words(sentence, nest.opener, nest.verb))
                long_enough = _words(sentence, nest.inner, nest.inner_verb) + 2 >= options.inner
                if severity and long_enough and nest.opener.index > reported:
                    reported = nest.verb.index
                    values = {"begin": nest.opener.lower, "midden": nest.inner.lower, "werkwoord": nest.verb.text}
                    yield Match(nest.opener.start, nest.verb.end, values, severity=severity)

    return PerBlock(find)


def _words(sentence: Sentence, first: Token, last: Token) -> int:
    return sum(first.index < word.index < last.index for word in sentence.words)


def _nests(sentence: Sentence) -> Iterator[_Nest]:
    """Yield every bijzin that waits for its persoonsvorm while another opens and closes.

    A bijzin closes at the first persoonsvorm after it opens, so the tags tell it without the tree.
    """
    waiting: list[tuple[Token, tuple[Token, Token] | None]] = []
    for token in sentence.tokens:
        if token.text in {":", ";"}:
            waiting.clear()
        elif _opens(sentence, token):
            if waiting:
                opener, inside = waiting[-1]
                if _has_verb(sentence, inside[1] if inside else opener, token):
                    waiting.pop()  # its persoonsvorm was not recognised as one
            waiting.append((token, None))
        elif token.is_finite and waiting:
            opener, inside = waiting.pop()
            if inside is not None:
                yield _Nest(opener, *inside, _closing_verb(sentence, token))
            if waiting:
                waiting[-1] = (waiting[-1][0], (opener, token))


def _closing_verb(sentence: Sentence, verb: Token) -> Token:
    """Return ``verb``, or the one before the comma.

    In "omdat gegevens ontbreken, kunnen wij niets doen" the first verb may be taken for an infinitive.
    """
    if verb.index - 2 not in sentence or sentence.token(verb.index - 1).text != ",":
        return verb
    before = sentence.token(verb.index - 2)
    return before if "VerbForm=Inf" in before.morph else verb


def _has_verb(sentence: Sentence, first: Token, last: Token) -> bool:
    return any(token.pos in {"VERB", "AUX"} for token in sentence.tokens if first.index < token.index < last.index)


def _opens(sentence: Sentence, token: Token) -> bool:
    if token.lower not in _CONJUNCTIONS:
        return "PronType=Rel" in token.morph
    if token.index + 1 in sentence and sentence.token(token.index + 1).text in _NAMED:
        return False
    if token.lower == "als":
        return _is_conjunction(sentence, token)
    if token.lower == "dat":
        return _is_opening_dat(sentence, token)
    return True


def _is_opening_dat(sentence: Sentence, dat: Token) -> bool:
    """Tell "dat u verhuist" from "als dat kan", where it points at something."""
    before = sentence.token(dat.index - 1) if dat.index - 1 in sentence else None
    return (dat.pos == "SCONJ" or "PronType=Rel" in dat.morph) and not (before and before.pos == "SCONJ")


def _is_conjunction(sentence: Sentence, als: Token) -> bool:
    """Tell "als u verhuist" from "als werknemer", "als bedoeld in" and "zo groot als"."""
    before = sentence.token(als.index - 1) if als.index - 1 in sentence else None
    after = sentence.token(als.index + 1) if als.index + 1 in sentence else None
    if after is None or after.lower in {"bedoeld", "volgt", "genoemd", "omschreven", "gevolg"}:
        return False
    return before is None or before.pos in _BEFORE_CLAUSE or after.pos == "PRON" or after.lower in {"de", "het", "uw"}


KIND = Kind(NestedClauseOptions, _build, Reach.SENTENCE)
