"""Remembers reports on disk, so that a document that did not change is not checked again.

A report is known by everything that it follows from: the content and name of the document, the settings that hold for
it, the content of all rules, and of b1check itself. So nothing ever has to be thrown away because it is old; what was
used longest ago goes when there is too much.

A report holds sentences of the document. The folder is therefore for the user alone. Entries are JSON, compressed;
one that is damaged in whatever way counts as not there.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import b1check
from b1check.checker import About, Checker
from b1check.config import Config
from b1check.report import Report
from b1check.reporters.json import as_data
from b1check.rulebook import packs

if TYPE_CHECKING:
    from pydantic import TypeAdapter

LIMIT = 256_000_000
"""Bytes that all entries together may take."""
_LEFT = 0.75
"""Share of the limit that is left after pruning, so that not every run has to prune."""
_OURS = "reports"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by b1check. See https://bford.info/cachedir/\n"
_NOT_FOR_A_REPORT = frozenset(
    {"folder", "overrides", "exclude", "fail_on", "min_score", "documents"} | {"templates", "packs"}
)
"""Settings that a report does not follow from: what the others make of them is counted instead."""
_PACKAGE = Path(__file__).resolve().parent
_DISTRIBUTION = re.compile(r"[\w.-]+")


def default_folder() -> Path:
    """Return the folder of the user for what can be made again."""
    import platformdirs  # noqa: PLC0415 - only who has no folder of his own needs it

    return platformdirs.user_cache_path("b1check", appauthor=False)


class Cache:
    """Reports in a folder; safe to use from several processes at once.

    Args:
        folder: where to keep them, in a folder of ours; None for where the system keeps such things.
        limit: the most bytes that all entries may take.
    """

    def __init__(self, folder: Path | None = None, *, limit: int = LIMIT) -> None:
        self.folder = (folder or default_folder()) / _OURS
        self._limit = limit
        self._usable: bool | None = None
        self._written = False
        self._sources: dict[int, tuple[Checker, str]] = {}

    def key(self, data: bytes, name: str, checker: Checker, about: About) -> str:
        """Return the name of the report about a document: a hash of all that it follows from.

        Args:
            data: content of the document.
            name: name of the document.
            checker: what checks it.
            about: what is known of it.

        Raises:
            B1CheckError: when the rules cannot be read.
        """
        known = self._sources.get(id(checker))
        if known is None:
            known = self._sources[id(checker)] = (checker, source(checker))
        path, config = Path(name), checker.config
        parts = [known[1], name, config.document_type(path), config.is_template(path), about.type, about.date]
        hashed = blake2b(repr([str(part) for part in parts]).encode("utf-8", "surrogatepass"), digest_size=20)
        hashed.update(data)
        return hashed.hexdigest()

    def get(self, key: str) -> Report | None:
        """Return the report called ``key``, or None."""
        if not self._is_usable():
            return None
        file = self._file(key)
        try:
            report = decode(zlib.decompress(file.read_bytes()))
            os.utime(file)  # so that it is not the oldest
        except (OSError, zlib.error, ValueError):
            return None
        return report

    def put(self, key: str, report: Report) -> None:
        """Keep ``report``, unless it would not come back exactly as it is; whole or not at all."""
        if report.errors or report.warnings or not self._is_usable():  # what went wrong may go right the next time
            return
        data = encode(report)
        try:
            if encode(decode(data)) != data:
                return
        except ValueError:  # such as a name that is not UTF-8
            return
        file = self._file(key)
        try:
            file.parent.mkdir(mode=0o700, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".")  # for this user alone
            try:
                with open(handle, "wb") as opened:  # noqa: PTH123 - a file descriptor
                    opened.write(zlib.compress(data, 3))
                Path(temporary).replace(file)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError:  # a full disk must not stop a check
            self._usable = False
        self._written = True

    def prune(self) -> None:
        """Take the entries away that were used longest ago, when there is too much after this run."""
        if not self._written:
            return
        entries = sorted(_entries(self.folder))
        total = sum(size for _, size, _ in entries)
        if total <= self._limit:
            return
        for _, size, path in entries:
            with suppress(OSError):  # another run may have done so already
                Path(path).unlink()
            total -= size
            if total <= _LEFT * self._limit:
                return

    def _file(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _is_usable(self) -> bool:
        """Tell whether there is a folder that is ours alone; makes it when there is none."""
        if self._usable is None:
            try:
                self.folder.parent.mkdir(parents=True, exist_ok=True)
                self.folder.mkdir(mode=0o700, exist_ok=True)
                self._usable = _is_private(self.folder)
                tag = self.folder / "CACHEDIR.TAG"  # keeps the folder out of backups
                if self._usable and not tag.exists():
                    tag.write_text(_TAG, encoding="ascii")
            except OSError:
                self._usable = False
        return self._usable


def _is_private(folder: Path) -> bool:
    """Tell whether nobody else can get at ``folder``; takes rights away from others where it can."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    if os.name == "nt":  # what is in the folder of a user is for that user
        return True
    state = folder.stat()
    if state.st_uid != os.getuid():
        return False
    if state.st_mode & 0o077:
        folder.chmod(0o700)
    return True


def _entries(folder: Path) -> Iterable[tuple[int, int, str]]:
    """Yield when each entry was last used, its size in bytes and its path."""
    for group in os.scandir(folder):
        if group.is_dir(follow_symlinks=False):
            for entry in os.scandir(group):
                with suppress(OSError):  # another run may just have taken it away
                    state = entry.stat(follow_symlinks=False)
                    yield state.st_mtime_ns, state.st_size, entry.path


def encode(report: Report) -> bytes:
    """Return ``report`` as JSON."""
    return json.dumps(as_data(report), separators=(",", ":")).encode("ascii")


def decode(data: bytes) -> Report:
    """Return the report that ``data`` is.

    Raises:
        ValueError: when it is none.
    """
    return _reports().validate_json(data)


@cache
def _reports() -> TypeAdapter[Report]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - the settings have loaded it already

    return TypeAdapter(Report)


def source(checker: Checker) -> str:
    """Return a hash of all that a report follows from besides the document.

    Raises:
        B1CheckError: when the rules cannot be read.
    """
    hashed = blake2b(digest_size=20)
    for part in (_program(), _settings(checker.config), *sorted(_packs(checker))):
        hashed.update(part.encode() + b"\0")
    return hashed.hexdigest()


def _settings(config: Config) -> str:
    # The order counts: the first of two wordings is the best.
    settings = config.model_dump(mode="json", exclude=set(_NOT_FOR_A_REPORT))
    return json.dumps([settings, _version(config.pipeline) if config.pipeline else ""])


def _packs(checker: Checker) -> Iterable[str]:
    """Yield a hash for each folder with rules that are not ours."""
    own = packs.rules_folder()
    folders = {path.parent.parent for _, path in checker.book.specs.values()}
    return (_content(folder) for folder in folders if folder != own)


@cache
def _program() -> str:
    """Return a hash of b1check itself, its rules, and what it is built on."""
    parts = [b1check.__version__, sys.version, *_dependencies(), _content(_PACKAGE), _content(packs.rules_folder())]
    return blake2b("\0".join(parts).encode(), digest_size=20).hexdigest()


def _dependencies() -> list[str]:
    try:
        required = metadata.requires("b1check") or []
    except metadata.PackageNotFoundError:
        return []
    names = {match[0] for one in required if "extra ==" not in one and (match := _DISTRIBUTION.match(one))}
    return [f"{name} {_version(name)}" for name in sorted(names)]


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _content(folder: Path) -> str:
    """Return a hash of all files below ``folder``, with their names."""
    hashed = blake2b(digest_size=20)
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = Path(parent, name)
            data = path.read_bytes()
            hashed.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
            hashed.update(data)
    return hashed.hexdigest()
