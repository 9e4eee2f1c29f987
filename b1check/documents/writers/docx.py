"""Writer of Word files (.docx): puts edits in the runs they are about, plainly or as tracked changes.

The reader tells for each piece of its text which ``w:t`` holds it, so nothing is searched for. All other parts of
the file, and all markup around the edits, stay as they are. The sign :data:`NEW_PARAGRAPH` in new words cuts the
paragraph in two: the file then reads as if that sign were a line feed. A paragraph goes when an edit takes out all of
it with the line feed beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from b1check.documents.document import Document
from b1check.documents.readers.docx import Package, document_of
from b1check.documents.readers.docx_styles import W
from b1check.documents.writers import Tracked
from b1check.documents.writers.docx_paragraphs import can_drop, cut_behind, drop, paragraph_before, put_first
from b1check.documents.writers.edits import trimmed, without_idle
from b1check.documents.writers.zipping import part, zipped
from b1check.errors import WriteError
from b1check.findings import Edit, Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

NEW_PARAGRAPH = "\u2029"
"""In the new words of an edit: here a new paragraph starts."""

SIGNATURES = "_xmlsignatures/"
SIGNED = (
    "Dit Word-bestand heeft een digitale handtekening. Die klopt niet meer als b1check iets verandert. "
    "Haal eerst de handtekening weg in Word."
)

# Text in these is somebody else's: the result of a field, a change that waits for a decision, one of two versions
# of the same text box.
_CLOSED = frozenset({f"{W}fldSimple", f"{W}ins", f"{W}moveTo", f"{_MC}AlternateContent"})
_CLOSED_CONTROL = frozenset(
    f"{W}{name}" for name in ("dataBinding", "lock", "showingPlcHdr", "comboBox", "dropDownList", "date")
)
"""Properties of a content control that keep a person or Word from changing its text freely."""


class _Held(NamedTuple):
    """A piece of the source, from ``start`` to ``end``, and the ``w:t`` that holds it."""

    start: int
    end: int
    element: etree._Element


class _Line(NamedTuple):
    """A line of the source, from ``start`` to ``end``, and the paragraph that it shows."""

    start: int
    end: int
    element: etree._Element


class _Place(NamedTuple):
    """Where an edit goes: the paragraphs that it takes out, and what it does in one that stays."""

    dropped: tuple[_Line, ...]
    edit: Edit


class WordFile:
    """A Word file; see :class:`b1check.documents.writers.Editable`.

    Raises:
        WriteError: when a change would break the digital signature of the file.
    """

    def __init__(self, data: bytes, document: Document) -> None:
        self._data = data
        self.document = document
        package = Package(data)
        if any(name.startswith(SIGNATURES) for name in package.archive.names()):
            raise WriteError(SIGNED)
        self._held = _Index(package)

    def can_place(self, edits: Sequence[Edit]) -> bool:
        """Tell whether the words of all ``edits`` stand in text that may change."""
        return all(map(self._has_room, edits))

    def _has_room(self, edit: Edit) -> bool:
        place = self._held.place(edit)
        if place is None or not all(self._held.holds_all_of(line) and can_drop(line.element) for line in place.dropped):
            return False
        edit = trimmed(self.document.source.text, place.edit)
        if place.dropped and _is_idle(edit):
            return True
        pieces = self._held.by(edit)
        if not pieces or set("\n\r\t") & set(edit.replacement):
            return False
        return NEW_PARAGRAPH not in edit.replacement or _can_cut(pieces[-1].element)

    def with_edits(self, edits: Sequence[Edit]) -> Document:
        """Return the document as it reads after ``edits``."""
        return document_of(self._changed(edits), name=self.document.name)

    def write(self, edits: Sequence[Edit], *, tracked: Tracked | None = None) -> bytes:
        """Return the bytes of the file with ``edits``, plainly or as ``tracked`` changes."""
        package = self._changed(edits, tracked)
        return zipped(package.archive, {package.main: part(package.body)})

    def _changed(self, edits: Sequence[Edit], tracked: Tracked | None = None) -> Package:
        package = Package(self._data)
        held = _Index(package)
        numbers = _Numbers(package.body)
        text = self.document.source.text
        # From the last to the first: what stands before an edit is still in its place then.
        for edit in reversed(without_idle(text, edits)):
            place = held.place(edit)
            assert place is not None  # seen to by can_place
            words = trimmed(text, place.edit)
            if not _is_idle(words):
                _write(words, held.by(words), tracked, numbers)
            for line in place.dropped:
                words = Edit(Span(line.start, line.end), "")
                _write(words, held.by(words), tracked, numbers)
                drop(line.element, _change_mark("del", tracked, numbers) if tracked else None)
        return package


def open_document(data: bytes, document: Document) -> WordFile:
    """Return ``document``, which was read from ``data``, to be written anew."""
    return WordFile(data, document)


class _Index:
    """The elements that hold the source, by their place in it."""

    def __init__(self, package: Package) -> None:
        self._lines = tuple(_lines(package))
        self._line_starts = [line.start for line in self._lines]
        self._pieces = tuple(_held(package))
        self._starts = [piece.start for piece in self._pieces]
        self._ends = [piece.end for piece in self._pieces]

    def by(self, edit: Edit) -> tuple[_Held, ...]:
        """Return the pieces that ``edit`` is about, in order; none when it reaches into text that is not held.

        An insertion is about the piece before it, or the one after it at the start of a paragraph.
        """
        start, end = edit.span.start, edit.span.end
        if start == end:
            before = bisect_left(self._ends, start)
            return tuple(piece for piece in self._pieces[before : before + 1] if piece.start <= start <= piece.end)
        found = self._pieces[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        covered = sum(min(piece.end, end) - max(piece.start, start) for piece in found)
        return found if covered == end - start else ()

    def place(self, edit: Edit) -> _Place | None:
        """Return where ``edit`` goes; None when it would join two paragraphs that both stay."""
        start, end = edit.span.start, edit.span.end
        first = max(bisect_right(self._line_starts, start) - 1, 0)
        touched = self._lines[first : max(bisect_right(self._line_starts, end), first + 1)]
        if len(touched) < 2:
            return _Place((), edit)
        stays = touched[0] if start > touched[0].start else touched[-1]
        dropped = tuple(line for line in touched if line is not stays)
        if not all(start <= line.start and line.end <= end for line in dropped):
            return None
        inside = Span(max(start, stays.start), min(end, stays.end))
        return _Place(dropped, Edit(inside, edit.replacement))

    def holds_all_of(self, line: _Line) -> bool:
        """Tell whether all words of ``line`` may change."""
        return bool(self.by(Edit(Span(line.start, line.end), "")))


def _lines(package: Package) -> Iterator[_Line]:
    """Yield the lines of the source, laid out as the reader does."""
    start = 0
    for paragraph in package.story():
        if paragraph.text.strip():
            yield _Line(start, start + len(paragraph.text), paragraph.element)
            start += len(paragraph.text) + 1


def _held(package: Package) -> Iterator[_Held]:
    """Yield the pieces of the source that may change, in the body; the source is laid out as the reader does."""
    start = 0
    for paragraph in package.story():
        if not paragraph.text.strip():
            continue
        at = start
        for text, element, _ in paragraph.pieces:
            if element is not None and paragraph.apart is None and not is_closed(element, _CLOSED):
                yield _Held(at, at + len(text), element)
            at += len(text)
        start += len(paragraph.text) + 1


def is_closed(element: etree._Element, closed: Collection[str], end: etree._Element | None = None) -> bool:
    """Tell whether one of the ``closed`` elements, or a control that nobody changes freely, is around ``element``.

    Args:
        element: in a paragraph.
        closed: tags of elements.
        end: the element at which to stop looking; None for the root.
    """
    for around in element.iterancestors():
        if around is end:
            return False
        if around.tag in closed:
            return True
        if around.tag == f"{W}sdt":
            properties = around.find(f"{W}sdtPr")
            if properties is not None and any(child.tag in _CLOSED_CONTROL for child in properties):
                return True
    return False


class _Numbers:
    """Gives each change a number that nothing else in the text has."""

    def __init__(self, body: etree._Element) -> None:
        used = (element.get(f"{W}id", "") for element in body.iter())
        self._last = max((int(number) for number in used if number.isdecimal()), default=0)

    def next(self) -> str:
        self._last += 1
        return str(self._last)


def _write(edit: Edit, pieces: Sequence[_Held], tracked: Tracked | None, numbers: _Numbers) -> None:
    if NEW_PARAGRAPH in edit.replacement:
        _split(edit, pieces, tracked, numbers)
    elif tracked:
        _track(edit, pieces, tracked, numbers)
    else:
        _change(edit, pieces)


def _change(edit: Edit, pieces: Sequence[_Held]) -> None:
    """Write the new words in the first piece, and take the old ones out of all."""
    for number, piece in enumerate(pieces):
        text = piece.element.text or ""
        start, end = _inside(edit, piece)
        new = edit.replacement if number == 0 else ""
        set_text(piece.element, text[:start] + new + text[end:])
        run = piece.element.getparent()
        if not piece.element.text and run is not None:
            run.remove(piece.element)
            _drop_if_empty(run)


def _track(edit: Edit, pieces: Sequence[_Held], tracked: Tracked, numbers: _Numbers) -> None:
    """Mark the old words as deleted, in their own layout, and put the new ones behind them in that of the first."""
    struck = _struck(edit, pieces, tracked, numbers)
    if edit.replacement:
        struck.last.addnext(_new(edit.replacement, struck.layout, tracked, numbers))
    for run in struck.shortened:
        _drop_if_empty(run)


def _split(edit: Edit, pieces: Sequence[_Held], tracked: Tracked | None, numbers: _Numbers) -> None:
    """Do the same where the new words start new paragraphs: those look like the one that is cut."""
    struck = _struck(edit, pieces, tracked, numbers)
    opening, *between, closing = edit.replacement.split(NEW_PARAGRAPH)
    last = struck.last
    if opening:
        last = _new(opening, struck.layout, tracked, numbers)
        struck.last.addnext(last)
    paragraph = last.getparent()
    assert paragraph is not None  # seen to by can_place

    def mark() -> etree._Element | None:
        return _change_mark("ins", tracked, numbers) if tracked else None

    cut_behind(last, mark())
    for words in between:
        paragraph_before(paragraph, mark()).append(_new(words, struck.layout, tracked, numbers))
    if closing:
        put_first(paragraph, _new(closing, struck.layout, tracked, numbers))
    for run in struck.shortened:
        _drop_if_empty(run)


def _can_cut(element: etree._Element) -> bool:
    """Tell whether a paragraph can be cut at ``element``, a ``w:t``: not inside a link or another element in it."""
    run = element.getparent()
    around = run.getparent() if run is not None else None
    return around is not None and around.tag == f"{W}p"


class _Struck(NamedTuple):
    """Where old words went: behind ``last`` the new ones come, in ``layout``; ``shortened`` are runs before them."""

    last: etree._Element
    layout: etree._Element | None
    shortened: list[etree._Element]


def _struck(edit: Edit, pieces: Sequence[_Held], tracked: Tracked | None, numbers: _Numbers) -> _Struck:
    """Take out the old words, or mark them as deleted."""
    last: etree._Element | None = None
    layout: etree._Element | None = None
    shortened: list[etree._Element] = []
    for piece in reversed(pieces):
        start, end = _inside(edit, piece)
        before, run = _isolated(piece.element, start, end)
        layout = _layout(before)
        struck = before
        if run is not None and tracked:
            struck = _change_mark("del", tracked, numbers)
            run.addprevious(struck)
            struck.append(run)
            _as_deleted(run)
        elif run is not None and (parent := run.getparent()) is not None:
            parent.remove(run)
        last = struck if last is None else last
        shortened.append(before)
    assert last is not None  # an edit is about one piece at least
    return _Struck(last, layout, shortened)


def _new(words: str, layout: etree._Element | None, tracked: Tracked | None, numbers: _Numbers) -> etree._Element:
    """Return ``words`` in a run of their own, marked as new when the change is ``tracked``."""
    run = etree.Element(f"{W}r")
    if layout is not None:
        run.append(deepcopy(layout))
    set_text(etree.SubElement(run, f"{W}t"), words)
    if tracked is None:
        return run
    inserted = _change_mark("ins", tracked, numbers)
    inserted.append(run)
    return inserted


def _is_idle(edit: Edit) -> bool:
    return edit.span.start == edit.span.end and not edit.replacement


def _inside(edit: Edit, piece: _Held) -> tuple[int, int]:
    """Return the part of ``piece`` that ``edit`` is about, as offsets in its text."""
    start, end = max(edit.span.start, piece.start), min(edit.span.end, piece.end)
    return start - piece.start, end - piece.start


def _isolated(element: etree._Element, start: int, end: int) -> tuple[etree._Element, etree._Element | None]:
    """Split the run around ``element``, a ``w:t``, so that its text from ``start`` to ``end`` has a run of its own.

    ``element`` keeps the text before ``start``.

    Returns:
        The run with what stands before that text, and the run with the text itself; None when there is no text.
    """
    run = element.getparent()
    assert run is not None
    text = element.text or ""
    behind = list(element.itersiblings())
    set_text(element, text[:start])
    at = run
    middle = None
    if start < end:
        at = middle = run_behind(at, text[start:end])
    if text[end:] or behind:
        rest = run_behind(at, text[end:])
        rest.extend(behind)
    return run, middle


def run_behind(run: etree._Element, text: str) -> etree._Element:
    """Put a run with ``text`` behind ``run``, with its layout."""
    new = run.makeelement(run.tag, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(f"{W}rPr")
    if properties is not None:
        new.append(deepcopy(properties))
    if text:
        set_text(etree.SubElement(new, f"{W}t"), text)
    run.addnext(new)
    return new


def _layout(run: etree._Element) -> etree._Element | None:
    """Return a copy of how ``run`` looks, without the history of that."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return None
    copied = deepcopy(properties)
    for history in copied.findall(f"{W}rPrChange"):
        copied.remove(history)
    return copied


def _change_mark(name: str, tracked: Tracked, numbers: _Numbers) -> etree._Element:
    mark = etree.Element(f"{W}{name}")
    mark.set(f"{W}id", numbers.next())
    mark.set(f"{W}author", tracked.author)
    mark.set(f"{W}date", tracked.date.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return mark


def _as_deleted(run: etree._Element) -> None:
    for text in run.findall(f"{W}t"):
        text.tag = f"{W}delText"


def set_text(element: etree._Element, text: str) -> None:
    """Give a ``w:t`` the text ``text``, with the white space at its ends."""
    element.text = text
    element.set(_SPACE, "preserve")


def _drop_if_empty(run: etree._Element) -> None:
    """Take out the ``w:t`` elements without text, and ``run`` itself when it shows nothing any more."""
    for element in run.findall(f"{W}t"):
        if not element.text:
            run.remove(element)
    parent = run.getparent()
    if parent is not None and all(child.tag == f"{W}rPr" for child in run):
        parent.remove(run)
