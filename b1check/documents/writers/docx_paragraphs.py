"""Cuts a paragraph of a Word file in two, or takes it out.

In Word the sign at the end of a paragraph holds how it looks. So of two halves the second one keeps the element, and
the first one gets a new sign, which a tracked change marks as new: who refuses that, has the old paragraph again.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from b1check.documents.readers.docx_styles import W

_PROPERTIES = f"{W}pPr"
_OF_THE_END = (f"{W}sectPr", f"{W}pPrChange")
"""Properties that stay with the last half: where a section ends, and what a change made of the paragraph."""
_WORDS = frozenset(f"{W}{name}" for name in ("r", "t", "proofErr", "lastRenderedPageBreak"))
_BOOKMARKS = frozenset({f"{W}bookmarkStart", f"{W}bookmarkEnd"})
_OF_THE_SIGN = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))


def cut_behind(element: etree._Element, mark: etree._Element | None) -> None:
    """Cut the paragraph around ``element``, a child of it, in two behind that.

    Args:
        element: the last one of the first half.
        mark: the ``w:ins`` of a tracked change; None to cut it plainly.
    """
    paragraph = element.getparent()
    assert paragraph is not None
    first = paragraph_before(paragraph, mark)
    moved = [*reversed(list(element.itersiblings(preceding=True))), element]
    first.extend(one for one in moved if one.tag != _PROPERTIES)


def paragraph_before(paragraph: etree._Element, mark: etree._Element | None) -> etree._Element:
    """Put an empty paragraph before ``paragraph`` that looks the same, and return it."""
    new = etree.Element(f"{W}p")
    properties = paragraph.find(_PROPERTIES)
    copied = deepcopy(properties) if properties is not None else etree.Element(_PROPERTIES)
    copied.tail = None
    _drop(copied, _OF_THE_END)
    sign = copied.find(f"{W}rPr")
    if sign is not None:
        _drop(sign, _OF_THE_SIGN)
    if mark is not None:
        _sign_of(copied).insert(0, mark)
    if len(copied):
        new.append(copied)
    paragraph.addprevious(new)
    return new


def put_first(paragraph: etree._Element, element: etree._Element) -> None:
    """Put ``element`` before all that ``paragraph`` shows."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        paragraph.insert(0, element)
    else:
        properties.addnext(element)


def can_drop(paragraph: etree._Element) -> bool:
    """Tell whether nothing but words is lost with ``paragraph``, and whether there is another one beside it."""
    properties = paragraph.find(_PROPERTIES)
    if properties is not None and properties.find(f"{W}sectPr") is not None:
        return False
    if not all(_is_words(child) for child in paragraph if child is not properties):
        return False
    following = next(paragraph.itersiblings(f"{W}p"), None)
    parent = paragraph.getparent()
    is_body = parent is not None and parent.tag == f"{W}body"
    before = next(paragraph.itersiblings(f"{W}p", preceding=True), None)
    return following is not None or (is_body and before is not None)


def _is_words(element: etree._Element) -> bool:
    if element.tag in _BOOKMARKS:
        return True
    return element.tag in _WORDS and all(child.tag == f"{W}rPr" or _is_words(child) for child in element)


def drop(paragraph: etree._Element, mark: etree._Element | None) -> None:
    """Take out ``paragraph``, of which the words are gone; the places of its bookmarks stay.

    Args:
        paragraph: one that can be dropped.
        mark: the ``w:del`` of a tracked change; None to take it out plainly.
    """
    if mark is not None:
        properties = paragraph.find(_PROPERTIES)
        if properties is None:
            properties = etree.Element(_PROPERTIES)
            paragraph.insert(0, properties)
        _sign_of(properties).insert(0, mark)
        return
    for bookmark in [child for child in paragraph if child.tag in _BOOKMARKS]:
        paragraph.addprevious(bookmark)
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def _sign_of(properties: etree._Element) -> etree._Element:
    """Return the properties of the sign at the end, which stand behind all but those of a section and a change."""
    sign = properties.find(f"{W}rPr")
    if sign is None:
        sign = etree.Element(f"{W}rPr")
        after = next((child for child in properties if child.tag in _OF_THE_END), None)
        if after is None:
            properties.append(sign)
        else:
            after.addprevious(sign)
    return sign


def _drop(parent: etree._Element, tags: tuple[str, ...]) -> None:
    for child in [child for child in parent if child.tag in tags]:
        parent.remove(child)
