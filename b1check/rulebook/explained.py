"""Tells whether a term is explained where it stands.

A writer may use a hard term, as long as the reader learns what it means at that place: in the same sentence,
in the next one, or in the one before ("... Dat noemen we een dwangsom"). A law article or a shorter name for
the term explains nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from b1check.documents.document import Block, MarkKind
from b1check.rulebook.match import BlockView

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
    r"[’”'\"]?(?::|\s+[–—-]\s|,?\s*(?:dat wil zeggen|oftewel|ofwel|of anders gezegd|met andere woorden)\b|"
    rf",\s*(?:dat|dit)\s+(?:is|zijn)\b|{_SUBJECT_IS}|{_SAYS})(.*)",
    re.IGNORECASE | re.DOTALL,
)
_APPOSITION = re.compile(
    r"[’”'\"]?,\s+((?:de|het|een|iemand|iets|geld|dus)\b(?:\s+\w+){0,3}\s+(?:die|dat|waar\w*|om|van|voor)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""Right after the term: "het CAK, de organisatie die dit regelt"."""
_MEANT_AFTER = re.compile(
    r"[’”'\"]?\s*(?:bedoelen|bedoelt|verstaan|verstaat|wordt bedoeld|noemen)\b(.*)", re.IGNORECASE | re.DOTALL
)
_WITH = re.compile(r"\b(?:met|onder)(?:\s+(?:een|de|het))?\s*[‘“'\"]?$", re.IGNORECASE)
_IN = re.compile(r"\bin\s+(?:een|de|het|die|dat|deze|dit|zo['’]n)\s*[‘“'\"]?$", re.IGNORECASE)
_TELLS = re.compile(
    r"[’”'\"]?\s*(?:staat|staan|leest|schrijft|schrijf|vertelt|zegt|legt|leggen|laat)\b(.*)", re.IGNORECASE | re.DOTALL
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
    r"(?:daarin|hierin)\s+(?:staat|staan|leest|schrijft)|dan\s+hoeft\s+u|"
    r"bij\s+(?:een|de|het)\s+\S+\s+(?:moet|mag|kunt)\b)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_GLOSSARY = re.compile(r"begrip|woordenlijst|verklarend|uitleg|wat-is|wat-betekent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A term in its surroundings.

    Attributes:
        term: the words as they stand there.
        left: the sentence up to the term.
        right: the rest of the sentence.
        before: the sentence before it, or "".
        after: the sentence after it, or "".
    """

    term: str
    left: str
    right: str
    before: str
    after: str


def place(views: Sequence[BlockView], index: int, start: int, end: int) -> Place:
    """Return the surroundings of the words from ``start`` to ``end`` in block ``index``, across blocks."""
    text = views[index].block.text
    inside = views[index].sentences
    own = next((number for number, s in enumerate(inside) if s.start <= start < s.end), None)
    if own is None:
        return Place(text[start:end], text[:start], text[end:], "", "")
    sentence = inside[own]
    before = inside[own - 1].text if own else _edge(reversed(views[:index]), last=True)
    after = inside[own + 1].text if own + 1 < len(inside) else _edge(views[index + 1 :], last=False)
    return Place(text[start:end], text[sentence.start : start], text[end : max(sentence.end, end)], before, after)


def _edge(views: Iterable[BlockView], *, last: bool) -> str:
    """Return the sentence of the nearest block that has one."""
    near = next((view for view in views if view.sentences), None)
    return near.sentences[-1 if last else 0].text if near else ""


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


def by_words(where: Place, *, bracketed: bool = True) -> bool:
    """Tell whether the words around a term explain it.

    Args:
        where: the term in its surroundings.
        bracketed: whether "an explanation (term)" counts.
    """
    return any(explains(text, where.term) for text in _explanations(where, bracketed=bracketed))


def _explanations(where: Place, *, bracketed: bool) -> Iterable[str]:
    """Yield the stretches that stand where an explanation can stand."""
    for pattern in (_IN_BRACKETS, _AFTER_SIGN, _APPOSITION):
        if found := pattern.match(where.right):
            yield found[1]
    if _WITH.search(where.left) and (found := _MEANT_AFTER.match(where.right)):
        yield found[1]
    if _IN.search(where.left) and (found := _TELLS.match(where.right)):
        yield found[1]
    if bracketed and _OPEN_BRACKET.search(where.left) and ")" in where.right[:3]:
        yield where.left
    if _CALLED_BEFORE.search(where.left) or _CALLED_AFTER.match(where.right):
        yield f"{where.before} {where.left}"
    if _QUESTION.search(where.left):
        yield where.after
    if found := _NEXT.match(where.after):
        yield found[1]
    again = re.search(rf"\b{re.escape(where.term)}\b", where.after, re.IGNORECASE)
    if again:
        left, right = where.after[: again.start()], where.after[again.end() :]
        if found := _AFTER_SIGN.match(right):
            yield found[1]
        if _IN.search(left) and (found := _TELLS.match(right)):
            yield found[1]
        if _WITH.search(left) and (found := _MEANT_AFTER.match(right)):
            yield found[1]


def explains(text: str, term: str) -> bool:
    """Tell whether ``text`` says enough in other words than ``term`` itself, a law article or an abbreviation."""
    words = _WORD.findall(_ABBREVIATION.sub(" ", _LAW.sub(" ", text)).lower())
    stems = tuple(_stem(word) for word in _WORD.findall(term.lower()) if len(word) > 3)
    own = [word for word in words if word not in _EMPTY_WORDS and not (stems and word.startswith(stems))]
    return len(own) >= _MIN_WORDS


def _stem(word: str) -> str:
    """Return the part that all forms of ``word`` share, roughly."""
    return word[: max(4, len(word) - 2)]
