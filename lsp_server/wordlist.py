"""Adds a word to the words that a municipality allows: ``[terms] allowed`` in its settings."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from b1check import Span

FILE_NAME = "b1check.toml"
_ALLOWED = re.compile(r"allowed[ \t]*=[ \t]*\[(?P<inside>[^\]]*)\]", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Addition:
    """What to change to allow a word.

    Attributes:
        file: the settings.
        text: their text now; None when there is no such file yet.
        span: the range in ``text`` to replace.
        replacement: what comes there.
    """

    file: Path
    text: str | None
    span: Span
    replacement: str


def settings_file(folder: Path) -> Path:
    """Return the file in ``folder`` to write to: the one that holds its settings, or else a new one."""
    own, shared = folder / FILE_NAME, folder / "pyproject.toml"
    if not own.is_file() and shared.is_file() and "b1check" in _parsed(_read(shared)).get("tool", {}):
        return shared
    return own


def allow(word: str, folder: Path) -> Addition | None:
    """Return how to allow ``word`` in the settings of ``folder``.

    None when it is allowed already, or when the file is written in a way in which we cannot place it with certainty.
    """
    file = settings_file(folder)
    if not file.is_file():
        return Addition(file, None, Span(0, 0), f"[terms]\nallowed = [{_quoted(word)}]\n")
    text = _read(file)
    table = "tool.b1check.terms" if file.name == "pyproject.toml" else "terms"
    before = _allowed(text, table)
    if text is None or before is None or word in before:
        return None
    addition = _placed(text, word, table, file)
    after = text[: addition.span.start] + addition.replacement + text[addition.span.end :]
    return addition if _allowed(after, table) == [*before, word] else None


def create(addition: Addition) -> None:
    """Make the new file that ``addition`` is about; one that appeared in the meantime stays as it is.

    Raises:
        OSError: when the file is there, or cannot be made.
    """
    with addition.file.open("x", encoding="utf-8") as made:
        try:
            made.write(addition.replacement)
            made.flush()
        except OSError:  # such as a full disk: no file at all is better than half a file
            addition.file.unlink(missing_ok=True)
            raise


def _placed(text: str, word: str, table: str, file: Path) -> Addition:
    header = re.search(rf"^[ \t]*\[{re.escape(table)}\][^\n]*(?:\n|\Z)", text, re.MULTILINE)
    if header is None:
        gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
        said = f"{gap}[{table}]\nallowed = [{_quoted(word)}]\n"
        return Addition(file, text, Span(len(text), len(text)), said)
    following = _TABLE.search(text, header.end())
    found = _ALLOWED.search(text, header.end(), following.start() if following else len(text))
    if found is None:
        gap = "" if header[0].endswith("\n") else "\n"
        return Addition(file, text, Span(header.end(), header.end()), f"{gap}allowed = [{_quoted(word)}]\n")
    inside = found["inside"]
    end = found.start("inside") + len(inside.rstrip())
    separator = "" if not inside.strip() else " " if inside.rstrip().endswith(",") else ", "
    return Addition(file, text, Span(end, end), separator + _quoted(word))


def _allowed(text: str | None, table: str) -> list[str] | None:
    """Return the words that are allowed; None when the settings cannot be read."""
    if text is None:
        return None
    data: Any = _parsed(text)
    if not data and text.strip() and "=" in text:
        return None
    for name in table.split("."):
        data = data.get(name, {}) if isinstance(data, dict) else {}
    found = data.get("allowed", []) if isinstance(data, dict) else []
    return [str(one) for one in found] if isinstance(found, list) else None


def _parsed(text: str | None) -> dict[str, Any]:
    try:
        return tomllib.loads(text or "")
    except tomllib.TOMLDecodeError:
        return {}


def _read(file: Path) -> str | None:
    try:
        with file.open(encoding="utf-8", newline="") as opened:  # with its own line ends: offsets must stay right
            return opened.read()
    except (OSError, UnicodeDecodeError):
        return None


def _quoted(word: str) -> str:
    """Write ``word`` as a TOML string; of the escapes of JSON all are known to TOML."""
    return json.dumps(word, ensure_ascii=False)
