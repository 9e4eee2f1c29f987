"""What is known of the pages of one website, kept in a file: which were read, and which still wait.

Each page is written in one transaction, together with the links that were found on it. Whoever stops halfway, at
whatever moment, goes on with exactly what was there after the last page.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from b1check.errors import B1CheckError

MAX_KNOWN = 100_000
"""Addresses; a website that has more makes them up, such as a calendar without an end."""

_APPLICATION = 0x62316331  # "b1c1": tells our files from those of other programs
_VERSION = 1
_TABLES = """
create table about (name text primary key, value text not null);
create table visits (
  number integer primary key,
  key text not null unique,
  url text not null,
  kind text not null,
  depth integer not null,
  found_on text not null,
  hops integer not null default 0,
  status text not null default 'wacht',
  message text not null default '',
  type text not null default '',
  charset text not null default '',
  data blob
);
create index waiting on visits (status, kind, depth, number);
"""
_COLUMNS = "number, url, kind, depth, found_on, hops, status, message, type, charset"

_NOT_OURS = "Het bestand {path} is niet van b1check site. Kies een ander bestand bij --state."
_OTHER_VERSION = "Het bestand {path} is van een andere versie van b1check. Verwijder het en begin opnieuw."
_IN_USE = "Het bestand {path} is al in gebruik. Wacht tot de andere opdracht klaar is."
_NO_ROOM = "Het bestand {path} is niet te maken of te lezen. Kies een ander bestand bij --state."


class Kind(StrEnum):
    """What is asked for."""

    PAGE = "pagina"
    SITEMAP = "sitemap"


class Status(StrEnum):
    """How it went."""

    WAITING = "wacht"
    READ = "gelezen"
    REDIRECTED = "doorgestuurd"
    OTHER_TYPE = "ander soort"
    FORBIDDEN = "mag niet"
    ELSEWHERE = "andere website"
    FAILED = "mislukt"


@dataclass(frozen=True, slots=True)
class Visit:
    """One address.

    Attributes:
        number: in the order in which the addresses were found.
        url: the address.
        kind: what is asked for.
        depth: how many links it is away from the start.
        found_on: the address where the first link to it stands, or "".
        hops: how often a website sent us on to come here.
        status: how it went.
        message: Dutch words for the user, where there is something to tell; of a redirect where it leads.
        type: kind of content.
        charset: encoding that the server named.
    """

    number: int
    url: str
    kind: Kind
    depth: int
    found_on: str
    hops: int = 0
    status: Status = Status.WAITING
    message: str = ""
    type: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An address that still has to be visited; ``key`` is the same for addresses of one page."""

    key: str
    url: str
    kind: Kind = Kind.PAGE
    depth: int = 0
    found_on: str = ""
    hops: int = 0


class Visits:
    """The file. Use it in a ``with``.

    Raises:
        B1CheckError: when the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # isolation_level=None: transactions begin and end where we say so.
            self._file = sqlite3.connect(path, timeout=0, isolation_level=None)
        except sqlite3.Error as error:
            raise B1CheckError(_NO_ROOM.format(path=path)) from error
        try:
            self._open()
        except BaseException:
            self._file.close()
            raise

    def _open(self) -> None:
        try:
            self._file.execute("pragma locking_mode = exclusive")
            self._file.execute("begin exclusive")
            (application,) = self._file.execute("pragma application_id").fetchone()
            (version,) = self._file.execute("pragma user_version").fetchone()
            if application == 0 and not self._file.execute("select 1 from sqlite_master").fetchone():
                for statement in _TABLES.split(";"):
                    self._file.execute(statement)
                self._file.execute(f"pragma application_id = {_APPLICATION}")
                self._file.execute(f"pragma user_version = {_VERSION}")
            elif application != _APPLICATION:
                raise B1CheckError(_NOT_OURS.format(path=self._path))
            elif version != _VERSION:
                raise B1CheckError(_OTHER_VERSION.format(path=self._path))
            self._file.execute("commit")
        except sqlite3.OperationalError as error:
            in_use = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            raise B1CheckError((_IN_USE if in_use else _NO_ROOM).format(path=self._path)) from error
        except sqlite3.DatabaseError as error:
            raise B1CheckError(_NOT_OURS.format(path=self._path)) from error

    def __enter__(self) -> Visits:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def about(self, name: str) -> str:
        """Return what was kept under ``name``, or ""."""
        row = self._file.execute("select value from about where name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def keep(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name``."""
        self._file.execute("insert or replace into about values (?, ?)", (name, value))

    def add(self, found: Iterable[Found]) -> None:
        """Add the addresses that are new."""
        with _Transaction(self._file):
            self._add(found)

    def end(
        self,
        visit: Visit,
        status: Status,
        message: str = "",
        *,
        type: str = "",
        charset: str = "",
        data: bytes | None = None,
        found: Iterable[Found] = (),
    ) -> None:
        """Write how a visit went, and what it found, at once."""
        packed = None if data is None else zlib.compress(data)
        with _Transaction(self._file):
            self._file.execute(
                "update visits set status = ?, message = ?, type = ?, charset = ?, data = ? where number = ?",
                (status, message, type, charset, packed, visit.number),
            )
            self._add(found)

    def move(self, visit: Visit, url: str) -> None:
        """Let a visit go on at another address of the same page."""
        self._file.execute("update visits set url = ?, hops = hops + 1 where number = ?", (url, visit.number))

    def wait_again(self, visits: Iterable[Visit]) -> None:
        """Let visits wait for another try."""
        with _Transaction(self._file):
            for visit in visits:
                self._file.execute(
                    "update visits set status = ?, message = '' where number = ?", (Status.WAITING, visit.number)
                )

    def next(self, depth: int) -> Visit | None:
        """Return the address to visit next: first sitemaps, then what is closest to the start."""
        row = self._file.execute(
            f"select {_COLUMNS} from visits where status = ? and depth <= ? order by kind desc, depth, number limit 1",
            (Status.WAITING, depth),
        ).fetchone()
        return _visit(row) if row else None

    def find(self, key: str) -> Visit | None:
        """Return the visit to the page with this key."""
        row = self._file.execute(f"select {_COLUMNS} from visits where key = ?", (key,)).fetchone()
        return _visit(row) if row else None

    def all(self, *statuses: Status) -> list[Visit]:
        """Return the visits that went like this, in the order in which their addresses were found."""
        marks = ", ".join("?" * len(statuses))
        rows = self._file.execute(
            f"select {_COLUMNS} from visits where status in ({marks}) order by number", statuses
        ).fetchall()
        return [_visit(row) for row in rows]

    def pages(self) -> Iterator[tuple[Visit, bytes]]:
        """Yield the pages that were read, with their content."""
        for visit in self.all(Status.READ):
            (packed,) = self._file.execute("select data from visits where number = ?", (visit.number,)).fetchone()
            if packed is not None:  # a sitemap is read for its addresses only
                yield visit, zlib.decompress(packed)

    def asked(self) -> int:
        """Return how many pages were asked for; where a website sent us on, the page counts once."""
        (amount,) = self._file.execute(
            "select count(*) from visits where kind = ? and status in (?, ?, ?)",
            (Kind.PAGE, Status.READ, Status.OTHER_TYPE, Status.FAILED),
        ).fetchone()
        return int(amount)

    def known(self) -> int:
        """Return how many pages are known."""
        (amount,) = self._file.execute("select count(*) from visits where kind = ?", (Kind.PAGE,)).fetchone()
        return int(amount)

    def _add(self, found: Iterable[Found]) -> None:
        room = MAX_KNOWN - self.known()
        for one in found:
            if room <= 0:
                return
            made = self._file.execute(
                "insert or ignore into visits (key, url, kind, depth, found_on, hops) values (?, ?, ?, ?, ?, ?)",
                (one.key, one.url, one.kind, one.depth, one.found_on, one.hops),
            )
            room -= made.rowcount


class _Transaction:
    """All of what is done in it, or nothing."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file

    def __enter__(self) -> None:
        self._file.execute("begin")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.execute("rollback" if kind else "commit")


def _visit(row: tuple[int, str, str, int, str, int, str, str, str, str]) -> Visit:
    number, url, kind, depth, found_on, hops, status, message, type_, charset = row
    return Visit(number, url, Kind(kind), depth, found_on, hops, Status(status), message, type_, charset)
