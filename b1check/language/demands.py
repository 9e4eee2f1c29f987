"""What a pipeline of somebody else must tell of a text; with less, rules would stay silent and nobody would know why.

Rules and score read Universal Dependencies, as the Dutch pipelines of spaCy, UDPipe and Stanza give them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_PROBE = "De aanvraag is door ons afgewezen. U belt ons."
"""Holds what the rules look at: a passive, a finite verb, pronouns and two sentences."""
_POS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
_RELATIONS = frozenset(
    """
    acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed
    flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp
    """.split()
)
_SUBJECT = "nsubj"


def missing(nlp: Language) -> Iterator[str]:
    """Yield in Dutch what ``nlp`` does not tell, from a short sentence.

    Raises:
        ValueError: when it cannot analyse anything.
    """
    if not (nlp.lang or "").startswith(("nl", "xx")):  # xx: several languages
        yield "het Nederlands"
    tokens = list(nlp(_PROBE))
    if any(token.pos_ not in _POS for token in tokens):
        yield "de woordsoort van elk woord"
    if not any("VerbForm=" in str(token.morph) for token in tokens):
        yield "de vorm van werkwoorden"
    if not all(token.lemma_ for token in tokens):
        yield "de grondvorm van elk woord"
    relations = {token.dep_.lower().partition(":")[0] for token in tokens}
    if not relations <= _RELATIONS or _SUBJECT not in relations:
        yield "de ontleding van zinnen"
