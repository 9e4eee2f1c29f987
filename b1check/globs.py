"""Glob patterns for paths, as they stand in settings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path


def matches(path: Path, patterns: Iterable[str], *, root: Path) -> bool:
    """Tell whether one of the glob ``patterns`` fits ``path`` or a folder that it stands in.

    A pattern fits the end of a path: ``archief`` fits each file and folder with that name, and
    ``concept/*.docx`` fits those files in each folder called concept. ``*`` stops at a slash, ``**`` goes
    on. Only the part of the path below ``root`` counts; a path elsewhere counts by its last two parts.
    """
    full = path.absolute()
    parts = full.relative_to(root).parts if full.is_relative_to(root) else full.parts[-2:]
    below = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    return any(_regex(pattern).fullmatch(name) for pattern in patterns for name in below)


@lru_cache(maxsize=1024)
def _regex(pattern: str) -> re.Pattern[str]:
    tokens = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.replace("\\", "/").removeprefix("./").strip("/"))
    wild = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("(?:.*/)?" + "".join(wild.get(token, re.escape(token)) for token in tokens), re.DOTALL)
