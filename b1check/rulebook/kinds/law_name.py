"""Laws that stand as a ground in the middle of the message, without a word on what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from b1check.documents.document import BlockKind
from b1check.rulebook import explained
from b1check.rulebook.match import BlockView, DocumentView, Kind, Match, Options, PerDocument, remembered

NAME = re.compile(
    r"\b(?:Wet|Verordening|Regeling|Besluit|Beleidsregels?|Algemene\s+(?:wet|verordening|plaatselijke\s+verordening))\b"
    r"(?:\s+(?:(?:op|van|tot|voor|inzake|en|de|het|in|bij)\s+){0,3}[\w-]+){0,6}?"
    r"(?:\s+(?:zorg|zaken|personen|bestuursrecht|ondersteuning|bijdragen|rijksbelastingen|overheid|leefomgeving|bouwen|politiegegevens|"
    r"[a-z-]+(?:ing|ingen|gegevens|kaart|zorg|wet|diensten|recht|veiligheid|heid))(?:\s+\d{4})?\b)"
    r"|\b[A-Z][a-zë]+(?:wet|verordening)\b(?:\s+\d{4})?"
    r"|\b(?:Wmo|Awb|Wgs|Wlz|Zvw|APV|Wabo|Woo|AVG)\b(?:\s+\d{4})?"
)
"""The official name of a law, or its usual short form."""
_BASIS = re.compile(
    r"\b(?:op grond van|ingevolge|gelet op|krachtens|conform|in het kader van|vanuit|uit hoofde van|overeenkomstig|"
    r"als bedoeld in|zoals bedoeld in|in strijd met|onder verwijzing naar|op basis van|naar aanleiding van)\s+"
    r"(?:(?:de\s+)?(?:artikel(?:en)?|art\.)[^;.]{0,60}?\s+(?:van\s+|uit\s+)?)?(?:de|het|onze)?\s*$",
    re.IGNORECASE,
)
"""What makes a law the ground of a sentence about something else."""
_ARTICLE = re.compile(r"\b(?:artikel(?:en)?|art\.)\s+\d[^;]{0,60}$", re.IGNORECASE)
"""An article of the law is another remark: that of the rule about articles of the law."""
_OF_A_NOUN = re.compile(
    r"\b(?:verzoek(?:en)?|aanvra(?:ag|gen)|besluit(?:en)?|recht|hulp|uitkering(?:en)?|vergunning(?:en)?|ontheffing(?:en)?|boetes?)\s+"
    r"(?:op grond van|op basis van|krachtens|vanuit|in het kader van)\s+(?:de|het)?\s*$",
    re.IGNORECASE,
)
"""The law says which kind of request is meant: "een verzoek op grond van de Wet open overheid"."""
_OWN_SENTENCE = re.compile(
    r"^(?:\(|"
    r"(?:Dat|Dit|Deze|Die|De|Het|Onze|Uw|Alle|Meer)\b(?:\s+\w+){0,6}?\s+"
    r"(?:staat|staan|is geregeld|zijn geregeld|vindt|leest|volgt|komt|komen|heet|doen|doe|regelt|geldt)\b|"
    r"(?:U|Je)\s+(?:leest|vindt|kunt)\b|(?:Lees|Kijk|Zie|Bekijk|Volgens)\b|"
    r"In\s+de\s+[^,.]{3,80}\s(?:staat|staan)\b|"
    r"Wij\s+(?:sturen|doen|mogen|moeten)\b[^,.]{0,80}\b(?:volgens|op grond van)\b)"
)
"""The law in a sentence of its own, beside the message: that is the good form."""
_BRACKETS_AROUND = re.compile(r"\([^()]*$")


@remembered
def names_in(view: BlockView) -> Iterator[re.Match[str]]:
    """Yield the names of laws in a block."""
    return NAME.finditer(view.block.text)


class LawNameOptions(Options):
    """Which names need no explanation.

    Attributes:
        known: names that readers know, as they are written.
    """

    known: frozenset[str] = Field(
        default=frozenset(), description="Namen van wetten die lezers kennen, zoals u ze schrijft."
    )


def _build(options: LawNameOptions, _folder: Path) -> PerDocument:
    def find(view: DocumentView) -> Iterator[tuple[int, Match]]:
        done = {name.casefold() for name in options.known}
        for inside in view.scope:
            names = names_in(inside)
            shut = inside.shields.ranges() if names else ()
            for found in names:
                name = found[0].casefold()
                if name in done or any(found.start() < end and start < found.end() for start, end in shut):
                    continue
                done.add(name)
                if not _is_fine(view, inside, found):
                    yield inside.index, Match(*found.span(), {"wet": found[0]})

    return PerDocument(find)


def _is_fine(view: DocumentView, inside: BlockView, found: re.Match[str]) -> bool:
    """Tell whether the name is no ground, stands apart from the message, or is explained."""
    start, end = found.span()
    sentence = inside.analysis.sentence_at(start)
    if sentence is None or inside.block.kind is BlockKind.HEADING:
        return True
    before = inside.block.text[sentence.start : start]
    if _OWN_SENTENCE.match(sentence.text) or _BRACKETS_AROUND.search(before) or not _BASIS.search(before):
        return True
    if _ARTICLE.search(before) or _OF_A_NOUN.search(before) or explained.by_markup(inside.block, start, end):
        return True
    return explained.by_words(explained.place(view.blocks, inside.index, start, end))


KIND = Kind(LawNameOptions, _build)
