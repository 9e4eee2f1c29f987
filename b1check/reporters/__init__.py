"""Reporters: one function each, from a report or a run to what the user reads.

Those for other programs stand in :data:`FORMATS`. Each has a module with a function ``render``, from
:class:`b1check.reporters.results.Results` to the text; the module is imported when its format is asked for. So is the
reporter of another package; see :class:`Reporter`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from b1check import plugins

if TYPE_CHECKING:
    from b1check.reporters.results import Results

FORMATS = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "csv")
"""The forms of a report for other programs, besides our own JSON."""
AT_FILES = frozenset(FORMATS) - {"csv"}
"""Those of which a program puts the remarks at the files, so that they need the real names of those."""
NAMES = ("terminal", "json", "html", "jsonl", *FORMATS)
"""All forms of a report that b1check has itself."""


class Reporter(Protocol):
    """Writes a report in another form: a part of another package, in the group ``b1check.reporters``.

    Its name is what the user types after ``--format``.
    """

    def __call__(self, results: Results) -> str:
        """Return the whole report as text; any exception becomes one line that names the package."""
        ...


def foreign() -> plugins.Offer:
    """Return the reporters of other packages, by the name of their form."""
    return plugins.offer(plugins.REPORTERS, NAMES)


def reporter(name: str) -> Reporter:
    """Return the reporter for the form called ``name``: one of :data:`FORMATS`, or one of another package.

    Raises:
        PluginError: when that of another package cannot be had.
    """
    if name in FORMATS:
        render: Reporter = import_module(f"{__name__}.{name}").render
        return render
    return _foreign(foreign().plugins[name])


def _foreign(plugin: plugins.Plugin) -> Reporter:
    """Return the reporter of another package, which raises only a ``PluginError``."""
    made = plugin.load()
    if not callable(made):
        raise plugin.failed(f"{type(made).__name__} is geen functie")

    def render(results: Results) -> str:
        try:
            text = made(results)
        except (Exception, SystemExit) as error:  # whatever code of others does wrong must end in one clear sentence
            raise plugin.failed(error) from error
        if not isinstance(text, str):
            raise plugin.failed(f"De functie geeft {type(text).__name__}, en geen tekst")
        return text

    return render
