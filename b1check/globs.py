"""Glob patterns for paths, as they stand in settings."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path


def matches(path: Path, patterns: Iterable[str], *, root: Path) -> bool:
    """Tell whether one of the glob ``patterns`` fits ``path`` or a folder that it stands in.

    A pattern fits the end of a path: ``archief`` fits each file and folder with that name, and
    ``concept/*.docx`` fits those files in each folder called concept. ``*`` stops at a slash, ``**`` goes
    on. Only the part of the path below ``root`` counts; a path elsewhere counts by its last two parts.
    """
    regexes = [_regex(pattern) for pattern in patterns]
    return any(regex.fullmatch(name) for name in _names(path, root) for regex in regexes)


def _names(path: Path, root: Path) -> Iterator[str]:
    """Yield the path, and the folders that it stands in, from ``root``: as it is written, and without its links.

    Both, so that nothing that is to be passed over gets in by another name.
    """
    written = Path(os.path.abspath(path))  # noqa: PTH100 - takes out .. without following links
    for full in dict.fromkeys((written, Path(os.path.realpath(path)))):
        parts = full.relative_to(root).parts if full.is_relative_to(root) else full.parts[-2:]
        yield from ("/".join(parts[: end + 1]) for end in range(len(parts)))


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> re.Pattern[str]:
    tokens = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.replace("\\", "/").removeprefix("./").strip("/"))
    wild = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("(?:.*/)?" + "".join(wild.get(token, re.escape(token)) for token in tokens), re.DOTALL)
