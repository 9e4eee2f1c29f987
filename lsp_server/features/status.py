"""``b1check/status``: what an editor shows of a text in one glance, such as in its status bar.

This request is our own. Parameters: ``{"textDocument": {"uri": ...}}``. The answer is a `Status`, or null for a text
that is not open or that b1check does not check. It waits until the writer pauses, as the diagnostics do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypedDict

from lsprotocol import types as t

from b1check import Finding, Report, Severity
from lsp_server import words
from lsp_server.checking import Checked
from lsp_server.positions import Lines
from lsp_server.server import B1Server

STATUS = "b1check/status"


class _Document(Protocol):
    uri: str


class _Parameters(Protocol):
    textDocument: _Document  # noqa: N815 - the name that the protocol uses


class Counts(TypedDict):
    """How many remarks of each severity the editor shows."""

    fout: int
    letOp: int
    tip: int


class Status(TypedDict):
    """The state of one text.

    Attributes:
        uri: which text.
        version: the version that it is about, as the editor counts; None for a file that is not open.
        score: from 0 to 100, rounded as everywhere; None when there is none.
        verdict: Dutch verdict that goes with the score, or the Dutch reason why there is none.
        summary: the same line as the code lens.
        details: Dutch words on the score and on what to do first, without markup.
        profile: for whom the text is checked; None when it could not be checked.
        settingsFolder: URI of the folder whose settings file decides on that; None when the editor does.
        counts: the remarks.
        difficultWords: the words for which b1check knows a simpler one.
    """

    uri: str
    version: int | None
    score: int | None
    verdict: str
    summary: str
    details: str
    profile: str | None
    settingsFolder: str | None
    counts: Counts
    difficultWords: list[t.Range]


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(STATUS)
    async def status(ls: B1Server, params: _Parameters) -> Status | None:
        checked = await ls.checking.settled(params.textDocument.uri)
        return None if checked is None else status_of(checked, ls.settings.min_severity)


def status_of(checked: Checked, least: Severity = Severity.TIP) -> Status | None:
    """Return the status of ``checked``; None when there was nothing to check.

    Args:
        checked: the document with what was found.
        least: the remarks that the writer sees: this severity and heavier.
    """
    report, checker = checked.report, checked.checker
    if report is None and not checked.notice:
        return None
    folder = checker.config.folder if checker else None
    findings = report.findings if report else ()
    seen = [finding for finding in findings if finding.severity.reaches(least)]
    return Status(
        uri=checked.document.uri,
        version=checked.document.version,
        score=round(report.score.value) if report and report.score else None,
        verdict=_verdict(report) if report else checked.notice,
        summary=words.lens(report) if report else checked.notice,
        details=words.about_score(report) if report else checked.notice,
        profile=checker.config.profile if checker else None,
        settingsFolder=folder.as_uri() if folder else None,
        counts=Counts(
            fout=sum(finding.severity is Severity.FOUT for finding in seen),
            letOp=sum(finding.severity is Severity.LET_OP for finding in seen),
            tip=sum(finding.severity is Severity.TIP for finding in seen),
        ),
        difficultWords=list(_difficult(seen, checked.document.lines)),
    )


def _verdict(report: Report) -> str:
    return report.score.verdict if report.score else report.no_score


def _difficult(findings: list[Finding], lines: Lines) -> Iterator[t.Range]:
    for finding in findings:
        if finding.reach == "woorden" and finding.suggestions:
            yield lines.range(finding.span)
