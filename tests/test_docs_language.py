"""What we tell a writer passes b1check itself: the Dutch pages, and all that the programs say.

The bar: no ``fout``, no ``let-op``, and a green score where a text is long enough to have one. Words that may stand in
our texts are listed in ``docs/b1check.toml``, each with its reason; other exceptions stand below. What a rule says may
name the words that the rule is about; the word lists, which are nothing but hard words, are left out.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from b1check import Checker, Report, Severity, config
from b1check.cli import command
from b1check.readability.score import GREEN

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "_ext"))
import navigation  # noqa: E402 - stands beside the pages

INDEX = (DOCS / "index.md").read_text(encoding="utf-8")
SETTINGS = config.load(DOCS / config.FILE_NAME)
ENGLISH = navigation.english(INDEX)
EDITOR = ROOT / "editors" / "vscode"
PAGES = sorted(
    page
    for page in (
        ROOT / "README.md",
        EDITOR / "README.md",
        *(EDITOR / "media").glob("*.md"),
        *DOCS.glob("*.md"),
    )
    if page.stem not in ENGLISH
)
_SENTENCE = re.compile(r"^[A-Z‘].*[.?!:]$", re.DOTALL)
_CODE = re.compile(r"\\[bswd]|\(\?|\[\^")
_WORDS = 4
"""Fewer of them are a label."""

EXCEPTIONS = {
    "numerieke-datum": "b1check takes a day in this form, so the message has to show it",
    "jargon-belasting": "‘aanmaning’ is a value that the writer types",
    "u-en-je-gemengd": "the sentence names both forms, to choose between them",
}
"""Rules that may find something in a message, with the reason."""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(SETTINGS)


def _heavy(report: Report) -> list[str]:
    return [
        f"{finding.line}: {finding.rule}: {finding.text!r}: {finding.message}"
        for finding in report.findings
        if finding.severity is not Severity.TIP
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_is_plain(page: Path) -> None:
    report = Checker(SETTINGS.of(page)).check_file(page)
    assert _heavy(report) == []
    assert report.score is None or report.score.value >= GREEN


def test_each_page_stands_in_the_menu_or_is_the_menu() -> None:
    listed = {page for section in navigation.sections(INDEX) for page in section.pages}
    assert {page.name for page in DOCS.glob("*.md")} - {"index.md"} == {page for page in listed if "/" not in page}


def _strings(file: Path) -> Iterator[str]:
    """Yield what a module says: its strings, with a name in place of each value; no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            alone |= {id(part) for part in node.values}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "Zandwijk" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield re.sub(r"\{[\w:.]*\}", "Zandwijk", node.value)


def _of_modules(package: str) -> Iterator[str]:
    for file in (ROOT / package).rglob("*.py"):
        if "model" not in file.relative_to(ROOT).parts[:3]:
            yield from _strings(file)


def _of_commands() -> Iterator[str]:
    assert isinstance(command, click.Group)
    # Each with its own settings, because click keeps the help option that it makes for the first context.
    context = click.Context(command, **command.context_settings)
    for name in command.list_commands(context):
        subcommand = command.get_command(context, name)
        assert subcommand
        yield subcommand.help or ""
        for param in subcommand.get_params(click.Context(subcommand, **subcommand.context_settings)):
            yield getattr(param, "help", None) or ""


def _of_editor() -> Iterator[str]:
    yield from json.loads((EDITOR / "package.nls.nl.json").read_text(encoding="utf-8")).values()
    for file in (EDITOR / "src").glob("*.ts"):
        for said in re.findall(r'\bt\(\s*("(?:[^"\\]|\\.)*")', file.read_text(encoding="utf-8")):
            yield re.sub(r"\{\w+\}", "Zandwijk", json.loads(said))


def _of_ci() -> Iterator[str]:
    """Yield what the files for GitHub, GitLab and pre-commit tell of themselves."""

    def told(data: object) -> Iterator[str]:
        if isinstance(data, dict):
            yield str(data.get("description", ""))
            data = list(data.values())
        if isinstance(data, list):
            for part in data:
                yield from told(part)

    for name in ("action.yml", "templates/b1check.yml", ".pre-commit-hooks.yaml"):
        for document in yaml.safe_load_all((ROOT / name).read_text(encoding="utf-8")):
            yield from told(document)


SPEAKERS = {
    "ci": _of_ci,
    "b1check": lambda: _of_modules("b1check"),
    "lsp_server": lambda: _of_modules("lsp_server"),
    "commands": _of_commands,
    "editor": _of_editor,
}


def _messages(texts: Iterator[str]) -> set[str]:
    """Return the sentences in ``texts``, each as long as a reader sees it."""
    parts = {" ".join(part.split()) for text in texts for part in re.split(r"\n\s*\n|\n {2,}", text)}
    return {
        part
        for part in parts
        if _SENTENCE.match(part) and len(re.findall(r"\w{2,}", part)) >= _WORDS and not _CODE.search(part)
    }


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_every_message_is_plain(checker: Checker, speaker: str) -> None:
    messages = _messages(SPEAKERS[speaker]())
    assert len(messages) >= 10
    found = [
        f"{message}\n    {remark}"
        for message in sorted(messages)
        for remark in _heavy(checker.check_text(message))
        if remark.split(": ")[1] not in EXCEPTIONS
    ]
    assert found == [], "\n".join(found)


def test_the_templates_of_pages_are_plain(checker: Checker) -> None:
    templates = list((ROOT / "b1check").rglob("*.jinja"))
    assert templates
    for template in templates:
        assert _heavy(checker.check_text(template.read_text(encoding="utf-8"), format="html")) == []


NAMES_IN_RULES = (
    # What a remark calls a word that nobody says aloud; there is no plainer word that says just that.
    *("formeel", "formele"),
    # Sorts of letters and parts of the law, in the rules about just those.
    *("aanmaning", "dwangsom", "last onder dwangsom", "voorlopige voorziening", "verordening", "dagtekening"),
    # How grammar calls a participle, where an example of a rule tells why it is right.
    "voltooid",
)
"""Words that rules may use without an explanation."""


def test_what_every_rule_says_is_plain() -> None:
    """Its title, message, reason, and what makes each example a good one; a rule may show what it is about itself."""
    terms = SETTINGS.terms
    allowed = terms.model_copy(update={"allowed": (*terms.allowed, *NAMES_IN_RULES)})
    checker = Checker(SETTINGS.model_copy(update={"terms": allowed}))
    files = [file for file in (ROOT / "rules").rglob("*.toml") if file.name != "pack.toml"]
    assert len(files) > 100
    found = []
    for file in sorted(files):
        rule = tomllib.loads(file.read_text(encoding="utf-8"))
        said = [rule.get(key, "") for key in ("title", "message", "why", "fix_reason")]
        said += [example.get("why", "") for example in rule["good"]]
        text = "\n\n".join(re.sub(r"\{[\w:.]*\}", "Zandwijk", " ".join(part.split())) for part in said if part)
        found += [
            f"{file.stem}: {remark}"
            for remark in _heavy(checker.check_text(text))
            if remark.split(": ")[1] not in {rule["name"], *EXCEPTIONS}
        ]
    assert found == [], "\n".join(found)
