"""The settings for each path, from its configuration file and the command line; one checker for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from pathlib import Path

import b1check
from b1check import Checker, Config
from b1check import config as configuration
from b1check.discovery import Discovery, discover
from b1check.globs import matches


@dataclass
class Checkers:
    """Gives each path the checker for its settings; paths with the same settings share one.

    Attributes:
        file: the configuration file for all paths; None for the closest of each.
        isolated: look for no configuration file.
        select: rules or groups from the command line; they replace what the file says.
        ignore: rules or groups from the command line; they come on top of what the file says.
    """

    file: Path | None = None
    isolated: bool = False
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    _made: list[Checker] = field(default_factory=list)
    _found: dict[Path, Config] = field(default_factory=dict)

    def settings(self, path: Path) -> Config:
        """Return the settings for ``path``.

        Raises:
            ConfigError: when the configuration file is not right.
        """
        if self._for_all:
            return self._with_command_line(self._for_all)
        folder = configuration.folder_of(path)
        if folder not in self._found:  # a folder of thousands of files has one configuration
            self._found[folder] = self._with_command_line(configuration.find(folder))
        return self._found[folder]

    @cached_property
    def _for_all(self) -> Config | None:
        """The settings that hold for all paths, or None when each path has its own."""
        if self.isolated:
            return Config()
        return configuration.load(self.file) if self.file else None

    def _with_command_line(self, found: Config) -> Config:
        return chosen(found, self.select, self.ignore)

    def checker(self, path: Path) -> Checker:
        """Return the checker for ``path``, with its rules loaded.

        Raises:
            ConfigError: when the configuration is not right or names a rule that does not exist.
            RuleError: when a rule is not right.
        """
        wanted = self.settings(path)
        for checker in self._made:
            if checker.config == wanted:
                return checker
        checker = Checker(wanted)
        _ = checker.rules  # so that a mistake in the settings shows before the first document
        self._made.append(checker)
        return checker

    def discover(self, paths: Iterable[Path]) -> Discovery:
        """Find the documents that ``paths`` stand for, without those that the settings of each exclude.

        Raises:
            ConfigError: when a configuration file is not right.
        """
        here = Path.cwd()

        def excluded(path: Path) -> bool:
            settings = self.settings(path)
            return matches(path, settings.exclude, root=settings.folder or here)

        return discover(paths, excluded=excluded)

    def pipelines(self) -> str:
        """Return name and version of the language pipelines in use."""
        names = dict.fromkeys(checker.config.pipeline for checker in self._made) or {None: None}
        return ", ".join(_pipeline(name) for name in names)


def chosen(found: Config, select: Sequence[str], ignore: Sequence[str]) -> Config:
    """Return ``found`` with the rules or groups of the command line over it."""
    if select:
        # Who names rules wants just those, also where the file switches others on or these off.
        rules = {name: rule.model_copy(update={"on": None}) for name, rule in found.rules.items()}
        found = found.model_copy(update={"select": tuple(select), "rules": rules})
    if ignore:
        found = found.model_copy(update={"ignore": (*found.ignore, *ignore)})
    return found


def _pipeline(name: str | None) -> str:
    if name is None:
        return f"b1check {b1check.__version__}"
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name
