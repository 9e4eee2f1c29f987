"""Sphinx extension: makes the pages that follow from the rules and from files outside ``docs/``, and the menu."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dutch
import navigation
import rulepages
from pygments.lexers.special import TextLexer

from b1check import explain_all

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_COPIES = {"CONTRIBUTING.md": "contributing.md", "SECURITY.md": "security.md", "CHANGELOG.md": "changelog.md"}
_MADE = "project"
_RULES = "rules/README.md"


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect with Sphinx."""
    app.connect("builder-inited", _make_pages)
    app.connect("source-read", _read)
    app.connect("html-page-context", _say_language)
    app.connect("html-page-context", _say_level, priority=900)  # after the theme, which makes the menu
    app.connect("build-finished", _speak_dutch)
    for name in ("csv", "txt"):
        app.add_lexer(name, TextLexer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@cache
def _moved(root: Path) -> Mapping[str, str]:
    """Return the pages that are made of files elsewhere in the project, by those files."""
    rules = {f"rules/{path.parent.name}/{path.name}": f"regels/{path.stem}.md" for path in root.glob("rules/*/*.toml")}
    copies = {name: f"{_MADE}/{page}" for name, page in _COPIES.items()}
    return {**rules, **copies, _RULES: f"{rulepages.FOLDER}/index.md", "docs/index.md": "index.md"}


def _make_pages(app: Sphinx) -> None:
    docs = Path(app.srcdir)
    root = docs.parent
    made = dict(rulepages.pages([rule for rule in explain_all() if not rule.pack]))  # ours, not those installed here
    for name, page in _COPIES.items():
        text = (root / name).read_text(encoding="utf-8")
        made[f"{_MADE}/{page}"] = navigation.relink(text, name, _moved(root))
    for folder in (rulepages.FOLDER, _MADE):
        for old in (docs / folder).rglob("*.md"):
            if old.relative_to(docs).as_posix() not in made:
                old.unlink()
    for name, text in made.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_text(encoding="utf-8") != text:  # what stays the same is not read again
            file.write_text(text, encoding="utf-8")


def _read(app: Sphinx, page: str, source: list[str]) -> None:
    if page.startswith((f"{rulepages.FOLDER}/", f"{_MADE}/")):
        return
    text = navigation.relink(source[0], f"docs/{page}.md", _moved(Path(app.srcdir).parent))
    source[0] = f"{text}\n{navigation.menu(text)}" if page == app.config.root_doc else text


@cache
def _english(docs: Path) -> frozenset[str]:
    index = (docs / "index.md").read_text(encoding="utf-8")
    return navigation.english(navigation.relink(index, "docs/index.md", _moved(docs.parent)))


def _say_language(app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Mark the text of the English pages as English; the menu and the buttons around it stay Dutch."""
    if page in _english(Path(app.srcdir)) and "body" in context:
        context["body"] = f'<div lang="en">{context["body"]}</div>'


def _say_level(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Give the headings in the menu the level that a screen reader asks for; Sphinx leaves it out."""
    if menu := context.get("furo_navigation_tree"):
        context["furo_navigation_tree"] = menu.replace('role="heading"', 'role="heading" aria-level="2"')


def _speak_dutch(app: Sphinx, error: Exception | None) -> None:
    if error is None and app.builder.format == "html":
        for file in Path(app.outdir).rglob("*.html"):
            text = file.read_text(encoding="utf-8")
            if (translated := dutch.page(text)) != text:
                file.write_text(translated, encoding="utf-8")
