"""The shortest ways to check something from Python."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Collection
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from b1check import comparison, fixes
from b1check import config as configuration
from b1check.checker import Checker
from b1check.comparison import Comparison, Version
from b1check.config import Config
from b1check.documents import readers, writers
from b1check.documents.document import Document
from b1check.documents.source import SourceRange
from b1check.documents.writers import directives
from b1check.errors import ReadError, WriteError
from b1check.findings import Applicability, Edit, Finding, Severity
from b1check.fixes import Fixed
from b1check.report import Report
from b1check.rulebook import kinds, load

if TYPE_CHECKING:
    from b1check.documents.writers.notes import Noted

_SWITCHED_OFF_FOR_NOTHING = "uitgezet-overbodig"


@cache
def _default_checker() -> Checker:
    return Checker()


def check(text: str, *, format: str = "txt", name: str = "tekst", config: Config | None = None) -> Report:
    """Check a text.

    Args:
        text: the text; offsets in the report are indices into it.
        format: ``txt``, ``md`` or ``html``.
        name: what to call it in the report.
        config: settings; the defaults when None. For many texts with the same settings use a ``Checker``.

    Raises:
        ReadError: when there is no text to check.
        TypeError: when ``text`` is no ``str``.
    """
    checker = Checker(config) if config else _default_checker()
    return checker.check_text(text, name=name, format=format)


def check_file(path: Path | str, *, config: Config | None = None) -> Report:
    """Check a file: .txt, .md, .html, .docx, .odt, .rtf, .pdf, .eml or .msg.

    Args:
        path: the file.
        config: settings; when None those of the closest ``b1check.toml`` or ``pyproject.toml``.

    Raises:
        ReadError: when the file cannot be read.
        ConfigError: when the settings are not right.
    """
    return Checker(config or configuration.find(Path(path))).check_file(path)


def fix(
    text: str,
    *,
    format: str = "txt",
    levels: Collection[Applicability] = fixes.SAFE,
    config: Config | None = None,
    checker: Checker | None = None,
) -> Fixed:
    """Apply the fixes of a text after which nothing is worse.

    Args:
        text: the text.
        format: ``txt``, ``md`` or ``html``.
        levels: which fixes to apply; by default those that are safe.
        config: settings; the defaults when None.
        checker: a checker that was made before, for many texts with the same settings; it goes before ``config``.

    Raises:
        ReadError: when there is no text to check.
    """
    checker = checker or (Checker(config) if config else _default_checker())
    file = writers.editable(text.encode("utf-8"), name=f"tekst.{format}")
    return fixes.fix(file, _checking(checker, levels), levels=levels)


def fix_file(
    path: Path | str, *, levels: Collection[Applicability] = fixes.SAFE, config: Config | None = None
) -> Fixed:
    """Apply the same to a file: .txt, .md, .html or .docx; nothing is written, see :meth:`Fixed.write`.

    Args:
        path: the file.
        levels: which fixes to apply; by default those that are safe.
        config: settings; when None those of the closest ``b1check.toml`` or ``pyproject.toml``.

    Raises:
        ReadError: when the file cannot be read.
        WriteError: when b1check cannot write files of its format.
        ConfigError: when the settings are not right.
    """
    checker = Checker(config or configuration.find(Path(path)))
    file = writers.editable(readers.content(Path(path)), name=str(path))
    return fixes.fix(file, _checking(checker, levels), levels=levels)


def _checking(checker: Checker, levels: Collection[Applicability]) -> Callable[[Document], Report]:
    """Return what checks a document at each step; a fix of LanguageTool is never safe, so mostly that is not asked."""
    return partial(checker.check_document, wait=Applicability.REVIEW in levels)


def switch_off(text: str, finding: Finding, *, format: str = "txt", reason: str = "") -> Edit | None:
    """Return the edit of a text that switches ``finding`` off at its place.

    Args:
        text: the text.
        finding: a finding in its report.
        format: ``txt``, ``md`` or ``html``.
        reason: why, on one line; when it is empty :data:`REASON_HERE` stands in its place.

    Returns:
        An insertion; None when there is no place for it, or the finding is itself about switching off.

    Raises:
        ReadError: when there is no text.
    """
    own = load.specs()
    if finding.rule in own and own[finding.rule][0].kind == kinds.SUPPRESSION:
        return None
    document = readers.read_text(text, format=format)
    whole = finding.block is None
    return directives.switch_off(document, finding.span.start, [finding.rule], reason, whole=whole)


def switch_on(text: str, finding: Finding, *, format: str = "txt") -> Edit | None:
    """Return the edit of a text for a ``finding`` of words that switch off what is not there.

    Args:
        text: the text.
        finding: a finding of the rule ``uitgezet-overbodig`` in its report.
        format: ``txt``, ``md`` or ``html``.

    Returns:
        The edit: those words go, or only the names that are not needed. None when the finding is about something else.

    Raises:
        ReadError: when there is no text.
    """
    if finding.rule != _SWITCHED_OFF_FOR_NOTHING:
        return None
    document = readers.read_text(text, format=format)
    place = SourceRange(finding.span.start, finding.span.end)
    return directives.switch_on(document, place, next(iter(finding.suggestions), ""))


def annotate(
    path: Path | str,
    *,
    min_severity: Severity | None = None,
    date: dt.datetime | None = None,
    config: Config | None = None,
) -> Noted:
    """Check a .docx or .odt, and put the remarks beside its text as comments; nothing is written.

    Comments of b1check that are there already are replaced, unless somebody answered or settled them.

    Args:
        path: the file.
        min_severity: the lightest findings to note; None for all, but no tips in a document with many findings.
        date: the moment that the comments bear; now when None.
        config: settings; when None those of the closest ``b1check.toml`` or ``pyproject.toml``.

    Returns:
        What came of it; :attr:`Noted.data` holds the bytes of the new file.

    Raises:
        ReadError: when the file cannot be read.
        WriteError: when it is no .docx or .odt, or is signed.
        ConfigError: when the settings are not right.
    """
    # Only who wants comments waits for the parts that make them.
    from b1check.documents.writers import notes as writer  # noqa: PLC0415
    from b1check.reporters import notes as reporter  # noqa: PLC0415

    path = Path(path)
    if not writer.can_note(readers.format_of(path.name)):
        raise WriteError(writer.OTHER_FORMAT)
    config = config or configuration.find(path)
    data = readers.content(path)
    document = readers.read_bytes(data, name=str(path))
    notes = reporter.notes(Checker(config).check_document(document), config, min_severity=min_severity)
    return writer.put(data, document, notes, writer.Signature(date or dt.datetime.now().astimezone()))


def compare(old: Path | str, new: Path | str, *, format: str = "txt", config: Config | None = None) -> Comparison:
    """Compare two versions of a text.

    Args:
        old: the old text.
        new: the new text.
        format: how both are written: ``txt``, ``md`` or ``html``.
        config: settings for both; the defaults when None.

    Files go to :func:`compare_files`. That they could be given here keeps working until version 0.3.

    Raises:
        ReadError: when there is no text.
    """
    if _are_files(old, new):
        warnings.warn("compare takes texts; for files use compare_files", DeprecationWarning, stacklevel=2)
        return compare_files(old, new, config=config)
    checker = Checker(config) if config else _default_checker()
    versions = (_version(checker, readers.read_text(str(text), format=format)) for text in (old, new))
    return comparison.compare(*versions)


def _are_files(*given: Path | str) -> bool:
    """Tell whether ``given`` are files rather than texts; a text that is short may still be the name of one."""
    if any(isinstance(one, Path) for one in given):
        return True
    return all(Path(one).suffix.lower() in readers.SUFFIXES and "\n" not in one for one in map(str, given))


def compare_files(old: Path | str, new: Path | str, *, config: Config | None = None) -> Comparison:
    """Compare two versions of a document; the files may differ in format.

    Args:
        old: the file with the old version.
        new: the file with the new version.
        config: settings for both; when None those of the closest ``b1check.toml`` or ``pyproject.toml`` to ``new``.

    Raises:
        ReadError: when a file cannot be read.
        ConfigError: when the settings are not right.
    """
    checker = Checker(config or configuration.find(Path(new)))
    return comparison.compare(_version_in(checker, Path(old)), _version_in(checker, Path(new)))


def _version(checker: Checker, document: Document) -> Version:
    return Version(document, checker.check_document(document))


def _version_in(checker: Checker, path: Path) -> Version:
    try:
        return _version(checker, readers.read(path))
    except ReadError as error:  # with two files a message without the name of one says too little
        raise ReadError(f"{path}: {error}") from error


def html_report(report: Report, text: str, *, config: Config | None = None, mask: bool = False) -> str:
    """Return the report of a text as one page of HTML that needs no other files.

    Args:
        report: what was found in the text.
        text: the text that was checked.
        config: the settings with which it was checked; needed when they name packs of rules.
        mask: hide what looks like a BSN, an account number, a phone number or a mail address.

    Raises:
        ReadError: when there is no text.
    """
    # Only who wants a page waits for the parts that make one.
    from b1check.letter import parts  # noqa: PLC0415
    from b1check.reporters import html, masking  # noqa: PLC0415

    document = parts.label(readers.read_text(text, name=report.name, format=report.format))
    if mask:
        report, document = masking.hide_in(report, document)
    return html.render([html.Page.of(report, document, config)], masked=mask)
