"""Numbers in words or in digits, as the municipality chose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from b1check.findings import Applicability
from b1check.language import dates, numbers
from b1check.language.analysis import Sentence, Token
from b1check.rulebook.match import BlockEdit, BlockView, Kind, Match, Options, PerBlock, Suggestion

_VALUE: Mapping[str, int] = MappingProxyType(
    {word: int(value) for word, value in numbers.WORDS.items() if 2 <= value <= 100}
)
_DIGITS = re.compile(r"\d{1,2}")
_WORD_OF_VALUE = MappingProxyType({str(value): word for word, value in _VALUE.items() if value <= 20})
_FRACTION = re.compile(
    r"derden?|vierden?|vijfden?|kwart|half|halve|helft|tienden?|anderhalf|procent|miljoen|miljard|duizend"
)
_LABELS = frozenset(
    "artikel lid groep klasse categorie nummer nr nr. route lijn stap bijlage pagina hoofdstuk vraag versie kamer fase "
    "wijk optie tarief box zone € paragraaf punt deel blok vak".split()
)
"""Words before a number that names something instead of counting: "stap 3"."""
_POINTING = frozenset("alle allebei z'n zijn hun ons de deze die beide".split())
"""Words before a number in words that reads well: "de twee", "alle drie"."""
_COUNTED_BY_ONE = frozenset("dag werkdag week maand jaar uur keer minuut euro".split())
"""Nouns before which "één" is a number; elsewhere the accent may be there for stress."""
_MEASURES = frozenset(
    "uur euro procent meter centimeter cm km kilometer kilo kg gram liter m m² m2 m³ ha graden punt punten jaar".split()
)


class NumeralOptions(Options):
    """How to write numbers.

    Attributes:
        form: "cijfers" reports numbers in words, "woorden" reports 2 to 20 in digits.
        fine: words after which a number in words is fine, in lower case.
    """

    form: Literal["cijfers", "woorden"] = Field(
        default="cijfers",
        description="Kies hoe u getallen schrijft. Bij cijfers meldt de regel getallen in letters. Bij woorden "
        "is dat andersom.",
    )
    fine: frozenset[str] = Field(
        default=frozenset(), description="Na deze woorden is een getal in letters goed. In kleine letters."
    )


def _build(options: NumeralOptions, _folder: Path) -> PerBlock:
    wanted = _in_words if options.form == "cijfers" else _in_digits

    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            for token in sentence.tokens:
                wording = "" if _in_range(sentence, token) else wanted(sentence, token, options)
                if wording:
                    edit = BlockEdit(token.start, token.end, wording)
                    reason = f"‘{token.text}’ en ‘{wording}’ zijn hetzelfde getal. U schrijft het alleen anders."
                    found = (Suggestion(wording, (edit,), Applicability.SAFE, reason),)
                    yield Match(token.start, token.end, {"advies": wording}, found)

    return PerBlock(find)


def _in_words(sentence: Sentence, token: Token, options: NumeralOptions) -> str:
    """Return the digits for a number in words that counts something, or ""."""
    value = 1 if token.lower == "één" and _beside(sentence, token, 1) in _COUNTED_BY_ONE else _VALUE.get(token.lower)
    if value is None or _is_name(sentence, token) or token.index == sentence.tokens[0].index:
        return ""  # a sentence does not begin with a digit
    before, after = _beside(sentence, token, -1), _beside(sentence, token, 1)
    if after is None or before in _LABELS | _POINTING or _FRACTION.fullmatch(after) or after in options.fine:
        return ""
    return str(value) if _counts(sentence, token) else ""


def _in_digits(sentence: Sentence, token: Token, _options: NumeralOptions) -> str:
    """Return the word for 2 to 20 in digits before a noun that is no measure or month, or ""."""
    word = _WORD_OF_VALUE.get(token.text) if _DIGITS.fullmatch(token.text) else None
    before, after = _beside(sentence, token, -1), _beside(sentence, token, 1)
    if word is None or after is None or before in _LABELS:
        return ""
    if after in _MEASURES or after in dates.MONTHS or (before or "").isdigit() or not _counts(sentence, token):
        return ""
    return word.capitalize() if token.index == sentence.tokens[0].index else word


_BETWEEN = frozenset({"tot", "à", "a", "of", "en", "-", "–", "t/m"})


def _in_range(sentence: Sentence, token: Token) -> bool:
    """Tell whether another number stands beside it: of "een tot twee dagen" both change, or neither."""
    for step in (-1, 1):
        other = _beside(sentence, token, 2 * step) or ""
        if _beside(sentence, token, step) in _BETWEEN and (other in numbers.WORDS or other == "een" or other.isdigit()):
            return True
    return False


def _is_name(sentence: Sentence, token: Token) -> bool:
    """A capital inside a sentence makes a name: "De Drie Eiken"."""
    following = _token(sentence, token, 1)
    first = token.index == sentence.tokens[0].index
    return token.text[:1].isupper() and (not first or (following is not None and following.text[:1].isupper()))


def _counts(sentence: Sentence, token: Token) -> bool:
    """Tell whether a noun follows, at once or after an adjective: "zes weken", "twee nieuwe bomen"."""
    noun = _token(sentence, token, 1)
    if noun is not None and noun.pos == "ADJ":
        noun = _token(sentence, token, 2)
    return noun is not None and noun.pos == "NOUN" and noun.text[:1].islower()


def _token(sentence: Sentence, token: Token, step: int) -> Token | None:
    return sentence.token(token.index + step) if token.index + step in sentence else None


def _beside(sentence: Sentence, token: Token, step: int) -> str | None:
    found = _token(sentence, token, step)
    return found.lower if found else None


KIND = Kind(NumeralOptions, _build)
