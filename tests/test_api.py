"""The library as others use it: a text, thousands of texts, threads, asyncio, tables, and what is promised to stay."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from inspect import getdoc
from pathlib import Path
from threading import Barrier
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

import b1check
from b1check import Checker, Config, Problem, ReadError, Report, Run

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
LETTER = (ROOT / "corpora" / "brieven" / "hondenbelasting-aanmaning.voor.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("value", [3, b"Een zin.", None])
def test_what_is_no_text_is_a_fault_of_the_caller(value: object) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, not {type(value).__name__}"):
        b1check.check(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "message"),
    [("", "Deze tekst is leeg."), (" \n\u00a0", "In deze tekst staan alleen spaties en lege regels.")],
)
def test_a_text_without_text_is_not_called_a_file(text: str, message: str) -> None:
    with pytest.raises(ReadError) as error:
        b1check.check(text)
    assert str(error.value) == message


def test_threads_get_the_reports_that_one_after_another_get() -> None:
    texts = [LETTER.replace("hond", dier) for dier in ("hond", "kat", "vis", "vogel")]
    texts += ["<p>Indien u vragen heeft, belt u ons.</p>", "Derhalve sturen wij u dit."] * 3
    formats = ["html" if text.startswith("<") else "txt" for text in texts]
    serial = Checker()
    expected = [serial.check_text(text, format=fmt) for text, fmt in zip(texts, formats, strict=True)]
    assert all(report.findings for report in expected)
    fresh = Checker()  # nothing is loaded yet: the threads meet in the rules, the pipeline and the cache
    together = Barrier(5)

    def work(place: int) -> list[tuple[int, Report]]:
        together.wait(timeout=60)
        order = [*range(place, len(texts)), *range(place)]
        return [(at, fresh.check_text(texts[at], format=formats[at])) for at in order]

    with ThreadPoolExecutor(5) as pool:
        for found in pool.map(work, range(5)):
            for at, report in found:
                assert report == expected[at]


def test_asyncio_goes_on_while_a_text_is_checked() -> None:
    checker = Checker()

    async def main() -> tuple[list[Report], int]:
        steps = 0

        async def count() -> None:
            nonlocal steps
            while True:
                steps += 1
                await asyncio.sleep(0)

        counting = asyncio.create_task(count())
        texts = [f"Indien u vragen heeft over brief {number}, belt u ons." for number in range(4)]
        reports = await asyncio.gather(*(asyncio.to_thread(checker.check_text, text) for text in texts))
        counting.cancel()
        return reports, steps

    reports, steps = asyncio.run(main())
    assert [report.findings[0].text for report in reports] == ["Indien"] * 4
    assert steps > 10


def test_many_texts_are_checked_one_by_one() -> None:
    asked = 0

    def texts() -> Iterator[str]:
        nonlocal asked
        for text in ("Indien u belt.", "", "Wij bellen u."):
            asked += 1
            yield text

    reports = Checker().check_many(texts(), name="rij")
    assert asked == 0
    first = next(reports)
    assert asked == 1
    assert isinstance(first, Report)
    assert (first.name, first.findings[0].text) == ("rij 1", "Indien")
    assert next(reports) == Problem("rij 2", "Deze tekst is leeg.")


def test_what_is_no_text_stops_many_texts() -> None:
    with pytest.raises(TypeError, match="must be a str, not float"):
        list(Checker().check_many(["Goed.", float("nan")]))  # type: ignore[list-item]


def test_a_checker_forgets_what_it_saw_long_ago() -> None:
    checker = Checker(remember=2_000)
    for _ in checker.check_many(f"Dit is brief nummer {number}. U hoeft niets te doen." for number in range(200)):
        assert sum(len(text) for text in checker._analyser._cache) <= 2_000
    assert Checker()._analyser._cache_characters == 250_000


def test_a_report_goes_to_json_and_back_in_the_form_of_the_schema() -> None:
    report = b1check.check(LETTER)
    data = json.loads(json.dumps(b1check.as_data(report)))
    assert TypeAdapter(Report).validate_python(data) == report
    run = Run(b1check.__version__, "b1check", (report,), ())
    Draft202012Validator(b1check.json_schema()).validate(json.loads(json.dumps(b1check.as_data(run))))
    schema = b1check.json_schema("report")
    assert {"Finding", "Score"} <= set(schema["$defs"])
    assert Config.model_json_schema()["type"] == "object"


def _names_on_the_page() -> list[str]:
    return re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)


def test_the_page_names_what_is_public() -> None:
    assert sorted(_names_on_the_page()) == sorted(b1check.__all__)


@pytest.mark.parametrize("name", b1check.__all__)
def test_what_is_public_is_documented(name: str) -> None:
    value = getattr(b1check, name)
    if isinstance(value, type) or callable(value):
        assert (getdoc(value) or "").strip().endswith((".", "`", ")")) or "\n" in (getdoc(value) or "")
        assert not (getdoc(value) or "").startswith(f"{name}(")  # what dataclasses write when nobody does


def test_no_public_name_hides_a_module() -> None:
    modules = {path.stem for path in (ROOT / "b1check").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert modules & set(b1check.__all__) == set()
    assert all(isinstance(value, ModuleType) for name, value in vars(b1check).items() if name in modules)


CODE = [
    # pandas comes with the extra 'proofs': a large package, for one piece of code
    pytest.param(code, marks=pytest.mark.proof if "import pandas" in code else ())
    for code in re.findall(r"<!-- run -->\n```python\n(.*?)```", PAGE, re.DOTALL)
]


@pytest.mark.parametrize("code", CODE)
def test_the_code_on_the_page_works(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "brieven.csv").write_text("tekst\nIndien u belt.\n\n", encoding="utf-8")
    if "import pandas" in code:
        pytest.importorskip("pandas", reason="pandas is missing: pip install '.[proofs]'")
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(code, "docs/api.md", "exec"), names)
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in re.findall(r"# prints: (.*)", code) if line not in printed] == []


def test_the_page_has_code_to_run() -> None:
    assert len(CODE) == PAGE.count("```python") >= 5


def test_remarks_as_comments_in_a_copy(tmp_path: Path) -> None:
    file = tmp_path / "brief.docx"
    file.write_bytes((ROOT / "corpora" / "brieven" / "terras-uitstel.voor.docx").read_bytes())
    before = file.read_bytes()
    moment = dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC)
    noted = b1check.annotate(file, date=moment)
    assert noted.placed > 0
    assert file.read_bytes() == before, "the file itself stays as it is"
    assert b1check.annotate(file, date=moment).data == noted.data
    assert b1check.annotate(file, min_severity=b1check.Severity.FOUT).placed < noted.placed


def test_a_text_has_no_room_for_comments(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Indien u belt.", encoding="utf-8")
    with pytest.raises(b1check.WriteError, match="geen opmerkingen zetten"):
        b1check.annotate(tmp_path / "brief.txt")
