"""The report of a website in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from b1check import Checker, Problem
from b1check.documents import readers
from b1check.letter import parts
from b1check.reporters.html import Page, render
from b1check.sites import RuleGain, Site

pytestmark = pytest.mark.proof
HOME = "https://www.gemeente-met-een-lange-naam.example/"
LONG = HOME + "onderwerpen/aanvragen-en-melden/" + "gehandicaptenparkeerkaart" * 4
VIEWS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}},
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    checker = Checker()
    pages = []
    for url, text in ((LONG, "U dient het formulier in te vullen."), (HOME, "U vult het formulier in.")):
        html = f"<html lang=nl><title>Parkeren</title><main><h1>Parkeren</h1><p>{text}</p></main></html>"
        document = parts.label(readers.read_text(html, name=url, format="html"))
        pages.append(Page.of(checker.check_document(document), document, checker.config))
    gains = (RuleGain("dient-te", "Zin met ‘dienen te’", 1, 1, 1.5, LONG), RuleGain("titel", "Titel", 2, 2, 0.0, HOME))
    site = Site(HOME, 2, 12, 61.4, 1, 2, gains, forbidden=2, other_types=(("application/pdf", 3),), waiting=4)
    file = tmp_path_factory.mktemp("rapport") / "website.html"
    problem = Problem(LONG + "/weg", f"Deze pagina bestaat niet (code 404). De link staat op {LONG}.")
    file.write_text(render(pages, [problem], site=site), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize("view", VIEWS)
def test_everybody_can_use_it(
    new_page: Callable[..., Any], accessible: Callable[[Any], None], report: str, view: str
) -> None:
    page = new_page(**VIEWS[view])
    page.goto(report)
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_tells_of_the_whole_website_first(new_page: Callable[..., Any], report: str, tmp_path: Path) -> None:
    page = new_page()
    page.goto(report)
    assert page.locator("h1").inner_text() == f"Website {HOME}"
    assert page.locator("header .onder").inner_text() == "2 pagina's · 12 woorden · gemiddelde score 61"
    whole = page.get_by_role("region", name="Op de hele website")
    assert whole.get_by_role("listitem").all_inner_texts() == [
        "Zin met ‘dienen te’\n1 keer op 1 pagina+1,5 punten",
        "Titel\n2 keer op 2 pagina's",
    ]
    assert "Overgeslagen, want het zijn geen webpagina's: 3 pdf." in whole.inner_text()
    assert "Nog niet gelezen: 4 pagina's." in whole.inner_text()
    links = page.get_by_role("navigation", name="Alle pagina's, de moeilijkste eerst").get_by_role("link")
    assert links.count() == 2
    links.first.click()
    assert "het formulier in te vullen" in page.locator("#d1-inhoud").inner_text()
