"""What in a sentence asks its reader to act, read from its grammar: who must act, how firmly it is put, and which act.

A directive is a verb of asking or a mood with the reader as the one who acts: an order ("Stuur ..."), a request ("wij
vragen u te ...", "wilt u ...?"), a duty ("u moet", or of a thing "moet zijn betaald"), a need ("het is nodig dat u"),
what the municipality waits for ("graag ontvangen wij"), a chance, or a statement with the reader as its subject ("u
levert ... in"). What a reader may or can do is none, and neither is what somebody else must do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from b1check.language.analysis import Sentence, Token
from b1check.letter.actors import (
    NOT,
    READER,
    WE,
    after,
    before,
    by_office,
    by_reader,
    infinitive_after,
    next_to,
    to_reader,
)
from b1check.letter.duties import OBLIGE, OBLIGES, chance, lacked, needed, obliged
from b1check.letter.moods import Directive, Mood, put
from b1check.letter.requests import ASK, NO_ACTS, PLURALS, asked, elliptic, ordered, questioned
from b1check.letter.setting import depends, is_past
from b1check.letter.text import PlacedSentence, by_sentence

_GETS = frozenset(
    "ontvangen krijgen zien horen vernemen verwachten tegemoetzien terugkrijgen hebben willen weten".split()
)
_EXPECTS = frozenset("verwachten hopen rekenen wachten uitgaan gaan aannemen vertrouwen".split())


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
        orders = verb.lemma.lower() in {"leggen", "opleggen"} and "last" in sentence.forms
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
    readings = (asked, questioned, needed, chance, lacked, _awaited, _stated)
    return next(filter(None, (read(placed, verb) for read in readings)), None)


def _awaited(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Graag ontvangen wij ..., wij rekenen op uw ..., wij hopen dat u ..., wij stellen het op prijs als u ..."""
    sentence = placed.sentence
    if not by_office(sentence, verb):
        return None
    lemma = verb.lemma.lower()
    words = sentence.forms
    done = any(token.is_participle and token.pos == "VERB" and token.dep != "amod" for token in sentence.tokens)
    if any(token.lower in NOT for token in sentence.tokens) or (lemma in {"hebben", "zijn"} and done):
        return None
    later = after(sentence, verb)
    if "prijs" in words and {"stellen", "stel", "zouden"} & words and READER & words:
        act = next((token for token in reversed(later) if token.pos == "VERB"), verb)
        return put(sentence, Mood.REQUEST, verb, act)
    if lemma in _EXPECTS and "dat" in words:
        clause = (
            later[next(n for n, token in enumerate(later) if token.lower == "dat") + 1 :]
            if any(t.lower == "dat" for t in later)
            else ()
        )
        if clause and clause[0].lower not in WE and clause[0].lower != "dit":
            act = next((token for token in reversed(clause) if token.pos == "VERB"), verb)
            return put(sentence, Mood.HOPE, verb, act)
    if lemma in {"rekenen", "wachten"} and "op" in [token.lower for token in later[:3]] and {"uw", "u"} & words:
        return put(sentence, Mood.HOPE, verb, verb)
    if lemma == "verwachten" and "dat" not in words and _does_it_itself(sentence, verb):
        return None
    if lemma == "verwachten" or (lemma in _GETS and "€" in words):
        return put(sentence, Mood.AWAIT, verb, verb)
    if lemma in {"willen", "moeten"} and _BACK & words and later and _gets(later):
        return put(sentence, Mood.AWAIT, verb, verb)
    if lemma in _GETS and ("graag" in words or "gaarne" in words or {"uw", "van u"} & sentence.openings):
        return put(sentence, Mood.AWAIT, verb, verb)
    return None


def _gets(later: Sequence[Token]) -> bool:
    """Tell whether the clause ends with a verb of getting: "Wij willen het plan vóór 1 mei terug hebben"."""
    last = next((token for token in reversed(later) if token.is_word), None)
    return last is not None and last.lemma.lower().endswith(("hebben", "krijgen", "ontvangen", "zien"))


_BACK = frozenset({"terug", "getekende", "ondertekende", "ingevulde"})
"""Words that tell that the reader has it now: "Wij willen het plan vóór 1 mei terug hebben"."""


def _does_it_itself(sentence: Sentence, verb: Token) -> bool:
    """Tell of "Wij verwachten u vóór 1 juli te berichten" that the municipality says what it will do."""
    act = infinitive_after(sentence, verb)
    return act is not None and act.lemma not in _GETS and any(t.lower == "te" for t in sentence.children(act))


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
