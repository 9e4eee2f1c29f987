"""What a reporter for another program gets: the run, and of each document also its text and its settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from b1check.config import Config
from b1check.documents.document import Document
from b1check.findings import Finding, Severity
from b1check.fingerprints import relative
from b1check.report import Problem, Report, Run
from b1check.reporters.places import Places
from b1check.reporters.text import clean, listing

FILE_FORMATS = frozenset({"txt", "md", "html"})
"""Formats in which the source is the file as it is, so that a place in one is a place in the other."""

NOT_CHECKED = "niet-gecontroleerd"
"""Stands where the name of a rule stands, for a document that could not be checked."""
FAILED_RULE = "regel-werkte-niet"
"""The same for a rule that failed."""
LOW_SCORE = "score-te-laag"
"""The same for a score that is lower than was asked."""
_MAX_SUGGESTIONS = 4


class Limits(NamedTuple):
    """What fails the run.

    Attributes:
        fail_on: from which severity on a finding does; None when none does.
        min_score: the lowest score that is good; None for any. A text without a score does not fail.
    """

    fail_on: Severity | None = Severity.FOUT
    min_score: float | None = None

    def fails(self, finding: Finding) -> bool:
        """Tell whether ``finding`` fails the run."""
        return self.fail_on is not None and finding.severity.reaches(self.fail_on)

    def low_score(self, report: Report) -> str:
        """Return what to tell about a score that is too low; "" where there is none."""
        if self.min_score is None or report.score is None or report.score.value >= self.min_score:
            return ""
        value, asked = (f"{points:.3g}".replace(".", ",") for points in (report.score.value, self.min_score))
        return f"De score is {value}. U vraagt minstens {asked}."

    def failed_by(self, report: Report) -> bool:
        """Tell whether anything in ``report`` fails the run."""
        return bool(self.low_score(report)) or any(map(self.fails, report.findings))


USUAL = Limits()
"""What holds where nobody asks for anything else."""


@dataclass(frozen=True)
class Result:
    """A document that was checked.

    Attributes:
        report: what was found.
        document: the document.
        path: from the root of the project, with forward slashes.
        limits: what fails the run.
        config: the settings, which say which rules there are.
    """

    report: Report
    document: Document
    path: str
    limits: Limits = USUAL
    config: Config | None = None

    @property
    def has_places(self) -> bool:
        """Tell whether lines and columns are those of the file; in a Word file there are only paragraphs."""
        return self.document.format in FILE_FORMATS

    @cached_property
    def places(self) -> Places:
        """The places in the source, in the units of other programs."""
        return Places(self.document.source)

    def fails(self, finding: Finding) -> bool:
        """Tell whether ``finding`` fails the run."""
        return self.limits.fails(finding)

    @property
    def low_score(self) -> str:
        """What to tell about a score that is too low; "" where there is none."""
        return self.limits.low_score(self.report)

    def spot(self, finding: Finding) -> str:
        """Return where ``finding`` stands, for people."""
        if finding.block is None:
            return "hele tekst"
        if self.report.line_word == "bladzijde":  # a column of a whole page says nothing
            return f"bladzijde {finding.line}"
        return f"{self.report.line_word} {finding.line}, kolom {finding.column}"

    def message(self, finding: Finding) -> str:
        """Return what to tell about ``finding``, with the place in it where no line of the file can tell it."""
        text = remark(finding)
        if finding.block is None or self.has_places:
            return text
        return f"{self.report.line_word.capitalize()} {finding.line}, ‘{_short(clean(finding.text))}’: {text}"


@dataclass(frozen=True, slots=True)
class Results:
    """A whole run.

    Attributes:
        run: its values, as in JSON.
        documents: the documents of ``run``, in the same order.
        root: the folder that holds the project.
        here: the folder from which the names of documents start.
    """

    run: Run
    documents: tuple[Result, ...]
    root: Path
    here: Path

    def wrong(self, result: Result) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with a whole document: what stands for the name of a rule, and what to tell."""
        for error in result.report.errors:
            yield FAILED_RULE, error
        if low := result.low_score:
            yield LOW_SCORE, low

    def problems(self) -> Iterator[tuple[str, Problem]]:
        """Yield the documents that could not be checked, each after its path from the root."""
        for problem in self.run.problems:
            yield relative(problem.name, self.root, self.here), problem


def remark(finding: Finding) -> str:
    """Return the message, the advice and the other wordings of ``finding`` on one line."""
    parts = [finding.message, finding.advice]
    wordings = finding.suggestions[:_MAX_SUGGESTIONS]
    if not all(_names(finding.message, wording) for wording in wordings):
        parts.append(f"Schrijf: {listing([f'‘{wording}’' for wording in wordings], word='of')}.")
    return clean(" ".join(part.strip() for part in parts if part.strip()))


def _names(message: str, wording: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", message) is not None


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
