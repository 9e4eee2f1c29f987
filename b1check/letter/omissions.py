"""What happens to a reader who does not do what a letter asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b1check.letter.model import Passage
from b1check.letter.setting import Setting, order_of
from b1check.letter.text import PlacedSentence, by_sentence

_ALTERNATIVE = re.compile(
    r"\b(?:kunt|mag) u\b(?![^.?!]*\b(?:geen|niet|niets|nergens)\b)|\bu (?:kunt|mag)\b(?![^.?!]*\b(?:geen|niet|niets)\b)"
    r"|\b(?:hebben|houden) (?:wij|we)\b[^.?!]*\bnodig\b|\bhoeft u\b|\bdan zoeken (?:wij|we)\b",
    re.IGNORECASE,
)
"""What the reader may do then: no harm comes of it."""
_THOSE_WHO = re.compile(
    r"\b(?:die|wie|dat)\b[^.?!]{0,40}\b(?:dan nog|nog steeds|daarna nog|er nog|nog|niet|geen"
    r"|te laat|in de weg|op de rijbaan|voor de deur|fout)\b[^.?!]{0,60},?\s+"
    r"(?:worden|wordt|krijgen|krijgt|betalen|betaalt|gaan|halen|slepen|verwijderen|kunnen|kan|mag|mogen|nemen"
    r"|zetten|laten|laat|verliest|verliezen|riskeert)\b",
    re.IGNORECASE,
)
"""A threat in a relative clause: "Auto's die er dan nog staan, worden weggesleept"."""
_OMITTED = re.compile(
    r"(?:^|[?.,]\s+)(?:doet|betaalt|komt|reageert|levert|stuurt|voldoet|gaat|heeft|hebt|bent|meldt|geeft|stopt"
    r"|houdt|verlengt|vult|haalt|hoort|krijgen|krijgt|"
    r"ontvangen|hebben|horen|is|zijn|blijft|blijven|maakt|laat|verwijdert) (?:u|wij|we|de|het|uw|er|dit|dat"
    r"|betaling)\b[^.?!]*"
    r"\b(?:niet\w*|niets|geen|te laat|later|uit|achterwege|gebreke)\b"
    r"|\b(?:als|indien|wanneer|mocht)\b[^.?!,]*\b(?:nog (?:zo|steeds|altijd|er)|nog [^.?!,]*\b(?:staat|staan|ligt|is"
    r"|zijn|doorgaat)"
    r"|toch|doorgaat|opnieuw)\b[^.?!,]*,"
    r"|\b(?:als|indien|wanneer|mocht|zolang)\b[^.?!]*\b(?:niet\w*|niets|geen|te laat|later dan|uitblij\w+"
    r"|in gebreke|nalaat|nalaten)\b"
    r"|\b(?:bij|in geval van) (?:het |een )?(?:geen\b|niet\b|niet-|te late|gebreke|het uitblijven|uitblijven"
    r"|overschrijding)\b[^.?!]*"
    r"|\bbij gebreke\b"
    r"|(?:\bwant |\bof |, )anders\b|\bdwangsom van\b|\bbestuursdwang\b|^(?:anders|zonder (?:deze|die|dat|uw|dit|een"
    r"|tijdige?|betaling|reactie|bericht))\b"
    r"|^zonder (?:\w+ ){1,3}(?:kan|kunnen|krijgt|krijgen|nemen|neemt|is|gaat|komt|mag|blijft)\b"
    r"|\bna (?:die|deze) (?:datum|dag|termijn)\b|^(?:stuurt|doet"
    r"|betaalt) u (?:niets|niet)\b"
    r"|\blaat u (?:dit|dat) na\b|\b(?:als|indien|wanneer) u\b[^.?!,]*\b(?:wegblijft|nalaat|weigert|verzuimt|mist"
    r"|afziet)\b"
    r"|^(?:mist|weigert|verzuimt|vergeet) u\b|^blijft\b[^.?!,]*\b(?:uit|achterwege|weg)\b"
    r"|^na (?:\d{1,2} \w+|die tijd|afloop van (?:de|deze) termijn)(?: \d{4})?\b[^.?!]*\b(?:niet|geen)\b"
    r"|\bniet of te laat\b|\bte laat (?:betaalt|bent|komt)\b|\bdaarna (?:vervalt|verwijderen|moeten|kost|betaalt)\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:weggesleept|slepen|proces-verbaal|lagere?|verlagen|kunnen (?:wij|we)\b[^.?!]*\b(?:niet|geen)|(?:wij"
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
_HELP = re.compile(
    r"\b(?:bel(?:t|len)?|mail|neem(?:t)? (?:dan )?contact|overleg|eens|vragen|vraag|bezwaar|beroep|wij helpen"
    r"|laat het|geef het|meld dit|meld het|spreek|"
    r"begrijpt|duidelijk|lukt|gratis|hoeft u|al betaald|kunt u deze brief|afspraak verzetten)\b",
    re.IGNORECASE,
)
_HELP_HEADING = re.compile(
    r"\b(?:kunt u|lukt|kan|komt het|eens|duidelijk|weet u|begrijpt|er (?:nog )?iets)\b", re.IGNORECASE
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
        if not under and not omitted:
            continue
        outcome = answer.placed.text if answer else placed.text
        if (_HELP.search(outcome) or _ALTERNATIVE.search(outcome)) and not _CONSEQUENCE.search(outcome):
            continue
        passage = _joined(placed, answer.placed if answer else None) if question else placed.passage
        if question and (answer is None or _HELP_HEADING.search(placed.text)):
            continue
        main = outcome if question else _main_clause(outcome)
        points = 2.0 if _CONSEQUENCE.search(outcome) else 0.0 if _ALTERNATIVE.search(main) else 0.8
        points += 0.5 if setting.order > asked.order else 0.0
        points += 0.7 if under else 0.0
        points -= 1.5 if _HELP.search(placed.text if question else outcome) else 0.0
        points -= 0.02 * abs(setting.order - asked.order)
        found.append((points, passage))
    points, passage_ = max(found, key=lambda one: one[0], default=(0.0, None))
    return passage_ if points > 0.0 else None


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
        bool(_OMITTED.search(placed.text))
        or _threatens_those(placed)
        or _opens_with_omission(placed)
        or bool(_WITHOUT.match(placed.text) and (_CONSEQUENCE.search(placed.text) or _NO.search(placed.text)))
    )


_ABOUT_OTHERS = re.compile(
    r"\b(?:wat|hoe) u\b[^.?!,]*\b(?:als|wanneer|indien)\b|\bals (?:iemand|een (?:ander|buurman|buur|kind|kiezer"
    r"|bezoeker))\b",
    re.IGNORECASE,
)
"""What the reader learns, or what another does: "U leert wat u doet als iemand niets bij zich heeft"."""
_WITHOUT = re.compile(
    r"zonder (?!zorgen|problemen|kosten|extra|afspraak kunt)(?:[\w-]+ ){1,4}(?!en\b)\w+", re.IGNORECASE
)
"""What lacks then: "Zonder training mag u niet ..."."""
_NO = re.compile(r"\b(?:niet|geen|nooit)\b", re.IGNORECASE)


def _threatens_those(placed: PlacedSentence) -> bool:
    found = _THOSE_WHO.search(placed.text)
    return bool(found) and (placed.text.startswith("Wie ") or bool(_CONSEQUENCE.search(placed.text)))


def _main_clause(words: str) -> str:
    """Return what follows the first comma: after "Komt u niet" or "Als u niet komt" that is the main clause."""
    return words.partition(",")[2] or words


def _opens_with_omission(placed: PlacedSentence) -> bool:
    """Tell of a sentence with its verb in front whether something is not done: "Wordt hieraan niet voldaan, dan"."""
    tokens = placed.sentence.words
    opens = bool(tokens) and tokens[0].is_finite and order_of(tokens) is None and not _ASKS_FIRST.match(placed.text)
    words = placed.text
    return opens and bool(_LEFT_UNDONE.search(words)) and ("," in words or words.endswith("?"))


_ASKS_FIRST = re.compile(r"(?:wilt|wil|zou|zoudt) (?:u|je)\b|werkt\b", re.IGNORECASE)
_GEVOLG = re.compile(r"\b(?:gevolg\w*|niet (?:op tijd )?(?:betalen|reageren|komen)|te laat)\b", re.IGNORECASE)
_LEFT_UNDONE = re.compile(
    r"\b(?:niet\w*|niets|geen|te laat|later|nog steeds|opnieuw|nog|weer|ongebruikt|uit|achterwege)\b", re.IGNORECASE
)


def _threatens(heading: str) -> bool:
    """Tell of a heading whether the answer under it says what happens to who does nothing."""
    return bool(_OMITTED.search(heading) or _GEVOLG.search(heading)) and not _HELP_HEADING.search(heading)


def _first_under_heading(running: Sequence[Setting], at: int) -> bool:
    setting = running[at]
    return bool(setting.heading) and (at == 0 or running[at - 1].heading != setting.heading)


def _joined(first: PlacedSentence, last: PlacedSentence | None) -> Passage:
    if last is None:
        return first.passage
    between = " " * (last.sentence.start - first.sentence.end)
    return Passage(first.block, first.sentence.start, last.sentence.end, first.text + between + last.text)
