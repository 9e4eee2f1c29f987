"""What a rule is about, as values for people to read: in the terminal, the editor and the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from b1check.errors import RuleError
from b1check.findings import Applicability, Severity, Span
from b1check.rulebook import kinds
from b1check.rulebook.load import specs
from b1check.rulebook.spec import GROUPS, Example, RuleSpec


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A text that shows what a rule finds, or what it leaves alone.

    Attributes:
        text: the text.
        spans: the words that the rule finds; empty in a good example.
        fix: the text after the fix, or None.
        why: what a good example shows.
    """

    text: str
    spans: tuple[Span, ...]
    fix: str | None
    why: str


@dataclass(frozen=True, slots=True)
class RuleOption:
    """A setting of a rule: its name, with a dot for what stands inside a table, and its value by default."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Explanation:
    """All about one rule.

    Attributes:
        name: name of the rule.
        title: a few words for lists.
        group: name of its group.
        group_title: title of its group.
        severity: of its findings; some rules grade them.
        on: whether it is on by default.
        fix: what may be done with its fixes.
        message: what it says at the words; ``{...}`` stands for what differs.
        why: what the reader stumbles over.
        sources: where the rule comes from.
        bad: texts in which it finds something.
        good: texts that are right.
        options: its settings.
    """

    name: str
    title: str
    group: str
    group_title: str
    severity: Severity
    on: bool
    fix: Applicability
    message: str
    why: str
    sources: tuple[str, ...]
    bad: tuple[RuleExample, ...]
    good: tuple[RuleExample, ...]
    options: tuple[RuleOption, ...]


def explain(name: str) -> Explanation:
    """Explain the rule called ``name``.

    Raises:
        RuleError: when there is no such rule.
    """
    known = specs()
    if name not in known:
        raise RuleError(f"De regel {name} bestaat niet. {_hint(name)}")
    return _explanation(known[name][0])


def explain_all() -> tuple[Explanation, ...]:
    """Explain all rules, in the order of their groups and names."""
    order = list(GROUPS)
    every = [spec for spec, _ in specs().values()]
    return tuple(_explanation(spec) for spec in sorted(every, key=lambda spec: (order.index(spec.group), spec.name)))


def rule_file(name: str) -> Path | None:
    """Return the file of the rule called ``name``, with its reason, sources and examples; None without such a rule."""
    known = specs()
    return known[name][1] if name in known else None


def _hint(name: str) -> str:
    see_all = "Bekijk alle regels met: b1check rule --list"
    if name in GROUPS:
        return f"Het is wel de naam van een groep. {see_all}"
    near = get_close_matches(name, specs(), n=3)
    near += [known for known in specs() if name in known and known not in near]
    return f"Bedoelt u {' of '.join(near[:3])}?" if near else see_all


def _explanation(spec: RuleSpec) -> Explanation:
    settings = kinds.get(spec.kind).options.model_validate(spec.options)
    return Explanation(
        name=spec.name,
        title=spec.title,
        group=spec.group,
        group_title=GROUPS[spec.group],
        severity=spec.severity,
        on=spec.on,
        fix=spec.fix,
        message=spec.message,
        why=spec.why,
        sources=spec.sources,
        bad=tuple(map(_example, spec.bad)),
        good=tuple(map(_example, spec.good)),
        options=tuple(RuleOption(name, value) for name, value in _flat(settings.model_dump())),
    )


def _example(example: Example) -> RuleExample:
    return RuleExample(example.plain, tuple(Span(*span) for span in example.spans), example.fix, example.why)


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the settings that have a value, those inside a table with the name of the table in front."""
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif value is not None:
            yield f"{prefix}{name}", _plain(value)


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it; sets in order, and of the steps of a pattern only what was asked."""
    if isinstance(value, Set):
        return sorted(value)
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items() if part not in (None, (), frozenset())}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value
