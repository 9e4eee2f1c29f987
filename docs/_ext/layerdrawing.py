"""The drawing of the layers, made from the contract that holds them (``lint-imports``, in ``pyproject.toml``).

What a module is for is the first sentence of its docstring. ``python docs/_ext/layerdrawing.py`` writes it again.
"""

from __future__ import annotations

import ast
import html
import re
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
DRAWING = _ROOT / "docs" / "images" / "layers.svg"
_WIDTH, _MARGIN, _GAP, _LINE = 880, 20, 8, 19
_NAMES, _LETTERS = 250, 74
"""Where the purposes begin, in pixels, and how many letters of them fit on a line."""
_STYLE = """\
  text { font: 14px system-ui, sans-serif; fill: #1b1b1f; }
  .back { fill: #ffffff; } .row { fill: #eef3fb; stroke: #7c8aa5; }
  .name { font-weight: 600; } .arrow { stroke: #4b5a75; fill: none; stroke-width: 2; } .head { fill: #4b5a75; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6e6ea; } .back { fill: #15171c; } .row { fill: #232a36; stroke: #66738c; }
    .arrow { stroke: #a9b6cf; } .head { fill: #a9b6cf; }
  }
"""


def layers() -> tuple[tuple[str, ...], ...]:
    """Return the modules of each layer, the highest first."""
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (found,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return tuple(tuple(name.strip() for name in layer.split("|")) for layer in found)


def purpose(name: str) -> str:
    """Return the first sentence of the docstring of the module or package, without marks of code."""
    package = _ROOT / "b1check" / name / "__init__.py"
    file = package if package.is_file() else _ROOT / "b1check" / f"{name}.py"
    said = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    return " ".join(re.split(r"\.\s", said)[0].replace("``", "").split()).rstrip(".;:")


def drawing() -> str:
    """Return the drawing as SVG."""
    rows = list(_rows())
    height = _MARGIN * 2 + 40 + sum(tall + _GAP for _, tall in rows)
    parts = []
    top = _MARGIN + 40
    for lines, tall in rows:
        parts.append(f'<rect class="row" x="44" y="{top}" width="{_WIDTH - 44 - _MARGIN}" height="{tall}" rx="6"/>')
        for number, (name, said) in enumerate(lines):
            y = top + 22 + number * _LINE
            if name:
                parts.append(f'<text class="name" x="56" y="{y}">{html.escape(name)}</text>')
            parts.append(f'<text x="{_NAMES}" y="{y}">{html.escape(said)}</text>')
        top += tall + _GAP
    names = "; ".join(" and ".join(layer) for layer in layers())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-labelledby="title desc">\n<title id="title">The layers of b1check</title>\n'
        f'<desc id="desc">From top to bottom; each layer imports only those below it. {html.escape(names)}.</desc>\n'
        f"<style>\n{_STYLE}</style>\n"
        f'<rect class="back" width="{_WIDTH}" height="{height}" rx="8"/>\n'
        f'<text x="44" y="{_MARGIN + 18}">A layer imports only what stands below it.</text>\n'
        f'<path class="arrow" d="M 24 {_MARGIN + 44} V {height - _MARGIN - 14}"/>\n'
        f'<path class="head" d="M 17 {height - _MARGIN - 16} h 14 l -7 12 z"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _rows() -> Iterator[tuple[list[tuple[str, str]], int]]:
    """Yield of each layer its lines of name and purpose, and its height."""
    for layer in layers():
        lines: list[tuple[str, str]] = []
        for name in layer:
            said = textwrap.wrap(purpose(name), _LETTERS)
            lines += [(name if number == 0 else "", line) for number, line in enumerate(said)]
        yield lines, len(lines) * _LINE + 14


if __name__ == "__main__":
    DRAWING.write_text(drawing(), encoding="utf-8")
