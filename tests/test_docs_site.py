"""The documentation as a website: all pages are there, what is generated is up to date, and it needs no network."""

from __future__ import annotations

import importlib
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import click
import pytest
from lxml import html

from b1check import explain, explain_all
from b1check.cli import command

DOCS = Path(__file__).resolve().parents[1] / "docs"


def _module(name: str) -> ModuleType:
    """Import a module of the extension, which is no package."""
    if str(DOCS / "_ext") not in sys.path:
        sys.path.append(str(DOCS / "_ext"))
    return importlib.import_module(name)


def test_the_page_with_all_settings_is_up_to_date() -> None:
    page = _module("settingspage")
    assert page.PAGE.read_text(encoding="utf-8") == page.page(), "run: python docs/_ext/settingspage.py"


def test_the_drawing_of_the_layers_is_up_to_date_and_has_a_title() -> None:
    drawing = _module("layerdrawing")
    text = drawing.DRAWING.read_text(encoding="utf-8")
    assert text == drawing.drawing(), "run: python docs/_ext/layerdrawing.py"
    root = ET.fromstring(text)
    named = {element.get("id"): element.text for element in root}
    assert all(named[name] for name in (root.get("aria-labelledby") or "").split())
    assert {name for layer in drawing.layers() for name in layer} >= {"cli", "checker", "errors"}


def test_a_rule_has_a_page_with_all_that_the_command_tells() -> None:
    rule = explain("lange-zin")
    page = _module("rulepages").page(rule)
    assert page.startswith("# Lange zin\n")
    assert rule.measured
    assert page.count('class="b1-voorbeeld b1-liever-niet"') == len(rule.bad)
    assert page.count('class="b1-voorbeeld b1-goed"') == len(rule.good)
    assert all(f"`{option.name}`" in page for option in rule.options)
    assert f"{rule.measured.right} van de {rule.measured.judged} opmerkingen" in page
    assert "b1check rule lange-zin" in page


def test_text_of_a_rule_is_never_markup() -> None:
    text = _module("rulepages")._text("*a* [b](c) <d> | `e` {f} _g_ $h$")
    assert re.sub(r"\\(.)", r"\1", text) == "*a* [b](c) <d> | `e` {f} _g_ $h$"
    assert not re.search(r"(?<!\\)[*\[\]<>|`_{}$]", text)


def test_the_menu_follows_the_lists_of_the_index() -> None:
    navigation = _module("navigation")
    index = (
        "# b\n\n[los](los.md)\n\n## Een\n\n- [A](a.md): uitleg\n- [B](../B.md)\n\n## For developers\n\n- [C](c.md)\n"
    )
    linked = navigation.relink(index, "docs/index.md", {"B.md": "project/b.md"})
    sections = [(section.title, section.pages) for section in navigation.sections(linked)]
    assert sections == [("Een", ("a.md", "project/b.md")), ("For developers", ("c.md",))]
    assert navigation.english(linked) == {"c"}
    assert ":caption: Een\n\na.md\nproject/b.md\n" in navigation.menu(linked)
    assert navigation.relink("[x](../LICENSE)", "docs/a.md", {}) == "x"
    assert navigation.relink("[x](docs/a.md#b)", "README.md", {}) == "[x](/a.md#b)"


@pytest.mark.slow
def test_every_rule_has_a_page_at_an_address_that_stays(documentation: Path) -> None:
    ours = [rule for rule in explain_all() if not rule.pack]
    for rule in ours:
        page = html.parse(documentation / "regels" / f"{rule.name}.html")
        assert page.xpath("string(//h1)").strip("¶") == " ".join(rule.title.split())
    index = html.parse(documentation / "regels" / "index.html")
    linked = {Path(link).stem for link in index.xpath("//article//a/@href") if link.endswith(".html")}
    assert {rule.name for rule in ours} <= linked


@pytest.mark.slow
def test_pages_fetch_nothing_from_elsewhere(documentation: Path) -> None:
    fetched = "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href"
    for file in documentation.rglob("*.html"):
        for address in html.parse(file).xpath(fetched):
            assert not re.match(r"(\w+:)?//", address), f"{file}: {address}"
    styles = "".join(file.read_text(encoding="utf-8") for file in documentation.rglob("*.css"))
    assert not re.findall(r"url\(['\"]?(?:https?:)?//|@import\s+['\"]?(?:https?:)?//", styles)


@pytest.mark.slow
def test_the_search_knows_dutch(documentation: Path) -> None:
    index = (documentation / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert "voorbeeld" in terms
    assert "voorbeelden" not in terms, "a plural is found by its stem"
    tools = (documentation / "_static" / "language_data.js").read_text(encoding="utf-8")
    assert "dutch" in tools.lower()


@pytest.mark.slow
def test_english_pages_say_so_and_the_others_are_dutch(documentation: Path) -> None:
    def languages(name: str) -> tuple[str, bool]:
        page = html.parse(documentation / name)
        return page.getroot().get("lang"), bool(page.xpath("//article//div[@lang='en']"))

    assert languages("beginnen.html") == ("nl", False)
    assert languages("architecture.html") == ("nl", True)
    assert languages("project/contributing.html") == ("nl", True)


@pytest.mark.slow
def test_every_command_is_explained_somewhere(documentation: Path) -> None:
    assert isinstance(command, click.Group)
    said = "".join(html.parse(file).xpath("string(//article)") for file in documentation.glob("*.html"))
    for name in command.list_commands(click.Context(command)):
        assert f"b1check {name}" in said
