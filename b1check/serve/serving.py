"""How the page is served: for one user on this computer, or for all users of a municipality."""

from __future__ import annotations

from dataclasses import dataclass, field

from b1check.config import Config
from b1check.serve.desk import Room
from b1check.serve.guard import Keys, Places

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What the service allows.

    Attributes:
        places: the names under which it may be asked.
        cookie: name of the cookie.
        keys: the key for the one user; None when everybody may come in who can reach it.
        config: the settings of the municipality.
        room: how much it keeps, and how long.
        largest: most bytes of a file.
        longest: most code points of a text.
        patience: seconds that one piece of work may take.
        burst: questions that a user may ask at once.
        rate: questions a second after that.
    """

    places: Places
    cookie: str
    keys: Keys | None = None
    config: Config = field(default_factory=Config)
    room: Room = field(default_factory=Room)
    largest: int = 50 * MEGABYTE
    longest: int = 1_000_000
    patience: float = 300.0
    burst: float = 200.0
    rate: float = 50.0

    @property
    def shared(self) -> bool:
        """Whether more than one user comes here."""
        return self.keys is None

    @property
    def minutes(self) -> int:
        """How long a letter is kept that nobody uses."""
        return round(self.room.keep / 60)
