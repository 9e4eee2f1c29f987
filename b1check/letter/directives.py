"""What in a sentence asks its reader to act, read from its grammar: who must act, how firmly it is put, and which act.

A directive is a verb of asking or a mood with the reader as the one who acts: an order ("Stuur ..."), a request ("wij
vragen u te ...", "wilt u ...?"), a duty ("u moet", or of a thing "moet zijn betaald"), a need ("het is nodig dat u"),
what the municipality waits for ("graag ontvangen wij"), a chance, or a statement with the reader as its subject ("u
levert ... in"). What a reader may or can do is none, and neither is what somebody else must do.
"""

from __future__ import annotations

from collections.abc import Iterator

from b1check.language.analysis import Sentence, Token
from b1check.letter.actors import (
    NOT,
    READER,
    after,
    before,
    by_reader,
    infinitive_after,
    next_to,
    to_reader,
)
from b1check.letter.duties import OBLIGE, OBLIGES, chance, forbidden, lacked, needed, obliged
from b1check.letter.moods import Directive, Mood, put
from b1check.letter.requests import ASK, NO_ACTS, PLURALS, asked, elliptic, ordered, questioned
from b1check.letter.setting import depends, is_past
from b1check.letter.text import PlacedSentence, by_sentence
from b1check.letter.wishes import awaited, awaited_here


@by_sentence
def find(placed: PlacedSentence) -> Directive | None:
    """Return what a sentence asks of its reader; of more than one the firmest kind, and of that the first."""
    sentence = placed.sentence
    if not sentence.words:
        return None
    found = sorted(_directives(placed), key=lambda one: (_RANK[one.mood], one.at))
    return found[0] if found else None


_RANK = {
    mood: rank
    for rank, mood in enumerate(
        (
            Mood.REQUEST,
            Mood.CHANCE,
            Mood.NEED,
            Mood.ORDER,
            Mood.MUST,
            Mood.DUTY,
            Mood.LACK,
            Mood.QUESTION,
            Mood.HOPE,
            Mood.AWAIT,
            Mood.STATEMENT,
        )
    )
}


def _directives(placed: PlacedSentence) -> Iterator[Directive]:
    sentence = placed.sentence
    if (order := ordered(placed)) is not None:
        yield put(sentence, Mood.ORDER, order, order)
    yield from elliptic(placed)
    for verb in sentence.tokens:
        if verb.pos not in {"VERB", "AUX"}:
            continue
        orders = verb.lemma.lower() in {"leggen", "opleggen"} and "last" in sentence.forms and not is_past(verb)
        if orders and to_reader(sentence, verb) and (act := infinitive_after(sentence, verb)):
            yield put(sentence, Mood.REQUEST, verb, act)  # "Wij leggen u de last op de keet af te breken"
            continue
        if verb.lower in ASK and to_reader(sentence, verb) and next_to(sentence, verb)[0] == "te":
            if act := infinitive_after(sentence, verb):  # "besloten u te gelasten het gebruik te beëindigen"
                yield put(sentence, Mood.REQUEST, verb, act)
            continue
        if verb.is_participle:
            continue
        if "VerbForm=Inf" in verb.morph and (verb.lower not in PLURALS or _is_infinitive(sentence, verb)):
            continue
        if is_past(verb) and verb.lower not in _SHOULD:
            continue
        if found := _of_verb(placed, verb):
            yield found


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a form such as "moeten" is an infinitive indeed: another verb before it is finite."""
    return any(token.is_finite and token.pos == "AUX" for token in before(sentence, verb))


_SHOULD = frozenset({"zou", "zouden", "zoudt", "gelast", "gelasten"})


def _of_verb(placed: PlacedSentence, verb: Token) -> Directive | None:
    word = verb.lower
    if word in OBLIGES and verb.lemma in OBLIGE:
        duty = obliged(placed, verb)
        if duty is not None or verb.lemma != "horen":
            return duty  # "horen" is also to hear: "Wij horen graag vóór 3 mei welke keuze u maakt"
    readings = (asked, questioned, needed, chance, lacked, forbidden, awaited, awaited_here, _stated)
    return next(filter(None, (read(placed, verb) for read in readings)), None)


def _names_who_does_it(sentence: Sentence, verb: Token) -> bool:
    """Tell of "Het CAK stuurt u een brief" that what stands in front is who acts: what is done stands behind."""
    first = sentence.tokens[0]
    if first.pos not in {"DET", "NOUN", "PROPN", "PRON"} or first.lower in READER or first.index == verb.index:
        return False
    return any(token.dep == "obj" and token.pos in {"NOUN", "PROPN"} for token in after(sentence, verb))


def _stated(placed: PlacedSentence, verb: Token) -> Directive | None:
    """The reader as subject of an act in the present: "U levert het formulier vóór 3 mei in", "Stuurt u ons ..."."""
    sentence = placed.sentence
    if not verb.is_finite or verb.pos != "VERB" or verb.lemma.lower() in NO_ACTS or placed.text.endswith("?"):
        return None
    at = verb.index - sentence.tokens[0].index
    ahead = sentence.tokens[at - 1] if at else None
    if ahead is not None and ahead.lower in READER:  # in front of its verb the subject opens the clause
        opens = sentence.tokens[at - 2] if at > 1 else None
        if opens is not None and opens.is_word and opens.pos != "CCONJ":
            return None
    if _names_who_does_it(sentence, verb):
        return None
    if depends(placed) or not by_reader(sentence, verb) or any(token.lower in NOT for token in sentence.tokens):
        return None
    return put(sentence, Mood.STATEMENT, verb, verb)
