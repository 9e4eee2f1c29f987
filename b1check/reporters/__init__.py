"""Reporters: one function each, from a report or a run to what the user reads.

Those for other programs stand in :data:`FORMATS`. Each has a module with a function ``render``, from
:class:`b1check.reporters.results.Results` to the text; the module is imported when its format is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from b1check.reporters.results import Results

FORMATS = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "csv")
"""The forms of a report for other programs, besides our own JSON."""


def reporter(name: str) -> Callable[[Results], str]:
    """Return the reporter for the format called ``name``, one of :data:`FORMATS`."""
    render: Callable[[Results], str] = import_module(f"{__name__}.{name}").render
    return render
