"""Turn raw Dutch documents (Markdown, HTML, CSV, plain text) into plain lines, one paragraph a line.

    python -m training.raw_text OUT.txt FILE_OR_FOLDER... [--limit WORDS]

The lines feed the floret vectors (`vectors.py`) and the silver data (`silver.py`). Nothing of the text is kept in the
project. Paragraphs that occur twice are written once: laws and manuals repeat themselves endlessly, and vectors
trained on repetitions learn the boilerplate by heart.
"""

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

_BLOCK_TAGS = frozenset(
    "p div li td th h1 h2 h3 h4 h5 h6 section tr dt dd blockquote caption title br pre table ul ol".split()
)
_SKIPPED_TAGS = frozenset("script style code tt pre kbd".split())
_MARKDOWN_NOISE = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`#>|]+")
_SPACES = re.compile(r"\s+")
_MIN_WORDS = 4


class _Paragraphs(HTMLParser):
    """Collects the visible text of a page as paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._parts: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED_TAGS:
            self._skipping += 1
        if tag in _BLOCK_TAGS:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED_TAGS and self._skipping:
            self._skipping -= 1
        if tag in _BLOCK_TAGS:
            self.flush()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._parts.append(data)

    def flush(self) -> None:
        self.found.append("".join(self._parts))
        self._parts.clear()


def _from_html(text: str) -> list[str]:
    parser = _Paragraphs()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.found


def _from_markdown(text: str) -> list[str]:
    return [_MARKDOWN_NOISE.sub(r"\1", block) for block in re.split(r"\n\s*\n|\n(?=\s*[-*#|])", text)]


def _from_csv(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as handle:
        cells = [cell for row in csv.reader(handle) for cell in row]
    return [line for cell in cells for line in cell.splitlines()]


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of one file, whitespace normalised."""
    if path.suffix == ".csv":
        found = _from_csv(path)
    else:
        text = path.read_text(encoding="utf-8", errors="ignore")
        if path.suffix in {".html", ".htm", ".xhtml"}:
            found = _from_html(text)
        elif path.suffix == ".md":
            found = _from_markdown(text)
        else:
            found = text.split("\n")
    for paragraph in found:
        clean = _SPACES.sub(" ", paragraph).strip()
        if len(clean.split()) >= _MIN_WORDS and _is_prose(clean):
            yield clean


def _is_prose(text: str) -> bool:
    """Whether a paragraph is mostly letters: no tables of numbers, no code."""
    letters = sum(char.isalpha() or char.isspace() for char in text)
    return letters / len(text) > 0.8


def _files(roots: Iterable[Path]) -> Iterator[Path]:
    for root in roots:
        if root.is_file():
            yield root
        else:
            suffixes = {".html", ".htm", ".xhtml", ".md", ".txt", ".csv"}
            yield from (path for path in sorted(root.rglob("*")) if path.suffix in suffixes)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--limit", type=int, default=0, help="stop after this many words (0: no limit)")
    options = parser.parse_args()
    seen: set[int] = set()
    words = 0
    with options.out.open("w", encoding="utf-8") as out:
        for path in _files(options.sources):
            for paragraph in paragraphs(path):
                key = hash(paragraph)
                if key in seen:
                    continue
                seen.add(key)
                out.write(paragraph + "\n")
                words += len(paragraph.split())
            if options.limit and words >= options.limit:
                break
    print(f"{words} words, {len(seen)} paragraphs in {options.out}")


if __name__ == "__main__":
    main()
