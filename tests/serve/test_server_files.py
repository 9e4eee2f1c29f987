"""The files for whoever puts the page on a server name commands, options, ports and paths that exist and agree."""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.routing import Route

from b1check.cli import command
from b1check.cli.serving import for_all
from b1check.config import Config
from b1check.serve import running
from b1check.serve.app import create
from b1check.serve.guard import Places
from b1check.serve.serving import MEGABYTE, Serving

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
_CONTAINER = (_ROOT / "Containerfile").read_text(encoding="utf-8")
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _instructions() -> list[tuple[str, str]]:
    lines = (line.partition(" ") for line in _CONTAINER.splitlines() if line and not line.startswith("#"))
    return [(name, rest.strip()) for name, _, rest in lines]


def _only(name: str) -> str:
    (found,) = (rest for one, rest in _instructions() if one == name)
    return found


def _block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def _unit() -> Mapping[str, Mapping[str, str]]:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(_block("ini"))
    return unit


def _asked(arguments: Sequence[str]) -> dict[str, object]:
    """Return the options of `b1check serve` in ``arguments``, as the program itself reads them."""
    name, *rest = arguments
    assert name == "serve"
    serve = command.get_command(command.make_context("b1check", ["serve"], resilient_parsing=True), name)
    assert serve is not None
    return serve.make_context(name, rest).params


def _port_in(url: str) -> int | None:
    return urlsplit(url).port


def test_the_container_starts_the_page_and_asks_how_it_is() -> None:
    program, *arguments = json.loads(_only("ENTRYPOINT"))
    assert "--help" in json.loads(_only("CMD"))  # who gives no address, reads which one is needed
    run = next(line for line in _PAGE.splitlines() if "podman run" in line)
    given = shlex.split(run)[shlex.split(run).index("b1check") + 1 :]
    asked = _asked([*arguments, *given])
    assert (asked["shared"], asked["host"]) == (True, "0.0.0.0")
    assert asked["public_url"] == "https://b1check.gemeente.example"
    assert int(_only("EXPOSE")) == asked["port"]
    assert f":{asked['port']} " in f"{run} "

    python, _, code = json.loads(_only("HEALTHCHECK").partition("CMD ")[2])
    (url,) = re.findall(r"http://[^']+", code)
    assert _port_in(url) == asked["port"]
    compile(code, "HEALTHCHECK", "exec")
    serving = Serving(places=Places.local(1), cookie="b1check")
    routes = {route.path for route in create(serving).routes if isinstance(route, Route)}
    assert urlsplit(url).path in routes

    (copied,) = (rest.split() for name, rest in _instructions() if name == "COPY" and "--from" in rest)
    assert copied[1] == copied[2]  # a virtual environment only works where it was made
    folder = f"{copied[2]}/bin/"
    assert (program, python) == (f"{folder}b1check", f"{folder}python")
    assert f"venv {copied[2]} " in _only("RUN")


def test_the_container_is_made_of_what_the_project_has() -> None:
    (extra,) = re.findall(r"'\.\[(\w+)\]'", _only("RUN"))
    assert extra in _PROJECT["optional-dependencies"]
    assert program_of(_PROJECT["scripts"]) == "b1check"
    stages = [rest for name, rest in _instructions() if name == "FROM"]
    versions = {tuple(map(int, found)) for stage in stages for found in re.findall(r"python:(\d+)\.(\d+)", stage)}
    assert len(versions) == 1
    (least,) = re.findall(r">=\s*(\d+)\.(\d+)", _PROJECT["requires-python"])
    assert versions.pop() >= tuple(map(int, least))
    assert int(_only("USER").partition(":")[0]) > 0
    for name in re.findall(r"\bB1CHECK_\w+", _only("ENV")):
        assert any(name in file.read_text(encoding="utf-8") for file in (_ROOT / "b1check").rglob("*.py")), name


def program_of(scripts: Mapping[str, str]) -> str:
    """Return the name of the program that ``b1check.cli`` is."""
    return next(name for name, target in scripts.items() if target.startswith("b1check."))


def test_systemd_starts_the_page_as_a_shared_service() -> None:
    program, *arguments = shlex.split(_unit()["Service"]["ExecStart"])
    assert Path(program).name == program_of(_PROJECT["scripts"])
    at = arguments.index("--config") + 1
    assert Path(arguments[at]).name == "b1check.toml"
    arguments[at] = os.devnull  # the file of the municipality is not here
    asked = _asked(arguments)
    assert (asked["shared"], asked["host"]) == (True, "127.0.0.1")
    assert asked["public_url"] == "https://b1check.gemeente.example"
    (proxied,) = re.findall(r"proxy_pass (http://127\.0\.0\.1:8\d+)", _block("nginx"))
    assert _port_in(proxied) == asked["port"]


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Serving:
    """What a shared service allows."""
    started: list[Serving] = []

    def run(serving: Serving, listening: socket.socket, *_: object, **__: object) -> None:
        listening.close()
        started.append(serving)

    monkeypatch.setattr(running, "run", run)
    for_all(Config(), host="127.0.0.1", port=0, public_url="https://b1check.gemeente.example", minutes=60)
    return started[0]


def test_the_page_names_the_limits_of_a_shared_service(shared: Serving) -> None:
    limits = _PAGE.partition("gelden deze grenzen:")[2].partition("\n\nEen computer")[0]
    assert f"een bestand mag {shared.largest // MEGABYTE} MB zijn" in limits
    assert f"een tekst {shared.longest:,} tekens".replace(",", ".") in limits
    assert f"hoogstens {shared.room.letters} teksten open" in limits
    assert f"hoogstens {shared.rate:g} vragen per seconde" in limits
    assert shared.patience == 60
    assert "hoogstens een minuut" in limits


def test_the_proxy_lets_through_what_the_page_takes_in(shared: Serving) -> None:
    nginx = _block("nginx")
    assert re.findall(r"client_max_body_size (\d+)m;", nginx) == [str(shared.largest // MEGABYTE)]
    (seconds,) = re.findall(r"proxy_read_timeout (\d+)s;", nginx)
    assert int(seconds) > 2 * shared.patience  # sending, and then the work
    assert "server_name b1check.gemeente.example;" in nginx
    (internal,) = re.findall(r"auth_request (\S+);", nginx)
    assert f"location = {internal} {{" in nginx


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze van systemd is hier niet")
def test_systemd_knows_every_line_of_the_unit(tmp_path: Path) -> None:
    program = shlex.split(_unit()["Service"]["ExecStart"])[0]
    file = tmp_path / "b1check.service"
    file.write_text(_block("ini").replace(program, "/bin/true"), encoding="utf-8")
    asked = ["systemd-analyze", "verify", "--man=no", str(file)]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert [line for line in done.stderr.splitlines() if file.name in line] == []
    file.write_text(file.read_text(encoding="utf-8").replace("DynamicUser", "DynamischeUser"), encoding="utf-8")
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert "DynamischeUser" in done.stderr
