"""What a release rests on: one version everywhere, a lock that is up to date, and licences that go together."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from email.message import Message
from importlib import metadata, util
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import b1check

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def coming() -> str:
    """Return the version that comes next, as pyproject.toml says."""
    version: str = PROJECT["tool"]["hatch"]["version"]["fallback-version"]
    assert version.endswith(".dev0")
    return version.removesuffix(".dev0")


def test_the_version_is_the_one_that_was_installed() -> None:
    assert b1check.__version__ == metadata.version("b1check")
    assert Version(b1check.__version__) >= Version("0.1.0.dev0")


def test_a_copy_that_nobody_installed_has_a_version_too() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import b1check; print(b1check.__version__)"
    done = subprocess.run([sys.executable, "-S", "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0+onbekend\n"


def test_the_coming_version_is_the_same_everywhere() -> None:
    publiccode = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    extension = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text(encoding="utf-8"))
    assert {publiccode["softwareVersion"], extension["version"]} == {coming()}


def test_the_pages_say_how_to_get_the_project_as_long_as_it_has_no_address() -> None:
    publiccode = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    published = "example.org" not in publiccode["url"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert ("Met `pip install b1check` kan het nog niet" in readme) is not published
    pages = [readme, *(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))]
    cloned = {address for page in pages for address in re.findall(r"git clone (http\S+)", page)}
    assert cloned <= {publiccode["url"]} if published else not cloned


def locked() -> dict[str, set[str]]:
    """Return the versions in the lock by name; a package can have another one for each Python or system."""
    versions: dict[str, set[str]] = {}
    for line in (ROOT / "release" / "lock.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", " ")):
            requirement = Requirement(line.removesuffix("\\"))
            (specifier,) = requirement.specifier
            assert specifier.operator == "=="
            versions.setdefault(canonicalize_name(requirement.name), set()).add(specifier.version)
    return versions


def asked() -> list[Requirement]:
    project = PROJECT["project"]
    return [
        Requirement(text)
        for texts in (project["dependencies"], *project["optional-dependencies"].values())
        for text in texts
    ]


@pytest.mark.parametrize("requirement", asked(), ids=str)
def test_the_lock_has_what_pyproject_asks(requirement: Requirement) -> None:
    if canonicalize_name(requirement.name) == "b1check":  # an extra that brings other extras
        return
    versions = locked().get(canonicalize_name(requirement.name), set())
    assert versions, "not in release/lock.txt: run release/lock.sh"
    assert all(requirement.specifier.contains(version) for version in versions), "run release/lock.sh"


def test_every_package_in_the_lock_has_a_hash() -> None:
    text = (ROOT / "release" / "lock.txt").read_text(encoding="utf-8")
    blocks = [block for block in text.split("\n") if block and not block.startswith(("#", " "))]
    assert all(line.endswith("\\") for line in blocks)
    assert "://" not in text  # no address of a registry of one's own


def script(name: str) -> ModuleType:
    """Return a script in the folder ``release`` as a module."""
    spec = util.spec_from_file_location(f"release_{name}", ROOT / "release" / f"{name}.py")
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    """What holds the licences of packages to ours."""
    return script("licences")


def test_the_licences_of_what_we_need_go_with_ours(licences: ModuleType) -> None:
    """Without a network; ``.ci/run`` also looks at what is not installed, with ``--fetch``."""
    found = list(licences.packages(licences.installed))
    assert [(one.name, one.licence, one.problem) for one in found if one.problem] == []
    assert {"spacy", "numpy", "pydantic", "pygls"} <= {one.name for one in found if one.seen}
    assert len({one.name for one in found}) == len(found) > 100
    assert {one.name for one in found if not one.seen and not one.extra} <= {"colorama"}  # for Windows only


def test_no_package_of_the_lock_is_left_out_on_any_system(licences: ModuleType) -> None:
    names = {one.name for one in licences.packages(licences.installed)}
    assert names == licences.locked().keys() - {"pip"}
    assert "colorama" in names  # for Windows
    assert "httpx2-jsfetch" not in names  # for browsers


def told(**lines: str) -> Message:
    about = Message()
    for name, value in lines.items():
        about[name.replace("_", "-")] = value
    return about


def test_what_a_package_needs_is_followed_with_extras_on_every_system(licences: ModuleType) -> None:
    known = {
        "a": told(Requires_Dist="b[meer]; sys_platform == 'win32'"),
        "b": told(Requires_Dist="c; extra == 'meer' and sys_platform == 'win32'"),
        "c": told(Requires_Dist="d; sys_platform == 'linux'"),
    }
    assert set(licences._needed([Requirement("a")], known.get)) == {"a", "b", "c"}
    assert set(licences._needed([Requirement("b")], known.get)) == {"b"}
    assert set(licences._needed([Requirement("c")], known.get)) == {"c", "d"}


@pytest.mark.parametrize(
    ("licence", "holds"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT OR GPL-3.0-only", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT AND (GPL-3.0-only OR ISC)", True),
        ("MIT AND GPL-3.0-only OR ISC", True),
        ("MIT OR ISC AND GPL-3.0-only", True),
        ("(MIT OR ISC) AND GPL-3.0-only", False),
    ],
)
def test_an_expression_holds_when_somebody_can_follow_it(licences: ModuleType, licence: str, holds: bool) -> None:
    assert licences.accepts(licence, {"MIT", "ISC"}) is holds


@pytest.mark.parametrize("licence", ["", "MIT AND", "(MIT", "MIT)", "MIT WITH uitzondering"])
def test_what_is_no_expression_is_refused(licences: ModuleType, licence: str) -> None:
    with pytest.raises(ValueError, match="SPDX"):
        licences.accepts(licence, {"MIT"})


def test_a_licence_that_an_extra_may_have_is_not_for_b1check_itself(licences: ModuleType) -> None:
    gpl = {"x": "GPL-3.0-only"}
    known = {"x": told(License_Expression="GPL-3.0-only"), "y": told(Classifier="License :: Van onszelf")}
    policy = licences.Policy(accepted={"MIT": ""}, classifiers={}, settled={}, extra=gpl, developers={})
    assert licences.judged("x", "", policy, known.get).problem == "not accepted"
    assert licences.judged("x", "languagetool", policy, known.get).problem == ""
    assert licences.judged("x", "docs", policy, known.get).problem == "not accepted"
    assert licences.judged("x", "docs", replace(policy, developers=gpl), known.get).problem == ""
    assert licences.judged("x", "web", replace(policy, extra={}, developers=gpl), known.get).problem == "not accepted"
    assert "no licence that we know" in licences.judged("y", "", policy, known.get).problem
    assert not licences.judged("bestaat-niet", "languagetool", policy, known.get).seen


def test_an_extra_that_we_do_not_know_is_one_for_users(licences: ModuleType) -> None:
    assert PROJECT["project"]["optional-dependencies"].keys() > licences.FOR_DEVELOPERS


@pytest.fixture
def bill() -> ModuleType:
    """What holds the bill of materials to an environment."""
    return script("bill")


def test_a_bill_of_materials_names_what_is_installed(bill: ModuleType) -> None:
    made = {
        "metadata": {"component": {"name": "b1check", "version": "1.0", "licenses": [{}]}},
        "components": [{"name": "Smart_Open", "licenses": [{}]}],
    }
    assert bill.wrong(made, {"b1check": "1.0", "smart-open": "7", "pip": "24"}) == []
    assert bill.wrong(made, {"b1check": "2.0", "numpy": "2"}) == [
        "it is about b1check 1.0, and installed is 2.0",
        "numpy is installed and not in it",
        "smart-open is in it and not installed",
    ]
    made["components"] = [{"name": "numpy"}]
    assert bill.wrong(made, {"b1check": "1.0", "numpy": "2"}) == ["numpy has no licence in it"]


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_the_release_job_runs_scripts_that_are_there(name: str) -> None:
    text = (ROOT / "release" / name).read_text(encoding="utf-8")
    jobs = yaml.safe_load(text).get("jobs") or yaml.safe_load(text)
    assert {"build", "publish"} <= set(jobs)
    used = set(re.findall(r"(?:release/|\.ci/)[\w.]+", text)) - {f"release/{name}"}
    assert {".ci/run", "release/build.sh", "release/try.sh"} <= used
    for path in used:
        assert os.access(ROOT / path, os.X_OK) or path.startswith("release/git"), path


def test_the_release_job_takes_no_action_that_somebody_can_change() -> None:
    text = (ROOT / "release" / "github.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == 5
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_the_pythons_to_try_are_those_that_pyproject_promises() -> None:
    text = (ROOT / "release" / "pythons.sh").read_text(encoding="utf-8")
    versions = re.findall(r"for version in (.*); do", text)[0].split()
    assert PROJECT["project"]["requires-python"] == f">={versions[0]}"
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    if here in versions and os.name != "nt":
        done = subprocess.run([ROOT / "release" / "pythons.sh"], capture_output=True, text=True, check=True)
        assert here in [line.split(" ")[0] for line in done.stdout.splitlines()]
