"""pre-commit for real: it makes an environment with b1check of its own, and runs the hooks on files in git."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def project() -> str:
    """The commit of b1check to try; what is not committed cannot be tried, for pre-commit clones."""
    if shutil.which("git") is None or importlib.util.find_spec("pre_commit") is None:
        pytest.skip("git or pre-commit is not installed")
    try:
        git(ROOT, "cat-file", "-e", "HEAD:.pre-commit-hooks.yaml")
    except subprocess.CalledProcessError:
        pytest.skip("the hooks are not in a commit yet")
    return git(ROOT, "rev-parse", "HEAD")


@pytest.mark.proof
def test_the_hooks_check_and_fix_what_is_in_git(project: str, tmp_path: Path) -> None:
    letters = tmp_path / "teksten"
    (letters / "archief").mkdir(parents=True)
    for name in ("brief 1.md", "archief/oud.md"):
        (letters / name).write_text("U dient het formulier in te vullen.\n", encoding="utf-8")
    (letters / "code.py").write_text("dient = 1\n", encoding="utf-8")
    (letters / "b1check.toml").write_text('exclude = ["archief"]\nselect = ["dient-te"]\n', encoding="utf-8")
    (letters / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {ROOT}\n    rev: {project}\n    hooks:\n"
        "      - id: b1check\n        args: [--fail-on, let-op]\n      - id: b1check-fix\n",
        encoding="utf-8",
    )
    git(letters, "init")
    git(letters, "add", ".")
    environment = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home"), "GIT_CONFIG_GLOBAL": os.devnull}

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", name, "--all-files"]
        return subprocess.run(command, cwd=letters, env=environment, capture_output=True, text=True, check=False)

    found = hook("b1check")
    assert found.returncode == 1, found.stdout + found.stderr
    assert re.search(r"^brief 1\.md$", found.stdout, re.MULTILINE)
    assert "1 opmerking in 1 document" in found.stdout, "what is excluded is passed over, also when pre-commit names it"
    fixed = hook("b1check-fix")
    assert "files were modified by this hook" in fixed.stdout, fixed.stdout + fixed.stderr
    assert (letters / "brief 1.md").read_text(encoding="utf-8") == "U moet het formulier invullen.\n"
    assert "dient" in (letters / "archief" / "oud.md").read_text(encoding="utf-8")
    assert hook("b1check").returncode == 0
