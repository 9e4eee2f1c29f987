"""The report about a whole website: what gains most, the hardest pages, and what could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from b1check.findings import Severity
from b1check.readability.score import GREEN
from b1check.report import Report, Run
from b1check.reporters import json
from b1check.reporters.style import SEVERITY_LOOK, Look, Style
from b1check.reporters.text import clean, count, listing, number, pad, width, wrap
from b1check.sites import Site

_INDENT = "  "
_SHOWN_PAGES, _SHOWN_RULES, _SHOWN_PROBLEMS = 10, 5, 10
_KINDS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word-bestand",
    "application/msword": "Word-bestand",
    "application/vnd.oasis.opendocument.text": "OpenDocument-bestand",
}


def render(site: Site, run: Run, style: Style, *, full: bool = False) -> str:
    """Return the report for people, as lines with a line end.

    Args:
        site: the website.
        run: the reports of its pages, the hardest first.
        style: what the terminal can show.
        full: show all pages, rules and problems, not only the first.
    """
    title = f"Website {clean(site.start)}"
    lines = [style.paint(title, Look.BOLD), style.paint("─" * style.width, Look.DIM), ""]
    lines += _summary(site, run, style)
    lines += _rules(site, style, None if full else _SHOWN_RULES)
    lines += _pages(run.documents, style, None if full else _SHOWN_PAGES)
    lines += _problems(run, style, None if full else _SHOWN_PROBLEMS)
    lines += _left_out(site, style)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def render_json(site: Site, run: Run) -> str:
    """Return the run as JSON, as ``b1check check`` gives it, with a field ``site`` for the website as a whole."""
    return json.render(run, {"site": site})


def _summary(site: Site, run: Run, style: Style) -> Iterator[str]:
    counts = Counter(finding.severity for report in run.documents for finding in report.findings)
    parts = [
        style.paint(f"{counts[severity]} {severity}", SEVERITY_LOOK[severity])
        for severity in Severity
        if counts[severity]
    ]
    pages = _pages_word(site.pages)
    words = f"{number(site.words, decimals=0)} {'woord' if site.words == 1 else 'woorden'}"
    yield f"{_INDENT}Gecontroleerd: {pages} met {words}. Opmerkingen: {', '.join(parts) or 'geen'}."
    if site.score is not None:
        value = style.paint(f"Gemiddelde score {site.score:.0f} van 100.", Look.BOLD)
        yield f"{_INDENT}{value} Onder de {GREEN:.0f}: {site.below} van de {site.scored}."
    else:
        yield f"{_INDENT}Geen gemiddelde score: op geen enkele pagina staat genoeg tekst."
    yield ""


def _rules(site: Site, style: Style, most: int | None) -> Iterator[str]:
    if not site.rules:
        return
    yield _INDENT + style.paint("Dit kunt u op de hele website het beste eerst verbeteren:", Look.BOLD)
    for order, rule in enumerate(site.rules[:most], 1):
        where = f"{rule.count} keer op {_pages_word(rule.pages)}"
        gain = f": {number(rule.gain, sign=True)} punten" if rule.gain else ""
        text = f"{order}. {clean(rule.title)} ({where}){gain}"
        yield from wrap(text, style.width, indent=_INDENT, hang=_INDENT + "   ")
        yield style.paint(f"{_INDENT}   {rule.rule}, het meest op {clean(rule.hardest)}", Look.DIM)
    yield ""


def _pages(reports: Sequence[Report], style: Style, most: int | None) -> Iterator[str]:
    if not reports:
        return
    yield _INDENT + style.paint("De moeilijkste pagina's:", Look.BOLD)
    rows = [("score", *(str(severity) for severity in Severity), "woorden", "pagina")]
    for report in reports[:most]:
        score = f"{report.score.value:.0f}" if report.score else "geen"
        counts = (str(report.count(severity)) for severity in Severity)
        rows.append((score, *counts, number(report.words, decimals=0), clean(report.name)))
    columns = [max(width(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [pad(cell, columns[index], right=True) for index, cell in enumerate(row[:-1])]
        line = _INDENT + "  ".join([*cells, row[-1]])
        yield style.paint(line, Look.DIM) if row is rows[0] else line
    if rest := len(reports) - len(rows) + 1:
        yield style.paint(f"{_INDENT}+ nog {_pages_word(rest)}. Laat alles zien met --full.", Look.DIM)
    yield ""


def _problems(run: Run, style: Style, most: int | None) -> Iterator[str]:
    if not run.problems:
        return
    yield _INDENT + style.paint("Niet gecontroleerd:", Look.BOLD)
    for problem in run.problems[:most]:
        text = f"{clean(problem.name)}: {clean(problem.message)}"
        yield from wrap(text, style.width, indent=_INDENT, hang=_INDENT * 2)
    if most is not None and (rest := len(run.problems) - most) > 0:
        yield style.paint(f"{_INDENT}+ nog {rest}. Laat alles zien met --full.", Look.DIM)
    yield ""


def _left_out(site: Site, style: Style) -> Iterator[str]:
    told = list(reasons(site))
    for line in told:
        yield from wrap(line, style.width, indent=_INDENT, hang=_INDENT * 2)
    if told:
        yield ""


def reasons(site: Site) -> Iterator[str]:
    """Yield what was not read, or not read again, and why; in whole Dutch sentences."""
    if site.doubles:
        yield f"Niet nog eens gecontroleerd: {_pages_word(len(site.doubles))} met dezelfde tekst als een andere pagina."
    if site.forbidden:
        yield f"Overgeslagen: {_pages_word(site.forbidden)}, want dat vraagt de website (robots.txt)."
    if site.elsewhere:
        yield f"Overgeslagen: {_pages_word(site.elsewhere)} die doorsturen naar een andere website."
    if site.other_types:
        kinds: Counter[str] = Counter()
        for kind, amount in site.other_types:
            kinds[_kind(kind)] += amount
        told = listing([f"{amount} {kind}" for kind, amount in kinds.most_common()])
        yield f"Overgeslagen, want het zijn geen webpagina's: {told}."
    if site.waiting:
        yield f"Nog niet gelezen: {_pages_word(site.waiting)}. Kies een groter getal bij --max-pages of --depth."
    if site.stopped:
        yield site.stopped


def _pages_word(amount: int) -> str:
    return count(amount, "pagina", "pagina's")


def _kind(kind: str) -> str:
    if kind in _KINDS:
        return _KINDS[kind]
    return "plaatje" if kind.startswith("image/") else "ander bestand"
