"""Questions about the grammar of a sentence that several kinds ask.

Part of speech and morphology are right more often than the tree, so a question is answered from those where
they suffice; the tree decides only where they cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from b1check.language.analysis import Sentence, Token

_CLAUSES = frozenset({"advcl", "ccomp", "acl:relcl", "csubj", "acl", "csubj:pass"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})


@dataclass(frozen=True, slots=True)
class Passive:
    """A lijdende vorm: the form of worden or zijn, the participle, and the word for who does it."""

    auxiliary: Token
    participle: Token
    agent: Token | None


def passives(sentence: Sentence) -> Iterator[Passive]:
    """Yield the passives of ``sentence``.

    "Worden" with a participle is always passive. "Zijn" with a participle can also be the perfect of a verb that only
    happens to its subject ("is verhuisd"); the pipeline tells those apart (``language.relations``).
    """
    for token in sentence.tokens:
        if token.lemma not in {"worden", "zijn"} or token.dep not in {"aux:pass", "aux", "cop"}:
            continue
        verb = sentence.token(token.head) if token.head in sentence else token
        if verb is token or not verb.is_participle or verb.pos not in {"VERB", "ADJ"}:
            continue
        if token.lemma == "zijn" and (token.dep != "aux:pass" or verb.pos == "ADJ"):
            continue
        if token.lemma == "worden" and token.dep == "cop" and verb.pos == "ADJ":
            continue
        yield Passive(token, verb, agent(sentence, verb))


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """Return who does it in a passive ("door ons"), or None."""
    for child in sentence.children(verb):
        if child.dep == "obl:agent":
            return child
    for child in sentence.children(verb):
        if child.dep.startswith("obl") and any(case.lower == "door" for case in sentence.children(child)):
            return child
    return None


def root(sentence: Sentence) -> Token:
    """Return the head of the whole sentence."""
    return next((token for token in sentence.tokens if token.head == token.index), sentence.tokens[0])


def finite_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the persoonsvorm of the clause that ``verb`` heads: itself, or its auxiliary or copula."""
    if verb.is_finite:
        return verb
    return next(
        (c for c in sentence.children(verb) if c.is_finite and c.dep in {"aux", "aux:pass", "cop"}),
        None,
    )


def main_verb(sentence: Sentence) -> Token | None:
    """Return the persoonsvorm of the first main clause, or None when tags and tree do not agree on it.

    By the tags it is the first persoonsvorm that no bijzin needs: every "als", "dat" or relative pronoun before it
    takes one. A parser errs on exactly the long sentences that this is asked about, so both must say the same.
    """
    open_clauses = 0
    for token in sentence.tokens:
        if token.pos == "SCONJ" or "PronType=Rel" in token.morph:
            open_clauses += 1
        elif token.is_finite and open_clauses:
            open_clauses -= 1
        elif token.is_finite:
            return token if token is finite_of(sentence, root(sentence)) else None
    return None


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of the subject of the clause that ``verb`` heads."""
    return next((c for c in sentence.children(verb) if c.dep in SUBJECTS), None)


def subordinate_clauses(sentence: Sentence) -> tuple[Token, ...]:
    """Return the heads of the clauses inside ``sentence`` that have a persoonsvorm of their own."""
    return tuple(token for token in sentence.tokens if token.dep in _CLAUSES and finite_of(sentence, token) is not None)


def is_question(sentence: Sentence) -> bool:
    """Tell whether ``sentence`` ends in a question mark."""
    return sentence.text.rstrip("\"'”’) ").endswith("?")


def words_between(sentence: Sentence, first: Token, second: Token) -> int:
    """Return the number of words between two tokens of ``sentence``."""
    low, high = sorted((first.index, second.index))
    return sum(low < word.index < high for word in sentence.words)
