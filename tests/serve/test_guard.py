"""Who may ask what: every question that does not come from our own page is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from b1check.serve.guard import Keys, Pace, Places

from .conftest import HOST, ORIGIN, PORT, TOKEN, Page

_SECRET = "/api/letters"


def test_the_key_goes_out_of_the_address(serve: Callable[..., Page]) -> None:
    page = serve(enter=False)
    answer = page.get(f"/start/{TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "../")
    cookie = answer.headers["set-cookie"]
    assert TOKEN not in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    shown = page.get("/")
    assert shown.status_code == 200
    assert TOKEN not in shown.text
    assert TOKEN not in page.log.getvalue()


@pytest.mark.parametrize("path", ["/", "/start/wrong", "/start/wr\u00f3ng"])
def test_without_a_key_there_is_a_way_out(serve: Callable[..., Page], path: str) -> None:
    page = serve(enter=False)
    answer = page.get(path)
    assert answer.status_code == 403
    assert "Open de link" in answer.text
    assert "set-cookie" not in answer.headers


def test_without_a_key_nothing_is_told(serve: Callable[..., Page]) -> None:
    page = serve(enter=False)
    for answer in (page.get(_SECRET), page.get("/api/start"), page.send("Een zin."), page.delete(_SECRET)):
        assert answer.status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1.evil.example:{PORT}"]
)
def test_another_name_for_this_computer(page: Page, host: str) -> None:
    assert page.get(_SECRET).status_code == 200
    assert page.get(_SECRET, host=host).status_code == 403
    assert page.send("Een zin.", host=host).status_code == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"https://{HOST}", f"http://127.0.0.1:{PORT + 1}"])
def test_a_question_from_another_page(page: Page, origin: str) -> None:
    assert page.send("Een zin.", Origin=origin).status_code == 403
    assert page.get(_SECRET, Origin=origin).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_question_that_the_browser_says_comes_from_elsewhere(page: Page, site: str) -> None:
    assert page.send("Een zin.", Sec_Fetch_Site=site).status_code == 403
    assert page.get(_SECRET, Sec_Fetch_Site=site).status_code == 403
    assert page.get("/static/main.js", Sec_Fetch_Site=site).status_code == 403
    assert page.send("Een korte zin.", Sec_Fetch_Site="same-origin").status_code == 200


def test_a_change_without_an_origin(page: Page) -> None:
    answer = page.client.post(_SECRET, content=b"Een zin.", headers={"X-File-Name": "brief.txt"})
    assert answer.status_code == 403


def test_every_answer_is_kept_safe(page: Page) -> None:
    for path in ("/", "/static/main.js", "/static/page.css", "/api/start", "/api/niets", "/niets", "/health"):
        headers = page.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"], path
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
    assert page.get("/", host="evil.example").headers["x-frame-options"] == "DENY"


def test_the_page_has_no_script_or_style_in_it(page: Page) -> None:
    shown = page.get("/").text
    assert shown.count("<script") == 1
    assert '<script type="module" src="static/main.js"></script>' in shown
    assert "<style" not in shown
    assert " style=" not in shown
    assert "//" not in shown.replace("<!DOCTYPE html>", "")


def test_no_file_outside_the_folder(page: Page) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"):
        assert page.get(path).status_code == 404, path


def test_who_asks_too_fast_waits(serve: Callable[..., Page]) -> None:
    page = serve(burst=3, rate=0.0)
    answers = [page.get(_SECRET) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert "Wacht" in answers[-1].json()["error"]


def test_pace() -> None:
    now = 0.0
    pace = Pace(2, 1, most=2, clock=lambda: now)
    assert [pace.allows("a") for _ in range(3)] == [True, True, False]
    assert pace.allows("b")
    now = 1.0
    assert [pace.allows("a") for _ in range(2)] == [True, False]
    now = 100.0
    assert [pace.allows("a") for _ in range(3)] == [True, True, False]
    assert pace.allows("c")
    assert pace.allows("b")  # the one that asked longest ago was forgotten


def test_places() -> None:
    assert Places.public("https://B1check.Gemeente.example/pad/") == Places(
        frozenset({"b1check.gemeente.example"}), frozenset({"https://b1check.gemeente.example"})
    )
    assert "127.0.0.1" in Places.local(80).hosts


def test_a_key_of_our_own_is_long_and_new() -> None:
    assert len(Keys().token) >= 40
    assert Keys().token != Keys().token
    assert not Keys().fits("")


def test_a_ticket_works_once() -> None:
    keys = Keys()
    ticket, other = keys.ticket(), keys.ticket()
    assert [keys.fits(one) for one in (ticket, ticket, other, other, keys.token, keys.token)] == [
        *(True, False),
        *(True, False),
        *(True, True),
    ]


def test_a_ticket_that_no_browser_used_is_worth_nothing_later() -> None:
    now = 0.0
    keys = Keys(clock=lambda: now)
    soon, late = keys.ticket(), keys.ticket()
    now = 60.0
    assert keys.fits(soon)
    now = 600.0
    assert not keys.fits(late)
    assert keys.fits(keys.token)


def test_shared_gives_everybody_a_desk_of_their_own(serve: Callable[..., Page]) -> None:
    public = "https://b1.gemeente.example"
    page = serve(enter=False, keys=None, cookie="__Host-b1check", places=Places.public(public))
    host = {"host": "b1.gemeente.example", "Origin": public}
    first = page.get("/", **host)
    cookie = first.headers["set-cookie"]
    assert first.status_code == 200
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    mine = {"cookie": cookie.split(";")[0]}
    letter = page.opened(**host, **mine)
    assert "server van uw gemeente" in first.text
    page.client.cookies.clear()
    theirs = {"cookie": page.get("/", **host).headers["set-cookie"].split(";")[0]}
    assert theirs != mine
    page.client.cookies.clear()
    assert page.get(f"/api/letters/{letter['id']}", **host, **mine).status_code == 200
    assert page.get(f"/api/letters/{letter['id']}", **host, **theirs).status_code == 404
    assert page.get("/api/letters", **host, **theirs).json()["letters"] == []
    assert page.get("/api/letters", Origin=ORIGIN, **mine).status_code == 403
