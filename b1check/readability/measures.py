"""What is measured in a sentence.

Every measure is a number per sentence. So the score of a text is the mean over its sentences, a sentence has a score of
its own, and a long sentence that is split into two shows in all of them. Which measures there are was decided by which
ones told originals from rewrites by professional editors; see docs/accuracy.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from types import MappingProxyType

from b1check.language.analysis import Sentence, Token
from b1check.language.familiarity import familiarity

_LONG_SENTENCE = 20
"""Words; of the sentences of Amsterdam's editors 8 % is longer, of the originals 24 %."""
_TYPICAL_ZIPF = 4.9
_TYPICAL_RAREST = 3.6
"""Zipf values for a sentence without content words, so that it counts neither way."""
_PASSIVE_FORMS = frozenset("worden wordt werd werden".split())
_OURS = frozenset("wij we ons onze ik".split())
_COLON_SIGNS = frozenset({":", ";"})
_ABSTRACT = re.compile(r"(?:ing|ingen|atie|aties|iteit|heid|name|ment|schap|isme)$")
_SLASH = re.compile(r"(?<![\w./-])[^\W\d_]+/[^\W\d_]+(?![\w./-])")
"""A slash between two words; not one in a web address or a date."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})

GROUP_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "woorden": "hard_words",
        "jargon": "hard_words",
        "zinnen": "syntax",
        "zinsbouw": "syntax",
        "lijdend": "syntax",
        "getallen": "unclear",
        "dubbelzinnig": "unclear",
        "tijd": "unclear",
        "toon": "unclear",
    }
)
"""The measure that the findings of a group of rules count for."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is measured.

    Attributes:
        name: in code and data.
        title: Dutch, for the writer.
        component: the part of the score that it belongs to; see :data:`COMPONENTS`.
        of: the value in a sentence; None when it is the number of findings of some groups of rules.
    """

    name: str
    title: str
    component: str
    of: Callable[[Sentence], float] | None = None


def _count(holds: Callable[[Token], bool]) -> Callable[[Sentence], float]:
    return lambda sentence: float(sum(map(holds, sentence.tokens)))


def _is_passive(token: Token) -> bool:
    return token.dep in {"aux:pass", "nsubj:pass"}


def _run_up(sentence: Sentence) -> float:
    """Words before the verb that the sentence hangs on, the subject not counted."""
    finite = [token for token in sentence.tokens if token.is_finite]
    if not finite:
        return 0.0
    main = next((token for token in finite if token.head == token.index or token.dep in _LINKED), finite[0])
    return float(max(0, sum(word.index < main.index for word in sentence.words) - 1))


_LINKED = frozenset({"root", "cop", "aux", "aux:pass"})


def _zipf(sentence: Sentence) -> list[float]:
    return [familiarity(token.lower) for token in sentence.tokens if token.pos in _CONTENT and token.lower.isalpha()]


def _mean_unfamiliarity(sentence: Sentence) -> float:
    values = _zipf(sentence)
    return _TYPICAL_ZIPF - (fsum(values) / len(values) if values else _TYPICAL_ZIPF)


def _rarest(sentence: Sentence) -> float:
    return _TYPICAL_RAREST - min(_zipf(sentence), default=_TYPICAL_RAREST)


MEASURES: tuple[Measure, ...] = (
    Measure("words", "woorden", "zinslengte", lambda sentence: float(sentence.word_count)),
    Measure("long", "zinnen met meer dan 20 woorden", "zinslengte", lambda s: float(s.word_count > _LONG_SENTENCE)),
    Measure("hard_words", "moeilijke woorden", "woorden"),
    Measure("unfamiliar", "hoe ongewoon de woorden zijn", "woorden", _mean_unfamiliarity),
    Measure("rarest", "hoe ongewoon het vreemdste woord is", "woorden", _rarest),
    Measure("syntax", "opmerkingen over de zinsbouw", "zinsbouw"),
    Measure("run_up", "woorden voor de persoonsvorm", "zinsbouw", _run_up),
    Measure("te", "keren ‘te’ met een werkwoord", "zinsbouw", _count(lambda token: token.lower == "te")),
    Measure(
        "verbless", "zinnen zonder persoonsvorm", "zinsbouw", lambda s: float(not any(t.is_finite for t in s.tokens))
    ),
    Measure("passive", "woorden van een lijdende vorm", "lijdende vorm", _count(_is_passive)),
    Measure("worden", "vormen van ‘worden’", "lijdende vorm", _count(lambda token: token.lower in _PASSIVE_FORMS)),
    Measure("participles", "voltooide deelwoorden", "lijdende vorm", _count(lambda token: token.is_participle)),
    Measure("nouns", "zelfstandige naamwoorden", "naamwoordstijl", _count(lambda token: token.pos == "NOUN")),
    Measure(
        "abstract",
        "naamwoorden zoals ‘beoordeling’",
        "naamwoordstijl",
        _count(lambda token: token.pos == "NOUN" and bool(_ABSTRACT.search(token.lower))),
    ),
    Measure("van", "keren ‘van’", "naamwoordstijl", _count(lambda token: token.lower == "van")),
    Measure("unclear", "opmerkingen over duidelijkheid", "duidelijkheid"),
    Measure("slashes", "schuine strepen", "leestekens", lambda sentence: float(len(_SLASH.findall(sentence.text)))),
    Measure("colons", "dubbele punten en puntkomma's", "leestekens", _count(lambda token: token.text in _COLON_SIGNS)),
    Measure("commas", "komma's", "leestekens", _count(lambda token: token.text == ",")),
    Measure("ours", "keren ‘wij’, ‘ons’ of ‘ik’", "aanspreken", _count(lambda token: token.lower in _OURS)),
)
"""All measures, in the order of the report."""

COMPONENTS: tuple[str, ...] = tuple(dict.fromkeys(measure.component for measure in MEASURES))
"""The parts of the score that a writer sees; each is the sum of its measures."""


_OWN = "measures"
"""Under which name the measures of a sentence without findings are remembered with it."""
_OF_FINDINGS: Mapping[str, int] = MappingProxyType(
    {measure.name: number for number, measure in enumerate(MEASURES) if measure.of is None}
)
"""The place of the measures that count findings."""


def vector(sentence: Sentence, groups: Sequence[str]) -> tuple[float, ...]:
    """Return the value of every measure for ``sentence``.

    Args:
        sentence: the sentence.
        groups: the group of the rule of every finding in it.
    """
    own: tuple[float, ...] | None = sentence.memo.get(_OWN)
    if own is None:
        own = sentence.memo[_OWN] = tuple(measure.of(sentence) if measure.of else 0.0 for measure in MEASURES)
    if not groups:
        return own
    values = list(own)
    for group in groups:
        if group in GROUP_MEASURES:
            values[_OF_FINDINGS[GROUP_MEASURES[group]]] += 1.0
    return tuple(values)
