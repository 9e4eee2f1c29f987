"""The lines of the pages of a PDF with a place for every character.

This is the only module that knows which library reads a PDF.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from b1check.documents.readers.pauses import pause
from b1check.errors import ReadError

_MAX_PAGES = 1_000
_MAX_CHARACTERS = 2_000_000
_WIDE_GAP = 2.0
"""White space of this many times the size of the letters is no space between words but a tab or a gutter."""
_BOLD = 600
_TURNED = 0.1
_FEW = 0.2

_PASSWORD = "Deze PDF heeft een wachtwoord. Open hem, sla hem op zonder wachtwoord en kies dat bestand."
_BROKEN = "Deze PDF is beschadigd. Maak de PDF opnieuw, of kies het bestand waarvan de PDF is gemaakt."
_TOO_LARGE = "Deze PDF is te lang: hij mag hoogstens 1000 bladzijden en 2 miljoen tekens hebben. Splits de PDF."


class Line(NamedTuple):
    """Text on one line of a page, without a wide gap in it.

    Attributes:
        text: its characters.
        page: number of the page, from 1.
        lefts: where each character starts, in points from the left of the page.
        rights: where each ends.
        top: of the highest character, in points from the top of the page.
        bottom: of the lowest one.
        size: of the letters, in points.
        bold: whether most words are bold.
    """

    text: str
    page: int
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    top: float
    bottom: float
    size: float
    bold: bool

    @property
    def left(self) -> float:
        """Where the line starts."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.rights[-1]


class PdfPage(NamedTuple):
    """A page: its height in points, and its lines in the order of the file."""

    height: float
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Growing:
    """A line while it is collected."""

    characters: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0
    sizes: list[float] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    angle: float = 0.0

    def line(self, page: int) -> Line | None:
        """Return what was collected, without the white space at its ends; None when there is nothing else."""
        text = "".join(self.characters)
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if start >= end:
            return None
        sizes = sorted(self.sizes)
        bold = sum(weight >= _BOLD for weight in self.weights) * 2 > len(self.weights)
        lefts, rights = tuple(self.lefts[start:end]), tuple(self.rights[start:end])
        return Line(text[start:end], page, lefts, rights, self.top, self.bottom, sizes[len(sizes) // 2], bold)


def pages(data: bytes) -> Iterator[PdfPage]:
    """Yield the pages of a PDF.

    Raises:
        ReadError: when the file is damaged, has a password or is too long.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise ReadError(_PASSWORD if locked else _BROKEN) from error
    left = _MAX_CHARACTERS
    try:
        if not 0 < len(document) <= _MAX_PAGES:
            raise ReadError(_TOO_LARGE if len(document) else _BROKEN)
        for number in range(len(document)):
            pause()
            page = _page(document, number, left)
            left -= sum(len(line.text) for line in page.lines)
            yield page
    finally:
        document.close()


def _page(document: Any, number: int, left: int) -> PdfPage:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return PdfPage(0.0, ())  # one page that does not load, among others that do
    try:
        height = float(page.get_height())
        text = page.get_textpage()
        if text.count_chars() > left:
            raise ReadError(_TOO_LARGE)
        try:
            return PdfPage(height, tuple(_lines(text, number + 1, height)))
        finally:
            text.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError(_BROKEN) from error
    finally:
        page.close()


def _lines(text: Any, page: int, height: float) -> Iterator[Line]:
    """Yield the lines of a page, without what stands at an angle, such as the stamp of a draft."""
    found = [(line, grown.angle) for grown in _grown(text, height) if (line := grown.line(page))]
    turned = [line for line, angle in found if angle > _TURNED]
    few = sum(len(line.text) for line in turned) < _FEW * sum(len(line.text) for line, _ in found)
    yield from (line for line, angle in found if not (few and angle > _TURNED))


def _grown(text: Any, height: float) -> Iterator[_Growing]:
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    grown = _Growing()
    for index in range(text.count_chars()):
        character = _character(raw.FPDFText_GetUnicode(text, index))
        if character in "\r\n":
            yield grown
            grown = _Growing()
            continue
        if not (character and raw.FPDFText_GetLooseCharBox(text, index, place)):
            continue
        top, bottom = height - box.top, height - box.bottom
        if not character.isspace() and grown.sizes and _is_elsewhere(grown, box.left, top, bottom):
            yield grown
            grown = _Growing()
        if not grown.characters or grown.characters[-1].isspace():
            if character.isspace() and not grown.characters:
                continue
            if not character.isspace():  # once for each word, as these take time
                size = abs(bottom - top) or float(raw.FPDFText_GetFontSize(text, index))
                grown.sizes.append(size)
                grown.weights.append(_weight(text, index))
                if len(grown.sizes) == 1:
                    grown.angle = _angle(raw.FPDFText_GetCharAngle(text, index))
        if not character.isspace():
            first = len(grown.sizes) == 1 and not "".join(grown.characters).strip()
            grown.top = top if first else min(grown.top, top)
            grown.bottom = bottom if first else max(grown.bottom, bottom)
        for one in character:  # a ligature is two or three characters in one box
            grown.characters.append(one)
            grown.lefts.append(box.left)
            grown.rights.append(box.right)
    yield grown


def _is_elsewhere(grown: _Growing, left: float, top: float, bottom: float) -> bool:
    """Tell whether a character does not follow on the same line: it is lower, higher, far off or back."""
    size = grown.sizes[-1]
    last = next(index for index in range(len(grown.characters) - 1, -1, -1) if not grown.characters[index].isspace())
    apart = bottom < grown.top + 0.2 * size or top > grown.bottom - 0.2 * size
    return apart or left - grown.rights[last] > _WIDE_GAP * size or left < grown.lefts[last] - size


# Hyphens at the end of a line, as the library marks them.
_HYPHENS = frozenset({0x2, 0xFFFE, 0xAD})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


def _character(point: int) -> str:
    """Return what a reader sees; nothing for a code without a character."""
    if point in _HYPHENS:
        return "-"
    if 0xD800 <= point < 0xE000 or point > 0x10FFFF or (point < 0x20 and point not in {9, 10, 13}):
        return ""
    character = chr(point)
    if character == "\t" or (character.isspace() and character not in "\r\n\u00a0"):
        return " "
    return _LIGATURES.get(character, character)


def _weight(text: Any, index: int) -> int:
    weight = int(raw.FPDFText_GetFontWeight(text, index))
    if weight >= _BOLD:
        return weight
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.byref(flags))
    return 700 if length and b"bold" in name.value.lower() else weight


def _angle(angle: float) -> float:
    """Return how far ``angle``, in radians, is from upright."""
    return min(abs(angle), abs(angle - 6.2832)) if angle >= 0 else 0.0
