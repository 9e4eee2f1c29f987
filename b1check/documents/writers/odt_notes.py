"""Notes in OpenDocument texts (.odt): annotations right in the text, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from b1check.documents.document import Document
from b1check.documents.readers.archive import OPEN_DOCUMENT, Archive
from b1check.documents.readers.odt import CONTENT, Package
from b1check.documents.readers.odt_styles import DRAW, OFFICE, STYLE, TEXT
from b1check.documents.readers.odt_text import SPACES, Paragraph, Story
from b1check.documents.readers.paragraphs import Node, Part, lay_out
from b1check.documents.source import SourceRange
from b1check.documents.writers.notes import CHANGED, Kept, Note, Noted, Signature, flat, is_ours, new_ones
from b1check.documents.writers.ranges import Cut, Line, Range, Ranges, Side, Sign, from_behind, lines_of
from b1check.documents.writers.zipping import part, zipped
from b1check.errors import WriteError

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_NOTE, _NOTE_END, _NAME = f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{OFFICE}name"
_NAME_START = "b1check-"
_FOOTNOTE = f"{TEXT}note"
# Elements in which annotations may stand; others show something that is made anew.
_OPEN = frozenset(f"{TEXT}{name}" for name in ("p", "h", "span", "a", "meta", "ruby-base"))
_SIGNATURE = "META-INF/documentsignatures.xml"
_SIGNED = (
    "Dit OpenDocument-bestand heeft een digitale handtekening. Die klopt niet meer als b1check iets verandert. "
    "Haal eerst de handtekening weg in LibreOffice."
)


def put(data: bytes, document: Document, notes: Sequence[Note], signature: Signature) -> Noted:
    """Return the OpenDocument text in ``data`` with ``notes``; see :func:`b1check.documents.writers.notes.put`.

    Raises:
        WriteError: when notes would break its digital signature, or it is not the file that was read.
    """
    package = Package(data)
    if _SIGNATURE in package.archive:
        raise WriteError(_SIGNED)
    layout = lay_out(paragraph.shown for paragraph in package.paragraphs(Story(package.styles)))
    if layout.source != document.source.text:
        raise WriteError(CHANGED)
    kept = _clear(package.body, signature, layout.commented)
    ranges = Ranges(_lines(package))
    names = _Names(package.body)
    signs: list[Sign] = []
    beside = placed = 0
    for order, note in enumerate(new_ones(notes, kept)):
        where = ranges.of(note.span) if note.span else None
        exact = where is None or where.exact
        signs += _signs(where or ranges.top(), order, note if exact else note.beside, names, signature)
        beside += not exact
        placed += note.span is not None
    for sign in from_behind(signs):
        _place(sign)
    return Noted(zipped(Archive(data, OPEN_DOCUMENT), {CONTENT: part(package.body)}), placed, beside, len(kept))


class _Names:
    """Gives each annotation a name that no other one has."""

    def __init__(self, body: etree._Element) -> None:
        self._used = {element.get(_NAME, "") for element in body.iter(_NOTE, _NOTE_END)}
        self._last = 0

    def next(self) -> str:
        self._last += 1
        while f"{_NAME_START}{self._last}" in self._used:
            self._last += 1
        return f"{_NAME_START}{self._last}"


def _clear(body: etree._Element, signature: Signature, places: Mapping[str, SourceRange]) -> list[Kept]:
    """Take out the annotations of the same author; return those that somebody answered or settled, which stay."""
    notes = list(body.iter(_NOTE))
    answered = {value for note in notes if (value := _about(note, "parent-name"))}
    kept: list[Kept] = []
    gone: set[str] = set()
    for note in notes:
        text = flat(" ".join("".join(map(str, line.itertext())) for line in note.iter(f"{TEXT}p")))
        if not is_ours(note.findtext(f"{_DC}creator") or "", text, signature):
            continue
        name = note.get(_NAME, "")
        if _about(note, "resolved") == "true" or _about(note, "parent-name") or (name and name in answered):
            kept.append(Kept(text, places.get(name)))
            continue
        gone.add(name)
        _remove(note)
    for end in list(body.iter(_NOTE_END)):
        if end.get(_NAME, "") in gone - {""}:
            _remove(end)
    return kept


def _about(note: etree._Element, key: str) -> str:
    """Return what LibreOffice says about a note in an attribute that the standard does not have yet."""
    return next((str(value) for name, value in note.attrib.items() if etree.QName(str(name)).localname == key), "")


def _remove(element: etree._Element) -> None:
    """Take ``element`` out of the text, without what stands behind it."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _lines(package: Package) -> list[Line]:
    """Return the paragraphs of the source; pieces in which no annotation may stand have no node."""
    paragraphs = list(package.paragraphs(Story(package.styles)))
    free = (paragraph.element for paragraph in paragraphs if not _stands_apart(paragraph.element))
    top = next(free, None)
    return lines_of(
        (paragraph.shown.text, paragraph.element, tuple(_pieces(paragraph)), _host(paragraph.element, top))
        for paragraph in paragraphs
    )


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, Node | None]]:
    for text, node in paragraph.pieces:
        yield text, node if node and _is_open(node, paragraph.element) else None


def _is_open(node: Node, paragraph: etree._Element) -> bool:
    """Tell whether there may be annotations in everything between ``node`` and its paragraph."""
    around = node.element if node.part is Part.TEXT else node.element.getparent()
    while around is not None and around is not paragraph:
        if around.tag not in _OPEN:
            return False
        around = around.getparent()
    return True


def _stands_apart(paragraph: etree._Element) -> bool:
    """Tell whether ``paragraph`` is one of a drawing, a footnote or the margin of a page: there are no comments."""
    return any(str(around.tag).startswith((DRAW, STYLE, _FOOTNOTE)) for around in paragraph.iterancestors())


def _host(paragraph: etree._Element, top: etree._Element | None) -> etree._Element | None:
    """Return the paragraph that a drawing or a footnote with ``paragraph`` hangs on.

    For what hangs on the page it is ``top``, the first paragraph of the text.
    """
    if not _stands_apart(paragraph):
        return None
    around = (one for one in paragraph.iterancestors(f"{TEXT}p", f"{TEXT}h") if not _stands_apart(one))
    return next(around, top)


def _signs(where: Range | Cut, order: int, note: Note, names: _Names, signature: Signature) -> list[Sign]:
    name = names.next()
    made = _annotation(note, signature)
    if isinstance(where, Cut):
        return [Sign(where, order, (made,))]
    made.set(_NAME, name)
    end = etree.Element(_NOTE_END)
    end.set(_NAME, name)
    return [Sign(where.start, order, (made,)), Sign(where.end, order, (end,))]


def _annotation(note: Note, signature: Signature) -> etree._Element:
    made = etree.Element(_NOTE)
    etree.SubElement(made, f"{_DC}creator").text = signature.author
    etree.SubElement(made, f"{_DC}date").text = signature.moment
    etree.SubElement(made, f"{_META}creator-initials").text = signature.initials
    for line in note.text:
        etree.SubElement(made, f"{TEXT}p").text = " ".join(line.split())
    return made


def _place(sign: Sign) -> None:
    """Put a sign in its place; all that come after it in the text stand there already."""
    cut, (new,) = sign.cut, sign.elements
    if cut.piece is None or cut.piece.node is None:
        if cut.side is Side.LAST:
            cut.element.append(new)
        else:
            new.tail, cut.element.text = cut.element.text, None
            cut.element.insert(0, new)
        return
    element, kind = cut.piece.node
    offset = cut.offset - cut.piece.start
    if kind is Part.WHOLE:
        _beside(element, new, behind=cut.side is Side.BEFORE)
    elif kind is Part.TEXT:
        text = element.text or ""
        at = _raw(text, cut, offset)
        element.text, new.tail = text[:at], text[at:]
        element.insert(0, new)
    else:
        text = element.tail or ""
        at = _raw(text, cut, offset)
        element.tail = text[:at]
        _insert_behind(element, new, text[at:])


def _beside(element: etree._Element, new: etree._Element, *, behind: bool) -> None:
    """Put ``new`` right before or right behind ``element``."""
    if behind:
        tail, element.tail = element.tail, None
        _insert_behind(element, new, tail)
        return
    parent = element.getparent()
    assert parent is not None
    parent.insert(parent.index(element), new)


def _insert_behind(element: etree._Element, new: etree._Element, tail: str | None) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.insert(parent.index(element) + 1, new)
    new.tail = tail


def _raw(text: str, cut: Cut, offset: int) -> int:
    """Return where ``offset`` of what is shown of ``text`` stands in it: white space is shown as one space or none.

    A sign goes right before the character that it holds on to, or right behind it.
    """
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for space in SPACES.finditer(text):
        starts += [*range(at, space.start()), space.start()]
        ends += [*range(at + 1, space.start() + 1), space.end()]
        at = space.end()
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    assert cut.piece is not None
    # White space at the start is not shown after other white space.
    index = offset + (SPACES.match(text) is not None and not cut.piece.text.startswith(" "))
    if cut.side is Side.AFTER:
        return starts[index] if index < len(starts) else len(text)
    return ends[index - 1] if index <= len(ends) else len(text)
