"""A server on this computer: started once, started again when it dies, and never left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from b1check import Checker, Config, Report
from b1check.cli import attempts, command
from b1check.languagetool import companion, local
from b1check.languagetool.server import UnavailableError

from .conftest import PACKAGE, STAND_IN, Fake, Package

OWN = "De opmerkingen van b1check zelf ziet u wel."
TEXT = "Dat is een fouut."


def checker(**settings: Any) -> Checker:
    return Checker(Config.model_validate({"select": ["dient-te"], "languagetool": {"on": True, **settings}}))


def said(report: Report) -> list[str]:
    assert report.warnings == ()
    return [one.text for one in report.findings if one.rule.startswith("languagetool/")]


def pid() -> int:
    assert local._running
    return local._running.process.pid


def kill() -> None:
    """Let the server die, as a system without memory does."""
    assert local._running
    local._running.process.kill()
    local._running.process.wait()


def test_one_server_for_all_and_close_stops_it(package: Package) -> None:
    first, second = checker(), checker(timeout=60)
    assert said(first.check_text(TEXT)) == said(second.check_text(TEXT)) == ["fouut"]
    assert package.fetched == 1
    assert local._running
    process = local._running.process
    first.close()
    assert process.poll() is not None
    assert said(second.check_text(f"{TEXT} Ja.")) == ["fouut"]
    assert package.fetched == 2


def test_many_threads_start_one_server(package: Package) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(local.start(60))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(found) == 4
    assert len(set(found)) == package.fetched == 1


def test_a_server_that_died_is_started_again_on_its_own_address(package: Package) -> None:
    asking = checker()
    assert said(asking.check_text(TEXT)) == ["fouut"]
    address, before = local.start(60), pid()
    kill()
    assert said(asking.check_text(f"{TEXT} Ja.")) == ["fouut"]
    assert (local.start(60), local.owns(address)) == (address, True)
    assert pid() != before


def test_a_text_that_it_dies_of_costs_one_warning_and_the_next_goes_well(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = checker()
    assert said(asking.check_text(TEXT)) == ["fouut"]
    (warning,) = asking.check_text("Dit is het einde.").warnings
    assert "de server op uw computer stopte zomaar" in warning
    assert warning.endswith(OWN)
    monkeypatch.setattr(asking._companion, "_rests_until", 0.0)  # a while later
    assert said(asking.check_text(f"{TEXT} Ja.")) == ["fouut"]


def test_a_server_that_dies_all_the_time_is_left_alone_for_the_rest_of_the_hour(
    package: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(local.time, "monotonic", lambda: now[0])
    local.start(60)
    for _ in range(3):
        kill()
        local.start(60)
    kill()
    for _ in range(2):
        with pytest.raises(UnavailableError, match="stopt steeds"):
            local.start(60)
        now[0] += 1800
    assert package.fetched == 4
    now[0] += 100
    assert local.start(60)
    assert package.fetched == 5


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ModuleNotFoundError("no java"), "Installeer Java, versie 17"),
        (SystemError("java 11"), "Installeer Java, versie 17"),
        (ConnectionError("no network"), "Kijk of u internet hebt"),
        (RuntimeError("403"), "Kijk of u internet hebt"),
    ],
)
def test_a_server_that_does_not_start_is_tried_again_later(
    package: Package, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    package.error = error
    for _ in range(2):
        (warning,) = checker().check_text(TEXT).warnings
        assert words in warning
        assert warning.endswith(OWN)
    assert package.fetched == 1
    package.error = None  # the user did what the warning says
    monkeypatch.setattr(local, "_rests_until", 0.0)
    assert said(checker().check_text(TEXT)) == ["fouut"]


@pytest.mark.parametrize(
    ("argument", "seconds", "words"),
    [("--dead", 60.0, "genoeg geheugen"), ("--deaf", 0.5, "Na 0.5 seconden is er nog geen antwoord")],
)
def test_a_server_that_stops_or_never_answers(package: Package, argument: str, seconds: float, words: str) -> None:
    package.arguments.append(argument)
    (warning,) = checker(**{"start-timeout": seconds}).check_text(TEXT).warnings
    assert words in warning
    assert local._running is None  # it is not left behind


def test_another_program_on_that_port_gets_no_text(
    package: Package, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(fake.url.rpartition(":")[2])
    monkeypatch.setattr(local, "_free_port", lambda: port)
    package.arguments.append("--deaf")  # ours runs, and does not get the port
    (warning,) = checker(**{"start-timeout": 0.5}).check_text(TEXT).warnings
    assert "geen antwoord" in warning
    assert fake.asked == []


def test_without_the_package_it_says_what_to_install(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    (warning,) = checker().check_text(TEXT).warnings
    assert "pip install 'b1check[languagetool]'" in warning


# -- in the command


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run the command in a folder with three letters; of the first the server dies."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"a": "Dit is het einde.", "b": TEXT, "c": f"{TEXT} Ja."}.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    arguments = ["check", ".", "--no-config", "--select", "dient-te", "--format", "json", "--languagetool"]
    return lambda *more: CliRunner().invoke(command, [*arguments, *more], catch_exceptions=False)


def test_the_command_starts_it_again_too(
    package: Package, letters: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(companion, "_SHORTEST_REST", 0.0)
    monkeypatch.setattr(companion, "_REST", 0)
    done = letters()
    assert "stopte zomaar" in done.stderr
    assert done.stderr.count("\n") == 1
    found = [[one["rule"] for one in document["findings"]] for document in json.loads(done.stdout)["documents"]]
    assert found == [[], *[["languagetool/MORFOLOGIK_RULE_NL_NL"]] * 2]
    assert package.fetched == 2


def test_it_is_kept_up_for_other_processes_that_ask_it(package: Package) -> None:
    off = Config()
    server = local.start(60)
    here = Config.model_validate({"languagetool": {"on": True, "server": server}})
    elsewhere = Config.model_validate({"languagetool": {"on": True, "server": "http://127.0.0.1:9"}})
    before = pid()
    kill()
    for config in (off, elsewhere):
        attempts._keep_up(config)
        assert pid() == before
    attempts._keep_up(here)
    assert pid() != before
    assert local.start(60) == server
    kill()
    package.error = ConnectionError("no network")
    attempts._keep_up(here)  # who asks it will say what is wrong


PROGRAM = """
import sys
from types import SimpleNamespace
from b1check.cli import attempts, command
from b1check.languagetool import companion, local

class Package:
    from_version_name = download = lambda self: self
    def get_server_cmd(self, port):
        return [sys.executable, sys.argv[1], "-p", str(port)]

sys.modules["language_tool_python.download_lt"] = SimpleNamespace(LocalLanguageTool=Package())
start = local.start
def told(seconds):
    address = start(seconds)
    print(local._running.process.pid, flush=True)
    sys.stdin.readline()
    return address
local.start = told
command.main(["check", "brief.txt", "--no-config", "--languagetool"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that a program can act upon")
@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_a_command_that_is_ended_leaves_no_server_behind(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "brief.txt").write_text(TEXT, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(STAND_IN)],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout
        server = int(program.stdout.readline())
        program.send_signal(number)
        assert program.wait(60) == -number
        assert gone(server)
    finally:
        program.kill()
        program.wait()


def gone(process: int) -> bool:
    """Wait until a process is no more: it is not our child, and whoever takes it over may do so a moment later."""
    wait = threading.Event().wait
    for _ in range(1_000):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return True
        wait(0.01)
    return False
