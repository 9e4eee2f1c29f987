"""The questions of the page and their answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

from b1check.config import Config
from b1check.serve.checking import Checking, Job
from b1check.serve.desk import Room

from .conftest import LETTER, Page


def _block(letter: dict[str, Any], words: str) -> int:
    return next(at for at, text in enumerate(letter["texts"]) if words in text)


def _remark(letter: dict[str, Any], words: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in letter["remarks"] if one["words"] == words)
    return found


def test_the_way_of_a_letter(page: Page) -> None:
    letter = page.opened()
    assert (letter["name"], letter["version"], letter["undo"]) == ("brief.txt", 1, False)
    assert letter["own"] == "txt"

    remark = _remark(letter, "Indien")
    fix = next(one["fix"] for one in remark["alternatives"] if one["fix"] is not None)
    letter = page.change(letter, "accept", remark=remark["index"], fix=fix).json()
    assert letter["texts"][_block(letter, "vragen")].startswith("Als u vragen")

    at = _block(letter, "formulier")
    letter = page.change(letter, "write", block=at, text="Stuur het formulier vóór 1 mei 2026 op.").json()
    assert letter["changed"]
    changes = page.get(f"/api/letters/{letter['id']}/changes").json()
    assert [piece for piece in changes["paragraphs"][0] if piece["kind"] != "same"] == [
        {"kind": "gone", "text": "Indien"},
        {"kind": "new", "text": "Als"},
    ]
    letter = page.change(letter, "undo").json()
    assert "dient" in letter["texts"][at]
    letter = page.change(letter, "redo").json()
    assert letter["texts"][at].startswith("Stuur")


def test_the_pieces_of_a_paragraph_are_its_text(page: Page) -> None:
    letter = page.opened()
    blocks = [block for group in letter["groups"] for block in group["blocks"]]
    assert ["".join(piece["text"] for piece in block["pieces"]) for block in blocks] == letter["texts"]
    numbers = {number for block in blocks for piece in block["pieces"] for number in piece.get("numbers", ())}
    assert numbers <= {remark["number"] for remark in letter["remarks"]}
    assert {remark["rule"] for remark in letter["remarks"]} <= set(letter["rules"])


def test_a_fact_that_is_gone_is_told(page: Page) -> None:
    letter = page.opened()
    letter = page.change(letter, "write", block=_block(letter, "formulier"), text="Stuur het formulier op.").json()
    changes = page.get(f"/api/letters/{letter['id']}/changes").json()
    assert [fact["fate"] for fact in changes["facts"]] == ["weg"]
    assert "1 mei 2026" in changes["facts"][0]["old"]


def test_two_tabs(page: Page) -> None:
    old = page.opened()
    page.change(old, "write", block=0, text="Geachte heer De Wit,")
    answer = page.change(old, "write", block=0, text="Beste meneer De Wit,")
    assert answer.status_code == 409
    assert "veranderd" in answer.json()["error"]
    assert answer.json()["letter"]["texts"][0] == "Geachte heer De Wit,"


def test_ignoring_wants_a_reason(page: Page) -> None:
    letter = page.opened()
    answer = page.change(letter, "ignore", remark=0, reason="  ")
    assert (answer.status_code, "waarom" in answer.json()["error"]) == (400, True)
    letter = page.change(letter, "ignore", remark=0, reason="Zo staat het in de wet").json()
    assert [one["reason"] for one in letter["off"]] == ["Zo staat het in de wet"]
    letter = page.change(letter, "restore", off=0).json()
    assert letter["off"] == []


def test_a_word_of_the_house(page: Page) -> None:
    letter = page.opened("Wij leggen u een dwangsom op. Die dwangsom is hoog.")
    word = next(one["word"] for one in letter["remarks"] if one["word"])
    assert page.post("/api/choices", {"allow": word}).json()["words"] == [word]
    letter = page.get(f"/api/letters/{letter['id']}").json()
    assert word not in {one["word"] for one in letter["remarks"]}
    assert page.post("/api/choices", {"refuse": word}).json()["words"] == []
    letter = page.get(f"/api/letters/{letter['id']}").json()
    assert word in {one["word"] for one in letter["remarks"]}


def test_a_word_that_the_municipality_refuses(serve: Callable[..., Page]) -> None:
    page = serve(config=Config.model_validate({"terms": {"preferred": {"burger": "inwoner"}}}))
    answer = page.post("/api/choices", {"allow": "Burger"})
    assert answer.status_code == 409
    letter = page.opened("De burger krijgt een brief. De burger belt ons.")
    assert any(remark["words"] == "burger" for remark in letter["remarks"])


def test_for_whom_and_what(page: Page) -> None:
    letter = page.opened()
    assert page.post("/api/choices", {"profile": "professional"}).json()["profile"] == "professional"
    letter = page.get(f"/api/letters/{letter['id']}").json()
    letter = page.change(letter, "sort", type="aanmaning").json()
    assert (letter["type"], letter["chosenType"]) == ("aanmaning", "aanmaning")
    assert page.change(letter, "sort", type="gedicht").status_code == 400
    assert page.post("/api/choices", {"profile": "iedereen"}).status_code == 400


def test_more_letters_the_hardest_first(page: Page) -> None:
    page.opened("De kat zit op de mat. Zij slaapt. De hond blaft. Hij eet.", "makkelijk.txt")
    page.opened(LETTER, "moeilijk.txt")
    letters = page.get("/api/letters").json()["letters"]
    assert [one["name"] for one in letters] == ["moeilijk.txt", "makkelijk.txt"]
    table = page.get("/api/table")
    assert "moeilijk.txt" in table.content.decode("utf-8-sig")
    assert table.headers["content-disposition"].startswith("attachment")
    left = page.delete(f"/api/letters/{letters[0]['id']}").json()["letters"]
    assert [one["name"] for one in left] == ["makkelijk.txt"]


def test_pasted_formatting_is_structure(page: Page) -> None:
    pasted = (
        "<html><body><!--StartFragment--><h1>Uw vergunning</h1><p class=MsoNormal style='color:red'>Indien u belt,"
        " <b>helpen</b> wij u.</p><ul><li>Een</li><li>Twee</li></ul><script>alert(1)</script><!--EndFragment-->"
    )
    letter = page.opened(pasted, "Geplakte tekst", X_Pasted="html")
    assert [group["kind"] for group in letter["groups"]] == ["kop", "alinea", "lijstpunt"]
    assert "alert" not in json.dumps(letter)
    assert (letter["name"], letter["isCopy"], letter["own"]) == ("Geplakte tekst", False, "")
    assert page.opened("Een zin.", "Geplakte tekst", X_Pasted="txt")["name"] == "Geplakte tekst 2"
    letter = page.change(letter, "write", block=1, text="Als u belt, helpen wij u.\n\nTot ziens.").json()
    copied = page.get(f"/api/letters/{letter['id']}/copy").json()
    assert copied["html"] == (
        "<h1>Uw vergunning</h1>\n<p>Als u belt, <strong>helpen</strong> wij u.</p>\n<p>Tot ziens.</p>\n"
        "<ul>\n<li>Een</li>\n<li>Twee</li>\n</ul>\n"
    )
    assert "- Een\n- Twee" in copied["text"]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "brief.txt", "leeg"),
        (b"   \n", "brief.txt", "spaties"),
        (b"MZ", "brief.exe", ".exe"),
        (b"PK\x03\x04 no zip", "brief.docx", "Word"),
        (b"%PDF-1.7 nothing", "brief.pdf", ""),
        (b"Een zin.", "brief", "naam"),
    ],
)
def test_a_bad_file(page: Page, content: bytes, name: str, words: str) -> None:
    answer = page.send(content, name)
    assert answer.status_code == 422
    assert words in answer.json()["error"]
    assert page.get("/api/letters").json()["letters"] == []


def test_a_file_that_is_too_large(serve: Callable[..., Page]) -> None:
    page = serve(largest=1_000_000)
    answer = page.send(b"a" * 1_000_001)
    assert (answer.status_code, "1 MB" in answer.json()["error"]) == (413, True)

    def unsaid() -> Any:
        yield from (b"a" * 100_000 for _ in range(11))  # without a length in front

    assert (
        page.client.post("/api/letters", content=unsaid(), headers={"Origin": "http://127.0.0.1:8765"}).status_code
        == 413
    )


def test_a_text_that_is_too_long(serve: Callable[..., Page]) -> None:
    page = serve(longest=100)
    answer = page.send("Een zin. " * 20)
    assert (answer.status_code, "100 tekens" in answer.json()["error"]) == (422, True)


def test_too_many_letters(serve: Callable[..., Page]) -> None:
    page = serve(room=Room(letters=1))
    page.opened()
    assert page.send(LETTER).status_code == 422


@pytest.mark.parametrize(
    "asked",
    [
        b"",
        b"[]",
        b"{",
        b'{"version": "1"}',
        b'{"version": 1, "block": -1}',
        b'{"version": 1, "block": true}',
        b"[" * 100_000,
    ],
)
def test_a_question_that_is_no_question(page: Page, asked: bytes) -> None:
    letter = page.opened()
    headers = {"Origin": "http://127.0.0.1:8765", "Content-Type": "application/json"}
    answer = page.client.post(f"/api/letters/{letter['id']}/write", content=asked, headers=headers)
    assert answer.status_code == 400
    assert (
        page.client.post(
            f"/api/letters/{letter['id']}/write", content=asked, headers=headers | {"Content-Type": "text/plain"}
        ).status_code
        == 415
    )


def test_what_is_not_there(page: Page) -> None:
    letter = page.opened()
    assert page.get("/api/letters/niets").status_code == 404
    assert page.get(f"/api/letters/{letter['id']}/files/exe").status_code == 404
    assert page.get("/api/table").status_code == 200
    answer = page.change(letter, "accept", remark=9999, fix=0)
    assert answer.status_code == 409
    assert answer.json()["letter"]["version"] == 1


def test_work_that_takes_too_long(serve: Callable[..., Page], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Checking, "_warm_up", lambda _self: None)
    page = serve(patience=0.2)
    gate = threading.Event()
    monkeypatch.setattr(Checking, "check", lambda _self, _config: lambda _document, _about: gate.wait(10))
    try:
        answer = page.send(LETTER)
    finally:
        gate.set()
    assert (answer.status_code, "te lang" in answer.json()["error"]) == (503, True)


def test_how_far_the_reading_is(serve: Callable[..., Page], monkeypatch: pytest.MonkeyPatch) -> None:
    page = serve()
    long = "\n\n".join(f"Dit is zin {number} van een lange tekst over parkeren." for number in range(1000))
    seen: list[float] = []
    real = Job.watch

    def watch(job: Job, share: float) -> None:
        real(job, share)
        seen.append(share)

    monkeypatch.setattr(Job, "watch", watch)
    page.opened(long, X_Job="een")
    assert seen == sorted(seen)
    assert len({share for share in seen if 0 < share < 0.5}) >= 2
    assert page.get("/api/progress/een").json() == {"done": 0.0}  # it is over


def test_too_many_files_at_once(serve: Callable[..., Page], monkeypatch: pytest.MonkeyPatch) -> None:
    page = serve()
    monkeypatch.setattr("b1check.serve.desk._MOST_AT_ONCE", 0)
    assert page.send(LETTER).status_code == 429


def test_a_fault_of_ours_is_told_without_a_word_of_the_text(
    serve: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = serve()

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("Geachte mevrouw De Wit")

    monkeypatch.setattr("b1check.serve.service.Letter", fails)
    answer = page.send(LETTER, "brief-van-de-wit.txt")
    assert (answer.status_code, "beheerder" in answer.json()["error"]) == (500, True)
    said = page.log.getvalue()
    assert "RuntimeError" in said
    assert "De Wit" not in said


def test_the_log_tells_no_text_and_no_name(serve: Callable[..., Page]) -> None:
    page = serve()
    letter = page.opened(LETTER, "brief-van-de-wit.txt")
    page.change(letter, "ignore", remark=0, reason="Mevrouw De Wit wil het zo")
    page.get(f"/api/letters/{letter['id']}/files/word")
    page.get("/geheim-adres")
    lines = [json.loads(line) for line in page.log.getvalue().splitlines()]
    assert {"POST /api/letters", "POST /api/letters/{id}/ignore", "GET /api/letters/{id}/files/{kind}", "GET -"} <= {
        f"{line['method']} {line['route']}" for line in lines if line["event"] == "answer"
    }
    for secret in ("Wit", letter["id"], "geheim", "dient"):
        assert secret not in page.log.getvalue()


def test_health(page: Page) -> None:
    page.opened()  # so that everything is loaded
    answer = page.client.get("/health", headers={"host": "10.0.0.7:8000"})
    assert answer.json()["status"] == "ok"
    assert set(answer.json()) == {"status", "version", "letters"}
