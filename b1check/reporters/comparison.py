"""Two versions side by side, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from b1check.comparison import Comparison, FactChange, RuleChange, ScoreChange
from b1check.findings import Finding
from b1check.report import SCHEMA_VERSION, Quote
from b1check.reporters.style import SEVERITY_LOOK, Look, Style
from b1check.reporters.text import clean, count, cut_middle, listing, number, pad, width, wrap

_INDENT = "  "
_BODY = "    "
_LONG_QUOTE = 60
"""Columns; of a longer quote the middle goes."""


def render_json(comparison: Comparison) -> str:
    """Return ``comparison`` as JSON with a line end; ``worse`` says what the exit code says."""
    score = {**asdict(comparison.score, dict_factory=_fields), "dropped": comparison.score.dropped}
    data = {
        "schema_version": SCHEMA_VERSION,
        **asdict(comparison, dict_factory=_fields),
        "score": score,
        "worse": comparison.worse,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the fields of a value; adding 0.0 to a number makes 0.0 of -0.0."""
    return {name: value + 0.0 if isinstance(value, float) else value for name, value in pairs}


def render(comparison: Comparison, style: Style, *, max_per_rule: int = 5) -> str:
    """Return ``comparison`` for people, with at most ``max_per_rule`` new findings of each rule; 0 for all."""
    lines = [
        style.paint(f"Oud:   {clean(comparison.old_name)}", Look.BOLD),
        style.paint(f"Nieuw: {clean(comparison.new_name)}", Look.BOLD),
        style.paint("─" * style.width, Look.DIM),
        "",
        *_score(comparison.score, style),
        *_rules(comparison, style, max_per_rule),
        *_facts(comparison, style),
        *(line for error in comparison.errors for line in wrap(f"Er ging iets mis: {clean(error)}", style.width)),
        *_verdict(comparison, style),
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _score(score: ScoreChange, style: Style) -> Iterator[str]:
    if score.old is not None and score.new is not None:
        gain = score.new - score.old
        text = f"De score was {score.old:.0f} van 100 en is nu {score.new:.0f}: {_gain(gain)}."
    elif score.old_difficulty is not None and score.new_difficulty is not None:
        gain = score.old_difficulty - score.new_difficulty
        old, new = number(score.old_difficulty), number(score.new_difficulty)
        text = f"Voor een score is er te weinig tekst. De moeilijkheid was {old} en is nu {new} (laag is makkelijk)."
    else:
        gain, text = 0.0, "Er is te weinig tekst om de moeilijkheid te vergelijken."
    look = Look.RED if score.dropped else Look.GREEN if gain > 0 else Look.BOLD
    for line in wrap(text, style.width, indent=_INDENT):
        yield style.paint(line, look)
    yield ""
    changed = [part for part in score.components if part.gain]
    if not changed:
        return
    rows = [("", "oud", "nieuw", "winst")]
    rows += [
        (part.name, _points(part.old), _points(part.new), number(part.gain, sign=True))
        for part in sorted(changed, key=lambda part: -part.gain)
    ]
    columns = [max(width(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        line = _BODY + "  ".join(pad(cell, columns[index], right=index > 0) for index, cell in enumerate(row))
        yield style.paint(line, Look.DIM) if row is rows[0] else line
    yield ""


def _gain(gain: float) -> str:
    if not round(gain):
        return "dat is gelijk"
    points = count(abs(round(gain)), "punt", "punten")
    return f"{points} {'beter' if gain > 0 else 'slechter'}"


def _points(value: float) -> str:
    return number(value) if value else "0"


def _rules(comparison: Comparison, style: Style, limit: int) -> Iterator[str]:
    gone = sum(change.gone for change in comparison.rules)
    added = sum(len(change.added) for change in comparison.rules)
    yield f"{_INDENT}{style.paint('Opmerkingen:', Look.BOLD)} {gone} weg, {added} nieuw."
    name = max((width(change.rule) for change in comparison.rules), default=0)
    for change in sorted(comparison.rules, key=lambda change: (-change.gone + len(change.added), change.rule)):
        yield f"{_BODY}{pad(change.rule, name)}  {_moved(change)}"
    yield ""
    if not added:
        return
    yield f"{_INDENT}{style.paint('Nieuwe opmerkingen', Look.BOLD)}"
    for change in comparison.rules:
        shown = change.added[: limit or None]
        for finding in shown:
            yield from _finding(finding, comparison.new_line_word, style)
        if rest := change.added[len(shown) :]:
            places = listing([str(line) for line in dict.fromkeys(finding.line for finding in rest)])
            text = f"+ nog {len(rest)} keer {change.rule}, in {comparison.new_line_word} {places}"
            for line in wrap(text, style.width, indent=_BODY, hang=_BODY + _INDENT):
                yield style.paint(line, Look.DIM)
    yield ""


def _moved(change: RuleChange) -> str:
    moves = [f"{amount} {word}" for amount, word in ((change.gone, "weg"), (len(change.added), "nieuw")) if amount]
    return f"was {change.old}, nu {change.new} ({', '.join(moves)})"


def _finding(finding: Finding, line_word: str, style: Style) -> Iterator[str]:
    where = f"{line_word} {finding.line}" if finding.block is not None else "hele tekst"
    severity = style.paint(finding.severity, SEVERITY_LOOK[finding.severity])
    yield f"{_BODY}{style.paint(where, Look.DIM)}  {severity}  {style.rule_link(finding.rule, finding.rule)}"
    text = clean(finding.message)
    if finding.block is not None and clean(finding.text) not in text:
        text = f"{_quoted(finding.text)}: {text}"
    yield from wrap(text, style.width, indent=_BODY + _INDENT)


def _quoted(text: str) -> str:
    return f"‘{cut_middle(clean(text), _LONG_QUOTE)}’"


def _facts(comparison: Comparison, style: Style) -> Iterator[str]:
    lost, changed, added = (comparison.of(fate) for fate in ("weg", "anders geschreven", "nieuw"))
    if not comparison.facts:
        yield f"{_INDENT}{style.paint('Feiten:', Look.BOLD)} alle bedragen, data, namen en nummers zijn gelijk."
        yield ""
        return
    total = f"{len(lost)} weg, {len(changed)} anders geschreven, {len(added)} nieuw."
    yield f"{_INDENT}{style.paint('Feiten:', Look.BOLD)} {total}"
    old, new = comparison.old_line_word, comparison.new_line_word
    yield from _table("Weg. Moet de lezer dit nog weten?", lost, lambda fact: _place(fact.old, old), Look.RED, style)
    yield from _table(
        "Anders geschreven. Klopt dit?",
        changed,
        lambda fact: f"{_place(fact.old, old)}, nu {_place(fact.new, new)}",
        Look.YELLOW,
        style,
    )
    yield from _table("Nieuw. Klopt dit?", added, lambda fact: _place(fact.new, new), Look.CYAN, style)
    yield ""


def _table(
    title: str, facts: Sequence[FactChange], describe: Callable[[FactChange], str], look: Look, style: Style
) -> Iterator[str]:
    if not facts:
        return
    yield _INDENT + style.paint(title, look)
    kind = max(len(fact.kind) for fact in facts)
    for fact in facts:
        yield from wrap(
            describe(fact), style.width, indent=f"{_BODY}{pad(fact.kind, kind)}  ", hang=_BODY + " " * (kind + 2)
        )


def _place(quote: Quote | None, line_word: str) -> str:
    return f"{_quoted(quote.text)} ({line_word} {quote.line})" if quote else ""


def _verdict(comparison: Comparison, style: Style) -> Iterator[str]:
    reasons = []
    if lost := comparison.of("weg"):
        reasons.append(count(len(lost), "feit is", "feiten zijn") + " weg")
    if comparison.score.dropped:
        reasons.append("de tekst is moeilijker geworden")
    if comparison.new_errors:
        verb = "is" if comparison.new_errors == 1 else "zijn"
        reasons.append(f"er {verb} {count(comparison.new_errors, 'nieuwe fout', 'nieuwe fouten')}")
    if reasons:
        text, look = f"Kijk de nieuwe tekst na: {listing(reasons)}.", Look.RED
    else:
        text, look = "Er zijn geen feiten weg en de tekst is niet moeilijker geworden.", Look.GREEN
    for line in wrap(text, style.width):
        yield style.paint(line, look)
