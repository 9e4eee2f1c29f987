"""What a website asks of programs that read it: its ``robots.txt`` (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from protego import Protego

from b1check.web.addresses import Place
from b1check.web.fetch import Fetcher, NoAnswerError

NAME = "b1check"
"""What a website calls us in its ``robots.txt``."""
MAX_DELAY = 3_600.0
"""Seconds; a website that asks for more wants no visit."""
_READ = 500_000
"""Bytes of the file that count."""
_OUT_OF_ORDER = (
    "De website vertelt niet wat programma's mogen lezen: robots.txt geeft code {status}. Probeer het later opnieuw."
)


@dataclass(frozen=True)
class Robots:
    """The wishes of a website.

    Attributes:
        text: of its ``robots.txt``.
    """

    text: str = ""

    @classmethod
    def of(cls, home: Place, fetcher: Fetcher, permits: Callable[[str], bool]) -> Robots:
        """Ask a website for its wishes; one without the file, or that keeps it elsewhere, allows everything.

        Args:
            home: the website.
            fetcher: asks for the file.
            permits: tells whether we may go where the website sends us for it.

        Raises:
            ReadError: when the website is out of order: then nothing may be asked.
        """
        answer = fetcher.follow(home._replace(target="/robots.txt").url, permits=permits)
        if answer.status >= 500 or answer.status == 429:
            raise NoAnswerError(_OUT_OF_ORDER.format(status=answer.status))
        return cls(answer.data[:_READ].decode("utf-8", errors="replace") if answer.ok else "")

    def allows(self, url: str) -> bool:
        """Tell whether we may ask for ``url``."""
        return bool(self._rules.can_fetch(url, NAME))

    @property
    def delay(self) -> float:
        """The seconds that the website wants between two requests; 0 when it does not say."""
        rate = self._rules.request_rate(NAME)
        between = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return min(max(self._rules.crawl_delay(NAME) or 0.0, between), MAX_DELAY)

    @cached_property
    def _rules(self) -> Protego:
        return Protego.parse(self.text)
