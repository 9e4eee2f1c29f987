"""Runs for the reporters for other programs: a small letter, and text that wants to break out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from b1check import Applicability, Edit, Finding, Fix, Problem, Report, Run, Score, Severity, Span
from b1check.config import Config
from b1check.documents import readers
from b1check.fingerprints import relative
from b1check.reporters import reporter
from b1check.reporters.results import Limits, Result, Results

ROOT = Path("/project")
HOSTILE = (
    "a\"b'c & <script>alert(1)</script> ]]> ::error file=x::y %0A ##[set-env name=A]b | `c` ;=1+1,\t"
    "\x00\x07\x1b[31m\x7f \ud800 \u202e\u2028 \r\n::set-output name=x::1\n=1+1 😀 \ufffe"
)


def made(rule: str, text: str, source: str, **fields: object) -> Finding:
    """A finding about the first ``text`` in ``source``, which is one block."""
    start = source.index(text)
    before = source[:start]
    values: dict[str, object] = {
        "severity": Severity.LET_OP,
        "message": f"‘{text}’ kan beter.",
        "span": Span(start, start + len(text)),
        "line": before.count("\n") + 1,
        "column": start - before.rfind("\n"),
        "sentence": source,
        "block": 0,
    }
    return Finding(rule=rule, text=text, **(values | fields))  # type: ignore[arg-type]


def fix(source: str, *pairs: tuple[str, str], applicability: Applicability = Applicability.SAFE) -> Fix:
    """A fix that writes something else for each of the words in ``source``."""
    edits = tuple(Edit(Span(source.index(old), source.index(old) + len(old)), new) for old, new in pairs)
    return Fix(edits, applicability, pairs[0][1], "Het lidwoord verandert mee.")


def result(
    source: str,
    *findings: Finding,
    name: str = "",
    fmt: str = "txt",
    score: float | None = None,
    fail_on: Severity | None = Severity.FOUT,
    config: Config | None = None,
    **fields: object,
) -> Result:
    """A document of one block in which ``findings`` were found."""
    name = name or f"brief.{fmt}"
    document = replace(readers.read_text(source, name=name), format=fmt)
    values = {"words": len(source.split()), "sentences": 1, "findings": findings, **fields}
    report = Report(
        name=name,
        format=fmt,
        line_word=document.line_word,
        score=None if score is None else Score(score, 5.0, "waarschijnlijk te moeilijk", ()),
        **values,  # type: ignore[arg-type]
    )
    return Result(report, document, relative(name, ROOT, ROOT), Limits(fail_on), config)


def results(*documents: Result, problems: tuple[Problem, ...] = (), min_score: float | None = None) -> Results:
    """A run over ``documents``."""
    run = Run("0.1.0", "b1check 0.1.0", tuple(one.report for one in documents), problems)
    limited = tuple(replace(one, limits=one.limits._replace(min_score=min_score)) for one in documents)
    return Results(run, limited, ROOT, ROOT)


def hostile() -> Results:
    """A run in which all that a document or a rule of others can say wants to break out."""
    source = f"Hallo. {HOSTILE} Dag."
    findings = [
        made(
            "lange-zin",
            "Hallo.",
            source,
            severity=severity,
            message=HOSTILE,
            advice=HOSTILE,
            suggestions=(HOSTILE, "@som"),
            fixes=(fix(source, ("Hallo", HOSTILE)),),
        )
        for severity in Severity
        for _ in range(12)
    ]
    name = 'map ;"%,:\n=x/::a\udc80]]>.txt'
    document = result(source, *findings, name=name, score=10.0, errors=(HOSTILE,), fail_on=Severity.TIP)
    return results(document, problems=(Problem(f"weg{name}", HOSTILE),), min_score=60.0)


def rendered(name: str, run: Results) -> str:
    """The report of ``run`` in the format called ``name``."""
    return reporter(name)(run)
