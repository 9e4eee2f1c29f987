"""The verb that another one comes for, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from b1check.language.analysis import Sentence, Token
from b1check.rulebook.rewriting.phrases import PREPOSITIONS, VerbPhrase
from b1check.rulebook.wordforms import Forms, Place

PERFECT = frozenset({"hebben", "worden", "zijn"})
MODALS = frozenset("kunnen moeten mogen willen zullen hoeven laten".split())
REFLEXIVE = {"u": "zich", "wij": "ons", "we": "ons", "je": "je", "jij": "je", "ik": "me", "jullie": "je"}
_FOR = {"op": "voor", "daarop": "daarvoor", "hierop": "hiervoor", "waarop": "waarvoor", "erop": "ervoor"}
ABOUT = {"van": "over", "daarvan": "daarover", "hiervan": "hierover", "waarvan": "waarover", "ervan": "erover"}
_OFF = {"op": "van", "daarop": "daarvan", "hierop": "hiervan", "waarop": "waarvan", "erop": "ervan"}
_TURNS = {
    ("toepassing", "gelden"): _FOR,
    ("kennis", "vertellen"): ABOUT,
    ("hoogte", "vertellen"): ABOUT,
    ("mindering", "aftrekken"): _OFF,
}
"""What becomes of a preposition, by the last fixed word of the old verb and the new verb: "geldt voor uw huis"."""
NEAR = 4
REACH = 8
"""Tokens between "zich" and its verb."""


@dataclass(frozen=True, slots=True)
class Source:
    """The verb to replace.

    Attributes:
        forms: its forms.
        place: where it stands.
        head: the token with the form.
        before: the fixed words before the verb, for an expression ("in kennis").
        after: the fixed words after it ("van").
        sentence: the sentence.
    """

    forms: Forms
    place: Place
    head: Token
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    sentence: Sentence

    @property
    def is_split(self) -> bool:
        """Whether a split-off part stands apart from the verb."""
        return self.place.particle is not None and self.place.te is None


def source(word: str, forms: Forms, place: Place, sentence: Sentence) -> Source | None:
    """Find the words of entry ``word`` at ``place``; None where not all of them are found."""
    if place.head is None:
        return None
    words = word.lower().split()
    at = next((n for n, part in enumerate(words) if part.endswith("~")), len(words) - 1)
    inside = [token for token in sentence.tokens if place.start <= token.start < place.end]
    verb = {token.index for token in (place.head, place.particle, place.te) if token}
    free = [token for token in inside if token.index not in verb]
    before = _sequence(words[:at], free)
    after = _sequence(words[at + 1 :], free[::-1], backwards=True)
    if before is None or after is None:
        return None
    return Source(forms, place, place.head, before, after, sentence)


def _sequence(words: list[str], tokens: list[Token], *, backwards: bool = False) -> tuple[Token, ...] | None:
    wanted = words[::-1] if backwards else words
    for start in range(len(tokens) - len(wanted) + 1):
        found = tokens[start : start + len(wanted)]
        if [token.lower for token in found] == wanted:
            return tuple(found[::-1] if backwards else found)
    return None


def turns(phrase: VerbPhrase, old: Source) -> Mapping[str, str]:
    """Return what becomes of the prepositions that go with ``old`` when ``phrase`` comes for it."""
    return _TURNS.get((old.before[-1].lower, phrase.verb), {}) if old.before else {}


def first_index(old: Source) -> int:
    """Return the index of the first token of the verb itself, "te" included."""
    te = te_before(old)
    return te.index if te else old.head.index


def starts_expression(old: Source) -> bool:
    """Tell whether the fixed words begin with a preposition or an article, so that nothing before belongs to them."""
    return old.before[0].lower in PREPOSITIONS | {"de", "het", "een", "ter", "ten"}


def auxiliaries(old: Source) -> set[str]:
    """Return the lemmas of the auxiliaries of the verb: by the tree, and those right beside it."""
    found = {child.lemma for child in old.sentence.children(old.head) if child.dep.startswith(("aux", "cop"))}
    for step in (-1, 1):
        if old.head.index + step in old.sentence:
            beside = old.sentence.token(old.head.index + step)
            found |= {beside.lemma} & {"worden", "hebben", "zijn"} if beside.pos == "AUX" else set()
    return found


def is_passive(old: Source) -> bool:
    """Tell whether the verb stands in the lijdende vorm; a participle without "hebben" counts as one."""
    if not old.head.is_participle and "worden" not in auxiliaries(old):
        return False
    found = auxiliaries(old)
    passive = any(child.dep == "aux:pass" for child in old.sentence.children(old.head))
    return "worden" in found or passive or "hebben" not in found


def te_before(old: Source) -> Token | None:
    """Return the "te" right before the verb, or None."""
    if old.head.index - 1 not in old.sentence:
        return None
    before = old.sentence.token(old.head.index - 1)
    return before if before.lower == "te" else None


def own_reflexive(old: Source) -> Token | None:
    """Return the "zich" of the verb, or None."""
    if any(token.lower == "zich" for token in old.before):
        return None
    for child in old.sentence.children(old.head):
        if child.dep.startswith("expl:pv") or child.lower == "zich":
            return child
    for step in range(1, REACH):
        at = old.head.index - step
        token = old.sentence.token(at) if at in old.sentence else None
        if token is None or token.pos in {"PUNCT", "SCONJ"} or token.lower == "om":
            return None
        if token.is_finite and token.lemma not in MODALS | PERFECT:
            return None  # the "zich" before it is its own
        if token.lower == "zich":
            return token
    return None
