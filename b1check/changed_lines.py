"""Which lines of which files changed since a moment that git knows, so that only new text has to be right.

A changed line changes its whole block: who touches a paragraph reads it again. Git is asked with fixed arguments and
without a shell; what the user names only goes in as a commit that git has found first.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from b1check.documents.document import Document
from b1check.errors import ChangesError
from b1check.findings import Finding, Span

_TEXT_FORMATS = frozenset({"txt", "md", "html"})
"""Formats in which a line of the source is a line of the file; in others a change is one of the whole document."""

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_QUOTED = re.compile(r'\\([abfnrtv"\\]|[0-7]{3})')
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, '"': 34, "\\": 92}

_NO_GIT = "Voor --changed-since is het programma git nodig. Zet git op deze computer, of laat de optie weg."
_NO_REPOSITORY = "Deze map staat niet onder git. Ga naar een map die git bijhoudt, of laat --changed-since weg."
_NOT_TRUSTED = "Deze map is van iemand anders, dus git leest haar niet. Vraag de eigenaar, of kijk bij safe.directory."
_NO_COMMIT = "{ref} is niet te vinden in git. Kies een tak, een tag of een commit, zoals main of HEAD~1. {fetch}"
_NOTHING_SHARED = "{ref} en uw tekst hebben in git geen gedeeld begin. {fetch}"
_FETCH = "Haalt uw CI maar een deel op? Haal dan alles op, bijvoorbeeld met fetch-depth: 0."
_FAILED = "git kan niet zeggen wat er veranderd is: {line}"


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in a file.

    Attributes:
        whole: all of it, as in a new file or one that git does not compare line by line.
        lines: line numbers in the file as it is now, from 1.
        seams: the line before each place from which only lines were taken away; 0 for the top.
    """

    whole: bool = False
    lines: tuple[range, ...] = ()
    seams: tuple[int, ...] = ()

    def touches(self, first: int, last: int) -> bool:
        """Tell whether something changed in the lines from ``first`` to ``last``.

        Lines that went count only inside: what went before or after a paragraph was another one.
        """
        if self.whole or any(lines.start <= last and first < lines.stop for lines in self.lines):
            return True
        return any(first <= seam < last for seam in self.seams)


@dataclass(frozen=True, slots=True)
class Changes:
    """The files that changed.

    Attributes:
        root: the folder that git keeps.
        files: what changed, by path from ``root``; nothing for a file that only got another name.
    """

    root: Path
    files: Mapping[Path, Change] = field(default_factory=dict)

    def of(self, path: Path) -> Change | None:
        """Return what changed in the file at ``path``, or None when nothing did.

        Raises:
            ChangesError: when it is not in the folder that git keeps.
        """
        place = path.parent.resolve() / path.name
        if not place.is_relative_to(self.root):
            raise ChangesError("Dit bestand staat niet in de map die git bijhoudt. Laat --changed-since weg.")
        return self.files.get(place.relative_to(self.root))


def since(ref: str, folder: Path) -> Changes:
    """Return what changed in the working tree around ``folder`` since it went its own way from ``ref``.

    Changes that are not committed yet count, and so do files that git does not know yet and does not ignore.

    Args:
        ref: a branch, tag or commit.
        folder: a folder in the working tree.

    Raises:
        ChangesError: when git is not there, does not keep ``folder``, or does not know ``ref``.
    """
    root = Path(_path(_top(folder)))
    base = _base(ref, root)
    diff = ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames"]
    stat = _run(root, [*diff, "--numstat", "-z", "--diff-filter=d", base, "--"])
    patch = _run(
        root, [*diff, "--src-prefix=a/", "--dst-prefix=b/", "--unified=0", "--inter-hunk-context=0", base, "--"]
    )
    added = _run(root, [*diff, "--name-only", "-z", "--diff-filter=A", base, "--"])
    untracked = _run(root, ["ls-files", "--others", "--exclude-standard", "-z"])
    whole = {*_names(added), *_names(untracked), *_binary(stat)}
    files = {path: change for path, change in _hunks(patch).items() if path not in whole}
    return Changes(root, files | dict.fromkeys(whole, Change(whole=True)))


def touched(findings: Iterable[Finding], document: Document, change: Change) -> tuple[Finding, ...]:
    """Return the findings about blocks that ``change`` touches, or about another place that it touches.

    A finding about the whole document stays only where the whole document changed.
    """
    if change.whole or document.format not in _TEXT_FORMATS:
        return tuple(findings)
    lines_of = _line_finder(document.source.text)
    blocks = [block.map.to_source(0, len(block.text)) for block in document.blocks]

    def is_touched(finding: Finding) -> bool:
        places = [Span(*blocks[finding.block])] if finding.block is not None else []
        return any(change.touches(*lines_of(place)) for place in (*places, *finding.elsewhere))

    return tuple(finding for finding in findings if is_touched(finding))


def _line_finder(text: str) -> Callable[[Span], tuple[int, int]]:
    """Return what gives the first and last line of a range, as git counts lines: only a line feed ends one."""
    ends = [match.start() for match in re.finditer("\n", text)]
    return lambda span: (bisect_left(ends, span.start) + 1, bisect_left(ends, max(span.end - 1, span.start)) + 1)


def _top(folder: Path) -> bytes:
    result = _git(folder, ["rev-parse", "--show-toplevel"])
    if result.returncode == 0:
        return result.stdout.removesuffix(b"\n")
    raise ChangesError(_NOT_TRUSTED if b"safe.directory" in result.stderr else _NO_REPOSITORY)


def _base(ref: str, root: Path) -> str:
    """Return the commit from which the working tree and ``ref`` went their own ways."""
    found = _git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"])
    if found.returncode != 0 or "\0" in ref:
        raise ChangesError(_NO_COMMIT.format(ref=ref, fetch=_FETCH))
    base = _git(root, ["merge-base", "HEAD", found.stdout.decode("ascii").strip()])
    if base.returncode != 0:
        raise ChangesError(_NOTHING_SHARED.format(ref=ref, fetch=_FETCH))
    return base.stdout.decode("ascii").strip()


def _run(folder: Path, arguments: list[str]) -> bytes:
    result = _git(folder, arguments)
    if result.returncode != 0:
        line = result.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ChangesError(_FAILED.format(line=line[0] if line else "het zegt niet waarom."))
    return result.stdout


def _git(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    # The lock is only there to write down what git saw along the way; we only look.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-C", str(folder), "-c", "core.quotePath=true", *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL)
    except (OSError, ValueError) as error:  # no such program; a name with a null in it
        raise ChangesError(_NO_GIT if isinstance(error, OSError) else _NO_COMMIT.format(ref="Dit", fetch="")) from error


def _path(name: bytes) -> str:
    return os.fsdecode(name)


def _names(listing: bytes) -> list[Path]:
    return [Path(_path(name)) for name in listing.split(b"\0") if name]


def _binary(stat: bytes) -> list[Path]:
    """Return the files that git does not compare line by line: their counts of lines are dashes."""
    found = []
    fields = iter(stat.split(b"\0"))
    for entry in fields:
        if not entry:
            continue
        added, _, name = entry.split(b"\t", 2)
        if not name:  # another name: the old and the new one follow
            next(fields)
            name = next(fields)
        if added == b"-":
            found.append(Path(_path(name)))
    return found


def _hunks(patch: bytes) -> dict[Path, Change]:
    """Return the changed lines of each file in a patch without context."""
    files: dict[Path, tuple[list[range], list[int]]] = {}
    lines: list[range] = []
    seams: list[int] = []
    in_header = True
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):
            in_header = True
        elif in_header and line.startswith(b"+++ "):
            lines, seams = files.setdefault(Path(_target(line[4:])), ([], []))
        elif hunk := _HUNK.match(line):  # a line of text starts with +, - or a backslash
            in_header = False
            start, count = int(hunk[1]), int(hunk[2] or 1)
            if count:
                lines.append(range(start, start + count))
            else:
                seams.append(start)
    return {path: Change(lines=tuple(lines), seams=tuple(seams)) for path, (lines, seams) in files.items()}


def _target(name: bytes) -> str:
    """Return the path after ``+++``: git puts quotes around one with odd signs, and a tab after one with spaces."""
    if name.startswith(b'"'):
        quoted = name.rstrip(b"\t").decode("ascii")[1:-1]
        parts = _QUOTED.split(quoted)
        name = b"".join(_unescaped(part) if odd else part.encode("ascii") for part, odd in _alternate(parts))
    else:
        name = name.removesuffix(b"\t")
    return _path(name.removeprefix(b"b/"))


def _alternate(parts: list[str]) -> Iterable[tuple[str, bool]]:
    return ((part, index % 2 == 1) for index, part in enumerate(parts))


def _unescaped(sign: str) -> bytes:
    return bytes([_ESCAPES[sign] if sign in _ESCAPES else int(sign, 8)])
