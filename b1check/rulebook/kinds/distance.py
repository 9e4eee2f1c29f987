"""A tang: words that belong together stand far apart."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from b1check.language.analysis import Sentence, Token
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach

_ARTICLES = frozenset({"de", "het", "een", "deze", "dit", "die", "dat", "uw", "onze", "ons"})


class Pair(StrEnum):
    """Which two words belong together."""

    SUBJECT_VERB = "onderwerp-persoonsvorm"
    AUXILIARY_VERB = "hulpwerkwoord-werkwoord"
    ARTICLE_NOUN = "lidwoord-naamwoord"
    VERB_PARTICLE = "werkwoord-partikel"


class DistanceOptions(Options):
    """Which pair, and from how many words in between on.

    Attributes:
        pair: the two words.
        words: grades by the number of words in between.
        min_sentence: report nothing in a sentence with fewer words.
    """

    pair: Pair
    words: Grades
    min_sentence: int = 0


def _build(options: DistanceOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            if sentence.word_count < options.min_sentence:
                continue
            for first, second in _pairs(sentence, options.pair):
                between = grammar.words_between(sentence, first, second)
                severity = options.words.severity(between)
                if severity:
                    values = {"aantal": between, "eerste": first.text, "tweede": second.text}
                    yield Match(first.start, second.end, values, severity=severity)

    return PerBlock(find)


def _pairs(sentence: Sentence, pair: Pair) -> Iterator[tuple[Token, Token]]:
    """Yield the pairs in ``sentence``, each in the order of the text."""
    for token in sentence.tokens:
        partner = _PARTNERS[pair](sentence, token)
        if partner is not None:
            first, second = sorted((token, partner), key=lambda one: one.index)
            yield first, second


def _persoonsvorm(sentence: Sentence, subject: Token) -> Token | None:
    """Only the main clause counts: in a bijzin the verb stands at the end, and readers expect it there."""
    verb = sentence.token(subject.head) if subject.head in sentence else subject
    if verb.head != verb.index or grammar.subject_of(sentence, verb) is not subject:
        return None
    if any(child.dep == "mark" for child in sentence.children(verb)):
        return None
    finite = grammar.finite_of(sentence, verb)
    return finite if finite and finite.index > subject.index else None


def _auxiliary(sentence: Sentence, token: Token) -> Token | None:
    if token.pos != "VERB" or token.is_finite:
        return None
    finite = grammar.finite_of(sentence, token)
    return finite if finite and finite.index < token.index else None


def _noun(sentence: Sentence, article: Token) -> Token | None:
    """Return the noun of ``article``: by the tags, since a parser takes "de door" for a pronoun and its preposition.

    An article right before a preposition announces a participle with all its additions ("de door u ingediende
    aanvraag"); the noun is the first one right after an adjective or a participle.
    """
    if article.lower not in _ARTICLES or article.index + 1 not in sentence:
        return None
    if sentence.token(article.index + 1).pos != "ADP":
        return None
    for token in sentence.tokens:
        if token.index <= article.index + 1:
            continue
        if token.pos == "PUNCT" or token.is_finite:
            return None
        before = sentence.token(token.index - 1)
        if token.pos in {"NOUN", "PROPN"} and before.lower.endswith(("e", "en")) and before.is_participle:
            return token
    return None


def _particle(sentence: Sentence, token: Token) -> Token | None:
    particle = sentence.particle(token) if token.is_finite else None
    return particle if particle and particle.index > token.index else None


_PARTNERS = {
    Pair.SUBJECT_VERB: _persoonsvorm,
    Pair.AUXILIARY_VERB: _auxiliary,
    Pair.ARTICLE_NOUN: _noun,
    Pair.VERB_PARTICLE: _particle,
}

KIND = Kind(DistanceOptions, _build, Reach.SENTENCE)
