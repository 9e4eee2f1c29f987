"""A real server of LanguageTool 6 with Dutch, on this machine; its parts come from Maven Central."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

import pytest
from click.testing import CliRunner

from b1check import Checker, Config, Finding, Report
from b1check.cli import command
from b1check.documents import readers
from b1check.languagetool import local

pytestmark = pytest.mark.proof

POM = Path(__file__).with_name("pom.xml")
LETTERS = POM.parents[2] / "corpora" / "brieven"
PATIENCE = 300
"""Seconds: the first question in Dutch takes a busy machine half a minute."""


@pytest.fixture(scope="session")
def jars() -> Path:
    """The folder with all that a server needs, fetched once."""
    if not shutil.which("java"):
        pytest.skip("there is no java on this machine")
    cache = Path(os.environ.get("B1CHECK_CACHE") or Path.home() / ".cache" / "b1check-ci") / "languagetool"
    folder = cache / "6.6"
    if folder.is_dir():
        return folder
    if not shutil.which("mvn"):
        pytest.skip("there is no mvn on this machine to fetch LanguageTool with")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as place:
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={place}/jars"]
        done = subprocess.run(["mvn", "-q", "-B", "-f", str(POM), *goal], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"mvn could not fetch LanguageTool: {done.stdout.strip()[-300:]}")
        Path(place, "jars").rename(folder)
    return folder


@pytest.fixture(scope="session")
def server(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with Dutch, that has answered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = tmp_path_factory.mktemp("languagetool") / "server.properties"
    settings.write_text("pipelineCaching=true\nmaxPipelinePoolSize=2\n", encoding="utf-8")
    start = ["java", "-Xmx768m", "-cp", f"{jars}/*", "org.languagetool.server.HTTPServer"]
    process = subprocess.Popen(
        [*start, "--port", str(port), "--config", str(settings)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout
        log = []
        for line in process.stdout:
            log.append(line)
            if "Server started" in line:
                break
        else:
            pytest.fail("the server did not start\n" + "".join(log[-20:]))
        threading.Thread(target=lambda: list(process.stdout or ()), daemon=True).start()  # a full pipe would stop it
        url = f"http://127.0.0.1:{port}"
        assert "nl" in {language["code"] for language in get(f"{url}/v2/languages")}
        yield url
    finally:
        process.kill()
        process.wait()


def get(url: str) -> Any:
    with build_opener(ProxyHandler({})).open(url, timeout=PATIENCE) as answer:
        return json.loads(answer.read())


def checker(server: str, **settings: Any) -> Checker:
    return Checker(
        Config.model_validate({"languagetool": {"on": True, "server": server, "timeout": PATIENCE, **settings}})
    )


def theirs(report: Report) -> list[Finding]:
    assert report.warnings == ()
    return [finding for finding in report.findings if finding.rule.startswith("languagetool/")]


TEXT = "Hallo 😀 allemaal.\n\nDit is een tesst 👩‍👩‍👧 met een fouut. Hij word boos. Wij hebbben uw aanvraag."
WRONG = ["tesst", "fouut", "Hij word", "hebbben"]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("txt", TEXT),
        ("txt", TEXT.replace("\n", "\r\n")),
        ("md", TEXT.replace("boos", "**boos**")),
        ("html", f"<p>&euro; 😀</p><p>{TEXT}</p>"),
    ],
    ids=["txt", "crlf", "md", "html"],
)
def test_every_remark_is_at_its_words(server: str, format: str, text: str) -> None:
    found = theirs(checker(server).check_text(text, format=format))
    assert [text[one.span.start : one.span.end] for one in found] == WRONG
    assert all(one.message.startswith("LanguageTool: ") for one in found)
    assert {one.rule for one in found} == {"languagetool/MORFOLOGIK_RULE_NL_NL", "languagetool/JIJ_LOOP"}
    fixed = text
    for one in reversed(found):
        (edit,) = next(fix for fix in one.fixes if fix.title in {"test", "fout", "Hij wordt", "hebben"}).edits
        fixed = fixed[: edit.span.start] + edit.replacement + fixed[edit.span.end :]
    assert "een test" in fixed
    assert "een fout." in fixed
    assert theirs(checker(server).check_text(fixed, format=format)) == []


def test_rules_and_categories_go_on_and_off(server: str) -> None:
    def found(text: str = TEXT, **settings: Any) -> list[str]:
        return [one.text for one in theirs(checker(server, **settings).check_text(text))]

    spelling = [word for word in WRONG if word != "Hij word"]
    assert found(select=["TYPOS"]) == spelling
    assert found(select=["MORFOLOGIK_RULE_NL_NL"]) == spelling
    assert found(ignore=["TYPOS"]) == ["Hij word"]
    assert found(ignore=["JIJ_LOOP"]) == spelling
    assert found(select=["TYPOS", "JIJ_LOOP"], ignore=["TYPOS"]) == ["Hij word"]
    off_by_itself = "Dat is een tik."
    assert found(off_by_itself) == []
    assert found(off_by_itself, extra=["TIC_TIK"]) == ["tik"]
    assert found(off_by_itself, select=["TIC_TIK"]) == ["tik"]
    assert found(TEXT, select=["TIC_TIK"]) == []


def test_our_findings_and_the_score_of_real_letters_stay_as_they_are(server: str) -> None:
    with_it, without = checker(server), Checker()
    letters = sorted(path for path in LETTERS.iterdir() if path.is_file())[:6]
    assert len(letters) == 6
    for letter in letters:
        document = readers.read(letter)
        both, plain = with_it.check_document(document), without.check_document(document)
        theirs_here = theirs(both)
        assert tuple(one for one in both.findings if one not in theirs_here) == plain.findings
        assert (both.score, both.improvements) == (plain.score, plain.improvements)
        for one in theirs_here:
            assert not any(one.span.overlaps(own.span) for own in plain.findings if own.reach == "woorden")
            assert one.block is not None
            block = document.blocks[one.block]
            place = block.map.to_text(one.span.start, one.span.end)
            assert place is not None
            assert block.text[slice(*place)] == one.text


def test_the_command_shows_it(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b1check.toml").write_text(f'[languagetool]\nserver = "{server}"\ntimeout = {PATIENCE}\n', encoding="utf-8")
    Path("brief.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(command, ["check", "brief.txt", "--languagetool"], catch_exceptions=False)
    assert done.stderr == ""
    assert done.stdout.count("LanguageTool: ") == len(WRONG)


def test_language_tool_python_starts_a_server(jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of a download there is a folder that looks like one: one jar, that names all others."""
    package = pytest.importorskip("language_tool_python", reason="pip install 'b1check[languagetool]'")
    version = package.download_lt.LTP_DOWNLOAD_VERSION
    folder = tmp_path / f"LanguageTool-{version}"
    folder.mkdir()
    paths = " ".join(jar.as_uri() for jar in sorted(jars.iterdir()))
    lines = [f"Class-Path: {paths}"[at : at + 70] for at in range(0, len(paths) + 12, 70)]
    with zipfile.ZipFile(folder / "languagetool-server.jar", "w") as made:
        made.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + "\n ".join(lines) + "\n")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    for name, value in {"_running": None, "_port": None, "_failure": "", "_rests_until": 0.0}.items():
        monkeypatch.setattr(local, name, value)
    starting = Checker(
        Config.model_validate({"languagetool": {"on": True, "timeout": PATIENCE, "start-timeout": PATIENCE}})
    )
    try:
        assert [one.text for one in theirs(starting.check_text(TEXT))] == WRONG
        address = local.start(PATIENCE)
        assert address.startswith("http://127.0.0.1:")
        assert get(f"{address}/v2/languages")
        assert local._running
        local._running.process.kill()  # as a system without memory does
        local._running.process.wait()
        assert [one.text for one in theirs(starting.check_text(f"{TEXT} Dat is zo."))] == WRONG
        assert local.start(PATIENCE) == address
    finally:
        starting.close()
    with pytest.raises(OSError):
        get(f"{address}/v2/languages")
