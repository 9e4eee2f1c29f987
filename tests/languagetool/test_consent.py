"""A text goes to another computer only when the person who runs b1check said so, whatever a project says."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from b1check import Checker, Config
from b1check.cli import command
from b1check.languagetool import consent
from b1check.languagetool.consent import VARIABLE

from .conftest import Fake, speller

ROOT = Path(__file__).resolve().parents[2]
SERVER = "http://taal.gemeente.example:8081"
TEXT = "U dient dit formulier in te vullen. Dat is een fouut.\n"


@pytest.mark.parametrize(
    ("server", "plain"),
    [
        ("https://Taal.Gemeente.Example.", "https://taal.gemeente.example"),
        ("HTTPS://taal.gemeente.example:443/v2/check", "https://taal.gemeente.example"),
        ("http://taal.gemeente.example:80/", "http://taal.gemeente.example"),
        ("https://taal.gemeente.example:80/lt/v2/", "https://taal.gemeente.example:80/lt"),
        ("http://[::1]:8081/v2", "http://[::1]:8081"),
        ("https://ok.example\t.evil.example", "https://ok.example.evil.example"),
    ],
)
def test_an_address_has_one_form(server: str, plain: str) -> None:
    assert consent.plain(server) == consent.plain(plain) == plain


HERE = ["http://localhost:8081", "http://LOCALHOST", "http://localhost.", "http://127.0.0.1:1", "http://127.8.8.8"]


@pytest.mark.parametrize("server", [*HERE, "https://[::1]/v2"])
def test_this_computer_needs_no_consent(server: str) -> None:
    assert consent.refusal(server, {}) == ""


def test_a_server_that_is_started_here_needs_none() -> None:
    assert consent.refusal(None, {}) == ""


@pytest.mark.parametrize(
    "host",
    [
        "taal.gemeente.example",
        "10.0.0.1",
        "192.168.1.1",
        "0.0.0.0",
        "[::]",
        "127.1",
        "2130706433",
        "localhost.example",
        "127.0.0.1.example",
        "my-localhost",
    ],
)
def test_anything_else_does(host: str) -> None:
    refusal = consent.refusal(f"https://{host}", {})
    assert f"https://{host}" in refusal
    assert VARIABLE in refusal


@pytest.mark.parametrize(
    ("agreed", "is_allowed"),
    [
        (SERVER, True),
        (f"{SERVER}/v2/", True),
        (f"https://een.example, {SERVER.upper()}\n https://twee.example", True),
        (f"http://[ {SERVER} http://x:99999999", True),
        ("", False),
        ("*", False),
        ("1", False),
        ("taal.gemeente.example:8081", False),
        (SERVER.replace("http:", "https:"), False),
        (SERVER.replace("8081", "8082"), False),
        (f"{SERVER}/ander", False),
        (SERVER.replace("taal.", ""), False),
        (f"{SERVER}.example", False),
    ],
)
def test_consent_is_about_one_address(agreed: str, is_allowed: bool) -> None:
    assert (consent.refusal(SERVER, {VARIABLE: agreed}) == "") is is_allowed


def test_who_agrees_to_plain_http_was_told_what_it_means() -> None:
    assert "Anderen op het netwerk kunnen uw tekst dan lezen" in consent.refusal(SERVER, {})
    assert "netwerk" not in consent.refusal(SERVER.replace("http:", "https:"), {})


@pytest.mark.parametrize("page", ["docs/languagetool.md", "docs/privacy.md", "SECURITY.md", "docs/api.md"])
def test_the_pages_name_what_to_set(page: str) -> None:
    assert VARIABLE in (ROOT / page).read_text(encoding="utf-8")


def test_public_api_in_the_settings_is_no_consent_of_who_runs_it() -> None:
    server = "https://api.languagetool.org"
    asked = Checker(Config.model_validate({"languagetool": {"on": True, "server": server, "public-api": True}}))
    (warning,) = asked.check_text(TEXT).warnings
    assert server in warning


@pytest.fixture
def above(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with letters, and above it settings of somebody else; whatever leaves this computer, the fake gets."""
    fake.matches = speller(fouut="fout")
    lines = f'select = ["dient-te"]\n[languagetool]\non = true\nserver = "{SERVER}"\n'
    (tmp_path / "b1check.toml").write_text(lines, encoding="utf-8")
    letters = tmp_path / "brieven"
    letters.mkdir()
    for name in ("een.txt", "twee.txt"):
        (letters / name).write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("http_proxy", fake.url)
    monkeypatch.setenv("B1CHECK_NO_CACHE", "1")
    monkeypatch.chdir(letters)
    return letters


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def rules(result: Result) -> list[list[str]]:
    return [[one["rule"] for one in document["findings"]] for document in json.loads(result.stdout)["documents"]]


@pytest.mark.parametrize("option", [[], ["--languagetool"]])
def test_a_project_alone_sends_nothing(
    above: Path, fake: Fake, option: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[Any] = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **_: looked_up.append(args) or [])
    plain = run("check", ".", "--format", "json", "--no-languagetool")
    done = run("check", ".", "--format", "json", *option)
    assert (fake.asked, looked_up) == ([], [])
    assert (done.exit_code, rules(done)) == (plain.exit_code, rules(plain)) == (0, [["dient-te"]] * 2)
    assert done.stderr.count("\n") == 1
    assert SERVER in done.stderr
    assert VARIABLE in done.stderr
    assert done.stderr.endswith("De opmerkingen van b1check zelf ziet u wel.\n")


@pytest.mark.slow
def test_other_processes_send_nothing_either(above: Path, fake: Fake) -> None:
    done = run("check", ".", "--format", "json", "--jobs", "2")
    assert fake.asked == []
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["fix", "een.txt", "--diff", "--ook-controleren"], ["baseline", "."]])
def test_other_commands_send_nothing_either(above: Path, fake: Fake, arguments: list[str]) -> None:
    assert run(*arguments).exit_code in {0, 1}
    assert fake.asked == []


def test_with_consent_it_goes_there_also_by_way_of_a_proxy(
    above: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, SERVER)
    done = run("check", ".", "--format", "json")
    assert rules(done) == [["dient-te", "languagetool/MORFOLOGIK_RULE_NL_NL"]] * 2
    assert done.stderr == ""
    assert {question["path"] for question in fake.asked} == {f"{SERVER}/v2/check"}
