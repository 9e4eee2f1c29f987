"""Packs of rules that are not ours: folders that the settings name, and installed packages that bring them.

A pack has the form of our own ``rules/``: ``<group>/<rule>.toml`` with word lists beside it, and if wanted a file
``pack.toml`` with a name, a title and the titles of its own groups.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from b1check.errors import ConfigError, RuleError
from b1check.plugins import Plugin
from b1check.rulebook.spec import GROUPS, RuleName, Text
from b1check.validation import explain, toml_reason

PACK_FILE = "pack.toml"
OWN = "b1check"
"""Name of the pack that comes with b1check."""


class _PackFile(BaseModel):
    """What ``pack.toml`` can hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: RuleName | None = None
    title: Text | None = None
    groups: dict[RuleName, Text] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder with rules.

    Attributes:
        name: as its file says, or the name of the folder.
        title: a few words for lists; the name when its file says nothing.
        folder: holds a folder for every group.
        own_groups: titles of groups that b1check does not have, by name.
    """

    name: str
    title: str
    folder: Path
    own_groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def groups(self) -> Mapping[str, str]:
        """All groups that a rule of this pack can be in, with their titles."""
        return {**GROUPS, **self.own_groups}

    def files(self) -> list[Path]:
        """Return its rule files, in the order of group and name."""
        return sorted(path for path in self.folder.glob("*/*.toml") if path.is_file())


def rules_folder() -> Path:
    """Return the folder with our own rules: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def read(folder: Path) -> Pack:
    """Read what ``folder`` says about itself.

    Raises:
        RuleError: when its ``pack.toml`` is not right.
    """
    file = folder / PACK_FILE
    said = _PackFile()
    if file.is_file():
        try:
            said = _PackFile.model_validate(parse(file))
        except ValidationError as error:
            reason = explain(error, _PackFile.model_fields)
            raise RuleError(f"Het bestand {file} is niet goed. {reason}") from error
    for group in said.groups:
        if group in GROUPS:
            raise RuleError(
                f"Het bestand {file} geeft een titel aan de groep {group}. Die groep is al van b1check. "
                "Haal de groep weg bij [groups], of kies een andere naam."
            )
    name = said.name or folder.name
    return Pack(name, said.title or name, folder, said.groups)


def parse(file: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        RuleError: when it cannot be read, or is no TOML; says where.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"Het bestand {file} is niet te lezen als TOML. {toml_reason(error)}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"Het bestand {file} is niet te lezen: {error}. Bewaar het als tekst in UTF-8.") from error


def in_folder(folder: Path) -> Pack:
    """Return the pack in ``folder``, which the settings name.

    Raises:
        ConfigError: when there is no such folder, or no rules in it.
        RuleError: when its ``pack.toml`` is not right.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise ConfigError(
            f"De map met regels {folder} bestaat niet. Kijk naar de naam bij packs in uw instellingen. "
            "De naam telt vanaf de map van het bestand met instellingen."
        )
    pack = read(folder)
    if not pack.files():
        raise ConfigError(f"In de map {folder} staan geen regels. {advice_on_place(folder)}")
    return pack


def advice_on_place(folder: Path) -> str:
    """Say where rules have to stand under ``folder``, in one or two Dutch sentences."""
    if any(path.name != PACK_FILE for path in folder.glob("*.toml")):
        return f"Noem de map erboven: {folder.parent}. Daarin staat voor elke groep een map."
    return f"Een regel staat in de map van een groep, zoals {folder / 'woorden' / 'mijn-regel.toml'}."


def of_plugin(plugin: Plugin) -> Pack:
    """Return the pack that an installed package brings.

    Raises:
        PluginError: when the package does not give a folder with rules.
        RuleError: when its ``pack.toml`` is not right.
    """
    given = plugin.load()
    try:
        folder = _folder(given)
    except (Exception, SystemExit) as error:  # it may be a function of the package
        raise plugin.failed(error) from error
    if not folder.is_dir():
        raise plugin.failed(f"De map {folder} bestaat niet")
    pack = read(folder.resolve())
    if not pack.files():
        raise plugin.failed(f"In de map {folder} staan geen regels")
    return pack


def _folder(given: object) -> Path:
    """Turn what an entry point stands for into a folder: a path, a package, or something that gives one of those."""
    if isinstance(given, ModuleType):
        if not getattr(given, "__path__", None):
            raise TypeError(f"the module {given.__name__} is no package with a folder")
        return Path(given.__path__[0])
    if callable(given):
        return _folder(given())
    if isinstance(given, (Path, str)):
        return Path(given)
    raise TypeError(f"expected a path, not {type(given).__name__}")
