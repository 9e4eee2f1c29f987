"""Runs rules over the examples in rule files, and over small texts in tests."""

from __future__ import annotations

from collections.abc import Sequence

from b1check.documents.document import BlockKind, Document, Mark
from b1check.findings import Finding
from b1check.language.analysis import Analyser
from b1check.rulebook import load
from b1check.rulebook.examples import blocks, document, first_fixes, run

__all__ = ["blocks", "document", "findings", "first_fixes", "one_block", "one_rule"]


def one_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, marks: tuple[Mark, ...] = ()) -> Document:
    """Return a document with one block, whose text is the source."""
    return blocks((text, kind), marks=marks)


def findings(rules: Sequence[load.Rule], doc: Document, analyser: Analyser) -> tuple[Finding, ...]:
    """Run ``rules`` over ``doc``; a rule that crashes fails the test."""
    outcome = run(rules, doc, analyser)
    assert outcome.crashes == ()
    return outcome.findings


def one_rule(name: str, **options: object) -> load.Rule:
    """Return one of our rules, with other options where they are given."""
    spec, path = load.specs()[name]
    return load.build(spec, path, options=options)
