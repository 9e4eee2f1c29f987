"""How a task is done, where no known channel tells it: a step in other words, or what lies ready for it.

A channel is told in a sentence about the task: the request itself, a step that is ordered right behind it, one that
points back to it ("daarvoor", "zo"), or one that says what stands ready for it ("Een envelop zit erbij"). What the
municipality does itself, or did before, is no way for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.language.patterns import Pattern
from b1check.letter import directives
from b1check.letter.actors import NOT, WE, by_office
from b1check.letter.model import Passage
from b1check.letter.moods import Mood
from b1check.letter.setting import Setting, is_past
from b1check.letter.text import PlacedSentence, by_sentence

_STEPS_AFTER = 2
_NO_STEPS = frozenset(
    """
    bekijken bellen bewaren blijven checken controleren denken gaan gebruiken hebben hopen houden kijken klaarleggen
    komen laten letten lezen mailen meenemen meesturen nakijken nemen noemen noteren opletten reageren schrijven
    stellen vergeten vermelden vragen wachten weten zien zijn zorgen betalen vertellen overleggen
    """.split()
)
"""Orders beside a task that do not do it: "Noem uw kenmerk", "Neem uw paspoort mee", "Houd rekening met vogels"."""
_FOR_IT = Pattern(r"\b(?:hiervoor|daarvoor|hiertoe|daartoe|hiermee|daarmee|zo)\b", re.IGNORECASE)
_NOT_FOR_IT = Pattern(
    r"\b(?:kost|kosten|nodig|tijd|tot|weken|dagen|vragen|bellen|bel|contact|informatie|betaalt u|krijgt|ontvangt"
    r"|voorkomt?|excuses|reden|begrip|niet|geen|weten|lees|leest|vindt)\b",
    re.IGNORECASE,
)
"""Words with which "daarvoor" tells a price, a term or where to ask, and not how."""
_READY = Pattern(
    r"\b(?:retour|antwoord)?(?:envelop\w*|kaart\w*|strook|formulier)\b[^.?!]*\b(?:bijgevoegd|bijgesloten|meegestuurd"
    r"|zit\b[^.?!]*\b(?:bij|in)|vindt u (?:bij|in|op)|sturen (?:wij|we) mee|hebben (?:wij|we)\b[^.?!]*\bbij)"
    r"|\b(?:neemt|nemen)\s+(?:hem|ze|het|deze|die|dit|de \w+|uw \w+)\s+(?:\w+\s+){0,2}(?:aan|in)\b"
    r"|\bu vindt ons\s+(?P<words>(?:op|in|aan|bij|naast)\b[^.?!]*)"
    r"|\b(?:wij|we) (?:zitten|zijn te vinden)\s+(?P<more>(?:op|in|aan|bij|naast)\b[^.?!]*)",
    re.IGNORECASE,
)
"""What lies ready for the task, or who takes in what is brought."""
_ROOM = Pattern(
    r"\b(?:plek|plaats|ruimte|parkeerplek|ligplaats)\b[^.?!]*\b(?:vindt u|is er|is nog)\s+(?:nog\s+)?"
    r"(?P<words>(?:op|in|aan|bij|naast|achter)\b[^.?!]*)",
    re.IGNORECASE,
)
"""Where there is room for what must move: "Een vrije plek vindt u in de haven"."""
_GETS = frozenset("ontvangen verwachten zien krijgen vragen verzoeken willen spreken ontmoeten vernemen horen".split())
"""What the municipality does that is about the reader's act: "Wij ontvangen het formulier graag per post"."""
_VISITS = Pattern(r"\b(?:komt|komen|kom|bezoekt|bezoeken)\b[^.?!]*\b(?:bij u|bij jou|u thuis|thuis)\b", re.IGNORECASE)


@by_sentence
def is_ours(placed: PlacedSentence) -> bool:
    """Tell whether a sentence tells what the municipality did or does, and nothing of what the reader does."""
    told = directives.find(placed)
    if told is not None:
        return False
    sentence = placed.sentence
    verbs = [token for token in sentence.tokens if token.pos in {"VERB", "AUX"} and token.is_finite]
    ours = [verb for verb in verbs if by_office(sentence, verb)]
    if not ours or not WE & sentence.forms:
        return False
    if any(verb.lemma.lower() in _GETS for verb in ours) or _VISITS.search(placed.text):
        return any(is_past(verb) for verb in ours)
    return len(ours) == len(verbs)


def find(running: Sequence[Setting], at: int, *, comes: bool = False) -> Passage | None:
    """Return the words right after the request at ``at`` that tell how it is done, or None.

    Where the reader ``comes`` somewhere, only where that is, or that somebody calls instead.
    """
    own = running[at]
    for setting in running[at + 1 : at + 1 + _STEPS_AFTER]:
        placed = setting.placed
        near = placed.block == own.placed.block and setting.heading == own.heading
        if not near or setting.own_condition or (setting.conditional and not own.conditional):
            break
        if placed.text.endswith("?") or NOT & placed.sentence.forms:
            continue
        if ready := _READY.search(placed.text):
            name = next((group for group in ("words", "more") if ready[group]), None)
            return placed.part(*ready.span(name)) if name else placed.passage
        if not comes and (room := placed.search(_ROOM, "words")):
            return room
        if comes:
            if _CALLS.search(placed.text):
                return placed.passage
            continue
        if _FOR_IT.search(placed.text) and not _NOT_FOR_IT.search(placed.text) and not is_ours(placed):
            return placed.passage
        if _is_step(own, setting):
            return placed.passage
    if comes:
        return None
    return next((one.placed.passage for one in running[at + 1 : at + 1 + _FURTHER] if _is_there(one)), None)


_CALLS = Pattern(r"\b(?:belt|bel|bellen) (?:u|je|jou)\b|\bhal(?:en|t) (?:u|je)\b[^.?!]*\bop\b", re.IGNORECASE)
"""A meeting to which the reader need not find the way: "Jet belt u dan", "Wij halen u op"."""
_FURTHER = 8
_THERE = Pattern(r"(?:daar|hier|op (?:die|deze) (?:site|pagina|plek)) (?:kunt|kan|kun|mag)\b", re.IGNORECASE)


def _is_there(setting: Setting) -> bool:
    """Tell whether a sentence points at a place that was named before it: "Daar kunt u het verslag uploaden"."""
    there = _THERE.match(setting.placed.text) and not _NOT_FOR_IT.search(setting.placed.text)
    return bool(there) and not setting.conditional


def _is_step(own: Setting, setting: Setting) -> bool:
    """Tell whether an order goes on about the task: another act than that of the request, and no side task."""
    told, asked = directives.find(setting.placed), directives.find(own.placed)
    if told is None or told.mood is not Mood.ORDER or told.lemma in _NO_STEPS:
        return False
    first = setting.placed.text[told.at :].partition(" ")[0].casefold()
    return first not in _NOT_FIRST and (asked is None or asked.lemma != told.lemma)


_NOT_FIRST = frozenset(
    "bel mail let kijk lees neem zorg houd noem vermeld bewaar zie vergeet check laat kom ga".split()
)
