"""The settings for each path, from its configuration file and the command line; one checker for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import metadata
from pathlib import Path

import click

import b1check
from b1check import Checker, Config
from b1check import config as configuration
from b1check.discovery import Discovery, discover
from b1check.reporters.text import clean, count, listing

_FEW = 4
"""Names on one line; tools such as pre-commit name every file themselves."""


@dataclass
class Checkers:
    """Gives each path the checker for its settings; paths with the same settings share one.

    What is to be said about a configuration file itself is said on the terminal, once.

    Attributes:
        file: the configuration file for all paths; None for the closest of each.
        isolated: look for no configuration file.
        select: rules or groups from the command line; they replace what the file says.
        ignore: rules or groups from the command line; they come on top of what the file says.
        languagetool: whether to ask LanguageTool; None for what the file says.
    """

    file: Path | None = None
    isolated: bool = False
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    languagetool: bool | None = False
    _made: list[Checker] = field(default_factory=list)
    _found: dict[Path, Config] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def settings(self, path: Path) -> Config:
        """Return the settings for ``path``.

        Raises:
            ConfigError: when the configuration file is not right.
        """
        found = self._for_all or self._in_folder(configuration.folder_of(path))
        return self._asking(chosen(found.of(path), self.select, self.ignore))

    def _asking(self, found: Config) -> Config:
        """Return ``found`` with LanguageTool on or off, as the command wants."""
        if self.languagetool is None or found.languagetool.on == self.languagetool:
            return found
        changed = found.languagetool.model_copy(update={"on": self.languagetool})
        return found.model_copy(update={"languagetool": changed})

    def _in_folder(self, folder: Path) -> Config:
        if folder not in self._found:  # a folder of thousands of files has one configuration
            self._found[folder] = self._tell(configuration.find(folder))
        return self._found[folder]

    @cached_property
    def _for_all(self) -> Config | None:
        """The settings that hold for all paths, or None when each path has its own."""
        if self.isolated:
            return Config()
        return self._tell(configuration.load(self.file)) if self.file else None

    @property
    def incomplete(self) -> bool:
        """Tell whether rules were left out, because the package that brings them is not right."""
        return any(checker.notes for checker in self._made)

    def _tell(self, config: Config) -> Config:
        """Say once what is to be said about the file of ``config``."""
        self.say(config.notes)
        return config

    def say(self, notes: Iterable[str]) -> None:
        """Say each of ``notes`` on the terminal, unless that was said before."""
        for note in notes:
            if note not in self._told:
                self._told.add(note)
                click.echo(clean(note), err=True)

    def checker(self, path: Path) -> Checker:
        """Return the checker for ``path``, with its rules loaded.

        Raises:
            ConfigError: when the configuration is not right or names a rule that does not exist.
            RuleError: when a rule is not right.
        """
        wanted = self._with_server(self.settings(path))
        for checker in self._made:
            if checker.config == wanted:
                return checker
        checker = Checker(wanted)
        self.say(checker.notes)  # first: rules that are left out may be why the settings are not right
        _ = checker.rules  # so that a mistake in the settings shows before the first document
        self._made.append(checker)
        return checker

    def _with_server(self, config: Config) -> Config:
        """Return ``config`` with the server of LanguageTool: all processes of a run ask the same one."""
        if not config.languagetool.on or config.languagetool.server:
            return config
        from b1check.languagetool import local  # noqa: PLC0415 - only who wants it waits for its parts
        from b1check.languagetool.server import UnavailableError, as_warning  # noqa: PLC0415

        local.stop_when_ended()
        try:
            changed: dict[str, object] = {"server": local.start(config.languagetool.start_timeout)}
        except UnavailableError as error:
            self.say([as_warning(str(error))])
            changed = {"on": False}
        return config.model_copy(update={"languagetool": config.languagetool.model_copy(update=changed)})

    def discover(self, paths: Iterable[Path]) -> Discovery:
        """Find the documents that ``paths`` stand for, without those that the settings of each exclude.

        Raises:
            ConfigError: when a configuration file is not right.
        """
        found = discover(paths, excluded=self._excludes)
        if found.excluded:
            click.echo(clean(_passed_over(found.excluded)), err=True)
        if found.unread:
            click.echo(clean(_unread(found.unread)), err=True)
        return found

    def passes_over(self, path: Path) -> bool:
        """Tell whether the settings exclude a document that has the name ``path``, and say so if they do."""
        excluded = self._excludes(path)
        if excluded:
            click.echo(clean(_passed_over([path])), err=True)
        return excluded

    def _excludes(self, path: Path) -> bool:
        return self.settings(path).is_excluded(path)

    def pipelines(self) -> str:
        """Return name and version of the language pipelines in use."""
        names = dict.fromkeys(checker.config.pipeline for checker in self._made) or {None: None}
        return ", ".join(_pipeline(name) for name in names)


def _passed_over(paths: Sequence[Path]) -> str:
    """Say that paths were named and still not checked."""
    return f"Overgeslagen, want dat staat bij exclude in uw instellingen: {_listed(paths)}."


def _unread(paths: Sequence[Path]) -> str:
    """Say that there are texts of which the form is strange to us."""
    return f"Niet gecontroleerd, want b1check kan dit niet lezen: {_listed(paths)}. Sla dit op als .docx."


def _listed(paths: Sequence[Path]) -> str:
    names = [str(path) for path in paths[:_FEW]]
    if len(paths) > _FEW:
        names[-1:] = [count(len(paths) - _FEW + 1, "ander", "andere")]
    return listing(names)


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
