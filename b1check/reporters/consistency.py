"""Where documents contradict each other, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from b1check import ConsistencyReport, Contradiction, Place, TermUse
from b1check.reporters.style import Look, Style
from b1check.reporters.text import clean, count, listing, wrap

_NAMES = {
    "bedrag": "Bedrag",
    "telefoonnummer": "Telefoonnummer",
    "openingstijd": "Openingstijd",
    "termijn": "Termijn",
}


def render(report: ConsistencyReport, style: Style) -> str:
    """Return ``report`` as text for a terminal, grouped by subject."""
    return "\n".join(_lines(report, style)) + "\n"


def render_json(report: ConsistencyReport) -> str:
    """Return ``report`` as JSON with the keys in a fixed order and a line end."""
    data = asdict(report)
    ordered = {"schema_version": data.pop("schema_version"), **data}
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"


def _lines(report: ConsistencyReport, style: Style) -> Iterator[str]:
    for (kind, subject), group in groupby(report.contradictions, key=lambda one: (one.kind, one.subject)):
        title = f"{_NAMES[kind]}: {clean(listing(subject))}" if subject else _NAMES[kind]
        yield style.paint(title, Look.BOLD)
        for contradiction in group:
            yield from _pair(contradiction, style)
        yield ""
    if report.terms:
        yield style.paint("Afgesproken woorden", Look.BOLD)
        for term in report.terms:
            yield from wrap(_term(term), style.width, indent="  ", hang="    ")
        yield ""
    yield from wrap(_total(report), style.width)


def _pair(contradiction: Contradiction, style: Style) -> Iterator[str]:
    yield from _place(contradiction.first, style)
    yield from _place(contradiction.second, style)
    yield "  Welke klopt?"


def _place(place: Place, style: Style) -> Iterator[str]:
    value, sentence = clean(place.value), clean(place.sentence)
    yield f"  {clean(place.document)}, {place.line_word} {place.line}: {style.paint(value, Look.YELLOW)}"
    yield from wrap(sentence, style.width, indent="    ")


def _term(term: TermUse) -> str:
    others = listing([f"‘{clean(word)}’ {times} keer" for word, times in term.others.items()])
    wordings = listing([f"‘{clean(word)}’" for word in term.preferred], word="of")
    return f"Afgesproken is {wordings}: {term.used} keer gebruikt. Anders geschreven: {others}."


def _total(report: ConsistencyReport) -> str:
    if not report.documents:
        return "b1check heeft geen documenten vergeleken."
    documents = count(report.documents, "document", "documenten")
    if not report.contradictions:
        return f"{documents} vergeleken. b1check vond geen verschillen."
    number = len(report.contradictions)
    return f"{documents} vergeleken. {number} keer zeggen 2 plekken iets anders."
