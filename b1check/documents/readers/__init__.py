"""Readers: from a file, bytes or a text to a ``Document``; each format has its own module.

The module of a format, and the library it needs, is imported at the first document of that format. So is the reader
of another package, for a format that we do not have ourselves; see :class:`Reader`.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG
from typing import Protocol

from b1check import plugins
from b1check.documents.document import Document
from b1check.documents.readers.decode import decode
from b1check.errors import PluginError, ReadError

_FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".pdf": "pdf",
    ".eml": "eml",
    ".msg": "msg",
}
_TEXT_READERS = {"txt": "plain", "md": "markdown", "html": "html"}
_FILE_READERS = {"docx": "docx", "odt": "odt", "rtf": "rtf", "pdf": "pdf", "eml": "email", "msg": "msg"}
_MEGABYTE = 1_000_000
_LARGEST = 50 * _MEGABYTE
_LIMITS = {fmt: (10 if fmt in _TEXT_READERS else 50) * _MEGABYTE for fmt in (*_TEXT_READERS, *_FILE_READERS)}

_EMPTY = "Dit bestand is leeg. Kies een bestand met tekst erin."
_ONLY_SPACE = "In dit bestand staan alleen spaties en lege regels. Kies een bestand met tekst erin."
_NOTE_SUPPRESSIONS = "Alleen de eerste 1000 plaatsen waar u iets uitzet, tellen mee."
MAX_SUPPRESSIONS = 1_000
"""No person writes more of them, and with many a check takes long: each finding is held against each."""

_NO_TEXT = "In dit bestand staat geen tekst die b1check kan controleren. Kies een bestand met lopende tekst."

SUFFIXES = frozenset(_FORMATS)
"""The suffixes of the files that b1check can read by itself, in lower case, with the dot."""


class Reader(Protocol):
    """Reads the files of one format: a part of another package, in the group ``b1check.readers``.

    Its name is the suffix of the files, without the dot.
    """

    def __call__(self, data: bytes, *, name: str) -> Document:
        """Return the document in ``data``, the whole content of a file called ``name``.

        Raises:
            ReadError: when there is no such document in it, with a Dutch message that says what to do. Any other
                exception becomes one line that names the package.
        """
        ...


def foreign() -> plugins.Offer:
    """Return the readers of other packages, by the suffix that they read, without the dot."""
    return plugins.offer(plugins.READERS, {suffix.removeprefix(".") for suffix in SUFFIXES})


def can_read(path: PurePath) -> bool:
    """Tell whether there is a reader, ours or of another package, for files with the suffix of ``path``."""
    suffix = path.suffix.lower()
    return suffix in SUFFIXES or suffix.removeprefix(".") in foreign().plugins


def is_foreign(fmt: str) -> bool:
    """Tell whether documents of a format are read by another package."""
    return fmt not in _LIMITS


def read(path: Path) -> Document:
    """Read the file at ``path``; its suffix tells the format.

    Raises:
        ReadError: when there is no such file, or it cannot be read as a document.
    """
    return read_bytes(content(path), name=str(path))


def read_bytes(data: bytes, *, name: str) -> Document:
    """Read the content of a file called ``name``, of which the suffix tells the format.

    Raises:
        ReadError: when the content cannot be read as a document.
    """
    fmt = format_of(name)
    if not data:
        raise ReadError(_EMPTY)
    _check_size(len(data), fmt)
    if fmt in _FILE_READERS:
        reader = import_module(f"b1check.documents.readers.{_FILE_READERS[fmt]}")
        return _with_text(reader.read(data, name=name))
    if is_foreign(fmt):
        return _with_text(_read_foreign(foreign().plugins[fmt], data, name))
    return read_text(decode(data).text, name=name, format=fmt)


def read_text(text: str, *, name: str = "tekst", format: str = "txt") -> Document:
    """Read ``text`` in one of the formats ``txt``, ``md`` and ``html``.

    Raises:
        ReadError: when the format is another one, or there is nothing to read in the text.
    """
    if format not in _TEXT_READERS:
        raise ReadError(f"Tekst in de vorm '{format}' kan b1check niet lezen. Kies txt, md of html.")
    if not text:
        raise ReadError(_EMPTY)
    if text.isspace():
        raise ReadError(_ONLY_SPACE)
    _check_size(len(text), format)
    reader = import_module(f"b1check.documents.readers.{_TEXT_READERS[format]}")
    return _with_text(reader.read(text, name=name))


def _read_foreign(plugin: plugins.Plugin, data: bytes, name: str) -> Document:
    """Let the reader of another package read; whatever it does wrong, the other documents must be checked."""
    try:
        document = _given(plugin, data, name)
    except ReadError:
        raise
    except PluginError as error:
        raise ReadError(str(error)) from error
    except (Exception, SystemExit) as error:
        raise ReadError(str(plugin.failed(error))) from error
    return replace(document, name=name, format=plugin.name)


def _given(plugin: plugins.Plugin, data: bytes, name: str) -> Document:
    """Return what the reader of another package makes of a file, after holding it to what others rely on."""
    reader = plugin.load()
    if not callable(reader):
        raise plugin.failed(f"{type(reader).__name__} is geen functie")
    document = reader(data, name=name)
    if not isinstance(document, Document):
        raise plugin.failed(f"De functie geeft {type(document).__name__}, en geen Document")
    end = len(document.source)
    if any(block.map.slices and block.map.slices[-1].source_end > end for block in document.blocks):
        raise plugin.failed("De tekst van een alinea staat buiten de tekst van het bestand")
    return document


def _with_text(document: Document) -> Document:
    if not document.blocks:
        raise ReadError(_NO_TEXT)
    if len(document.suppressions) > MAX_SUPPRESSIONS:
        suppressions = document.suppressions[:MAX_SUPPRESSIONS]
        return replace(document, suppressions=suppressions, notes=(*document.notes, _NOTE_SUPPRESSIONS))
    return document


def format_of(name: str) -> str:
    """Return the format that the suffix of ``name`` tells, such as ``docx``.

    Raises:
        ReadError: when b1check cannot read files with that suffix.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _FORMATS:
        return _FORMATS[suffix]
    if suffix and (plugin := foreign().plugins.get(suffix.removeprefix("."))):
        return plugin.name
    known = "Sla het op als .docx, .odt, .rtf, .pdf, .eml, .msg, .html, .md of .txt."
    if not suffix:
        raise ReadError(f"Aan de naam is niet te zien wat voor bestand dit is. {known}")
    raise ReadError(f"Een bestand met de uitgang {suffix} kan b1check niet lezen. {known}")


def content(path: Path) -> bytes:
    """Return the bytes of the file, and read no more of it than a document may have.

    Raises:
        ReadError: when there is no such file, or it cannot be read.
    """
    try:
        kind = path.stat().st_mode
        if S_ISDIR(kind):
            raise ReadError("Dit is een map, geen bestand. Kies een bestand in de map.")
        if not S_ISREG(kind):
            raise ReadError("Dit is geen gewoon bestand. Kies een bestand met tekst erin.")
        limit = _LIMITS.get(format_of(path.name), _LARGEST)
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError as error:
        raise ReadError("Dit bestand bestaat niet. Controleer de naam en de map.") from error
    except PermissionError as error:
        raise ReadError("U mag dit bestand niet lezen. Vraag de eigenaar om toegang.") from error
    except (OSError, ValueError) as error:
        raise ReadError("Dit bestand gaat niet open. Controleer de naam en probeer het opnieuw.") from error


def _check_size(size: int, fmt: str) -> None:
    limit = _LIMITS.get(fmt, _LARGEST)
    if size > limit:
        raise ReadError(
            f"Dit bestand is te groot: het mag hoogstens {limit // _MEGABYTE} MB zijn. "
            "Splits het in kleinere bestanden."
        )
