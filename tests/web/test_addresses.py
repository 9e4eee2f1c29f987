from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b1check.errors import ReadError
from b1check.web import addresses


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://Gemeente.NL", "https://gemeente.nl/"),
        ("HTTPS://gemeente.nl:443/a#kop", "https://gemeente.nl/a"),
        ("http://gemeente.nl:8080/a b", "http://gemeente.nl:8080/a%20b"),
        ("https://café.nl/é?q=ë", "https://xn--caf-dma.nl/%C3%A9?q=%C3%AB"),
        ("https://gemeente.nl./a", "https://gemeente.nl/a"),
        ("http://[::1]:81/", "http://[::1]:81/"),
        ("https://gemeente.nl/a\r\nHost: x", "https://gemeente.nl/a%0D%0AHost:%20x"),
    ],
)
def test_an_address_as_it_is_asked(url: str, asked: str) -> None:
    assert addresses.place(url).url == asked


@pytest.mark.parametrize(
    "url",
    [
        "gemeente.nl",
        "ftp://gemeente.nl/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http://a:b@gemeente.nl/",
        "http://gemeente.nl:99999/",
        "http://gemeente.nl:0/",
        "http://[::1/",
        "http://a<b/",
        "http://" + "a" * 70 + ".nl/",
        "https://gemeente.nl/" + "a" * 3_000,
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(ReadError):
        addresses.place(url)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://g.nl/a#b", "https://g.nl/a"),
        ("https://g.nl/a/index.html", "https://g.nl/a/"),
        ("https://g.nl/index.PHP?x=1", "https://g.nl/?x=1"),
        ("https://g.nl/a?utm_source=mail&b=2&fbclid=x", "https://g.nl/a?b=2"),
        ("https://g.nl/a?c=3&b=2", "https://g.nl/a?b=2&c=3"),
        ("https://g.nl/%7eb/%c3%a9", "https://g.nl/~b/é"),
        ("https://g.nl/a/../b", "https://g.nl/b"),
        ("https://g.nl", "https://g.nl/?"),
    ],
)
def test_addresses_of_the_same_page(one: str, other: str) -> None:
    assert addresses.canonical(one) == addresses.canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://g.nl/a", "https://g.nl/a/"),
        ("https://g.nl/a", "https://g.nl/A"),
        ("https://g.nl/a?b=1", "https://g.nl/a?b=2"),
        ("https://g.nl/a?b=1&b=2", "https://g.nl/a?b=1"),
        ("https://g.nl/a%2Fb", "https://g.nl/a/b"),
        ("https://g.nl/?b=x%26y", "https://g.nl/?b=x&y"),
        ("https://g.nl/", "http://g.nl/"),
        ("https://g.nl/", "https://www.g.nl/"),
    ],
)
def test_addresses_that_can_be_other_pages(one: str, other: str) -> None:
    assert addresses.canonical(one) != addresses.canonical(other)


def test_what_follows_visitors_is_not_asked_for_and_the_rest_keeps_its_order() -> None:
    assert addresses.tidy("https://g.nl/a?z=1&utm_source=x&UTM%5Fmedium=y&b=&c#d") == "https://g.nl/a?z=1&b=&c"


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_a_link_holds_there_is_an_address_or_none(path: str, query: str) -> None:
    made = addresses.joined("https://gemeente.nl/map/", f"{path}?{query}")
    if made is None:
        return
    assert made.isascii()
    assert not any(character.isspace() for character in made)
    assert addresses.place(made).url == made
    canonical = addresses.canonical(made)
    assert addresses.canonical(canonical) == canonical


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
    ],
)
def test_an_address_of_a_machine_or_a_network(address: str) -> None:
    assert not addresses.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_an_address_on_the_internet(address: str) -> None:
    assert addresses.is_public(address)
