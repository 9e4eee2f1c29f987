"""Makes a verb again of a noun that was made of one: "het indienen van een aanvraag", "de beoordeling van uw klacht".

As the subject it becomes "een aanvraag indienen", after "door" it becomes "door een aanvraag in te dienen", and after
"voor" it becomes "om een aanvraag in te dienen".
"""

from __future__ import annotations

from b1check.language import inflection
from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import VerbForm
from b1check.rulebook.match import BlockEdit, Suggestion
from b1check.rulebook.rewriting import clauses, edits
from b1check.rulebook.rewriting.phrases import verb_phrase

_OPENINGS = {"door": "door", "voor": "om", "zonder": "zonder"}
"""What stands before a verb with "te", by what stands before the noun."""
_TAKES_DEED = frozenset({"duren", "kosten", "kunnen", "lukken", "mogen", "zijn"})
"""Verbs of which a deed can be the subject: "een aanvraag indienen duurt 10 minuten"."""
_MONEY = frozenset("betalen kosten bedragen gelden € leges kost rekening bedrag rekenen".split())
"""With these "voor" tells what the money is for."""


def verbal(verb: str, first: Token, van: Token, sentence: Sentence, text: str) -> Suggestion | None:
    """Return the wording with ``verb`` as a verb.

    Args:
        verb: the infinitive, with what belongs to it.
        first: the article before the noun.
        van: the "van" after it.
        sentence: the sentence.
        text: the text of the block.

    Returns:
        The wording with its edit, or None where what the verb is about cannot be told with certainty.
    """
    phrase = verb_phrase(verb)
    what = clauses.noun_after(sentence, van)
    if phrase is None or phrase.reflexive or what is None:
        return None
    named = text[what[0].start : what[1].end]
    named = f"{phrase.preposition} {named}" if phrase.preposition else named
    noun = sentence.token(first.index + 1)
    opening = sentence.token(first.index - 1) if first.index - 1 in sentence else None
    following = sentence.token(what[1].index + 1) if what[1].index + 1 in sentence else None
    if opening is None:
        if following is None or following.lemma not in _TAKES_DEED or "Number=Plur" in following.morph:
            return None
        wording = " ".join(filter(None, [named, phrase.complement, phrase.verb, phrase.infinitive]))
        wording = edits.capital(wording) if first.text[:1].isupper() else wording
        reason = f"Van het naamwoord ‘{noun.text}’ komt een werkwoord. De woorden krijgen een andere volgorde."
        return Suggestion(wording, (BlockEdit(first.start, what[1].end, wording),), reason=reason)
    new = _OPENINGS.get(opening.lower)
    to = inflection.inflect_verb(phrase.verb, VerbForm.TO_INFINITIVE)
    if new is None or to is None or not _may_have_te(opening, following, sentence):
        return None
    words = " ".join(filter(None, [new, named, phrase.complement, to, phrase.infinitive]))
    words = edits.with_case(words, opening.text)
    reason = f"Van het naamwoord ‘{noun.text}’ komt een werkwoord. Kijk of duidelijk is wie het doet."
    return Suggestion(words, (BlockEdit(opening.start, what[1].end, words),), reason=reason)


def _may_have_te(opening: Token, following: Token | None, sentence: Sentence) -> bool:
    """Tell whether a clause with "te" fits: it opens the sentence, or it closes it, and somebody does it."""
    opens = opening.index == sentence.tokens[0].index and following is not None and following.is_finite
    closes = following is None or following.text in {".", "!", "?"}
    if not opens and not closes:
        return False
    if opening.lower == "voor":
        if any(token.lemma in _MONEY or token.lower in _MONEY for token in sentence.tokens):
            return False
        return any(token.lower in {"u", "wij", "we", "je"} for token in sentence.tokens)
    return any(token.lower in {"u", "wij", "we", "je"} for token in sentence.tokens)
