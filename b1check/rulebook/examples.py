"""Runs rules over the examples in rule files: an example becomes a document, and findings become text again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from b1check.documents import readers
from b1check.documents.document import Block, BlockKind, Document, Mark
from b1check.documents.source import BlockTextBuilder, SourceText
from b1check.findings import Edit, Finding
from b1check.language.analysis import Analyser
from b1check.letter import parts, reading
from b1check.letter.text import LetterText
from b1check.rulebook import engine
from b1check.rulebook.engine import Outcome
from b1check.rulebook.load import Rule
from b1check.rulebook.match import BlockView
from b1check.rulebook.spec import Example

_NAME = "voorbeeld"


def document(example: Example) -> Document:
    """Return the document of an example: one block, or a whole text that a reader takes apart."""
    if example.format is not None or example.kind is None:
        return parts.label(readers.read_text(example.plain, name=_NAME, format=example.format or "txt"))
    return blocks((example.plain, example.kind))


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
    return Document(_NAME, "txt", SourceText(source), tuple(made))


def run(rules: Sequence[Rule], doc: Document, analyser: Analyser) -> Outcome:
    """Return what ``rules`` find in ``doc``.

    Raises:
        PipelineError: when the pipeline cannot be loaded.
    """
    analyses = analyser.analyse([block.text for block in doc.blocks])
    pairs = enumerate(zip(doc.blocks, analyses, strict=True))
    views = tuple(BlockView(index, block, analysis) for index, (block, analysis) in pairs)
    return engine.run(rules, doc, views, letter=reading.read(LetterText(doc, views)))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text`` with the ranges between ``[[`` and ``]]``, as in a rule file."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


def first_fixes(text: str, found: Sequence[Finding]) -> str:
    """Return ``text`` after the first fix of every finding that has one."""
    edits: list[Edit] = [edit for finding in found if finding.fixes for edit in finding.fixes[0].edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
