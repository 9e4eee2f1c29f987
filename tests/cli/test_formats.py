"""The forms of the report for other programs, and the lowest score, through the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pydantic import TypeAdapter

from b1check import Problem, Report
from b1check.reporters import FORMATS

from .conftest import LETTER, Invoke

ONE = ("--select", "dient-te")


@pytest.fixture(autouse=True)
def _outside_a_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_goes_to_the_screen_and_into_a_file(
    b1check: Invoke, letter: Path, tmp_path: Path, name: str
) -> None:
    shown = b1check("check", *ONE, "--format", name, "brief.txt")
    assert "dient-te" in shown.stdout
    assert (shown.exit_code, shown.stderr) == (0, "")
    written = b1check("check", *ONE, "--format", name, "--output", "rapport", "brief.txt")
    assert written.stdout == ""
    assert (tmp_path / "rapport").read_bytes() == shown.stdout_bytes
    assert b1check("check", *ONE, "--format", name, "--fail-on", "let-op", "brief.txt").exit_code == 1


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_tells_what_could_not_be_read(b1check: Invoke, letter: Path, name: str) -> None:
    result = b1check("check", *ONE, "--format", name, "brief.txt", "weg.txt")
    assert result.exit_code == 2
    assert "Dit bestand bestaat niet." in result.stdout
    assert result.stderr.startswith("weg.txt: Dit bestand bestaat niet.")


def test_only_what_is_heavy_enough_is_written(b1check: Invoke, letter: Path) -> None:
    arguments = ("check", *ONE, "--format", "gitlab", "brief.txt", "--min-severity")
    assert json.loads(b1check(*arguments, "fout").stdout) == []
    assert len(json.loads(b1check(*arguments, "let-op").stdout)) == 1


def test_lines_come_one_by_one_in_the_form_of_the_schema(b1check: Invoke, letter: Path, clean: Path) -> None:
    result = b1check("check", *ONE, "--format", "jsonl", "brief.txt", "goed.txt", "weg.txt")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    reports = [TypeAdapter(Report).validate_json(json.dumps(line["document"])) for line in lines[:2]]
    assert [(report.name, len(report.findings)) for report in reports] == [("brief.txt", 1), ("goed.txt", 0)]
    assert TypeAdapter(Problem).validate_python(lines[2]["problem"]).name == "weg.txt"
    b1check("check", *ONE, "--format", "jsonl", "--output", "rapport.jsonl", "brief.txt", "goed.txt", "weg.txt")
    assert Path("rapport.jsonl").read_bytes() == result.stdout_bytes


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_start_where_the_ci_says_that_the_project_is(
    b1check: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "brief.txt").write_text(LETTER, encoding="utf-8")
    monkeypatch.chdir(folder)

    def path() -> str:
        (issue,) = json.loads(b1check("check", *ONE, "--format", "gitlab", "brief.txt").stdout)
        return str(issue["location"]["path"])

    assert path() == "brief.txt"
    monkeypatch.setenv(variable, str(tmp_path))
    assert path() == "site/brief.txt"
    monkeypatch.setenv(variable, str(tmp_path / "elders"))
    assert path() == "brief.txt"


def test_github_gets_a_summary_beside_the_annotations(
    b1check: Invoke, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "samenvatting.md"
    summary.write_text("Van een andere stap.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = b1check("check", *ONE, "--format", "github", "brief.txt")
    assert result.stdout.startswith("::warning file=brief.txt,line=1,endLine=1,col=3,")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Van een andere stap.\n## b1check\n")
    assert "| brief.txt | geen | 0 | 1 | 0 |" in text
    b1check("check", *ONE, "brief.txt")
    assert summary.read_text(encoding="utf-8") == text
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    result = b1check("check", *ONE, "--format", "github", "brief.txt")
    assert (result.exit_code, len(result.stderr.splitlines())) == (0, 1)
    assert "GITHUB_STEP_SUMMARY" in result.stderr


def test_a_junit_test_fails_at_the_level_of_the_run(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    def failures(*options: str) -> str | None:
        return ET.fromstring(b1check("check", *ONE, "--format", "junit", *options, "brief.txt").stdout).get("failures")

    assert failures() == "0"
    assert failures("--fail-on", "tip") == "1"
    assert failures("--fail-on", "geen") == "0"
    (tmp_path / "b1check.toml").write_text('fail-on = "let-op"\n', encoding="utf-8")
    assert failures() == "1"


def test_a_word_file_has_paragraphs_and_no_lines(b1check: Invoke, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Wij betalen u het geld op 1 mei 2026.")
    document.add_paragraph("U dient het formulier in te vullen.")
    document.save(str(tmp_path / "brief.docx"))
    run: Any = json.loads(b1check("check", *ONE, "--format", "sarif", "brief.docx").stdout)["runs"][0]
    (found,) = run["results"]
    assert found["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}
    assert found["locations"][0]["message"] == {"text": "alinea 2, kolom 3"}
    assert found["message"]["text"].startswith("Alinea 2, ‘dient’: ")
    assert "fixes" not in found
    github = b1check("check", *ONE, "--format", "github", "brief.docx").stdout
    assert github.startswith("::warning file=brief.docx,title=b1check%3A dient-te::Alinea 2, ‘dient’: ")


LONG = "U dient het formulier in te vullen en op te sturen naar de afdeling die daarover gaat. " * 12


def test_a_score_that_is_too_low_fails_the_run(b1check: Invoke, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "lang.txt").write_text(LONG, encoding="utf-8")
    arguments = ("check", *ONE, "--fail-on", "geen", "lang.txt", "brief.txt", "--min-score")
    low = b1check(*arguments, "99,5")
    assert low.exit_code == 1
    assert low.stderr.startswith("lang.txt: De score is ")
    assert low.stderr.endswith(". U vraagt minstens 99,5.\n")
    assert len(low.stderr.splitlines()) == 1, "the letter is too short for a score, so it has none that is low"
    assert b1check(*arguments, "0").exit_code == 0
    assert "U vraagt minstens" in b1check(*arguments, "99", "--format", "gitlab").stdout


def test_the_lowest_score_may_stand_in_the_settings(b1check: Invoke, tmp_path: Path) -> None:
    (tmp_path / "b1check.toml").write_text(
        'select = ["dient-te"]\nmin-score = 99.5\n[[overrides]]\npaths = ["oud/**"]\nmin-score = 0\n', encoding="utf-8"
    )
    (tmp_path / "oud").mkdir()
    for name in ("lang.txt", "oud/lang.txt"):
        (tmp_path / name).write_text(LONG, encoding="utf-8")

    def low(*options: str) -> list[str]:
        result = b1check("check", "--fail-on", "geen", "--format", "gitlab", ".", *options)
        told = [issue["location"]["path"] for issue in json.loads(result.stdout) if "U vraagt" in issue["description"]]
        assert result.exit_code == bool(told)
        assert [line.partition(":")[0] for line in result.stderr.splitlines()] == told
        return told

    assert low() == ["lang.txt"]
    assert low("--min-score", "100") == ["lang.txt", "oud/lang.txt"]
    assert low("--min-score", "0") == []


@pytest.mark.parametrize("value", ["-1", "101", "hoog", "nan", ""])
def test_a_score_is_a_number_to_100(b1check: Invoke, letter: Path, value: str) -> None:
    result = b1check("check", "brief.txt", f"--min-score={value}")
    assert result.exit_code == 2
    assert "Geef een getal van 0 tot en met 100." in result.stderr
