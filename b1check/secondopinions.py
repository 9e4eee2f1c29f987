"""Second opinions: figures of others on the same running text, shown small beside our own score.

They use other means than our score, so that a writer can see where methods differ. None of them tells a language
level, and none of them changes the score.

- **Flesch-Douma** (Douma 1960): 206.84 - 0.77 * syllables per 100 words - 0.93 * words per sentence. Syllables as
  textstat counts them (the hyphenation patterns of pyphen, which never split off one letter: on our letters they find
  2 % fewer syllables than there are groups of vowels); words and sentences are ours.
- **An estimate in the style of LiNT-II**: its published formula on features of our own. It is no LiNT score: that
  takes the pipeline, the word frequencies (SUBTLEX) and the noun list of LiNT-II itself. On LiNT-II's own published
  output for 4 texts (68 sentences) the order of the texts is the same; the estimate of a whole text is 0 to 5.5 points
  away (mean 1.9), that of a single sentence 8.8. Correlation over the sentences, and our mean difference: score 0.85
  (-2.0 points), frequency 0.82 (+0.17 Zipf), dependency 0.95 (+0.4 words), content words 0.91 (-0.02), concrete 0.60
  (-0.07): our noun list is small. Four texts say little about letters. Nothing was fitted to them.
- **LiNT-II** itself, when its package ``lint_ii`` is installed with its model; without it there is nothing to see. On
  Python 3.11 it asks for an older spaCy than ours, so that takes Python 3.12.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import math
import re
import sys
import threading
import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Protocol, TextIO, cast

from b1check.documents.document import PROSE, Block
from b1check.language.analysis import Analysis, Sentence, Token
from b1check.language.concreteness import is_concrete
from b1check.language.familiarity import parts, zipf
from b1check.report import SecondOpinion

MIN_WORDS = 100
"""As for our own score: a figure over less text would claim more than it can tell."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_COUNTED = _CONTENT | {"PROPN"}
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_RARE = 2.0
"""Zipf value of a word that is not in the table, which ends at 2.5."""
_HALF = 0.5
"""Share of concrete nouns where none of the nouns is known."""
_LEVELS = (34.0, 46.0, 58.0)
"""From these LiNT-II scores on a text is of level 2, 3 and 4."""
_DOUMA = (
    (80.0, "makkelijk"),
    (70.0, "vrij makkelijk"),
    (60.0, "gewoon"),
    (45.0, "vrij moeilijk"),
    (30.0, "moeilijk"),
)
"""Douma's classes: from which value on, and the word for it."""
_HARDEST = "zeer moeilijk"
_KNOWN_WORDS = 20_000
"""Of how many words to remember the syllables: more than a writer uses."""
_TEXTSTAT, _NLTK = "textstat.textstat", "nltk"
_LINT_PACKAGES = ("lint_ii", "nl_core_news_lg")
"""LiNT-II and the pipeline that its formula was fitted with."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the formula of LiNT-II is about; a mean over words, sentences, clauses or nouns.

    Attributes:
        frequency: mean Zipf value of the content words, names not counted.
        dependency: mean over the sentences of the most words between a word and its head.
        content_per_clause: content words for each finite verb.
        concrete: share of concrete nouns among the nouns that we know, 0 to 1.
    """

    frequency: float
    dependency: float
    content_per_clause: float
    concrete: float

    @property
    def score(self) -> float:
        """The score by LiNT-II's formula, 0 (easy) to 100 (hard)."""
        raw = (
            -4.20782
            + 17.283729 * self.frequency
            - 1.624415 * self.dependency
            - 2.536780 * self.content_per_clause
            + 16.001231 * self.concrete
        )
        return min(max(100 - raw, 0.0), 100.0)


class AnalysedBlock(Protocol):
    """A block with its analysis."""

    @property
    def block(self) -> Block:
        """The block itself."""
        ...

    @property
    def analysis(self) -> Analysis:
        """What the language pipeline found in its text."""
        ...


def second_opinions(views: Iterable[AnalysedBlock]) -> tuple[SecondOpinion, ...]:
    """Return what other methods say of the running text in ``views``; nothing for fewer than 100 words."""
    sentences = [
        sentence
        for view in views
        if view.block.kind in PROSE
        for sentence in view.analysis.sentences
        if sentence.word_count
    ]
    if sum(sentence.word_count for sentence in sentences) < MIN_WORDS:
        return ()
    found = (_flesch_douma(sentences), _estimate(sentences), _lint(sentences))
    return tuple(opinion for opinion in found if opinion is not None)


def flesch_douma(*, syllables: int, words: int, sentences: int) -> float:
    """Return the Flesch-Douma figure; about 0 (very hard) to 100 (very easy), but it can go beyond."""
    return 206.84 - 0.77 * (100 * syllables / words) - 0.93 * (words / sentences)


def _flesch_douma(sentences: Sequence[Sentence]) -> SecondOpinion:
    syllables = sum(_counted(sentence).syllables for sentence in sentences)
    words = sum(sentence.word_count for sentence in sentences)
    value = flesch_douma(syllables=syllables, words=words, sentences=len(sentences))
    verdict = next((name for bound, name in _DOUMA if value >= bound), _HARDEST)
    return SecondOpinion(
        "Flesch-Douma",
        round(value, 1),
        "0 tot 100, hoog is makkelijk",
        f"{verdict}; telt alleen lengte van woorden en zinnen",
    )


_alone = threading.Lock()
"""Whoever changes what all threads see, such as the modules or where a program prints, does so alone."""


class _ForOthers:
    """Standard output for every thread but the one that makes this: what that one prints is dropped."""

    def __init__(self, output: TextIO) -> None:
        self._output = output
        self._silent = threading.get_ident()

    def write(self, text: str) -> int:
        return len(text) if threading.get_ident() == self._silent else self._output.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._output, name)


@cache
def _counter() -> Any:
    """Return textstat, set to Dutch: an object of our own, for the shared one may be set to another language."""
    with _alone:
        counter = _import_textstat().textstatistics()
    counter.set_lang("nl")
    return counter


class _Later(types.ModuleType):
    """Stands for a module until somebody asks something of it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


def _import_textstat() -> Any:
    """Import textstat without nltk, which takes a second and which it only needs for English."""
    if _NLTK in sys.modules:
        return importlib.import_module(_TEXTSTAT)
    later = sys.modules[_NLTK] = _Later(_NLTK)
    try:
        return importlib.import_module(_TEXTSTAT)
    finally:
        if sys.modules.get(_NLTK) is later:
            del sys.modules[_NLTK]


@lru_cache(maxsize=_KNOWN_WORDS)
def _syllables(word: str) -> int:
    count = max(1, int(_counter().syllable_count(word)))
    # What textstat asks keeps every word for good; we keep the last ones ourselves.
    for patterns in list(getattr(sys.modules.get("pyphen"), "hdcache", {}).values()):
        patterns.cache.clear()
    return count


def _estimate(sentences: Sequence[Sentence]) -> SecondOpinion | None:
    found = features(sentences)
    if found is None:
        return None
    value = round(found.score, 1)
    return SecondOpinion(
        "schatting in de stijl van LiNT-II",
        value,
        "0 tot 100, hoog is moeilijk",
        f"ongeveer niveau {level(value)} van 4; dit is geen score van LiNT-II zelf",
    )


def level(score: float) -> int:
    """Return the level of LiNT-II, from 1 (easy) to 4 (hard)."""
    return 1 + sum(score >= bound for bound in _LEVELS)


def features(sentences: Sequence[Sentence]) -> Features | None:
    """Measure ``sentences``; None when there is no content word or no finite verb, as LiNT-II has it."""
    counted = [_counted(sentence) for sentence in sentences]
    frequencies = [value for one in counted for value in one.frequencies]
    density = [one.content_per_clause for one in counted if one.content_per_clause is not None]
    if not frequencies or not density:
        return None
    known = [concrete for one in counted for concrete in one.concrete]
    return Features(
        frequency=_mean(frequencies),
        dependency=_mean(one.dependency for one in counted),
        content_per_clause=_mean(density),
        concrete=_mean(known) if known else _HALF,
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is counted in one sentence.

    Attributes:
        syllables: in all words.
        frequencies: the Zipf values of the content words.
        dependency: see :func:`longest_dependency`.
        content_per_clause: None without a finite verb.
        concrete: of the nouns that are known whether they are concrete.
    """

    syllables: int
    frequencies: tuple[float, ...]
    dependency: int
    content_per_clause: float | None
    concrete: tuple[bool, ...]


def _counted(sentence: Sentence) -> _Counted:
    """Count in ``sentence``, once as long as it is kept."""
    found: _Counted | None = sentence.memo.get(_Counted)
    if found is None:
        nouns = (token.lemma for token in sentence.words if token.pos == "NOUN")
        found = sentence.memo[_Counted] = _Counted(
            syllables=sum(_syllables(word.text) for word in sentence.words),
            frequencies=tuple(frequency(token.lower) for token in sentence.words if token.pos in _CONTENT),
            dependency=longest_dependency(sentence),
            content_per_clause=_content_per_clause(sentence),
            concrete=tuple(concrete for noun in nouns if (concrete := is_concrete(noun)) is not None),
        )
    return found


def _content_per_clause(sentence: Sentence) -> float | None:
    clauses = sum(token.is_finite for token in sentence.words)
    return sum(token.pos in _COUNTED for token in sentence.words) / clauses if clauses else None


def frequency(word: str) -> float:
    """Return the Zipf value of ``word``, of a compound that of its head, which is its last part."""
    split = parts(word)
    own = zipf(split[-1]) if len(split) > 1 else zipf(word)
    return _RARE if own is None else own


def longest_dependency(sentence: Sentence) -> int:
    """Return the most words between a word and its head, punctuation not counted; 0 when all stand side by side.

    Coordination is seen as LiNT-II sees it, not as the treebank does, which ties all parts to the first one: each part
    has the head of the first, and a subject belongs to all verbs of a coordination.
    """
    place = {token.index: at for at, token in enumerate(token for token in sentence.tokens if token.is_word)}
    return max(
        (
            abs(place[token.index] - place[head]) - 1
            for token in sentence.tokens
            for head in _heads(sentence, token)
            if token.index in place and head in place and head != token.index
        ),
        default=0,
    )


def _heads(sentence: Sentence, token: Token) -> Iterator[int]:
    """Yield the indices of the heads of ``token``."""
    first = token
    for _ in sentence.tokens:  # at most so many steps, whatever the parser made of it
        if first.dep != "conj" or first.head not in sentence:
            break
        first = sentence.token(first.head)
    yield first.head
    if first.dep in _SUBJECT and first.head in sentence:
        verb = sentence.token(first.head)
        yield from (child.index for child in sentence.children(verb) if child.dep == "conj")


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return math.fsum(found) / len(found)


_WHITE_SPACE = re.compile(r"\s+")


def _lint(sentences: Iterable[Sentence]) -> SecondOpinion | None:
    """Return LiNT-II's own score where it is installed; None when it is not, or when it fails.

    It is asked only when its pipeline is there too, which it would download otherwise, and what it prints is dropped.
    Whatever it raises is caught: a second opinion must never stop a check.
    """
    try:
        if any(importlib.util.find_spec(name) is None for name in _LINT_PACKAGES):
            return None
        with _alone, contextlib.redirect_stdout(cast(TextIO, _ForOthers(sys.stdout))):
            lint = importlib.import_module("lint_ii").ReadabilityAnalysis.from_text(" ".join(_texts(sentences))).lint
            value, grade = float(lint.score), int(lint.level)
    except Exception:
        return None
    if not math.isfinite(value):
        return None
    return SecondOpinion("LiNT-II", round(value, 1), "0 tot 100, hoog is moeilijk", f"niveau {grade} van 4")


def _texts(sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        text = _WHITE_SPACE.sub(" ", sentence.text)
        yield text if text.endswith((".", "?", "!")) else f"{text}."
