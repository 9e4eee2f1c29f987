"""Parts of a letter that the law asks for, and what each of them tells.

Found: the remedies (see :mod:`b1check.letter.remedies`), the demand for payment (article 4:86 Awb; 4:112 for a final demand), the
request for missing papers (4:5 Awb) and the order under penalty (5:9, 5:32a and 5:32b Awb). Whether what they tell is right in law is
not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from b1check.language import dates
from b1check.letter import remedies
from b1check.letter.model import Clause, ClauseKind, DocumentType, Part, Passage
from b1check.letter.text import LetterText

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
_MAY_DEMAND = frozenset({DocumentType.RECLAIM, DocumentType.REMINDER})
"""Sorts that demand money only when they say where to pay it."""
_RUNNING = frozenset({Part.BODY, Part.CORE, Part.OTHER, Part.REFERENCE, Part.CONTACT, Part.REMEDY, Part.HEADING})


def find(text: LetterText, parts: Sequence[Part], sort: DocumentType) -> tuple[Clause, ...]:
    """Return the clauses in the order of the text."""
    offered = tuple(remedies.find(text, parts, sort))
    found = [*offered, *_of_sort(text, parts, sort, frozenset(index for one in offered for index in one.blocks))]
    return tuple(sorted(found, key=lambda clause: (clause.anchor.block, clause.anchor.start)))


def lacking(clause: Clause, needs: Iterable[str]) -> tuple[str, ...]:
    """Return which elements of ``needs`` a clause does not tell.

    A term that is a date, or that is missing itself, asks for no beginning.
    """
    idle = {"begin"} if "termijn" not in clause.elements or remedies.names_last_day(clause) else set()
    return tuple(name for name in needs if name not in clause.elements and name not in idle)


def _of_sort(text: LetterText, parts: Sequence[Part], sort: DocumentType, taken: frozenset[int]) -> Iterator[Clause]:
    """Yield the clause that a letter of this sort is as a whole, without the blocks ``taken`` by a remedy."""
    kind = _SORTS.get(sort, "betaling" if sort in _MAY_DEMAND else None)
    if kind is None:
        return
    blocks = tuple(index for index, part in enumerate(parts) if part in _RUNNING and index not in taken)
    present = _present(text, blocks, _ELEMENTS[kind])
    if sort in _MAY_DEMAND and not {"bedrag", "rekening"} <= present.keys():
        return
    first = next((sentence.passage for sentence in text.sentences), None)
    if first is not None:
        yield Clause(kind, next(iter(present.values()), first), blocks, present)


def _present(text: LetterText, blocks: Sequence[int], elements: Mapping[str, re.Pattern[str]]) -> dict[str, Passage]:
    """Return what stands in ``blocks``, by name; of lines with references only what a payment needs."""
    present = {}
    for name, pattern in elements.items():
        for index in blocks:
            if found := pattern.search(text.blocks[index].block.text):
                present[name] = text.passage(index, *found.span())
                break
    return present
