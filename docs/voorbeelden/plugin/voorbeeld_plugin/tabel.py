"""A report as a table in Markdown, for a wiki or the description of a change."""

from __future__ import annotations

from b1check import Results


def render(results: Results) -> str:
    """Return a row for each document, and a line for each that could not be read."""
    rows = ["| document | score | fout | let-op | tip |", "| --- | ---: | ---: | ---: | ---: |"]
    for document in results.documents:
        report = document.report
        score = f"{report.score.value:.0f}" if report.score else "-"
        amounts = [sum(finding.severity == level for finding in report.findings) for level in ("fout", "let-op", "tip")]
        rows.append(f"| {_cell(document.path)} | {score} | {' | '.join(map(str, amounts))} |")
    for path, problem in results.problems():
        rows.append(f"\n{_cell(path)}: {_cell(problem.message)}")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
