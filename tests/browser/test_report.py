"""The report in a real browser: for the eye, the keyboard and the screen reader, on a screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from b1check import Checker
from b1check.documents import readers
from b1check.letter import parts
from b1check.reporters.html import Page, render

pytestmark = pytest.mark.proof
CORPORA = Path(__file__).resolve().parents[2] / "corpora"
LETTER = CORPORA / "brieven" / "hondenbelasting-aanmaning.voor.txt"
OTHERS = (
    CORPORA / "brieven" / "aanslag-gemeentelijke-belastingen.docx",
    CORPORA / "brieven" / "a-mail-ontvangst-klacht.eml",
    CORPORA / "webteksten" / "grofvuil.voor.html",
    CORPORA / "webteksten" / "verhuizing-doorgeven.voor.md",
)
VIEWS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "zoomed": {"viewport": {"width": 320, "height": 200}},
    "forced-colors": {"forced_colors": "active"},
}


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.fixture(scope="module")
def one(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the report of one letter with every sort of remark."""
    return _written(tmp_path_factory, checker, LETTER)


@pytest.fixture(scope="module")
def several(checker: Checker, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the report of several documents of different sorts."""
    return _written(tmp_path_factory, checker, LETTER, *OTHERS)


@pytest.fixture(scope="module")
def without_script(one: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same report without its script: axe is a script too, so it cannot run where scripts are off."""
    source = Path(one.removeprefix("file://")).read_text(encoding="utf-8")
    file = tmp_path_factory.mktemp("rapport") / "rapport.html"
    file.write_text(re.sub(r"<script>.*</script>", "", source, flags=re.DOTALL), encoding="utf-8")
    return file.as_uri()


def _written(folder: pytest.TempPathFactory, checker: Checker, *paths: Path) -> str:
    pages = []
    for path in paths:
        document = parts.label(readers.read(path))
        pages.append(Page.of(checker.check_document(document), document))
    file = folder.mktemp("rapport") / "rapport.html"
    file.write_text(render(pages, masked=len(paths) > 1), encoding="utf-8")
    return file.as_uri()


@pytest.mark.parametrize(
    ("report", "view"),
    [*(("one", view) for view in VIEWS), ("several", "dark"), ("several", "phone"), ("without_script", "light")],
)
def test_nothing_stands_in_the_way_of_anybody(
    report: str,
    view: str,
    request: pytest.FixtureRequest,
    new_page: Callable[..., Any],
    accessible: Callable[[Any], None],
) -> None:
    page = new_page(**VIEWS[view])
    page.goto(request.getfixturevalue(report))
    # What is folded is part of the page too.
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_what_a_text_says_is_not_run(checker: Checker, new_page: Callable[..., Any], tmp_path: Path) -> None:
    text = "Indien u <img src=x onerror=alert(1)> leest, dient u <script>alert(2)</script> te bellen.\n"
    document = readers.read_text(text, name="<script>alert(3)</script>.txt")
    file = tmp_path / "rapport.html"
    file.write_text(render([Page.of(checker.check_document(document), document)]), encoding="utf-8")
    page = new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    assert page.locator(".vel img, .vel script").count() == 0
    assert "<script>alert(2)</script>" in page.locator(".vel").inner_text()
    assert said == []


def test_on_paper(
    without_script: str, new_page: Callable[..., Any], accessible: Callable[[Any], None], tmp_path: Path
) -> None:
    page = new_page()
    page.goto(without_script)
    page.emulate_media(media="print")
    accessible(page)
    assert page.locator(".balk").is_hidden()
    assert page.get_by_text("Niet iedereen kent ‘alsdan’").first.is_visible(), "what is folded on the screen is printed"
    sizes = "all => [...new Set(all.filter(one => one.checkVisibility()).map(one => getComputedStyle(one).fontSize))]"
    assert len(page.locator(".uitleg p:not(.label)").evaluate_all(sizes)) == 1, "one size for all that is explained"
    data = page.pdf(prefer_css_page_size=True)
    assert data.startswith(b"%PDF")
    assert b"/MediaBox [0 0 59" in data or b"/MediaBox [0 0 594" in data, "A4"


def test_words_lead_to_their_remark_and_back_without_script(one: str, new_page: Callable[..., Any]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(one)
    words = page.locator(".vel a.m", has_text="voldaan").first
    words.click()
    card = page.locator(".opm:has(:target)")
    assert card.locator(".boodschap").is_visible()
    assert card.locator(".uitleg").get_by_text("Waarom?").is_visible()
    assert "voldaan" in card.inner_text()
    card.get_by_text("Terug naar de tekst").click()
    assert page.locator(".vel :target").inner_text() == words.locator(".nr").inner_text()


def test_on_a_phone_the_remark_comes_up_over_the_text(one: str, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(one)
    words = page.locator(".vel a.m", has_text="voldaan").first
    words.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    words.click()
    card = page.locator(".opm:has(:target)")
    assert card.locator(".boodschap").is_visible()
    box = card.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 741
    assert abs(page.evaluate("scrollY") - before) < 5, "the reader keeps the place in the text"


def test_the_text_and_its_remark_are_in_sight_together(one: str, new_page: Callable[..., Any]) -> None:
    page = new_page(viewport={"width": 1360, "height": 800})
    page.goto(one)
    page.locator(".vel a.m", has_text="kwijtschelding").first.click()
    for part in (page.locator(".opm:has(:target) .boodschap"), page.locator(".vel a.nu")):
        part.wait_for()
        box = part.bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 800 - box["height"]


def test_the_keyboard_goes_through_the_remarks(one: str, new_page: Callable[..., Any]) -> None:
    page = new_page()
    page.goto(one)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"
    page.keyboard.press("Enter")
    page.locator("#volgende").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'd1-o1'")
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_function("document.activeElement.id === 'd1-o2'")
    page.keyboard.press("Alt+ArrowUp")
    page.wait_for_function("document.activeElement.id === 'd1-o1'")
    page.keyboard.press("Alt+ArrowUp")
    last = page.locator(".opm").count()
    page.wait_for_function(f"document.activeElement.id === 'd1-o{last}'")
    assert page.locator(f"#d1-o{last} .boodschap").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_function(f"location.hash === '#d1-t{last}'")


def test_filters_hide_remarks_their_marks_and_their_numbers(one: str, new_page: Callable[..., Any]) -> None:
    page = new_page()
    page.goto(one)
    everything = page.locator(".opm:visible").count()
    tips = page.locator(".opm[data-ernst=tip]").count()
    assert everything > tips > 0
    page.get_by_label("tip", exact=True).uncheck()
    assert page.locator(".opm:visible").count() == everything - tips
    assert page.locator(".vel sup.nr-tip:visible").count() == 0
    assert page.locator("#stand").inner_text() == f"{everything - tips} van {everything} opmerkingen"
    page.get_by_label("Regel").select_option(label="Lange zin")
    shown = page.locator(".opm:visible")
    assert set(shown.locator(".titel").all_inner_texts()) == {"Lange zin"}
    page.locator("#volgende").click()
    page.locator(".opm:has(:target) .titel", has_text="Lange zin").wait_for()
    page.get_by_label("Regel").select_option("")
    page.get_by_label("tip", exact=True).check()
    assert page.locator(".opm:visible").count() == everything


def test_a_sentence_that_is_marked_leads_to_its_remark(one: str, new_page: Callable[..., Any]) -> None:
    page = new_page()
    page.goto(one)
    page.locator(".vel span.z:not(.m)").first.click()
    card = page.locator(".opm:has(:target)")
    card.wait_for()
    assert card.locator(".boodschap").is_visible()


def test_the_list_of_documents_opens_the_one_that_is_asked_for(several: str, new_page: Callable[..., Any]) -> None:
    page = new_page()
    page.goto(several)
    last = page.locator("article.document").last
    assert last.locator(".vel").is_hidden()
    page.locator("nav ol li a").last.click()
    last.locator(".vel").wait_for()
    assert last.locator("details.uitklap").evaluate("fold => fold.open")
