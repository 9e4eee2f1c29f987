"""Sentences with a long remark, or many remarks, between brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from b1check.language.analysis import Sentence
from b1check.rulebook.match import BlockView, Kind, Match, Options, PerBlock, Reach

_PAIR = re.compile(r"(?<!\w)(?<!\b[A-Z]{3} )(?<!\b[A-Z]{4} )(?<!\b[A-Z]{5} )\(([^()]*)\)")
"""A pair that touches a word before it belongs to that word: "kind(eren)"; after an abbreviation it explains it."""
_WORDS_IN_PAIRS = 5
"""Fewer words in all pairs together do not break a sentence: "Fries (in 1995) en Limburgs (in 1997)"."""
_FINE = re.compile(
    r"\s*(?:(?:hierna|afgekort)\b.*"  # a shorter name for what came before
    r"|[\w-]{1,12}"  # one short word, mostly an abbreviation or a number
    r"|[€\d][\d.,\s€%:/–-]*(?:\s?(?:euro|uur|procent|jaar|dagen|weken|maanden))?"  # amounts, times, phone numbers
    r"|(?:tel\.?|telefoon|bel)\b.*"
    r"|(?:zie\s+)?(?:artikel(?:en)?|art\.|bijlage|hoofdstuk|paragraaf|pagina|bladzijde)\s.*"
    r"|(?:op\s+)?(?:werk|week)dagen\b.*"
    r"|(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b.*)",
    re.IGNORECASE | re.DOTALL,
)


class BracketsOptions(Options):
    """How much may stand between brackets.

    Attributes:
        words: from this number of words on one pair is too long.
        pairs: from this number of pairs on there are too many in a sentence.
        fragment_words: the same as ``words`` where no persoonsvorm stands outside the brackets, as in an item of a
            list: there is no sentence to break.
    """

    words: int = Field(default=7, description="Vanaf dit aantal woorden tussen haakjes komt er een opmerking.")
    pairs: int = Field(default=2, description="Vanaf dit aantal paren haakjes in 1 zin komt er een opmerking.")
    fragment_words: int = Field(default=7, description="Hetzelfde als ‘words’, maar bij een stuk zonder werkwoord.")


def _build(options: BracketsOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        shut = view.shields.ranges()
        for sentence in view.sentences:
            pairs = [
                (start, end, words)
                for start, end, words in _pairs(view.block.text, sentence)
                if not any(start < b and a < end for a, b in shut)
            ]
            if len(pairs) >= options.pairs and sum(words for _, _, words in pairs) >= _WORDS_IN_PAIRS:
                yield Match(pairs[0][0], pairs[-1][1], {"reden": f"In deze zin staan {len(pairs)} keer haakjes."})
            else:
                least = options.words if _has_verb(sentence, pairs) else options.fragment_words
                for start, end, words in pairs:
                    if words >= least:
                        yield Match(start, end, {"reden": f"Tussen deze haakjes staan {words} woorden."})

    return PerBlock(find)


def _has_verb(sentence: Sentence, pairs: Sequence[tuple[int, int, int]]) -> bool:
    """Tell whether a persoonsvorm stands outside the brackets."""
    return any(
        token.is_finite and not any(start < token.start < end for start, end, _ in pairs) for token in sentence.tokens
    )


def _pairs(text: str, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and number of words of the remarks between brackets in a sentence.

    A sentence that stands between brackets as a whole is no remark inside a sentence.
    """
    for found in _PAIR.finditer(text, sentence.start, sentence.end):
        whole = found.start() == sentence.start and found.end() >= sentence.end - 1
        if not whole and not _FINE.fullmatch(found[1]):
            words = sum(1 for word in sentence.words if found.start() < word.start and word.end < found.end())
            yield found.start(), found.end(), words


KIND = Kind(BracketsOptions, _build, Reach.SENTENCE)
