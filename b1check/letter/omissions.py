"""What happens to a reader who does not do what a letter asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from b1check.language.patterns import Pattern
from b1check.letter.model import Passage
from b1check.letter.setting import Setting, order_of
from b1check.letter.text import PlacedSentence, by_sentence

_ALTERNATIVE = Pattern(
    r"\b(?:kunt|mag) u\b(?![^.?!]*\b(?:geen|niet|niets|nergens|pas)\b)"
    r"|\bu (?:kunt|mag)\b(?![^.?!]*\b(?:geen|niet|niets|pas)\b)"
    r"|\b(?:hebben|houden) (?:wij|we)\b[^.?!]*\bnodig\b|\bhoeft u\b|\bdan zoeken (?:wij|we)\b",
    re.IGNORECASE,
)
"""What the reader may do then: no harm comes of it."""
_THOSE_WHO = Pattern(
    r"\b(?:die|wie|dat)\b[^.?!,]{0,40}\b(?:nog|niet|geen|te laat|later|na|blij(?:ft|ven)|in de weg|op de rijbaan"
    r"|voor de deur|fout)\b[^.?!,]{0,60},\s+\w+|^(?:wat|hetgeen)\b[^.?!,]*\bnog\b[^.?!,]*,\s+\w+"
    r"|\bwie\b[^.?!]*\b(?:niet|te laat)\b[^.?!]*\b(?:mag|krijgt|betaalt)\b",
    re.IGNORECASE,
)
"""A threat in a relative clause: "Auto's die er dan nog staan, worden weggesleept"."""
_OMITTED = Pattern(
    r"\b(?:als|indien|wanneer|mocht)\b[^.?!,]*\b(?:nog|toch|doorgaat|opnieuw)\b[^.?!,]*[,?]"
    r"|\b(?:als|indien|wanneer|mocht|zolang)\b[^.?!]*\b(?:niet\w*|niets|geen|te laat|later dan|uitblij\w+|in gebreke"
    r"|nalaat|nalaten|ontbre\w+)\b"
    r"|\b(?:als|indien|wanneer) u\b[^.?!,]*\b(?:wegblijft|weigert|verzuimt|mist|afziet|wacht)\b"
    r"|\b(?:bij|in geval van) (?:het |een )?(?:geen\b|niet\b|niet-|te late|gebreke|uitblijven|ontbreken"
    r"|overschrijding"
    r"|overtreding)"
    r"|(?:\bwant |\bof |, )anders\b|^anders\b|\bdwangsom van\b|\bbestuursdwang\b"
    r"|\bna (?:die|deze) (?:datum|dag|termijn)\b|\bop elke dag daarna\b"
    r"|\blaat u (?:dit|dat) na\b|^(?:mist|weigert|verzuimt|vergeet|ontbreekt|blijft)\b(?! u (?:wonen|bij))[^.?!]*,"
    r"|^zo niet\b|\bvoor elke (?:dag|week|keer) (?:later|te laat|dat u)\b"
    r"|^niet (?:\w+ )?(?:ge|op|be|ver|in|af|aan|terug)\w+(?:de|te|en) \w+"
    r"|^(?:geen|te late) (?:\w+ )+(?:betekent|betekenen|leidt|leiden|heeft)\b"
    r"|^na (?:\d{1,2} \w+|die tijd|afloop van (?:de|deze) termijn)(?: \d{4})?\b[^.?!]*\b(?:niet|geen)\b"
    r"|\b(?:als|wanneer|indien) (?:u|uw|het|de|je|jouw|er)\b[^.?!,]*\bblij(?:ft|ven) (?:staan|liggen|hangen|zitten)\b"
    r"|^(?:te laat|niet op tijd|nog niet|niet) (?:\w+ )?(?:ge|be|ver|in|af|aan|terug|op)\w+(?:d|t|en)\?"
    r"|\b(?:hoor|horen|krijg|krijgen) (?:ik|wij|we) (?:dan )?(?:niets|niks)\b"
    r"|\bniet of te laat\b|\bte laat (?:betaalt|bent|komt)\b|\bdaarna (?:vervalt|verwijderen|moeten|kost|betaalt"
    r"|snoeien|halen)\b",
    re.IGNORECASE,
)
_ONLY_THEN = Pattern(
    r"^(?:pas|alleen|zo|daarmee) (?:als|wanneer|dan|na|voorkomt?)\b|\b(?:zo|daarmee) voorkomt u\b"
    r"|\bpas (?:\w+ )?als\b",
    re.IGNORECASE,
)
"""What is possible only when it is done, or what a reader escapes by it: "Pas als wij het hebben, kan ..."."""
_CONSEQUENCE = Pattern(
    r"\b(?:weggesleept|slepen|voorkomt?|tel(?:t|len) niet|schakelen|riskeert|pas (?:weer|als|wanneer)"
    r"|in rekening|euro|komt er\b[^.?!]*\bbij|gaat\b[^.?!]*\bnaar iemand anders|halen|gaat naar"
    r"|mist u|gevolg\w*|proces-verbaal|lagere?|verlagen|kunnen (?:wij|we)\b[^.?!]*\b(?:niet|geen)|(?:wij"
    r"|we) geen|geen \w+ meer|stop\w*|extra|kosten|boete\w*|\w*deurwaarder\w*|\w*aanmaning|dwang\w*|rente"
    r"|invorder\w*|incasso\w*"
    r"|verval\w*|vervalt|afwij\w+|wijzen\b.*\baf|"
    r"buiten behandeling|niet (?:verder |meer )?(?:in )?behandel\w*|lager|terug\w*|intrek\w*|ingetrokken|verliest"
    r"|verlies\w*|vernietig\w*|schat\w*|herinnering|"
    r"verwijder\w*|verbeur\w*|besliss\w*|beslis|besluit\w*|uitschrijv\w*|uitgeschreven|geen (?:recht|hulp"
    r"|uitkering|geld|besluit|plek|plaats)|overgedragen|"
    r"overgaan|overgegaan|duurt|later|opnieuw|moeten wij|niet (?:beoordelen|behandelen|meer)|op uw kosten|gaan wij"
    r"|nemen wij|krijgt u|gebruiken wij|"
    r"helaas niet|moet u|betaalt u|verreken\w*|houden\b.*\bin|binnenlaten|beoordel\w*|gaan wij ervan uit|kan niet"
    r"|kunnen wij|vermeerder\w*|verhog\w*|verhoogd"
    r"|geldt|ongeldig|sluit\w*|sluiten)\b",
    re.IGNORECASE,
)
_HARD = Pattern(r"\b(?:moet|moeten|betaalt|kost\w*|boete|euro|vervalt|stop\w*)\b|€", re.IGNORECASE)
"""Harm for sure, also where the reader may do something then."""
_HELP = Pattern(
    r"\b(?:bel(?:t|len)?|mail|neem(?:t)? (?:dan )?contact|overleg|eens|vragen|vraag|bezwaar|beroep|wij helpen"
    r"|laat het|geef het|meld dit|meld het|spreek|"
    r"begrijpt|duidelijk|lukt|gratis|hoeft u|al betaald|kunt u deze brief|gekruist"
    r"|als niet (?:verzonden|geschreven)|afspraak verzetten)\b",
    re.IGNORECASE,
)
_LOSES = Pattern(r"dan (?:mist u|vervalt|verliest u)\b", re.IGNORECASE)
_HELP_HEADING = Pattern(
    r"\b(?:kunt u|lukt|kan|komt het\b[^?]*\b(?:uit|goed|gelegen)|eens|duidelijk|weet u|begrijpt"
    r"|(?:is|was) er (?:nog )?iets)\b",
    re.IGNORECASE,
)


def find(running: Sequence[Setting], asked: Setting) -> Passage | None:
    """Return what happens to a reader who does nothing; a question about it together with its answer."""
    found: list[tuple[float, Passage]] = []
    for at, setting in enumerate(running):
        placed = setting.placed
        omitted = _is_about_omission(placed)
        question = placed.text.endswith("?")
        answer = running[at + 1] if question and at + 1 < len(running) else None
        if answer is not None and answer.placed.block != placed.block:
            answer = None
        under = _first_under_heading(running, at) and _threatens(setting.heading)
        after = _AFTERWARDS.match(placed.text) and _follows(setting, asked)
        if not under and not omitted and not after:
            continue
        outcome = answer.placed.text if answer else placed.text
        if _orders_then(placed, answer):
            continue
        if found_else := _OR_ELSE.search(outcome):  # "Bel ons dan, anders vervalt uw plek"
            outcome = found_else[0]
        if (_HELP.search(outcome) or _ALTERNATIVE.search(outcome)) and not _CONSEQUENCE.search(outcome):
            continue
        passage = _joined(placed, answer.placed) if question and answer else placed.passage
        if question and answer is not None and (more := _goes_on(running, at + 2, answer.placed)):
            passage = _joined(placed, answer.placed, more)
        elif under and not question and (more := _goes_on(running, at + 1, placed)):
            passage = _joined(placed, more)
        if question and (answer is None or _HELP_HEADING.search(placed.text)) and not _LOSES.match(outcome):
            continue
        main = outcome if question else _main_clause(outcome)
        points = 2.0 if _CONSEQUENCE.search(outcome) else 0.0 if _ALTERNATIVE.search(main) else 0.8
        points += 0.5 if setting.order > asked.order else 0.0
        points += 0.7 if under else 0.0
        points -= 1.2 if _ALTERNATIVE.search(main) and not _HARD.search(main) else 0.0
        points -= 1.5 if _HELP.search(placed.text if question else outcome) else 0.0
        points -= 0.02 * abs(setting.order - asked.order)
        found.append((points, passage))
    points, passage_ = max(found, key=lambda one: one[0], default=(0.0, None))
    return passage_ if points > 0.0 else None


def _orders_then(placed: PlacedSentence, answer: Setting | None) -> bool:
    """Tell whether a sentence, or the answer to a question, says what to do then: "Later klaar? Mail ons dan"."""
    if answer is None:
        return bool(_ORDERS_THEN.search(placed.text))
    words = answer.placed.sentence.words
    return bool(words) and order_of(words) is not None and not _OR_ELSE.search(answer.placed.text)


def _goes_on(running: Sequence[Setting], at: int, before: PlacedSentence) -> PlacedSentence | None:
    """Return the sentence right behind a consequence that tells another one: "Wij stoppen dan met onze hulp"."""
    if at >= len(running):
        return None
    told = running[at].placed
    more = told.block == before.block and _MORE.search(told.text) and not told.text.endswith("?")
    return told if more and not _HELP.search(told.text) and _CONSEQUENCE.search(told.text) else None


_OR_ELSE = Pattern(r"(?<=, )(?:want )?anders\b.*", re.IGNORECASE)
_ORDERS_THEN = Pattern(r",\s*(?!dan\b)\w+ dan\b(?! (?:u|je|wij|we|ook|alsnog|pas)\b)", re.IGNORECASE)
"""What to do then: "Lukt dat niet zelf, huur dan iemand in"."""
_MORE = Pattern(r"^daarna\b|^(?:wij|we|ik|u|je|uw \w+)\s+\w+\s+dan\b", re.IGNORECASE)
_AFTERWARDS = Pattern(
    r"daarna\b(?![^.?!]*\b(?:krijgt u|hoort u|ontvangt u|neemt|nemen|bellen|belt|sturen)\b)", re.IGNORECASE
)
"""What comes after the last day, right behind the request: "Daarna verdelen wij de uren die over zijn"."""


def _follows(setting: Setting, asked: Setting) -> bool:
    near = 0 < setting.order - asked.order <= 2 and setting.placed.block == asked.placed.block
    return near and not setting.conditional


@by_sentence
@by_sentence
def threatens(placed: PlacedSentence) -> bool:
    """Tell whether a sentence by itself says what happens to who does nothing."""
    opens = _is_about_omission(placed)
    helps = _HELP.search(placed.text) or _ALTERNATIVE.search(placed.text)
    return opens and (not helps or bool(_CONSEQUENCE.search(placed.text)))


@by_sentence
def _is_about_omission(placed: PlacedSentence) -> bool:
    """Tell whether a sentence is about who does nothing."""
    if _ABOUT_OTHERS.search(placed.text):
        return False
    return (
        bool(_OMITTED.search(placed.text) or _ONLY_THEN.search(placed.text))
        or _threatens_those(placed)
        or _opens_with_omission(placed)
        or bool(_WITHOUT.match(placed.text) and _HARMS.search(placed.text))
    )


_ABOUT_OTHERS = Pattern(
    r"\b(?:wat|hoe) u\b[^.?!,]*\b(?:als|wanneer|indien)\b|\bals (?:iemand|een (?:ander|buurman|buur|kind|kiezer"
    r"|bezoeker))\b",
    re.IGNORECASE,
)
"""What the reader learns, or what another does: "U leert wat u doet als iemand niets bij zich heeft"."""
_WITHOUT = Pattern(r"zonder (?!zorgen|problemen|kosten|extra|afspraak kunt)(?:[\w-]+ ){1,4}(?!en\b)\w+", re.IGNORECASE)
"""What lacks then: "Zonder training mag u niet ..."."""
_HARMS = Pattern(rf"{_CONSEQUENCE.source}|\b(?:niet|geen|nooit)\b|\w+en (?:wij|we)\b", re.IGNORECASE)


def _threatens_those(placed: PlacedSentence) -> bool:
    found = _THOSE_WHO.search(placed.text)
    late = placed.text.startswith("Wie ") or _BY_THEN.search(placed.text) or _CONSEQUENCE.search(placed.text)
    return bool(found and late)


_BY_THEN = Pattern(r"\b(?:dan nog|daarna nog|te laat)\b", re.IGNORECASE)


def _main_clause(words: str) -> str:
    """Return what follows the first comma: after "Komt u niet" or "Als u niet komt" that is the main clause."""
    return words.partition(",")[2] or words


def _opens_with_omission(placed: PlacedSentence) -> bool:
    """Tell of a sentence with its verb in front whether something is not done: "Wordt hieraan niet voldaan, dan"."""
    tokens = placed.sentence.words
    opens = bool(tokens) and tokens[0].is_finite and order_of(tokens) is None and not _ASKS_FIRST.match(placed.text)
    opens = opens and not _WEATHER.match(placed.text)
    words = placed.text
    if not opens and not _INVERTED.match(words):
        return False
    return bool(_LEFT_UNDONE.search(words)) and ("," in words or words.endswith("?"))


_WEATHER = Pattern(r"(?:regent|vriest|sneeuwt|waait|stormt) het\b", re.IGNORECASE)
"""What nobody does or leaves: "Regent het, dan komen wij later"."""
_INVERTED = Pattern(
    r"(?:(?:en|maar|let op[:,!]?) )?"
    r"(?!(?:wilt|wil|zou|zoudt|werkt|stuurt|kunt|kan|kun|wat|niet|dat|met|het|want|tot|al) )"
    r"(?:(?!regent|vriest|sneeuwt|waait|stormt)\w+(?:t|en) (?:u|wij|we|er|de|het|uw|dit|dat|jullie)"
    r"|(?:zijn|is) (?:u|er|de|ze|die|deze|het|dat|uw)|(?!heb|ben|als|dat|of)\w+ je)\b",
    re.IGNORECASE,
)
"""How a condition with its verb in front opens, also where the pipeline sees no verb in it."""
_ASKS_FIRST = Pattern(r"(?:wilt|wil|zou|zoudt) (?:u|je)\b|werkt\b", re.IGNORECASE)
_GEVOLG = Pattern(r"\b(?:gevolg\w*|niet (?:op tijd )?(?:betalen|reageren|komen)|te laat)\b", re.IGNORECASE)
_LEFT_UNDONE = Pattern(
    r"\b(?:niet\w*|niets|niks|niemand|geen|te laat|later|langer|nog steeds|opnieuw|nog|weer|ongebruikt|uit"
    r"|achterwege)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_024)  # sentence after sentence stands under the same heading
def _threatens(heading: str) -> bool:
    """Tell of a heading whether the answer under it says what happens to who does nothing."""
    inverted = _INVERTED.match(heading) and _LEFT_UNDONE.search(heading)
    return bool(inverted or _OMITTED.search(heading) or _GEVOLG.search(heading)) and not _HELP_HEADING.search(heading)


def _first_under_heading(running: Sequence[Setting], at: int) -> bool:
    setting = running[at]
    return bool(setting.heading) and (at == 0 or running[at - 1].heading != setting.heading)


def _joined(*placed: PlacedSentence) -> Passage:
    """Return sentences that follow each other in one block as one passage."""
    text = placed[0].text
    for before, after in pairwise(placed):
        text += " " * (after.sentence.start - before.sentence.end) + after.text
    return Passage(placed[0].block, placed[0].sentence.start, placed[-1].sentence.end, text)
