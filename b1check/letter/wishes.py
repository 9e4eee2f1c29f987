"""What the municipality waits for: "graag ontvangen wij ...", "wij rekenen op u", "uw kaart komt vóór 3 mei terug"."""

from __future__ import annotations

from collections.abc import Sequence

from b1check.language import dates
from b1check.language.analysis import Sentence, Token
from b1check.letter.actors import NOT, READER, WE, after, by_office, by_reader, infinitive_after
from b1check.letter.moods import Directive, Mood, put
from b1check.letter.setting import is_past
from b1check.letter.text import PlacedSentence

_GETS = frozenset(
    """
    ontvangen krijgen zien horen vernemen verwachten tegemoetzien terugkrijgen hebben willen weten lezen treffen
    aantreffen terugzien begroeten ontmoeten verwelkomen binnenkrijgen terugontvangen
    """.split()
)
_EXPECTS = frozenset("verwachten hopen rekenen wachten uitgaan gaan aannemen vertrouwen".split())
_GLAD = frozenset("graag gaarne liefst tegemoet".split())
_BACK = frozenset({"terug", "binnen", "getekende", "ondertekende", "ingevulde"})
"""Words that tell that the reader has it now: "Wij willen het plan vóór 1 mei terug hebben"."""
_ARRIVES = frozenset("komen zijn staan liggen terugkomen binnenkomen".split())
_WITH_US = frozenset({"bij ons", "onze rekening", "ons bezit", "bij mij", "onze bus", "onze balie"})
_BY = frozenset({"uiterlijk", "vóór", "binnen"})
"""Words of a last day."""
_ALREADY = frozenset({"al", "reeds", "nog", "weer", "altijd", "welkom"})
"""Words of what is so, and not of what must come: "Uw aanvraag is al bij ons binnen", "U bent bij ons welkom"."""


def awaited(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Graag ontvangen wij ..., wij rekenen op uw ..., wij hopen dat u ..., wij stellen het op prijs als u ..."""
    sentence = placed.sentence
    if not by_office(sentence, verb):
        return None
    lemma = verb.lemma.lower()
    words = sentence.forms
    done = any(token.is_participle and token.pos == "VERB" and token.dep != "amod" for token in sentence.tokens)
    later = after(sentence, verb)
    that = next((n for n, token in enumerate(later) if token.lower == "dat"), None)
    if lemma in {"hebben", "zijn"} and done:
        return None
    if lemma in _EXPECTS and that is not None:  # what they count on may well be that something is not done
        clause = later[that + 1 :]
        if _denies(later[:that]):
            return None
        if clause and clause[0].lower not in WE and clause[0].lower != "dit":
            act = next((token for token in reversed(clause) if token.pos == "VERB"), verb)
            return put(sentence, Mood.HOPE, verb, act)
    if _denies(sentence.tokens):
        return None
    if "prijs" in words and {"stellen", "stel", "zouden"} & words and READER & words:
        act = next((token for token in reversed(later) if token.pos == "VERB"), verb)
        return put(sentence, Mood.REQUEST, verb, act)
    if lemma in {"rekenen", "wachten"} and _ON_YOU & sentence.openings:
        return put(sentence, Mood.HOPE, verb, verb)
    if lemma == "hopen" and (seen := infinitive_after(sentence, verb)) and seen.lemma.lower() in _GETS:
        return put(sentence, Mood.AWAIT, verb, seen)
    return put(sentence, Mood.AWAIT, verb, verb) if _waits(sentence, verb) else None


_ON_YOU = frozenset({"op u", "op uw", "op je", "op jou", "op jullie"})


def _waits(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the municipality says that it waits for something: it expects it, or would like to get it."""
    lemma = verb.lemma.lower()
    words = sentence.forms
    if lemma == "verwachten":
        return "dat" in words or not _does_it_itself(sentence, verb)
    if lemma in {"willen", "moeten"} and _BACK & words and _gets(after(sentence, verb)):
        return True
    return lemma in _GETS and bool("€" in words or _GLAD & words or {"uw", "van u"} & sentence.openings)


def _denies(tokens: Sequence[Token]) -> bool:
    return any(token.lower in NOT for token in tokens)


def _gets(later: Sequence[Token]) -> bool:
    """Tell whether the clause ends with a verb of getting: "Wij willen het plan vóór 1 mei terug hebben"."""
    last = next((token for token in reversed(later) if token.is_word), None)
    return last is not None and last.lemma.lower().endswith(("hebben", "krijgen", "ontvangen", "zien"))


def _does_it_itself(sentence: Sentence, verb: Token) -> bool:
    """Tell of "Wij verwachten u vóór 1 juli te berichten" that the municipality says what it will do."""
    act = infinitive_after(sentence, verb)
    return act is not None and act.lemma not in _GETS and any(t.lower == "te" for t in sentence.children(act))


def awaited_here(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Of a thing that must be with the municipality on a last day: "Uw kaart komt vóór 3 mei bij ons terug"."""
    sentence = placed.sentence
    if not verb.is_finite or verb.lemma.lower() not in _ARRIVES or is_past(verb):
        return None
    forms = sentence.forms
    dated = _BY & forms or ("onze rekening" in sentence.openings and any(dates.find(placed.text)))
    if not (_WITH_US & sentence.openings and dated) or (NOT | _ALREADY | WE) & forms:
        return None
    return None if by_reader(sentence, verb) else put(sentence, Mood.DUTY, verb, verb)
