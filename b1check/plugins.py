"""Parts of other packages: which ones are installed, and how one is loaded.

A package names its parts as entry points, in one of the groups below. What there is stands in the metadata of the
installed packages, so nothing of a package is imported before its part is used.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from b1check.errors import PluginError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

RULES = "b1check.rules"
"""Folders with rules; the name is free."""
READERS = "b1check.readers"
"""Functions that read a file; the name is the ending of the file, without the dot."""
REPORTERS = "b1check.reporters"
"""Functions that write a report; the name is what the user types after ``--format``."""
GROUPS = (RULES, READERS, REPORTERS)

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Plugin:
    """A part of another package.

    Attributes:
        group: what it is: one of :data:`GROUPS`.
        name: its name in that group.
        package: the package that brings it.
        version: of that package.
        point: says where it is.
    """

    group: str
    name: str
    package: str
    version: str
    point: EntryPoint

    def load(self) -> object:
        """Import it.

        Raises:
            PluginError: when that fails, for whatever reason.
        """
        try:
            return self.point.load()
        except (Exception, SystemExit) as error:  # whatever code of others does wrong must end in one clear sentence
            raise self.failed(error) from error

    def failed(self, reason: BaseException | str) -> PluginError:
        """Return the error that says, in Dutch, that it does not do its work, why, and what the user can do."""
        if isinstance(reason, BaseException):
            reason = f"{type(reason).__name__}: {reason}"
        reason = " ".join(reason.split()).rstrip(".")
        return PluginError(
            f"Het onderdeel {self.name} van het pakket {self.package} werkt niet. {reason}. {self._advice}"
        )

    def refused(self, reason: str) -> str:
        """Return a Dutch line that says why it is not used."""
        return f"b1check gebruikt het onderdeel {self.name} van het pakket {self.package} niet. {reason} {self._advice}"

    @property
    def _advice(self) -> str:
        return f"Vraag de maker om een nieuwe versie, of haal het pakket weg: pip uninstall {self.package}"


@dataclass(frozen=True, slots=True)
class Offer:
    """What installed packages bring in one group.

    Attributes:
        plugins: what can be used, by name.
        refused: Dutch lines about what cannot, because of its name.
    """

    plugins: Mapping[str, Plugin]
    refused: tuple[str, ...]


def installed(group: str) -> tuple[Plugin, ...]:
    """Return what installed packages bring in ``group``, in the order of their names."""
    return tuple(plugin for plugin in _installed(tuple(sys.path)) if plugin.group == group)


def offer(group: str, ours: Collection[str]) -> Offer:
    """Return what can be used of a group in which names count: not what is ours, and a name only once."""
    plugins: dict[str, Plugin] = {}
    refused = []
    for plugin in installed(group):
        if not _NAME.fullmatch(plugin.name):
            refused.append(plugin.refused("De naam mag alleen kleine letters, cijfers en streepjes hebben."))
        elif plugin.name in ours:
            refused.append(plugin.refused("b1check heeft zelf al een onderdeel met die naam."))
        elif first := plugins.get(plugin.name):
            refused.append(plugin.refused(f"Het pakket {first.package} heeft ook een onderdeel met die naam."))
        else:
            plugins[plugin.name] = plugin
    return Offer(plugins, tuple(refused))


@lru_cache(maxsize=4)
def _installed(path: tuple[str, ...]) -> tuple[Plugin, ...]:
    """Read the metadata of all packages on ``path``, which takes some 20 ms: once, as long as the path is the same."""
    from importlib import metadata  # noqa: PLC0415 - importing it takes time too, and --help needs none of this

    points = metadata.entry_points()
    found = [
        Plugin(group, point.name, point.dist.name, point.dist.version, point)
        for group in GROUPS
        for point in points.select(group=group)
        if point.dist
    ]
    return tuple(sorted(found, key=lambda plugin: (plugin.group, plugin.name, plugin.package)))
