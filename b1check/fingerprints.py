"""What makes a finding the same one in another run: its rule, its document and its sentence.

Never the message, which we may put better, nor the line, which moves when something is written above it. When a
sentence changes, the findings in it are other ones: who touches a sentence reads it again.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from b1check.findings import Finding

_DIGITS = 16
"""Hexadecimal digits of a hash: 64 bits, enough to tell the sentences of any archive apart."""


class Fingerprint(NamedTuple):
    """What findings that are the same have in common.

    Attributes:
        path: the document, with forward slashes; see :func:`relative`.
        rule: name of the rule.
        sentence: hash of the sentence; the text itself cannot be read from it.
    """

    path: str
    rule: str
    sentence: str


def fingerprint(finding: Finding, path: str) -> Fingerprint:
    """Return the fingerprint of ``finding`` in the document at ``path``."""
    # A name that is no UTF-8 must not break the file that it stands in.
    path = path.encode("utf-8", "backslashreplace").decode()
    return Fingerprint(path, finding.rule, digest(_normal(finding.sentence)))


def numbered(findings: Sequence[Finding], path: str) -> tuple[str, ...]:
    """Return a name for each finding that no other of this document has: the second of two the same has number 2.

    Args:
        findings: in the order of the text.
        path: the document.
    """
    return tuple(digest(*mark, str(number)) for mark, number in counted(findings, path))


def counted(findings: Iterable[Finding], path: str) -> Iterator[tuple[Fingerprint, int]]:
    """Yield the fingerprint of each finding, with how many of it there were up to and with this one."""
    seen: Counter[Fingerprint] = Counter()
    for finding in findings:
        mark = fingerprint(finding, path)
        seen[mark] += 1
        yield mark, seen[mark]


def relative(name: str, root: Path, here: Path | None = None) -> str:
    """Return the document called ``name`` as a path from ``root`` with forward slashes, the same on every system.

    A path outside ``root`` stays whole, and the address of a page stays as it is.

    Args:
        name: as the user gave it.
        root: a whole path.
        here: the folder from which ``name`` starts; the current folder when None.
    """
    if "://" in name:
        return name
    # Not Path.resolve: a link to a document elsewhere is known by the name that it has here.
    path = Path(os.path.abspath((here or Path.cwd()) / name))  # noqa: PTH100
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return unicodedata.normalize("NFC", inside.as_posix())


def _normal(sentence: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", sentence).casefold().split())


def digest(*parts: str) -> str:
    """Return a short hash of ``parts``."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
