from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from b1check.errors import ReadError
from b1check.web.crawl import Bounds, Crawl, GaveUpError
from b1check.web.fetch import Address, Fetcher, connect, look_up
from b1check.web.sitemap import Sitemap
from b1check.web.visits import Status, Visits

from .conftest import Clock, Reply, Website, page, redirect


@pytest.fixture
def visits(tmp_path: Path) -> Iterator[Visits]:
    with Visits(tmp_path / "bezoek.db") as made:
        yield made


@pytest.fixture
def crawl(visits: Visits, fetcher: Fetcher) -> Crawl:
    clock = Clock()
    return Crawl(visits, fetcher, Bounds(delay=0), clock.sleep, clock)


def visit(crawl: Crawl, start: str) -> None:
    crawl.begin(start)
    for _ in crawl.run():
        """Go on."""


def went(crawl: Crawl, website: Website) -> dict[str, list[str]]:
    """The paths of the website by how it went with them."""
    found: dict[str, list[str]] = {}
    for one in crawl.visits.all(*Status):
        found.setdefault(one.status, []).append(one.url.removeprefix(website.home))
    return found


def test_it_reads_the_pages_of_the_website_and_nothing_else(
    website: Website, other_website: Website, crawl: Crawl
) -> None:
    website.routes |= {
        "/": page("Welkom", "/a", "b/", other_website.url("/x"), "/folder.pdf", "/weg", "/geheim/a", "mailto:a@b.nl"),
        "/a": page("A", "/", "/a#kop", "/index.html", "/a?utm_source=mail", "../b/"),
        "/b/": page("B", "diep"),
        "/b/diep": page("Diep"),
        "/folder.pdf": Reply(b"%PDF", type="application/pdf"),
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /geheim/", type="text/plain"),
    }
    visit(crawl, website.home)
    assert went(crawl, website) == {
        "gelezen": ["/", "/a", "/b/", "/b/diep"],
        "ander soort": ["/folder.pdf"],
        "mislukt": ["/weg"],
        "mag niet": ["/geheim/a"],
    }
    assert website.asked == ["/robots.txt", "/", "/a", "/b/", "/folder.pdf", "/weg", "/b/diep"]
    assert other_website.asked == []
    (gone,) = crawl.visits.all(Status.FAILED)
    assert (gone.message, gone.found_on) == (
        "Deze pagina bestaat niet (code 404). Haal de link weg of pas hem aan.",
        website.url("/"),
    )


def test_it_goes_no_further_than_asked(website: Website, crawl: Crawl) -> None:
    for number in range(9):
        website.routes[f"/{number}"] = page(str(number), f"/{number + 1}")
    crawl.bounds = Bounds(depth=2, delay=0)
    visit(crawl, website.url("/0"))
    assert went(crawl, website) == {"gelezen": ["/0", "/1", "/2"], "wacht": ["/3"]}
    crawl.bounds = Bounds(pages=5, depth=9, delay=0)
    visit(crawl, website.url("/0"))
    assert went(crawl, website)["gelezen"] == ["/0", "/1", "/2", "/3", "/4"]


def test_a_calendar_without_an_end_stops_at_the_number_of_pages(website: Website, crawl: Crawl) -> None:
    def month(handler: BaseHTTPRequestHandler) -> Reply:
        number = int(handler.path[1:])
        return Reply(page(str(number), f"/{number + 1}", f"/{number + 2}").encode())

    website.routes |= {f"/{number}": month for number in range(99)}
    crawl.bounds = Bounds(pages=7, depth=99, delay=0)
    visit(crawl, website.url("/0"))
    assert website.asked == ["/robots.txt", *(f"/{number}" for number in range(7))]


def test_it_waits_between_requests_as_long_as_the_website_or_the_user_wants(website: Website, crawl: Crawl) -> None:
    website.routes |= {"/": page("Welkom", "/a", "/b"), "/a": page("A"), "/b": page("B")}
    clock = crawl.sleep.__self__  # type: ignore[attr-defined]
    crawl.bounds = Bounds(delay=1.5)
    visit(crawl, website.home)
    assert clock.waits == [1.5, 1.5, 1.5]


def test_the_time_that_a_website_asks_for_goes_before_ours(website: Website, crawl: Crawl) -> None:
    website.routes |= {
        "/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 7"),
        "/": page("Welkom", "/a"),
        "/a": page("A"),
    }
    clock = crawl.sleep.__self__  # type: ignore[attr-defined]
    told: list[str] = []
    crawl.bounds, crawl.tell = Bounds(delay=1), told.append
    visit(crawl, website.home)
    assert clock.waits == [7, 7]
    assert told == ["Deze website vraagt om 7 seconden tussen 2 pagina's. b1check doet dat."]


def test_time_that_went_by_counts(website: Website, crawl: Crawl) -> None:
    """The clock goes one second on at each look: between two requests the checks and the answer take time too."""
    website.routes |= {"/": page("Welkom", "/a"), "/a": page("A")}
    clock = Clock(step=1)
    crawl.sleep, crawl.clock, crawl.bounds = clock.sleep, clock, Bounds(delay=3)
    visit(crawl, website.home)
    assert clock.waits == [2, 2]


def test_a_website_that_is_busy_gets_the_time_it_asks_for(website: Website, crawl: Crawl) -> None:
    answers = [Reply(status=429, headers={"Retry-After": "30"}), Reply(page("A").encode())]
    website.routes |= {"/": page("Welkom", "/a", "/b"), "/a": lambda _: answers.pop(0), "/b": page("B")}
    clock = crawl.sleep.__self__  # type: ignore[attr-defined]
    crawl.bounds = Bounds(delay=1)
    visit(crawl, website.home)
    assert went(crawl, website)["gelezen"] == ["/", "/a", "/b"]
    assert clock.waits == [1, 1, 30, 2]  # and from then on it goes at half the speed


def test_a_website_cannot_keep_us_waiting_for_ever(website: Website, crawl: Crawl) -> None:
    website.routes |= {"/": page("Welkom", "/a"), "/a": Reply(status=503, headers={"Retry-After": "99999"})}
    clock = crawl.sleep.__self__  # type: ignore[attr-defined]
    visit(crawl, website.home)
    assert clock.waits == [120]
    assert went(crawl, website)["mislukt"] == ["/a"]


def test_redirects_lead_to_pages_that_count_once(website: Website, other_website: Website, crawl: Crawl) -> None:
    website.routes |= {
        "/": page("Welkom", "/oud", "/ouder", "/weg-van-hier", "/nieuw", "/los/index.html"),
        "/oud": redirect("/nieuw", 301),
        "/ouder": redirect("/oud"),
        "/nieuw": page("Nieuw"),
        "/weg-van-hier": redirect(other_website.url("/")),
        "/los/index.html": redirect("/los/"),  # for us the same page
        "/los/": page("Los"),
    }
    visit(crawl, website.home)
    assert went(crawl, website) == {
        "gelezen": ["/", "/nieuw", "/los/"],
        "doorgestuurd": ["/oud", "/ouder"],
        "andere website": ["/weg-van-hier"],
    }
    assert website.asked.count("/nieuw") == 1
    assert other_website.asked == []


def named(websites: dict[str, Website]) -> Fetcher:
    """Asks websites on this machine as if they were on the internet under these names."""
    numbers = {f"93.184.216.{number}": website for number, website in enumerate(websites.values(), 1)}
    names = dict(zip(websites, numbers, strict=True))

    def look_up_name(host: str, _port: int) -> list[Address]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (names[host], 80))]

    def connect_to(address: Address, seconds: float) -> socket.socket:
        return connect(look_up("127.0.0.1", numbers[address[4][0]].port)[0], seconds)

    return Fetcher(look_up=look_up_name, connect=connect_to)


def test_a_start_with_and_without_www_is_one_website_with_its_own_wishes(
    website: Website, other_website: Website, crawl: Crawl
) -> None:
    website.routes["/"] = redirect("http://www.gemeente.example/")
    other_website.routes |= {
        "/": page("Welkom", "/a", "http://gemeente.example/b", "https://www.gemeente.example/c", "/geheim"),
        "/a": page("A"),
        "/c": page("C"),
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /geheim"),
    }
    crawl.fetcher = named({"gemeente.example": website, "www.gemeente.example": other_website})
    visit(crawl, "http://gemeente.example")
    assert website.asked == ["/robots.txt", "/"]
    assert other_website.asked == ["/robots.txt", "/", "/a", "/c"]


def test_a_page_that_sends_us_to_a_forbidden_page_or_a_network(website: Website, crawl: Crawl) -> None:
    website.routes |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /geheim"),
        "/": page("Welkom", "/a", "/b"),
        "/a": redirect("/geheim"),
        "/b": redirect("http://192.168.1.1/"),
    }
    crawl.fetcher = named({"gemeente.example": website})
    visit(crawl, "http://gemeente.example")
    assert website.asked == ["/robots.txt", "/", "/a", "/b"]
    assert [one.url for one in crawl.visits.all(Status.FORBIDDEN)] == ["http://gemeente.example/geheim"]
    assert [one.message for one in crawl.visits.all(Status.ELSEWHERE)] == ["http://192.168.1.1/"]


def test_redirects_in_a_circle(website: Website, crawl: Crawl) -> None:
    def further(handler: BaseHTTPRequestHandler) -> Reply:
        return redirect(f"/steeds-{int(handler.path.rpartition('-')[2]) + 1}")

    website.routes |= {
        "/": page("Welkom", "/zelf", "/a", "/steeds-0", "/index-a/index.html"),
        "/zelf": redirect("/zelf"),
        "/a": redirect("/b"),
        "/b": redirect("/c"),
        "/c": redirect("/a"),
        "/index-a/index.html": redirect("/index-a/"),
        "/index-a/": redirect("/index-a/index.html"),
        **{f"/steeds-{number}": further for number in range(50)},
    }
    visit(crawl, website.home)
    failed = crawl.visits.all(Status.FAILED)
    assert {one.url.removeprefix(website.home) for one in failed} >= {"/zelf", "/c", "/steeds-5"}
    assert all("stuurt steeds naar een ander adres" in one.message for one in failed)
    assert len(failed) == 4
    assert len(website.asked) < 25


def test_one_page_that_fails_does_not_stop_the_others(website: Website, crawl: Crawl) -> None:
    website.routes |= {
        "/": page("Welkom", "/500", "/304", "/403", "/groot", "/raar", "/half", "/goed"),
        "/500": Reply(status=500),
        "/304": Reply(b"", status=304),
        "/403": Reply(status=403),
        "/groot": Reply(b"x" * 10_001),
        "/raar": redirect("http://["),
        "/half": Reply(b"\x89PNG\x00"),
        "/goed": page("Goed"),
    }
    visit(crawl, website.home)
    assert went(crawl, website)["gelezen"] == ["/", "/goed"]
    words = {one.url.removeprefix(website.home): one.message for one in crawl.visits.all(Status.FAILED)}
    assert words.keys() == {"/500", "/304", "/403", "/groot", "/raar", "/half"}
    assert "code 500" in words["/500"]
    assert "code 304" in words["/304"]
    assert "niet voor iedereen" in words["/403"]
    assert "te groot" in words["/groot"]


def test_a_website_that_goes_down_is_left_alone_and_its_pages_wait(website: Website, crawl: Crawl) -> None:
    website.routes["/"] = page("Welkom", *(f"/{number}" for number in range(20)))
    website.routes |= {f"/{number}": Reply(status=500) for number in range(20)}
    with pytest.raises(GaveUpError, match="5 keer achter elkaar geen antwoord"):
        visit(crawl, website.home)
    assert len(website.asked) == 7
    assert len(went(crawl, website)["wacht"]) == 20
    website.routes |= {f"/{number}": page(str(number)) for number in range(20)}
    crawl._failed.clear()
    visit(crawl, website.home)
    assert len(went(crawl, website)["gelezen"]) == 21


def test_large_pages_do_not_mean_that_the_website_is_down(website: Website, crawl: Crawl) -> None:
    website.routes["/"] = page("Welkom", *(f"/{number}" for number in range(9)))
    website.routes |= {f"/{number}": Reply(b"x" * 10_001) for number in range(9)}
    visit(crawl, website.home)
    assert len(went(crawl, website)["mislukt"]) == 9


@pytest.mark.parametrize(
    ("routes", "message"),
    [
        ({}, "bestaat niet"),
        ({"/": Reply(b"%PDF", type="application/pdf")}, "geen webpagina"),
        ({"/": page("Welkom"), "/robots.txt": Reply(b"User-agent: *\nDisallow: /")}, "wil niet dat programma's"),
        ({"/": page("Welkom"), "/robots.txt": Reply(status=500)}, "robots.txt geeft code 500"),
        ({"/": redirect("http://elders.example/")}, "stuurt door naar http://elders.example/"),
        ({"/": redirect("/")}, "steeds naar een ander adres"),
        ({"/": Reply(b"<rss/>", type="text/xml")}, "geen sitemap"),
    ],
)
def test_a_start_that_is_no_good_says_why(
    website: Website, crawl: Crawl, routes: dict[str, Reply | str], message: str
) -> None:
    website.routes |= routes
    with pytest.raises(ReadError, match=message):
        visit(crawl, website.home)
    assert crawl.visits.all(Status.READ) == []


def sitemap(*paths: str, index: bool = False) -> bytes:
    inside = "".join(f"<x><loc>{path}</loc></x>" for path in paths)
    return f"<sitemapindex>{inside}</sitemapindex>".encode() if index else f"<urlset>{inside}</urlset>".encode()


def test_a_sitemap_with_others_in_it(website: Website, crawl: Crawl) -> None:
    told: list[str] = []
    crawl.tell = told.append
    website.routes |= {
        "/sitemap.xml": Reply(
            sitemap(website.url("/1.xml.gz"), website.url("/2.xml"), website.url("/weg.xml"), index=True),
            type="text/xml",
        ),
        "/1.xml.gz": Reply(gzip.compress(sitemap(website.url("/a"), website.url("/b"))), type="application/gzip"),
        "/2.xml": Reply(sitemap(website.url("/a#x"), "http://elders.example/c"), type="application/xml"),
        "/a": page("A", "/niet-in-de-lijst"),
        "/b": page("B"),
    }
    visit(crawl, website.url("/sitemap.xml"))
    assert website.asked == ["/robots.txt", "/sitemap.xml", "/1.xml.gz", "/2.xml", "/weg.xml", "/a", "/b"]
    assert [one.url.removeprefix(website.home) for one, _ in crawl.visits.pages()] == ["/a", "/b"]
    assert told == [
        f"In de sitemap {website.url('/2.xml')} staat 1 adres van een andere website. b1check slaat dat over."
    ]


def test_a_sitemap_is_also_known_by_what_it_is(website: Website, crawl: Crawl) -> None:
    website.routes |= {"/kaart": Reply(sitemap(website.url("/a")), type="application/xml"), "/a": page("A", "/b")}
    visit(crawl, website.url("/kaart"))
    assert [one.url.removeprefix(website.home) for one, _ in crawl.visits.pages()] == ["/a"]


def test_sitemaps_that_hold_each_other(website: Website, crawl: Crawl) -> None:
    def deeper(handler: BaseHTTPRequestHandler) -> Reply:
        return Reply(sitemap(website.url(f"/{int(handler.path[1:-4]) + 1}.xml"), website.url("/0.xml"), index=True))

    website.routes |= {f"/{number}.xml": deeper for number in range(9)}
    visit(crawl, website.url("/0.xml"))
    assert website.asked == ["/robots.txt", "/0.xml", "/1.xml"]


def test_a_sitemap_in_a_file(website: Website, crawl: Crawl) -> None:
    website.routes |= {"/a": page("A", "/b")}
    crawl.begin_with("sitemap.xml", Sitemap(pages=(website.url("/a"), "http://elders.example/", "geen adres")))
    assert [step.url for step in crawl.run()] == [website.url("/a")]
    assert website.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize("listed", [Sitemap(), Sitemap(pages=("/a", "ftp://g.nl/"))])
def test_a_sitemap_without_pages(crawl: Crawl, listed: Sitemap) -> None:
    with pytest.raises(ReadError, match="staan geen pagina's"):
        crawl.begin_with("sitemap.xml", listed)


def test_it_tells_how_far_it_is(website: Website, crawl: Crawl) -> None:
    website.routes |= {"/": page("Welkom", "/a", "/b"), "/a": page("A"), "/b": page("B")}
    crawl.begin(website.home)
    assert [(step.number, step.total) for step in crawl.run()] == [(1, 1), (2, 3), (3, 3)]


def test_an_interrupt_at_any_moment_loses_nothing_and_asks_for_nothing_twice(
    website: Website, tmp_path: Path, fetcher: Fetcher
) -> None:
    """Stop in the middle of each request in turn; a new visit goes on with the same file."""
    names = [f"/{number}" for number in range(6)]
    website.routes["/"] = page("Welkom", *names)
    website.routes |= {name: page(name, *names) for name in names}
    path = tmp_path / "bezoek.db"

    class Stopping(Fetcher):
        stop = 0

        def get(self, url: str, **options: object):  # type: ignore[no-untyped-def, override]
            answer = super().get(url, **options)  # type: ignore[arg-type]
            if not url.endswith("robots.txt"):
                Stopping.stop += 1
                if Stopping.stop == 2:  # the answer is there, and not written
                    raise KeyboardInterrupt
            return answer

    rounds = 0
    while True:
        Stopping.stop = 0
        rounds += 1
        with Visits(path) as visits:
            crawl = Crawl(visits, Stopping(True, fetcher.limits), Bounds(delay=0))
            try:
                visit(crawl, website.home)
            except KeyboardInterrupt:
                continue
            read = [one.url.removeprefix(website.home) for one, _ in visits.pages()]
            break
    assert read == ["/", *names]
    assert rounds == 7
    pages = [asked for asked in website.asked if asked != "/robots.txt"]
    assert len(pages) == 7 + 6  # each page once, and once more for each answer that was not written
