"""The manifest of the VS Code extension says what the server and the project say."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic.fields import FieldInfo

from b1check import Severity
from lsp_server.app import create
from lsp_server.settings import EditorSettings, InlayHints

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "editors" / "vscode"
MANIFEST: dict[str, Any] = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
SETTINGS: dict[str, Any] = {
    name: about for group in MANIFEST["contributes"]["configuration"] for name, about in group["properties"].items()
}
# What only the extension uses; all else is for the server.
OWN = {"enabled", "languages", "markDifficultWords", "serverCommand", "python", "allowDownload", "installFrom"}
OWN |= {"trace.server"}


def _of_server() -> dict[str, FieldInfo]:
    fields = {about.alias or name: about for name, about in EditorSettings.model_fields.items()}
    del fields["inlayHints"]
    return fields | {f"inlayHints.{about.alias}": about for about in InlayHints.model_fields.values()}


def test_the_settings_are_those_of_the_server() -> None:
    assert set(SETTINGS) == {f"b1check.{name}" for name in {*_of_server(), *OWN}}


@pytest.mark.parametrize("name", sorted(_of_server()))
def test_a_setting_has_the_default_of_the_server(name: str) -> None:
    default = _of_server()[name].default
    told = SETTINGS[f"b1check.{name}"]["default"]
    assert told == (list(default) if isinstance(default, tuple) else default)


def test_a_writer_can_choose_what_the_server_knows() -> None:
    assert SETTINGS["b1check.profile"]["enum"] == list(get_args(EditorSettings.model_fields["profile"].annotation))
    assert SETTINGS["b1check.minSeverity"]["enum"] == [str(severity) for severity in Severity]


def test_all_defaults_together_are_good_settings() -> None:
    given: dict[str, Any] = {}
    for name, about in SETTINGS.items():
        *groups, last = name.removeprefix("b1check.").split(".")
        place = given
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = about["default"]
    assert EditorSettings.model_validate(given) == EditorSettings()


def test_no_setting_of_a_folder_chooses_a_program_unseen() -> None:
    limited = MANIFEST["capabilities"]["untrustedWorkspaces"]
    choosing = {name for name, about in SETTINGS.items() if about["scope"] == "machine-overridable"}
    assert limited["supported"] == "limited"
    assert set(limited["restrictedConfigurations"]) == choosing
    assert choosing == {f"b1check.{name}" for name in ("serverCommand", "python", "installFrom", "allowDownload")}


def test_commands_of_the_extension_and_of_the_server_have_other_names() -> None:
    # VS Code registers those of the server by itself; a name that is taken would stop the extension.
    own = {one["command"] for one in MANIFEST["contributes"]["commands"]}
    assert own.isdisjoint(create().protocol.fm.commands)


def test_the_extension_goes_with_this_version() -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    coming = written["tool"]["hatch"]["version"]["fallback-version"].removesuffix(".dev0")
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert MANIFEST["version"] == lock["version"] == lock["packages"][""]["version"] == coming
    assert MANIFEST["license"] in written["project"]["license"]
    assert (FOLDER / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_every_package_is_pinned_and_comes_from_a_registry() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    pinned = {**MANIFEST["dependencies"], **MANIFEST["devDependencies"]}
    assert all(version[0].isdigit() for version in pinned.values())
    for name, about in lock["packages"].items():
        if name:
            assert about["integrity"].startswith("sha512-"), name
            assert "resolved" not in about, f"{name} names an address"


def test_the_pages_show_pictures_that_are_there() -> None:
    pages = [FOLDER / "README.md", FOLDER / "package.json"]
    named = {
        part
        for page in pages
        for part in page.read_text(encoding="utf-8").replace("(", '"').replace(")", '"').split('"')
    }
    pictures = {part for part in named if part.startswith("media/")}
    assert pictures
    for picture in pictures:
        assert (FOLDER / picture).is_file(), picture
