"""What surrounds a sentence: the heading above it, and whether it holds for every reader or only under a condition.

"Bel ons dan" after "Kunt u niet komen?" asks nothing of a reader who can come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from b1check.documents.document import BlockKind
from b1check.language import dates
from b1check.language.analysis import Token
from b1check.language.inflection import VerbForm, verb_forms
from b1check.language.patterns import Pattern
from b1check.letter.text import AnalysedBlock, LetterText, PlacedSentence, by_block, by_sentence, placed_in

_QUESTION_WORD = Pattern(
    r"(?:en\s+|maar\s+)?(?:(?:aan|met|bij|voor|in|op|tot|van)\s+)?"
    r"(?:wat|hoe\w*|waar\w*|wanneer|wie|welke?|vanaf wanneer)\b",
    re.IGNORECASE,
)
_TO_SOME = Pattern(
    r"(?:en\s+|of\s+|maar\s+)?(?!(?:op|van|in|aan|met|voor|tot|uit|om|als|dan|en|is dit)\b)(?:\w+(?:t|n|s|p|l|m"
    r"|d)\s+(?:u|uw|het|er|de|dit|dat|die|iets|iemand|wij|we|een|jij|je|daar)\b"
    r"|(?:niet|geen|vragen|vraag|hulp|meer|nog|liever|toch|al|te|ook|andere?|onduidelijk|klacht|verhinderd|samen)\b)",
    re.IGNORECASE,
)
"""How a question opens that only some readers say yes to: "Hebt u al betaald?", "Niet mee eens?"."""
_OF_SOMEBODY = Pattern(r"(?:En |Maar )?[A-Z]\w+t [A-Z]\w+\b[^?]*\b(?:niet|geen|later|nog|toch|eerder|al|ook)\b")
"""A question about somebody by name, that only some say yes to: "Komt Daan een keer niet?"."""
_BARE = Pattern(r"(?:[a-zA-Z]\w* ){0,3}\w{2,}en\?$")
"""A question of an infinitive alone: "Meedoen?", "Zelf een boom planten?"."""
_IF = Pattern(
    r"(?:^|,\s*|\b(?:maar|en|of|ook|alleen|pas)\s+)(?:"
    r"(?:als|wanneer)(?=\s+(?:u|wij|we|het|de|er|uw|een|dit|dat|iemand|je|jij|deze|die|hij|zij|ze|blijkt|geen"
    r"|niet)\b)"
    r"|indien|mocht(?:en)?|tenzij|stel)\b",
    re.IGNORECASE,
)
_ZODRA_READER = Pattern(r"\bzodra\b[^.?!]*\b(?:u|uw)\b", re.IGNORECASE)
_THEN = Pattern(
    r",\s*dan\b(?! wel)|^(?:dan|in dat geval|anders)\b"
    r"|^(?:bij|in geval van) (?:geen|het uitblijven|uitblijven|gebreke|niet\b|niet-|(?:een )?te late|overschrijding)"
    r"|^zonder (?:deze|die|dat|dit|uw|een|tijdige?)\b",
    re.IGNORECASE,
)
"""Words that lay a condition on a sentence: that of the sentence before it, or that nothing was done."""
_POLITE = Pattern(r"\bop prijs (?:stellen|gesteld)[^.?!]{0,10}\b(?:als|wanneer|indien)\b", re.IGNORECASE)
"""No condition: "Wij zouden het op prijs stellen als u ons belt"."""
_CHOICE = Pattern(
    r"\b(?:u kunt|kunt u|kun je|u mag|mag u|als u wilt|staat u vrij|desgewenst|vrijblijvend|het is mogelijk)\b",
    re.IGNORECASE,
)
_ANSWER = 2
"""So many sentences after a question in the same block answer it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with what stands around it.

    Attributes:
        placed: the sentence.
        order: its place among all sentences of the running text, from 0.
        heading: the text of the heading above it, "" without one.
        conditional: whether it holds only under a condition, in the sentence itself or in a question before it.
        own_condition: whether that condition stands in the sentence itself.
        optional: whether a sentence before it in the same block leaves the reader free to do it.
    """

    placed: PlacedSentence
    order: int
    heading: str
    conditional: bool
    own_condition: bool
    optional: bool


def settings(text: LetterText) -> tuple[Setting, ...]:
    """Return the setting of every sentence in the running text, in order."""
    found: tuple[Setting, ...] | None = text.memo.get("settings")
    if found is None:
        found = text.memo["settings"] = tuple(_settings(text))
    return found


def _settings(text: LetterText) -> Iterator[Setting]:
    order = 0
    for view, heading in zip(text.blocks, _headings(text), strict=True):
        if text.is_running(view):
            inside = _in_block(view, heading, order)
            yield from inside
            order += len(inside)


@by_block
def _in_block(view: AnalysedBlock, heading: str, first: int) -> tuple[Setting, ...]:
    """Return the settings of the sentences in a block under ``heading``; ``first`` is the order of the first."""
    found: list[Setting] = []
    sentences = placed_in(view)
    under_condition = is_condition(heading)
    since_question, optional = _ANSWER + 1, False
    for at, placed in enumerate(sentences):
        own = depends(placed)
        asked = _asks_condition(placed) and (not _REQUEST.match(placed.text) or is_answered(sentences, at))
        asked = asked and not _DATED.match(placed.text)
        since_question = 0 if asked else since_question + 1
        answers = 0 < since_question <= _ANSWER
        found.append(Setting(placed, first + at, heading, own or answers or under_condition, own, optional))
        optional = optional or _gives_choice(placed)
    return tuple(found)


@by_sentence
def _asks_condition(placed: PlacedSentence) -> bool:
    return is_condition(placed.text)


@by_sentence
def _gives_choice(placed: PlacedSentence) -> bool:
    return bool(_CHOICE.search(placed.text))


def is_answered(sentences: Sequence[PlacedSentence], at: int) -> bool:
    """Tell whether a question sets a condition for what follows: "Wilt u meer weten? Bel ons", not "Wilt u komen?"."""
    if at + 1 >= len(sentences) or sentences[at + 1].block != sentences[at].block:
        return False
    following = sentences[at + 1]
    words = following.sentence.words
    return bool(words) and (
        order_of(words) is not None or bool(re.match(r"(?:\S+\s+){0,3}dan\b", following.text, re.IGNORECASE))
    )


_DATED = Pattern(
    r"(?:wilt|kunt|zou|zoudt) u\b(?! niet)"
    r"(?=[^?]*\b(?:vóór|uiterlijk|binnen \w+ (?:dagen|weken)|deze week|alstublieft|alsnog)\b)",
    re.IGNORECASE,
)
"""A request for sure: "Kunt u dat deze week betalen?"."""
_REQUEST = Pattern(
    r"(?:wilt u|wil (?:je|jij)|willen (?:jullie|u)|zou u|komt u|doet u mee)\b"
    r"|\w+t u\b(?=[^?]*\b(?:alstublieft|alsnog)\b)"
    r"|(?:kunt u|kun je|kunnen jullie)\b(?=[^?]*\b(?:vóór|uiterlijk|binnen|deze week)\b)",
    re.IGNORECASE,
)


def _headings(text: LetterText) -> list[str]:
    headings: list[str] = []
    last = lead = ""
    for view in text.blocks:
        if view.block.kind is BlockKind.HEADING:
            last, lead = view.block.text, ""
        elif view.index == text.greeting:
            last = lead = ""  # what stands above the salutation is a title
        elif view.block.kind is not BlockKind.LIST_ITEM:
            lead = ""
        headings.append(lead or last)
        lead = _lead(view) or lead
    return headings


_LEAD_WORDS = 10


def _lead(view: AnalysedBlock) -> str:
    """Return a line that opens a list, as a heading does: "Zo regelt u dit:"; "" for any other block."""
    words = view.block.text.strip()
    last = words.rpartition(". ")[2]
    opens = view.block.kind is BlockKind.PARAGRAPH and last.endswith((":", "?"))
    return last if opens and len(last.split()) <= _LEAD_WORDS else ""


def is_condition(words: str) -> bool:
    """Tell of a sentence or heading whether it is a question that sets a condition: "Hebt u al betaald?"."""
    words = words.strip()
    if _QUESTION_WORD.match(words):
        return words.endswith("?") and bool(re.search(r"\b(?:als|indien|wanneer) (?:u|het|wij)\b", words[4:]))
    return words.endswith("?") and bool(_TO_SOME.match(words) or _OF_SOMEBODY.match(words) or _BARE.match(words))


@by_sentence
def depends(placed: PlacedSentence) -> bool:
    """Tell whether a sentence itself sets a condition: with "als", with "dan", or with its verb in front."""
    words = _POLITE.sub("", placed.text)
    if placed.sentence.words and order_of(placed.sentence.words) is not None:  # "Kom langs, dan hoort u meer"
        words = words.partition(", dan ")[0]
    if _IF.search(words) or _THEN.search(words) or _ZODRA_READER.search(words):
        return True
    tokens = placed.sentence.words
    opens = len(tokens) > 1 and tokens[0].is_finite and tokens[1].lower in {"u", "wij", "we", "er", "je"}
    opens = opens and order_of(tokens) is None  # "Meld u vóór 3 mei aan, want vol is vol"
    return opens and "," in words and not words.endswith("?") and _goes_on(placed)


def _goes_on(placed: PlacedSentence) -> bool:
    """Tell whether a main clause follows the first comma: not in "Meldt u zich bij de balie, Markt 2"."""
    comma = next((token.index for token in placed.sentence.tokens if token.text == ","), None)
    later = [token for token in placed.sentence.words if comma is not None and token.index > comma]
    return any(token.is_finite or token.pos in {"VERB", "AUX"} or token.lower == "dan" for token in later)


def is_past(verb: Token) -> bool:
    """Tell whether a verb has a form of the past tense.

    The form decides where it can: the pipeline takes "belden" for the present at times, and "toezenden" for the past.
    """
    tagged = "Tense=Past" in verb.morph
    if not tagged and not verb.lower.endswith(("de", "te", "den", "ten")):
        return False
    if tagged and verb.lemma.lower() == verb.lower and _WEAK_PAST.fullmatch(verb.lower):
        return True  # its lemma was not found, so its forms tell nothing: "In juni stuurden wij u"
    forms = forms_of(verb.lemma.lower()).get(verb.lower, frozenset())
    return forms <= _PAST if forms else tagged


_WEAK_PAST = Pattern(r"(?!\w*(?:woord|vaard)en)\w*(?P<vowel>[aeou])(?P=vowel)[^aeiou][dt]en")
"""A plural of the past with a long vowel: "stuurden", "maakten"; not the infinitive "beantwoorden"."""


_PAST = frozenset(
    {
        VerbForm.PAST_SINGULAR,
        VerbForm.PAST_PLURAL,
        VerbForm.PAST_PARTICIPLE,
        VerbForm.PAST_PARTICIPLE_INFLECTED,
    }
)
"""A participle that the pipeline took for a finite verb tells of the past as well: "wij hebben besloten"."""


_BREAK = Pattern(
    r"[;:](?=\s)|,\s+(?=(?:en|maar|want|zodat|dan|daarna|die|dat|waarbij|waarvan|omdat|derhalve|zulks|hetgeen)\b)"
    r"|,\s+(?=\w+\s+(?:wij|we|u)\b)|\b(?:en|maar)\s+(?=(?:wij|we|u|ik|het college)\b)"
)


def clause(text: str, offset: int) -> tuple[int, int]:
    """Return the stretch of a sentence around ``offset`` that a comma or "en wij" sets apart."""
    left, right = 0, len(text)
    for found in _BREAK.finditer(text):
        if found.end() <= offset:
            left = found.end()
        elif found.start() >= offset:
            right = found.start()
            break
    return left, right


_GETS = r"(?:ontvang(?:en)?|zien?|horen?|hoor|vernemen|verneem|verwacht(?:en)?|krijg(?:en)?)"
_GLAD = r"(?:graag|gaarne)"
_WANTS = r"(?:willen|wil|zouden|zou)"
_HAS = r"(?:hebben|ontvangen|terugkrijgen|krijgen|horen|weten|vernemen|terugzien)"
GLADLY = Pattern(
    r"\bop prijs (?:stellen|gesteld)\b|"
    rf"\b{_GLAD} (?:ontvang|hor|hoor|zie|krijg|verne|verwacht)\w* (?:wij|we|ik)\b"
    rf"|\b{_GETS} (?:wij|we|ik)\b[^.?!]*\b{_GLAD}\b|\b(?:wij|we|ik) {_GETS}\b[^.?!]*\b{_GLAD}\b"
    rf"|\b(?:{_WANTS} (?:wij|we|ik)|(?:wij|we|ik) {_WANTS})\b[^.?!]*\b{_GLAD}\b[^.?!]*\b{_HAS}\b(?=[\s.?!,]*$)",
    re.IGNORECASE,
)
"""What the municipality would like to get from the reader: "De betaling zien wij graag vóór 1 april tegemoet"."""


def order_of(tokens: Sequence[Token]) -> Token | None:
    """Return the order with which a sentence opens: "Stuur ons ...", not "Stuurt u ..."; None when it is none."""
    first = tokens[0]
    following = tokens[1].lower if len(tokens) > 1 else ""
    if first.lower in _NEVER_ORDERED or (first.lower in _FEELS and following in {"dat", "om", "als", "te"}):
        return None
    she = following == "ze" and (
        first.pos != "VERB" or first.lower.endswith("t")
    )  # else "ze" is what: "Breng ze terug"
    plural = first.lower.endswith("en") and not first.lemma.lower().endswith(f"{first.lower}en")  # not "Onderteken"
    if she or following in {"wij", "we", "ik", "hij", "zij"} or plural:
        return None
    if following in {"u", "je"} and first.lower.endswith("t"):
        return None
    if following == "je" and len(tokens) > 2 and tokens[2].lower in _OBJECTS:  # "Doe je dat niet, dan ..."
        return None
    if first.pos == "PROPN" and len(tokens) > 1 and tokens[1].pos == "PROPN":  # the name under a letter
        return None
    if first.is_finite and first.pos in {"VERB", "AUX"} and not first.lower.endswith("t"):
        return None if "Tense=Past" in first.morph else first
    return first if _is_imperative(tokens) else None


_FEELS = frozenset("fijn leuk mooi goed jammer vervelend prettig knap spijtig".split())
"""Words that the pipeline takes for an order at times: "Fijn dat u hulp zoekt"."""
_NEVER_ORDERED = frozenset("mag kan moet wil zal zou hoeft kun is was heeft had zijn vol dank".split()) | set(
    dates.WEEKDAYS
)
"""Verbs with which a sentence can open that left out its subject, "Mag ook per post", and days: "Dinsdag komen wij"."""
_OBJECTS = frozenset("dat dit het niets niks".split())
_AFTER_AN_ORDER = frozenset("uw ons het de een dit deze die dat dan ze hem hen mij alle alles iemand".split())
"""Words after a word that looks like a noun, "Mail uw vraag", that make it an order."""


def _is_imperative(tokens: Sequence[Token]) -> bool:
    """Tell of the word that opens a sentence whether it has the form of an order, whatever it was taken for."""
    first = tokens[0]
    if _has_verb(tokens):
        return False
    following = tokens[1].lower if len(tokens) > 1 else ""
    if first.lower == "laat" and any(token.lower in {"weten", "horen", "zien"} for token in tokens):
        return True
    lemma = first.lemma.lower()
    lemmas = [lemma] if lemma.endswith("n") else []
    particles = (token.lower for token in tokens if token.dep == "compound:prt" and lemma.startswith(token.lower))
    lemmas += [lemma[len(particle) :] for particle in particles]  # "Zet ... over" has the lemma "overzetten"
    if first.pos in {"PROPN", "X"} or (first.pos in {"NOUN", "ADJ"} and following in _AFTER_AN_ORDER):
        lemmas += infinitives(first.lower)
    elif first.pos not in {"VERB", "AUX", "PRON", "DET", "NUM"}:
        lemmas += [one for one in infinitives(first.lower) if one in _ORDERED]
    return any(VerbForm.IMPERATIVE in forms_of(one).get(first.lower, frozenset()) for one in lemmas)


_OPENS_CLAUSE = frozenset("en of maar want dat als die wie wat hoe waar welke of zodat wanneer".split())
_SUBJECT_WORDS = 5


def _has_verb(tokens: Sequence[Token]) -> bool:
    """Tell whether a verb follows so soon that the first word is its subject: "Jeugdhulp De Brug belt u"."""
    for previous, token in pairwise(tokens[: _SUBJECT_WORDS + 1]):
        if token.lower in _OPENS_CLAUSE or token.start > previous.end + 1:  # a comma stands between
            return False
        if token.is_finite and not (token.lower.endswith("en") and "Number=Sing" in tokens[0].morph):
            return True
    return False


_ORDERED = frozenset(
    """
    maken planten vragen bellen mailen appen melden sturen kopen bieden nemen geven vullen printen scannen tekenen
    kappen snoeien parkeren zetten leggen leveren betalen storten reageren controleren testen halen brengen regelen
    kiezen houden
    """.split()
)
"""Verbs that letters order with, of which the order can look like a noun: "Plant vóór 1 april een nieuwe boom"."""
_LONG_VOWEL = Pattern(r"(?P<start>.*?)(?P<vowel>[aeou])(?P=vowel)(?P<end>[^aeiou])")
_VOICED = {"f": "v", "s": "z"}


def infinitives(stem: str) -> list[str]:
    """Return how the infinitive of a stem may be spelled: "log" has "loggen", "geef" has "geven"."""
    found = [stem + "en", stem + stem[-1] + "en"]
    if long := _LONG_VOWEL.fullmatch(stem):
        end = long["end"]
        found += [f"{long['start']}{long['vowel']}{one}en" for one in (end, _VOICED.get(end, end))]
    elif stem[-1] in _VOICED:  # "kies" has "kiezen", "schrijf" has "schrijven"
        found.append(stem[:-1] + _VOICED[stem[-1]] + "en")
    return found


def forms_of(lemma: str) -> Mapping[str, frozenset[VerbForm]]:
    """Return the forms of a verb; none where ``lemma`` is no infinitive."""
    try:
        return verb_forms(lemma)
    except ValueError:
        return {}
