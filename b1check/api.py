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
from b1check.errors import ReadError
from b1check.findings import Applicability
from b1check.fixes import Fixed
from b1check.report import Report


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
    """Check a file: .txt, .md, .html, .docx, .odt or .eml.

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
