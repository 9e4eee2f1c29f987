"""The settings of a rule as values for people to read: name, type in Dutch, value, default and what it does."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from b1check.rulebook.match import Grades, Options, Regex

_PLAIN = {bool: "aan of uit (true of false)", int: "heel getal", float: "getal", str: "tekst"}
_LISTS = (tuple, frozenset)


@dataclass(frozen=True, slots=True)
class RuleOption:
    """A setting of a rule.

    Attributes:
        name: its name, with a dot for what stands inside a table.
        type: what kind of value it takes, in Dutch.
        value: its value in this rule, as JSON knows it; None when there is none.
        required: whether the kind of rule has no default for it.
        default: value when the rule says nothing.
        description: what it does; one or more Dutch sentences.
    """

    name: str
    type: str
    value: Any
    required: bool
    default: Any
    description: str


def describe(settings: Options) -> tuple[RuleOption, ...]:
    """Return the settings of a rule; grades become one setting for each severity."""
    return tuple(_options(settings))


def _options(settings: Options) -> Iterator[RuleOption]:
    for name, field in type(settings).model_fields.items():
        value, text = getattr(settings, name), field.description or ""
        if isinstance(value, Grades):
            defaults = None if field.is_required() else field.get_default(call_default_factory=True)
            for grade, inner in type(value).model_fields.items():
                yield RuleOption(
                    f"{name}.{grade}",
                    _name(inner.annotation),
                    getattr(value, grade),
                    required=False,
                    default=getattr(defaults, grade, None),
                    description=f"{text} {inner.description}".strip(),
                )
        else:
            default = None if field.is_required() else field.get_default(call_default_factory=True)
            yield RuleOption(name, _name(field.annotation), _plain(value), field.is_required(), _plain(default), text)


def _name(annotation: Any) -> str:
    """Return what a writer calls a value of this type."""
    origin, parts = get_origin(annotation), [part for part in get_args(annotation) if part not in (type(None), ...)]
    if origin is Annotated:
        return "patroon" if annotation == Regex else _name(parts[0])
    if origin in (Union, types.UnionType):
        return " of ".join(dict.fromkeys(map(_name, parts)))
    if origin is Literal:
        return f"keuze: {', '.join(str(part) for part in parts if part != '')}"
    if origin in _LISTS:
        return {"tekst": "lijst met teksten", "patroon": "lijst met patronen"}.get(_name(parts[0]), "lijst")
    if origin is not None and issubclass(origin, Mapping):
        return "tabel"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return f"keuze: {', '.join(annotation)}"
    return _PLAIN.get(annotation, "tabel")


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it; sets in order, and of the steps of a pattern only what was asked."""
    if isinstance(value, Options):
        return _plain(value.model_dump(exclude_defaults=True))
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value
