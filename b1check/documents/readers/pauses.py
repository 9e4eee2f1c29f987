"""Places at which the reading of a long file can be broken off, such as between two pages.

A reader that is at work in a thread cannot be stopped from outside. So it asks at every page or paragraph, and whoever
had the file read may raise an error there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_look: ContextVar[Callable[[], object] | None] = ContextVar("look", default=None)


@contextmanager
def at_each(look: Callable[[], object]) -> Iterator[None]:
    """Call ``look`` at every pause of what is read inside the ``with``; what it raises ends the reading."""
    token = _look.set(look)
    try:
        yield
    finally:
        _look.reset(token)


def pause() -> None:
    """Let whoever waits for this file break off."""
    if look := _look.get():
        look()
