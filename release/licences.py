"""Checks that the licences of everything that b1check needs go together with its own.

    python release/licences.py            what b1check needs, and what its extras bring
    python release/licences.py --list     the same, package by package

Looks at what is installed in the environment of this Python. ``licences.toml`` says which licences are accepted, and
why. Ends with 1 when a licence is not accepted or not known, or when something that b1check itself needs is missing.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
FOR_DEVELOPERS = frozenset({"docs", "proofs", "release", "test"})
"""Extras that no user installs."""
_PART = re.compile(r"\(|\)|[^\s()]+")


@dataclass(frozen=True, slots=True)
class Package:
    """A package that is needed.

    Attributes:
        name: its name.
        extra: the extra that brings it; "" when b1check itself needs it.
        licence: as an SPDX expression; "" when its metadata do not tell.
        installed: whether it is in this environment.
        problem: why it is not accepted; "" when it is.
    """

    name: str
    extra: str
    licence: str = ""
    installed: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What ``licences.toml`` says."""

    accepted: Mapping[str, str]
    classifiers: Mapping[str, str]
    settled: Mapping[str, str]
    extra: Mapping[str, str]

    @classmethod
    def read(cls) -> Policy:
        """Read the file."""
        said = tomllib.loads((ROOT / "release" / "licences.toml").read_text(encoding="utf-8"))
        return cls(**said)


def packages() -> Iterator[Package]:
    """Yield everything that b1check and its extras need, each package once: first what b1check itself needs."""
    policy = Policy.read()
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras: dict[str, list[str]] = {"": written["dependencies"]}
    extras |= {name: asked for name, asked in written["optional-dependencies"].items() if name not in FOR_DEVELOPERS}
    seen: set[str] = set()
    for extra, asked in extras.items():
        for name in _needed(map(Requirement, asked), seen):
            yield judged(name, extra, policy)


def _needed(asked: Iterable[Requirement], seen: set[str]) -> Iterator[str]:
    """Yield the names of what is asked, and of what that needs itself."""
    for requirement in asked:
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        name = canonicalize_name(requirement.name)
        extras = {"", *requirement.extras}
        try:
            more = [Requirement(text) for text in metadata.requires(name) or []]
        except metadata.PackageNotFoundError:
            more = []
        wanted = [one for one in more if not one.marker or any(one.marker.evaluate({"extra": e}) for e in extras)]
        for one in wanted:
            one.marker = None
        if name not in seen:
            seen.add(name)
            yield name
            yield from _needed(wanted, seen)


def judged(name: str, extra: str, policy: Policy) -> Package:
    """Return the package called ``name`` with what ``policy`` says of it."""
    try:
        licence = policy.settled.get(name) or _licence(metadata.metadata(name), policy)
    except metadata.PackageNotFoundError:
        return Package(name, extra, installed=False, problem="" if extra else "not installed here")
    if not licence:
        return Package(
            name, extra, problem="its metadata name no licence that we know; see [settled] and [classifiers]"
        )
    if accepts(licence, policy.accepted) or (extra and policy.extra.get(name) == licence):
        return Package(name, extra, licence)
    return Package(name, extra, licence, problem="not accepted")


def accepts(licence: str, accepted: Collection[str]) -> bool:
    """Tell whether an SPDX expression holds: of OR one part, of AND all parts.

    Raises:
        ValueError: when it is no such expression.
    """
    parts = deque(_PART.findall(licence))

    def alternatives() -> bool:
        holds = together()
        while parts and parts[0].upper() == "OR":
            parts.popleft()
            holds = together() or holds  # in this order: the rest has to be read in any case
        return holds

    def together() -> bool:
        holds = one()
        while parts and parts[0].upper() == "AND":
            parts.popleft()
            holds = one() and holds
        return holds

    def one() -> bool:
        if not parts:
            raise ValueError(f"no SPDX expression: {licence}")
        name = parts.popleft()
        if name == "(":
            holds = alternatives()
            if not parts or parts.popleft() != ")":
                raise ValueError(f"no SPDX expression: {licence}")
            return holds
        return name in accepted

    holds = alternatives()
    if parts:  # such as an exception, after WITH
        raise ValueError(f"no SPDX expression that we can read: {licence}")
    return holds


def _licence(about: metadata.PackageMetadata, policy: Policy) -> str:
    """Return the licence that a package names: as an expression, else by its classifiers, of which we know all."""
    if expression := about.get("License-Expression"):
        return str(expression)
    named = [one for one in about.get_all("Classifier") or [] if one.startswith("License :: ")]
    if named:
        return " AND ".join(policy.classifiers[one] for one in named) if set(named) <= set(policy.classifiers) else ""
    short = str(about.get("License") or "")
    return short if all(part in {*policy.accepted, "AND", "OR"} for part in _PART.findall(short)) else ""


def main() -> None:
    """Print what is wrong, or everything; end with 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print every package with its licence")
    options = parser.parse_args()
    found = list(packages())
    for package in found:
        if options.list or package.problem:
            by = f" (extra {package.extra})" if package.extra else ""
            said = package.licence if package.installed else "not installed here, so not checked"
            print(f"{package.name}{by}: {said}{package.problem and f' - {package.problem}'}")
    wrong = sum(bool(package.problem) for package in found)
    checked = sum(package.installed for package in found)
    print(f"{checked} of {len(found)} packages are installed here; {wrong} with a problem")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
