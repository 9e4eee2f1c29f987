"""The files with which others run b1check in GitHub, GitLab and pre-commit: their scripts run here with a shell."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from b1check.cli import command
from b1check.documents.readers import SUFFIXES
from b1check.documents.writers import _WRITERS

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, JOBS = yaml.safe_load_all((ROOT / "templates" / "b1check.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")

CHECK = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
HOSTILE = "$(touch gelukt) `touch gelukt`; touch gelukt \"' é"
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def options_of(name: str) -> set[str]:
    """The options of a subcommand, as a user writes them."""
    assert isinstance(command, click.Group)
    subcommand = command.get_command(click.Context(command), name)
    assert subcommand
    return {option for param in subcommand.params for option in param.opts}


@pytest.fixture
def spy(tmp_path: Path) -> Path:
    """A program that writes down its arguments and ends with the code in SPY_CODE."""
    file = tmp_path / "spy"
    script = f"import json, os, sys\nopen({str(tmp_path / 'argv.json')!r}, 'w').write(json.dumps(sys.argv[1:]))\n"
    file.write_text(f"#!{sys.executable}\n{script}sys.exit(int(os.environ.get('SPY_CODE', 0)))\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run ``script`` as the runner of GitHub does."""
    names = ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR")
    environment = {name: value for name, value in os.environ.items() if name not in names} | variables
    file = folder / "step.sh"
    file.write_text(script, encoding="utf-8")
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)]
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def inputs(**given: str) -> dict[str, str]:
    """The variables that the check of the action gets."""
    values = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in given.items()
    }
    taken = {key: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", text) for key, text in CHECK["env"].items()}
    return {key: values[match[1]] for key, match in taken.items() if match}


def test_the_action_passes_every_input_as_a_variable_and_none_as_text_in_a_script() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert len(inputs()) == len(CHECK["env"])
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert set(re.findall(r"--[a-z][\w-]+", CHECK["run"])) <= options_of("check")


@needs_bash
def test_the_action_gives_what_was_asked_and_only_that(tmp_path: Path, spy: Path) -> None:
    output = tmp_path / "output"
    variables = {"B1CHECK": str(spy), "GITHUB_OUTPUT": str(output)}
    assert bash(CHECK["run"], tmp_path, **variables, **inputs()).returncode == 0
    assert json.loads((tmp_path / "argv.json").read_text()) == ["check", "--format", "github", "--", "."]
    given = inputs(paths=f"brieven map\n\n-x\n{HOSTILE}\n", baseline=HOSTILE, min_score="60", changed_since="-main")
    result = bash(CHECK["run"], tmp_path, **variables, **given, SPY_CODE="1")
    assert result.returncode == 1
    assert json.loads((tmp_path / "argv.json").read_text()) == [
        *("check", "--format", "github", "--min-score", "60", "--baseline", HOSTILE, "--changed-since", "-main"),
        *("--", "brieven map", "-x", HOSTILE),
    ]
    assert output.read_text() == "exit-code=0\nexit-code=1\n"
    assert not (tmp_path / "gelukt").exists()


@needs_bash
def test_the_action_checks_for_real(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("U dient te betalen.\n", encoding="utf-8")
    program = tmp_path / "b1check"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m b1check "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    summary = tmp_path / "summary.md"
    result = bash(
        CHECK["run"],
        tmp_path,
        B1CHECK=str(program),
        GITHUB_OUTPUT=str(tmp_path / "output"),
        GITHUB_STEP_SUMMARY=str(summary),
        **inputs(fail_on="let-op", paths="brief.txt"),
    )
    assert result.returncode == 1, result.stderr
    assert "::warning file=brief.txt,line=1," in result.stdout
    assert summary.read_text(encoding="utf-8").startswith("## b1check\n")


def job(**given: str) -> tuple[str, dict[str, str]]:
    """The script of the GitLab job after its installation, and its variables."""
    values = {name: str(about.get("default", "")) for name, about in SPEC["spec"]["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in given.items()
    }
    (settings,) = JOBS.values()
    variables = {
        name: re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: values[match[1]], str(text))
        for name, text in settings["variables"].items()
    }
    return settings["script"][-1], variables


def test_the_template_for_gitlab_names_each_input_and_real_options() -> None:
    text = (ROOT / "templates" / "b1check.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(SPEC["spec"]["inputs"])
    script, variables = job()
    assert set(re.findall(r"--[a-z][\w-]+", script)) <= options_of("check")
    assert "$[[" not in script
    assert all(f"${name}" in text for name in variables if name.startswith("B1CHECK_"))
    (settings,) = JOBS.values()
    assert settings["artifacts"]["reports"]["codequality"] in script
    assert settings["artifacts"]["when"] == "always", "also when the check fails"


@needs_bash
def test_the_template_for_gitlab_gives_what_was_asked(tmp_path: Path, spy: Path) -> None:
    def arguments(diff_base: str = "", **given: str) -> list[str]:
        script, variables = job(**given)
        script = script.replace("/tmp/b1check/bin/b1check", str(spy))
        result = bash(script, tmp_path, **variables, CI_MERGE_REQUEST_DIFF_BASE_SHA=diff_base)
        assert result.returncode == 0, result.stderr
        return list(json.loads((tmp_path / "argv.json").read_text()))

    start = ["check", "--format", "gitlab", "--output", "b1check-codequality.json"]
    levels = ["--min-severity", "tip"]
    assert arguments() == [*start, *levels, "--", "."]
    assert arguments("abc") == [*start, *levels, "--", "."]
    given: dict[str, str] = {"only_changes": "true", "baseline": "b.json", "paths": f"a b\n\n{HOSTILE}"}
    expected = [*start, *levels, "--baseline", "b.json", "--changed-since", "abc", "--", "a b", HOSTILE]
    assert arguments("abc", **given) == expected
    assert "--changed-since" not in arguments(**given), "not a merge request"
    assert arguments(fail_on="tip") == [*start, *levels, "--fail-on", "tip", "--", "."]
    assert arguments(min_score="60") == [*start, *levels, "--min-score", "60", "--", "."]
    assert not (tmp_path / "gelukt").exists()


def test_the_hooks_name_real_commands_and_take_every_file_that_can_be_read() -> None:
    for hook in HOOKS:
        words = hook["entry"].split()
        assert words[0] == "b1check"
        assert set(words[2:]) <= options_of(words[1])
    check, fix = HOOKS
    assert {suffix for suffix in SUFFIXES if re.search(check["files"], f"map/brief{suffix}")} == SUFFIXES
    assert not re.search(check["files"], "code.py")
    assert not re.search(check["files"], "md")
    assert not re.search(fix["files"], "brief.docx"), "a hook must not change what nobody can see in a diff"
    assert all(re.search(fix["files"], f"a.{fmt}") for fmt in _WRITERS if fmt != "docx")


BLOCKS: list[tuple[str, str]] = re.findall(r"```(yaml|toml)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", [text for kind, text in BLOCKS if kind == "yaml"], ids=lambda text: text[:30])
def test_every_file_on_the_page_names_what_there_is(block: str) -> None:
    data = yaml.safe_load(block)
    seen = 0
    for node in _nodes(data):
        if "uses" in node and "b1check" in str(node["uses"]):
            assert set(node.get("with", {})) <= set(ACTION["inputs"])
            seen += 1
        if "component" in node or "templates/b1check.yml" in str(node.get("file", "")):
            required = {name for name, about in SPEC["spec"]["inputs"].items() if "default" not in about}
            assert required <= set(node["inputs"]) <= set(SPEC["spec"]["inputs"])
            seen += 1
        if "hooks" in node:
            assert {hook["id"] for hook in node["hooks"]} <= {hook["id"] for hook in HOOKS}
            arguments = [word for hook in node["hooks"] for word in hook.get("args", []) if word.startswith("--")]
            assert {word.split("=")[0] for word in arguments} <= options_of("check")
            seen += 1
        for line in str(node.get("run", "")).splitlines():
            if "b1check check" in line:
                assert set(re.findall(r"(?<= )--[\w-]+", line.split("|")[0])) <= options_of("check")
                seen += 1
    assert seen, "a block that has nothing to do with b1check"


def test_the_code_of_others_is_pinned_and_the_same_everywhere() -> None:
    pinned: dict[str, set[str]] = {}
    for file in ("action.yml", "docs/ci.md", "release/github.yml"):
        for action, version in re.findall(r"uses: (\S+?)@(.+)", (ROOT / file).read_text(encoding="utf-8")):
            if not action.startswith("adres-van/"):  # our own address, which the reader fills in
                assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", version), (file, action)
                pinned.setdefault(action, set()).add(version)
    assert {"actions/checkout", "actions/setup-python", "github/codeql-action/upload-sarif"} <= pinned.keys()
    assert {action for action, versions in pinned.items() if len(versions) > 1} == set()


def _nodes(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, dict):
        return [data, *(node for value in data.values() for node in _nodes(value))]
    if isinstance(data, list):
        return [node for value in data for node in _nodes(value)]
    return []
