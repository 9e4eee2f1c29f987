"""The letters of one writer, kept in memory only: what is not used for a while goes."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from b1check.config import Config, Profile
from b1check.errors import ReadError
from b1check.serve.asking import RefusedError
from b1check.serve.checking import Job
from b1check.serve.letters import Letter
from b1check.serve.texts import TEXTS

Clock = Callable[[], float]
_MOST_AT_ONCE = 3
"""Files that one writer may send at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much there may be.

    Attributes:
        keep: seconds after which a letter that nobody uses is forgotten.
        letters: most letters of one writer.
        weight: most bytes of all letters of all writers together, about.
        writers: most writers at once.
    """

    keep: float = 3600.0
    letters: int = 200
    weight: int = 600_000_000
    writers: int = 1_000


@dataclass
class Kept:
    """A letter on the desk.

    Attributes:
        letter: the letter.
        lock: held by whoever changes it.
        used: when it was used last.
        settings: the settings that it was checked with.
    """

    letter: Letter
    used: float
    settings: object = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Desk:
    """What one writer works on; no other writer can see it.

    Attributes:
        profile: for whom the texts are, if the writer chose; else what the settings say.
        words: words that the writer allowed, on top of those in the settings.
        jobs: the files that are being read, by the key that the page gave each.
        used: when it was used last.
    """

    def __init__(self, room: Room, clock: Clock) -> None:
        self.profile: Profile | None = None
        self.words: tuple[str, ...] = ()
        self.jobs: dict[str, Job] = {}
        self.used = clock()
        self._room = room
        self._clock = clock
        self._kept: dict[str, Kept] = {}

    def __iter__(self) -> Iterator[Kept]:
        return iter(list(self._kept.values()))

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, id: str) -> Kept | None:
        """Return the letter, which counts as using it; None when it is not there (any more)."""
        kept = self._kept.get(id)
        if kept:
            kept.used = self.used = self._clock()
        return kept

    def put(self, letter: Letter, settings: object) -> Kept:
        """Keep a letter.

        Raises:
            ReadError: when there are too many already.
        """
        self.check_room()
        kept = self._kept[letter.id] = Kept(letter, self._clock(), settings)
        return kept

    @contextmanager
    def taking_in(self, key: str) -> Iterator[Job]:
        """Give the reading of a file a job, for as long as it takes; its progress is asked for with ``key``.

        Raises:
            RefusedError: when the writer sends too many files at once.
        """
        key = key or secrets.token_urlsafe(8)
        if len(self.jobs) >= _MOST_AT_ONCE or key in self.jobs:
            raise RefusedError(429, "too_fast")
        job = self.jobs[key] = Job()
        try:
            yield job
        finally:
            self.used = self._clock()
            del self.jobs[key]

    def title(self, name: str) -> str:
        """Return ``name`` with a number when another letter is called that already."""
        taken = {kept.letter.title for kept in self}
        return next(one for number in count(1) if (one := f"{name} {number}" if number > 1 else name) not in taken)

    def check_room(self) -> None:
        """See whether another letter may come.

        Raises:
            ReadError: when there are too many already.
        """
        if len(self._kept) >= self._room.letters:
            raise ReadError(TEXTS["too_many_letters"].format(most=self._room.letters))

    def drop(self, id: str) -> None:
        """Forget a letter."""
        self._kept.pop(id, None)

    def clear(self) -> None:
        """Forget all letters."""
        self._kept.clear()

    def config(self, base: Config) -> Config:
        """Return ``base`` with what the writer chose."""
        changes: dict[str, object] = {}
        if self.profile and self.profile != base.profile:
            changes["profile"] = self.profile
        refused = {word.lower() for word in (*base.terms.preferred, *base.terms.forbidden)}
        if words := tuple(word for word in self.words if word.lower() not in refused):
            changes["terms"] = base.terms.model_copy(update={"allowed": (*base.terms.allowed, *words)})
        return base.model_copy(update=changes) if changes else base


class Desks:
    """The desks of all writers.

    Args:
        room: how much there may be.
        clock: tells seconds; for tests.
    """

    def __init__(self, room: Room, clock: Clock = time.monotonic) -> None:
        self.room = room
        self._clock = clock
        self._desks: dict[str, Desk] = {}

    def __len__(self) -> int:
        return len(self._desks)

    def get(self, key: str) -> Desk | None:
        """Return the desk of the writer with ``key``; None when it is not there (any more)."""
        desk = self._desks.get(key)
        if desk:
            desk.used = self._clock()
        return desk

    def open(self) -> str:
        """Make a desk and return its key; when there are too many, one without letters goes that was used longest ago.

        Only when all of them have letters, one with letters goes.
        """
        self.tidy()
        while len(self._desks) >= self.room.writers:
            del self._desks[min(self._desks, key=lambda key: (len(self._desks[key]) > 0, self._desks[key].used))]
        key = secrets.token_urlsafe(32)
        self._desks[key] = Desk(self.room, self._clock)
        return key

    def clear(self) -> None:
        """Forget everything."""
        self._desks.clear()

    def tidy(self) -> None:
        """Forget what was not used for a while, and the oldest letters when all together they are too heavy."""
        before = self._clock() - self.room.keep
        for key, desk in list(self._desks.items()):
            for kept in desk:
                if kept.used < before and not kept.lock.locked():
                    desk.drop(kept.letter.id)
            if desk.used < before and not len(desk) and not desk.jobs:
                del self._desks[key]
        every = sorted(
            ((kept, desk) for desk in self._desks.values() for kept in desk),
            key=lambda pair: pair[0].used,
            reverse=True,
        )
        total = 0
        for place, (kept, desk) in enumerate(every):
            total += kept.letter.weight
            if total > self.room.weight and place and not kept.lock.locked():  # the one in use stays
                desk.drop(kept.letter.id)

    @property
    def letters(self) -> int:
        """How many letters there are."""
        return sum(len(desk) for desk in self._desks.values())
