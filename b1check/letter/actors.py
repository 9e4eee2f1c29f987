"""Who acts in a clause: the municipality, the reader, many readers, or somebody else; and what stands around a verb."""

from __future__ import annotations

from collections.abc import Sequence

from b1check.language.analysis import Sentence, Token

READER = frozenset({"u", "je", "jij", "jullie"})
MANY = frozenset(
    """
    bewoner inwoner buurtbewoner omwonende ouder eigenaar huurder ondernemer bedrijf lid deelnemer gebruiker buur
    buurman aanvrager ontvanger vereniging houder belanghebbende bezoeker iedereen ieder
    """.split()
)
"""What a letter to many calls its readers."""
WE = frozenset({"wij", "we", "ik"})
OFFICE = frozenset("gemeente college burgemeester afdeling team heffingsambtenaar commissie dienst".split())
NOT = frozenset({"niet", "geen", "niets", "nooit"})
CAN = frozenset("kunnen mogen willen zullen".split())
MODAL = frozenset("kunnen mogen willen zullen moeten hoeven worden hebben".split())


def after(sentence: Sentence, token: Token) -> Sequence[Token]:
    """Return the tokens behind ``token``."""
    return sentence.tokens[token.index - sentence.tokens[0].index + 1 :]


def before(sentence: Sentence, token: Token) -> Sequence[Token]:
    """Return the tokens in front of ``token``."""
    return sentence.tokens[: token.index - sentence.tokens[0].index]


def infinitive_after(sentence: Sentence, token: Token) -> Token | None:
    """Return the act in an infinitive behind ``token``: with "te", or under a modal verb; the main one of a group."""
    for following in after(sentence, token):
        if "VerbForm=Inf" in following.morph and following.lemma not in MODAL:
            return following
    return None


def next_to(sentence: Sentence, verb: Token) -> list[str]:
    """Return the words right before and right after ``verb``, in lower case."""
    at = verb.index - sentence.tokens[0].index
    return [sentence.tokens[i].lower for i in (at - 1, at + 1) if 0 <= i < len(sentence.tokens)]


def clause_head(sentence: Sentence, verb: Token) -> Token:
    """Return the verb or predicate that a finite verb helps: itself for a main verb."""
    if verb.dep.startswith(("aux", "cop")):
        return sentence.token(verb.head)
    return verb


def subjects(sentence: Sentence, verb: Token) -> list[Token]:
    """Return what is marked as subject of ``verb``, or of the verb it helps."""
    heads = {verb.index, clause_head(sentence, verb).index}
    own = (child for child in sentence.children(verb) if child.dep.startswith("nsubj") and child.lower not in READER)
    if verb.dep == "conj" and not any(own):
        heads.add(verb.head)  # "Zij heeft een uur vrijgemaakt en verwacht u om 10 uur"
    return [token for token in sentence.tokens if token.head in heads and token.dep.startswith("nsubj")]


def by_office(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the municipality is the subject of ``verb``: "wij" beside it, or a part of it as subject."""
    beside = next_to(sentence, verb)
    if WE.intersection(beside):
        return True
    named = subjects(sentence, verb)
    return any(token.lower in WE or token.lemma.lower() in OFFICE for token in named)


def by_reader(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the reader is the subject of ``verb``; "u" is also marked so where it is the object."""
    if by_office(sentence, verb):
        return False
    named = subjects(sentence, verb)
    beside = next_to(sentence, verb)
    own = any(token.lower in READER for token in named)
    others = [token for token in named if token.lower not in READER]
    ahead = [token for token in others if token.index < verb.index]
    if READER.intersection(beside):
        return not ahead or beside[:1] == ["u"]
    return own and not others


def by_many(sentence: Sentence, verb: Token) -> bool:
    """Tell whether those are the subject whom a letter to many is written to."""
    opens = sentence.words[0].lower in {"wie", "iedereen", "ieder", "alle", "elke", "iedere"}
    named = subjects(sentence, verb)
    return any(
        token.lemma.lower() in MANY or (opens and token.index < verb.index and token.lower == "wie") for token in named
    )


def by_others(sentence: Sentence, verb: Token) -> bool:
    """Tell whether somebody named is the subject of ``verb``, and not the reader."""
    return any(token.pos in {"NOUN", "PROPN"} for token in subjects(sentence, verb))


def to_reader(sentence: Sentence, verb: Token) -> bool:
    """Tell whether "u" or a group of readers stands beside a verb of asking as who is asked."""
    near = [token for token in sentence.tokens if -4 <= token.index - verb.index <= 5]
    return any(token.lower in READER or token.lemma.lower() in MANY for token in near)
