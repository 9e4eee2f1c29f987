"""`b1check serve` in a real browser: the whole way of a letter, and everything that can go wrong on it."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx as word
import pytest

from b1check.documents import readers

from ..documents.msg_maker import msg
from ..documents.word_changes import reject

pytestmark = pytest.mark.proof

_LETTER = """Geachte mevrouw De Wit,

Indien u vragen heeft, kunt u contact opnemen met onze medewerkers van het team Parkeren.

U dient het formulier vóór 1 mei 2026 op te sturen naar de gemeente. Wij nemen binnen 8 weken een beslissing.

De vergunning wordt door de gemeente verleend indien u aan de voorwaarden voldoet.

Met vriendelijke groet,

Gemeente Oosterveen
"""
_PATIENCE = 20_000
"""Milliseconds; only a page that is broken lets a test wait this long."""
_START = "text=Kies of sleep een bestand"
_ROOT = Path(__file__).parents[2]
_LETTERS = _ROOT / "corpora" / "brieven"


def _docx(text: str = _LETTER) -> bytes:
    made = word.Document()
    for paragraph in text.strip().split("\n\n"):
        made.add_paragraph(paragraph)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _file(name: str, data: bytes) -> Any:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


class Server:
    """The real program, in a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-m", "b1check", "serve", "--no-browser", "--no-config", *options]
        self.process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        said = iter(self.process.stdout.readline, "")
        self.address = next(found[0] for line in said if (found := re.search(r"http://\S+/start/\S+", line)))

    @classmethod
    def shared(cls, folder: Path) -> Server:
        """Serve for everybody who can reach it, without a key."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self = cls.__new__(cls)
        address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "b1check", "serve", "--no-config", "--shared", "--port", str(port)]
        self.process = subprocess.Popen(
            [*command, "--public-url", address], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stderr is not None
        next(line for line in iter(self.process.stderr.readline, "") if address in line)
        self.address = f"{address}/"
        return self

    def stop(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        """End the program; return its code, and what it said after its address."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("serve"))
    yield server
    code, _, err = server.stop()
    assert (code, err) == (0, "")


class Screen:
    """A tab of the browser."""

    def __init__(self, page: Any, server: Server) -> None:
        page.set_default_timeout(_PATIENCE)
        self.page = page
        page.goto(server.address)
        page.wait_for_selector(_START)

    def open(self, *files: Any) -> None:
        self.page.set_input_files("#bestanden", list(files))
        if len(files) == 1:
            self.page.wait_for_selector("#vel")

    def said(self, words: str) -> None:
        self.page.wait_for_function("words => document.getElementById('gezegd').textContent.includes(words)", arg=words)

    def remark(self, words: str) -> Any:
        card = self.page.locator(".opm", has=self.page.locator("q", has_text=re.compile(f"^{re.escape(words)}$"))).first
        head = card.locator(".opm-kop")
        if head.get_attribute("aria-expanded") != "true":
            head.click()
        return card

    def paragraph(self, words: str) -> Any:
        return self.page.locator(".alinea", has_text=words).first

    def download(self, name: str) -> tuple[str, bytes]:
        with self.page.expect_download() as found:
            self.page.get_by_role("button", name=name).click()
        return found.value.suggested_filename, Path(found.value.path()).read_bytes()


@pytest.fixture
def screen(new_page: Callable[..., Any], server: Server) -> Screen:
    return Screen(new_page(accept_downloads=True), server)


@pytest.fixture
def failing(browser: Any, server: Server) -> Iterator[Screen]:
    """A tab in which questions may be refused: the browser writes each of those down as an error."""
    context = browser.new_context(reduced_motion="reduce")
    yield Screen(context.new_page(), server)
    context.close()


def test_the_whole_way_of_a_letter(screen: Screen) -> None:
    page = screen.page
    assert "/start/" not in page.url
    screen.open(_file("brief.docx", _docx()))
    assert page.locator("h1").inner_text() == "brief.docx"

    screen.remark("Indien").get_by_role("button", name="Gebruik: als", exact=False).first.click()
    screen.said("De zin is veranderd")
    screen.paragraph("Als u vragen").wait_for()

    screen.paragraph("formulier").get_by_role("button", name="Bewerk").click()
    area = page.locator("textarea.typen")
    area.fill("U moet het formulier vóór 1 mei 2026 op te sturen naar de gemeente. Indien u belt, helpen wij u.")
    page.locator(".opmerkingen q", has_text="Indien").wait_for()
    assert page.locator(".achter .m", has_text="Indien").count() == 1
    area.fill("Stuur het formulier vóór 1 mei 2026 op. Wij nemen binnen 8 weken een beslissing.")
    area.press("Control+Enter")
    screen.paragraph("Stuur het formulier").get_by_role("button", name="Bewerk").wait_for()

    card = screen.remark("wordt verleend") if page.locator("q", has_text="wordt verleend").count() else None
    card = card or page.locator(".opm").last
    if card.locator(".opm-kop").get_attribute("aria-expanded") != "true":
        card.locator(".opm-kop").click()
    card.get_by_role("button", name="Negeer hier").click()
    card.get_by_label("Waarom laat u dit zo staan?").fill("Dit is de tekst van de wet")
    page.keyboard.press("Enter")
    page.locator(".genegeerd").wait_for()

    page.locator("#veranderd summary").click()
    page.locator(".verschil ins", has_text="Stuur").wait_for()

    name, data = screen.download("Download voor Word")
    assert name == "brief.b1.docx"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body, comments = archive.read("word/document.xml").decode(), archive.read("word/comments.xml").decode()
    assert "<w:ins " in body
    assert "<w:del " in body
    assert "Dit is de tekst van de wet" in comments
    assert any(block.text.startswith("Stuur het") for block in readers.read_bytes(data, name=name).blocks)

    for button, ending in (("Download het rapport", ".html"), ("Opmerkingen in een tabel", ".csv")):
        name, data = screen.download(button)
        assert name.endswith(ending)
        assert data

    page.get_by_role("button", name="Ongedaan maken").click()
    screen.said("Ongedaan gemaakt")
    assert page.locator(".genegeerd").count() == 0
    page.keyboard.press("Control+z")
    screen.paragraph("U dient").wait_for()
    page.keyboard.press("Control+Shift+z")
    screen.paragraph("Stuur het formulier").wait_for()


def test_by_keyboard_alone(screen: Screen) -> None:
    page = screen.page
    press = page.keyboard.press
    focused = """() => {
        const node = document.activeElement;
        return node === document.body ? "" : (node.ariaLabel ?? node.innerText ?? "");
    }"""

    def to(name: str, most: int = 60) -> None:
        """Go on with the tab key until what has the focus is called ``name``."""
        for _ in range(most):
            press("Tab")
            if name in page.evaluate(focused):
                return
        raise AssertionError(f"no way to {name}")

    page.on("filechooser", lambda _: None)  # from now on: asked for at the key, it could come too late
    to("Kies bestanden")
    with page.expect_file_chooser() as chooser:
        press("Enter")
    chooser.value.set_files([_file("brief.docx", _docx())])
    page.wait_for_selector("#vel")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    to("Ga direct naar de tekst")
    press("Enter")
    assert page.evaluate("document.activeElement.id") == "tekst-kop"
    press("Alt+ArrowDown")
    first = page.evaluate("document.activeElement.className")
    assert "opm-kop" in first
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    while not page.evaluate("document.activeElement.closest('.opm').innerText.includes('Indien')"):
        press("Alt+ArrowDown")
    to("Gebruik")
    press("Enter")
    screen.said("De zin is veranderd")
    assert page.evaluate("document.activeElement !== document.body")
    press("Alt+ArrowDown")
    to("Bewerk de alinea")
    press("Enter")
    page.wait_for_selector("textarea.typen:focus")
    page.keyboard.type("Goed. ")
    press("Control+Enter")
    page.wait_for_selector("textarea.typen", state="detached")
    assert "Bewerk" in page.evaluate("document.activeElement.innerText")
    press("Enter")
    page.wait_for_selector("textarea.typen:focus")
    press("Escape")
    page.wait_for_selector("textarea.typen", state="detached")


def test_pasted_text_keeps_its_structure(screen: Screen) -> None:
    page = screen.page
    html = "<h1>Uw aanvraag</h1><p>Indien u <b>belt</b>, helpen wij u.</p><ul><li>Een punt</li><li>Nog een</li></ul>"
    page.evaluate(
        """html => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "Uw aanvraag\\nIndien u belt, helpen wij u.");
            const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            document.getElementById("plak").dispatchEvent(event);
        }""",
        html,
    )
    page.get_by_text("De opmaak is meegekomen").wait_for()
    page.get_by_role("button", name="Controleer de tekst").click()
    page.wait_for_selector("#vel")
    assert page.locator("#vel h3").inner_text() == "Uw aanvraag"
    assert page.locator("#vel ul.punten > li").count() == 2
    assert page.locator("#vel strong").inner_text() == "belt"
    name, data = screen.download("Download voor Word")
    assert name == "Geplakte tekst.b1.docx"
    kinds = [str(block.kind) for block in readers.read_bytes(data, name=name).blocks]
    assert kinds == ["kop", "alinea", "lijstpunt", "lijstpunt"]


def test_the_text_on_the_clipboard(browser: Any, server: Server) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    screen = Screen(context.new_page(), server)
    screen.open(_file("brief.md", b"# Kop\n\nEen **vet** woord.\n"))
    screen.page.get_by_role("button", name="Kopieer de tekst").click()
    screen.said("gekopieerd")
    html = screen.page.evaluate(
        """async () => {
            const [item] = await navigator.clipboard.read();
            return (await item.getType("text/html")).text();
        }"""
    )
    assert "<h1>Kop</h1>" in html
    assert "<strong>vet</strong>" in html
    context.close()


def test_files_that_are_dropped_give_a_list_the_hardest_first(screen: Screen) -> None:
    page = screen.page
    page.evaluate(
        """texts => {
            const data = new DataTransfer();
            for (const [name, text] of texts) data.items.add(new File([text], name));
            const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
            document.querySelector(".neerleggen").dispatchEvent(event);
        }""",
        [["makkelijk.txt", "De kat slaapt. De hond blaft. Wij eten."], ["moeilijk.txt", _LETTER]],
    )
    page.locator(".teksten tbody tr").nth(1).wait_for()
    screen.said("2 klaar")
    names = page.locator(".teksten tbody a").all_inner_texts()
    assert names.index("moeilijk.txt") < names.index("makkelijk.txt")
    page.get_by_role("button", name="Haal alle teksten weg").click()
    page.get_by_role("heading", name="Zo werkt het").wait_for()


_ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}</office:text>'
    "</office:body></office:document-content>"
)


def _odt() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        lines = "".join(f"<text:p>{paragraph}</text:p>" for paragraph in _LETTER.strip().split("\n\n"))
        archive.writestr("content.xml", _ODT.format(lines))
    return file.getvalue()


def _msg() -> bytes:
    subject, kind, body = "__substg1.0_0037001F", "__substg1.0_001A001F", "__substg1.0_1000001F"
    return msg({kind: "IPM.Note", subject: "Uw vraag", body: _LETTER.replace("\n", "\r\n")})


_EML = "From: a@x.example\nTo: b@x.example\nSubject: Uw vraag\nContent-Type: text/plain; charset=utf-8\n\n"


def _kinds(browser: Any) -> dict[str, bytes]:
    """Return a file of each kind that people have."""
    printed = browser.new_page()
    printed.set_content(f"<p>{'</p><p>'.join(_LETTER.split(chr(10) * 2))}</p>")
    pdf = printed.pdf()
    printed.close()
    return {
        "brief.docx": _docx(),
        "brief.odt": _odt(),
        "brief.msg": _msg(),
        "brief.pdf": pdf,
        "brief.eml": (_EML + _LETTER).encode(),
        "brief.html": f"<p>{'</p><p>'.join(_LETTER.split(chr(10) * 2))}</p>".encode(),
        "brief.md": _LETTER.encode(),
        "brief.txt": _LETTER.encode(),
        "brief.rtf": rb"{\rtf1 Indien u belt, helpen wij u.\par Tot ziens.\par}",
    }


def test_each_kind_of_file_can_be_changed_and_taken_along(screen: Screen, browser: Any) -> None:
    page = screen.page
    for name, data in _kinds(browser).items():
        screen.open(_file(name, data))
        page.locator("h1", has_text=name).wait_for()
        screen.paragraph("Indien").get_by_role("button", name="Bewerk").click()
        page.locator("textarea.typen").fill("Belt u ons? Dan helpen wij u.")
        page.locator("textarea.typen").press("Control+Enter")
        screen.paragraph("Belt u ons?").get_by_role("button", name="Bewerk").wait_for()
        saved, file = screen.download("Download voor Word")
        texts = [block.text for block in readers.read_bytes(file, name=saved).blocks]
        assert "Belt u ons? Dan helpen wij u." in texts, name
        page.get_by_role("link", name="Alle teksten").click()
        page.wait_for_selector(_START)


def test_new_paragraphs_in_a_word_file_are_changes_in_word(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("brief.docx", _docx()))
    screen.paragraph("formulier").get_by_role("button", name="Bewerk").click()
    page.locator("textarea.typen").fill("Stuur het formulier op.\n\nDoe dat vóór 1 mei 2026.")
    page.get_by_text("b1check leest verder als u klaar bent").wait_for()
    page.locator("textarea.typen").press("Control+Enter")
    screen.paragraph("Doe dat vóór").get_by_role("button", name="Bewerk").wait_for()
    screen.paragraph("De vergunning").get_by_role("button", name="Bewerk").click()
    page.locator("textarea.typen").fill("")
    page.get_by_role("button", name="Klaar").click()
    page.get_by_text("Zonder tekst gaat de alinea weg").wait_for()
    page.get_by_role("button", name="Klaar").click()
    page.locator("textarea.typen").wait_for(state="detached")
    screen.paragraph("Met vriendelijke groet").get_by_role("button", name="Bewerk").click()  # behind what is gone
    page.locator("textarea.typen").fill("Hartelijke groet,")
    page.locator("textarea.typen").press("Control+Enter")
    screen.paragraph("Hartelijke groet").get_by_role("button", name="Bewerk").wait_for()
    name, data = screen.download("Download voor Word")
    texts = [block.text for block in readers.read_bytes(data, name=name).blocks]
    assert texts[2:] == [
        "Stuur het formulier op.",
        "Doe dat vóór 1 mei 2026.",
        "Hartelijke groet,",
        "Gemeente Oosterveen",
    ]
    old = [block.text for block in readers.read_bytes(reject(data), name=name).blocks]
    assert old == _LETTER.strip().split("\n\n")


def test_who_is_new_here_can_try_a_letter_of_ours(screen: Screen) -> None:
    page = screen.page
    page.get_by_role("heading", name="Zo werkt het").wait_for()
    page.get_by_role("button", name="Probeer het met een voorbeeld").click()
    page.wait_for_selector("#vel")
    assert page.locator("h1").inner_text() == "Voorbeeldbrief.txt"
    assert page.locator(".oordeel").inner_text() == "Waarschijnlijk te moeilijk"
    assert page.get_by_role("button", name="Gebruik").count() == 0  # only when a remark is open
    screen.remark("reeds").get_by_role("button", name="Gebruik").first.wait_for()


def _long() -> str:
    """Return a text that takes a while to read."""
    return "\n\n".join(f"{number}. {line}" for number in range(400) for line in _LETTER.strip().split("\n\n"))


def test_long_work_tells_how_far_it_is_and_can_be_stopped(screen: Screen) -> None:
    page = screen.page
    page.set_input_files("#bestanden", [_file("lang.txt", _long().encode())])
    page.locator(".aandeel", has_text=re.compile(r"^[1-9][0-9]?%$")).wait_for()
    bar = page.get_by_role("progressbar", name="Voortgang")
    assert 0 < bar.evaluate("node => node.value") < 1
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Gestopt.").first.wait_for()
    assert page.locator(".teksten").count() == 0
    screen.open(_file("kort.txt", b"Indien u belt, helpen wij u."))  # the long work no longer stands in the way


def test_the_chosen_remark_stays_chosen_after_a_change(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("brief.txt", _LETTER.encode()))
    chosen = ".vel .m.gekozen"
    last = screen.remark("dient")
    assert "dient" in page.locator(chosen).first.inner_text()
    screen.remark("Indien").get_by_role("button", name="Gebruik").first.click()
    screen.said("De zin is veranderd")
    assert page.locator(chosen).count() == 0  # that remark is gone, and no other one takes its place
    last.locator(".opm-kop").click()
    last.locator(".opm-kop").click()
    screen.paragraph("Geachte").get_by_role("button", name="Bewerk").click()
    page.locator("textarea.typen").fill("Geachte mevrouw, indien u vragen heeft:")
    page.locator("textarea.typen").press("Control+Enter")
    page.locator("textarea.typen").wait_for(state="detached")
    assert "dient" in page.locator(chosen).first.inner_text()


def test_one_page_for_all_users_of_a_municipality(browser: Any, tmp_path: Path) -> None:
    server = Server.shared(tmp_path)
    contexts = [browser.new_context(reduced_motion="reduce") for _ in range(2)]
    one, other = (Screen(context.new_page(), server) for context in contexts)
    assert "server van uw gemeente" in one.page.locator(".belofte").inner_text()
    one.open(_file("brief-van-de-wit.docx", _docx()))
    other.page.reload()
    other.page.get_by_role("heading", name="Zo werkt het").wait_for()
    letter = one.page.url.rpartition("/")[2]
    one.paragraph("Indien").get_by_role("button", name="Bewerk").click()
    one.page.locator("textarea.typen").fill("Heeft u vragen over de parkeervergunning?")
    one.page.locator("textarea.typen").press("Control+Enter")
    one.page.locator("textarea.typen").wait_for(state="detached")
    other.page.goto(one.page.url)
    other.page.get_by_text("b1check is deze tekst vergeten").wait_for()
    for context in contexts:
        context.close()
    code, out, err = server.stop()
    assert (code, out) == (0, "")
    events = [json.loads(line) for line in err.splitlines()]
    assert {"POST /api/letters", "GET /api/letters/{id}"} <= {f"{one['method']} {one['route']}" for one in events}
    logged = _words(" ".join(str(value) for one in events for value in one.values()))
    kept = _words(_LETTER) | _words("Heeft u vragen over de parkeervergunning?") | _words("brief-van-de-wit")
    assert kept & logged == set()  # no word of the letter or of its name, and no user
    assert letter not in err


def _words(text: str) -> set[str]:
    """Return the words of ``text``, in lower case."""
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def test_pictures(new_page: Callable[..., Any], server: Server, tmp_path: Path) -> None:
    """Take the pictures of docs/serve.md; with B1CHECK_PICTURES=1 they are put there."""
    folder = _ROOT / "docs" / "images" if os.environ.get("B1CHECK_PICTURES") else tmp_path
    screen = Screen(new_page(viewport={"width": 1280, "height": 800}), server)
    page = screen.page

    def picture(name: str, *seen: str) -> None:
        assert [one for one in seen if not _in_sight(page, one)] == []
        page.screenshot(path=folder / f"{name}.png", animations="disabled")

    names = ("a-terugvordering-leerlingenvervoer.txt", "a-uitrit-vergunning.docx", "a-mail-ontvangst-klacht.eml")
    screen.open(*(_file(name, (_LETTERS / name).read_bytes()) for name in names))
    page.locator(".teksten tbody tr").nth(2).wait_for()
    page.locator(".voortgang").wait_for(state="hidden")
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.evaluate("scrollTo(0, 0)")
    shown = [row.inner_text() for row in page.locator(".teksten tbody th a").all()]
    assert shown == list(names)  # the hardest first
    for row in page.locator(".teksten tbody tr").all():
        assert re.search(r"\b\d+\b.*(moeilijk|B1|twijfel).*\d", " ".join(row.inner_text().split()), re.IGNORECASE)
    picture("serve-lijst", "#lijst-kop", ".teksten tbody tr:last-child")
    page.get_by_role("button", name="Haal alle teksten weg").click()
    page.get_by_role("button", name="Probeer het met een voorbeeld").click()
    page.wait_for_selector("#vel")
    page.set_viewport_size({"width": 1280, "height": 1600})
    assert page.locator(".kaart-score .getal").inner_text().isdecimal()
    assert page.locator(".kaart-lezer dd").first.inner_text().startswith("U dient de u verstrekte tijdelijke")
    _marks_are_at_their_words(page, "#vel")
    picture("serve-brief", "h1", ".kaart-score", ".kaart-eerst", ".kaart-lezer", "#tekst-kop", ".opm")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".alinea", has_text="niet correct is").get_by_role("button", name="Bewerk").click()
    page.locator("textarea.typen").wait_for()
    page.locator("#vel").evaluate("node => scrollTo(0, node.getBoundingClientRect().top + scrollY - 16)")
    page.locator(".opm-kop").first.click()
    assert page.locator("textarea.typen").input_value().startswith("Indien u van mening bent dat")
    assert page.locator(".achter").inner_text().rstrip("\u200b") == page.locator("textarea.typen").input_value()
    assert {"Indien", "dient"} <= {one.inner_text() for one in page.locator(".achter .m").all()}
    picture("serve-bewerken", "textarea.typen", ".achter .m", ".opm .opm-kop", ".opm .utrecht-button")


def _marks_are_at_their_words(page: Any, place: str) -> None:
    """Compare what is marked for each remark with the words that its card names."""
    cards = """() => Object.fromEntries([...document.querySelectorAll(".opm")].map(card => [
        card.querySelector(".nr").firstChild.textContent, card.querySelector(".opm-kop q")?.textContent ?? ""]))"""
    signs = """place => [...document.querySelectorAll(`${place} a.m[data-nr]`)].map(sign => {
        const words = sign.cloneNode(true);
        words.querySelectorAll(".nr").forEach(one => one.remove());
        return [sign.dataset.nr, words.textContent];
    })"""
    named, marked = page.evaluate(cards), page.evaluate(signs, place)
    assert len(marked) > 20
    assert [(number, words, named[number]) for number, words in marked if words != named[number]] == []


def test_what_is_not_there_leaves_no_word_behind(screen: Screen) -> None:
    page = screen.page
    name = "grofvuil.voor.html"  # a page without an action, a deadline or a checklist
    screen.open(_file(name, (_ROOT / "corpora" / "webteksten" / name).read_bytes()))
    assert page.locator(".kaart-lezer").count() == 0
    nothing = re.compile(r"\b(null|undefined|false|true|NaN)\b")
    assert not nothing.search(page.locator("main").inner_text())
    page.get_by_role("link", name="Alle teksten").click()
    page.get_by_role("link", name=name).wait_for()
    assert not nothing.search(page.locator("main").inner_text())


def test_a_bad_file_says_why(failing: Screen) -> None:
    page = failing.page
    page.set_input_files("#bestanden", [_file("plaatje.png", b"\x89PNG"), _file("brief.docx", b"PK\x03\x04")])
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "plaatje.png" in alert.inner_text()
    assert "brief.docx" in alert.inner_text()
    assert page.locator("h1").inner_text() == "Controleer uw tekst"


def test_sending_that_breaks_off_can_be_tried_again(failing: Screen) -> None:
    page = failing.page
    page.route("**/api/letters", lambda route: route.abort("connectionreset"), times=1)
    page.set_input_files("#bestanden", [_file("brief.txt", _LETTER.encode())])
    page.get_by_text("Het versturen is gestopt").wait_for()
    page.get_by_role("button", name="Probeer het opnieuw").click()
    page.wait_for_selector("#vel")


def test_back_reload_and_forward(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("een.txt", b"Indien u belt, helpen wij u."))
    page.go_back()
    page.wait_for_selector(_START)
    assert page.get_by_role("link", name="een.txt").count() == 1
    page.go_forward()
    page.wait_for_selector("#vel")
    page.reload()
    page.locator("h1", has_text="een.txt").wait_for()


def test_two_tabs(browser: Any, server: Server) -> None:
    context = browser.new_context(reduced_motion="reduce")
    first = Screen(context.new_page(), server)
    first.open(_file("brief.txt", _LETTER.encode()))
    second = context.new_page()
    second.goto(first.page.url)
    second.wait_for_selector("#vel")
    for page in (first.page, second):
        page.locator(".alinea", has_text="Geachte").get_by_role("button", name="Bewerk").click()
    first.page.locator("textarea.typen").fill("Beste mevrouw De Wit,")
    first.page.locator("textarea.typen").press("Control+Enter")
    first.page.locator("textarea.typen").wait_for(state="detached")
    second.locator("textarea.typen").fill("Dag mevrouw,")
    second.get_by_text("is intussen veranderd").wait_for()
    assert (
        second.locator("#vel").inner_text().count("Beste mevrouw De Wit") + second.locator("textarea.typen").count()
        >= 1
    )
    context.close()


_EVIL = """<h1 onclick="alert(1)">Kop</h1><script>alert(1)</script>
<p>Indien <img src=x onerror=alert(1)> u belt, <svg onload=alert(1)><script>alert(1)</script></svg> helpen wij u.</p>
<p><a href="javascript:alert(1)">Klik hier</a> voor &lt;script&gt;alert(1)&lt;/script&gt; en =cmd|' /C calc'!A0.</p>
<iframe src="https://x.example"></iframe><link rel=stylesheet href="https://x.example/a.css">
<style>@import url(https://x.example/b.css);</style><object data="https://x.example/c"></object>"""


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "<img src=x onerror=alert(1)>.txt"])
def test_nothing_in_a_text_runs(screen: Screen, name: str) -> None:
    page = screen.page
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    screen.open(_file(name, _EVIL.encode()))
    page.locator(".opm-kop").first.click()
    if not name.endswith(".md"):  # in Markdown such words stand in markup that we leave alone
        page.locator(".bewerk").first.click()
        page.locator("textarea.typen").fill("<img src=x onerror=alert(2)> Indien u belt.")
        page.locator("textarea.typen").press("Control+Enter")
        page.locator("textarea.typen").wait_for(state="detached")
        page.locator("#veranderd summary").click()
        page.locator(".verschil").first.wait_for()
    assert page.locator("main img, main script, main iframe, main object, main a[href^='javascript']").count() == 0
    assert page.evaluate("document.scripts.length") == 1


def test_the_policy_of_the_page_forbids_markup(failing: Screen) -> None:
    made = """markup => {
        try { document.body.insertAdjacentHTML("beforeend", markup); return true; } catch { return false; }
    }"""
    assert failing.page.evaluate(made, "<b>x</b>") is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_state_is_accessible(
    new_page: Callable[..., Any], server: Server, accessible: Callable[[Any], None], scheme: str
) -> None:
    # Only axe needs the policy off: it writes markup of its own.
    screen = Screen(new_page(color_scheme=scheme, bypass_csp=True), server)
    page = screen.page
    accessible(page)
    screen.open(_file("brief.txt", _LETTER.encode()), _file("nog.txt", b"Indien u belt, helpen wij u."))
    page.locator(".teksten tbody tr").nth(1).wait_for()
    accessible(page)
    page.get_by_role("link", name="brief.txt").last.click()
    page.wait_for_selector("#vel")
    accessible(page)
    card = screen.remark("Indien")
    page.locator("#meer summary").click()
    page.locator(".keuzes summary").click()
    accessible(page)
    card.get_by_role("button", name="Negeer hier").click()
    page.keyboard.press("Enter")
    page.get_by_text("Vul in waarom").wait_for()
    accessible(page)
    card.get_by_label("Waarom laat u dit zo staan?").fill("Zo praten wij")
    page.keyboard.press("Enter")
    page.locator(".genegeerd").wait_for()
    screen.paragraph("formulier").get_by_role("button", name="Bewerk").click()
    page.locator("textarea.typen").fill("Stuur het formulier vóór 1 juni 2026 op.")
    page.locator(".stand", has_text="In deze alinea").wait_for()
    accessible(page)
    page.locator("textarea.typen").press("Control+Enter")
    page.locator("#veranderd summary").click()
    page.locator(".verschil").first.wait_for()
    accessible(page)


def test_what_goes_wrong_is_accessible_too(browser: Any, server: Server, accessible: Callable[[Any], None]) -> None:
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    screen = Screen(context.new_page(), server)
    page = screen.page
    page.set_input_files("#bestanden", [_file("lang.txt", _long().encode())])
    page.locator(".aandeel", has_text=re.compile(r"^[1-9][0-9]?%$")).wait_for()
    accessible(page)
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Gestopt.").first.wait_for()
    accessible(page)
    page.set_input_files("#bestanden", [_file("plaatje.png", b"\x89PNG"), _file("leeg.txt", b"")])
    page.get_by_role("alert").wait_for()
    accessible(page)
    screen.open(_file("brief.txt", _LETTER.encode()))
    screen.remark("Indien").get_by_role("button", name="Dit woord mag").click()
    page.locator(".toegestaan").wait_for()
    accessible(page)
    page.goto(f"{server.address[:-1]}x")  # with another key
    page.get_by_role("heading", name="Open b1check opnieuw").wait_for()
    accessible(page)
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_no_sideways_scrolling_on_a_phone_or_at_400_percent(
    new_page: Callable[..., Any], server: Server, width: int
) -> None:
    # A window of 1280 at 400 % has room for 320.
    screen = Screen(new_page(viewport={"width": width, "height": 640}), server)
    page = screen.page
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0
    screen.open(_file("een-heel-lange-naam-van-een-brief-over-parkeren-2026.txt", _LETTER.encode()))
    screen.remark("Indien")
    page.locator(".bewerk").nth(1).click()
    page.wait_for_selector("textarea.typen")
    assert page.evaluate(wide) <= 0
    area = page.locator("textarea.typen").bounding_box()
    marks = page.locator(".achter").bounding_box()
    assert area == marks


def _in_sight(page: Any, selector: str) -> bool:
    """Tell whether all of an element is on the screen as it is scrolled now."""
    box, size = page.locator(selector).first.bounding_box(), page.viewport_size
    return bool(box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= size["width"]) and bool(
        box["y"] + box["height"] <= size["height"]
    )


def test_on_a_phone_what_happens_is_in_sight_and_the_text_comes_before_what_to_do_with_it(
    new_page: Callable[..., Any], server: Server
) -> None:
    screen = Screen(new_page(viewport={"width": 390, "height": 844}), server)
    page = screen.page
    page.set_input_files("#bestanden", [_file("lang.txt", _long().encode())])
    page.locator(".aandeel", has_text=re.compile(r"^[1-9][0-9]?%$")).wait_for()
    assert _in_sight(page, ".voortgang")
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Gestopt.").first.wait_for()
    assert _in_sight(page, ".melding")
    screen.open(_file("brief.txt", _LETTER.encode()), _file("nog.txt", b"Indien u belt, helpen wij u."))
    page.locator(".voortgang").wait_for(state="hidden")
    assert _in_sight(page, "#lijst-kop")
    page.get_by_role("link", name="brief.txt").last.click()
    page.wait_for_selector("#vel")
    order = "() => [...document.querySelectorAll('h2')].map(one => one.id)"
    there = page.evaluate(order)
    assert there.index("tekst-kop") < there.index("mee-kop")
    page.get_by_role("button", name="Neem de tekst mee").click()
    assert _in_sight(page, "#mee-kop")
    page.emulate_media(media="print")
    assert not page.locator(".meenemen").is_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1000, "height": 844})
    page.locator(".balk-boven .meenemen").wait_for()
    assert page.get_by_role("button", name="Neem de tekst mee").count() == 0


def test_the_words_and_the_marks_lie_on_each_other(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("brief.txt", _LETTER.encode()))
    screen.paragraph("Indien").get_by_role("button", name="Bewerk").click()
    page.locator("textarea.typen").fill("Indien u vragen heeft, belt u ons. " * 6)
    page.locator(".achter .m").first.wait_for()
    style = """node => {
        const s = getComputedStyle(node);
        const look = [s.font, s.lineHeight, s.letterSpacing, s.padding, s.whiteSpace, s.borderWidth];
        return [...look, node.clientWidth, node.scrollHeight].join("|");
    }"""
    assert page.locator("textarea.typen").evaluate(style) == page.locator(".achter").evaluate(style)


def test_spaces_and_the_cursor_stay_while_b1check_reads_along(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("brief.txt", _LETTER.encode()))
    screen.paragraph("Indien").get_by_role("button", name="Bewerk").click()
    area = page.locator("textarea.typen")
    area.fill("Hebt u vragen?")
    area.press("Home")
    for typed in ("Indien ", "u ", "iets "):
        with page.expect_response(re.compile("/write$")):
            page.keyboard.type(typed)
    assert area.input_value() == "Indien u iets Hebt u vragen?"
    assert area.evaluate("node => node.selectionStart") == len("Indien u iets ")


def test_an_alternative_comes_in_the_paragraph_that_is_open(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("brief.txt", _LETTER.encode()))
    screen.paragraph("Indien").get_by_role("button", name="Bewerk").click()
    area = page.locator("textarea.typen")
    screen.remark("Indien").get_by_role("button", name="Gebruik").first.click()
    screen.said("De zin is veranderd")
    assert area.input_value().startswith("Als u vragen")
    area.press("Escape")
    area.wait_for(state="detached")


def test_on_paper(screen: Screen) -> None:
    page = screen.page
    screen.open(_file("brief.txt", _LETTER.encode()))
    page.emulate_media(media="print")
    assert page.get_by_role("button", name="Download voor Word").count() == 0
    assert page.locator(".kaart-score").is_visible()
    assert page.locator(".opm").first.is_visible()
    pdf = readers.read_bytes(page.pdf(), name="brief.pdf")
    text = " ".join(block.text for block in pdf.blocks)
    assert "mevrouw De Wit" in text
    assert "Opmerkingen" in text


def test_the_end_is_clean_and_a_kill_loses_no_saved_file(browser: Any, tmp_path: Path) -> None:
    server = Server(tmp_path)
    context = browser.new_context(accept_downloads=True)
    screen = Screen(context.new_page(), server)
    screen.open(_file("brief.docx", _docx()))
    screen.remark("Indien").get_by_role("button", name="Gebruik").first.click()
    screen.said("De zin is veranderd")
    _, data = screen.download("Download voor Word")
    server.stop(signal.SIGKILL)
    assert any("Als u vragen" in block.text for block in readers.read_bytes(data, name="b.docx").blocks)
    screen.page.get_by_role("button", name="Ongedaan maken").click()
    screen.page.get_by_text("b1check geeft geen antwoord").wait_for()
    assert screen.paragraph("Als u vragen").is_visible()
    context.close()
    assert list(tmp_path.iterdir()) == []

    server = Server(tmp_path)
    code, out, err = server.stop(signal.SIGINT)
    assert (code, err) == (0, "")
    assert "De pagina is gestopt" in out
