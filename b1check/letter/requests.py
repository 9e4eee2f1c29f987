"""Requests and orders: "wij vragen u te ...", "wilt u ...?", "gelieve te ...", "stuur ..."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from b1check.language.analysis import Sentence, Token
from b1check.language.inflection import VerbForm
from b1check.letter.actors import (
    CAN,
    MANY,
    NOT,
    READER,
    WE,
    after,
    by_office,
    clause_head,
    infinitive_after,
    subjects,
    to_reader,
)
from b1check.letter.moods import Directive, Mood, put
from b1check.letter.setting import depends, forms_of, infinitives, order_of
from b1check.letter.text import PlacedSentence

ASK = frozenset(
    "vragen vraag vraagt verzoeken verzoek verzoekt sommeren sommeer sommeert gelasten gelast manen maan maant".split()
)
"""Forms of verbs of asking; their lemmas are often wrong."""
PLURALS = frozenset({"mogen", "moeten", "dienen", "willen", "behoren"})
"""Forms that the pipeline takes for an infinitive where they are finite."""
_ASKED = frozenset("verzocht gevraagd gelast opgeroepen gesommeerd aangemaand geacht".split())
_REQUEST_NOUNS = frozenset("verzoek vraag oproep".split())
NO_ACTS = frozenset(
    """
    hebben zijn worden krijgen ontvangen horen vernemen vinden lezen zien weten kunnen mogen willen hoeven moeten gaan
    wonen staan zitten denken begrijpen merken gebruiken verdienen blijven houden vragen schrijven wensen bedoelen
    kennen zullen herkennen verwachten hopen liggen lopen voelen danken bedanken helpen verzoeken dienen gelasten
    informeren bellen mailen nodigen uitnodigen brengen missen verliezen verbeuren vervallen genieten
    """.split()
)
"""What a reader does without being asked, or what is done to him: "Wij bellen u"."""


def asked(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Wij vragen u te ..., mogen wij u verzoeken ..., u wordt verzocht ..., ons verzoek is ..."""
    sentence = placed.sentence
    lemma = verb.lemma.lower()
    if "VerbForm=Inf" in verb.morph and verb.lower not in PLURALS:
        return None
    if (
        lemma in {"dragen", "opdragen"}
        and by_office(sentence, verb)
        and to_reader(sentence, verb)
        and "op" in sentence.forms
    ):
        act = infinitive_after(sentence, verb)
        return put(sentence, Mood.REQUEST, verb, act) if act else None
    if lemma in {"oproepen", "roepen"} and by_office(sentence, verb) and to_reader(sentence, verb):
        act = infinitive_after(sentence, verb)
        return put(sentence, Mood.REQUEST, verb, act) if act else None
    modal = lemma in CAN and by_office(sentence, verb)
    near = after(sentence, verb)[:7] if modal else ()
    asking = next((token for token in near if token.lower in {"vragen", "verzoeken"}), verb)
    if asking.lower in ASK and by_office(sentence, verb):
        if any(token.lower in NOT for token in after(sentence, asking)[:3]) or not _puts(sentence, asking):
            return None
        return put(sentence, Mood.REQUEST, verb, infinitive_after(sentence, asking) or asking)
    if lemma in {"worden", "zijn"} and (part := _participle(sentence, verb)) and part.lower in _ASKED:
        act = infinitive_after(sentence, part if part.index > verb.index else verb)
        told = (
            READER & sentence.forms
            or sentence.words[0].lower in {"er", "verzocht", "gelieve"}
            or any(token.lemma.lower() in MANY for token in subjects(sentence, verb))
            or "te" in sentence.forms
        )
        if act and told and verb.lower in {"wordt", "worden", "bent"} and not by_office(sentence, verb):
            return None if part.lower == "geacht" else put(sentence, Mood.REQUEST, verb, act)
    if noun := _asking_noun(sentence, verb):
        act = infinitive_after(sentence, noun)
        return put(sentence, Mood.REQUEST, noun, act) if act else None
    return None


def _puts(sentence: Sentence, asking: Token) -> bool:
    """Tell whether a verb of asking puts something to the reader, and not to others: "Wij vragen advies"."""
    if to_reader(sentence, asking):
        return True
    following = after(sentence, asking)[:3]
    return any(token.lower in {"nog", "alleen"} for token in following)


def _participle(sentence: Sentence, verb: Token) -> Token | None:
    head = clause_head(sentence, verb)
    if head is not verb and head.lower in _ASKED:
        return head
    near = [token for token in sentence.tokens if abs(token.index - verb.index) <= 6]
    return next((token for token in near if token.lower in _ASKED), None)


def _asking_noun(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun in "wij doen u het verzoek om", "ons verzoek is", "de vraag aan u is om"."""
    for token in sentence.tokens:
        if token.lemma.lower() not in _REQUEST_NOUNS or token.pos != "NOUN" or abs(token.index - verb.index) > 7:
            continue
        own = [child.lower for child in sentence.children(token)]
        if "uw" in own:
            continue
        is_it = verb.lemma == "zijn" and token.index < verb.index and ("om" in sentence.forms or "of" in sentence.forms)
        if is_it or (verb.lemma.lower() in {"doen", "hebben"} and by_office(sentence, verb)):
            return token
    return None


def elliptic(placed: PlacedSentence) -> Iterator[Directive]:
    """Without a finite verb: "Gelieve ... te ...", "Aan u het verzoek om ..."."""
    sentence = placed.sentence
    first = sentence.words[0]
    gelieve = next((token for token in sentence.tokens if token.lower == "gelieve"), None)
    if gelieve and (act := infinitive_after(sentence, gelieve)):
        yield put(sentence, Mood.REQUEST, gelieve, act)
    finite = any(token.is_finite for token in sentence.tokens)
    acts = [token for token in sentence.tokens if "VerbForm=Inf" in token.morph]
    glad = next((token for token in sentence.tokens if token.lower in _PLEASE), None)
    if glad is not None and not finite:
        if acts:  # "Graag alsnog toezenden vóór 3 mei"
            yield put(sentence, Mood.REQUEST, glad, acts[-1])
        elif _LIMITS & sentence.forms:  # "Twee foto's, graag bij ons binnen uiterlijk 3 mei"
            yield put(sentence, Mood.REQUEST, glad, glad)
    elif act := _bare_act(sentence):
        yield put(sentence, Mood.DUTY, act, act)
    if first.lower == "te" and not finite and (act := infinitive_after(sentence, first)):  # "Te betalen vóór 1 mei"
        yield put(sentence, Mood.NEED, first, act)
    if (last := _last_day_to(sentence)) is not None and (act := infinitive_after(sentence, last)):
        yield put(sentence, Mood.NEED, last, act)
    for ahead, token in pairwise(sentence.tokens):
        act = infinitive_after(sentence, token) if ahead.text == "," and token.lower == "te" else None
        if act is not None and act.lemma.lower() in _PAYS:  # "Dat kost € 40, te betalen vóór 3 mei"
            yield put(sentence, Mood.NEED, token, act)
    noun = next((token for token in sentence.tokens if token.lemma.lower() in _REQUEST_NOUNS), None)
    to_reader = "vriendelijk" in sentence.forms or (first.lower == "aan" and "u" in sentence.forms)
    if noun is not None and to_reader and (act := infinitive_after(sentence, noun)):
        yield put(sentence, Mood.REQUEST, noun, act)
    elif put_to := next(filter(partial(_is_put, sentence), sentence.tokens), None):
        yield put(sentence, Mood.REQUEST, put_to, put_to)  # "Onze vraag aan u: een kwartier van uw tijd"


_PAYS = frozenset({"betalen", "voldoen", "overmaken"})


def _is_put(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun of asking is put to the readers and says behind a colon what is asked."""
    later = after(sentence, noun)
    if noun.lemma.lower() in _PUT_VERBS and {"van u", "van je", "van jullie"} & sentence.openings:
        return bool(later) and later[0].text == ":" and len(later) > 1  # "Wat wij van u vragen: ..."
    if noun.lemma.lower() not in _PUT_NOUNS:
        return False
    colon = next((n for n, token in enumerate(later) if token.text == ":"), None)
    if colon is None or colon + 1 == len(later):
        return False
    ahead = [token.lower for token in later[:colon]]
    return ahead[:1] == ["aan"] or not ahead


_PUT_VERBS = frozenset({"vragen", "verlangen", "verwachten", "willen"})
_PUT_NOUNS = _REQUEST_NOUNS | {"opdracht", "last"}


def _bare_act(sentence: Sentence) -> Token | None:
    """Return the act before or behind a colon where no verb is finite: "Wat: het formulier invullen en tekenen"."""
    if ":" not in sentence.forms and not _LIMITS & sentence.forms:
        return None  # "Alleen de zwarte cijfers tellen" has a finite verb that looks like an infinitive
    sides: list[list[Token]] = [[]]
    for token in sentence.tokens:
        if token.text == ":":
            sides.append([])
        elif token.is_word:
            sides[-1].append(token)
    for side in sides:
        acts = [token for token in side if "VerbForm=Inf" in token.morph and token.pos == "VERB"]
        named = any(token.pos in {"NOUN", "PROPN", "PRON"} for token in side)  # "spreken en lezen" is a list of skills
        bare = len(side) >= _BARE_WORDS and acts and named and not any(token.is_finite for token in side)
        if bare and acts[0].lower not in NO_ACTS and not {"te", "om"} & {token.lower for token in side}:
            return acts[0]
    return None


_BARE_WORDS = 3
"""Words of a bare act; fewer are a label or a name."""


_PLEASE = frozenset({"graag", "gaarne", "svp", "s.v.p.", "alstublieft"})
_LIMITS = frozenset({"uiterlijk", "vóór", "binnen"})


def _last_day_to(sentence: Sentence) -> Token | None:
    """Return the noun in "De uiterste datum om uw pas op te halen is 3 mei", "U hebt tot de laatste dag om"."""
    for ahead, token in pairwise(sentence.tokens):
        if ahead.lower in _LAST and token.lower.endswith(("dag", "datum", "termijn")) and "om" in sentence.forms:
            return token
    return None


_LAST = frozenset({"laatste", "uiterste"})
_RATHER = frozenset({"liever", "meer", "toch", "ook", "weten"})
"""Words in a question that only some readers say yes to: "Wilt u liever bellen?"."""


def questioned(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Wilt u ...?, zou u ... willen?, kunt u ...?, brengt u hem terug?"""
    sentence = placed.sentence
    at = verb.index - sentence.tokens[0].index
    following = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
    if verb.lower in {"mogen", "mag"} and following in WE and placed.text.endswith("?"):
        return _may_get(sentence, verb)
    named = following in READER or (verb.lemma == "willen" and following in {"de", "mevrouw"})
    if not named or by_office(sentence, verb):  # "Wij willen de kade autovrij maken"
        return None
    later = [token.lower for token in after(sentence, verb)[1:4]]
    if verb.lower in {"wilt", "wil", "willen", "zou", "zoudt", "zouden"}:
        if (at == 0 and depends(placed)) or (NOT | _RATHER).intersection(later):
            return None
        return put(sentence, Mood.REQUEST, verb, infinitive_after(sentence, verb) or verb)
    if at == 0 and placed.text.endswith("?") and not NOT & sentence.forms:
        helped = verb.lemma in CAN or verb.lemma in {"denken", "zorgen", "letten"}
        act = infinitive_after(sentence, verb) if helped else verb
        if verb.lemma == "helpen" and {"ons", "mee"}.intersection(later):  # "Helpt u ons aan de maten?"
            return put(sentence, Mood.QUESTION, verb, verb)
        if act and act.lemma.lower() not in NO_ACTS - {"brengen", "mailen", "bellen", "houden"}:
            return put(sentence, Mood.QUESTION, verb, act)
    return None


def _may_get(sentence: Sentence, verb: Token) -> Directive | None:
    """Mogen wij van u weten ...?, mogen wij uw sleutel terug?"""
    act = infinitive_after(sentence, verb)
    gets = act is not None and act.lemma.lower() in _GETS
    if NOT & sentence.forms or not (gets or "terug" in sentence.forms) or not (READER | {"uw"}) & sentence.forms:
        return None
    return put(sentence, Mood.REQUEST, verb, act if act and gets else verb)


_GETS = frozenset("ontvangen krijgen zien horen vernemen weten lezen hebben terugkrijgen terugzien terughebben".split())


def ordered(placed: PlacedSentence) -> Token | None:
    """Return the order with which a sentence opens, or what follows its colon or condition: "..., stuur dan ..."."""
    words = placed.sentence.words
    if order := order_of(words):
        return _second_order(placed, order) or order
    sign = "," if depends(placed) else ":"
    place = next((token.index for token in placed.sentence.tokens if token.text == sign), None)
    later = [token for token in words if place is not None and token.index > place]
    if not later or later[0].pos != "VERB" or not later[0].is_finite or later[0].lemma.lower() in _NO_ORDER_LATER:
        return None
    if later[0].lower.endswith("en") and later[0].lemma.lower().endswith("enen") and sign == ":" and len(later) <= _FEW:
        return None  # a noun taken for a verb: "nieuwe bomen: linden en iepen"
    named = any(child.dep.startswith("nsubj") for child in placed.sentence.children(later[0]))
    return None if named else order_of(later)


def _second_order(placed: PlacedSentence, order: Token) -> Token | None:
    """Return the order behind "en" where the first only prepares it: "Lees het plan en teken het op bladzijde 4"."""
    if not order.lemma.lower().endswith(_PREPARES):
        return None
    words = placed.sentence.words
    for at, word in enumerate(words[:-1]):
        following = words[at + 1]
        imperative = any(
            VerbForm.IMPERATIVE in forms_of(one).get(following.lower, frozenset())
            for one in infinitives(following.lower)
        )
        verb = (following.pos == "VERB" and following.is_finite) or (following.dep == "conj" and imperative)
        if word.lower == "en" and verb and order.index < word.index:
            named = any(child.dep.startswith("nsubj") for child in placed.sentence.children(following))
            return None if named else order_of(words[at + 1 :]) or (following if imperative else None)
    return None


_FEW = 4
"""Words of a list behind a colon; an order tells more."""
_PREPARES = ("lezen", "bekijken", "kijken", "pakken", "downloaden", "printen", "openen")
"""Acts that only prepare what is asked."""
_NO_ORDER_LATER = frozenset("mogen kunnen zullen moeten willen zijn hebben worden gaan komen".split())
"""Verbs of which a form after a comma has a subject: "Als u niet betaalt, mag de deurwaarder ..."."""
