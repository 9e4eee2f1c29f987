"""LanguageTool in the command: off unless asked for, and one warning when it does not answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from b1check.cli import command, serving

from .conftest import Fake, Package, send, speller

Invoke = Callable[..., Result]
TEXT = "U dient dit formulier in te vullen. Dat is een fouut.\n"
OWN = "De opmerkingen van b1check zelf ziet u wel.\n"


@pytest.fixture
def b1check(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoke:
    """Run the command in a folder with two letters and the settings for a server, that is off."""
    fake.matches = speller(fouut="fout")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("B1CHECK_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("een.txt", "twee.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    settings(fake, on=False)
    return lambda *args: CliRunner().invoke(command, args, catch_exceptions=False)


def settings(fake: Fake, *, on: bool = True) -> None:
    Path("b1check.toml").write_text(
        f'select = ["dient-te"]\n[languagetool]\non = {str(on).lower()}\nserver = "{fake.url}"\n', encoding="utf-8"
    )


def rules(result: Result) -> list[list[str]]:
    return [[one["rule"] for one in document["findings"]] for document in json.loads(result.stdout)["documents"]]


BOTH = ["dient-te", "languagetool/MORFOLOGIK_RULE_NL_NL"]


def test_it_is_off_until_the_option_or_the_settings_ask_for_it(b1check: Invoke, fake: Fake) -> None:
    assert rules(b1check("check", ".", "--format", "json")) == [["dient-te"]] * 2
    assert fake.asked == []
    assert rules(b1check("check", ".", "--format", "json", "--languagetool")) == [BOTH] * 2
    settings(fake)
    assert rules(b1check("check", ".", "--format", "json")) == [BOTH] * 2
    assert rules(b1check("check", ".", "--format", "json", "--no-languagetool")) == [["dient-te"]] * 2


@pytest.mark.parametrize(
    "form", ["terminal", "html", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjson", "csv"]
)
def test_every_form_of_the_report_can_hold_it(b1check: Invoke, form: str) -> None:
    done = b1check("check", "een.txt", "--languagetool", "--format", form)
    assert done.exit_code == 0, done.stderr
    assert "LanguageTool: Er is een mogelijke spelfout gevonden." in done.stdout
    assert "fout" in done.stdout


def test_a_tip_of_languagetool_does_not_fail_the_run_unless_tips_do(b1check: Invoke, fake: Fake) -> None:
    Path("een.txt").write_text("Dat is een fouut.\n", encoding="utf-8")
    assert b1check("check", "een.txt", "--languagetool", "--fail-on", "let-op").exit_code == 0
    assert b1check("check", "een.txt", "--languagetool", "--fail-on", "tip").exit_code == 1


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_a_server_that_refuses_gives_one_warning_for_all_documents(b1check: Invoke, fake: Fake, jobs: str) -> None:
    plain = b1check("check", ".", "--format", "json")
    fake.raw = lambda handler: send(handler, b"", 403)
    done = b1check("check", ".", "--format", "json", "--languagetool", "--jobs", jobs)
    assert (done.exit_code, rules(done)) == (plain.exit_code, rules(plain))
    assert done.stderr.count("LanguageTool") == 2  # the warning has the name twice
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(OWN)
    warned = [document.pop("warnings") for document in json.loads(done.stdout)["documents"]]
    assert warned == [[done.stderr.strip()]] * 2


def test_without_a_server_or_the_package_it_goes_on_without(b1check: Invoke, package: Package) -> None:
    package.error = ModuleNotFoundError("no java")
    done = b1check("check", ".", "--no-config", "--select", "dient-te", "--format", "json", "--languagetool")
    assert done.stderr.startswith("LanguageTool doet niet mee: de server start niet. Installeer Java")
    assert done.stderr.endswith(OWN)
    assert done.stderr.count("\n") == package.fetched == 1
    assert rules(done) == [["dient-te"]] * 2


def test_reports_with_it_are_never_remembered(b1check: Invoke, fake: Fake) -> None:
    first = rules(b1check("check", ".", "--format", "json"))  # now those without it are
    settings(fake)
    assert rules(b1check("check", ".", "--format", "json")) == [BOTH] * 2
    fake.matches = speller()  # the server has learned the word
    assert rules(b1check("check", ".", "--format", "json")) == first
    fake.matches = speller(formulier="papier", fouut="fout")
    assert rules(b1check("check", ".", "--format", "json", "--no-languagetool")) == first


def test_a_baseline_holds_it_too(b1check: Invoke, fake: Fake) -> None:
    settings(fake)
    assert "4 opmerkingen in 2 documenten" in b1check("baseline", ".").stdout
    kept = Path("b1check-baseline.json").read_bytes()
    assert rules(b1check("check", ".", "--baseline", "b1check-baseline.json", "--format", "json")) == [[], []]
    fake.raw = lambda handler: send(handler, b"", 403)
    b1check("baseline", ".", "--prune")
    assert Path("b1check-baseline.json").read_bytes() == kept  # a server that is gone does not solve a remark


def test_fix_offers_it_only_to_who_wants_to_read_every_fix(b1check: Invoke, fake: Fake) -> None:
    settings(fake)
    b1check("fix", "een.txt", "--diff")
    assert fake.asked == []
    done = b1check("fix", "een.txt", "--diff", "--ook-controleren")
    assert "Dat is een fout." in done.stdout
    assert fake.asked


def test_other_commands_do_not_ask(b1check: Invoke, fake: Fake) -> None:
    settings(fake)
    for arguments in (("compare", "een.txt", "twee.txt"), ("config",), ("consistency", ".")):
        assert b1check(*arguments).exit_code == 0
    assert fake.asked == []


def test_config_shows_what_is_set(b1check: Invoke, fake: Fake) -> None:
    shown: list[dict[str, Any]] = json.loads(b1check("config", "--format", "json").stdout)["settings"]
    found = {one["key"]: one["value"] for one in shown if one["key"].startswith("languagetool")}
    assert found == {"languagetool.on": False, "languagetool.server": fake.url}


def test_serve_says_that_it_does_not_ask(b1check: Invoke, fake: Fake, capsys: pytest.CaptureFixture[str]) -> None:
    assert not serving.settings(None, no_config=False).languagetool.on
    assert capsys.readouterr().err == ""
    settings(fake)
    assert not serving.settings(None, no_config=False).languagetool.on
    assert capsys.readouterr().err.startswith(
        "LanguageTool staat aan in uw instellingen, maar leest op deze pagina niet"
    )
    assert not serving.settings(None, no_config=True).languagetool.on
    assert capsys.readouterr().err == ""
