"""Notes in Word files (.docx): comments, with signs in the text where their words start and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from b1check.documents.document import Document
from b1check.documents.readers.archive import Archive
from b1check.documents.readers.docx import Package
from b1check.documents.readers.docx_styles import W
from b1check.documents.readers.docx_text import Paragraph
from b1check.documents.readers.paragraphs import Node, Part, lay_out
from b1check.documents.writers.docx import SIGNATURES, SIGNED, is_closed, run_behind, set_text
from b1check.documents.writers.docx_comments import Comments
from b1check.documents.writers.notes import CHANGED, Kept, Note, Noted, Signature, new_ones
from b1check.documents.writers.ranges import Cut, Line, Range, Ranges, Side, Sign, from_behind, lines_of
from b1check.documents.writers.zipping import part, zipped
from b1check.errors import WriteError

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Word fills these anew, or shows one of two versions.
_CLOSED = frozenset({f"{W}fldSimple", f"{_MC}AlternateContent"})
_BOX = f"{W}txbxContent"
_OTHER_STORIES = ("/footnotes", "/endnotes", "/header", "/footer")
_START, _END, _REFERENCE = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"


def put(data: bytes, document: Document, notes: Sequence[Note], signature: Signature) -> Noted:
    """Return the Word file in ``data`` with ``notes``; see :func:`b1check.documents.writers.notes.put`.

    Raises:
        WriteError: when notes would break its digital signature, or it is not the file that was read.
    """
    package = Package(data)
    if any(name.startswith(SIGNATURES) for name in package.archive.names()):
        raise WriteError(SIGNED)
    layout = lay_out(package.paragraphs())
    if layout.source != document.source.text:
        raise WriteError(CHANGED)
    comments = Comments(package, signature)
    elsewhere = {
        name for story in package.part_names(*_OTHER_STORIES) for name in _references(package.archive.xml(story))
    }
    gone, kept = comments.clear(keep=elsewhere)
    _take_out(package.body, gone)
    # What is taken out leaves the text as it is, but the elements that show it may be others now.
    ranges = Ranges(_lines(package))
    signs: list[Sign] = []
    beside = placed = 0
    still = [Kept(text, layout.commented.get(name)) for name, text in kept]
    for order, note in enumerate(new_ones(notes, still)):
        where = ranges.of(note.span) if note.span else None
        exact = where is None or where.exact
        number = comments.add(note if exact else note.beside)
        beside += not exact
        placed += note.span is not None
        signs += _signs(where or ranges.top(), order, number, comments)
    for sign in from_behind(signs):
        _place(sign)
    changed = {package.main: part(package.body)} | comments.parts()
    return Noted(zipped(Archive(data), changed), placed, beside, len(kept))


def _lines(package: Package) -> list[Line]:
    """Return the paragraphs of the source; pieces in which no sign may stand have no node."""
    return lines_of(
        (paragraph.text, paragraph.element, tuple(_pieces(paragraph)), _host(paragraph))
        for paragraph in package.story()
    )


def _pieces(paragraph: Paragraph) -> Iterator[tuple[str, Node | None]]:
    for text, _, node in paragraph.pieces:
        yield text, node if node and not is_closed(node.element, _CLOSED, paragraph.element) else None


def _host(paragraph: Paragraph) -> etree._Element | None:
    """Return the paragraph that a text box or a note with ``paragraph`` hangs on: LibreOffice has no comments there."""
    host = paragraph.host
    in_box = False
    for around in (paragraph.element if host is None else host).iterancestors():
        if around.tag == _BOX:
            in_box = True
        elif around.tag == f"{W}p" and in_box:
            host = around
    return host


def _references(root: etree._Element) -> set[str]:
    return {element.get(f"{W}id", "") for element in root.iter(_START, _END, _REFERENCE)}


def _take_out(body: etree._Element, gone: set[str]) -> None:
    """Take out the signs of comments that are no more."""
    for element in list(body.iter(_START, _END, _REFERENCE)):
        if element.get(f"{W}id") not in gone:
            continue
        run = element.getparent()
        assert run is not None  # a body has no comment signs at its root
        run.remove(element)
        above = run.getparent()
        if element.tag == _REFERENCE and above is not None and all(child.tag == f"{W}rPr" for child in run):
            above.remove(run)


def _signs(where: Range | Cut, order: int, number: str, comments: Comments) -> list[Sign]:
    reference = comments.reference(number)
    if isinstance(where, Cut):
        return [Sign(where, order, (reference,))]
    start, end = (etree.Element(tag, {f"{W}id": number}) for tag in (_START, _END))
    return [Sign(where.start, order, (start,)), Sign(where.end, order, (end, reference))]


def _place(sign: Sign) -> None:
    """Put a sign in its place; all that come after it in the text stand there already."""
    cut, elements = sign.cut, list(sign.elements)
    paragraph = cut.element
    if cut.piece is None or cut.piece.node is None:
        properties = paragraph.find(f"{W}pPr")
        if cut.side is Side.LAST:
            paragraph.extend(elements)
        else:
            at = 0 if properties is None else paragraph.index(properties) + 1
            paragraph[at:at] = elements
        return
    offset = cut.offset - cut.piece.start
    if cut.side is Side.AFTER:
        run = _run_from(cut.piece.node, offset)
        for element in elements:
            run.addprevious(element)
        last = elements[-1]
    else:
        run = _run_to(cut.piece.node, offset)
        for element in reversed(elements):
            run.addnext(element)
        last = elements[-1]
    if last.tag == f"{W}r":
        _lift(last, paragraph)


def _lift(reference: etree._Element, paragraph: etree._Element) -> None:
    """Put the sign of a comment itself behind the link or the tracked change in which its words end."""
    around = reference
    while (above := around.getparent()) is not None and above is not paragraph:
        around = above
    if around is not reference:
        around.addnext(reference)


def _run_from(node: Node, offset: int) -> etree._Element:
    """Return the run that starts ``offset`` characters into what ``node`` shows, split off when need be."""
    element = node.element
    run = _run_of(element)
    behind = list(element.itersiblings())
    if offset:
        text = element.text or ""
        set_text(element, text[:offset])
        new = run_behind(run, text[offset:])
        new.extend(behind)
        return new
    if all(before.tag == f"{W}rPr" for before in element.itersiblings(preceding=True)):
        return run
    new = run_behind(run, "")
    new.extend([element, *behind])
    return new


def _run_to(node: Node, offset: int) -> etree._Element:
    """Return the run that ends ``offset`` characters into what ``node`` shows; the rest is split off."""
    element = node.element
    run = _run_of(element)
    behind = list(element.itersiblings())
    rest = (element.text or "")[offset:] if node.part is Part.TEXT else ""
    if rest:
        set_text(element, (element.text or "")[:offset])
    if rest or behind:
        run_behind(run, rest).extend(behind)
    return run


def _run_of(element: etree._Element) -> etree._Element:
    run = element.getparent()
    assert run is not None  # the reader takes text only from the children of runs
    return run
