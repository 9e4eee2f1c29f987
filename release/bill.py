"""Holds the bill of materials to what pip installed, in the environment of the Python that runs this.

    python release/bill.py PATH_OF_B1CHECK_CDX_JSON

Ends with 1 when the bill is about another version of b1check, or names other packages, or a package without a licence.
Versions are not compared: some packages have another one for each Python.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

OURS = "b1check"
_NOT_BROUGHT = frozenset({OURS, "pip"})
"""b1check is what the bill is about, and pip is there in every environment."""


def wrong(bill: dict[str, Any], installed: dict[str, str]) -> list[str]:
    """Return what is wrong with ``bill``; ``installed`` is the version of each package by its normalized name."""
    about, parts = bill["metadata"]["component"], bill["components"]
    found = []
    if (about["name"], about["version"]) != (OURS, installed.get(OURS)):
        found.append(f"it is about {about['name']} {about['version']}, and installed is {installed.get(OURS)}")
    named, here = {_normalized(part["name"]) for part in parts}, installed.keys() - _NOT_BROUGHT
    found += [f"{name} is installed and not in it" for name in sorted(here - named)]
    found += [f"{name} is in it and not installed" for name in sorted(named - here)]
    found += [f"{part['name']} has no licence in it" for part in [about, *parts] if not part.get("licenses")]
    return found


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main(path: str) -> None:
    """Print what is wrong, and end with 1 when something is."""
    installed = {_normalized(one.metadata["Name"]): one.version for one in metadata.distributions()}
    if found := wrong(json.loads(Path(path).read_text(encoding="utf-8")), installed):
        sys.exit("the bill of materials is not right:\n" + "\n".join(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
