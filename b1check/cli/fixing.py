"""What ``b1check fix`` does: read the documents one by one, apply fixes, and write or show what changed."""

from __future__ import annotations

import datetime as dt
import os
import sys
import traceback
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

import click

from b1check import About, Applicability, B1CheckError, DocumentType, Fixed, Problem, ReadError, Tracked, WriteError
from b1check.cli import questions, streams
from b1check.cli.checkers import Checkers
from b1check.cli.dutch import internal_error, is_verbose
from b1check.cli.exits import Exit
from b1check.documents import readers, writers
from b1check.fixes import SAFE, SAFE_AND_REVIEW, Offer, fix
from b1check.reporters.style import Look, Style
from b1check.reporters.text import clean, count

_STDIN = "-"
_STDIN_NAME = "tekst.txt"
_COPY = ".b1"
_NOTHING_LEFT = "Er is niets te verbeteren: uw instellingen slaan alles over. Kijk bij exclude."
_ONLY_COPIES = "Er is niets te verbeteren: hier staan alleen kopieën die b1check al heeft gemaakt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of the command, as they stand on the command line."""

    paths: tuple[str, ...]
    diff: bool
    interactive: bool
    also_review: bool
    in_place: bool
    output: Path | None
    overwrite: bool
    accept: bool
    change_date: dt.datetime | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    stdin_name: str | None
    config: Path | None
    no_config: bool
    type_: str | None
    date: dt.date | None
    color: str

    @property
    def about(self) -> About:
        """What the user told of the documents."""
        return About(type=DocumentType(self.type_) if self.type_ else None, date=self.date)

    @property
    def levels(self) -> Collection[Applicability]:
        """Which fixes the user wants, or wants to see."""
        return SAFE_AND_REVIEW if self.also_review or self.interactive else SAFE


@dataclass(frozen=True, slots=True)
class _Job:
    """A file to fix, and where the new one comes."""

    file: Path
    target: Path


def run(request: Request) -> Exit:
    """Fix what ``request`` asks for, tell about it, and return how it went.

    Raises:
        B1CheckError: when nothing can be fixed, such as with settings that are not right.
    """
    for stream in (sys.stdout, sys.stderr):
        streams.never_fail(stream)
    asks = None if Applicability.REVIEW in request.levels else False  # what LanguageTool offers is never safe
    checkers = Checkers(request.config, request.no_config, request.select, request.ignore, languagetool=asks)
    fixer = _Fixer(request, checkers)
    if request.paths == (_STDIN,):
        fixer.standard_input()
    else:
        fixer.files()
    if fixer.failed:
        return Exit.ERROR
    return Exit.FINDINGS if request.diff and fixer.changed else Exit.CLEAN


@dataclass
class _Fixer:
    """Fixes documents one by one.

    Attributes:
        request: what the user asks for.
        checkers: the settings of each path.
        failed: whether something could not be read or written.
        changed: number of documents with something to change.
    """

    request: Request
    checkers: Checkers
    failed: bool = False
    changed: int = 0
    _now: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))

    def files(self) -> None:
        """Fix the files that the user names, and those in the folders."""
        found = self.checkers.discover(Path(path) for path in self.request.paths)
        for problem in found.problems:
            self._complain(problem.name, problem.message)
        named = {os.path.realpath(path) for path in self.request.paths}
        files = [file for file in found.files if os.path.realpath(file) in named or not _is_copy(file)]
        if not files and not found.problems and not found.excluded:
            click.echo(_ONLY_COPIES if found.files else _NOTHING_LEFT, err=True)
        if self._output_is_unclear(files):
            return
        decide = questions.Questions(self._style) if self.request.interactive else None
        for job in [_Job(file, self._target(file)) for file in files]:
            if decide and decide.stopped:
                break
            self._guarded(str(job.file), lambda job=job: self._file(job, decide))  # type: ignore[misc]

    def standard_input(self) -> None:
        """Fix the text on standard input, and write all of it to standard output."""
        name = self.request.stdin_name or _STDIN_NAME
        data = sys.stdin.buffer.read()

        def job() -> None:
            fixed = self._fixed(data, Path(name))
            self.changed += bool(fixed.edits)
            if self.request.diff:
                self._show_diff(fixed)
            else:
                streams.write_bytes(fixed.write(self._tracked) if fixed.edits else data)
                click.echo(_summary(fixed, self.request), err=True)

        self._guarded(name, job)

    def _file(self, job: _Job, decide: questions.Questions | None) -> None:
        data = readers.content(job.file)
        if not (self.request.diff or self.request.in_place or self.request.overwrite) and job.target.exists():
            raise WriteError(
                f"{job.target} bestaat al. Kies een andere naam bij --output. Of vervang het met --overwrite."
            )
        fixed = self._fixed(data, job.file, decide)
        self.changed += bool(fixed.edits)
        if self.request.diff:
            self._show_diff(fixed)
            return
        if fixed.edits:
            self._write(job, data, fixed.write(self._tracked))
        where = f", in {job.target}" if fixed.edits else ""
        click.echo(clean(_summary(fixed, self.request) + where))
        for applied in () if decide else sorted(fixed.applied, key=lambda offer: offer.finding.line):
            click.echo(f"  {clean(_line(applied, fixed.document.line_word))}")

    def _fixed(self, data: bytes, path: Path, decide: questions.Questions | None = None) -> Fixed:
        checker = self.checkers.checker(path)
        about = self.request.about
        file = writers.editable(data, name=str(path))
        return fix(
            file,
            lambda document: checker.check_document(document, about=about),
            levels=self.request.levels,
            decide=decide.about(path) if decide else None,
        )

    def _write(self, job: _Job, old: bytes, new: bytes) -> None:
        if self.request.in_place and readers.content(job.file) != old:
            raise WriteError(
                "Dit bestand is intussen veranderd. b1check heeft het niet aangeraakt. Probeer het opnieuw."
            )
        try:
            job.target.parent.mkdir(parents=True, exist_ok=True)
            streams.put(job.target, new, like=job.file)
        except OSError as error:
            raise WriteError(
                f"{job.target} is niet te maken. Kies met --output een map waarin u mag schrijven."
            ) from error

    def _target(self, file: Path) -> Path:
        """Return where the fixed ``file`` comes; in another folder it keeps its place below the folder of the user."""
        output = self.request.output
        if self.request.in_place:
            return file.resolve()  # a link stays a link
        if output is None:
            return file.with_name(f"{file.stem}{_COPY}{file.suffix}")
        if not output.is_dir():
            return output
        above = [Path(path) for path in self.request.paths if Path(path) in file.parents]
        return output / (file.relative_to(above[0]) if above else file.name)

    def _output_is_unclear(self, files: list[Path]) -> bool:
        output = self.request.output
        if output is None or output.is_dir() or (len(files) == 1 and output.suffix.lower() == files[0].suffix.lower()):
            return False
        if len(files) == 1:
            self._complain(str(output), f"Kies bij --output een naam die eindigt op {files[0].suffix}, of een map.")
        elif files:
            self._complain(str(output), "Dit is geen map. Maak eerst een map voor de verbeterde teksten.")
        return True

    @property
    def _tracked(self) -> Tracked | None:
        return None if self.request.accept else Tracked(self.request.change_date or self._now)

    @property
    def _style(self) -> Style:
        return streams.style_for(sys.stdout, self.request.color)

    def _show_diff(self, fixed: Fixed) -> None:
        style = self._style
        lines = _diff(fixed)
        if style.color or sys.stdout.isatty():
            for line in lines:
                click.echo(_painted(line, style), color=True)
        else:
            streams.write_utf8("".join(f"{line}\n" for line in lines))

    def _guarded(self, name: str, job: Callable[[], None]) -> None:
        """Do a job; what is wrong with this document must not stop the others."""
        try:
            job()
        except (ReadError, WriteError) as error:
            self._complain(name, str(error))
        except (B1CheckError, BrokenPipeError, click.ClickException, click.Abort):
            raise
        except Exception as error:  # a fault of ours in one document
            if is_verbose(click.get_current_context()):
                traceback.print_exc()
            self._complain(name, internal_error(error))

    def _complain(self, name: str, message: str) -> None:
        problem = Problem(name, message)
        self.failed = True
        sys.stdout.flush()
        click.echo(clean(f"{problem.name}: {problem.message}"), err=True)


def _is_copy(file: Path) -> bool:
    """Tell whether ``file`` has the name of a copy that we made."""
    return Path(file.stem).suffix == _COPY


def _summary(fixed: Fixed, request: Request) -> str:
    """Tell in one line what happened to a document."""
    name = fixed.document.name
    if not fixed.edits:
        line = f"{name}: niets verbeterd" if request.interactive else f"{name}: niets te verbeteren"
    else:
        line = f"{name}: {count(len(fixed.applied), 'verbetering', 'verbeteringen')}"
        if fixed.document.format == "docx" and not request.accept:
            line += " als bijgehouden wijziging"
    if request.interactive:
        return line
    more = []
    if worse := fixed.left(Applicability.SAFE):
        more.append(f"{worse} overgeslagen: daarmee wordt de tekst niet beter")
    left = fixed.left(Applicability.REVIEW)
    if left and not request.also_review:
        more.append(f"{left} meer met --interactive")
    return f"{line} ({'; '.join(more)})" if more else line


def _line(applied: Offer, line_word: str) -> str:
    finding, title = applied.finding, applied.fix.title
    new = f"wordt ‘{title}’" if title else "gaat weg"
    return f"{line_word} {finding.line}: ‘{' '.join(applied.replaced.split())}’ {new} ({finding.rule})"


def _diff(fixed: Fixed) -> Iterator[str]:
    """Yield the lines of a unified diff, without their line feeds; in a Word file a line is a paragraph."""
    name = clean(fixed.document.name)
    old, new = (_lines(text) for text in (fixed.file.document.source.text, fixed.text))
    for line in unified_diff(old, new, name, name):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(text: str) -> list[str]:
    """Divide ``text`` after each line feed, as other programs with diffs do."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


_LOOKS = {"---": Look.BOLD, "+++": Look.BOLD, "@@": Look.CYAN, "-": Look.RED, "+": Look.GREEN}


def _painted(line: str, style: Style) -> str:
    safe = "".join(character if character == "\t" or character.isprintable() else " " for character in line)
    look = next((look for start, look in _LOOKS.items() if line.startswith(start)), None)
    return style.paint(safe, look) if look else safe
