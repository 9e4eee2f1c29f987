"""`b1check serve`: what it refuses, and how it starts and ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from b1check.cli import command


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--host", "0.0.0.0"], "--shared"),
        (["--public-url", "https://b1.example"], "--shared"),
        (["--shared"], "--public-url"),
        (["--shared", "--public-url", "b1.example"], "https://"),
        (["--shared", "--public-url", "ftp://b1.example"], "https://"),
        (["--shared", "--public-url", "https://b1.example/?a=b"], "https://"),
        (["--port", "70000"], "65535"),
        (["--keep", "0"], "1 of meer"),
        (["--config", "nergens.toml"], "nergens.toml"),
        (["brief.docx"], "brief.docx"),
    ],
)
def test_what_cannot_be(options: list[str], words: str) -> None:
    result = CliRunner().invoke(command, ["serve", *options])
    assert result.exit_code == 2
    assert words in result.output
    assert "Traceback" not in result.output


def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(command, ["serve", "--no-browser", "--no-config", "--port", str(port)])
    assert result.exit_code == 2
    assert f"poort {port}" in result.output


def test_settings_that_are_not_right_show_at_once(tmp_path: Path) -> None:
    file = tmp_path / "b1check.toml"
    file.write_text('ignore = ["bestaat-niet"]\n', encoding="utf-8")
    result = CliRunner().invoke(command, ["serve", "--no-browser", "--config", str(file)])
    assert result.exit_code == 2
    assert "bestaat-niet" in result.output


def test_without_the_extra_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['starlette'] = None; from b1check.cli import command; command(['serve'])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 2
    assert 'pip install "b1check[web]"' in run.stdout + run.stderr


def test_help_needs_no_extra() -> None:
    code = "import sys; from b1check.cli import command; command(['serve', '--help'], standalone_mode=False); "
    code += "sys.exit(any(name.startswith(('starlette', 'uvicorn', 'spacy', 'pydantic')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_also_while_it_is_loading(tmp_path: Path, sign: signal.Signals) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "b1check", "serve", "--no-browser", "--no-config"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert run.stdout is not None
    assert any(re.search(r"http://127\.0\.0\.1:\d+/start/\S{40,}", line) for line in iter(run.stdout.readline, ""))
    run.send_signal(sign)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, err) == (0, "")
    assert "De pagina is gestopt." in out
    assert list(tmp_path.iterdir()) == []
