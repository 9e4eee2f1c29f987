"""What holds for every report for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import b1check
from b1check import Checker, Problem, Severity
from b1check.config import Config
from b1check.documents import readers
from b1check.reporters import FORMATS
from b1check.reporters.results import Result, Results, remark

from .samples import HOSTILE, ROOT, fix, hostile, made, rendered, result, results

GOLDEN = Path(__file__).parent / "golden"
PACK = Path(__file__).parents[1] / "packs" / "voorbeeldstad"
SOURCE = "U dient te betalen. Bel ons."


def _table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def _commands(text: str) -> list[str]:
    lines = text.removesuffix("\n").split("\n")
    assert all(re.match(r"::(error|warning|notice) file=|- |GitHub toont ", line) for line in lines if line)
    return [line for line in lines if line.startswith("::")]


PARSERS: dict[str, Callable[[str], Any]] = {
    "sarif": json.loads,
    "github": _commands,
    "gitlab": json.loads,
    "junit": ET.fromstring,
    "checkstyle": ET.fromstring,
    "rdjson": json.loads,
    "csv": _table,
}
SIZES: dict[str, Callable[[Any], int]] = {
    "sarif": lambda data: len(data["runs"][0]["results"]),
    "github": len,
    "gitlab": len,
    "junit": lambda root: len([case for case in root.iter("testcase") if len(case)]),
    "checkstyle": lambda root: len(list(root.iter("error"))),
    "rdjson": lambda data: len(data["diagnostics"]),
    "csv": lambda rows: len(rows) - 1,
}
"""How many remarks there are in what a parser gives."""


def parsed(name: str, run: Results) -> Any:
    text = rendered(name, run)
    text.encode("utf-8")  # no half pairs
    assert text.endswith("\n") or not text
    return PARSERS[name](text)


def test_each_format_has_a_parser_here() -> None:
    assert set(PARSERS) == set(SIZES) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_a_text_breaks_out(name: str) -> None:
    data = parsed(name, hostile())
    assert SIZES[name](data) > 0
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", rendered(name, hostile()))


@given(st.text(max_size=30), st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_any_text_at_all_gives_a_report_that_can_be_read(message: str, words: str, place: str) -> None:
    source = f"x{words}x"
    document = result(
        source,
        made("x", words, source, message=message, suggestions=(words,), fixes=(fix(source, (words, message)),)),
        name=f"{place}.txt",
    )
    for name, parse in PARSERS.items():
        text = rendered(name, results(document, problems=(Problem(place, message),)))
        text.encode("utf-8")
        parse(text)


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_without_documents(name: str) -> None:
    assert SIZES[name](parsed(name, results())) == 0


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_without_remarks(name: str) -> None:
    data = parsed(name, results(result(SOURCE)))
    assert SIZES[name](data) == (1 if name == "csv" else 0)  # the table holds its figures


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_that_cannot_be_read(name: str) -> None:
    run = results(problems=(Problem("leeg.txt", "Dit bestand is leeg."),))
    data = parsed(name, run)
    assert SIZES[name](data) == (0 if name == "sarif" else 1)  # there it is no result but a notification
    assert "leeg.txt" in rendered(name, run)
    assert "Dit bestand is leeg." in rendered(name, run)


@pytest.mark.parametrize("name", FORMATS)
def test_two_documents_with_the_same_remark(name: str) -> None:
    run = results(
        result(SOURCE, made("dient-te", "dient", SOURCE), name="a.txt"),
        result(SOURCE, made("dient-te", "dient", SOURCE), name="map/b.txt"),
    )
    assert SIZES[name](parsed(name, run)) == 2
    assert "a.txt" in rendered(name, run)
    assert "map/b.txt" in rendered(name, run)


@pytest.mark.parametrize("name", FORMATS)
def test_a_rule_that_failed_and_a_low_score_are_told(name: str) -> None:
    run = results(result(SOURCE, score=42.0, errors=("De regel x werkte niet: fout.",)), min_score=60.0)
    text = rendered(name, run)
    assert "De regel x werkte niet: fout." in text
    assert "De score is 42. U vraagt minstens 60." in text
    assert "U vraagt minstens" not in rendered(name, results(result(SOURCE, score=60.0), min_score=60.0))
    assert "U vraagt minstens" not in rendered(name, results(result(SOURCE), min_score=60.0))


@pytest.mark.parametrize("name", FORMATS)
def test_a_remark_on_a_word_file_tells_the_paragraph_and_claims_no_line(name: str) -> None:
    word = result(
        SOURCE, made("dient-te", "dient", SOURCE, line=7, fixes=(fix(SOURCE, ("dient", "moet")),)), fmt="docx"
    )
    text = rendered(name, results(word))
    if name == "csv":  # it has columns for that
        assert ";alinea;7;3;" in text
        return
    assert "linea 7, " in text
    assert "‘dient’" in text
    for place in ("endColumn", '"column"', "col=", "replacements", "suggestions"):
        assert place not in text


def test_a_remark_is_one_line_with_advice_and_other_wordings() -> None:
    finding = made("x", "dient", SOURCE, message="Dit is\nformeel.", advice="Leg uit.", suggestions=("moet", "hoort"))
    assert remark(finding) == "Dit is formeel. Leg uit. Schrijf: ‘moet’ of ‘hoort’."
    named = made("x", "dient", SOURCE, message="Beter: moet.", suggestions=("moet",))
    assert remark(named) == "Beter: moet."


@pytest.fixture(scope="module")
def letter() -> Results:
    config = Config(
        packs=(str(PACK),),
        select=("marktwoord", "stadhuis-noemen"),
        rules={"marktwoord": {"severity": "fout"}},  # type: ignore[dict-item]
    )
    document = readers.read_bytes((GOLDEN / "brief.md").read_bytes(), name="brieven/brief.md")
    report = Checker(config).check_document(document)
    assert report.score is None, "a score would change with every change of what is measured"
    return results(Result(report, document, "brieven/brief.md", config=config))


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_of_a_letter(name: str, letter: Results, request: pytest.FixtureRequest) -> None:
    """Compare with the file in ``golden``; ``pytest tests/reporters --update-snapshots`` writes it anew."""
    text = rendered(name, letter).replace(b1check.__version__, "VERSION")
    file = GOLDEN / f"brief.{name}"
    if request.config.getoption("--update-snapshots"):
        file.write_bytes(text.encode("utf-8"))
    assert file.read_bytes().decode("utf-8") == text


def test_remarks_of_a_letter_keep_their_order_and_their_names(letter: Results) -> None:
    marks = [issue["fingerprint"] for issue in parsed("gitlab", letter)]
    assert len(set(marks)) == len(marks) == 3
    lines = [issue["location"]["lines"]["begin"] for issue in parsed("gitlab", letter)]
    assert all(one <= other for one, other in pairwise(lines))


def test_github_shows_ten_of_each_level_and_tells_of_the_rest() -> None:
    source = "a b c"
    findings = [
        made("lange-zin", "a", source, severity=severity, message=f"{severity} {number}.")
        for severity in Severity
        for number in range(13 if severity is Severity.TIP else 10)
    ]
    run = results(result(source, *findings))
    commands = _commands(rendered("github", run))
    assert [command.split()[0] for command in commands] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    rest = rendered("github", run).split("\n")[30:]
    assert rest[0] == ("GitHub toont niet meer dan 10 opmerkingen van elk niveau. Er zijn er nog 3 van het niveau tip.")
    assert rest[1] == "- brief.txt, regel 1, kolom 1: tip: tip 10."


def test_what_cannot_be_read_is_never_what_github_drops() -> None:
    source = "a b c"
    findings = [made("lange-zin", "a", source, severity=Severity.FOUT) for _ in range(20)]
    run = results(result(source, *findings), problems=(Problem("weg.txt", "Dit bestand is weg."),))
    assert _commands(rendered("github", run))[0] == (
        "::error file=weg.txt,title=b1check%3A niet-gecontroleerd::Dit bestand is weg."
    )


def test_github_gets_places_in_code_points_and_columns_only_on_one_line() -> None:
    source = "😀 een zin\nover twee regels"
    run = results(
        result(
            source, made("x", "een", source, message="Een: 100 %, zo."), made("x", "zin\nover", source, message="B.")
        )
    )
    first, second = _commands(rendered("github", run))
    assert first == (
        "::warning file=brief.txt,line=1,endLine=1,col=3,endColumn=6,title=b1check%3A x::Een: 100 %25, zo."
    )
    assert second == "::warning file=brief.txt,line=1,endLine=2,title=b1check%3A x::B."


@pytest.mark.parametrize("name", ["a,line=9.txt", "a%2C:b.txt", "::x.txt", "map met spatie/100%.txt"])
def test_a_runner_reads_the_path_and_the_words_of_a_command_as_they_were(name: str) -> None:
    message = "50 %2C, zo: a::b,c=d"
    (line,) = _commands(rendered("github", results(result("a b", made("x", "a", "a b", message=message), name=name))))
    properties, data = line.removeprefix("::warning ").split("::", 1)
    fields = dict(field.split("=", 1) for field in properties.split(","))

    def plain(text: str) -> str:
        return text.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%25", "%")

    assert plain(fields["file"]) == name
    assert fields["line"] == "1"
    assert data.replace("%25", "%") == message


def test_no_line_for_the_log_of_github_starts_a_command() -> None:
    for line in rendered("github", hostile()).split("\n"):
        if not line.startswith(("::error file=", "::warning file=", "::notice file=")):
            assert not line.lstrip().startswith("::")
            assert "##[" not in line


def test_the_summary_for_github_puts_the_worst_first_and_says_what_is_not_shown() -> None:
    from b1check.reporters import github  # noqa: PLC0415

    source = "a b c"
    tips = [made("lange-zin", "a", source, severity=Severity.TIP, message="Een | tip.") for _ in range(12)]
    error = made("lange-zin", "b", source, severity=Severity.FOUT)
    run = results(
        result(source, *tips, name="goed.txt", score=80.0),
        result(source, error, name="slecht.txt", score=40.0),
        problems=(Problem("weg.txt", "Dit bestand is weg."),),
        min_score=60.0,
    )
    text = github.summary(run)
    assert "13 opmerkingen in 2 documenten." in text
    rows = [line for line in text.splitlines() if re.match(r"\| (goed|slecht)\.txt \|", line)]
    assert rows == [
        "| slecht.txt | **40: waarschijnlijk te moeilijk** (te laag) | 1 | 0 | 0 |",
        "| goed.txt | 80: waarschijnlijk te moeilijk | 0 | 0 | 12 |",
    ]
    assert "- weg.txt: Dit bestand is weg." in text
    assert "Er zijn er nog 2 van het niveau tip." in text
    assert text.count("| goed.txt, regel 1, kolom 1 | tip | Een &#124; tip. |") == 2
    assert "<script" not in github.summary(hostile())


def test_the_summary_for_github_says_how_many_remarks_are_left_out() -> None:
    from b1check.reporters import github  # noqa: PLC0415

    one = result("a b c", name="brief.txt")
    known = results(replace(one, report=replace(one.report, known=3)))
    assert "Al bekend, dus niet getoond: 3 opmerkingen." in github.summary(known).splitlines()
    assert "niet getoond" not in github.summary(results(one))


def test_a_junit_test_fails_only_for_what_fails_the_run() -> None:
    findings = (made("a", "dient", SOURCE, severity=Severity.FOUT), made("b", "Bel", SOURCE, severity=Severity.TIP))
    for level, failures in ((Severity.FOUT, ["a"]), (Severity.TIP, ["a", "b"]), (None, [])):
        root = parsed("junit", results(result(SOURCE, *findings, fail_on=level)))
        assert [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None] == failures
        assert root.get("failures") == str(len(failures))
        assert root.get("tests") == "2"
    clean = parsed("junit", results(result(SOURCE)))
    assert [case.get("name") for case in clean.iter("testcase")] == ["geen-opmerkingen"]


def test_rdjson_counts_bytes_and_gives_the_first_wording_that_can_be_placed_as_one_range() -> None:
    source = "Ja 😀 é: u dient nu te betalen."
    idea = fix(source, ("dient", "moest"), applicability=b1check.Applicability.SHOW)
    both = fix(source, ("dient", "moet"), (" te", ""))
    run = results(result(source, made("dient-te", "dient", source, fixes=(idea, both))))
    (diagnostic,) = parsed("rdjson", run)["diagnostics"]
    start = len("Ja 😀 é: u ".encode()) + 1
    assert diagnostic["location"]["range"]["start"] == {"line": 1, "column": start}
    assert diagnostic["suggestions"] == [
        {
            "range": {
                "start": {"line": 1, "column": start},
                "end": {"line": 1, "column": start + len("dient nu te")},
            },
            "text": "moet nu",
        }
    ]


def test_a_cell_is_never_a_formula() -> None:
    starts = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1", "\u200b=1"]
    for start in starts:
        source = f"{start} x"
        (_, row) = _table(rendered("csv", results(result(source, made("x", start, source, message=start)))))
        assert row[8].startswith("'"), start
        assert row[9].startswith("'"), start
        assert "\n" not in row[8]


def test_the_table_is_for_a_dutch_excel() -> None:
    text = rendered(
        "csv", results(result(SOURCE, made("x", "dient", SOURCE, suggestions=("moet", "hoort")), score=43.5))
    )
    assert text.startswith("\ufeffdocument;score;")
    assert text.endswith("\r\n")
    header, row = _table(text)
    values = dict(zip(header, row, strict=True))
    assert values["score"] == "43,5"
    assert values["niveau"] == "let-op"
    assert values["alternatieven"] == "moet | hoort"
    assert (values["plek"], values["regelnummer"], values["kolom"]) == ("regel", "1", "3")


def test_hostile_text_comes_back_whole_where_a_format_can_hold_it() -> None:
    (message, *_) = [
        issue["description"] for issue in parsed("gitlab", hostile()) if issue["check_name"] == "lange-zin"
    ]
    assert "]]> ::error file=x::y %0A" in message
    assert HOSTILE.count("😀") == 1
    assert "😀" in message
    assert parsed("junit", hostile()).get("name") == "b1check"
    assert ROOT.as_posix() not in rendered("gitlab", hostile())
