"""What a check gives back: frozen values, the same for the command, the API and the editor.

``SCHEMA_VERSION`` changes when a field changes its meaning or goes away; new fields do not change it.
"""

from __future__ import annotations

from dataclasses import dataclass

from b1check.findings import Finding, Severity, Span

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much one measured component takes from the score.

    Attributes:
        name: Dutch name of the component.
        value: what was measured.
        unit: Dutch unit of ``value``.
        target: the value in what professional editors write.
        points: points that it gives to the score, or takes from it.
    """

    name: str
    value: float
    unit: str
    target: float
    points: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure behind the score.

    Attributes:
        name: name in code and data.
        title: Dutch name.
        component: the component that it belongs to.
        value: mean over the sentences.
        target: the mean in what professional editors write.
        points: points that it gives to the score, or takes from it.
    """

    name: str
    title: str
    component: str
    value: float
    target: float
    points: float


@dataclass(frozen=True, slots=True)
class Score:
    """Readability from 0 to 100, high is easy.

    Attributes:
        value: the score.
        band: half the width of the 95 % interval that the number of sentences allows.
        verdict: Dutch verdict; never a claim of a level.
        contributions: the components; ``base`` plus their points is the score, within 0 and 100.
        base: the score of a text that is on target everywhere.
    """

    value: float
    band: float
    verdict: str
    contributions: tuple[Contribution, ...]
    base: float = 100.0


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """A figure of another method.

    Attributes:
        name: Dutch name of the method.
        value: the figure, with one decimal.
        scale: Dutch words that say how to read the figure.
        note: Dutch words on what it means here, or what it is worth.
    """

    name: str
    value: float
    scale: str
    note: str


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """The score of one sentence.

    Attributes:
        span: the sentence in the source.
        value: from 0 to 100; of one sentence it is only a hint.
    """

    span: Span
    value: float


@dataclass(frozen=True, slots=True)
class BlockScore:
    """The score of one paragraph or list item.

    Attributes:
        span: the paragraph in the source.
        value: from 0 to 100; the mean of its sentences.
        sentences: its sentences, in order.
    """

    span: Span
    value: float
    sentences: tuple[SentenceScore, ...]


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
class Quote:
    """Words of the document, with their place.

    Attributes:
        text: the words.
        span: where they stand in the source.
        line: line of the first word.
    """

    text: str
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class ActionSummary:
    """What the reader has to do, in four lines; None where the letter does not say it.

    Attributes:
        what: what to do.
        when: before when, or on which day.
        how: through which channel, or where.
        otherwise: what happens if the reader does not.
    """

    what: Quote
    when: Quote | None
    how: Quote | None
    otherwise: Quote | None


@dataclass(frozen=True, slots=True)
class DeadlineSummary:
    """A moment before which somebody must act.

    Attributes:
        quote: the words that give it.
        whom: who must act: "lezer" or "gemeente".
        date: the last day (ISO 8601), where it can be worked out.
        days: the length of the term in calendar days, where the words give one.
    """

    quote: Quote
    whom: str
    date: str | None
    days: float | None


@dataclass(frozen=True, slots=True)
class PromiseSummary:
    """What the municipality says that it will do.

    Attributes:
        quote: the sentence with the promise.
        topic: what sort of promise, such as "antwoord".
        when: the words that say when; None when the reader cannot know.
        days: the length of the term in calendar days, where the words give one.
    """

    quote: Quote
    topic: str
    when: Quote | None
    days: float | None


@dataclass(frozen=True, slots=True)
class ClauseSummary:
    """A part that the law asks for.

    Attributes:
        kind: which, such as "bezwaar".
        quote: the words that open it.
        present: what it tells.
        missing: what it does not tell.
    """

    kind: str
    quote: Quote
    present: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """A question that a letter must answer for its reader.

    Attributes:
        name: short Dutch name.
        question: the question in Dutch.
        met: whether the letter answers it; None when this sort of letter need not.
        quote: the words that do.
    """

    name: str
    question: str
    met: bool | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class LetterSummary:
    """What a document says to its reader.

    Attributes:
        type: sort of document, such as "aanmaning".
        type_reason: Dutch reason for that.
        date: date of the letter (ISO 8601), where it gives one.
        action: what the reader has to do; None when nothing.
        deadlines: in the order of the text.
        promises: in the order of the text.
        clauses: in the order of the text.
        checklist: nine questions; empty for a page.
    """

    type: str
    type_reason: str
    date: str | None
    action: ActionSummary | None
    deadlines: tuple[DeadlineSummary, ...]
    promises: tuple[PromiseSummary, ...]
    clauses: tuple[ClauseSummary, ...]
    checklist: tuple[ChecklistAnswer, ...]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A remark that the writer switched off in the text.

    Attributes:
        finding: the remark.
        reason: why, in the words of the writer; "" when they do not say it.
        span: where it is switched off, in the source; in a Word or OpenDocument file the words of the comment.
        line: line of that place.
    """

    finding: Finding
    reason: str
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Report:
    """The result of checking one document.

    Attributes:
        name: path or other name of the document.
        format: ``txt``, ``md``, ``html``, ``docx``, ``odt``, ``rtf``, ``pdf``, ``eml`` or ``msg``.
        line_word: what a line number counts: "regel", in a Word, OpenDocument or RTF file "alinea", in a PDF
            "bladzijde".
        words: number of words in the running text.
        sentences: number of sentences in the running text.
        findings: in the order of the text.
        score: None when there is too little running text.
        no_score: Dutch reason why there is no score, or "".
        difficulty: the same components without targets and without a floor: ranks texts of any length, higher is
            harder; None without a sentence.
        second_opinions: what other methods say; they do not count for the score.
        measures: what the score is made of; also for a text that is too short for one.
        blocks: the score of each paragraph and sentence of the running text.
        improvements: what gains most, the largest gain first; three at most.
        letter: what the document asks, promises and legally needs; None when that could not be found out.
        notes: Dutch remarks of the reader, such as what was left out.
        errors: Dutch remarks about what failed, such as a rule; the other findings are complete.
        warnings: Dutch remarks about help from outside that did not come, such as that of LanguageTool; our own
            findings are complete.
        suppressed: findings that the writer switched off in the text; they count for the score, and for nothing else.
        known: how many findings were left out because a baseline knows them.
        unchanged: how many findings were left out because they are about text that did not change.
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
    second_opinions: tuple[SecondOpinion, ...] = ()
    measures: tuple[Measured, ...] = ()
    blocks: tuple[BlockScore, ...] = ()
    letter: LetterSummary | None = None
    notes: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    known: int = 0
    unchanged: int = 0

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
