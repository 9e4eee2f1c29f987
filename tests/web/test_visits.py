from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from b1check.errors import B1CheckError
from b1check.web.visits import MAX_KNOWN, Found, Kind, Status, Visits


def found(path: str, depth: int = 0, kind: Kind = Kind.PAGE) -> Found:
    return Found(path, f"https://g.nl{path}", kind, depth)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bezoek.db"


def test_what_was_written_is_there_the_next_time(path: Path) -> None:
    with Visits(path) as visits:
        visits.keep("begin", "https://g.nl/")
        visits.add([found("/")])
        visit = visits.next(0)
        assert visit
        visits.end(visit, Status.READ, type="text/html", charset="utf-8", data=b"Dag", found=[found("/a", 1)])
    with Visits(path) as visits:
        assert visits.about("begin") == "https://g.nl/"
        assert [(visit.url, visit.charset, data) for visit, data in visits.pages()] == [
            ("https://g.nl/", "utf-8", b"Dag")
        ]
        assert visits.next(0) is None
        assert (waiting := visits.next(1))
        assert waiting.url == "https://g.nl/a"
    assert [file.name for file in path.parent.iterdir()] == ["bezoek.db"]


def test_sitemaps_come_first_and_then_what_is_closest_to_the_start(path: Path) -> None:
    with Visits(path) as visits:
        visits.add([found("/diep", 2), found("/b", 1), found("/a", 1), found("/s", 0, Kind.SITEMAP), found("/b", 0)])
        order = []
        while visit := visits.next(9):
            order.append(visit.url.removeprefix("https://g.nl"))
            visits.end(visit, Status.READ)
    assert order == ["/s", "/b", "/a", "/diep"]


def test_a_page_and_its_links_are_written_together_or_not_at_all(path: Path) -> None:
    def links() -> list[Found]:
        raise KeyboardInterrupt

    def broken() -> object:
        yield found("/a", 1)
        links()

    with Visits(path) as visits:
        visits.add([found("/")])
        visit = visits.next(0)
        assert visit
        with pytest.raises(KeyboardInterrupt):
            visits.end(visit, Status.READ, data=b"Dag", found=broken())  # type: ignore[arg-type]
        assert visits.next(0) == visit
        assert visits.known() == 1


def test_a_process_that_is_killed_leaves_the_file_as_it_was_after_the_last_page(path: Path) -> None:
    """The connection is dropped in the middle of a transaction, as when the machine goes off."""
    with Visits(path) as visits:
        visits.add([found("/")])
    half = sqlite3.connect(path, isolation_level=None)
    half.execute("begin")
    half.execute("update visits set status = 'gelezen'")
    half.execute("pragma cache_spill = 1")
    half.close()
    with Visits(path) as visits:
        assert (visit := visits.next(0))
        assert visit.status is Status.WAITING


def test_a_file_of_something_else_is_left_alone(path: Path) -> None:
    path.write_bytes(b"Geachte heer, " * 99)
    with pytest.raises(B1CheckError, match="niet van b1check site"):
        Visits(path)
    assert path.read_bytes() == b"Geachte heer, " * 99
    other = path.with_name("ander.db")
    with sqlite3.connect(other) as made:
        made.execute("create table adressen (naam)")
    made.close()
    before = other.read_bytes()
    with pytest.raises(B1CheckError, match="niet van b1check site"):
        Visits(other)
    assert other.read_bytes() == before


def test_a_file_of_another_version(path: Path) -> None:
    Visits(path).__exit__(None, None, None)
    with sqlite3.connect(path) as made:
        made.execute("pragma user_version = 99")
    made.close()
    with pytest.raises(B1CheckError, match="andere versie"):
        Visits(path)


def test_two_at_once(path: Path) -> None:
    with Visits(path), pytest.raises(B1CheckError, match="al in gebruik"):
        Visits(path)
    with Visits(path) as visits:
        assert visits.known() == 0


def test_a_place_where_no_file_can_be(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "weg" / "x.db"):
        with pytest.raises(B1CheckError, match="niet te maken"):
            Visits(place)


def test_a_website_that_makes_up_addresses_is_bounded(path: Path) -> None:
    with Visits(path) as visits:
        visits.add(found(f"/{number}") for number in range(MAX_KNOWN + 5))
        assert visits.known() == MAX_KNOWN
