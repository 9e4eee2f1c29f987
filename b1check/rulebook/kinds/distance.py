"""A tang: words that belong together stand far apart."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.rulebook import grammar
from b1check.rulebook.match import BlockView, Grades, Kind, Match, Options, PerBlock, Reach

_PRONOMINAL = frozenset({"er", "daar", "hier", "waar"})
"""Words to which a preposition at the end may belong ("daar ... een reactie op")."""
_MAX_NOUN_PHRASE = 30
"""Tokens in which the noun of an article must come; longer is no Dutch, and would make hostile texts slow."""
_SMALL_WORDS = frozenset({"ADP", "DET", "ADV", "SCONJ", "PRON"})
# Without "die" and "dat", which mostly open a bijzin.
_ARTICLES = frozenset({"de", "het", "een", "deze", "dit", "uw", "onze", "ons"})


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
        without_clause: grades when no relative clause stands in between; such words are easier to take in.
    """

    pair: Pair = Field(description="De 2 woorden die bij elkaar horen.")
    words: Grades = Field(description="Het aantal woorden dat ertussen staat.")
    min_sentence: int = Field(default=0, description="In een zin met minder woorden komt er geen opmerking.")
    without_clause: Grades | None = Field(
        default=None, description="Het aantal woorden als er geen bijzin met ‘die’ of ‘dat’ tussen staat."
    )


def _build(options: DistanceOptions, _folder: Path) -> PerBlock:
    def find(view: BlockView) -> Iterator[Match]:
        for sentence in view.sentences:
            if sentence.word_count < options.min_sentence:
                continue
            for first, second in _pairs(sentence, options.pair):
                between = grammar.words_between(sentence, first, second)
                severity = _grades(options, sentence, first, second).severity(between)
                if severity:
                    values = {"aantal": between, "eerste": first.text, "tweede": second.text}
                    yield Match(first.start, second.end, values, severity=severity)

    return PerBlock(find)


def _grades(options: DistanceOptions, sentence: Sentence, first: Token, second: Token) -> Grades:
    if options.without_clause is None or any(_is_relative(token) for token in _inside(sentence, first, second)):
        return options.words
    return options.without_clause


def _is_relative(token: Token) -> bool:
    return "PronType=Rel" in token.morph or (token.pos == "ADV" and token.lower.startswith("waar"))


def _inside(sentence: Sentence, first: Token, second: Token) -> tuple[Token, ...]:
    """Return the tokens between two tokens of ``sentence``."""
    start = sentence.tokens[0].index
    return sentence.tokens[first.index - start + 1 : second.index - start]


def _pairs(sentence: Sentence, pair: Pair) -> Iterator[tuple[Token, Token]]:
    """Yield the pairs in ``sentence``, each in the order of the text."""
    for token in sentence.tokens:
        partner = _PARTNERS[pair](sentence, token)
        if partner is not None:
            first, second = sorted((token, partner), key=lambda one: one.index)
            yield first, second


def _persoonsvorm(sentence: Sentence, subject: Token) -> Token | None:
    """Only the main clause counts: in a bijzin the verb stands at the end, and readers expect it there."""
    if subject.dep not in grammar.SUBJECTS:
        return None
    verb = sentence.token(subject.head) if subject.head in sentence else subject
    if verb.head != verb.index or grammar.subject_of(sentence, verb) is not subject:
        return None
    if any(child.dep == "mark" for child in sentence.children(verb)):
        return None
    finite = grammar.main_verb(sentence)
    if finite is None or finite.index < subject.index or subject.pos not in {"NOUN", "PRON", "PROPN", "NUM"}:
        return None
    return None if _is_two_sentences(sentence, subject, finite) else finite


def _is_two_sentences(sentence: Sentence, subject: Token, finite: Token) -> bool:
    """Guard against a title that runs into its text ("Stemmen Op 15 maart zijn ...") and an order ("Maak, ...").

    A preposition or article with a capital starts a sentence; a comma right after a first word that no relative
    pronoun follows comes after an order.
    """
    inside = _inside(sentence, subject, finite)
    if any(token.text[:1].isupper() and token.pos in _SMALL_WORDS for token in inside):
        return True
    is_order = subject is sentence.tokens[0] and len(inside) > 1 and inside[0].text == ","
    return is_order and not _is_relative(inside[1])


def _auxiliary(sentence: Sentence, token: Token) -> Token | None:
    if token.pos != "VERB" or token.is_finite or token.lower.endswith(("end", "ende")):  # "aanvangende op" is no verb
        return None
    finite = grammar.finite_of(sentence, token)
    if finite is None or finite.index > token.index or not _one_clause(sentence, finite, token):
        return None
    return finite


def _one_clause(sentence: Sentence, finite: Token, verb: Token) -> bool:
    """Guard against a verb that the tree hangs in the wrong clause: between the two every clause must be closed.

    A bijzin in between has a word that opens it for its persoonsvorm; a persoonsvorm without one starts a clause of
    its own. "De tijd om te beslissen" is another clause too.
    """
    open_clauses, seen_om = 0, False
    for token in sentence.tokens[finite.index - sentence.tokens[0].index + 1 : verb.index - sentence.tokens[0].index]:
        if token.text in {":", ";", "("} or token.lower == "dan" or (seen_om and token.lower == "te"):
            return False
        seen_om = seen_om or token.lower == "om"
        if token.pos == "SCONJ" or "PronType=Rel" in token.morph or "PronType=Int" in token.morph:
            open_clauses += 1
        elif token.is_finite:
            open_clauses -= 1
            if open_clauses < 0:
                return False
    if open_clauses or _in_cluster_of_another(sentence, finite, verb):
        return False
    return sentence.token(verb.index - 1).lower != "te" or finite.lemma in {"dienen", "hoeven", "horen", "behoren"}


def _in_cluster_of_another(sentence: Sentence, finite: Token, verb: Token) -> bool:
    """Tell whether ``verb`` closes a bijzin with a persoonsvorm of its own: "wat digitaal moet worden aangeboden"."""
    for token in reversed(_inside(sentence, finite, verb)):
        if token.is_finite:
            return True
        if token.pos not in {"VERB", "AUX"}:
            return False
    return False


def _noun(sentence: Sentence, article: Token) -> Token | None:
    """Return the noun of ``article``: by the tags, since a parser takes "de door" for a pronoun and its preposition.

    An article right before a preposition announces a participle with all its additions ("de door u ingediende
    aanvraag"); the noun is the first one right after an adjective or a participle.
    """
    if article.lower not in _ARTICLES or article.index + 1 not in sentence:
        return None
    if article.lower == "ons" and "Poss=Yes" not in article.morph:  # "u stuurt ons vóór 3 mei de rekening"
        return None
    if sentence.token(article.index + 1).pos != "ADP":
        return None
    place = article.index - sentence.tokens[0].index
    for token in sentence.tokens[place + 2 : place + 2 + _MAX_NOUN_PHRASE]:
        if token.pos in {"PUNCT", "SCONJ"} or token.is_finite:
            return None
        before = sentence.token(token.index - 1)
        if token.pos in {"NOUN", "PROPN"} and before.lower.endswith(("e", "en")) and before.is_participle:
            return token
    return None


def _particle(sentence: Sentence, token: Token) -> Token | None:
    particle = sentence.particle(token) if token.is_finite else None
    if particle is None or particle.index < token.index:
        return None
    if not (_splits(token, particle) and _closes_clause(sentence, particle)):
        return None
    between = sentence.tokens[token.index - sentence.tokens[0].index : particle.index - sentence.tokens[0].index]
    return None if any(word.lower in _PRONOMINAL for word in between) else particle


def _splits(verb: Token, particle: Token) -> bool:
    """Tell "vraagt ... aan" (aanvragen) from a verb with a preposition that the tree takes for its particle."""
    return inflection.particle_of(verb.lemma) == particle.lower


def _closes_clause(sentence: Sentence, particle: Token) -> bool:
    """A particle stands at the end; elsewhere, or before a colon ("vindt u op:"), it is a preposition."""
    if particle.index + 1 not in sentence:
        return True
    following = sentence.token(particle.index + 1)
    return following.pos in {"PUNCT", "CCONJ", "SCONJ"} and following.text != ":"


_PARTNERS = {
    Pair.SUBJECT_VERB: _persoonsvorm,
    Pair.AUXILIARY_VERB: _auxiliary,
    Pair.ARTICLE_NOUN: _noun,
    Pair.VERB_PARTICLE: _particle,
}

KIND = Kind(DistanceOptions, _build, Reach.SENTENCE)
