"""Visits the pages of one website, one after the other: no faster and no further than it and the user want."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from b1check.errors import B1CheckError, ReadError
from b1check.web import addresses, page, sitemap
from b1check.web.addresses import PORTS, Place
from b1check.web.fetch import Answer, Fetcher, NoAnswerError
from b1check.web.robots import Robots
from b1check.web.visits import Found, Kind, Status, Visit, Visits

_SITEMAP_TYPES = frozenset({"application/xml", "text/xml", "application/gzip", "application/x-gzip"})
_BUSY = frozenset({429, 503})
_PAUSE, _LONGEST_PAUSE = 10.0, 120.0
"""Seconds to wait for a website that is busy: when it does not say how long, and at most."""
_OUT_OF_ORDER = 5
"""So many times in a row no answer, and we leave the website alone."""
_MAX_SITEMAPS = 500

_START = "begin"
_HOME = "website"
_MODE = "wijze"
_LISTED = "sitemap"

_FORBIDDEN = (
    "De website wil niet dat programma's deze pagina lezen. Dat staat in {robots}. Vraag de beheerder om toestemming."
)
_OTHER_START = "Deze website stuurt door naar {url}. Geef dat adres op."
_ENDLESS = "Deze pagina stuurt steeds naar een ander adres. Meld dat aan de beheerder van de website."
_NO_TARGET = "Deze pagina stuurt naar een adres dat niet bestaat. Meld dat aan de beheerder van de website."
_GONE = "Deze pagina bestaat niet (code {status}). Haal de link weg of pas hem aan."
_CLOSED = "Deze pagina is niet voor iedereen (code {status}). b1check slaat haar over."
_FAULT = "Deze pagina doet het niet (code {status}). Meld dat aan de beheerder van de website."
_GAVE_UP = "De website geeft {times} keer achter elkaar geen antwoord. b1check stopt. Probeer het later opnieuw."
_NOTHING_LISTED = "In deze sitemap staan geen pagina's. Geef het adres van een gewone pagina."

_SLOWER = "Deze website vraagt om {seconds:g} seconden tussen 2 pagina's. b1check doet dat."
_STRANGE = "In de sitemap {sitemap} {what} over."
_ONE = "staat 1 adres van een andere website. b1check slaat dat"
_MORE = "staan {amount} adressen van een andere website. b1check slaat die"
_NO_PAGE = "Dit is geen webpagina. Geef het adres van een gewone pagina of van een sitemap."


class Bounds(NamedTuple):
    """How far to go.

    Attributes:
        pages: how many pages to ask for at most.
        depth: how many links away from the start at most.
        delay: seconds between two requests at least; a website may want more.
    """

    pages: int = 100
    depth: int = 5
    delay: float = 1.0


class Step(NamedTuple):
    """What is about to happen.

    Attributes:
        number: of the page, from 1.
        total: how many pages there will be, as far as is known now.
        url: the page.
    """

    number: int
    total: int
    url: str


class GaveUpError(B1CheckError):
    """The website does not answer any more."""


@dataclass
class Crawl:
    """Visits a website.

    Attributes:
        visits: what is known of it.
        fetcher: asks for pages.
        bounds: how far to go.
        sleep: waits so many seconds.
        clock: seconds that only go up.
        tell: gets Dutch remarks for the user.
    """

    visits: Visits
    fetcher: Fetcher
    bounds: Bounds = field(default_factory=Bounds)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    tell: Callable[[str], None] = lambda _: None
    _last: float | None = None
    _delay: float = 0.0
    _failed: list[Visit] = field(default_factory=list)

    def begin(self, start: str) -> None:
        """Begin at a page or a sitemap on the web; does nothing when these visits began before.

        Raises:
            ReadError: when it is no address.
        """
        url = addresses.tidy(start)
        if not self.visits.about(_START):
            is_list = url.partition("?")[0].lower().endswith((".xml", ".xml.gz"))
            found = Found(addresses.canonical(url), url, Kind.SITEMAP if is_list else Kind.PAGE)
            self._begin(start, url, [found], listed=is_list)

    def begin_with(self, start: str, listed: sitemap.Sitemap) -> None:
        """Begin with what stands in the sitemap that the user calls ``start``; all of it is on one website.

        Raises:
            ReadError: when there is nothing in it.
        """
        if not self.visits.about(_START):
            urls = [url for url in (*listed.pages, *listed.sitemaps) if addresses.joined(url, "")]
            if not urls:
                raise ReadError(_NOTHING_LISTED)
            self._keep_home(addresses.place(urls[0]))
            self._begin(start, urls[0], self._listed(listed, start), listed=True)

    def _begin(self, start: str, url: str, found: list[Found], *, listed: bool) -> None:
        self._keep_home(addresses.place(url))
        self.visits.add(found)
        if listed:
            self.visits.keep(_MODE, _LISTED)
        self.visits.keep(_START, start)  # last: without it nothing has begun

    @property
    def start(self) -> str:
        """What the user called the place where these visits began."""
        return self.visits.about(_START)

    def run(self) -> Iterator[Step]:
        """Visit the pages that wait; yields before each of them.

        Raises:
            ReadError: when the start cannot be read.
            GaveUpError: when the website does not answer any more; the pages that were asked for in vain wait again.
        """
        robots = self._robots()
        while visit := self.visits.next(self.bounds.depth):
            if visit.kind is Kind.PAGE and self.visits.asked() >= self.bounds.pages:
                return
            if not robots.allows(visit.url):
                if self._is_start(visit):
                    raise ReadError(_FORBIDDEN.format(robots=self._home._replace(target="/robots.txt").url))
                self.visits.end(visit, Status.FORBIDDEN)
                continue
            asked = self.visits.asked()
            yield Step(asked + 1, min(self.bounds.pages, max(self.visits.known(), asked + 1)), visit.url)
            home = self._home
            self._visit(visit)
            if self._home.site != home.site:
                robots = self._robots()

    def _robots(self) -> Robots:
        """Ask the website for its wishes, and keep to them from now on.

        Raises:
            ReadError: when the website cannot tell them.
        """
        self._wait()
        robots = Robots.of(self._home, self.fetcher, self._permits)
        self._last = self.clock()
        self._delay = max(self.bounds.delay, robots.delay)
        if robots.delay > self.bounds.delay:
            self.tell(_SLOWER.format(seconds=robots.delay))
        return robots

    def _permits(self, url: str) -> bool:
        return _same_family(addresses.place(url), self._home)

    def _visit(self, visit: Visit) -> None:
        """Ask for a page or a sitemap, and write how that went.

        Raises:
            ReadError: when it is the start, and it cannot be read.
            GaveUpError: when the website does not answer any more.
        """
        try:
            answer = self._ask(visit)
            status = _refusal(answer)
        except ReadError as error:
            self._fail(visit, str(error), in_vain=isinstance(error, NoAnswerError))
            return
        if status:
            self._fail(visit, status.format(status=answer.status), in_vain=answer.status >= 500)
            return
        self._failed.clear()
        if answer.location:
            self._send_on(visit, answer)
        elif visit.kind is Kind.SITEMAP or (self._is_start(visit) and answer.type in _SITEMAP_TYPES):
            self._list(visit, answer)
        elif answer.type in page.TYPES:
            self._read(visit, answer)
        else:
            if self._is_start(visit):
                raise ReadError(_NO_PAGE)
            self.visits.end(visit, Status.OTHER_TYPE, type=answer.type)

    def _ask(self, visit: Visit) -> Answer:
        """Ask for a page; of a website that is busy once more, after the time that it wants."""
        wanted = page.TYPES if visit.kind is Kind.PAGE else None
        if self._is_start(visit) and wanted:
            wanted |= _SITEMAP_TYPES
        answer = self._get(visit.url, wanted)
        if answer.status in _BUSY:
            self.sleep(min(answer.retry_after or _PAUSE, _LONGEST_PAUSE))
            self._delay = min(2 * max(self._delay, 1.0), max(self._delay, _LONGEST_PAUSE))
            answer = self._get(visit.url, wanted)
        return answer

    def _get(self, url: str, wanted: frozenset[str] | None) -> Answer:
        self._wait()
        try:
            return self.fetcher.get(url, wanted=wanted)
        finally:
            self._last = self.clock()

    def _wait(self) -> None:
        """Wait until it is time for the next request."""
        if self._last is not None and (left := self._last + self._delay - self.clock()) > 0:
            self.sleep(left)

    def _read(self, visit: Visit, answer: Answer) -> None:
        try:
            targets = () if self.visits.about(_MODE) == _LISTED else tuple(page.links(answer))
        except ReadError as error:  # the bytes are no text
            self._fail(visit, str(error))
            return
        found = [
            Found(addresses.canonical(home), home, Kind.PAGE, visit.depth + 1, visit.url)
            for target in targets
            if (home := self._at_home(target))
        ]
        self.visits.end(visit, Status.READ, type=answer.type, charset=answer.charset, data=answer.data, found=found)

    def _list(self, visit: Visit, answer: Answer) -> None:
        try:
            listed = sitemap.read(answer.data)
        except ReadError as error:
            self._fail(visit, str(error))
            return
        if self._is_start(visit):
            self.visits.keep(_MODE, _LISTED)
        found = self._listed(listed, visit.url)
        if visit.found_on and (listed.sitemaps or visit.number > _MAX_SITEMAPS):
            found = [one for one in found if one.kind is Kind.PAGE]  # a list of lists of lists goes too far
        if self._is_start(visit) and not found:
            raise ReadError(_NOTHING_LISTED)
        self.visits.end(visit, Status.READ, found=found)

    def _listed(self, listed: sitemap.Sitemap, found_on: str) -> list[Found]:
        found = []
        for kind, urls in ((Kind.SITEMAP, listed.sitemaps), (Kind.PAGE, listed.pages)):
            for url in urls:
                target = addresses.joined(found_on if "://" in found_on else url, url)
                if target and (home := self._at_home(target)):
                    found.append(Found(addresses.canonical(home), home, kind, 0, found_on))
        if strange := len(listed.sitemaps) + len(listed.pages) - len(found):
            self.tell(_STRANGE.format(sitemap=found_on, what=_ONE if strange == 1 else _MORE.format(amount=strange)))
        return found

    def _send_on(self, visit: Visit, answer: Answer) -> None:
        """Follow a redirect: the page that it leads to is one like any other."""
        target = addresses.joined(answer.url, answer.location)
        if target is None:
            self._fail(visit, _NO_TARGET)
            return
        if self._is_start(visit) and not self._at_home(target):
            if not _same_family(addresses.place(target), self._home):
                raise ReadError(_OTHER_START.format(url=target))
            self._keep_home(addresses.place(target))
        home = self._at_home(target)
        if home is None:
            self.visits.end(visit, Status.ELSEWHERE, target)
        elif visit.hops >= self.fetcher.limits.hops or home == visit.url:
            self._fail(visit, _ENDLESS)
        elif (key := addresses.canonical(home)) == addresses.canonical(visit.url):
            self.visits.move(visit, home)
        elif self._leads_back(key, visit):
            self._fail(visit, _ENDLESS)
        else:
            found = Found(key, home, visit.kind, visit.depth, visit.found_on, visit.hops + 1)
            self.visits.end(visit, Status.REDIRECTED, key, found=[found])

    def _leads_back(self, key: str, visit: Visit) -> bool:
        """Tell whether the redirects from ``key`` on end at ``visit`` again."""
        for _ in range(self.fetcher.limits.hops + 1):
            known = self.visits.find(key)
            if known is None or known.number == visit.number:
                return known is not None
            if known.status is not Status.REDIRECTED:
                return False
            key = known.message
        return True

    def _fail(self, visit: Visit, message: str, *, in_vain: bool = False) -> None:
        """Write that a page could not be read.

        Raises:
            ReadError: when it is the start.
            GaveUpError: when it was in vain too often.
        """
        if self._is_start(visit):
            raise ReadError(message)
        self.visits.end(visit, Status.FAILED, message)
        if not in_vain:
            self._failed.clear()
            return
        self._failed.append(visit)
        if len(self._failed) >= _OUT_OF_ORDER:
            self.visits.wait_again(self._failed)
            raise GaveUpError(_GAVE_UP.format(times=_OUT_OF_ORDER))

    def _is_start(self, visit: Visit) -> bool:
        """Tell whether the whole visit hangs on this page: the start, or where it sends us."""
        return not visit.found_on

    @property
    def _home(self) -> Place:
        """The front page of the website."""
        return addresses.place(self.visits.about(_HOME))

    def _keep_home(self, place: Place) -> None:
        self.visits.keep(_HOME, place._replace(target="/").url)

    def _at_home(self, url: str) -> str | None:
        """Return the address as one of this website, without what follows visitors; None when it is elsewhere."""
        place, home = addresses.place(url), self._home
        usual = place.port == PORTS[place.scheme] and home.port == PORTS[home.scheme]
        if place.host != home.host or not (usual or place.port == home.port):
            return None
        return addresses.tidy(place._replace(scheme=home.scheme, port=home.port).url)


def _same_family(one: Place, other: Place) -> bool:
    """Tell whether two addresses are of one website, with or without www and with http or https."""
    usual = one.port == PORTS[one.scheme] and other.port == PORTS[other.scheme]
    same = one.host.removeprefix("www.") == other.host.removeprefix("www.")
    return same and (usual or one.site == other.site)


def _refusal(answer: Answer) -> str:
    """Return what to tell of an answer that is no page; "" for one that is."""
    if answer.ok or answer.location:
        return ""
    if answer.status in {401, 403, 407, 451}:
        return _CLOSED
    return _GONE if answer.status in {404, 410} else _FAULT
