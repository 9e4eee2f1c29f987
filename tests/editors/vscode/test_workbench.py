"""What a writer sees and does in VS Code, with the mouse and the keyboard of a browser."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.proof

ROOT = Path(__file__).parents[3]
MEDIA = ROOT / "editors" / "vscode" / "media"
EXAMPLE = (MEDIA / "voorbeeldbrief.txt").read_text(encoding="utf-8")
SCORE = '[id="b1check.b1check.b1check.score"]'
PATIENCE = 60_000


@pytest.fixture(scope="module")
def office(desk: Callable[..., Any]) -> Any:
    """A VS Code with some letters."""
    names = ("lezen.txt", "uitleg.txt", "verbeteren.txt", "alles.txt", "negeren.txt", "profiel.txt", "breken.txt")
    texts = dict.fromkeys(names, EXAMPLE)
    texts["map/kort.md"] = "# Uw pas\n\nIndien u een pas wilt, belt u ons.\n"
    made = desk(texts)
    made.start()
    return made


def test_the_extension_passes_its_own_checks(checked: list[str]) -> None:
    assert any(re.search(r"\bfail 0$", line) for line in checked), checked
    assert any(re.search(r"\bpass [1-9]\d+$", line) for line in checked), checked


def test_a_letter_is_read_along(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("lezen.txt"))
    page = window.page
    for kind in ("error", "warning", "info"):
        page.wait_for_selector(f".squiggly-{kind}", state="attached", timeout=PATIENCE)
    window.wait_text("→ om")  # the simpler word after a difficult one
    window.wait_text("woorden")  # how long a sentence is
    said = window.wait_score(r"b1check: \d+, ")
    lens = page.locator(".codelens-decoration", has_text="van 100")
    lens.wait_for(timeout=PATIENCE)
    number = re.search(r"\d+", said.replace("b1check", ""))
    assert number
    assert f"b1check: {number[0]} van 100" in lens.inner_text()
    page.wait_for_function(  # the soft colour behind difficult words
        """() => [...document.querySelectorAll('.view-overlays .cdr')].some(
            mark => getComputedStyle(mark).backgroundColor.startsWith('rgba(21, 66, 115'))""",
        timeout=PATIENCE,
    )


def test_an_explanation_of_words(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("uitleg.txt"))
    window.wait_text("→ om")
    window.go_to("teneinde", EXAMPLE)
    window.choose("Show or Focus Hover")
    hover = window.page.locator(".monaco-hover-content", has_text="formeel-verbindingswoord")
    hover.wait_for(timeout=PATIENCE)
    for part in ("Niet zo", "Zo wel", "Bron", "Regel"):
        hover.get_by_text(part).first.wait_for(timeout=PATIENCE)


def test_a_better_word_is_chosen_and_taken_back(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("verbeteren.txt"))
    window.wait_text("→ om")
    window.go_to("teneinde", EXAMPLE)
    window.choose("Quick Fix...")
    menu = window.page.locator(".action-widget")
    menu.locator(".monaco-list-row", has_text="Uitleg").first.wait_for(timeout=PATIENCE)
    assert menu.locator(".monaco-list-row", has_text="Negeer hier, met een reden").count() > 0
    menu.locator(".monaco-list-row", has_text="Schrijf: ‘om’").click()
    window.wait_text("over te maken om")
    window.wait_text("teneinde", gone=True)
    window.page.keyboard.press("Control+z")
    window.wait_text("teneinde")


def test_the_menu_of_the_status_bar_improves_all_that_is_safe(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("alles.txt"))
    before = window.wait_score(r"b1check: \d+, ")
    window.page.locator(SCORE).click()
    window.page.locator(".quick-input-list .monaco-list-row", has_text="Verbeter alles wat veilig is").click()
    window.told("De veilige verbeteringen staan in uw tekst")
    window.wait_text("teneinde", gone=True)
    window.page.wait_for_function(  # a better text has a better score, as the bar says
        "([place, before]) => document.querySelector(place).innerText.trim() !== before",
        arg=[SCORE, before],
        timeout=PATIENCE,
    )
    after = window.wait_score(r"b1check: \d+, ")
    assert _score(after) > _score(before)


def _score(said: str) -> int:
    found = re.search(r": (\d+),", said)
    assert found, said
    return int(found[1])


def test_the_report_opens_where_the_browser_cannot_reach_it(office: Any, bench: Callable[..., Any]) -> None:
    window = bench(width=1500)
    window.open(office.address("lezen.txt"))
    score = _score(window.wait_score(r"b1check: \d+, "))
    window.choose("b1check: Open the report")
    window.page.locator(".tab", has_text="Rapport van b1check").wait_for(timeout=PATIENCE)
    report = window.page.frame_locator("iframe.webview").frame_locator("#active-frame")
    report.get_by_text("lezen.txt").first.wait_for(timeout=PATIENCE)
    assert str(score) in report.locator("body").inner_text()


def test_a_remark_is_left_out_with_a_reason(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("negeren.txt"))
    window.wait_text("→ om")
    window.go_to("Hoogachtend", EXAMPLE)
    window.choose("b1check: Ignore the remark at the cursor")
    box = window.page.locator(".quick-input-widget", has_text="Negeer deze opmerking hier")
    box.locator("input[type=text]").fill("x")
    box.get_by_text("Schrijf in een paar woorden waarom").wait_for(timeout=PATIENCE)
    box.locator("input[type=text]").fill("zo sluit het college altijd af")
    window.page.keyboard.press("Enter")
    window.wait_text("[b1check uit: slotformule-ouderwets - zo sluit het college altijd af]")


def test_another_profile_gives_other_remarks(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("profiel.txt"))
    page = window.page
    window.wait_score(r"b1check: \d+, ")
    window.choose("Focus on Problems View")
    jargon = page.locator(".markers-panel .monaco-list-row", has_text="afvalstoffenheffing")
    jargon.first.wait_for(timeout=PATIENCE)
    window.choose("b1check: Choose for whom you write")
    page.locator(".quick-input-list .monaco-list-row", has_text="professional").click()
    jargon.first.wait_for(state="detached", timeout=PATIENCE)
    page.locator(SCORE).click()
    page.locator(".quick-input-list .monaco-list-row", has_text="professional").wait_for(timeout=PATIENCE)


def test_the_whole_folder_is_read(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("lezen.txt"))
    window.wait_score(r"b1check: \d+, ")
    window.choose("b1check: Check the whole folder")
    message = window.told("teksten gelezen")
    message.locator(".monaco-button", has_text="Toon de opmerkingen").click()
    window.page.locator(".markers-panel-container input, .viewpane-filter input").first.fill("**/kort.md")
    window.page.locator(".markers-panel .monaco-list-row", has_text="kort.md").wait_for(timeout=PATIENCE)


def test_a_server_that_breaks_down_comes_back(office: Any, bench: Callable[..., Any]) -> None:
    window = bench()
    window.open(office.address("breken.txt"))
    window.wait_score(r"b1check: \d+, ")
    broken = office.servers()
    assert broken
    for server in broken:
        os.kill(server, signal.SIGKILL)
    window.page.locator(".squiggly-warning").first.wait_for(state="detached", timeout=PATIENCE)
    window.page.locator(".squiggly-warning").first.wait_for(state="attached", timeout=PATIENCE)
    window.wait_score(r"b1check: \d+, ")
    assert set(office.servers()).isdisjoint(broken)


def test_without_a_server_a_writer_is_told_and_a_setting_helps(
    desk: Callable[..., Any], bench: Callable[..., Any]
) -> None:
    place = desk({"brief.txt": EXAMPLE})
    place.settings(b1check__python="/nergens/python")
    place.start()
    window = bench()
    window.open(place.address("brief.txt"))
    said = window.told("b1check staat nog niet op deze computer").inner_text()
    for tried in ("b1check.python (/nergens/python bestaat niet)", "de opdracht b1check-lsp", "uvx", "pipx"):
        assert tried in said
    window.wait_score("b1check installeren")
    place.settings(**place.server)
    window.wait_score(r"b1check: \d+, ")


def test_the_button_installs_b1check_without_internet(
    desk: Callable[..., Any], bench: Callable[..., Any], wheels: Path, tmp_path: Path
) -> None:
    place = desk({"brief.txt": EXAMPLE})
    place.variables["PIP_INDEX_URL"] = "http://127.0.0.1:9/"  # nothing listens there
    base = str(Path(sys.base_prefix) / "bin" / "python3")
    folder = tmp_path / "pakketten"
    folder.mkdir()
    place.settings(b1check__python=base, b1check__installFrom=str(folder))
    place.start()
    window = bench()
    window.open(place.address("brief.txt"))
    message = window.told("b1check zit niet in")
    message.locator(".monaco-button", has_text="Installeren").click()
    again = window.page.locator(".notification-toast .monaco-button", has_text="Probeer opnieuw")
    again.wait_for(timeout=4 * PATIENCE)  # there is nothing in the folder yet
    for wheel in wheels.iterdir():
        (folder / wheel.name).symlink_to(wheel)
    again.click()
    window.page.get_by_text("b1check staat klaar").first.wait_for(timeout=4 * PATIENCE)
    window.wait_score(r"b1check: \d+, ")
    log = "".join(file.read_text(encoding="utf-8") for file in (place.home / "user" / "logs").rglob("b1check.log"))
    assert "b1check start met de eigen installatie" in log


def test_a_first_time_writer_is_shown_around(desk: Callable[..., Any], bench: Callable[..., Any]) -> None:
    place = desk({"brief.txt": EXAMPLE})
    place.start()
    window = bench(width=1500)
    page = window.page
    window.open(place.address("brief.txt"))
    window.wait_score(r"b1check: \d+, ")
    window.choose("Welcome: Open Walkthrough...")
    page.locator(".quick-input-list .monaco-list-row", has_text="b1check").click()
    page.locator(".getting-started-step", has_text="Open a sample letter").first.wait_for(timeout=PATIENCE)
    assert page.locator(".getting-started-step").count() == 5
    picture = page.locator(".getting-started-media img")
    picture.first.wait_for(timeout=PATIENCE)
    assert picture.first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    page.locator(".getting-started-step a, .getting-started-step .monaco-button", has_text="Open the letter").click()
    window.wait_text("Gemeente Wijdemeer")
    window.wait_score(r"b1check: \d+, ")


@pytest.mark.skipif(
    "B1CHECK_SCREENSHOTS" not in os.environ, reason="only makes pictures, when B1CHECK_SCREENSHOTS is set"
)
def test_the_pictures_of_the_pages_are_made_anew(desk: Callable[..., Any], bench: Callable[..., Any]) -> None:
    place = desk({"brief.txt": EXAMPLE})
    calm = {"workbench__activityBar__location": "hidden", "breadcrumbs__enabled": False, "window__commandCenter": False}
    calm |= {"editor__occurrencesHighlight": "off", "editor__renderLineHighlight": "none"}
    place.settings(**place.server, **calm, workbench__layoutControl__enabled=False)
    place.start()
    window = bench(width=1080, height=700, scale=1.25)
    page = window.page
    window.open(place.address("brief.txt"))
    window.wait_text("→ om")
    window.wait_score(r"b1check: \d+, ")
    window.choose("View: Toggle Primary Side Bar Visibility")
    page.locator(".sidebar").wait_for(state="hidden", timeout=PATIENCE)
    page.mouse.move(0, 0)
    window.picture("overzicht")
    window.picture("stap-brief", top=38, height=440, width=1080)
    window.go_to("Tevens", EXAMPLE)
    window.choose("Quick Fix...")
    page.locator(".action-widget .monaco-list-row", has_text="Uitleg").first.wait_for(timeout=PATIENCE)
    window.picture("stap-oplossing", top=170, height=440, width=1080)
    page.keyboard.press("Escape")
    window.choose("Show or Focus Hover")
    page.locator(".monaco-hover-content", has_text="Zo wel").wait_for(timeout=PATIENCE)
    window.picture("stap-uitleg", top=95, height=440, width=1080)
    page.keyboard.press("Escape")
    page.locator(SCORE).click()
    page.locator(".quick-input-list .monaco-list-row", has_text="Open het rapport").wait_for(timeout=PATIENCE)
    window.picture("stap-score")
    window = bench(width=1300, height=700)
    page = window.page
    window.open(place.address("brief.txt"))
    window.wait_text("→ om")
    window.wait_score(r"b1check: \d+, ")
    window.choose("View: Toggle Primary Side Bar Visibility")
    page.locator(".sidebar").wait_for(state="hidden", timeout=PATIENCE)
    window.choose("b1check: Open the report")
    report = page.frame_locator("iframe.webview").frame_locator("#active-frame")
    report.get_by_text("brief.txt").first.wait_for(timeout=PATIENCE)
    page.mouse.move(300, 400)
    window.picture("rapport")
