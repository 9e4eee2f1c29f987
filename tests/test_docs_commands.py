"""Every command and every piece of Python on the pages works, in a folder such as a writer has.

A command that cannot run here (it wants a network, a window or another program) has the reason above it in the page:
``<!-- niet uitgevoerd: ... -->``. A block of ``text`` below a command stands in what that command shows.
"""

from __future__ import annotations

import contextlib
import http.server
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import click
import docx
import pytest
import yaml
from click.testing import CliRunner
from markdown_it import MarkdownIt
from markdown_it.token import Token

import lsp_server.cli
from b1check.cli import command

ROOT = Path(__file__).resolve().parents[1]
_ELSEWHERE = """
README CONTRIBUTING SECURITY rules/README training/README corpora/README editors/vscode/README
docs/voorbeelden/plugin/README
""".split()
PAGES = sorted([*(ROOT / f"{name}.md" for name in _ELSEWHERE), *(ROOT / "docs").glob("*.md")])
_REASON = re.compile(r"<!-- (?:niet uitgevoerd|not run|ci): (.+?) -->", re.DOTALL)
_FILE = re.compile(r"<!-- file: (\S+) -->")
_LETTER = "Beste mevrouw Bakker,\n\nIndien u vragen heeft, dient u te bellen. De kosten bedragen € 60.\n"
_SITE = re.compile(r"https?://(?:www\.gemeente\.example|www\.voorbeeld\.nl|localhost:8000)/?")
_EXTRAS = ("pandas",)
"""Packages that a page speaks of and that the tests do not ask for; what needs them is passed over without them."""
_TO_COMMANDS = {"", "sh", "bash", "console"}
_PARSERS = {"toml": tomllib.loads, "json": json.loads, "yaml": yaml.safe_load}


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class Block:
    """Something between the lines of a page, with the comment right above it."""

    language: str
    text: str
    comment: str
    line: int

    @property
    def reason(self) -> str:
        """Why it does not run here; "" when it does."""
        found = _REASON.search(self.comment)
        return found[1] if found else ""


def _blocks(page: Path) -> list[Block]:
    found, comment = [], ""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        if token.type in {"code_block", "fence"}:
            found.append(Block(token.info.split(" ")[0], token.content, comment, (token.map or [0])[0] + 1))
        comment = token.content if token.type == "html_block" else ""
    return found


def _inline(page: Path) -> Iterator[str]:
    """Yield the pieces of code in the text of a page."""

    def inside(tokens: list[Token]) -> Iterator[str]:
        for token in tokens:
            if token.type == "code_inline":
                yield token.content
            yield from inside(token.children or [])

    return inside(MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")))


def _options_of(command: click.Command) -> dict[str, tuple[str, ...]]:
    # With its own settings, because click keeps the help option that it makes for the first context.
    params = command.get_params(click.Context(command, **command.context_settings))
    return {
        option: tuple(param.type.choices) if isinstance(param.type, click.Choice) else ()
        for param in params
        for option in (*param.opts, *param.secondary_opts)
    }


def _options() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the options of each command, as a user writes them, each with the values to choose from."""
    assert isinstance(command, click.Group)
    context = click.Context(command, **command.context_settings)
    found = {"": _options_of(command)}
    for name in command.list_commands(context):
        subcommand = command.get_command(context, name)
        assert subcommand
        found[name] = _options_of(subcommand)
    return found


OPTIONS = _options()
_CALL = re.compile(r"(?:^|[\s/\\])(b1check|b1check-lsp)\s+(?=\S)")
_OFF = re.compile(r"uit\b")
"""What switches a remark off in a text also begins with the name of the program."""
_SCRIPT = re.compile(r"(?:python |^)((?:[\w.]+/)+[\w.]+\.(?:py|sh)|\.ci/\w+)\b(?!/)|python -m (training\.\w+)")
_OF_EXAMPLE = "tabel"
"""What the example of a package adds to the values of ``--format``; its own tests use it."""
_PLACEHOLDER = re.compile(r"[A-Z…]")


def _calls(code: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the programs of ours that a command calls, each with the words after it."""
    if code.startswith(("podman ", "docker ")):  # there b1check is the name of an image
        return
    for found in _CALL.finditer(code):
        after = re.split(r"\s+[|#]|\s*&&|\s*>", code[found.end() :])[0]
        if not _OFF.match(after):
            yield found[1], shlex.split(after)


def _wrong(program: str, words: list[str], options_of_server: set[str]) -> str:
    """Return what a command names that does not exist; "" when all of it does."""
    named = [word.partition("=") for word in words]
    if program == "b1check-lsp":
        return next(
            (f"no option {word}" for word, _, _ in named if word[0] == "-" and word not in options_of_server), ""
        )
    name = "" if words[0].startswith("-") else words[0]
    if name not in OPTIONS:
        return f"no command {name}"
    for place, (option, _, value) in enumerate(named):
        if not option.startswith("-") or option == "-":
            continue
        if option not in OPTIONS[name]:
            return f"no option {option}"
        choices, given = OPTIONS[name][option], value or next(iter(words[place + 1 :]), "")
        if choices and given and not _PLACEHOLDER.search(given) and given not in {*choices, _OF_EXAMPLE}:
            return f"no value {given} for {option}"
    return ""


def _texts_with_commands(page: Path) -> Iterator[str]:
    """Yield everything on a page that can hold a command and that does not run here."""
    yield from _inline(page)
    for block in _blocks(page):
        if block.language in {"yaml", "ini", "sh", "powershell"} or (block.reason and block.language in _TO_COMMANDS):
            for line in block.text.replace("\\\n", " ").splitlines():
                yield line.strip()


@pytest.fixture(scope="module")
def options_of_server() -> set[str]:
    with contextlib.redirect_stdout(io.StringIO()) as told, pytest.raises(SystemExit):
        lsp_server.cli.main(["--help"])
    return {*re.findall(r"(?<![\w-])--?[a-z][\w-]*", told.getvalue())}


class _Website(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = f"<html lang=nl><title>Parkeren</title><main><h1>Parkeren</h1><p>{_LETTER}</p></main></html>".encode()
        if self.path.endswith(".xml"):
            page = f"<urlset><url><loc>http://{self.headers['Host']}/a</loc></url></urlset>".encode()
        self.send_response(404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/xml" if self.path.endswith(".xml") else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def website() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Website)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, website: str) -> Path:
    """A project as the pages speak of: letters, pages of a website, and git with a branch called main."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("brieven", "website", "klaar", "corpora/brieven"):
        Path(name).mkdir(parents=True)
    for name in ("brief.txt", "website/tekst.md"):
        Path(name).write_text(_LETTER, encoding="utf-8")
    Path("website/index.html").write_text(
        f"<html lang=nl><main><h1>Kaart</h1><p>{_LETTER}</p></main>", encoding="utf-8"
    )
    Path("sitemap.xml").write_text(f"<urlset><url><loc>{website}a</loc></url></urlset>", encoding="utf-8")
    for name in ("brief.docx", "oud.docx", "nieuw.docx", "brieven/brief.docx"):
        letter = docx.Document()
        for line in _LETTER.splitlines():
            letter.add_paragraph(line)
        letter.save(name)
    sample = "corpora/brieven/hondenbelasting-aanmaning.voor.txt"
    shutil.copy(ROOT / sample, sample)
    return tmp_path


def _commit(folder: Path) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"]
    for arguments in (["init"], ["add", "."], ["commit", "-m", "Begin"], ["checkout", "-b", "tak"]):
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)
    (folder / "website" / "nieuw.md").write_text("U dient dit te lezen.\n", encoding="utf-8")


def _run(line: str, website: str) -> str:
    """Run a line of a page and return what it shows."""
    line = line.replace(".venv\\Scripts\\", ".venv/bin/")  # as Windows wants it
    line = _SITE.sub(website, line if line.startswith("echo ") else re.split(r" {2,}|\s+#\s", line)[0])
    fed = re.fullmatch(r"echo '(.*)' \| (.*)", line)
    text, line = (fed[1] + "\n", fed[2]) if fed else ("", line)
    program, *words = shlex.split(line)
    program = program.removeprefix(".venv/bin/")
    if program == "python3":
        return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True).stdout
    if program == "b1check-lsp":
        words = ["-c", "from lsp_server.cli import main; main()", *words]
        return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True).stdout
    assert program == "b1check", f"say above it why this does not run: {line}"
    assert words[0] != "serve" or "--help" in words, f"say above it that this runs until somebody stops it: {line}"
    if words[0] == "site":
        words += ["--allow-private"] if "--allow-private" not in words else []
        words += ["--delay", "0"] if "--delay" not in words else []
    if words[0] == "check" and website in line:
        words.append("--allow-private")
    if words[0] == "fix" and "--in-place" not in words and "--diff" not in words:
        words.append("--overwrite")  # the lines of a page are choices, not one after the other
    if words[:2] in (["check", "-"], ["fix", "-"]):
        text = _LETTER
    if "--interactive" in words:
        text = "n\n" * 9
    if words[0] == "init":
        text = "\n" * 9
    result = CliRunner().invoke(command, words, input=text, catch_exceptions=False)
    assert result.exit_code in {0, 1}, f"{line}: {result.stderr}"
    assert result.stdout or {"--output", "--annotate"} & {*words}, line
    return result.stdout


def _plain(text: str) -> str:
    """Return ``text`` without what only lines it up."""
    return "\n".join(re.sub(r" {2,}", "  ", line).rstrip() for line in text.strip("\n").splitlines())


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_block_on_the_page_works(
    page: Path, folder: Path, website: str, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = _blocks(page)
    for block in blocks:
        if name := _FILE.search(block.comment):
            file = folder / name[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
    if "--changed-since" in page.read_text(encoding="utf-8"):
        if shutil.which("git") is None:
            pytest.skip("git is not installed")
        _commit(folder)
    shown, any_ran = "", False
    for block in blocks:
        if block.reason:
            continue
        if block.language in _TO_COMMANDS:
            shown = "".join(_run(line, website) for line in block.text.splitlines() if line.strip())
            any_ran = True
        elif block.language == "python":
            if any(f"import {name}" in block.text and find_spec(name) is None for name in _EXTRAS):
                continue
            exec(compile(block.text, f"{page.name}:{block.line}", "exec"), {"__name__": "page"})
            shown, any_ran = capsys.readouterr().out, True
        elif block.language == "text" and any_ran:
            assert _plain(block.text) in _plain(shown), f"{page.name}:{block.line}: the command shows\n{shown}"
        elif parse := _PARSERS.get(block.language):
            assert parse(block.text) is not None


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_commands_that_do_not_run_here_exist_with_their_options(page: Path, options_of_server: set[str]) -> None:
    found = [
        f"{text}: {wrong}"
        for text in _texts_with_commands(page)
        for program, words in _calls(text)
        if (wrong := _wrong(program, words, options_of_server))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("b1check check brief.txt --format json", ""),
        ("b1check chek brief.txt", "no command chek"),
        ("  - run: b1check check --formt json | cat", "no option --formt"),
        ("b1check check --format wrod", "no value wrod for --format"),
        ("b1check check --format=FORMAAT", ""),
        ("b1check --versie", "no option --versie"),
        (".venv\\Scripts\\b1check nee", "no command nee"),
        ("ls && .venv/bin/b1check nee", "no command nee"),
        ("b1check-lsp --tcp --port 8888", ""),
        ("b1check-lsp --praat", "no option --praat"),
        ("b1check uit: woorden - dit is van de wet", ""),
        ("b1check", ""),
    ],
)
def test_a_command_that_does_not_exist_is_seen(text: str, wrong: str, options_of_server: set[str]) -> None:
    assert "".join(_wrong(program, words, options_of_server) for program, words in _calls(text)) == wrong


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_options_and_files_in_the_text_of_a_page_exist(page: Path) -> None:
    every = set().union(*OPTIONS.values())
    for code in _inline(page):
        words = code.split()
        if words and words[0].startswith("--") and page.parent.name == "docs" and page.name not in _OTHER_PROGRAMS:
            assert words[0].split("=")[0] in every, code


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_the_scripts_that_a_page_names_are_there_with_their_options(page: Path) -> None:
    texts = [*_inline(page), *(line for block in _blocks(page) if block.reason for line in block.text.splitlines())]
    for text in texts:
        if found := _SCRIPT.search(text.strip()):
            path = found[1] or found[2].replace(".", "/") + ".py"
            places = [place for place in (ROOT, ROOT / "b1check", page.parent) if (place / path).is_file()]
            assert places, f"{text}: no {path}"
            script = (places[0] / path).read_text(encoding="utf-8")
            options = re.findall(r"(?<!\S)--[a-z][\w-]*", text[found.end() :])
            assert all(option in script for option in options), text


_OTHER_PROGRAMS = {"accuracy.md", "benchmark.md", "editors.md", "release.md", "api.md", "languagetool.md", "serve.md"}
"""Pages that also speak of options of other programs."""


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if "://" not in target and not target.startswith(("#", "mailto:")):
            assert (page.parent / target.split("#")[0]).exists(), target


def test_every_reason_says_something() -> None:
    reasons = [block.reason for page in PAGES for block in _blocks(page) if block.reason]
    assert reasons
    assert all(len(reason.split()) >= 3 or reason in {"check", "test"} for reason in reasons)
