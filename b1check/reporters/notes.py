"""The report as notes beside the text of a Word or OpenDocument file: one about all of it, and one for each remark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from b1check.config import Config
from b1check.documents.writers.notes import Note
from b1check.errors import RuleError
from b1check.explanations import Explanation, explain
from b1check.findings import Finding, Severity
from b1check.report import Improvement, LetterSummary, Report
from b1check.reporters.results import remark
from b1check.reporters.text import clean, count, listing, number

_MANY = 25
"""In a document with more findings than this, tips are left out, as on the screen."""
_WHY = 220
"""How long a reason may be, in characters."""
_WORDS = 80
_SENTENCE_END = re.compile(r"(?<=[.?!]) ")


def notes(report: Report, config: Config | None = None, *, min_severity: Severity | None = None) -> list[Note]:
    """Return the notes for ``report``: first the one about the whole text.

    Args:
        report: what was found.
        config: the settings with which it was found; needed when they name packs of rules.
        min_severity: the lightest findings to note; None for all, but no tips in a document with many findings.
    """
    least = min_severity or (Severity.LET_OP if len(report.findings) > _MANY else Severity.TIP)
    shown = [finding for finding in report.findings if finding.severity.reaches(least)]
    rules = {rule: _explanation(rule, config) for rule in dict.fromkeys(finding.rule for finding in shown)}
    return [_summary(report, shown), *(_note(finding, rules[finding.rule]) for finding in shown)]


def _explanation(name: str, config: Config | None) -> Explanation | None:
    try:
        return explain(name, config=config)
    except RuleError:
        return None


def _note(finding: Finding, rule: Explanation | None) -> Note:
    lines = [remark(finding)]
    if finding.block is None:
        lines.insert(0, "Dit gaat over de hele tekst.")
    if rule and (why := _short(clean(rule.why))):
        lines.append(f"Waarom: {why}")
    lines.append(f"Regel: {finding.rule} ({finding.severity})")
    title = clean(rule.title) if rule else finding.rule
    return Note(title, tuple(lines), finding.span, _cut(clean(finding.text)))


def _short(text: str) -> str:
    """Return as many whole sentences as fit, and always the first."""
    first, *more = _SENTENCE_END.split(text)
    for sentence in more:
        if len(first) + len(sentence) >= _WHY:
            break
        first = f"{first} {sentence}"
    return first


def _cut(words: str) -> str:
    if len(words) <= _WORDS:
        return words
    return f"{words[:_WORDS].rpartition(' ')[0] or words[:_WORDS]} …"


def _summary(report: Report, shown: list[Finding]) -> Note:
    score = report.score
    if score:
        low, high = max(score.value - score.band, 0), min(score.value + score.band, 100)
        title = f"Score {score.value:.0f} van 100: {score.verdict}"
        lines = [f"De score ligt tussen {low:.0f} en {high:.0f}."]
    else:
        title, lines = "Geen score", [clean(report.no_score)]
    lines += _counts(report, shown)
    if report.improvements:
        lines.append("Doe dit eerst:")
        lines += (f"{order}. {_improvement(one, report)}" for order, one in enumerate(report.improvements, 1))
    if report.letter and report.letter.checklist:
        lines += _letter(report.letter)
    lines += (f"Goed om te weten: {clean(note)}" for note in (*report.warnings, *report.notes))
    lines += (f"Er ging iets mis: {clean(error)}" for error in report.errors)
    return Note(title, tuple(line for line in lines if line))


def _counts(report: Report, shown: list[Finding]) -> Iterator[str]:
    counts = [(severity, sum(finding.severity is severity for finding in shown)) for severity in Severity]
    parts = [f"{amount} {severity}" for severity, amount in counts if amount]
    if shown:
        yield f"{count(len(shown), 'opmerking', 'opmerkingen')}: {listing(parts)}."
    else:
        yield "Er zijn geen opmerkingen bij de tekst."
    if left := len(report.findings) - len(shown):
        yield f"Niet getoond: {count(left, 'lichtere opmerking', 'lichtere opmerkingen')}."
    if report.suppressed:
        yield f"{count(len(report.suppressed), 'opmerking', 'opmerkingen')} uitgezet in de tekst."


def _improvement(improvement: Improvement, report: Report) -> str:
    gain = f": {number(improvement.gain, sign=True)} punten" if report.score and improvement.gain else ""
    return f"{clean(improvement.title)} ({improvement.count} keer){gain}"


def _letter(letter: LetterSummary) -> Iterator[str]:
    if letter.action is None:
        missing = any(item.name == "actie" and item.met is False for item in letter.checklist)
        yield "Wat moet de lezer doen? Dat staat er niet." if missing else "b1check vindt niets wat de lezer moet doen."
        return
    for label, quote in (
        ("Wat moet de lezer doen?", letter.action.what),
        ("Voor wanneer?", letter.action.when),
        ("Hoe?", letter.action.how),
        ("En anders?", letter.action.otherwise),
    ):
        yield f"{label} {clean(quote.text) if quote else 'Dat staat er niet.'}"
