"""b1check: checks whether Dutch letters and web texts suit readers at language level B1.

    import b1check

    report = b1check.check("Indien u vragen heeft, kunt u contact opnemen.")
    for finding in report.findings:
        print(finding.line, finding.text, finding.message)

Everything public stands in ``__all__``. It is loaded when it is first used, so importing b1check is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from b1check.api import check, check_file, compare, fix, fix_file, html_report, switch_off
    from b1check.checker import About, Checker
    from b1check.comparison import Comparison, ComponentChange, FactChange, RuleChange, ScoreChange
    from b1check.config import Config
    from b1check.consistency import Consistency, ConsistencyReport, Contradiction, Place, TermUse
    from b1check.discovery import Discovery, discover
    from b1check.documents.directives import REASON_HERE
    from b1check.documents.writers import Tracked
    from b1check.errors import B1CheckError, ConfigError, PipelineError, ReadError, RuleError, WriteError
    from b1check.explanations import Explanation, explain, explain_all, rule_file
    from b1check.findings import Applicability, Edit, Finding, Fix, Severity, Span
    from b1check.fixes import Fixed
    from b1check.letter.model import DocumentType
    from b1check.outlines import Part, outline
    from b1check.report import Contribution, Improvement, LetterSummary, Problem, Quote, Report, Run, Score, Suppressed
    from b1check.rulebook.load import Rule

__version__ = "0.1.0"

_HOME = {
    "check": "api",
    "check_file": "api",
    "compare": "api",
    "fix": "api",
    "fix_file": "api",
    "html_report": "api",
    "switch_off": "api",
    "REASON_HERE": "documents.directives",
    "About": "checker",
    "Checker": "checker",
    **dict.fromkeys(("Comparison", "ComponentChange", "FactChange", "RuleChange", "ScoreChange"), "comparison"),
    "Config": "config",
    **dict.fromkeys(("Consistency", "ConsistencyReport", "Contradiction", "Place", "TermUse"), "consistency"),
    **dict.fromkeys(("B1CheckError", "ConfigError", "PipelineError", "ReadError", "RuleError", "WriteError"), "errors"),
    **dict.fromkeys(("Discovery", "discover"), "discovery"),
    **dict.fromkeys(("Explanation", "explain", "explain_all", "rule_file"), "explanations"),
    **dict.fromkeys(("Applicability", "Edit", "Finding", "Fix", "Severity", "Span"), "findings"),
    **dict.fromkeys(("Part", "outline"), "outlines"),
    **dict.fromkeys(("Contribution", "Improvement", "LetterSummary", "Problem"), "report"),
    **dict.fromkeys(("Quote", "Report", "Run", "Score", "Suppressed"), "report"),
    "DocumentType": "letter.model",
    "Fixed": "fixes",
    "Rule": "rulebook.load",
    "Tracked": "documents.writers",
}

__all__ = [
    "REASON_HERE",
    "About",
    "Applicability",
    "B1CheckError",
    "Checker",
    "Comparison",
    "ComponentChange",
    "Config",
    "ConfigError",
    "Consistency",
    "ConsistencyReport",
    "Contradiction",
    "Contribution",
    "Discovery",
    "DocumentType",
    "Edit",
    "Explanation",
    "FactChange",
    "Finding",
    "Fix",
    "Fixed",
    "Improvement",
    "LetterSummary",
    "Part",
    "PipelineError",
    "Place",
    "Problem",
    "Quote",
    "ReadError",
    "Report",
    "Rule",
    "RuleChange",
    "RuleError",
    "Run",
    "Score",
    "ScoreChange",
    "Severity",
    "Span",
    "Suppressed",
    "TermUse",
    "Tracked",
    "WriteError",
    "check",
    "check_file",
    "compare",
    "discover",
    "explain",
    "explain_all",
    "fix",
    "fix_file",
    "html_report",
    "outline",
    "rule_file",
    "switch_off",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"b1check.{_HOME[name]}"), name)
    raise AttributeError(f"module 'b1check' has no attribute {name!r}")
