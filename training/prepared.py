"""Writes ``b1check/rulebook/prepared.json``: what the entries of our lists begin with, and what our patterns need.

    python -m training.prepared

To be run when a list or a pattern was changed; ``tests/rules/test_prepared.py`` tells when it has to be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from b1check.rulebook import lists, literals, load, prepared, recognise, wordlist

_LEXICON = "lexicon"
"""The kind of those rules."""
_SIGN = re.compile(r"[\\(\[|?]")
"""A text in the options of a rule without any of these is no pattern, or compiles in no time."""


def lists_of_rules() -> Iterator[Sequence[Path]]:
    """Yield the word lists of each rule that looks for what is in them."""
    for spec, path in load.specs().values():
        if spec.kind == _LEXICON:
            yield lists.of_spec(spec, path)


def opened(paths: Sequence[Path]) -> prepared.Openings:
    """Return what the entries of some lists begin with."""
    entries = [entry for path in paths for entry in wordlist.read(path)]
    rows = {
        opening: ",".join(str(candidate.number) for candidate in candidates)
        for opening, candidates in sorted(recognise.index(entries).items())
    }
    return {"rows": rows, "strict": [number for number, entry in enumerate(entries) if entry.strict]}


def patterns() -> Iterator[str]:
    """Yield the patterns of our rules."""
    for spec, _ in load.specs().values():
        for text in _texts(spec.options):
            if _SIGN.search(text) and _compiles(text):
                yield text


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:  # such as what to write instead: it names a group of a pattern
        return False
    return True


def _texts(options: object) -> Iterator[str]:
    if isinstance(options, str):
        yield options
    elif isinstance(options, dict | list):
        for value in options.values() if isinstance(options, dict) else options:
            yield from _texts(value)


def content() -> prepared.Prepared:
    """Return what the file should hold."""
    openings = {prepared.name(*(path.read_bytes() for path in paths)): opened(paths) for paths in lists_of_rules()}
    pieces = {prepared.name(pattern.encode()): sorted(literals.parsed_pieces(pattern)) for pattern in patterns()}
    return {"openings": dict(sorted(openings.items())), "pieces": dict(sorted(pieces.items()))}


def write() -> None:
    """Write the file, a few words on each line: a word that comes changes one line."""
    prepared.FILE.write_text(json.dumps(content(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
