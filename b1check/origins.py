"""Which settings hold for a document, and where each of them was said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from b1check import config as configuration
from b1check import layers
from b1check.config import Config
from b1check.fingerprints import relative
from b1check.layers import OVERRIDES, Key, Layer
from b1check.settings import profile

DEFAULT = "standaard"
_TABLES = frozenset({"documents", "languagetool", "servicenormen", "terms", "rules"})
_HIDDEN = frozenset({"folder", OVERRIDES})
_BARE = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that holds.

    Attributes:
        key: its name after those of its tables, such as ``("rules", "lange-zin", "on")``.
        value: as in TOML; None when it is not set.
        origins: where it was said: a file and a line, ``standaard``, a profile, or an option of the command.
    """

    key: tuple[str, ...]
    value: Any
    origins: tuple[str, ...]

    @property
    def name(self) -> str:
        """The key as TOML writes it."""
        return ".".join(part if _BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False) for part in self.key)


def settings(
    path: Path, file: Path | None, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Setting, ...]:
    """Return all settings that hold for the document at ``path``, those of rules last.

    Of rules and tables only what was said is in it: what a rule does by itself stands in ``b1check rule``.

    Args:
        path: the document; it need not exist.
        file: the file with settings; None for none.
        select: rules or groups from the command line.
        ignore: rules or groups from the command line.

    Raises:
        ConfigError: when a file is not right.
    """
    config = configuration.load(file) if file else Config()
    read = layers.read(file) if file else ()
    found = {setting.key: setting for setting in _defaults()}
    found |= {setting.key: setting for setting in _profile(config.of(path).profile)}
    for setting in _said(read):
        found[setting.key] = setting
    for setting in _overridden(read, config.overrides_for(path)):
        found[setting.key] = _added(setting, found.get(setting.key))
    if select:
        found[("select",)] = Setting(("select",), list(select), ("optie --select",))
    if ignore:
        found[("ignore",)] = _added(Setting(("ignore",), list(ignore), ("optie --ignore",)), found[("ignore",)])
    order = list(dict.fromkeys(key[0] for key in found))
    return tuple(sorted(found.values(), key=lambda setting: (order.index(setting.key[0]), setting.key)))


def _defaults() -> Iterator[Setting]:
    plain = Config().model_dump(mode="json", by_alias=True)
    names = [str(field.alias) for name, field in Config.model_fields.items() if name not in _HIDDEN]
    for name in sorted(names, key=_TABLES.__contains__):
        if name not in _TABLES:
            yield Setting((name,), plain[name], (DEFAULT,))


def _profile(name: str) -> Iterator[Setting]:
    for rule, changed in profile(name).items():
        said = changed.model_dump(mode="json", exclude_defaults=True)
        for key, value in layers.leaves(said):
            yield Setting(("rules", rule, *map(str, key)), value, (f"profiel {name}",))


def _said(read: Iterable[Layer]) -> Iterator[Setting]:
    for layer in read:
        plain = {name: value for name, value in layer.data.items() if name != OVERRIDES}
        yield from _settings(layer, plain, ())


def _overridden(read: Iterable[Layer], wanted: Iterable[int]) -> Iterator[Setting]:
    """Yield what the overrides with the numbers ``wanted`` say; they are numbered through all files."""
    tables = [(layer, number) for layer in read for number in range(len(layer.data.get(OVERRIDES, ())))]
    for index in wanted:
        layer, number = tables[index]
        table = {name: value for name, value in layer.data[OVERRIDES][number].items() if name != "paths"}
        yield from _settings(layer, table, (OVERRIDES, number))


def _settings(layer: Layer, data: Mapping[str, Any], inside: Key) -> Iterator[Setting]:
    lines = layers.lines(layer.file)
    place = relative(str(layer.file.resolve()), Path.cwd())
    for key, value in layers.leaves(data):
        full = _in_file(layer, (*inside, *key))
        line = next(lines[full[:end]] for end in range(len(full), 0, -1) if full[:end] in lines)
        yield Setting(tuple(map(str, key)), value, (f"{place}:{line}",))


def _in_file(layer: Layer, key: Key) -> Key:
    """Return the key as the file has it, which may be an older name."""
    for new, old in layer.old_names.items():
        if key[: len(new)] == new:
            return (*old, *key[len(new) :])
    return key


def _added(setting: Setting, below: Setting | None) -> Setting:
    """Return ``setting``; what is ignored comes on top of what was ignored already."""
    if setting.key != ("ignore",) or below is None or not below.value:
        return setting
    return Setting(setting.key, [*below.value, *setting.value], (*below.origins, *setting.origins))
