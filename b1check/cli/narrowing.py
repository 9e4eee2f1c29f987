"""Which findings count in a run: none that a baseline knows, and with ``--changed-since`` only those in new text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from b1check import Checker, Finding, Report
from b1check import baseline as baselines
from b1check.baseline import Ledger
from b1check.changed_lines import Changes, since, touched
from b1check.cli.attempts import Text
from b1check.fingerprints import relative
from b1check.readability.score import improvements
from b1check.reporters.text import clean, count


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows the findings of a run; with nothing in it all findings count.

    Attributes:
        file: the file of the baseline.
        ledger: what the run found of it.
        changes: what changed.
    """

    file: Path | None = None
    ledger: Ledger | None = None
    changes: Changes | None = None

    @classmethod
    def of(cls, baseline: Path | None, changed_since: str | None) -> Narrowing:
        """Return what the options ``--baseline`` and ``--changed-since`` ask for.

        Raises:
            BaselineError: when the baseline cannot be read.
            ChangesError: when git cannot tell what changed.
        """
        changes = since(changed_since, Path.cwd()) if changed_since is not None else None
        return cls(baseline, ledger(baseline) if baseline else None, changes)

    def files(self, files: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files in which something changed, or all of them.

        Raises:
            ChangesError: when a file is not in the folder that git keeps.
        """
        return tuple(file for file in files if self.changes is None or self.changes.of(file))

    def narrow(self, report: Report, text: Text, checker: Checker) -> Report:
        """Return ``report`` with only the findings that count, and how many do not."""
        findings, known = report.findings, 0
        if self.ledger and self.file:
            whole = not (report.errors or report.warnings)
            divided = self.ledger.divide(findings, relative(report.name, folder_of(self.file)), whole=whole)
            findings, known = divided.new, divided.known
        kept = self._in_changes(findings, text)
        if len(kept) == len(report.findings):
            return report
        first = improvements(kept, checker.book.specs)
        return replace(report, findings=kept, improvements=first, known=known, unchanged=len(findings) - len(kept))

    def _in_changes(self, findings: tuple[Finding, ...], text: Text) -> tuple[Finding, ...]:
        if self.changes is None:
            return findings
        document = text()
        change = self.changes.of(Path(document.name))
        return touched(findings, document, change) if change else ()

    def stale(self) -> str:
        """Return what to say of a baseline that holds more than there is, or ""."""
        if not (self.ledger and self.file and self.ledger.gone):
            return ""
        gone = self.ledger.gone
        them = "Haal die weg" if gone == 1 else "Haal ze weg"
        be = "staat" if gone == 1 else "staan"
        no_more = "is" if gone == 1 else "zijn"
        amount = count(gone, "opmerking", "opmerkingen")
        file = clean(str(self.file))
        return f"In {file} {be} {amount} die er niet meer {no_more}. {them} met: b1check baseline PAD --prune"


def ledger(file: Path) -> Ledger:
    """Return the baseline in ``file``, to be compared with what there is now.

    Raises:
        BaselineError: when it cannot be read.
    """
    folder = folder_of(file)
    return Ledger(baselines.load(file), exists=lambda path: "://" in path or (folder / path).exists())


def folder_of(file: Path) -> Path:
    """Return the folder from which the paths in a baseline start: that of its file."""
    return Path(os.path.abspath(file)).parent  # noqa: PTH100 - not through a link
