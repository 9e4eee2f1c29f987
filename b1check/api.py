"""The shortest ways to check something from Python."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from b1check import comparison, fixes
from b1check import config as configuration
from b1check.checker import Checker
from b1check.comparison import Comparison, Version
from b1check.config import Config
from b1check.documents import readers, writers
from b1check.documents.writers import directives
from b1check.errors import ReadError
from b1check.findings import Applicability, Edit, Finding
from b1check.fixes import Fixed
from b1check.report import Report
from b1check.rulebook import kinds, load


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
    return fixes.fix(file, checker.check_document, levels=levels)


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
    return fixes.fix(file, checker.check_document, levels=levels)


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


def compare(old: Path | str, new: Path | str, *, config: Config | None = None) -> Comparison:
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
    return comparison.compare(_version(checker, Path(old)), _version(checker, Path(new)))


def _version(checker: Checker, path: Path) -> Version:
    try:
        document = readers.read(path)
        return Version(document, checker.check_document(document))
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
