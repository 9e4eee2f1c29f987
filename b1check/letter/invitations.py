"""Sentences that ask the reader to come somewhere."""

from __future__ import annotations

from b1check.language.analysis import Sentence, Token
from b1check.letter.actors import NOT, READER, WE, after, by_office, by_others, by_reader
from b1check.letter.setting import is_past
from b1check.letter.text import PlacedSentence, by_sentence

_MEETS = frozenset(
    """
    uitnodigen nodigen verwachten ontmoeten zien ontvangen begroeten verwelkomen spreken praten kennismaken oproepen
    roepen bespreken vieren
    """.split()
)
_EXPECTED = frozenset("uitgenodigd verwacht opgeroepen welkom".split())
_LOOKS_LIKE_NO_VERB = _EXPECTED | {"nodig", "nodigen"}
"""Forms that the pipeline takes for a participle or an adjective."""
_MEETING = frozenset("gesprek afspraak".split())
_OFFERS = frozenset("kunnen mogen hoeven zullen hebben zijn worden willen weten begrijpen vinden denken".split())


@by_sentence
def invites(placed: PlacedSentence) -> int | None:
    """Return the offset of the words that ask the reader to come; None where a sentence does not.

    The municipality meets or expects the reader, the reader is welcome or has an appointment, or is asked along: "komt
    u ...?", "doe mee", "schuift u aan?".
    """
    sentence = placed.sentence
    for verb in sentence.tokens:
        known = verb.lower in _LOOKS_LIKE_NO_VERB
        if not known and (verb.pos not in {"VERB", "AUX"} or is_past(verb)):
            continue
        if _asks_along(placed, verb):
            return verb.start - sentence.start
    return None


def _asks_along(placed: PlacedSentence, verb: Token) -> bool:
    sentence = placed.sentence
    lemma = verb.lemma.lower()
    at = verb.index - sentence.tokens[0].index
    reader = bool(READER & sentence.forms)
    if NOT & sentence.forms:
        return False
    if verb.lower in _EXPECTED and any(
        token.lemma in {"zijn", "worden"} and by_reader(sentence, token) for token in sentence.tokens
    ):
        return True
    finite = verb.is_finite or verb.lower in _LOOKS_LIKE_NO_VERB
    if (lemma in _MEETS or verb.lower in {"verwacht", "nodig"}) and finite and reader and _near_reader(sentence, verb):
        return (by_office(sentence, verb) or by_others(sentence, verb)) and "bericht" not in sentence.forms
    if lemma == "hebben" and verb.is_finite and by_reader(sentence, verb):
        return any(token.lemma.lower() in _MEETING and token.dep == "obj" for token in after(sentence, verb))
    if lemma in {"willen", "zullen"} and by_office(sentence, verb) and "graag" in sentence.forms:
        return any(token.lemma.lower() in _MEETS for token in after(sentence, verb)) and reader
    if {"gesprek", "overleg"} & sentence.forms and "met u" in sentence.pairs and by_office(sentence, verb):
        return lemma in {"gaan", "willen", "voeren", "plannen"} and "graag" in sentence.forms
    if lemma == "rekenen" and by_office(sentence, verb):
        return bool({"komst", "aanwezigheid"} & sentence.forms)
    if at == 0 and lemma in {"meedoen", "komen", "langskomen"}:
        return verb.lower in {"kom", "komt", "doe", "doet"} and not WE & sentence.forms
    question = at == 0 and placed.text.endswith("?") and len(sentence.tokens) > 1
    return question and sentence.tokens[1].lower in READER and lemma not in _OFFERS and len(sentence.words) <= 6


def _near_reader(sentence: Sentence, verb: Token) -> bool:
    return any(token.lower in READER and -6 <= token.index - verb.index <= 6 for token in sentence.tokens)
