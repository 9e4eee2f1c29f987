"""Settings: ``b1check.toml`` or ``[tool.b1check]`` in ``pyproject.toml``; the closest file wins whole."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from b1check.errors import ConfigError
from b1check.findings import Severity
from b1check.validation import explain

FILE_NAME = "b1check.toml"


class _Settings(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class RuleSettings(_Settings):
    """Settings of one rule.

    Attributes:
        on: switch the rule on or off.
        severity: give its findings another severity.
        options: other options of its kind.
    """

    on: bool | None = None
    severity: Severity | None = None
    options: dict[str, Any] = Field(default_factory=dict)


class Config(_Settings):
    """All settings.

    Attributes:
        pipeline: name of an installed spaCy pipeline; None for the one that b1check brings.
        select: names of rules or groups to run; None for all that are on by default.
        ignore: names of rules or groups to leave out.
        fail_on: from which severity on the command ends with exit code 1.
        exclude: glob patterns of paths to pass over.
        rules: settings by name of the rule.
        folder: where the file stands, which the patterns of ``exclude`` are about; no setting of the file itself.
    """

    pipeline: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.FOUT
    exclude: tuple[str, ...] = ()
    rules: dict[str, RuleSettings] = Field(default_factory=dict)
    folder: Path | None = Field(default=None, exclude=True)


def find(path: Path) -> Config:
    """Return the settings for ``path``: those of the closest file in its folder or above, or the defaults.

    Raises:
        ConfigError: when that file is not right.
    """
    folder = path.resolve()
    return _find_in(folder if folder.is_dir() else folder.parent)


@cache
def _find_in(folder: Path) -> Config:
    for place in (folder, *folder.parents):
        if (file := place / FILE_NAME).is_file():
            return load(file)
        if (file := place / "pyproject.toml").is_file() and "b1check" in _toml(file).get("tool", {}):
            return load(file)
    return Config()


def load(file: Path) -> Config:
    """Read the settings from ``file``.

    Raises:
        ConfigError: when it cannot be read, or holds a key or value that b1check does not know.
    """
    data = _toml(file)
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("b1check", {})
    if "folder" in data:
        raise ConfigError(f"Het bestand {file} is niet goed. Onbekende instelling: folder.")
    try:
        return Config.model_validate(data).model_copy(update={"folder": file.resolve().parent})
    except ValidationError as error:
        raise ConfigError(f"Het bestand {file} is niet goed. {explain(error, _known())}") from error


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"Het bestand {file} is niet te lezen als TOML: {error}") from error


def _known() -> list[str]:
    fields = {**Config.model_fields, **RuleSettings.model_fields}
    return [str(field.alias or name) for name, field in fields.items()]
