"""Finds rule files, ours and those of packs, reads them and builds the detection of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from b1check import plugins
from b1check.errors import PluginError, RuleError
from b1check.findings import Severity
from b1check.rulebook import kinds, packs
from b1check.rulebook.match import Detection, Options, Reach
from b1check.rulebook.packs import Pack, rules_folder
from b1check.rulebook.spec import GROUPS, RuleSpec
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


@dataclass(frozen=True)
class Rulebook:
    """All rules that there are to choose from.

    Attributes:
        specs: every rule with its file, by name: ours first, then those of each pack.
        groups: titles of the groups by name, ours first.
        origin: the pack of every rule that is not ours.
        notes: Dutch lines about installed packages of which the rules cannot be used.
    """

    specs: Mapping[str, tuple[RuleSpec, Path]]
    groups: Mapping[str, str]
    origin: Mapping[str, Pack]
    notes: tuple[str, ...] = ()

    @cached_property
    def suppressible(self) -> Mapping[str, str]:
        """The group of every rule that a writer can switch off in a text: all but those about that itself."""
        return {name: spec.group for name, (spec, _) in self.specs.items() if spec.kind != kinds.SUPPRESSION}

    @cached_property
    def usual(self) -> frozenset[str]:
        """The names of the rules that are on by default."""
        return frozenset(name for name, (spec, _) in self.specs.items() if spec.on)


def rulebook(folders: Iterable[Path] = ()) -> Rulebook:
    """Return our own rules, those of the packs in ``folders``, and those of installed packages.

    What is wrong in a folder has to be repaired by the user, who named it. An installed package is somebody else's:
    when it is not right its rules are left out, with a line in :attr:`Rulebook.notes`, and the others go on.

    Raises:
        ConfigError: when a folder does not exist or holds no rules.
        RuleError: when a rule in ``folders`` is not right, or two have the same name.
    """
    named = [packs.in_folder(folder).folder for folder in folders]
    chosen = tuple(dict.fromkeys(folder for folder in named if folder != rules_folder()))
    book = combined(chosen)
    notes = []
    for plugin in plugins.installed(plugins.RULES):
        try:
            folder = packs.of_plugin(plugin).folder
            if folder not in {*chosen, rules_folder()}:
                book, chosen = _with_installed(folder, chosen), (*chosen, folder)
        except PluginError as error:
            notes.append(str(error))
        except RuleError as error:
            notes.append(str(plugin.failed(str(error))))
    return replace(book, notes=tuple(notes))


def _with_installed(folder: Path, others: tuple[Path, ...]) -> Rulebook:
    """Return the rules of ``others`` and those in ``folder``, after making sure that each of those can be built."""
    book = combined((*others, folder))
    for spec, path in specs(folder).values():
        build(spec, path)
    return book


def combined(folders: tuple[Path, ...]) -> Rulebook:
    """Return our own rules and those of the packs in ``folders``.

    Raises:
        RuleError: when a rule is not right, or two rules have the same name.
    """
    found = dict(specs())
    groups = dict(GROUPS)
    origin: dict[str, Pack] = {}
    for pack in map(packs.read, folders):
        for name, (spec, path) in specs(pack.folder).items():
            if name in found:
                raise RuleError(same_name(name, path, found[name][1]))
            found[name] = (spec, path)
            origin[name] = pack
        groups.update((group, title) for group, title in pack.own_groups.items() if group not in groups)
    for name in groups.keys() & found.keys():
        raise RuleError(
            f"De naam van de regel {found[name][1]} is al de naam van een groep. Geef de regel een andere naam."
        )
    return Rulebook(found, groups, origin)


def same_name(name: str, path: Path, other: Path) -> str:
    """Say that two files hold a rule of the same name, and what to do."""
    return (
        f"De regel {name} bestaat 2 keer: {path} en {other}. "
        "Geef een van de 2 een andere naam, ook in het bestand zelf (name)."
    )


def specs(folder: Path | None = None) -> Mapping[str, tuple[RuleSpec, Path]]:
    """Return all rules under ``folder`` (default: our own), by name in the order of group and name.

    Ours are read once; those of a pack every time, as somebody may be writing them.

    Raises:
        RuleError: when a file is not right, or two have the same name.
    """
    return _own_specs() if folder in {None, rules_folder()} else _specs(packs.read(folder))


@cache
def _own_specs() -> Mapping[str, tuple[RuleSpec, Path]]:
    return _specs(packs.read(rules_folder()))


def _specs(pack: Pack) -> Mapping[str, tuple[RuleSpec, Path]]:
    found: dict[str, tuple[RuleSpec, Path]] = {}
    for path in pack.files():
        spec = read_spec(path, pack.groups)
        if spec.name in found:
            raise RuleError(same_name(spec.name, path, found[spec.name][1]))
        found[spec.name] = (spec, path)
    return found


def read_spec(path: Path, groups: Mapping[str, str] = GROUPS) -> RuleSpec:
    """Read one rule file, of a rule in one of ``groups``.

    Raises:
        RuleError: when it is not TOML, misses something, or its name or group is not that of its place.
    """
    try:
        spec = RuleSpec.model_validate(packs.parse(path))
    except ValidationError as error:
        reason = explain(error, RuleSpec.model_fields)
        raise RuleError(f"Het regelbestand {path} is niet goed. {reason}") from error
    if spec.group not in groups:
        raise RuleError(
            f"Het regelbestand {path} is niet goed. De groep {spec.group} bestaat niet. Kies uit: {', '.join(groups)}. "
            f"Of geef uw eigen groep een titel in {packs.PACK_FILE}, bij [groups]."
        )
    if spec.kind not in kinds.NAMES:
        near = get_close_matches(spec.kind, kinds.NAMES, n=1)
        meant = f"Bedoelt u {near[0]}?" if near else f"Kies uit: {', '.join(kinds.NAMES)}."
        raise RuleError(f"Het regelbestand {path} is niet goed. Onbekende soort regel: {spec.kind}. {meant}")
    if spec.name != path.stem or spec.group != path.parent.name:
        raise RuleError(
            f"Het regelbestand {path} hoort {spec.group}/{spec.name}.toml te heten. "
            "Verander de naam of de map, of pas name en group in het bestand aan."
        )
    return spec


def build(spec: RuleSpec, path: Path, *, options: Mapping[str, Any] | None = None) -> Rule:
    """Make a rule ready to run, with ``options`` over those of its file.

    Raises:
        RuleError: when the kind or one of its options is unknown, or a word list is not right.
    """
    kind = kinds.get(spec.kind)
    chosen = settings(spec, path, options=options)
    try:
        return Rule(spec, kind.build(chosen, path.parent), kind.reach, path)
    except ValueError as error:  # what only shows when the options are put to use, such as a term that is none
        raise RuleError(f"De opties van de regel {spec.name} zijn niet goed. {error}") from error


def settings(spec: RuleSpec, path: Path, *, options: Mapping[str, Any] | None = None) -> Options:
    """Return the settings of a rule: those of its file, with ``options`` over them.

    Raises:
        RuleError: when one of them is unknown or not right.
    """
    kind = kinds.get(spec.kind)
    try:
        merged: Options = kind.options.model_validate({**spec.options, **(options or {})})
    except ValidationError as error:
        known = list(kind.options.model_fields)
        known += ["tip", "let_op", "fout"]
        where = "" if options else f" Kijk bij [options] in {path}."  # else the settings may be what is wrong
        reason = explain(error, known)
        raise RuleError(f"De opties van de regel {spec.name} zijn niet goed. {reason}{where}") from error
    return merged


def load(
    names: Iterable[str] | None = None,
    *,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    severities: Mapping[str, Severity] | None = None,
    book: Rulebook | None = None,
) -> tuple[Rule, ...]:
    """Build the rules called ``names``; by default all that are on.

    Args:
        names: names of rules.
        options: other options, by name of the rule.
        severities: other severities, by name of the rule.
        book: the rules to choose from; only our own when None.

    Raises:
        RuleError: when a rule is unknown or not right.
    """
    known = book.specs if book else specs()
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
