"""Duties and needs: "u moet ...", "het bedrag moet zijn betaald", "het is nodig dat u ...", a chance, what lacks."""

from __future__ import annotations

from b1check.language.analysis import Sentence, Token
from b1check.letter.actors import (
    NOT,
    READER,
    WE,
    after,
    before,
    by_many,
    by_office,
    by_reader,
    clause_head,
    infinitive_after,
    subjects,
)
from b1check.letter.moods import Directive, Mood, put
from b1check.letter.text import PlacedSentence, by_sentence

OBLIGE = frozenset("moeten dienen behoren horen".split())
OBLIGES = frozenset("moet moeten dient dienen behoort behoren hoort horen".split())
_NEEDED = frozenset("nodig verplicht noodzakelijk vereist belangrijk gewenst zaak".split())
_NEEDED_NOUNS = frozenset("belang bedoeling plicht".split())
_CHANCE = frozenset("gelegenheid tijd kans".split())
_UNITS = frozenset("dag week maand werkdag".split())
_GIVES = frozenset("geven bieden stellen krijgen hebben".split())
_ARRIVES = frozenset("zijn liggen staan hangen bereiken binnenkomen gebeuren plaatsvinden geschieden hebben".split())
"""What a thing must do, where it is for the reader to see to that: "Het formulier moet ons vóór 3 mei bereiken"."""


def obliged(placed: PlacedSentence, verb: Token) -> Directive | None:
    """U moet ..., u dient ... te ...; and of a thing what it must be: ... moet zijn betaald, ... moet weg."""
    sentence = placed.sentence
    head = clause_head(sentence, verb)
    if placed.text.endswith("?") and verb.index == sentence.tokens[0].index:
        return None  # "Moet u voor die tijd reizen? Bel ons dan"
    if verb.lemma == "horen" and not any(token.lower == "te" for token in after(sentence, verb)):
        return None
    if any(token.lower in {"had", "hadden"} for token in before(sentence, verb)):
        return None
    act = head if head is not verb else infinitive_after(sentence, verb) or verb
    if by_reader(sentence, verb) or _wide_reader(sentence, verb):
        return None if _told_elsewhere(sentence, verb) else put(sentence, Mood.MUST, verb, act)
    if by_many(sentence, verb):
        return put(sentence, Mood.MUST, verb, act)
    if by_office(sentence, verb) or WE & sentence.forms or _others_act(sentence, verb, act):
        return None
    return put(sentence, Mood.DUTY, verb, act)


@by_sentence
def is_for_others(placed: PlacedSentence) -> bool:
    """Tell whether somebody else must act: "De raad moet vóór 15 november de begroting vaststellen"."""
    sentence = placed.sentence
    for verb in sentence.tokens:
        if verb.lower not in OBLIGES or verb.lemma not in OBLIGE or READER & sentence.forms:
            continue
        head = clause_head(sentence, verb)
        act = head if head is not verb else infinitive_after(sentence, verb) or verb
        named = [token for token in subjects(sentence, verb) if token.pos in {"NOUN", "PROPN"}]
        if named and not by_many(sentence, verb) and not by_office(sentence, verb) and _others_act(sentence, verb, act):
            return not any(token.lemma.lower() in _THINGS for token in named)
    return False


_THINGS = frozenset({"betaling", "geld", "bedrag", "formulier", "reactie", "aanvraag"})


def _wide_reader(sentence: Sentence, verb: Token) -> bool:
    near = [token for token in sentence.tokens if -3 <= token.index - verb.index <= 2]
    return any(token.lower in READER for token in near) and not by_office(sentence, verb)


_MEANS = frozenset("betekent mee meebrengt inhoudt gevolg ertoe".split())
"""Words of a sentence in which the duty follows from what was decided: "Dit brengt mee dat u ... dient te ..."."""


def _told_elsewhere(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the duty stands in "dat u moet", about something else."""
    decided = {"besloten", "besluiten", "besluit"} & sentence.forms or _MEANS & sentence.forms
    return not decided and "dat u " in " ".join((*(token.lower for token in before(sentence, verb)), ""))


def _others_act(sentence: Sentence, verb: Token, act: Token) -> bool:
    """Tell whether somebody else must act: a person as the subject of an active verb, or named with "door"."""
    passive = act.is_participle or any(child.dep == "aux:pass" for child in sentence.children(act))
    later = after(sentence, verb)
    worden = any(token.lower in {"worden", "zijn"} for token in later)
    for token, following in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if token.lower == "door" and token.dep == "case" and (passive or worden):
            group = [one.lower for one in sentence.tokens[token.index - sentence.tokens[0].index + 1 :][:3]]
            if following.lower.endswith("ing"):  # how it is done: "dient te zijn voldaan door overmaking"
                return False
            if following.lower not in READER and "ontvangen" not in sentence.forms and act.lemma not in {"overmaken"}:
                return not {"u", "uw"} & set(group)
    if passive or worden:
        return False
    if act is verb or act.pos not in {"VERB", "AUX"}:
        return False
    return act.lemma.lower() not in _ARRIVES


def needed(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Het is nodig dat u ..., u bent verplicht om ..., het is de bedoeling om ..., betaling is verplicht vóór ..."""
    sentence = placed.sentence
    if verb.lemma != "zijn":
        return None
    word = next(
        (
            token
            for token in sentence.tokens
            if (token.lower in _NEEDED or token.lower in _NEEDED_NOUNS or token.lower == "gehouden")
            and abs(token.index - verb.index) <= 8
        ),
        None,
    )
    if word is None or any(token.lower in NOT for token in sentence.tokens if token.index <= word.index + 1):
        return None
    later = after(sentence, max(word, verb, key=lambda token: token.index))
    opens = next(
        (n for n, token in enumerate(later[:3]) if token.lower in {"dat", "om", "te"} or "Inf" in token.morph), None
    )
    others = [token for token in subjects(sentence, verb) if token.lower not in {*READER, "het"}]
    if others and word.lower in {"verplicht", "gehouden"} and opens is not None:
        return None  # "Iedereen is verplicht om ..." tells what the law says
    act: Token | None
    if (
        by_reader(sentence, verb)
        or (opens is not None and later[opens].lower in {"om", "te"})
        or "te" in [t.lower for t in later[:6]]
    ):
        act = infinitive_after(sentence, word)
        if by_office(sentence, verb):
            return None
        return put(sentence, Mood.NEED, verb, act) if act else None
    if opens is not None and later[opens].lower == "dat":
        clause = later[opens + 1 :]
        if any(token.lower in WE for token in clause[:2]) and not any(
            t.lower in {"hebben", "ontvangen", "krijgen", "zien", "weten"} for t in clause
        ):
            return None
        act = next((token for token in reversed(clause) if token.pos == "VERB"), verb)
        return put(sentence, Mood.NEED, verb, act)
    dated = any(token.lower in {"vóór", "voor", "uiterlijk", "binnen"} for token in sentence.tokens)
    return put(sentence, Mood.NEED, verb, verb) if word.lower == "verplicht" and dated else None


def chance(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Wij stellen u in de gelegenheid om ..., u krijgt de tijd om ..."""
    sentence = placed.sentence
    gives = any(token.lemma.lower() in _GIVES for token in (verb, clause_head(sentence, verb)))
    if not gives and ("gelegenheid" not in sentence.forms or verb.lemma not in {"worden", "zijn"}):
        return None
    noun = next((token for token in sentence.tokens if token.lemma.lower() in _CHANCE and token.pos == "NOUN"), None)
    if noun is None and "om" in sentence.forms and by_reader(sentence, verb):  # "U hebt drie weken om ... te ..."
        noun = next((token for token in after(sentence, verb)[:5] if token.lemma.lower() in _UNITS), None)
        if noun is None and (until := [token for token in after(sentence, verb)[:3] if token.lower == "tot"]):
            noun = until[0]  # "U hebt tot en met 20 maart om alsnog te betalen"
    if noun is None or not READER & sentence.forms or any(token.lower in NOT for token in sentence.tokens):
        return None
    act = infinitive_after(sentence, noun)
    if (
        act is None and {"hiervoor", "daarvoor", "hier", "daar"} & sentence.forms
    ):  # "U krijgt daarvoor tot 1 mei de tijd"
        return Directive(
            Mood.CHANCE, verb.start - sentence.start, verb.start - sentence.start, "doen", points_back=True
        )
    return put(sentence, Mood.CHANCE, verb, act) if act else None


_STAYS = frozenset("staan liggen blijven hangen parkeren".split())


def forbidden(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Uw auto kan daar die dag niet staan, uw spullen mogen daar niet blijven liggen."""
    sentence = placed.sentence
    if verb.lower not in {"kan", "kunnen", "mag", "mogen"} or not {"niet", "geen"} & sentence.forms:
        return None
    act = infinitive_after(sentence, verb)
    yours = {"uw", "je", "jouw", "jullie"} & {token.lower for token in before(sentence, verb)}
    if act is None or not yours or not any(token.lemma.lower() in _STAYS for token in after(sentence, verb)):
        return None
    return put(sentence, Mood.DUTY, verb, act)


def lacked(placed: PlacedSentence, verb: Token) -> Directive | None:
    """Wij hebben ... nodig, wij missen ..., er ontbreekt ..."""
    sentence = placed.sentence
    if any(token.lower in NOT for token in sentence.tokens):
        return None
    mine = by_office(sentence, verb)
    if {"alles", "voldoende", "genoeg", "wat"} & sentence.forms:
        return None
    if verb.lemma == "hebben" and "nodig" in sentence.forms and (mine or "van u" in sentence.pairs):
        return put(sentence, Mood.LACK, verb, verb)
    return put(sentence, Mood.LACK, verb, verb) if verb.lemma == "missen" and mine else None
