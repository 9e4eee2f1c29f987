"""What a reader can do against a decision: bezwaar, beroep or a zienswijze, and what the letter tells about it.

Articles of the Awb: 3:45 (a decision tells who can object, within which term and where), 6:5 (what the paper holds),
6:7 to 6:9 (six weeks, from the day after), 6:23 (the same for an appeal after an objection), 8:1 (appeal), 3:15
(zienswijze). Whether what a letter tells is right in law is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from b1check.documents.document import BlockKind
from b1check.language import dates, numbers
from b1check.language.patterns import Pattern
from b1check.letter.model import DECISIONS, ELEMENTS, PAGES, Clause, ClauseKind, DocumentType, Part, Passage
from b1check.letter.text import LetterText, PlacedSentence, placed_in

_NOUNS: Mapping[ClauseKind, str] = MappingProxyType(
    {
        "beroep": r"(?:hoger beroep|beroep|beroepschrift)",
        "bezwaar": r"(?:bezwaar|bezwaarschrift)",
        "zienswijze": r"zienswijzen?",
    }
)
_OFFERS = MappingProxyType(
    {
        kind: Pattern(
            rf"\b(?:kunt|kun|kan|kunnen|mag|mogen|moet)\b[^.?!]*\b{noun}\b"
            rf"|\b{noun}\b[^.?!]*\bkan\b[^.?!]*\b(?:worden|tot)\b"
            rf"|\b{noun}\s+(?:maken|instellen|indienen|aantekenen)\s+(?:kan|kunt|kunnen|mag)\b"
            rf"|\b(?:maak|dien|teken|stuur|schrijf|ga|stel|geef|laat|richt)\b[^.?!]*\b{noun}\b"
            rf"|\bsta(?:at|an)\b[^.?!]*\b{noun}\b[^.?!]*\bopen\b|\b{noun}\b[^.?!]*\b(?:mogelijk|gaat naar|richt u"
            rf"|moet\b[^.?!]*\bbij)\b"
            rf"|\bmogelijk(?:heid)?\s+(?:om\s+|tot\s+|van\s+)[^.?!]*\b{noun}\b|\bweken\b[^.?!]*\bom\b[^.?!]*\b{noun}\b"
            rf"|\bhoe\s+(?:u|je)\b[^.?!]*\b{noun}\b",
            re.IGNORECASE,
        )
        for kind, noun in _NOUNS.items()
    }
)
_ACTIONS = MappingProxyType(
    {
        kind: Pattern(
            rf"\b{noun}\b\s*(?:maken|maakt|in\b|aan\b|te\s+maken|naar|bij|tegen|open)|\bin\s+{noun}\b"
            rf"|\bmogelijkheid\s+van\s+{noun}\b"
            rf"|\b(?:maak|dien|teken|stuur|schrijf|maakt|richt|stel|geef|met een)\b[^.?!]*\b{noun}\b"
            rf"|\b{noun}\b[^.?!]*\b(?:maken|maakt|indienen|aantekenen|instellen|sturen|ingediend|ingesteld|gemaakt"
            rf"|open|gaan|gaat|inleveren|schrijven|opsturen|"
            rf"geven|zijn|mogelijk|richt|doen)\b|\b(?:indienen|maken|instellen|geven)\s+van\s+(?:een\s+)?{noun}\b",
            re.IGNORECASE,
        )
        for kind, noun in _NOUNS.items()
    }
)
_COMPLAINT = Pattern(
    r"\b(?:kunt|kan|kunnen|mag|mogen|dien|stuur|maak)\b[^.?!]*\bklacht(?:brief|schrift)?\b(?=[^.?!]*\b(?:in|indienen"
    r"|sturen|ingediend|naar)\b)",
    re.IGNORECASE,
)
"""Where the letter says "klacht" for what the law calls bezwaar; :data:`_AGAINST_DECISION` must stand near it."""
_AGAINST_DECISION = Pattern(
    r"\b(?:6|zes) weken\b|\bniet (?:mee )?eens\b|\boneens\b|\b(?:tegen|met) (?:dit|ons|deze|onze|het) (?:besluit"
    r"|beslissing|beschikking)\b"
    r"|\bbelanghebbende\w*\b|\bverkeerd beslist\b",
    re.IGNORECASE,
)
_NO_OFFER = Pattern(
    # none is possible, or it is over, or it is about another decision or another law
    r"\b(?:geen\s+(?:\w+\s+)?|niet\s+(?:meer\s+)?)(?:een\s+|in\s+)?(?:bezwaar|beroep|bezwaarschrift|beroepschrift"
    r"|zienswijze)\b"
    r"|\bniet\b(?![^.?!,;]{0,30}\beens\b)[^.?!,;]{0,30}\b(?:bezwaar|beroep)\b(?=[^.?!]{0,25}\b(?:maken|mogelijk|indienen|instellen|aantekenen"
    r"|open))(?<!eens)"
    r"|\b(?:bezwaar|beroep|zienswijze)\b[^.?!]{0,30}\b(?:niet|geen)\b\s+(?:meer\s+)?(?:maken|indienen|instellen"
    r"|mogelijk|ingediend|gebruik)\b"
    r"|\bgeen gebruik\b|\b(?:hebt|heeft|had|hebben)\s+(?:u\s+)?(?:tijdig\s+)?(?:een\s+)?(?:bezwaar|beroep|zienswijze)\b"
    r"|\b(?:uw|het) (?:bezwaar|beroep)(?:schrift)?\s+(?:is|hebben|heeft|wordt|was)\b"
    r"|\bpersoonsgegevens\b|\bgebruik van uw gegevens\b|\bprivacy\b|\buitblijven van\b|\bniet tijdig\b|\bin gebreke\b"
    r"|\b(?:dat|later|volgend\w*|definitieve|komende)\s+besluit\b|\b(?:krijgt|ontvangt|kreeg)\s+u\s+(?:een|geen)\b"
    r"|\bberoep\s+(?:te\s+|worden\s+)?(?:doen|gedaan)?\s*op\b|\been\s+beroep\s+(?:op|doen|worden|kunnen)\b"
    r"|\buw beroep is\b|\bschorst\b|\bte zijner tijd\b|\bt\.?z\.?t\b",
    re.IGNORECASE,
)
_NOT_EQUAL = Pattern(r"\bniet\s+(?:mee\s+)?(?:eens|akkoord|goed)\b", re.IGNORECASE)
_ELSEWHERE = Pattern(
    r"\b(?:lees|leest|staat|vindt|zie|ziet)\b[^.?!]*\b(?:bijlage|achterkant|achterzijde|folder|bijsluiter|ommezijde|"
    r"toelichting|bijgevoegde)\b|\b(?:bijlage|achterkant|achterzijde|folder|bijsluiter|ommezijde"
    r"|toelichting)\b[^.?!]*\b(?:lees|leest|staat|vindt|ziet)\b",
    re.IGNORECASE,
)
_IN_LETTER = Pattern(
    r"\bin\s+(?:de|uw|die|elke)\s+(?:brief|beschikking|aanslag\w*)\s+(?:staat|leest|vindt|ziet)\b|"
    r"\b(?:staat|leest|vindt|ziet)\b[^.?!]{0,40}\bin\s+(?:de|uw|die)\s+(?:brief|beschikking|aanslag\w*)\b",
    re.IGNORECASE,
)
"""On a page: the reader gets the whole story in the letter with the decision."""
_OWN_VOICE = Pattern(r"\b(?:wij|we|ons|onze|ik|mijn)\b", re.IGNORECASE)
_DECISION = Pattern(
    r"\b(?:dit|ons|onze|mijn|deze)\s+(?:besluit|beschikking|beslissing|aanslag|aanmaning|rekening)\b|\b(?:uw"
    r"|de)\s+aanslag\b|"
    r"\b(?:besluiten|besloten|beslissen|beslist|wijzen|wijs|kennen|verlenen|weigeren|trekken|leggen)\b",
    re.IGNORECASE,
)
_THIS_DECISION = Pattern(r"\b(?:tegen|met)\s+(?:dit\s+besluit|ons\s+besluit|deze\s+beschikking)\b", re.IGNORECASE)

_MONTH = "|".join(dates.MONTHS)
_LAST_DAY = (
    r"\b(?:v[óo]{1,2}r|uiterlijk|tot(?: en met)?|t/m|laatste dag)\b[^.?!]{0,20}?\b\d{1,2}\s+(?:" + _MONTH + r")\b"
)
_LENGTH = rf"\b(?:\d{{1,3}}|{numbers.WORD}|een)\s+(?:werkdagen|dagen|week|weken|maand|maanden)\b"
_ADDRESS = (
    r"\b\d{4}\s?[A-Z]{2}\b|\b[Pp]ostbus\b|[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|\b[\w-]+\.(?:nl|example)\b"
    r"|\b[Dd]igi[Dd]\b|\b[Bb]alie\b"
    r"|\b(?:ons|het|dit|bovenstaand|onderstaand) (?:post)?adres\b|\b(?:bovenstaand|onderstaand|ons) postbusnummer\b"
    r"|\b[Ww]ebsite\b|\b[Oo]nline\b|\b[Dd]igitaal\b"
    r"|\b[Ff]ormulier\b|\be-mail\b|\b[Aa]dres\b\s*:"
)
_BODY = (
    r"\b(?:college\w*|burgemeester\w*|gemeente\w*|raad|b\s?en\s?w|b&w|heffingsambtenaar|invorderingsambtenaar|ontvanger"
    r"|ambtenaar|"
    r"\w*bezwaar(?:schriften)?commissie|commissie|bestuur|belasting(?:samenwerking"
    r"|kantoor|dienst)?\w*kantoor|"
    r"belastingsamenwerking|omgevingsdienst|waterschap|\w+dienst|(?:bij|aan|naar|stuur)\s+ons|onze\s+(?:website|site"
    r"|balie))\b"
    r"|@[\w-]+\.\w|\bwww\.|https?://|\b[\w-]+\.(?:nl|example)\b"  # the name of a site tells whose it is
)
_COURT = (
    r"\b(?:rechtbank|bestuursrechter|gerechtshof|Raad van State|Afdeling bestuursrechtspraak"
    r"|Centrale Raad van Beroep|\w+kamer)\b|\brechtspraak\.nl\b"
)
_SHARED: Mapping[str, str] = MappingProxyType(
    {
        "wie": r"\b(?:u|uw|je|jij|jouw|jullie|belanghebbende\w*|omwonenden|inwoners|bewoners|iedereen|wie|degenen?"
        r"|een ieder|maak|dien|stuur|teken)\b",
        "termijn": rf"{_LENGTH}|\b(?:van"
        r"|vanaf)\s+\d{1,2}\s+(?:" + _MONTH + r")[^.?!]{0,20}\btot\b|" + _LAST_DAY,
        "begin": r"\bweken\b[^.?!]{0,60}\b(?:na|nadat|vanaf|volgend|ingaande|aanvangende|gerekend|te rekenen|sinds"
        r"|te beginnen)\b"
        r"|\b(?:na|nadat|vanaf)\b[^.?!]{0,80}\bweken\b|\b(?:begint|beginnen|gaat|gaan|loopt|lopen|start|starten|telt"
        r"|tellen|ingaat)\b[^.?!]{0,40}"
        r"\b(?:op|in|na|vanaf|de dag)\b|\bvangt\b[^.?!]{0,40}\baan\b|\b(?:na|vanaf)\s+(?:de\s+)?(?:dag|datum"
        r"|verzend\w*|dagtekening|bekendmaking)\b",
        "kanaal": _ADDRESS,
        "inhoud": r"\b(?:zet|schrijf|vermeld|vermeldt|noem|noemt)\b[^.?!]{0,40}\b(?:in|op|bij|naam|daarin|erin"
        r"|hierin)\b"
        r"|\bin (?:uw|het) (?:bezwaar|beroep)\w*\b[^.?!]{0,30}\b(?:staat|staan|zet|schrijft|vermeldt)\b"
        r"|\bnaam en (?:het )?adres\b|\buw naam\b"
        r"|\bhandtekening\b|\bonderteken\w*\b|\bwaarom u het\b|\bgronden\b",
    }
)
_ELEMENTS: Mapping[ClauseKind, Mapping[str, Pattern]] = MappingProxyType(
    {
        kind: MappingProxyType(
            {
                name: Pattern({**_SHARED, "orgaan": _COURT if kind == "beroep" else _BODY}[name], re.IGNORECASE)
                for name in ELEMENTS[kind]
            }
        )
        for kind in _NOUNS
    }
)
_LAST_DAY_GIVEN = Pattern(_LAST_DAY, re.IGNORECASE)
_GOES_ON = Pattern(
    r"bezwaar|beroep|zienswijze|stur|stuur|termijn|weken|brief|rechter|rechtbank|handtekening|digid|schrift|adres"
    r"|naam|spoed|voorlopige|griffierecht",
    re.IGNORECASE,
)
"""What a paragraph or a heading under the offer is about when it still belongs to it."""
_OTHERS = MappingProxyType(
    {
        "bezwaar": Pattern(r"\b(?:beroep\w*|rechtbank|rechter|griffie\w*|voorlopige voorziening)\b", re.IGNORECASE),
        "beroep": Pattern(r"\bzienswijze", re.IGNORECASE),
        "zienswijze": Pattern(r"\b(?:bezwaar|beroep|rechtbank)", re.IGNORECASE),
    }
)
"""What a paragraph is about when it belongs to another remedy, unless it names its own as well."""
_OWN = MappingProxyType({kind: Pattern(rf"\b{kind}", re.IGNORECASE) for kind in _NOUNS})
_BLOCKS_AFTER = 8


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType) -> Iterator[Clause]:
    """Yield the remedies that the document offers against a decision of its own, at most one of each kind."""
    for kind in _NOUNS:
        if kind == "bezwaar" and sort is DocumentType.OBJECTION_DECISION:
            continue  # the reader had that; what is left is the court
        offers = list(_offers(text, kind, sort)) or list(_headings(text, kind))
        if not offers or not (_decides(text, offers, sort) or (kind == "zienswijze" and _proposes(text))):
            continue
        anchor = offers[0]
        if pointed := anchor.search(_ELSEWHERE):
            yield Clause(kind, anchor.passage, (anchor.block,), dict.fromkeys(ELEMENTS[kind], pointed))
            continue
        blocks = _blocks(text, parts, anchor, kind)
        own = [offer for offer in offers if offer.block in blocks or offer.block > anchor.block]
        told = sorted({*blocks, *(offer.block for offer in own)})
        if sort in PAGES and any(_IN_LETTER.search(text.blocks[index].block.text) for index in told):
            continue
        yield Clause(kind, anchor.passage, blocks, _present(text, anchor, told, kind))


def names_last_day(clause: Clause) -> bool:
    """Tell whether the term is a date, so that the reader need not know when it began."""
    return "termijn" in clause.elements and bool(_LAST_DAY_GIVEN.search(clause.elements["termijn"].text))


def _offers(text: LetterText, kind: ClauseKind, sort: DocumentType) -> Iterator[PlacedSentence]:
    """Yield the sentences that say that the reader can use a remedy, rather than that somebody did."""
    for index, sentence in enumerate(text.sentences):
        if _is_offer(sentence.text, kind) or _is_misnamed(text.sentences, index, kind, sort):
            yield sentence


def _headings(text: LetterText, kind: ClauseKind) -> Iterator[PlacedSentence]:
    """Yield the headings that offer a remedy: below "U kunt bezwaar maken" the text may only say where to write."""
    for view in text.blocks:
        if view.block.kind is BlockKind.HEADING:
            yield from (one for one in placed_in(view) if _is_offer(one.text, kind) and not one.text.endswith("?"))


def _is_misnamed(sentences: Sequence[PlacedSentence], at: int, kind: ClauseKind, sort: DocumentType) -> bool:
    """Tell whether a sentence offers a remedy under the name of another: a "klacht" against a decision."""
    words = sentences[at].text
    if kind == "bezwaar":
        if sort not in DECISIONS or not _COMPLAINT.search(words):
            return False
        around = " ".join(one.text for one in sentences[max(at - 1, 0) : at + 2])
        return bool(_AGAINST_DECISION.search(around))
    if kind == "beroep" and sort is DocumentType.OBJECTION_DECISION:
        other = _COMPLAINT.search(words) or _is_offer(words, "bezwaar")
        return bool(other) and bool(_ELEMENTS["beroep"]["orgaan"].search(words))
    return False


@lru_cache(maxsize=8_192)  # a document asks it of every sentence for every remedy, again after each edit
def _is_offer(words: str, kind: ClauseKind) -> bool:
    plain = _NOT_EQUAL.sub("", words)
    return bool(_OFFERS[kind].search(words) and _ACTIONS[kind].search(words)) and not _NO_OFFER.search(plain)


def _decides(text: LetterText, offers: Sequence[PlacedSentence], sort: DocumentType) -> bool:
    """Tell whether the document is a decision of its sender, rather than a page about decisions of others."""
    if sort in DECISIONS or any(_THIS_DECISION.search(sentence.text) for sentence in offers):
        return True
    whole = "\n".join(view.block.text for view in text.blocks)
    return bool(_OWN_VOICE.search(whole) and _DECISION.search(whole))


def _proposes(text: LetterText) -> bool:
    """Tell whether the document brings a draft, on which people can give their view."""
    return any(_DRAFT.search(sentence.text) for sentence in text.sentences)


_DRAFT = Pattern(r"\b(?:ontwerp\w*|voornemens?|van plan|voorgenomen|ter inzage)\b", re.IGNORECASE)


def _blocks(text: LetterText, parts: Sequence[Part], anchor: PlacedSentence, kind: ClauseKind) -> tuple[int, ...]:
    """Return the blocks of a clause: that of the offer, the question before it, and what goes on about it."""
    taken = [anchor.block]
    before = anchor.block - 1
    if before >= 0 and parts[before] is Part.REMEDY and not _OTHERS[kind].search(text.blocks[before].block.text):
        taken.insert(0, before)
    for view in text.blocks[anchor.block + 1 : anchor.block + 1 + _BLOCKS_AFTER]:
        words, part = view.block.text, parts[view.index]
        if view.block.kind is BlockKind.CLOSING or part in {Part.CONTACT, Part.ATTACHMENTS, Part.CLOSING}:
            break
        listed = view.block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}
        if not listed and part is not Part.REMEDY and not _GOES_ON.search(words):
            break
        if _OTHERS[kind].search(words) and not _OWN[kind].search(words):
            break
        taken.append(view.index)
    while len(taken) > 1 and text.blocks[taken[-1]].block.kind is BlockKind.HEADING:
        taken.pop()
    return tuple(taken)


def _present(text: LetterText, anchor: PlacedSentence, blocks: Sequence[int], kind: ClauseKind) -> dict[str, Passage]:
    """Return what is told, by name; in the block of the offer from the sentence before it on."""
    sentences = text.blocks[anchor.block].analysis.sentences
    at = next((n for n, sentence in enumerate(sentences) if sentence.start == anchor.sentence.start), 0)
    start = sentences[max(at - 1, 0)].start

    def first(pattern: Pattern) -> Passage | None:
        for index in blocks:
            words = text.blocks[index].block.text
            if found := pattern.search(words, start if index == anchor.block else 0):
                return text.passage(index, *found.span())
        return None

    present = {name: first(pattern) for name, pattern in _ELEMENTS[kind].items()}
    present["termijn"] = first(_LAST_DAY_GIVEN) or present["termijn"]
    return {name: told for name, told in present.items() if told is not None}
