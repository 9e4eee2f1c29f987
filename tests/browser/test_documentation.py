"""The website of the documentation in a real browser: everybody can use it, and its search finds Dutch words."""

from __future__ import annotations

import http.server
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.proof
VIEWS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}},
}
# One of each kind: menu, page for writers, rule, list of rules, settings, English page with tables, drawing, search.
PAGES = [
    "index.html",
    "beginnen.html",
    "regels/lange-zin.html",
    "regels/index.html",
    "alle-instellingen.html",
    "accuracy.html",
    "architecture.html",
    "search.html?q=brief",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(documentation: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(documentation))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_it(
    new_page: Callable[..., Any], accessible: Callable[[Any], None], address: str, name: str, view: str
) -> None:
    page = new_page(**VIEWS[view])
    page.goto(address + name, wait_until="networkidle")  # the search fetches the pages that it found
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_search_finds_another_form_of_a_word(new_page: Callable[..., Any], address: str) -> None:
    page = new_page()
    page.goto(f"{address}index.html")
    page.get_by_role("searchbox").or_(page.locator("input[name=q]")).first.fill("termijnen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html*")
    page.wait_for_load_state("networkidle")  # each page that was found is fetched for a few of its words
    found = page.locator("#search-results li a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert any("termijn" in link for link in found)
    assert re.fullmatch(r"\d+ pagina's gevonden\.", page.locator(".search-summary").inner_text())


def test_a_page_opens_from_the_disk_as_well(new_page: Callable[..., Any], documentation: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((documentation / "beginnen.html").as_uri())
    page.get_by_role("link", name="rapport", exact=True).click()
    assert page.locator("h1").inner_text().startswith("Een rapport")
