"""What a check gives back: frozen values, the same for the command, the API and the editor.

``SCHEMA_VERSION`` changes when a field changes its meaning or goes away; new fields do not change it.
"""

from __future__ import annotations

from dataclasses import dataclass

from b1check.findings import Finding, Severity

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much one measured component takes from the score.

    Attributes:
        name: Dutch name of the component.
        value: what was measured.
        unit: Dutch unit of ``value``.
        target: the value up to which nothing is taken.
        points: points taken from 100; 0 or less than 0.
    """

    name: str
    value: float
    unit: str
    target: float
    points: float


@dataclass(frozen=True, slots=True)
class Score:
    """Readability from 0 to 100, high is easy.

    Attributes:
        value: the score.
        band: half the width of the 95 % interval that the number of sentences allows.
        verdict: Dutch verdict; never a claim of a level.
        contributions: the components; 100 plus their points is the score, unless that is below 0.
    """

    value: float
    band: float
    verdict: str
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Improvement:
    """Something to do first.

    Attributes:
        rule: name of the rule.
        title: Dutch title of the rule.
        count: number of findings it would solve.
        gain: points that the score would win.
        line: line of the first finding.
    """

    rule: str
    title: str
    count: int
    gain: float
    line: int


@dataclass(frozen=True, slots=True)
class Report:
    """The result of checking one document.

    Attributes:
        name: path or other name of the document.
        format: ``txt``, ``md``, ``html`` or ``docx``.
        line_word: what a line number counts: "regel" or, in a Word file, "alinea".
        words: number of words in the running text.
        sentences: number of sentences in the running text.
        findings: in the order of the text.
        score: None when there is too little running text.
        no_score: Dutch reason why there is no score, or "".
        difficulty: the same components without targets and without a floor: ranks texts of any length, higher is
            harder; None without a sentence.
        improvements: what gains most, the largest gain first; three at most.
        notes: Dutch remarks of the reader, such as what was left out.
        errors: Dutch remarks about rules that failed; the other findings are complete.
    """

    name: str
    format: str
    line_word: str
    words: int
    sentences: int
    findings: tuple[Finding, ...]
    score: Score | None
    no_score: str = ""
    difficulty: float | None = None
    improvements: tuple[Improvement, ...] = ()
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return the number of findings of exactly ``severity``."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that could not be checked, with one Dutch line that says why and what to do."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """The result of checking several documents.

    Attributes:
        version: version of b1check.
        pipeline: name and version of the language pipeline.
        documents: one report for each document that could be read, in the order of the run.
        problems: the documents that could not be checked.
        schema_version: version of this form.
    """

    version: str
    pipeline: str
    documents: tuple[Report, ...]
    problems: tuple[Problem, ...] = ()
    schema_version: str = SCHEMA_VERSION
