"""b1check: checks whether Dutch letters and web texts suit readers at language level B1.

    import b1check

    report = b1check.check("Indien u vragen heeft, kunt u contact opnemen.")
    for finding in report.findings:
        print(finding.line, finding.text, finding.message)

Everything public stands in ``__all__``. It is loaded when it is first used, so importing b1check is cheap.
"""

from __future__ import annotations

import functools
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from b1check.api import (
        annotate,
        check,
        check_file,
        compare,
        compare_files,
        fix,
        fix_file,
        html_report,
        switch_off,
        switch_on,
    )
    from b1check.checker import About, Checker
    from b1check.comparison import Comparison, ComponentChange, FactChange, RuleChange, ScoreChange
    from b1check.config import Config
    from b1check.consistency import Consistency, ConsistencyReport, Contradiction, Place, TermUse
    from b1check.discovery import Discovery, discover
    from b1check.documents.directives import REASON_HERE
    from b1check.documents.document import Block, BlockKind, Document
    from b1check.documents.readers import Reader
    from b1check.documents.readers.blocks import BlockBuilder
    from b1check.documents.readers.decode import decode
    from b1check.documents.source import SourceText
    from b1check.documents.writers import Tracked
    from b1check.documents.writers.notes import Noted
    from b1check.errors import B1CheckError, ConfigError, PipelineError, PluginError, ReadError, RuleError, WriteError
    from b1check.explanations import Explanation, explain, explain_all, rule_file
    from b1check.findings import Applicability, Edit, Finding, Fix, Severity, Span
    from b1check.fixes import Fixed
    from b1check.letter.model import DocumentType
    from b1check.outlines import Part, outline
    from b1check.report import Contribution, Improvement, LetterSummary, Problem, Quote, Report, Run, Score, Suppressed
    from b1check.reporters import Reporter
    from b1check.reporters.json import as_data
    from b1check.reporters.results import Result, Results
    from b1check.reporters.schema import json_schema
    from b1check.rulebook.load import Rule

    __version__: str

_HOME = {
    "annotate": "api",
    "check": "api",
    "check_file": "api",
    "compare": "api",
    "compare_files": "api",
    "fix": "api",
    "fix_file": "api",
    "html_report": "api",
    "switch_off": "api",
    "switch_on": "api",
    "REASON_HERE": "documents.directives",
    **dict.fromkeys(("Block", "BlockKind", "Document"), "documents.document"),
    "BlockBuilder": "documents.readers.blocks",
    "SourceText": "documents.source",
    "decode": "documents.readers.decode",
    "Reader": "documents.readers",
    "Reporter": "reporters",
    **dict.fromkeys(("Result", "Results"), "reporters.results"),
    "as_data": "reporters.json",
    "json_schema": "reporters.schema",
    "About": "checker",
    "Checker": "checker",
    **dict.fromkeys(("Comparison", "ComponentChange", "FactChange", "RuleChange", "ScoreChange"), "comparison"),
    "Config": "config",
    **dict.fromkeys(("Consistency", "ConsistencyReport", "Contradiction", "Place", "TermUse"), "consistency"),
    **dict.fromkeys(("B1CheckError", "ConfigError", "PipelineError", "PluginError"), "errors"),
    **dict.fromkeys(("ReadError", "RuleError", "WriteError"), "errors"),
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
    "Noted": "documents.writers.notes",
}

__all__ = [
    "REASON_HERE",
    "About",
    "Applicability",
    "B1CheckError",
    "Block",
    "BlockBuilder",
    "BlockKind",
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
    "Document",
    "DocumentType",
    "Edit",
    "Explanation",
    "FactChange",
    "Finding",
    "Fix",
    "Fixed",
    "Improvement",
    "LetterSummary",
    "Noted",
    "Part",
    "PipelineError",
    "Place",
    "PluginError",
    "Problem",
    "Quote",
    "ReadError",
    "Reader",
    "Report",
    "Reporter",
    "Result",
    "Results",
    "Rule",
    "RuleChange",
    "RuleError",
    "Run",
    "Score",
    "ScoreChange",
    "Severity",
    "SourceText",
    "Span",
    "Suppressed",
    "TermUse",
    "Tracked",
    "WriteError",
    "annotate",
    "as_data",
    "check",
    "check_file",
    "compare",
    "compare_files",
    "decode",
    "discover",
    "explain",
    "explain_all",
    "fix",
    "fix_file",
    "html_report",
    "json_schema",
    "outline",
    "rule_file",
    "switch_off",
    "switch_on",
]


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"b1check.{_HOME[name]}"), name)
    if name == "__version__":
        return _version()
    raise AttributeError(f"module 'b1check' has no attribute {name!r}")


@functools.cache
def _version() -> str:
    """Return the version that was installed; it stands in the metadata, which comes from the tag in git."""
    from importlib import metadata  # noqa: PLC0415 - who only asks for help need not wait for it

    try:
        return metadata.version("b1check")
    except metadata.PackageNotFoundError:  # a copy of the files that nobody installed
        return "0+onbekend"
