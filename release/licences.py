"""Checks that the licences of everything that b1check needs go together with its own.

    python release/licences.py            what is needed on any system, as far as it is installed here
    python release/licences.py --fetch    also what is not installed here: its metadata come from the package index
    python release/licences.py --list     package by package

Goes from the extras in ``pyproject.toml`` through what each package asks, for Linux, macOS and Windows and each Python
that b1check runs on, and ends with what ``lock.txt`` holds besides. ``licences.toml`` says which licences are accepted,
and why. Ends with 1 when a licence is not accepted or not known, and with ``--fetch`` also when a package was not
looked at. What is installed is looked at as it is; it can be newer than in the lock.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from functools import cache
from importlib import metadata
from itertools import product
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
FOR_DEVELOPERS = frozenset({"docs", "proofs", "test"})
"""Extras that no user installs, so nobody passes b1check on together with them."""
LOCK = "lock"
"""Stands for the extra of what only the lock names: something that is not installed here asks for it."""
_SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
)
_PYTHONS = (("3.11", "3.11.0"), ("3.12", "3.12.0"), ("3.13", "3.13.0"))
_ENVIRONMENTS = tuple(
    system
    | {"python_version": short, "python_full_version": full, "implementation_version": full}
    | {"platform_python_implementation": "CPython", "implementation_name": "cpython"}
    for system, (short, full) in product(_SYSTEMS, _PYTHONS)
)
_WHEELS_FOR = ((), ("--platform", "win_amd64"), ("--platform", "macosx_11_0_arm64"))
"""What to ask pip for a wheel: one for this system, or else one of a package that only others have."""
_PART = re.compile(r"\(|\)|[^\s()]+")

Look = Callable[[str], Message | None]
"""Gives the metadata of a package by its name; None when they are not to be had."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that is needed.

    Attributes:
        name: its name.
        extra: the extra that brings it; "" when b1check itself needs it.
        licence: as an SPDX expression; "" when its metadata do not tell.
        seen: whether its metadata were looked at.
        problem: why it is not accepted; "" when it is.
    """

    name: str
    extra: str
    licence: str = ""
    seen: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What ``licences.toml`` says."""

    accepted: Mapping[str, str]
    classifiers: Mapping[str, str]
    settled: Mapping[str, str]
    extra: Mapping[str, str]
    developers: Mapping[str, str]

    @classmethod
    def read(cls) -> Policy:
        """Read the file."""
        said = tomllib.loads((ROOT / "release" / "licences.toml").read_text(encoding="utf-8"))
        return cls(**said)


def packages(look: Look) -> Iterator[Package]:
    """Yield everything that b1check and its extras need, each package once: first what b1check itself needs."""
    policy = Policy.read()
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras: dict[str, list[str]] = {"": written["dependencies"]}
    # What users install goes first, so that a package that developers need as well is held to what holds for users.
    extras |= dict(sorted(written["optional-dependencies"].items(), key=lambda extra: extra[0] in FOR_DEVELOPERS))
    seen = {written["name"]}
    for extra, asked in [*extras.items(), (LOCK, [*locked()])]:
        for name in _needed(map(Requirement, asked), look):
            if name not in seen:
                seen.add(name)
                yield judged(name, extra, policy, look)


def locked() -> dict[str, str]:
    """Return the packages in the lock that some system needs, by name, each with its first version."""
    found: dict[str, str] = {}
    for line in (ROOT / "release" / "lock.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", " ")):
            requirement = Requirement(line.removesuffix("\\"))
            if any(_wanted(requirement, environment, {""}) for environment in _ENVIRONMENTS):
                found.setdefault(canonicalize_name(requirement.name), next(iter(requirement.specifier)).version)
    return found


def _needed(asked: Iterable[Requirement], look: Look) -> Iterator[str]:
    """Yield the names of what is asked, on any of our systems, and of what that needs itself."""
    met = {(number, canonicalize_name(one.name), frozenset(one.extras)) for number, one in _here(asked, {""})}
    waiting = deque(sorted(met, key=str))
    while waiting:
        number, name, extras = waiting.popleft()
        yield name
        about = look(name)
        more = (Requirement(text) for text in (about and about.get_all("Requires-Dist")) or [])
        for other, one in _here(more, {"", *extras}):
            place = (other, canonicalize_name(one.name), frozenset(one.extras))
            if other == number and place not in met:
                met.add(place)
                waiting.append(place)


def _here(asked: Iterable[Requirement], extras: Collection[str]) -> Iterator[tuple[int, Requirement]]:
    """Yield every requirement with the number of each environment that it holds for."""
    for requirement in asked:
        for number, environment in enumerate(_ENVIRONMENTS):
            if _wanted(requirement, environment, extras):
                yield number, requirement


def _wanted(requirement: Requirement, environment: dict[str, str], extras: Collection[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in extras)


def judged(name: str, extra: str, policy: Policy, look: Look) -> Package:
    """Return the package called ``name`` with what ``policy`` says of it."""
    about = look(name)
    if about is None:
        return Package(name, extra, seen=False)
    licence = policy.settled.get(name) or _licence(about, policy)
    if not licence:
        return Package(
            name, extra, problem="its metadata name no licence that we know; see [settled] and [classifiers]"
        )
    exceptions = policy.developers if extra in FOR_DEVELOPERS else policy.extra if extra else {}
    if accepts(licence, policy.accepted) or exceptions.get(name) == licence:
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


def _licence(about: Message, policy: Policy) -> str:
    """Return the licence that a package names: as an expression, else by its classifiers, of which we know all."""
    if expression := about.get("License-Expression"):
        return str(expression)
    named = [one for one in about.get_all("Classifier") or [] if one.startswith("License :: ")]
    if named:
        return " AND ".join(policy.classifiers[one] for one in named) if set(named) <= set(policy.classifiers) else ""
    short = str(about.get("License") or "")
    return short if all(part in {*policy.accepted, "AND", "OR"} for part in _PART.findall(short)) else ""


def installed(name: str) -> Message | None:
    """Return the metadata of a package that is installed here."""
    try:
        return metadata.metadata(name)  # type: ignore[return-value]  # it is one, and typed as less
    except metadata.PackageNotFoundError:
        return None


@cache
def fetched(name: str) -> Message | None:
    """Return the metadata of a package that is installed here, or else of the version in the lock, with pip."""
    if (about := installed(name)) or name not in locked():
        return about
    for wheel_for in _WHEELS_FOR:
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
            asked = [*wheel_for, "--dest", folder, f"{name}=={locked()[name]}"]
            subprocess.run([*command, *asked], capture_output=True, check=False)
            for wheel in Path(folder).glob("*.whl"):
                with zipfile.ZipFile(wheel) as files:
                    (path,) = (one for one in files.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", one))
                    return BytesParser().parsebytes(files.read(path))
    return None


def main() -> None:
    """Print what is wrong, or everything; end with 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print every package with its licence")
    parser.add_argument("--fetch", action="store_true", help="look at what is not installed here too, with pip")
    options = parser.parse_args()
    found = list(packages(fetched if options.fetch else installed))
    for package in found:
        if options.list or package.problem or not package.seen:
            by = f" (extra {package.extra})" if package.extra else ""
            said = package.licence if package.seen else "not looked at, because it is not installed here"
            print(f"{package.name}{by}: {said}{package.problem and f' - {package.problem}'}")
    unseen = sum(not package.seen for package in found)
    wrong = sum(bool(package.problem) for package in found)
    print(f"looked at {len(found) - unseen} of {len(found)} packages that some system needs; {wrong} with a problem")
    sys.exit(1 if wrong or (options.fetch and unseen) else 0)


if __name__ == "__main__":
    main()
