"""Tells whether a term is explained where it stands.

A writer may use a hard term, as long as the reader learns what it means at that place: in the same sentence,
in the next one, or in the one before ("... Dat noemen we een dwangsom"). A law article or a shorter name for
the term explains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from b1check.documents.document import APART, Block, BlockKind, MarkKind
from b1check.rulebook.match import BlockView, DocumentView, shared

_MIN_WORDS = 3
"""With fewer words of its own a remark is no explanation: "(artikel 5:32 Awb)", "Dat is vervelend"."""

_EMPTY_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "van",
        "is",
        "zijn",
        "dat",
        "dit",
        "die",
        "deze",
        "er",
        "ook",
        "dan",
        "te",
        "in",
        "aan",
        "bij",
        "zie",
        "hierna",
        "verder",
        "genoemd",
        "heet",
        "heten",
        "noemen",
        "noemt",
        "bedoelen",
        "we",
        "wij",
        "betekent",
        "zoals",
        "bijvoorbeeld",
    ]
)
_LAW = re.compile(r"\b(?:artikel(?:en)?|art\.|hoofdstuk)\s+\d[^;)]*", re.IGNORECASE)
_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]+\b")
_WORD = re.compile(r"[^\W\d_]+")

_SUBJECT_IS = (
    r"\s*(?:is|zijn|was)\s+(?:dus\s+|bijvoorbeeld\s+|eigenlijk\s+)?"
    r"(?=(?:een|het|de|uw|je|iemand|iets|wat|als|dat|geld|hulp)\b)"
)
_SAYS = r"\s*(?:betekent|betekenen|houdt|houden|wil zeggen|staat voor|is de afkorting van)\b"
_IN_BRACKETS = re.compile(r"[’”'\"]?\s*\(([^()]*)\)?")
_AFTER_SIGN = re.compile(
    r"[’”'\"]?(?::|\s+[–—=-]\s|,?\s*(?:dat wil zeggen|oftewel|ofwel|of anders gezegd|met andere woorden)\b|"
    rf",\s*(?:dat|dit)\s+(?:is|zijn)\b|{_SUBJECT_IS}|{_SAYS})(.*)",
    re.IGNORECASE | re.DOTALL,
)
_APPOSITION = re.compile(
    r"[’”'\"]?,\s+((?:zijnde\s+)?(?:de|het|een|iemand|iets|geld|dus|(?<=zijnde\s)\w+)\b"
    r"(?:\s+\w+){0,3}\s+(?:die|dat|waar\w*|om|van|voor)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Right after the term: "het CAK, de organisatie die dit regelt"."""
_SUCH_AS = re.compile(r"[’”'\"]?,\s+(?:zoals|bijvoorbeeld)\b([^.?!]*)", re.IGNORECASE)
"""Right after the term: "erfafscheidingen, zoals een schutting of een heg"."""
_THINK_OF = re.compile(r"[’”'\"]?\s+(?:(?:kunt|kun)\s+(?:u|je)\s+denken\s+)?aan\b(.*)", re.IGNORECASE | re.DOTALL)
_AT = re.compile(r"(?:^|\b(?:denk|denkt\s+u)\s+)bij\s+(?:(?:de|het|een)\s+)?[‘“'\"]?$", re.IGNORECASE)
"""With :data:`_THINK_OF`: "Bij openbare ruimte kunt u denken aan straten en pleinen"."""
_RUN_IN = re.compile(r"(?:\s+(?:van|over|voor)(?:\s+\w+){1,3})?(?:\s*\n|\s+(?=[A-Z][a-z]*\s))(.*)", re.DOTALL)
"""A term that opens a list item and has its explanation behind it: "Bewaarplicht" / "U moet een kopie bewaren"."""
_MEANT_AFTER = re.compile(
    r"[’”'\"]?\s*(?:bedoelen|bedoelt|verstaan|verstaat|wordt bedoeld|noemen)\b(.*)", re.IGNORECASE | re.DOTALL
)
_WITH = re.compile(r"\b(?:met|onder)(?:\s+(?:een|de|het))?\s*[‘“'\"]?$", re.IGNORECASE)
_IN = re.compile(r"\bin\s+(?:een|de|het|die|dat|deze|dit|zo['’]n)\s*[‘“'\"]?$", re.IGNORECASE)
_TELLS = re.compile(
    r"[’”'\"]?\s*(?:staat|staan|leest|ziet|vindt|schrijft|schrijf|vertelt|zegt|legt|leggen|laat)\b(.*)",
    re.IGNORECASE | re.DOTALL,
)
"""With :data:`_IN`: "In een zienswijze schrijft u wat u van het plan vindt"."""
_CALLED_BEFORE = re.compile(r"\b(?:heet|heten|noemen|noemt|oftewel|ofwel|ook wel|dus)\b[^.?!]{0,30}$", re.IGNORECASE)
_CALLED_AFTER = re.compile(r"[’”'\"]?\s*(?:genoemd|genaamd|heet|heten)\b", re.IGNORECASE)
_OPEN_BRACKET = re.compile(
    r"\((?:(?:hierna|hierna genoemd|afgekort|afgekort als|kortweg|ook wel|officieel|dit heet|dat heet)\b:?\s*)?"
    r"(?:(?:de|het|een)\s+)?[‘“'\"]?$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\bwat\s+(?:is|zijn|betekent|betekenen|houdt)\b[^.?!]{0,20}$", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:(?:dat|dit)\s+(?:is|zijn|betekent|houdt|wil zeggen|gaat over)|(?:daarmee|hiermee)\s+bedoel\w+|"
    r"(?:daarin|hierin)\s+(?:staat|staan|leest|ziet|vindt|schrijft)|dan\s+hoeft\s+u|"
    r"(?:daarmee|hiermee)\s+(?:vraagt|vraag|zegt|laat|geeft|krijgt)|"
    r"bij\s+(?:een|de|het)\s+\S+\s+(?:moet|mag|kunt)\b)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_GLOSSARY = re.compile(r"begrip|woordenlijst|verklarend|uitleg|wat-is|wat-betekent", re.IGNORECASE)
_GLOSSARY_HEADING = re.compile(
    r"\b(?:begrippen\w*|woordenlijst|verklarende\s+woorden\w*|(?:moeilijke|lastige|gebruikte)\s+(?:woorden|termen)|"
    r"wat\s+betekenen?\b.{0,40}\b(?:woorden|termen|begrippen|afkortingen)|(?:uitleg|betekenis)\s+van\b.{0,40}\b"
    r"(?:woorden|termen|begrippen|afkortingen)|(?:lijst\s+(?:met|van)\s+)?(?:afkortingen|termen))\b",
    re.IGNORECASE,
)
_EXPLAINING_COLUMN = re.compile(
    r"\s*(?:de\s+)?(?:uitleg|betekenis|wat\s+(?:betekent|is)\b.*|omschrijving)\s*", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:(?:de|het|een)\s+)?[‘“'\"]?", re.IGNORECASE)
_REQUEST_FOR = re.compile(
    r"\b(?:uw|van\s+u)\b[^.?!]{0,60}\b(?:aanvraag|verzoek)\s+(?:voor|om)\s+(?:(?:een|de|het)\s+)?$", re.IGNORECASE
)
_YOU_ASKED = re.compile(r"\b(?:(?:u|je)\s+(?:hebt|heeft|vroeg)|(?:hebt|heb|heeft|vroeg)\s+(?:u|je))\b", re.IGNORECASE)
_ASKED = re.compile(r"\s+(?:\w+\s+){0,4}?(?:aangevraagd|gevraagd|aan)\b", re.IGNORECASE)
_START_OF_ITEM = re.compile(r"(?:[-–•*]\s*)?(?:(?:de|het|een)\s+)?[‘“'\"]?", re.IGNORECASE)
_END_OF_LABEL = re.compile(r"[’”'\"]?\s*(?:\([^()]*\))?\s*[:?]?")
_LABELS = frozenset({BlockKind.LABEL, BlockKind.TABLE_CELL})
_OF_TABLE = frozenset({BlockKind.TABLE_CELL})
_MAX_CELLS = 60
"""How far back the heading of a column may stand, in cells."""
_SHORT = re.compile(r"[’”'\"]?\s*\(((?:(?:een|de|het|uw|of)\s+)*[a-zë-ï]{4,}(?:\s+of\s+[a-zë-ï]{4,})?)\)")
_NO_SYNONYM = re.compile(r"\b(?:hierna|hieronder|hierboven|bijlage\w*|gratis|verplicht|formulier|kopie|per|concept)\b")
"""What stands in brackets behind a term and is no other word for it."""


_REMEMBERED = 1_024
"""Places of terms; after an edit nearly all of them are the same as before."""


@dataclass(frozen=True, slots=True)
class Place:
    """A term in its surroundings.

    Attributes:
        term: the words as they stand there.
        left: the sentence up to the term.
        right: the rest of the sentence.
        before: the sentence before it, or "".
        after: the sentence after it, or "".
        then: the sentence after that, or "".
    """

    term: str
    left: str
    right: str
    before: str
    after: str
    then: str = ""


def place(views: Sequence[BlockView], index: int, start: int, end: int) -> Place:
    """Return the surroundings of the words from ``start`` to ``end`` in block ``index``, across blocks."""
    text = views[index].block.text
    inside = views[index].sentences
    own = next((number for number, s in enumerate(inside) if s.start <= start < s.end), None)
    if own is None:
        return Place(text[start:end], text[:start], text[end:], "", "")
    sentence = inside[own]
    before = inside[own - 1].text if own else _edge(reversed(views[:index]), last=True)
    following = [one.text for one in inside[own + 1 : own + 3]]
    if len(following) < 2:
        following += _next(views[index + 1 :], 2 - len(following))
    after, then = (*following, "", "")[:2]
    return Place(text[start:end], text[sentence.start : start], text[end : max(sentence.end, end)], before, after, then)


def _edge(views: Iterable[BlockView], *, last: bool) -> str:
    """Return the sentence of the nearest block that has one."""
    near = next((view for view in views if view.sentences), None)
    return near.sentences[-1 if last else 0].text if near else ""


def _next(views: Iterable[BlockView], number: int) -> list[str]:
    """Return the first ``number`` sentences of ``views``."""
    return [sentence.text for sentence in islice(chain.from_iterable(view.sentences for view in views), number)]


@shared
def glossary(document: DocumentView) -> frozenset[int]:
    """Return the indices of the blocks below a heading such as "Moeilijke woorden", and of the footnotes."""
    found: set[int] = set()
    level = 0
    for view in document.blocks:
        block = view.block
        if block.kind in APART:
            level = int(block.kind is BlockKind.FOOTNOTE)
        elif block.kind is BlockKind.HEADING:
            own = block.level or 1
            if _GLOSSARY_HEADING.search(block.text):
                level = own
                continue
            level = level if own > level else 0
        if level:
            found.add(view.index)
    return frozenset(found)


def by_layout(views: Sequence[BlockView], index: int, start: int, end: int) -> bool:
    """Tell whether the term is a label or a cell of its own, with its explanation in the next block."""
    block = views[index].block
    alone = _ARTICLE.fullmatch(block.text[:start]) and _END_OF_LABEL.fullmatch(block.text[end:])
    if block.kind not in _LABELS or not alone or index + 1 >= len(views):
        return False
    following = views[index + 1].block
    if block.kind in _OF_TABLE and (following.kind not in _OF_TABLE or not _explaining_column(views, index)):
        return False
    return explains(following.text, block.text[start:end])


def _explaining_column(views: Sequence[BlockView], index: int) -> bool:
    """Tell whether the table of cell ``index`` has a column with explanations."""
    for view in reversed(views[max(0, index - _MAX_CELLS) : index]):
        if view.block.kind not in _OF_TABLE:
            return False
        if _EXPLAINING_COLUMN.fullmatch(view.block.text):
            return True
    return False


def by_markup(block: Block, start: int, end: int) -> bool:
    """Tell whether markup explains the words: a definition, a title, or a link to a list of terms."""
    return any(
        mark.start < end
        and start < mark.end
        and (
            mark.kind is MarkKind.DEFINITION
            or (mark.kind is MarkKind.ABBREVIATION and bool(mark.value.strip()))
            or (mark.kind is MarkKind.LINK and bool(_GLOSSARY.search(mark.value)))
        )
        for mark in block.marks
    )


@lru_cache(maxsize=_REMEMBERED)
def by_words(where: Place, *, bracketed: bool = True) -> bool:
    """Tell whether the words around a term explain it.

    Args:
        where: the term in its surroundings.
        bracketed: whether "an explanation (term)" counts.
    """
    if bracketed and _has_synonym(where):
        return True
    return any(explains(text, where.term) for text in _explanations(where, bracketed=bracketed))


@lru_cache(maxsize=_REMEMBERED)
def asked_by_reader(where: Place) -> bool:
    """Tell whether the reader asked for it, and so knows what it is: "U hebt kwijtschelding aangevraagd"."""
    if _REQUEST_FOR.search(where.left):
        return True
    return bool(_YOU_ASKED.search(where.left) and _ASKED.match(where.right))


def _has_synonym(where: Place) -> bool:
    """Recognise a plain word or two in brackets right behind the term: "uw zienswijze (mening)"."""
    found = _SHORT.match(where.right)
    if found is None or _NO_SYNONYM.search(found[1]):
        return False
    return not any(word.startswith(_stems(where.term)) for word in found[1].split())


def _explanations(where: Place, *, bracketed: bool) -> Iterable[str]:
    """Yield the stretches that stand where an explanation can stand."""
    yield from _right_after(where)
    yield from _between(where.left, where.right)
    if bracketed and _OPEN_BRACKET.search(where.left) and ")" in where.right[:3]:
        yield where.left
    if _CALLED_BEFORE.search(where.left) or _CALLED_AFTER.match(where.right):
        yield f"{where.before} {where.left}"
    if _QUESTION.search(where.left):
        yield where.after
    if found := _NEXT.match(where.after):
        yield found[1]
    yield from _by_saying_it_again(where)


def _right_after(where: Place) -> Iterable[str]:
    for pattern in (_IN_BRACKETS, _AFTER_SIGN, _APPOSITION, _SUCH_AS):
        if found := pattern.match(where.right):
            yield found[1]
    if _START_OF_ITEM.fullmatch(where.left) and (found := _RUN_IN.match(where.right)):
        yield found[1]


def _between(left: str, right: str) -> Iterable[str]:
    """Yield the explanation in words before and after the term that go together."""
    for before, after in ((_AT, _THINK_OF), (_WITH, _MEANT_AFTER), (_IN, _TELLS)):
        if before.search(left) and (found := after.match(right)):
            yield found[1]


def _by_saying_it_again(where: Place) -> Iterable[str]:
    """Yield the explanation in a next sentence that holds the term itself."""
    again = re.search(rf"\b{re.escape(where.term)}\b", where.after, re.IGNORECASE)
    if again is None:
        return
    left, right = where.after[: again.start()], where.after[again.end() :]
    if found := _AFTER_SIGN.match(right):
        yield found[1]
    yield from _between(left, right)
    if _QUESTION.search(left):
        yield where.then


def explains(text: str, term: str) -> bool:
    """Tell whether ``text`` says enough in other words than ``term`` itself, a law article or an abbreviation."""
    words = _WORD.findall(_ABBREVIATION.sub(" ", _LAW.sub(" ", text)).lower())
    stems = _stems(term)
    own = [word for word in words if word not in _EMPTY_WORDS and not (stems and word.startswith(stems))]
    return len(own) >= _MIN_WORDS


def _stems(term: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in _WORD.findall(term.lower()) if len(word) > 3)


def _stem(word: str) -> str:
    """Return the part that all forms of ``word`` share, roughly."""
    return word[: max(4, len(word) - 2)]
