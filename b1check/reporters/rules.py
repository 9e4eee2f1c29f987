"""Rules for people: the explanation of one, and the list of all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from b1check.explanations import Explanation, RuleExample
from b1check.findings import Applicability, Severity, Span
from b1check.reporters.style import SEVERITY_LOOK, Look, Style
from b1check.reporters.text import clean, count, pad, width, wrap

_INDENT = "  "
_SEVERITY_WIDTH = max(map(len, Severity))
_MAX_VALUE = 60
ENOUGH = 20
"""Judged remarks; of fewer a share says little, and the reader is told so."""
FIX_SAYS = {
    Applicability.SAFE: "Een verbetering kan zonder meer in de tekst.",
    Applicability.REVIEW: "Een verbetering is een voorstel: lees de zin voor u die overneemt.",
    Applicability.SHOW: "Een verbetering is alleen een idee: schrijf de zin zelf.",
}
"""What may be done with a fix."""


def render_rule(rule: Explanation, style: Style) -> str:
    """Return the explanation of ``rule``."""
    state = "staat aan" if rule.on else "staat uit"
    severity = style.paint(rule.severity, SEVERITY_LOOK[rule.severity])
    lines = [
        f"{style.rule_link(rule.name, style.paint(rule.name, Look.BOLD))}: {rule.title}",
        f"{severity}, {state}, groep {rule.group} ({rule.group_title})",
        *([f"Deze regel komt uit: {clean(rule.pack)}"] if rule.pack else []),
        "",
        *_section("Waarom", [clean(rule.why)], style),
        *_section("Wat u leest bij de tekst", [clean(rule.message), FIX_SAYS[rule.fix]], style),
        *_examples("Zo liever niet", [line for example in rule.bad for line in _bad(example, style)], style),
        *_examples("Dit is wel goed", [line for example in rule.good for line in _good(example, style)], style),
        *_options(rule, style),
        *_section("Hoe vaak klopt het?", [measured_says(rule)], style),
        *_section("Bronnen", [clean(source) for source in rule.sources], style, bullet="- "),
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines[:-1])


def render_list(rules: Sequence[Explanation], style: Style) -> str:
    """Return the rules by group, with severity and title in columns."""
    names = max((width(rule.name) for rule in rules), default=0)
    lines: list[str] = []
    for (group, title), members in groupby(rules, key=lambda rule: (rule.group, rule.group_title)):
        lines.append(f"{style.paint(group, Look.BOLD)}: {title}")
        for rule in members:
            severity = style.paint(pad(rule.severity, _SEVERITY_WIDTH), SEVERITY_LOOK[rule.severity])
            name = style.rule_link(rule.name, rule.name) + " " * (names - width(rule.name))
            notes = [*([] if rule.on else ["staat uit"]), *([f"van {clean(rule.pack)}"] if rule.pack else [])]
            note = style.paint(f" ({', '.join(notes)})", Look.DIM) if notes else ""
            lines.append(f"{_INDENT}{severity}  {name}  {clean(rule.title)}{note}")
        lines.append("")
    lines += [f"{count(len(rules), 'regel', 'regels')}. Uitleg over een regel: b1check rule NAAM"]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def render_json(rules: Explanation | Sequence[Explanation]) -> str:
    """Return one explanation as a JSON object, or several as an array."""
    data: Any = asdict(rules) if isinstance(rules, Explanation) else [asdict(rule) for rule in rules]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _heading(title: str, style: Style) -> list[str]:
    return [style.paint(title, Look.BOLD)]


def _examples(title: str, lines: Sequence[str], style: Style) -> Iterator[str]:
    if lines:
        yield from (*_heading(title, style), *lines, "")


def _section(title: str, paragraphs: Sequence[str], style: Style, *, bullet: str = "") -> Iterator[str]:
    yield from _heading(title, style)
    for paragraph in paragraphs:
        yield from wrap(bullet + paragraph, style.width, indent=_INDENT, hang=_INDENT + " " * len(bullet))
    yield ""


def _bad(example: RuleExample, style: Style) -> Iterator[str]:
    yield from _marked(example, style)
    if example.fix:
        for line in wrap(f"Beter: {clean(example.fix)}", style.width, indent=_INDENT * 2, hang=_INDENT * 2 + " " * 7):
            yield style.paint(line, Look.GREEN)


def _good(example: RuleExample, style: Style) -> Iterator[str]:
    yield from wrap(f"- {clean(example.text)}", style.width, indent=_INDENT, hang=_INDENT * 2)
    for line in wrap(f"({clean(example.why)})", style.width, indent=_INDENT * 2):
        yield style.paint(line, Look.DIM)


def _marked(example: RuleExample, style: Style) -> Iterator[str]:
    """Yield the text with the words of the rule underlined, or in brackets where there are no colours."""
    words: list[str] = []
    for text, is_found in pieces(example.text, example.spans):
        if not is_found:
            words.append(clean(text))
        elif style.color:
            # Each word by itself, so that the look does not run on into the next line.
            words.append(" ".join(style.paint(word, Look.UNDERLINE, Look.RED) for word in clean(text).split()))
        else:
            words.append(f"[{clean(text)}]")
    yield from wrap(f"- {''.join(words)}", style.width, indent=_INDENT, hang=_INDENT * 2)


def pieces(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield ``text`` in pieces, each with whether a rule finds it."""
    at = 0
    for span in spans:
        yield text[at : span.start], False
        yield text[span.start : span.end], True
        at = span.end
    yield text[at:], False


def _options(rule: Explanation, style: Style) -> Iterator[str]:
    if not rule.options:
        return
    yield from _heading("Opties", style)
    for option in rule.options:
        value = "niet ingesteld" if option.value is None else value_says(option.value)
        usual = "" if option.default in (option.value, None) else f"; gewoon is {value_says(option.default)}"
        yield from wrap(f"{option.name}: {clean(value + usual)}", style.width, indent=_INDENT, hang=_INDENT * 2)
        about = f"{option.type[:1].upper()}{option.type[1:]}. {clean(option.description)}"
        for line in wrap(about, style.width, indent=_INDENT * 2):
            yield style.paint(line, Look.DIM)
    yield ""


def measured_says(rule: Explanation) -> str:
    """Say how many of the judged remarks were right, and how often the first alternative fits."""
    counts = rule.measured
    if counts is None or not counts.judged:
        return "Nog niet gemeten."
    share = f"{round(100 * counts.right / counts.judged)} %"
    were = "was" if counts.right == 1 else "waren"
    said = f"Gemeten: {counts.right} van de {count(counts.judged, 'opmerking', 'opmerkingen')} {were} goed ({share})."
    if counts.alternatives:
        sentences = count(counts.alternatives, "zin", "zinnen")
        said += f" Het eerste alternatief paste in {counts.fits} van de {sentences}."
    return said if counts.judged >= ENOUGH else f"{said} Dat is te weinig om zeker te zijn."


def value_says(value: Any) -> str:
    """Write a value as in the settings; of a long list only how long it is."""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict) and len(json.dumps(value)) > _MAX_VALUE:
        return f"een tabel van {len(value)}"
    written = json.dumps(value, ensure_ascii=False)
    if len(written) <= _MAX_VALUE:
        return written
    return f"een lijst van {len(value)}" if isinstance(value, list) else written[:_MAX_VALUE] + "…"
