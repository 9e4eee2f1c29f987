"""Writes ``b1check/rulebook/prepared.json``: what the words in our lists can begin with, and what our patterns need.

    python -m training.prepared

To be run when words or patterns were added; ``tests/rules/test_prepared.py`` tells when it has to be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from b1check.rulebook import lists, literals, load, prepared, recognise, wordforms, wordlist
from b1check.rulebook.wordlist import WordSort

_SIGN = re.compile(r"[\\(\[|?]")
"""A text in the options of a rule without any of these is no pattern, or compiles in no time."""


def words() -> Iterator[tuple[str, WordSort]]:
    """Yield the words in our lists that take several forms, each with its sort."""
    for spec, path in load.specs().values():
        for file in lists.of_spec(spec, path):
            for entry in wordlist.read(file):
                inflected = recognise.inflected(entry)
                if inflected and inflected[1] is not WordSort.FIXED:
                    yield inflected


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
    starts = {f"{sort} {word}": ",".join(sorted(wordforms.expand(word, sort).starts)) for word, sort in words()}
    pieces = {prepared.name(pattern): sorted(literals.parsed_pieces(pattern)) for pattern in patterns()}
    return {"starts": dict(sorted(starts.items())), "pieces": dict(sorted(pieces.items()))}


def write() -> None:
    """Write the file, one word or pattern a line."""
    parts = []
    for name, rows in content().items():
        lines = ",\n".join(json.dumps({key: value}, ensure_ascii=False)[1:-1] for key, value in rows.items())
        parts.append(f'"{name}": {{\n{lines}\n}}')
    prepared.FILE.write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


if __name__ == "__main__":
    write()
