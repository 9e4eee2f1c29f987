"""The reading of a long file ends as soon as nobody wants it any more."""

from __future__ import annotations

import io

import docx
import pytest

from b1check.documents import readers
from b1check.documents.readers import pauses

from .pdf_maker import lines, pdf
from .test_odt import _odt

_PARAGRAPHS = [f"Dit is alinea {number} van de brief." for number in range(40)]
_LAST = 3


def _docx() -> bytes:
    document = docx.Document()
    for paragraph in _PARAGRAPHS:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


_FILES = {
    "docx": _docx,
    "odt": lambda: _odt("".join(f"<text:p>{paragraph}</text:p>" for paragraph in _PARAGRAPHS)),
    "pdf": lambda: pdf(*(lines(paragraph) for paragraph in _PARAGRAPHS)),
    "html": lambda: "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS).encode(),
    "md": lambda: "\n\n".join(_PARAGRAPHS).encode(),
}


class _EnoughError(Exception):
    """Nobody wants the file any more."""


@pytest.mark.parametrize("form", _FILES)
def test_reading_ends_between_two_parts_of_the_file(form: str) -> None:
    data, name = _FILES[form](), f"brief.{form}"
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        if looks == _LAST:
            raise _EnoughError

    with pauses.at_each(look), pytest.raises(_EnoughError):
        readers.read_bytes(data, name=name)
    assert looks == _LAST

    with pauses.at_each(lambda: None):
        watched = readers.read_bytes(data, name=name)
    assert [block.text for block in watched.blocks] == [
        block.text for block in readers.read_bytes(data, name=name).blocks
    ]
    assert looks == _LAST  # who looked before is no longer asked
