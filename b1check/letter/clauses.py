"""Parts of a letter that the law asks for, and what each of them tells.

Found: the remedy clauses (article 3:45 and 6:5 Awb for objection, 6:7 to 6:9 for the term, 8:1 for appeal, 3:15 for a
zienswijze), the demand for payment (4:112 Awb for a final demand), the request for missing papers (4:5 Awb) and the order
under penalty (5:9 and 5:32a Awb). Whether what they tell is right in law is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from b1check.documents.document import BlockKind
from b1check.language import dates
from b1check.letter.model import Clause, ClauseKind, DocumentType, Part, Passage
from b1check.letter.text import LetterText, PlacedSentence

_NOUNS: Mapping[ClauseKind, str] = MappingProxyType(
    {
        "beroep": r"(?:(?:in )?(?:hoger )?beroep|beroepschrift)",
        "bezwaar": r"(?:(?:in )?bezwaar|bezwaarschrift)",
        "zienswijze": r"zienswijzen?",
    }
)
_OFFERS: Mapping[ClauseKind, re.Pattern[str]] = MappingProxyType(
    {
        kind: re.compile(
            rf"\b(?:kunt|kun|kan|kunnen|mag|mogen)\b[^.?!]*\b{noun}\b|\b{noun}\b[^.?!]*\b(?:kunt|kan|kunnen|mogelijk|open)\b"
            rf"|\b(?:maak|dien|teken|stuur|schrijf|ga|stel|geef)\b[^.?!]*\b{noun}\b|\bmogelijk(?:heid)?\b[^.?!]*\b{noun}\b",
            re.IGNORECASE,
        )
        for kind, noun in _NOUNS.items()
    }
)
_NOT_OFFERED = re.compile(
    r"\b(?:geen|niet)\b[^.?!]{0,30}\b(?:bezwaar|beroep)\b|\b(?:bezwaar|beroep)\b[^.?!]{0,25}\bniet (?:meer )?(?:maken|mogelijk|indienen|instellen)\b"
    r"|\b(?:uw|het) bezwaar(?:schrift)? (?:is|hebben|heeft)\b|\b(?:later|dat|het definitieve|volgende) besluit\b"
    r"|\been beroep (?:op|doen)\b",
    re.IGNORECASE,
)
_NAMES: Mapping[ClauseKind, re.Pattern[str]] = MappingProxyType(
    {
        "bezwaar": re.compile(r"\bbezwaar", re.IGNORECASE),
        "beroep": re.compile(r"\b(?:beroep|rechtbank|griffie)", re.IGNORECASE),
        "zienswijze": re.compile(r"\bzienswijze", re.IGNORECASE),
    }
)
_MONTH = "|".join(dates.MONTHS)
_ADDRESS = (
    r"\b\d{4}\s?[A-Z]{2}\b|\b[Pp]ostbus\b|[\w.+-]+@[\w-]+\.\w|https?://|\bwww\.|\b[\w-]+\.(?:nl|example)\b|\b[Dd]igi[Dd]\b|\b[Bb]alie\b"
    r"|\b(?:ons|het|dit|bovenstaand|onderstaand) adres\b|\b(?:onze|de) (?:web)?site\b|\bonline\b|\bdigitaal\b|\bformulier\b|\be-mail\b"
)
_REMEDY_ELEMENTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "wie": re.compile(
            r"\b(?:u|uw|je|jij|belanghebbenden?|omwonenden|inwoners|bewoners|iedereen|wie)\b", re.IGNORECASE
        ),
        "termijn": re.compile(
            r"\b(?:6|zes|4|vier|2|twee)\s+weken\b|\b(?:uiterlijk|v[óo]{1,2}r|tot(?: en met)?|t/m)\s+(?:op\s+)?(?:\w+dag\s+)?\d{1,2}\s+(?:"
            + _MONTH
            + r")\b|\b(?:van|vanaf)\s+\d{1,2}\s+(?:"
            + _MONTH
            + r")[^.?!]{0,20}\btot\b",
            re.IGNORECASE,
        ),
        "begin": re.compile(
            r"\bweken\b[^.?!]{0,60}\b(?:na|nadat|vanaf|volgend|gerekend|te rekenen|sinds)\b|\b(?:na|nadat|vanaf)\b[^.?!]{0,80}\bweken\b"
            r"|\b(?:begint|beginnen|gaat|gaan|loopt|lopen|start|starten|telt|tellen|ingaat)\b[^.?!]{0,40}\b(?:op|in|na|vanaf|de dag)\b"
            r"|\b(?:na|vanaf)\s+(?:de\s+)?(?:dag|datum|verzend\w*|dagtekening|bekendmaking)\b"
            r"|\b(?:uiterlijk|v[óo]{1,2}r|tot(?: en met)?|t/m)\s+(?:op\s+)?(?:\w+dag\s+)?\d{1,2}\s+(?:"
            + _MONTH
            + r")\b",
            re.IGNORECASE,
        ),
        "orgaan": re.compile(
            r"\b(?:college\w*|burgemeester\w*|gemeente\w*|raad|b\s?en\s?w|b&w|heffingsambtenaar|invorderingsambtenaar|ambtenaar|"
            r"rechtbank|bestuursrechter|(?:bezwaar(?:schriften)?)?commissie|dagelijks bestuur|belasting\w*kantoor|belastingsamenwerking|"
            r"omgevingsdienst|(?:bij|aan|naar)\s+ons|onze\s+(?:website|site|balie))\b|@[\w-]+\.\w|\bwww\.|\b[\w-]+\.(?:nl|example)\b",
            re.IGNORECASE,
        ),
        "kanaal": re.compile(_ADDRESS),
        "inhoud": re.compile(
            r"\b(?:zet|schrijf|vermeld|noem)\b[^.?!]{0,40}\b(?:in|op|bij|naam|daarin|erin)\b|\bin (?:uw|het) (?:bezwaar|beroep)\w*\b[^.?!]{0,30}\b(?:staat|staan|zet|schrijft)\b"
            r"|\bnaam en adres\b|\buw naam\b|\bhandtekening\b|\bondertekend\b|\bwaarom u het\b|\bgronden\b",
            re.IGNORECASE,
        ),
    }
)
_AMOUNT = r"€\s?\d[\d.]*(?:,\d\d|,-+)?|\b\d[\d.]*(?:,\d\d)?\s+euro\b"
_DUE = (
    r"\b(?:uiterlijk|v[óo]{1,2}r|tot(?: en met)?|t/m)\s+(?:op\s+)?(?:" + dates.PATTERN + r")"
    r"|\bbinnen\s+\w+\s+(?:dagen|weken|werkdagen|maanden?)\b"
)
_CONSEQUENCE = (
    r"\b(?:doet u (?:dat|dit) niet|betaalt u niet|als u (?:dat|dit )?niet|als u te laat|bent u te laat|krijgen wij\b[^.?!]*\bniet|ontvangen wij\b[^.?!]*\b(?:niet|geen)"
    r"|als wij\b[^.?!]*\b(?:niet|geen)|indien\b[^.?!]*\bniet|niet of te laat|anders\b|bij niet\b|stuurt u\b[^.?!]*\bniet|hebben wij\b[^.?!]*\bniet|levert u\b[^.?!]*\bniet"
    r"|reageert u\b[^.?!]*\bniet|zonder deze\b|buiten behandeling|dwangbevel|deurwaarder|aanmaning\b[^.?!]*\bkost|extra kosten)"
)
_ELEMENTS: Mapping[ClauseKind, Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "bezwaar": _REMEDY_ELEMENTS,
        "beroep": _REMEDY_ELEMENTS,
        "zienswijze": _REMEDY_ELEMENTS,
        "betaling": MappingProxyType(
            {
                "bedrag": re.compile(_AMOUNT, re.IGNORECASE),
                "termijn": re.compile(_DUE, re.IGNORECASE),
                "rekening": re.compile(
                    r"\bNL\d\d\s?[A-Z]{4}[\d ]+|\b(?:automatische incasso|acceptgiro|iDEAL|QR-code|betaallink|schrijven wij\b[^.?!]*\baf)\b",
                    re.IGNORECASE,
                ),
                "kenmerk": re.compile(
                    r"\b(?:betalings?kenmerk|kenmerk|aanslagnummer|factuurnummer|o\.v\.v\.|onder vermelding|vorderingsnummer|nummer)\b"
                    r"|\bautomatische incasso\b|\biDEAL\b|\bQR-code\b|\bbetaallink\b",
                    re.IGNORECASE,
                ),
                "gevolg": re.compile(_CONSEQUENCE, re.IGNORECASE),
            }
        ),
        "herstelverzuim": MappingProxyType(
            {
                "wat": re.compile(
                    r"\b(?:bankafschrift\w*|kopie\w*|loonstro\w+|specificatie\w*|formulier\w*|tekening\w*|foto\w*|bewij\w+|huurcontract|paspoort|"
                    r"jaaropgave\w*|verklaring\w*|offerte\w*|plattegrond\w*|begroting\w*|polis\w*|gegevens|papieren|stukken|documenten|handtekening)\b",
                    re.IGNORECASE,
                ),
                "termijn": re.compile(_DUE, re.IGNORECASE),
                "gevolg": re.compile(_CONSEQUENCE, re.IGNORECASE),
            }
        ),
        "last": MappingProxyType(
            {
                "overtreding": re.compile(
                    r"\bovertre\w+|\bin strijd met\b|\bniet toegestaan\b|\bmag niet\b|\bverboden\b|\bzonder vergunning\b",
                    re.IGNORECASE,
                ),
                "voorschrift": re.compile(
                    r"\bartikel(?:en)?\b|\bartt?\.|\b\w*verordening\b|\bAPV\b|\b\w*wet\b|\bomgevingsplan\b|\bbestemmingsplan\b|\b[Bb]esluit bouwwerken\b"
                ),
                "maatregel": re.compile(
                    r"\b(?:verwijder\w*|weghal\w*|haal\b[^.?!]*\bweg|stop\w*|staken|afbreken|breek\b[^.?!]*\baf|herstel\w*|beëindig\w*|verlag\w*|sluit\w*|"
                    r"ruim\b[^.?!]*\bop|opruimen|maak\b[^.?!]*\blager|ongedaan)\b",
                    re.IGNORECASE,
                ),
                "termijn": re.compile(_DUE, re.IGNORECASE),
                "bedrag": re.compile(_AMOUNT, re.IGNORECASE),
            }
        ),
    }
)
_SORTS: Mapping[DocumentType, ClauseKind] = MappingProxyType(
    {
        DocumentType.FINAL_DEMAND: "betaling",
        DocumentType.DEMAND: "betaling",
        DocumentType.MISSING_PAPERS: "herstelverzuim",
        DocumentType.ENFORCEMENT: "last",
    }
)
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.OTHER, Part.REFERENCE, Part.CONTACT})
_BLOCKS_AFTER = 6


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType) -> tuple[Clause, ...]:
    """Return the clauses in the order of the text."""
    found = [*_remedies(text, parts), *_of_sort(text, parts, sort)]
    return tuple(sorted(found, key=lambda clause: (clause.anchor.block, clause.anchor.start)))


def _remedies(text: LetterText, parts: Sequence[Part]) -> Iterator[Clause]:
    for kind, offers in _OFFERS.items():
        anchor = next((s for s in text.sentences if offers.search(s.text) and not _NOT_OFFERED.search(s.text)), None)
        if anchor is None:
            continue
        blocks = _blocks_of(text, parts, anchor, kind)
        yield Clause(kind, anchor.passage, blocks, _present(text, blocks, _ELEMENTS[kind]))


def _blocks_of(text: LetterText, parts: Sequence[Part], anchor: PlacedSentence, kind: ClauseKind) -> tuple[int, ...]:
    """Return the blocks of a remedy clause: the block of the offer, its neighbours under the same heading that go on about it."""
    others = [pattern for name, pattern in _NAMES.items() if name != kind]
    own = _NAMES[kind]
    taken = [anchor.block]
    if (
        anchor.block
        and parts[anchor.block - 1] in {Part.REMEDY, Part.BODY}
        and own.search(text.blocks[anchor.block - 1].block.text)
    ):
        taken.insert(0, anchor.block - 1)
    for view in text.blocks[anchor.block + 1 : anchor.block + 1 + _BLOCKS_AFTER]:
        words = view.block.text
        if view.block.kind in {BlockKind.CLOSING, BlockKind.HEADING}:
            break
        if any(other.search(words) for other in others) and not own.search(words):
            break
        taken.append(view.index)
    return tuple(taken)


def _of_sort(text: LetterText, parts: Sequence[Part], sort: DocumentType) -> Iterator[Clause]:
    """Yield the clause that a letter of this sort is as a whole: a demand, a request for papers, an order."""
    if (kind := _SORTS.get(sort)) is None:
        return
    blocks = tuple(index for index, part in enumerate(parts) if part in _RUNNING)
    present = _present(text, blocks, _ELEMENTS[kind])
    first = next((sentence.passage for sentence in text.sentences), None)
    if first is not None:
        yield Clause(kind, next(iter(present.values()), first), blocks, present)


def _present(text: LetterText, blocks: Sequence[int], elements: Mapping[str, re.Pattern[str]]) -> dict[str, Passage]:
    present = {}
    for name, pattern in elements.items():
        for index in blocks:
            if found := pattern.search(text.blocks[index].block.text):
                present[name] = text.passage(index, *found.span())
                break
    return present
