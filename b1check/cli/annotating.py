"""What ``b1check check --annotate`` does: it makes a copy of each document with the remarks beside its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from b1check import Config, Problem, ReadError, Report, Severity, WriteError
from b1check.cli import streams
from b1check.documents import readers
from b1check.documents.document import Document
from b1check.documents.writers import notes as writer
from b1check.reporters import notes as reporter
from b1check.reporters.text import count

_ORIGINAL = "Bij --annotate staat het bestand zelf, of een bestand dat u laat controleren. Kies een andere naam."
_THERE = "{target} bestaat al. Kies een andere naam bij --annotate. Of vervang het met --overwrite."
_NOT_MADE = "{target} is niet te maken. Kies bij --annotate een map waarin u mag schrijven."
_ONE_FILE = "U noemt meer documenten. Bij --annotate hoort dan een map die er al is, en {target} is geen map."
_SUFFIX = "Kies bij --annotate een naam die eindigt op {suffix}, of een map die er al is."


@dataclass(slots=True)
class Annotator:
    """Makes the copies.

    Attributes:
        target: the file to make, or the folder to make files in.
        paths: what the user asked to check; in a folder a copy keeps its place below those.
        originals: all files that are checked; none of those is ever written.
        overwrite: whether a file that is there already may be replaced.
        min_severity: the lightest findings to note; None for all, but no tips in a document with many findings.
        moment: the moment that the notes bear; now when None.
    """

    target: Path
    paths: tuple[str, ...]
    originals: Sequence[Path]
    overwrite: bool
    min_severity: Severity | None
    moment: dt.datetime | None
    _now: dt.datetime = field(default_factory=lambda: dt.datetime.now().astimezone())

    def prepare(self) -> None:
        """See before the work starts whether the copy can be made.

        Raises:
            WriteError: when it cannot.
        """
        if not self.target.is_dir():
            if len(self.originals) > 1:
                raise WriteError(_ONE_FILE.format(target=self.target))
            for file in self.originals:
                self._place(file)

    def annotate(self, report: Report, document: Document, config: Config) -> str | Problem:
        """Make the copy of a document, and return what to tell about it.

        Args:
            report: what was found.
            document: what was read.
            config: the settings with which it was checked.
        """
        file = Path(document.name)
        try:
            target = self._place(file)
            noted = writer.put(
                readers.content(file),
                document,
                reporter.notes(report, config, min_severity=self.min_severity),
                writer.Signature(self.moment or self._now),
            )
            self._write(target, noted.data, file)
        except (ReadError, WriteError) as error:
            return Problem(document.name, str(error))
        return _told(target, noted)

    def _place(self, file: Path) -> Path:
        """Return where the copy of ``file`` comes.

        Raises:
            WriteError: when there is no good place for it.
        """
        # The name of a page on the web may end in anything.
        if file.suffix.lower() not in readers.SUFFIXES or not writer.can_note(readers.format_of(file.name)):
            raise WriteError(writer.OTHER_FORMAT)
        target = self.target
        if target.is_dir():
            above = [Path(path) for path in self.paths if Path(path) in file.parents]
            target = target / (file.relative_to(above[0]) if above else file.name)
        elif target.suffix.lower() != file.suffix.lower():
            raise WriteError(_SUFFIX.format(suffix=file.suffix.lower()))
        if any(_same(target, original) for original in (*self.originals, file)):
            raise WriteError(_ORIGINAL)
        if target.exists() and not self.overwrite:
            raise WriteError(_THERE.format(target=target))
        return target

    def _write(self, target: Path, data: bytes, like: Path) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            streams.put(target, data, like=like)
        except OSError as error:
            raise WriteError(_NOT_MADE.format(target=target)) from error


def _same(one: Path, other: Path) -> bool:
    """Tell whether two names are of one file, also by a link."""
    try:
        return one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other))
    except (OSError, RuntimeError):  # a link in a circle is no file at all
        return False


def _told(target: Path, noted: writer.Noted) -> str:
    told = f"{target}: {count(noted.placed, 'opmerking', 'opmerkingen')} in de kantlijn gezet"
    if noted.beside:
        told += f", {noted.beside} daarvan naast de woorden"
    if noted.kept:
        told += f" ({noted.kept} van een vorige keer {'is' if noted.kept == 1 else 'zijn'} blijven staan)"
    return told
