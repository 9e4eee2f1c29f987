from __future__ import annotations

import dataclasses
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from b1check import __version__
from b1check.errors import ReadError
from b1check.web.fetch import Address, Fetcher, Limits, NoAnswerError, connect, look_up, unpacked

from .conftest import Clock, Reply, Website, redirect


def test_a_page_with_what_the_server_says_of_it(website: Website, fetcher: Fetcher) -> None:
    website.routes["/a"] = Reply(b"Dag", type='Text/HTML; charset="ISO-8859-1"', headers={"X-Robots-Tag": "NoFollow"})
    answer = fetcher.get(website.url("/a"))
    assert (answer.status, answer.type, answer.charset, answer.data) == (200, "text/html", "iso-8859-1", b"Dag")
    assert answer.robots == "nofollow"
    assert answer.ok
    assert website.agents == {f"b1check/{__version__}"}


def test_gzip_is_unpacked(website: Website, fetcher: Fetcher) -> None:
    website.routes["/"] = Reply(gzip.compress(b"Dag"), headers={"Content-Encoding": "gzip"})
    assert fetcher.get(website.url("/")).data == b"Dag"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"x" * 10_001),
        Reply(b"x" * 10_001, say_length=False),
        Reply(gzip.compress(b"x" * 10_000_000), headers={"Content-Encoding": "gzip"}),
    ],
    ids=["length", "no length", "bomb"],
)
def test_a_page_that_is_too_large(website: Website, fetcher: Fetcher, reply: Reply) -> None:
    website.routes["/"] = reply
    with pytest.raises(ReadError, match=r"te groot: zij mag hoogstens 0\.01 MB zijn"):
        fetcher.get(website.url("/"))


def test_a_page_of_just_the_limit(website: Website, fetcher: Fetcher) -> None:
    website.routes["/"] = Reply(gzip.compress(b"x" * 10_000), headers={"Content-Encoding": "gzip"})
    assert len(fetcher.get(website.url("/")).data) == 10_000


def test_content_of_another_kind_is_not_read(website: Website, fetcher: Fetcher) -> None:
    website.routes["/"] = Reply(b"x" * 1_000_000, type="application/pdf")
    answer = fetcher.get(website.url("/"), wanted={"text/html"})
    assert (answer.type, answer.data) == ("application/pdf", b"")


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"Da")


@pytest.mark.parametrize(
    "reply",
    [
        Reply(cut_short, headers={"Content-Length": "100"}),
        Reply(cut_short, headers={"Transfer-Encoding": "chunked"}),
        Reply(b"geen gzip", headers={"Content-Encoding": "gzip"}),
        Reply(gzip.compress(b"Dag" * 99)[:-9], headers={"Content-Encoding": "gzip"}),
        Reply(b"?", headers={"Content-Encoding": "br"}),
        Reply(b"Dag", headers={"Veel": "x" * 70_000}),
    ],
    ids=["cut", "chunk", "no gzip", "half gzip", "other packing", "long header"],
)
def test_an_answer_that_is_broken(website: Website, fetcher: Fetcher, reply: Reply) -> None:
    website.routes["/"] = reply
    with pytest.raises(ReadError, match=r"Het antwoord van deze website is niet te lezen\."):
        fetcher.get(website.url("/"))


def test_a_server_that_drips_is_stopped_by_the_time_for_all_of_it(website: Website) -> None:
    """Each piece comes at once, so no single step is slow; the clock goes one second on at each look."""

    def drip(handler: BaseHTTPRequestHandler) -> None:
        for _ in range(1_000):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    website.routes["/"] = Reply(drip)
    slow = Fetcher(allow_private=True, limits=Limits(seconds=5), clock=Clock(step=1))
    with pytest.raises(NoAnswerError, match="te traag: het duurde langer dan 5 seconden"):
        slow.get(website.url("/"))


def test_every_step_gets_only_the_time_that_is_left(website: Website) -> None:
    website.routes["/"] = "Dag"
    given: list[float] = []

    def watch(address: Address, seconds: float) -> socket.socket:
        given.append(seconds)
        return connect(address, seconds)

    Fetcher(allow_private=True, limits=Limits(seconds=30), clock=Clock(step=1), connect=watch).get(website.url("/"))
    assert given == [29.0]


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound, but nobody listens
        with pytest.raises(NoAnswerError, match="geeft geen antwoord"):
            Fetcher(allow_private=True).get(f"http://127.0.0.1:{free.getsockname()[1]}/")


def test_a_name_that_nobody_has() -> None:
    def unknown(_host: str, _port: int) -> list[Address]:
        raise socket.gaierror

    with pytest.raises(NoAnswerError, match="niet te vinden"):
        Fetcher(look_up=unknown).get("https://gemeente.example/")


def test_a_connection_that_is_not_safe(website: Website) -> None:
    with pytest.raises(NoAnswerError, match="beveiligde verbinding"):
        Fetcher(allow_private=True).get(website.home.replace("http:", "https:"))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl to make a certificate")
@pytest.mark.parametrize(("named", "trusted"), [("IP:127.0.0.1", True), ("DNS:gemeente.example", False)])
def test_https(website: Website, tmp_path: Path, named: str, trusted: bool) -> None:
    """With a certificate for this address, and with one for another."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=b1check"
    extra = ["-addext", f"subjectAltName={named}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*make.split(), *extra], check=True, capture_output=True)
    website.make_safe(certificate, key)
    website.routes["/"] = "Dag"

    class Trusting(Fetcher):
        tls = ssl.create_default_context(cafile=str(certificate))  # type: ignore[assignment]

    fetcher = Trusting(allow_private=True)
    address = website.home.replace("http:", "https:") + "/"
    if trusted:
        assert fetcher.get(address).data == b"Dag"
        with pytest.raises(NoAnswerError, match="beveiligde verbinding"):
            Fetcher(allow_private=True).get(address)  # nobody vouches for it
    else:
        with pytest.raises(NoAnswerError, match="beveiligde verbinding"):
            fetcher.get(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433"])
def test_an_address_of_this_network_is_refused_before_anything_is_sent(website: Website, host: str) -> None:
    with pytest.raises(ReadError, match="uw eigen computer of netwerk"):
        Fetcher().get(f"http://{host}:{website.port}/")
    assert website.asked == []


def leads_to(*found: str) -> list[Address]:
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in found]


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    def mixed(_host: str, _port: int) -> list[Address]:
        return leads_to("93.184.216.34", "10.0.0.1")

    def never(_address: Address, _seconds: float) -> socket.socket:
        raise AssertionError("connected")

    with pytest.raises(ReadError, match="uw eigen computer of netwerk"):
        Fetcher(look_up=mixed, connect=never).get("http://gemeente.example/")


def test_a_name_that_changes_its_address_leads_nowhere(website: Website) -> None:
    """The connection goes to the address that was checked; the name is not looked up a second time."""
    answers = [leads_to("93.184.216.34"), leads_to("127.0.0.1")]
    connected: list[str] = []

    def rebinding(_host: str, _port: int) -> list[Address]:
        return answers.pop(0)

    def to_website(address: Address, seconds: float) -> socket.socket:
        connected.append(address[4][0])
        return connect(look_up("127.0.0.1", website.port)[0], seconds)

    website.routes["/"] = "Dag"
    fetcher = Fetcher(look_up=rebinding, connect=to_website)
    assert fetcher.get("http://gemeente.example/").data == b"Dag"
    assert connected == ["93.184.216.34"]
    with pytest.raises(ReadError, match="uw eigen computer of netwerk"):  # the next request checks anew
        fetcher.get("http://gemeente.example/")
    assert connected == ["93.184.216.34"]


def test_a_redirect_to_this_network_is_refused(website: Website) -> None:
    """The first address is on the internet; the hop goes to a machine here."""

    def public_first(host: str, port: int) -> list[Address]:
        return leads_to("93.184.216.34") if host == "gemeente.example" else look_up(host, port)

    def to_website(_address: Address, seconds: float) -> socket.socket:
        return connect(look_up("127.0.0.1", website.port)[0], seconds)

    website.routes["/"] = redirect(website.url("/geheim"))
    with pytest.raises(ReadError, match="uw eigen computer of netwerk"):
        Fetcher(look_up=public_first, connect=to_website).follow("http://gemeente.example/")
    assert website.asked == ["/"]


def test_redirects_are_followed_one_by_one(website: Website, fetcher: Fetcher) -> None:
    website.routes |= {"/a": redirect("b/"), "/b/": redirect("../c?x=1", 308), "/c?x=1": "Hier"}
    answer = fetcher.follow(website.url("/a"))
    assert (answer.url, answer.data) == (website.url("/c?x=1"), b"Hier")
    once = fetcher.get(website.url("/a"))
    assert (once.status, once.location, once.data, once.ok) == (302, "b/", b"", False)


def test_a_location_in_utf8(website: Website, fetcher: Fetcher) -> None:
    website.routes |= {"/a": redirect("/café".encode().decode("latin-1")), "/caf%C3%A9": "Hier"}
    assert fetcher.follow(website.url("/a")).data == b"Hier"


def test_redirects_without_an_end(website: Website, fetcher: Fetcher) -> None:
    website.routes |= {"/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(ReadError, match="steeds naar een ander adres"):
        fetcher.follow(website.url("/a"))
    assert len(website.asked) == fetcher.limits.hops + 1


@pytest.mark.parametrize("target", ["ftp://gemeente.nl/", "http://a:b@gemeente.nl/", "http://[/"])
def test_a_redirect_to_no_page(website: Website, fetcher: Fetcher, target: str) -> None:
    website.routes["/"] = redirect(target)
    with pytest.raises(ReadError, match="een adres dat niet bestaat"):
        fetcher.follow(website.url("/"))


def test_a_hop_that_is_not_permitted_is_not_made(website: Website, other_website: Website, fetcher: Fetcher) -> None:
    website.routes["/"] = redirect(other_website.url("/"))
    answer = fetcher.follow(website.url("/"), permits=lambda url: url.startswith(website.home))
    assert answer.location == other_website.url("/")
    assert other_website.asked == []


def test_connections_are_closed(website: Website, fetcher: Fetcher) -> None:
    website.routes["/"] = Reply(b"x" * 1_000_000, type="application/pdf")
    opened: list[socket.socket] = []

    def watch(address: Address, seconds: float) -> socket.socket:
        opened.append(connect(address, seconds))
        return opened[-1]

    watched = dataclasses.replace(fetcher, connect=watch)
    watched.get(website.url("/"), wanted=())
    with pytest.raises(ReadError):
        watched.get(website.url("/"))
    assert [one.fileno() for one in opened] == [-1, -1]


def test_two_at_once_do_not_get_in_each_others_way(website: Website, fetcher: Fetcher) -> None:
    website.routes |= {"/1": "een", "/2": "twee"}
    got: dict[str, bytes] = {}

    def ask(path: str) -> None:
        got[path] = fetcher.get(website.url(path)).data

    threads = [threading.Thread(target=ask, args=(path,)) for path in ("/1", "/2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {"/1": b"een", "/2": b"twee"}


def test_a_packed_file() -> None:
    assert unpacked(gzip.compress(b"Dag"), 10) == b"Dag"
    for broken in (b"Dag", gzip.compress(b"Dag")[:-3], gzip.compress(b"x" * 11)):
        with pytest.raises(ReadError):
            unpacked(broken, 10)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("30", 30),
        ("Thu, 05 Mar 2026 09:31:00 GMT", 60),
        ("Thu, 05 Mar 2026 10:30:30 +0100", 30),
        ("Thu, 05 Mar 2026 09:00:00 GMT", 0),
        ("straks", None),
        ("-5", None),
        ("Thu, 99 Mar 2026 09:00:00 GMT", None),
        ("", None),
    ],
)
def test_how_long_a_server_asks_to_wait(website: Website, fetcher: Fetcher, asked: str, seconds: float | None) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> Reply:
        handler.date_time_string = lambda *_: "Thu, 05 Mar 2026 09:30:00 GMT"  # type: ignore[method-assign]
        return Reply(status=503, headers={"Retry-After": asked})

    website.routes["/"] = reply
    answer = fetcher.get(website.url("/"))
    assert (answer.status, answer.retry_after) == (503, seconds)
