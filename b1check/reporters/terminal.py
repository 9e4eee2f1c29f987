"""The report for people: per document the findings, the score and what to do first; then the totals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from b1check.findings import Finding, Severity
from b1check.report import Improvement, Report, Run, Score
from b1check.reporters.excerpt import excerpt, is_whole
from b1check.reporters.omitted import left_out
from b1check.reporters.style import SEVERITY_LOOK, Look, Style
from b1check.reporters.text import ELLIPSIS, clean, count, cut_middle, listing, number, pad, width, wrap

_INDENT = "  "
_BODY = "    "
_BAR = "│ "
_MAX_SUGGESTIONS = 4
_LONG_SUGGESTION = 40
_MANY = 25
"""In a document with more findings than this, tips are folded."""
_RAGGED = 20
"""Columns that two lines of text may leave open at their ends."""


@dataclass(frozen=True, slots=True)
class View:
    """What to show, and how.

    Attributes:
        style: what the terminal can show.
        max_per_rule: findings to show of each rule in a document; 0 for all.
        min_severity: the lightest findings to show; None for all, but no tips in a document with many findings.
    """

    style: Style = field(default_factory=Style)
    max_per_rule: int = 5
    min_severity: Severity | None = None


def render(run: Run, view: View) -> str:
    """Return the whole report of ``run``."""
    return "".join(render_document(report, view) for report in run.documents) + render_totals(run, view)


def render_document(report: Report, view: View) -> str:
    """Return the report of one document."""
    style = view.style
    name = clean(report.name)
    lines = [style.paint(name, Look.BOLD), style.paint("─" * style.width, Look.DIM), ""]
    shown = list(_findings(report, view))
    lines += shown or [_INDENT + _nothing(report, view), ""]
    lines += _folded(report, view)
    lines += _suppressed(report, view)
    lines += _letter(report, style)
    lines += _score(report, style)
    lines += _first(report, style)
    for label, remarks in (("Goed om te weten", report.notes), ("Er ging iets mis", report.errors)):
        for remark in remarks:
            lines += wrap(f"{label}: {clean(remark)}", style.width, indent=_INDENT, hang=_BODY)
        lines += [""] if remarks else []
    return _joined(lines)


def _letter(report: Report, style: Style) -> list[str]:
    """Return what the letter asks of its reader and what it does not tell; nothing for a page or a loose text."""
    letter = report.letter
    if letter is None or not letter.checklist:
        return []
    lines = [f"{_INDENT}{style.paint('Wat leest de lezer?', Look.BOLD)} Soort document: {letter.type}."]
    if letter.action is None:
        missing = any(item.name == "actie" and item.met is False for item in letter.checklist)
        nothing = "b1check vindt niets wat de lezer moet doen."
        lines.append(_BODY + ("Wat moet de lezer doen? Dat staat er niet." if missing else nothing))
    else:
        for label, quote in (
            ("Wat moet de lezer doen?", letter.action.what),
            ("Voor wanneer?", letter.action.when),
            ("Hoe?", letter.action.how),
            ("En anders?", letter.action.otherwise),
        ):
            told = clean(quote.text) if quote else style.paint("dat staat er niet", Look.DIM)
            lines += wrap(f"{label} {told}", style.width, indent=_BODY, hang=_BODY + _INDENT)
    asked = [item for item in letter.checklist if item.met is not None]
    open_questions = [item.question for item in asked if not item.met]
    lines.append(f"{_INDENT}Duidelijk voor de lezer: {len(asked) - len(open_questions)} van de {len(asked)} vragen.")
    for question in open_questions:
        lines += wrap(f"- nog niet: {question}", style.width, indent=_BODY, hang=_BODY + _INDENT)
    return [*lines, ""]


def render_totals(run: Run, view: View) -> str:
    """Return the totals of ``run``."""
    findings = [finding for report in run.documents for finding in report.findings]
    counts = Counter(finding.severity for finding in findings)
    documents = count(len(run.documents), "document", "documenten")
    remarks = count(len(findings), "opmerking", "opmerkingen") if findings else "Geen opmerkingen"
    parts = [
        view.style.paint(f"{counts[severity]} {severity}", SEVERITY_LOOK[severity])
        for severity in Severity
        if counts[severity]
    ]
    lines = [f"{remarks} in {documents}{': ' if parts else ''}{', '.join(parts)}."] if run.documents else []
    if any(report.suppressed for report in run.documents):
        lines.append(f"{_off(*run.documents)} uitgezet in de tekst.")
    if run.problems:
        lines.append(f"Niet gecontroleerd: {count(len(run.problems), 'bestand of map', 'bestanden of mappen')}.")
    lines += left_out(*run.documents)
    level = view.min_severity
    if level and (hidden := sum(not finding.severity.reaches(level) for finding in findings)):
        lines.append(f"Niet getoond, want lichter dan {level}: {hidden}.")
    return _joined(lines)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _level(report: Report, view: View) -> Severity:
    """Return the lightest severity to show of ``report``."""
    return view.min_severity or (Severity.LET_OP if len(report.findings) > _MANY else Severity.TIP)


def _nothing(report: Report, view: View) -> str:
    if report.findings:
        return f"Geen opmerkingen van niveau {_level(report, view)} of zwaarder."
    return "Geen nieuwe opmerkingen." if left_out(report) else "Geen opmerkingen."


def _folded(report: Report, view: View) -> list[str]:
    """Return the line about the tips that nobody asked to leave out."""
    tips = report.count(Severity.TIP)
    if view.min_severity or not tips or _level(report, view) is Severity.TIP:
        return []
    text = f"+ nog {count(tips, 'tip', 'tips')}. Laat {'die' if tips == 1 else 'ze'} zien met --min-severity tip."
    lines = wrap(text, view.style.width, indent=_INDENT, hang=_BODY)
    return [*(view.style.paint(line, Look.DIM) for line in lines), ""]


def _suppressed(report: Report, view: View) -> list[str]:
    """Return the line about what the writer switched off in the text."""
    if not report.suppressed:
        return []
    text = f"{_off(report)} uitgezet in de tekst."
    return [view.style.paint(_INDENT + text, Look.DIM), ""]


def _off(*reports: Report) -> str:
    return count(sum(len(report.suppressed) for report in reports), "opmerking", "opmerkingen")


def _findings(report: Report, view: View) -> Iterator[str]:
    """Yield the lines of the findings to show, each finding followed by an empty line."""
    level = _level(report, view)
    visible = [finding for finding in report.findings if finding.severity.reaches(level)]
    spots = [_spot(finding, report) for finding in visible]
    columns = max(map(width, spots), default=0)
    total = Counter(finding.rule for finding in visible)
    limit = view.max_per_rule or max(total.values(), default=0)
    shown: Counter[str] = Counter()
    for finding, spot in zip(visible, spots, strict=True):
        shown[finding.rule] += 1
        if shown[finding.rule] > limit:
            continue
        yield _head(finding, pad(spot, columns), view.style)
        yield from _excerpt(finding, view.style)
        yield from _advice(finding, view.style)
        if shown[finding.rule] == limit < total[finding.rule]:
            rest = [other for other in visible if other.rule == finding.rule][limit:]
            yield from _more(rest, report.line_word, view.style)
        yield ""


def _spot(finding: Finding, report: Report) -> str:
    if finding.block is None:
        return "hele tekst"
    if report.line_word == "bladzijde":  # a column of a whole page says nothing
        return f"bladzijde {finding.line}"
    return f"{report.line_word} {finding.line}, kolom {finding.column}"


def _head(finding: Finding, spot: str, style: Style) -> str:
    looks = (SEVERITY_LOOK[finding.severity], *([] if finding.severity is Severity.TIP else [Look.BOLD]))
    severity = style.paint(pad(finding.severity, max(map(len, Severity))), *looks)
    rule = style.rule_link(finding.rule, style.paint(finding.rule, *_tone(finding)))
    return f"{_INDENT}{style.paint(spot, Look.DIM)}  {severity}  {rule}"


def _tone(finding: Finding) -> tuple[Look, ...]:
    """Tips stay in the background."""
    return (Look.DIM,) if finding.severity is Severity.TIP else ()


def _excerpt(finding: Finding, style: Style) -> Iterator[str]:
    """Yield the text with the words marked; a whole sentence gets a bar beside it instead."""
    look, tone = SEVERITY_LOOK[finding.severity], _tone(finding)
    columns = style.width - len(_BODY)
    if finding.block is None:
        return
    if is_whole(finding):
        room = columns - len(_BAR)
        text = clean(finding.text) + (f" {ELLIPSIS}" if _goes_on(finding) else "")
        for line in wrap(cut_middle(text, 2 * room - _RAGGED), room):
            yield _BODY + style.paint(_BAR, look) + style.paint(line, *tone)
        return
    part = excerpt(finding.sentence, finding.marks, columns)
    words = "".join(
        style.paint(text, Look.UNDERLINE, look) if marked else style.paint(text, *tone) for text, marked in part.pieces
    )
    yield _BODY + style.paint(part.before, *tone) + words + style.paint(part.after, *tone)
    if not style.color:
        below = "".join(("^" if marked else " ") * width(text) for text, marked in part.pieces)
        yield _BODY + " " * width(part.before) + below


def _goes_on(finding: Finding) -> bool:
    return len(finding.text) < len(finding.sentence) and not finding.sentence.endswith(finding.text)


def _advice(finding: Finding, style: Style) -> Iterator[str]:
    """Yield the reason, what to do, and the other wordings."""
    yield from wrap(clean(finding.message), style.width, indent=_BODY)
    if finding.advice:
        for line in wrap(clean(finding.advice), style.width, indent=_BODY):
            yield style.paint(line, Look.GREEN)
    wordings = [clean(suggestion) for suggestion in finding.suggestions[:_MAX_SUGGESTIONS]]
    if all(_names(finding.message, wording) for wording in wordings):
        return
    if any("," in wording or len(wording) > _LONG_SUGGESTION for wording in wordings[1:]):
        for wording in wordings:
            yield from _green("Schrijf: ", wording, style)
    else:
        yield from _green("Schrijf: ", ", ".join(wordings), style)


def _names(message: str, wording: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", message) is not None


def _green(label: str, text: str, style: Style) -> Iterator[str]:
    for line in wrap(label + text, style.width, indent=_BODY, hang=_BODY + " " * len(label)):
        yield style.paint(line, Look.GREEN)


def _more(rest: Sequence[Finding], line_word: str, style: Style) -> list[str]:
    lines = listing([str(line) for line in dict.fromkeys(finding.line for finding in rest)])
    text = f"+ nog {len(rest)} keer {rest[0].rule}, in {line_word} {lines}"
    return [style.paint(line, Look.DIM) for line in wrap(text, style.width, indent=_BODY, hang=_BODY + "  ")]


def _score(report: Report, style: Style) -> Iterator[str]:
    score = report.score
    if score is None:
        yield from wrap(clean(report.no_score), style.width, indent=_INDENT)
        yield ""
        return
    low, high = max(score.value - score.band, 0), min(score.value + score.band, 100)
    value = style.paint(f"Score {score.value:.0f} van 100", Look.BOLD)
    yield f"{_INDENT}{value} (tussen {low:.0f} en {high:.0f}): {score.verdict}"
    yield ""
    yield from _contributions(score, style)
    yield from _second_opinions(report, style)
    if score.base < 100:
        text = f"Een tekst die overal op het doel zit, krijgt {score.base:.0f}. Het doel is wat redacteuren schrijven."
        yield from (style.paint(line, Look.DIM) for line in wrap(text, style.width, indent=_INDENT))
    yield ""


def _second_opinions(report: Report, style: Style) -> Iterator[str]:
    if report.second_opinions:
        told = " · ".join(f"{one.name} {number(one.value)} ({one.scale})" for one in report.second_opinions)
        text = f"Om te vergelijken: {told}. Deze cijfers tellen niet mee."
        yield from (style.paint(line, Look.DIM) for line in wrap(text, style.width, indent=_INDENT))


def _contributions(score: Score, style: Style) -> Iterator[str]:
    """Yield a table of what was measured and what it takes from the score."""
    values = [number(contribution.value) for contribution in score.contributions]
    digits = max(map(width, values), default=0)
    header = ("", "gemeten", "doel", "punten")
    rows = [header]
    for contribution, value in zip(score.contributions, values, strict=True):
        measured = f"{pad(value, digits, right=True)} {contribution.unit}"
        rows.append((contribution.name, measured, _short(contribution.target), _points(contribution.points)))
    columns = [max(width(row[column]) for row in rows) for column in range(len(header))]
    for row in rows:
        cells = (pad(cell, columns[index], right=index >= 2) for index, cell in enumerate(row))
        line = _INDENT + "  ".join(cells)
        yield style.paint(line, Look.DIM) if row is header else line


def _short(value: float) -> str:
    """Write a whole number without decimals."""
    return number(value, decimals=0 if value == int(value) else 1)


def _points(value: float) -> str:
    return number(value) if value else "0"


def _first(report: Report, style: Style) -> Iterator[str]:
    """Yield what gains most."""
    if not report.improvements:
        return
    yield _INDENT + style.paint("Doe dit eerst:", Look.BOLD)
    for order, improvement in enumerate(report.improvements, 1):
        text = _improvement(improvement, report)
        yield from wrap(f"{order}. {text}", style.width, indent=_INDENT, hang=_INDENT + "   ")
    yield ""


def _improvement(improvement: Improvement, report: Report) -> str:
    where = f"{improvement.count} keer, vanaf {report.line_word} {improvement.line}"
    if improvement.count == 1:
        where = f"1 keer, in {report.line_word} {improvement.line}"
    gain = f": {number(improvement.gain, sign=True)} punten" if report.score and improvement.gain else ""
    return f"{clean(improvement.title)} ({where}){gain}"
