"""Finds rule files, reads them and builds the detection of each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from b1check.errors import RuleError
from b1check.findings import Severity
from b1check.rulebook import kinds
from b1check.rulebook.match import Detection, Reach
from b1check.rulebook.spec import RuleSpec
from b1check.validation import explain


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that is ready to run.

    Attributes:
        spec: what its file says.
        detection: how it finds its matches.
        reach: how much text its findings are about.
        path: its file.
    """

    spec: RuleSpec
    detection: Detection
    reach: Reach
    path: Path

    @property
    def name(self) -> str:
        """The name of the rule, such as ``lange-zin``."""
        return self.spec.name


def rules_folder() -> Path:
    """Return the folder with our own rules: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


@cache
def specs(folder: Path | None = None) -> Mapping[str, tuple[RuleSpec, Path]]:
    """Read all rule files under ``folder`` (default: our own), by name in the order of group and name.

    Raises:
        RuleError: when a file is not right, or two have the same name.
    """
    found: dict[str, tuple[RuleSpec, Path]] = {}
    for path in sorted((folder or rules_folder()).glob("*/*.toml")):
        spec = read_spec(path)
        if spec.name in found:
            raise RuleError(f"De regel {spec.name} bestaat 2 keer: {path} en {found[spec.name][1]}.")
        found[spec.name] = (spec, path)
    return found


def read_spec(path: Path) -> RuleSpec:
    """Read one rule file.

    Raises:
        RuleError: when it is not TOML, misses something, or its name or group is not that of its place.
    """
    try:
        spec = RuleSpec.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        reason = explain(error) if isinstance(error, ValidationError) else str(error)
        raise RuleError(f"Het regelbestand {path} is niet goed. {reason}") from error
    if spec.name != path.stem or spec.group != path.parent.name:
        raise RuleError(f"Het regelbestand {path} hoort {spec.group}/{spec.name}.toml te heten.")
    return spec


def build(spec: RuleSpec, path: Path, *, options: Mapping[str, Any] | None = None) -> Rule:
    """Make a rule ready to run, with ``options`` over those of its file.

    Raises:
        RuleError: when the kind or one of its options is unknown, or a word list is not right.
    """
    kind = kinds.get(spec.kind)
    try:
        settings = kind.options.model_validate({**spec.options, **(options or {})})
    except ValidationError as error:
        known = list(kind.options.model_fields)
        known += ["tip", "let_op", "fout"]
        raise RuleError(f"De opties van de regel {spec.name} zijn niet goed. {explain(error, known)}") from error
    return Rule(spec, kind.build(settings, path.parent), kind.reach, path)


def load(
    names: Iterable[str] | None = None,
    *,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    severities: Mapping[str, Severity] | None = None,
) -> tuple[Rule, ...]:
    """Build the rules called ``names``; by default all that are on.

    Args:
        names: names of rules.
        options: other options, by name of the rule.
        severities: other severities, by name of the rule.

    Raises:
        RuleError: when a rule is unknown or not right.
    """
    known = specs()
    wanted = [name for name, (spec, _) in known.items() if spec.on] if names is None else list(names)
    rules = []
    for name in wanted:
        if name not in known:
            raise RuleError(f"De regel {name} bestaat niet. Bekijk alle regels met: b1check rule --list")
        spec, path = known[name]
        if severities and name in severities:
            spec = spec.model_copy(update={"severity": severities[name]})
        rules.append(build(spec, path, options=(options or {}).get(name)))
    return tuple(rules)
