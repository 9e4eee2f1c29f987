"""Which remarks the writer switched off in the text itself: they do not show, and the report keeps the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from b1check.documents.document import Document, Suppression
from b1check.findings import Finding

COMPANION = "languagetool"
"""The group of what LanguageTool says; its rules are called ``languagetool/NAME``, and have no file of ours."""


@dataclass(frozen=True, slots=True)
class Divided:
    """Findings after what the writer switched off.

    Attributes:
        open: those that show.
        off: those that do not, each with what switches it off.
    """

    open: tuple[Finding, ...]
    off: tuple[tuple[Finding, Suppression], ...]


def divide(findings: Iterable[Finding], document: Document, groups: Mapping[str, str]) -> Divided:
    """Take what the writer of ``document`` switched off apart from ``findings``.

    Args:
        findings: in the order of the text.
        document: the document.
        groups: the group of every rule that a writer can switch off, by name of the rule.
    """
    shown: list[Finding] = []
    off: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        suppression = _first(document.suppressions, finding, _group(finding.rule, groups))
        if suppression:
            off.append((finding, suppression))
        else:
            shown.append(finding)
    return Divided(tuple(shown), tuple(off))


def of_companion(name: str) -> bool:
    """Tell whether ``name``, of a rule or a group, is one of LanguageTool."""
    return name.partition("/")[0] == COMPANION


def _group(rule: str, groups: Mapping[str, str]) -> str:
    return COMPANION if of_companion(rule) else groups.get(rule, "")


def _first(suppressions: Sequence[Suppression], finding: Finding, group: str) -> Suppression | None:
    return next((one for one in suppressions if named(one, finding.rule, group) and holds_for(one, finding)), None)


def named(suppression: Suppression, rule: str, group: str) -> bool:
    """Tell whether ``suppression`` names a rule, or the ``group`` that it is in; "" for one that cannot be off."""
    return bool(group) and (rule.lower() in suppression.names or group in suppression.names)


def holds_for(suppression: Suppression, finding: Finding) -> bool:
    """Tell whether ``finding`` stands where ``suppression`` holds; one about a whole text only where that does too."""
    if suppression.holds is None:
        return True
    start, end = suppression.holds
    return finding.block is not None and finding.span.start < end and start < finding.span.end
