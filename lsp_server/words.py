"""The words that the server shows, in Markdown or in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from b1check import (
    Applicability,
    B1CheckError,
    Checker,
    Config,
    Explanation,
    Finding,
    LetterSummary,
    Report,
    RuleError,
    explain,
    rule_file,
)

_EXAMPLES = 2
_LONGEST_ACTION = 60
_FIX = {
    Applicability.SAFE: "Deze verbetering is veilig",
    Applicability.REVIEW: "Controleer de verbetering",
    Applicability.SHOW: "Dit is alleen een idee",
}


@lru_cache(maxsize=512)
def _own(name: str) -> Explanation | None:
    try:
        return explain(name)
    except RuleError:
        return None


def explanation(name: str, config: Config | None = None) -> Explanation | None:
    """Return what a rule is about; ``config`` may name packs. None when there is no such rule."""
    if (own := _own(name)) or config is None:
        return own
    try:
        return explain(name, config=config)
    except B1CheckError:
        return None


def page_of(rule: str, checker: Checker | None = None) -> str | None:
    """Return the address of the file with the reason, the sources and the examples of ``rule``.

    Args:
        rule: its name.
        checker: what found something; it knows the rules of the municipality too.
    """
    if own := _own_page(rule):
        return own
    _, file = checker.book.specs.get(rule, (None, None)) if checker else (None, None)
    return file.as_uri() if file else None


@lru_cache(maxsize=512)
def _own_page(rule: str) -> str | None:
    file: Path | None = rule_file(rule)
    return file.as_uri() if file else None


def about_finding(finding: Finding, checker: Checker | None = None) -> str:
    """Say in Markdown what is found, why a reader stumbles over it, and where that comes from."""
    lines = [f"**{_plain(finding.message)}**", ""]
    if finding.advice and finding.advice not in finding.message:
        lines += [_plain(finding.advice), ""]
    if len(finding.suggestions) > 1:
        lines += ["U kunt ook schrijven: " + ", ".join(f"‘{_plain(word)}’" for word in finding.suggestions[:4]), ""]
    if finding.fixes:
        best = finding.fixes[0]
        lines += [f"{_FIX[best.applicability]}: {_plain(best.reason)}", ""]
    if about := explanation(finding.rule, checker.config if checker else None):
        lines += _why(about)
    lines += [_footer(finding.rule, checker)]
    return "\n".join(lines).strip() + "\n"


def about_rule(about: Explanation) -> str:
    """Explain a rule in Markdown."""
    return "\n".join([f"### {_plain(about.title)}", "", *_why(about), _footer(about.name)]).strip() + "\n"


def in_short(about: Explanation) -> str:
    """Explain a rule without markup, for a message of the editor."""
    return f"{about.title} ({about.name}). {' '.join(about.why.split())}"


def lens(report: Report) -> str:
    """Say in one line what the score is, and what the reader has to do."""
    if report.score:
        parts = [f"b1check: {report.score.value:.0f} van 100", report.score.verdict.rstrip(".")]
    else:
        parts = ["b1check", report.no_score.rstrip(".")]
    if action := _action(report.letter):
        parts.append(f"gevraagd aan de lezer: {action}")
    return " · ".join(part for part in parts if part).replace("b1check · ", "b1check: ", 1)


def about_score(report: Report) -> str:
    """Say without markup what the score is made of and what to do first."""
    if report.score is None:
        return report.no_score or "Deze tekst heeft geen score."
    said = [f"Score: {report.score.value:.0f} van 100: {report.score.verdict.rstrip('.')}."]
    if report.improvements:
        first = report.improvements[0]
        said.append(f"Begin met: {first.title} ({first.count} keer, vanaf regel {first.line}).")
    return " ".join(said)


def _action(letter: LetterSummary | None) -> str:
    if letter is None or letter.action is None:
        return ""
    what = " ".join(letter.action.what.text.split())
    when = letter.action.when.text if letter.action.when else ""
    shown = what if len(what) <= _LONGEST_ACTION else what[: _LONGEST_ACTION - 1].rstrip() + "…"
    return f"{shown} ({when})" if when and when not in shown else shown


def _why(about: Explanation) -> Iterator[str]:
    yield " ".join(_plain(about.why).split())
    yield ""
    for title, texts in (("Niet zo", [example.text for example in about.bad]), ("Zo wel", _good(about))):
        if texts:
            yield f"{title}:"
            yield ""
            yield from (f"- {' '.join(_plain(text).split())}" for text in texts[:_EXAMPLES])
            yield ""
    if about.sources:
        yield f"Bron: {_plain(about.sources[0])}"
        yield ""


def _good(about: Explanation) -> Sequence[str]:
    """Return good wordings: those of the bad examples after their fix, and else those of the good ones."""
    return [example.fix for example in about.bad if example.fix] or [example.text for example in about.good]


def _footer(rule: str, checker: Checker | None = None) -> str:
    page = page_of(rule, checker)
    return f"Regel: [{rule}]({page})" if page else f"Regel: {rule}"


def _plain(text: str) -> str:
    """Keep signs of the text from being taken for markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)
