"""Runs rules over the examples in rule files, and over small texts in tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from b1check.documents import readers
from b1check.documents.document import Block, BlockKind, Document, Mark
from b1check.documents.source import BlockTextBuilder, SourceText
from b1check.findings import Edit, Finding
from b1check.language.analysis import Analyser
from b1check.letter import parts
from b1check.rulebook import engine, load
from b1check.rulebook.match import BlockView
from b1check.rulebook.spec import Example


def document(example: Example) -> Document:
    """Return the document of an example: one block, or a whole text that a reader takes apart."""
    if example.format is not None or example.kind is None:
        return parts.label(readers.read_text(example.plain, name="voorbeeld", format=example.format or "txt"))
    return one_block(example.plain, example.kind)


def one_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, marks: tuple[Mark, ...] = ()) -> Document:
    """Return a document with one block, whose text is the source."""
    return blocks((text, kind), marks=marks)


def blocks(*texts: tuple[str, BlockKind], marks: tuple[Mark, ...] = ()) -> Document:
    """Return a document with these blocks, one a line; ``marks`` are those of the last block."""
    made: list[Block] = []
    at = 0
    for number, (text, kind) in enumerate(texts, start=1):
        builder = BlockTextBuilder()
        builder.literal(text, at)
        plain, source_map = builder.build()
        made.append(Block(kind, plain, source_map, marks=marks if number == len(texts) else ()))
        at += len(text) + 1
    source = "\n".join(text for text, _ in texts)
    return Document("voorbeeld", "txt", SourceText(source), tuple(made))


def findings(rules: Sequence[load.Rule], doc: Document, analyser: Analyser) -> tuple[Finding, ...]:
    """Run ``rules`` over ``doc``; a rule that crashes fails the test."""
    analyses = analyser.analyse([block.text for block in doc.blocks])
    pairs = enumerate(zip(doc.blocks, analyses, strict=True))
    views = tuple(BlockView(index, block, analysis) for index, (block, analysis) in pairs)
    found, crashes = engine.run(rules, doc, views)
    assert crashes == ()
    return found


def one_rule(name: str, **options: object) -> load.Rule:
    """Return one of our rules, with other options where they are given."""
    spec, path = load.specs()[name]
    return load.build(spec, path, options=options)


def first_fixes(text: str, found: Sequence[Finding]) -> str:
    """Return ``text`` after the first fix of every finding that has one."""
    edits: list[Edit] = [edit for finding in found if finding.fixes for edit in finding.fixes[0].edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def place_of(path: Path) -> str:
    """Return group and name of a rule file, as a readable id."""
    return f"{path.parent.name}/{path.stem}"
