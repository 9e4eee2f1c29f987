"""What is read of a website: its wishes, its sitemaps and its pages."""

from __future__ import annotations

import gzip

import pytest

from b1check.errors import ReadError
from b1check.web import page, sitemap
from b1check.web.addresses import place
from b1check.web.fetch import Answer, Fetcher, NoAnswerError
from b1check.web.robots import MAX_DELAY, Robots

from .conftest import Reply, Website, redirect

WISHES = """\
User-agent: *
Disallow: /

User-agent: b1check
Disallow: /geheim/
Disallow: /*.php$
Allow: /geheim/open
Crawl-delay: 2.5
"""


def test_the_part_for_us_goes_before_the_part_for_all() -> None:
    robots = Robots(WISHES)
    paths = {"/": True, "/geheim/a": False, "/geheim/open": True, "/a.php": False, "/a.php?b": True}
    assert {path: robots.allows(f"https://g.nl{path}") for path in paths} == paths
    assert robots.delay == 2.5


@pytest.mark.parametrize(
    ("text", "delay"),
    [("", 0), ("User-agent: *\nRequest-rate: 1/10", 10), ("User-agent: *\nCrawl-delay: 1e9", MAX_DELAY)],
)
def test_the_time_between_requests(text: str, delay: float) -> None:
    assert Robots(text).delay == delay


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        (Reply(b"User-agent: *\nDisallow: /", type="text/plain"), False),
        (Reply(b"weg", 404), True),
        (Reply(b"nee", 403), True),
        (Reply(b"\xff\xfe\x00 geen tekst"), True),
        (redirect("http://elders.example/robots.txt"), True),
    ],
    ids=["file", "404", "403", "binary", "elsewhere"],
)
def test_a_website_with_and_without_wishes(website: Website, fetcher: Fetcher, reply: Reply, allowed: bool) -> None:
    website.routes["/robots.txt"] = reply
    robots = Robots.of(place(website.home), fetcher, lambda _url: False)
    assert robots.allows(website.url("/a")) is allowed


def test_a_website_that_is_out_of_order_allows_nothing(website: Website, fetcher: Fetcher) -> None:
    website.routes["/robots.txt"] = Reply(status=503)
    with pytest.raises(NoAnswerError, match=r"robots.txt geeft code 503"):
        Robots.of(place(website.home), fetcher, lambda _url: True)


NAMESPACE = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"'
)


def test_a_sitemap_and_an_index_packed_or_not() -> None:
    pages = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACE}><!-- lijst --><url><loc> https://g.nl/a </loc>'
        "<i:image><i:loc>https://g.nl/a.png</i:loc></i:image></url><url><loc/></url></urlset>"
    ).encode()
    index = b"<sitemapindex><sitemap><loc>https://g.nl/1.xml.gz</loc></sitemap></sitemapindex>"
    assert sitemap.read(pages) == sitemap.read(gzip.compress(pages)) == sitemap.Sitemap(pages=("https://g.nl/a",))
    assert sitemap.read(index) == sitemap.Sitemap(sitemaps=("https://g.nl/1.xml.gz",))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body>Dag</body></html>", "geen sitemap"),
        (b"<rss/>", "geen sitemap"),
        (b"", "geen sitemap"),
        (b"Dag", "geen sitemap"),
        (b"<urlset><url>", "beschadigd"),
        (gzip.compress(b"<urlset/>")[:-4], "niet te lezen"),
        (gzip.compress(b" " * 50_000_001), "te groot"),
        (
            b'<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>',
            "verwijst",
        ),
        (b'<!DOCTYPE u [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>', "verwijst"),
    ],
    ids=["html", "rss", "empty", "text", "broken", "half gzip", "bomb", "external entity", "entities"],
)
def test_what_is_no_good_sitemap(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        sitemap.read(data)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("één".encode(), ""),
        ("één".encode(), "iso-8859-1"),  # what many servers say of pages in UTF-8
        ("één".encode("latin-1"), "iso-8859-1"),
        ("één".encode("latin-1"), ""),
        ("één".encode("utf-16"), "utf-8"),
        ("één".encode("cp850"), "cp850"),
        ('<meta charset="cp850">één'.encode("cp850"), ""),
        ('<meta http-equiv="Content-Type" content="text/html; charset=cp850">één'.encode("cp850"), ""),
        ("één".encode(), "bestaat-niet"),
        ("één".encode(), "rot13"),
        ("één".encode("latin-1"), "utf-8"),
    ],
)
def test_the_encoding_of_a_page(data: bytes, charset: str) -> None:
    assert page.text(data, charset).endswith("één")


def links(html: str, robots: str = "") -> list[str]:
    return list(page.links(Answer("https://g.nl/map/", 200, data=html.encode(), robots=robots)))


def test_the_links_of_a_page() -> None:
    html = """
      <a href="a">a</a> <a href="/b?x=1&amp;y=2#kop">b</a> <a href=" //elders.nl/c ">c</a>
      <area href="d"> <a name="x">x</a>
      <a href="a">nog eens</a> <a rel="external nofollow" href="e">e</a> <!-- <a href="f">f</a> -->
      <a href="mailto:info@g.nl">m</a> <a href="tel:14020">t</a> <a href="javascript:x()">j</a> <a href="http://[">i</a>
      <script>'<a href="g">g</a>'</script> <a href='h"h'>h</a> <A HREF=i>i
    """
    assert links(html) == [
        "https://g.nl/map/a",
        "https://g.nl/b?x=1&y=2",
        "https://elders.nl/c",
        "https://g.nl/map/d",
        "https://g.nl/map/h%22h",
        "https://g.nl/map/i",
    ]


def test_a_base_counts_for_all_links_after_it() -> None:
    assert links('<base href="/onder/"><base href="/nog/"><a href="a">') == ["https://g.nl/onder/a"]


@pytest.mark.parametrize(
    ("html", "robots"),
    [
        ('<meta name="Robots" content="NOINDEX, NoFollow">', ""),
        ('<meta name="robots" content="none">', ""),
        ("", "none"),
    ],
)
def test_a_page_that_asks_not_to_follow_its_links(html: str, robots: str) -> None:
    assert links(f'{html}<a href="a">', robots) == []
    assert links('<meta name="robots" content="noindex"><a href="a">') == ["https://g.nl/map/a"]


def test_a_page_has_its_address_as_a_name_and_positions_in_its_own_text() -> None:
    data = "<main><p>Dit is één zin.</p></main>".encode("cp850")
    document = page.document("https://g.nl/a", data, "cp850")
    assert (document.name, document.format) == ("https://g.nl/a", "html")
    (block,) = document.blocks
    span = block.map.to_source(*(place := (block.text.index("één"), block.text.index("één") + 3)))
    assert place
    assert document.source.text[span.start : span.end] == "één"


@pytest.mark.parametrize("data", [b"", b"  ", b"<script>maakTekst()</script>"])
def test_a_page_without_text(data: bytes) -> None:
    with pytest.raises(ReadError, match="pagina"):
        page.document("https://g.nl/a", data)


def test_a_page_that_makes_up_links_is_bounded() -> None:
    html = "".join(f'<a href="/{number}">x</a>' for number in range(page.MAX_LINKS + 5))
    assert len(links(html)) == page.MAX_LINKS
