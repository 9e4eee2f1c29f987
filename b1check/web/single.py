"""One page, or one document, of a website: only that is asked for, and nothing of the user is sent."""

from __future__ import annotations

from dataclasses import replace

from b1check.documents import readers
from b1check.documents.document import Document
from b1check.errors import ReadError
from b1check.web import page
from b1check.web.fetch import Fetcher

_TEXT_TYPES = {"text/plain": "txt", "text/markdown": "md", "text/x-markdown": "md"}
_FILE_TYPES = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
}
_WANTED = frozenset({*page.TYPES, *_TEXT_TYPES, *_FILE_TYPES})

_GONE = "Deze pagina bestaat niet (code {status}). Controleer het adres."
_CLOSED = "Deze pagina is niet voor iedereen (code {status}). Sla de pagina op en controleer dat bestand."
_BUSY = "Deze website heeft het te druk (code {status}). Probeer het later opnieuw."
_FAULT = "Deze pagina doet het niet (code {status}). Probeer het later opnieuw."
_NO_PAGE = "Op dit adres staat geen webpagina, maar iets anders ({type}). Kies het adres van een pagina."
_MOVED = "Deze pagina staat op een ander adres: {url}."


def read(url: str, fetcher: Fetcher) -> Document:
    """Ask for the page at ``url`` and read it; images, scripts and frames in it are not asked for.

    Raises:
        ReadError: when there is no such page, or it cannot be read.
    """
    answer = fetcher.follow(url, wanted=_WANTED)
    if not answer.ok:
        raise ReadError(_refusal(answer.status).format(status=answer.status))
    if fmt := _FILE_TYPES.get(answer.type):
        document = replace(readers.read_bytes(answer.data, name=f"pagina.{fmt}"), name=url)
    elif fmt := _TEXT_TYPES.get(answer.type):
        document = readers.read_text(page.text(answer.data, answer.charset), name=url, format=fmt)
    elif answer.type in page.TYPES or not answer.type:
        document = page.document(url, answer.data, answer.charset)
    else:
        raise ReadError(_NO_PAGE.format(type=answer.type))
    if answer.url != url:
        return replace(document, notes=(*document.notes, _MOVED.format(url=answer.url)))
    return document


def _refusal(status: int) -> str:
    if status in {404, 410}:
        return _GONE
    if status in {401, 403, 407, 451}:
        return _CLOSED
    return _BUSY if status in {429, 503} else _FAULT
