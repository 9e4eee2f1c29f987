"""A table for Excel and programs for figures: a row for each finding, and one for each document without any.

It is made for a Dutch Excel: semicolons between the cells, a comma in numbers, and a byte order mark, without which
Excel takes UTF-8 for something else. A cell that Excel would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from b1check.findings import Finding
from b1check.report import Report
from b1check.reporters.results import NOT_CHECKED, Result, Results, remark
from b1check.reporters.text import clean

_BYTE_ORDER_MARK = "\ufeff"
_COLUMNS = (
    "document",
    "score",
    "woorden",
    "plek",
    "regelnummer",
    "kolom",
    "niveau",
    "regel",
    "gevonden tekst",
    "opmerking",
    "alternatieven",
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # also as wide signs, which Excel reads the same
_APART = " | "


def render(results: Results) -> str:
    """Return ``results`` as a table, with line ends as Excel writes them."""
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in _rows(results):
        writer.writerow([_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return _BYTE_ORDER_MARK + table.getvalue()


def _rows(results: Results) -> Iterator[list[str | int]]:
    for path, problem in results.problems():
        yield [path, "", "", "", "", "", "fout", NOT_CHECKED, "", problem.message, ""]
    for result in results.documents:
        start: list[str | int] = [result.path, _score(result.report), result.report.words]
        for name, text in results.wrong(result):
            yield [*start, "", "", "", "fout", name, "", text, ""]
        for finding in result.report.findings:
            yield [*start, *_finding(result, finding)]
        if not result.report.findings:
            yield [*start, "", "", "", "", "", "", "", ""]


def _finding(result: Result, finding: Finding) -> list[str | int]:
    column = "" if finding.block is None else finding.column
    return [
        "hele tekst" if finding.block is None else result.report.line_word,
        finding.line,
        column,
        str(finding.severity),
        finding.rule,
        finding.text if finding.block is not None else "",
        remark(finding),
        _APART.join(finding.suggestions),
    ]


def _score(report: Report) -> str:
    return f"{report.score.value:.1f}".replace(".", ",") if report.score else ""


def _cell(text: str) -> str:
    """Return ``text`` on one line, and never as a formula."""
    text = clean(text).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
