"""From the paths that a user names to the documents to check."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from b1check.documents import readers
from b1check.report import Problem

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "env"})
"""Folders that never hold documents of the user; folders with a dot in front are passed over too."""

_LOCK_FILE = re.compile(r"~\$|\.~lock\.")
"""How the names of the files start with which Word and LibreOffice mark a document as open."""

_OTHER_TEXTS = frozenset({".doc", ".docm", ".dot", ".dotm", ".dotx", ".fodt", ".ott", ".pages", ".wpd", ".wps"})
"""Endings of texts that we cannot read: a writer may think that those in a folder were checked."""

_NO_DOCUMENTS = (
    "In deze map staan geen documenten. Deze bestanden kan b1check lezen: "
    ".docx, .odt, .rtf, .pdf, .eml, .msg, .html, .md of .txt."
)
_NO_ACCESS = "U mag deze map niet lezen. Vraag de eigenaar om toegang."
_NO_ACCESS_TO_IT = "U mag hier niet bij. Vraag de eigenaar van de map om toegang."
_NO_NAME = "Zo heet geen bestand of map. Controleer de naam."


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found.

    A folder of which the settings exclude all is nowhere in it.

    Attributes:
        files: the documents, in the order to check them.
        problems: paths that are not as they should be.
        excluded: paths that were named although the settings exclude them.
        unread: texts in the folders that no reader of ours can read, such as old Word files.
    """

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]
    excluded: tuple[Path, ...] = ()
    unread: tuple[Path, ...] = ()


def discover(paths: Iterable[Path], *, excluded: Callable[[Path], bool] = lambda _path: False) -> Discovery:
    """Find the documents that ``paths`` stand for: files as they are, folders with all that is below them.

    Args:
        paths: files and folders; a file may not exist, which its reader will say.
        excluded: tells which paths to pass over; it is asked about named files too, because tools such as
            pre-commit name every file themselves.
    """
    files: dict[Path, Path] = {}
    problems: list[Problem] = []
    passed_over: list[Path] = []
    unread: list[Path] = []
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError as error:  # such as a name that is too long
            no_access = isinstance(error, PermissionError)
            problems.append(Problem(str(path), _NO_ACCESS_TO_IT if no_access else _NO_NAME))
            continue
        if excluded(path):
            passed_over.append(path)
            continue
        if is_folder:
            walk = _Walk(excluded)
            below = list(walk.documents(path))
            if not (below or walk.passed_over or path in walk.closed):
                problems.append(Problem(str(path), _NO_DOCUMENTS))
            problems += [Problem(str(folder), _NO_ACCESS) for folder in walk.closed]
            unread += walk.unread
        else:
            below = [] if is_lock_file(path) else [path]
        for file in below:
            files.setdefault(_real(file), file)
    return Discovery(tuple(files.values()), tuple(problems), tuple(passed_over), tuple(dict.fromkeys(unread)))


def is_lock_file(path: Path) -> bool:
    """Tell whether Word or LibreOffice made ``path`` to mark a document as open."""
    return bool(_LOCK_FILE.match(path.name))


class _Walk:
    """Goes through a folder and remembers where it has been, so that links in a circle do no harm."""

    def __init__(self, excluded: Callable[[Path], bool]) -> None:
        self._excluded = excluded
        self._seen: set[Path] = set()
        self.closed: list[Path] = []
        self.unread: list[Path] = []
        self.passed_over = False

    def documents(self, folder: Path) -> Iterator[Path]:
        """Yield the documents in and below ``folder``, sorted by name."""
        real = _real(folder)
        if real in self._seen:
            return
        self._seen.add(real)
        try:
            entries = [(entry, entry.is_dir()) for entry in sorted(folder.iterdir())]
        except FileNotFoundError:  # it went away only just now
            return
        except OSError:
            self.closed.append(folder)
            return
        for entry, is_folder in entries:
            is_unread = not is_folder and _is_other_text(entry)
            if not (is_unread or (_holds_documents(entry) if is_folder else _is_document(entry))):
                continue
            if is_unread:
                if not self._excluded(entry):
                    self.unread.append(entry)
            elif self._excluded(entry):
                self.passed_over = True
            elif is_folder:
                yield from self.documents(entry)
            else:
                yield entry


def _real(path: Path) -> Path:
    """Return where ``path`` leads; unlike ``Path.resolve`` it takes links that go round in a circle."""
    return Path(os.path.realpath(path))


def _holds_documents(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name not in SKIPPED_FOLDERS


def _is_document(file: Path) -> bool:
    return not file.name.startswith(".") and not is_lock_file(file) and readers.can_read(file)


def _is_other_text(file: Path) -> bool:
    named = file.suffix.lower() in _OTHER_TEXTS and not file.name.startswith(".") and not is_lock_file(file)
    return named and not readers.can_read(file)
