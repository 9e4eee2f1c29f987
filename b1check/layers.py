"""A file with settings and the files that it extends, as they stand on disk; ``config`` says what they may hold.

Settings of the file that extends another go over those of the other: tables are merged key by key, any other value
takes the place of the whole value below it. ``overrides`` are about paths, so those of both files hold, the extended
first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from b1check.errors import ConfigError
from b1check.validation import toml_reason

PYPROJECT = "pyproject.toml"
EXTEND = "extend"
OVERRIDES = "overrides"

Key = tuple[str | int, ...]
"""Where a value stands: the names of its tables and its own; a number counts the tables of an array, from 0."""

RENAMED: Mapping[tuple[str, ...], tuple[str, ...]] = {}
"""New names by old ones, such as ``("level",): ("fail-on",)`` or ``("rules", "old"): ("rules", "new")``.

A rule that got another name is known by its old one in ``select`` and ``ignore`` as well. An entry stays for as long
as files with the old name may be around: at least until the next major version.
"""

_SECTION = ("tool", "b1check")
_OTHER_NAME = "In {file}, regel {line}: {old} heet nu {new}. Verander de naam; de oude werkt straks niet meer."
_BOTH = "In {file}, regel {line}: {old} heet nu {new}. Dat staat er ook, dus {old} telt niet mee. Haal het weg."


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file says.

    Attributes:
        file: the file.
        data: its settings, with the new names; without ``extend``.
        notes: Dutch remarks about names that have changed.
        old_names: the key that each renamed key has in the file.
    """

    file: Path
    data: Mapping[str, Any]
    notes: tuple[str, ...]
    old_names: Mapping[Key, Key]


def holds_settings(file: Path) -> bool:
    """Tell whether ``file``, a ``pyproject.toml``, says something about b1check.

    Raises:
        ConfigError: when it cannot be read.
    """
    return "b1check" in parse(file).get("tool", {})


def read(file: Path) -> tuple[Layer, ...]:
    """Return what ``file`` says, after what the files that it extends say.

    Raises:
        ConfigError: when a file cannot be read, or extends itself by way of others.
    """
    layers: list[Layer] = []
    chain: list[Path] = []
    following: Path | None = file
    while following:
        place = following.resolve()
        if place in chain:
            loop = " → ".join(str(one) for one in (*chain[chain.index(place) :], place))
            raise ConfigError(f"Deze bestanden verwijzen naar elkaar met extend: {loop}. Haal extend in 1 ervan weg.")
        chain.append(place)
        layer, following = _layer(following)
        layers.append(layer)
    return tuple(reversed(layers))


def merge(layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the settings of all ``layers``; a later one goes over those before it."""
    merged: dict[str, Any] = {}
    for data in layers:
        merged = _over(data, merged)
    return merged


def parse(file: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        ConfigError: when it cannot be read, or is no TOML; says where.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"Het bestand {file} is niet te lezen als TOML. {toml_reason(error)}") from error
    except RecursionError as error:
        raise ConfigError(f"Het bestand {file} is niet te lezen als TOML. Er staan te veel haken in elkaar.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"Het bestand {file} is niet te lezen als TOML. Bewaar het als tekst in UTF-8.") from error
    except OSError as error:
        raise ConfigError(f"Het bestand {file} is niet te lezen. Kijk of u het mag openen.") from error


def lines(file: Path) -> dict[Key, int]:
    """Return on which line (from 1) each key of the settings in ``file`` stands.

    The parser of the standard library does not tell. But a statement is the fewest lines that are TOML by themselves,
    so that parser can say what each stretch of lines holds.

    Raises:
        ConfigError: when the file cannot be read.
    """
    parse(file)  # what follows needs a file that is right
    found: dict[Key, int] = {}
    table: Key = ()
    counts: dict[Key, int] = {}
    for line, statement in _statements(file.read_text(encoding="utf-8").splitlines()):
        data = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            name = next(_leaves(data, through_arrays=False))
            inside = _numbered(name, counts)
            if statement.lstrip().startswith("[["):
                counts[inside] = counts.get(inside, -1) + 1
                inside = (*inside, counts[inside])
            table = inside
            found.setdefault(table, line)
        else:
            for key in _keys(data):
                found.setdefault((*table, *key), line)
    if file.name != PYPROJECT:
        return found
    depth = len(_SECTION)
    return {key[depth:]: line for key, line in found.items() if key[:depth] == _SECTION and len(key) > depth}


def leaves(data: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    """Yield every value in ``data`` with its key; an array of tables is a table for each number."""
    for key in _leaves(data, through_arrays=True):
        value: Any = data
        for part in key:
            value = value[part]
        yield key, value


def _layer(file: Path) -> tuple[Layer, Path | None]:
    """Return what ``file`` says, and the file that it extends."""
    data = parse(file)
    if file.name == PYPROJECT:
        data = data.get("tool", {}).get("b1check", {})
    data, notes, old_names = _with_new_names(file, data)
    base = data.pop(EXTEND, None)
    layer = Layer(file, data, notes, old_names)
    if base is None:
        return layer, None
    if not isinstance(base, str) or not base.strip():
        raise ConfigError(f"Het bestand {file} is niet goed. Noem bij extend 1 bestand, zoals: ../b1check.toml")
    extended = file.parent / Path(base).expanduser()
    if not extended.is_file():
        raise ConfigError(
            f"Het bestand {extended} bestaat niet. Het staat bij extend in {file}. "
            f"De naam telt vanaf de map van dat bestand."
        )
    return layer, extended


def _with_new_names(file: Path, data: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...], dict[Key, Key]]:
    changed = merge([data])
    notes: list[str] = []
    old_names: dict[Key, Key] = {}
    known_lines: dict[Key, int] = {}
    for old, new in RENAMED.items():
        value = _take(changed, old)
        if value is not None:
            known_lines = known_lines or lines(file)
            both = _get(changed, new) is not None
            told = _BOTH if both else _OTHER_NAME
            line = min(number for key, number in known_lines.items() if key[: len(old)] == old)
            notes.append(told.format(file=file, line=line, old=".".join(old), new=".".join(new)))
            if not both:
                changed = _over(_nested(new, value), changed)
                old_names[new] = old
    rules = {old[1]: new[1] for old, new in RENAMED.items() if len(old) == len(new) == 2 and old[0] == "rules"}
    for key in ("select", "ignore"):
        for old_rule in rules.keys() & set(changed.get(key, ())):
            changed[key] = [rules.get(name, name) for name in changed[key]]
            line = lines(file)[(key,)]
            notes.append(_OTHER_NAME.format(file=file, line=line, old=old_rule, new=rules[old_rule]))
    return changed, tuple(notes), old_names


def _take(data: dict[str, Any], key: Sequence[str]) -> Any:
    """Take the value at ``key`` out of ``data``, which is a copy down to its tables; None when there is none."""
    *tables, name = key
    table = _get(data, tables)
    return table.pop(name, None) if isinstance(table, dict) else None


def _get(data: Any, key: Sequence[str]) -> Any:
    for part in key:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data


def _nested(key: Sequence[str], value: Any) -> dict[str, Any]:
    for part in reversed(key):
        value = {part: value}
    nested: dict[str, Any] = value
    return nested


def _over(upper: Mapping[str, Any], lower: Mapping[str, Any], *, top: bool = True) -> dict[str, Any]:
    merged = dict(lower)
    for name, value in upper.items():
        below = merged.get(name)
        if isinstance(value, Mapping):
            merged[name] = _over(value, below if isinstance(below, Mapping) else {}, top=False)
        elif top and name == OVERRIDES and isinstance(value, list) and isinstance(below, list):
            merged[name] = [*below, *value]
        else:
            merged[name] = value
    return merged


def _statements(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield every statement in a right TOML file with the number of its first line."""
    start = 0
    for end, row in enumerate(rows):
        statement = "\n".join(rows[start : end + 1])
        if not statement.strip() or (end == start and row.lstrip().startswith("#")):
            start = end + 1
        # Only the first line of a long list is looked at again for each of its lines, and most of those end so.
        elif (end == start or not row.rstrip().endswith(",")) and _is_toml(statement):
            yield start + 1, statement
            start = end + 1


def _is_toml(statement: str) -> bool:
    try:
        tomllib.loads(statement)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _keys(data: Mapping[str, Any]) -> Iterator[Key]:
    """Yield the key of every value in ``data`` and of every table in it."""
    for name, value in data.items():
        yield (name,)
        if isinstance(value, Mapping):
            yield from ((name, *key) for key in _keys(value))
        elif _is_array_of_tables(value):
            for number, table in enumerate(value):
                yield (name, number)
                yield from ((name, number, *key) for key in _keys(table))


def _leaves(data: Mapping[str, Any], *, through_arrays: bool) -> Iterator[Key]:
    for name, value in data.items():
        if isinstance(value, Mapping) and value:
            yield from ((name, *key) for key in _leaves(value, through_arrays=through_arrays))
        elif through_arrays and _is_array_of_tables(value):
            for number, table in enumerate(value):
                yield from ((name, number, *key) for key in _leaves(table, through_arrays=True))
        else:
            yield (name,)


def _is_array_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(table, Mapping) for table in value)


def _numbered(name: Key, counts: Mapping[Key, int]) -> Key:
    """Return the name of a table with the number of each array of tables that it stands in."""
    key: Key = ()
    for index, part in enumerate(name):
        key = (*key, part)
        if index < len(name) - 1 and key in counts:
            key = (*key, counts[key])
    return key
