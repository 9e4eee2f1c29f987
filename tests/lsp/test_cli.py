"""The command ``b1check-lsp`` before it starts."""

from __future__ import annotations

import subprocess
import sys

import b1check


def _run(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"import sys\n{before}\nfrom lsp_server.cli import main\nmain({list(arguments)!r})"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)


def test_the_version_is_that_of_b1check() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"b1check {b1check.__version__}")


def test_without_the_extra_it_says_what_to_install() -> None:
    done = _run(before="sys.modules['pygls'] = None\nsys.modules['lsprotocol'] = None")
    assert done.returncode == 1
    assert 'pip install "b1check[lsp]"' in done.stderr
