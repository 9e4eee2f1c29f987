"""What makes the server start sooner and keeps it quick: how the protocol is imported, when garbage is looked for."""

from __future__ import annotations

import gc
import importlib
import sys
from functools import partial
from typing import Any

_PROTOCOL = "lsprotocol.types"
_NEW_OBJECTS = 100_000
"""How many more objects there must be before Python looks for cycles of garbage; its own 700 is for small programs."""


def import_protocol() -> None:
    """Import the types of the protocol without what nobody needs of its 600 classes.

    To make a ``__repr__`` and an ``__eq__`` for each takes nearly half of the import. Nobody ever sees the one, and
    nothing here or in pygls compares messages; positions and ranges, which are compared, have an ``__eq__`` of their
    own. For slots each class is made twice. If lsprotocol ever defines its classes in another way, they are made as
    always.
    """
    if _PROTOCOL in sys.modules:
        return
    attrs: Any = importlib.import_module("attrs")
    define = attrs.define
    attrs.define = partial(define, repr=False, eq=False, slots=False)
    try:
        importlib.import_module(_PROTOCOL)
    finally:
        attrs.define = define


def collect_seldom() -> None:
    """Look for garbage less often: while a program loads, all that it makes is there to stay."""
    gc.set_threshold(_NEW_OBJECTS, 20, 100)


def keep_what_is_loaded() -> None:
    """Never look for garbage again among the rules and the pipeline: half a million objects that are there to stay."""
    gc.freeze()
