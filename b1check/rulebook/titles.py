"""Where a text gives the title of a law: its words are a name, though most are written with a small letter.

"de Wet kwaliteit, klachten en geschillen zorg", "het Besluit kwaliteit leefomgeving". At the start of a sentence a
capital says nothing, so there only the words of a title that stands elsewhere would tell; such a title is not found.
"""

from __future__ import annotations

from collections.abc import Iterator

from b1check.language.analysis import Analysis, Sentence, Token

_KINDS = frozenset(
    "Wet Besluit Regeling Verordening Beleidsregel Beleidsregels Uitvoeringsbesluit Uitvoeringsregeling Wetboek "
    "Richtlijn Verdrag Rijkswet Subsidieregeling Reglement".split()
)
_IN_TITLE = frozenset({"NOUN", "ADJ", "ADP", "CCONJ", "PROPN", "NUM"})
_LITTLE = frozenset({"de", "het", "een", "en", "of"})
_LONGEST = 9
"""Words after the first one."""


def ranges(analysis: Analysis) -> tuple[tuple[int, int], ...]:
    """Return the ranges of titles in the text of a block."""
    found: tuple[tuple[int, int], ...] | None = analysis.memo.get(ranges)
    if found is None:
        found = analysis.memo[ranges] = tuple(
            title for sentence in analysis.sentences for title in _in_sentence(sentence)
        )
    return found


def _in_sentence(sentence: Sentence) -> Iterator[tuple[int, int]]:
    for token in sentence.tokens[1:]:
        if token.text in _KINDS:
            last = _last(sentence, token)
            if last is not token:
                yield token.start, last.end


def _last(sentence: Sentence, first: Token) -> Token:
    """Return the last word that may belong to the title."""
    last = first
    for token in sentence.tokens:
        if token.index <= first.index:
            continue
        if token.index - first.index > _LONGEST or not (_may_belong(token) or _lists(sentence, token)):
            break
        if token.text != "," and token.lower not in _LITTLE:
            last = token
    return last


def _may_belong(token: Token) -> bool:
    adjective = token.pos == "VERB" and token.lower.endswith("de") and not token.is_finite  # "aanvullende"
    return token.lower in _LITTLE or adjective or (token.pos in _IN_TITLE and token.is_word)


def _lists(sentence: Sentence, token: Token) -> bool:
    """Tell whether a comma separates words of the title: "kwaliteit, klachten en geschillen"."""
    if token.text != ",":
        return False
    after = [sentence.token(at) for at in (token.index + 1, token.index + 2) if at in sentence]
    return len(after) > 1 and after[0].pos == "NOUN" and after[1].lower in {",", "en", "of"}
