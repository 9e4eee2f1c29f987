"""The checker for each document: by its configuration file, or by the settings of the editor without one."""

from __future__ import annotations

from pathlib import Path

from b1check import B1CheckError, Checker, Config
from lsp_server import watching
from lsp_server.settings import EditorSettings

_KEPT = 4
"""How many checkers to keep; each holds its own rules and analyses."""
_REMEMBERED = 250_000
"""Code points of text of which each checker keeps the analyses: the longest text, and what it was before its edits."""


class Checkers:
    """Gives each document its checker; documents with the same settings share one.

    Attributes:
        settings: those of the editor.
        problems: what is wrong with a configuration file, by its folder; those documents get the last good settings.
    """

    def __init__(self) -> None:
        self.settings = EditorSettings()
        self.problems: dict[Path, str] = {}
        self._configs: dict[Path, Config] = {}
        self._last_good: dict[Path, Config] = {}
        self._stamps: dict[Path, watching.Stamp | None] = {}
        self._made: list[Checker] = []

    def reset(self, settings: EditorSettings | None = None) -> None:
        """Read all configuration files anew, and take over the settings of the editor."""
        self.settings = settings or self.settings
        self._configs.clear()
        self._stamps.clear()
        self.problems.clear()
        # Rules of the municipality itself may have changed under the same settings.
        self._made = [checker for checker in self._made if not checker.config.packs]

    def stale(self) -> bool:
        """Tell whether a file from which settings or rules were read has changed, came or went since."""
        return watching.changed(self._stamps.copy())

    def config(self, path: Path | None) -> Config:
        """Return the settings for the document at ``path``; None for a text that was never saved."""
        if path is None:
            return self.settings.config
        folder = path if path.is_dir() else path.parent
        config = self._configs.get(folder)  # one look: the loop may clear this while the worker reads it
        if config is None:
            config = self._configs[folder] = self._read(folder)
        return config.of(path)

    def get(self, path: Path | None) -> Checker:
        """Return the checker for the document at ``path``; None for a text that was never saved."""
        config = self.config(path)
        try:
            return self._checker(config)
        except B1CheckError as error:  # such as a rule that does not exist
            self.problems[config.folder or Path()] = str(error)
            return self._checker(Config())

    def close(self) -> None:
        """Stop what runs beside the checkers: a server of LanguageTool that was started for them."""
        for checker in self._made:
            checker.close()

    def _read(self, folder: Path) -> Config:
        stamps = watching.stamps(watching.settings_files(folder))  # before reading, so that a change during it counts
        try:
            found = Config.closest(folder)
        except B1CheckError as error:
            self.problems[folder] = str(error)
            self._stamps |= stamps
            return self._last_good.get(folder, self.settings.config)
        # The closest file wins whole; a folder says where it stands.
        config = found if found.folder else self.settings.config
        self._stamps |= stamps | watching.stamps([*config.files, *watching.rule_files(config.pack_folders)])
        self._last_good[folder] = config
        return config

    def _checker(self, config: Config) -> Checker:
        for checker in self._made:
            if checker.config == config:
                return checker
        checker = Checker(config, remember=_REMEMBERED)
        _ = checker.rules  # so that a mistake in the settings shows here
        self._made = [checker, *self._made[: _KEPT - 1]]
        return checker
