"""Makes small PDF files for the tests: text at a place, in a size, bold or not."""

from collections.abc import Sequence
from typing import NamedTuple

HEIGHT = 842.0


class At(NamedTuple):
    """Text at a place, in points from the left and the top of the page; a line of 10 points has a letter of 5."""

    left: float
    top: float
    text: str
    size: float = 10.0
    bold: bool = False


def pdf(*pages: Sequence[At], extra: str = "", trailer: str = "") -> bytes:
    """Return a PDF with these pages, in a font in which every letter is as wide."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        content = "".join(_shown(at) for at in page) + extra
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return data + end.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()


def lines(text: str, *, left: float = 70, top: float = 100, size: float = 10, bold: bool = False) -> list[At]:
    """Return the lines of ``text`` under each other; an empty line is white space of half a line more."""
    found = []
    for line in text.split("\n"):
        if line:
            found.append(At(left, top, line, size, bold))
            top += 1.2 * size
        else:
            top += 0.9 * size
    return found


def _shown(at: At) -> str:
    text = at.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{2 if at.bold else 1} {at.size} Tf {at.left} {HEIGHT - at.top - at.size} Td ({text}) Tj ET\n"
