"""What the writer takes along: the letter as a Word file with changes and comments, a report, a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path, PurePath

import b1check
from b1check.checker import About
from b1check.documents import readers
from b1check.documents.document import Block, BlockKind
from b1check.documents.writers import Editable, Tracked, editable, notes
from b1check.documents.writers import directives as placing
from b1check.documents.writers.edits import apply
from b1check.errors import WriteError
from b1check.explanations import Explanation
from b1check.findings import Edit, Span
from b1check.letter import parts
from b1check.report import Report, Run
from b1check.reporters import csv, html
from b1check.reporters import notes as remarks
from b1check.reporters.results import Result, Results
from b1check.serve import copying, fresh, rewriting
from b1check.serve.letters import Check, Ignored, Letter, without
from b1check.serve.showing import file_name
from b1check.serve.texts import TEXTS

_TEXTS = {"txt": "text/plain", "md": "text/markdown", "html": "text/html"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to hand over.

    Attributes:
        name: what to call it.
        type: its media type.
        data: its content.
    """

    name: str
    type: str
    data: bytes


def own_format(letter: Letter) -> str:
    """Return the format, besides Word, in which the letter can be given back as it came; "" when there is none."""
    format = letter.file.document.format
    return format if format in _TEXTS and not letter.is_copy and not letter.was_pasted else ""


def word(letter: Letter, check: Check, moment: dt.datetime) -> Parcel:
    """Return the letter as a Word file, with what the writer changed as tracked changes, and the remarks as comments.

    A letter that came in another form gets a new file.

    Args:
        letter: the letter.
        check: checks a document.
        moment: what changes and comments bear, with a time zone.

    Raises:
        WriteError: when the file cannot hold them.
    """
    now = letter.now
    if now.document.format == "docx":
        file, edits = letter.file, letter.step.edits
    else:
        file, edits = _as_word(letter)
    data = file.write(edits, tracked=Tracked(moment.astimezone(dt.UTC).replace(microsecond=0)))
    written = parts.label(readers.read_bytes(data, name="brief.docx"))
    if written.source.text == now.document.source.text:
        report = now.report
    else:  # in another form the remarks have other places
        report, checker = check(written, About(type=letter.type))
        report = without(report, letter.step.ignored, checker)
    made = [*remarks.notes(report, now.checker.config), *_switched_off(report, letter.step.ignored)]
    made.sort(key=lambda note: (note.span is not None, note.span or Span(0, 0)))
    noted = notes.put(data, written, made, notes.Signature(moment.replace(tzinfo=None, microsecond=0)))
    return Parcel(f"{_stem(letter)}.b1.docx", _WORD, noted.data)


def own(letter: Letter) -> Parcel:
    """Return a letter that came as text, Markdown or HTML in that same form, with what the writer changed.

    What the writer ignores is written in it, with the reason, so that nobody gets that remark again.

    Raises:
        WriteError: when it came in another form.
    """
    format = own_format(letter)
    if not format:
        raise WriteError(TEXTS["no_such_file"])
    file, edits = letter.file, letter.step.edits
    text = letter.now.document.source.text
    for one in letter.step.ignored:
        text = _with_directive(text, one, letter, format)
    if text != letter.now.document.source.text:
        whole = Edit(Span(0, len(file.document.source)), text)
        edits = (whole,)
    return Parcel(f"{_stem(letter)}.b1{PurePath(letter.name).suffix.lower()}", _TEXTS[format], file.write(edits))


def report(letter: Letter, rules: Mapping[str, Explanation]) -> Parcel:
    """Return the report as a page."""
    now = letter.now
    named = replace(now.report, name=letter.title)
    document = replace(now.document, name=letter.title)
    page = html.render([html.Page(named, document, rules)])
    return Parcel(f"{_stem(letter)}-rapport.html", "text/html", page.encode())


def table(letters: Sequence[Letter]) -> Parcel:
    """Return the findings in ``letters`` as a table for Excel."""
    here = Path()
    results = tuple(
        Result(replace(one.now.report, name=one.title), one.now.document, one.title, config=one.now.checker.config)
        for one in letters
    )
    run = Run(b1check.__version__, "", tuple(result.report for result in results))
    name = f"{_stem(letters[0])}-opmerkingen.csv" if len(letters) == 1 else "opmerkingen.csv"
    return Parcel(name, "text/csv", csv.render(Results(run, results, here, here)).encode())


def copied(letter: Letter) -> dict[str, str]:
    """Return the text for the clipboard: with formatting and without."""
    return {"html": copying.simple(letter.now.document), "text": copying.plain(letter.now.document)}


def _as_word(letter: Letter) -> tuple[Editable, tuple[Edit, ...]]:
    """Return a new Word file of the letter as it was opened, with the edits that make it what it is now.

    Where those cannot be told, it is a file of the letter as it is now.
    """
    old, new = letter.start.document, letter.now.document
    file = editable(fresh.word_file(old), name="brief.docx")
    try:
        edits = _edits_of(file, old.blocks, new.blocks)
    except (WriteError, IndexError):
        edits = None
    if edits is None or len(file.with_edits(edits).blocks) != len(new.blocks):
        return editable(fresh.word_file(new), name="brief.docx"), ()
    return file, edits


def _edits_of(file: Editable, old: Sequence[Block], new: Sequence[Block]) -> tuple[Edit, ...] | None:
    """Return the edits of ``file``, which shows ``old``, that make it ``new``; None when other paragraphs came.

    Raises:
        WriteError: when the file has no room for them.
        IndexError: when the file has other blocks than ``old``.
    """
    before, after = ([(_form(block), block.text) for block in blocks] for blocks in (old, new))
    edits: tuple[Edit, ...] = ()
    changes = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    for kind, first, last, new_first, new_last in reversed(changes):  # the places before it stay the same
        if kind == "equal":
            continue
        texts = [text for _, text in after[new_first:new_last]]
        if first == last or len({form for form, _ in (*before[first:last], *after[new_first:new_last])}) > 1:
            return None
        # What came more is behind the last one; what is too much goes.
        several = [*texts[: last - first - 1], "\n\n".join(texts[last - first - 1 :])]
        several += [""] * (last - first - len(several))
        for at, text in reversed(list(enumerate(several, first))):
            edits = rewriting.rewrite(file, edits, file.with_edits(edits), at, text)
    return edits


def _form(block: Block) -> BlockKind | None:
    """Return what a block is where that shows in its place; a short line of a text may be a heading or not."""
    return block.kind if block.kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_CELL} else None


def _switched_off(report: Report, ignored: Sequence[Ignored]) -> Iterator[notes.Note]:
    """Yield a comment for each remark that the writer ignores: b1check reads those, and keeps silent there."""
    for off in report.suppressed:
        mark = next((one for one in ignored if one.holds(off.finding)), None)
        if mark:
            where = "uit" if off.finding.block is not None else "uit in deze tekst"
            span = off.finding.span if off.finding.block is not None else None
            yield notes.Note(f"b1check {where}: {mark.rule} - {mark.reason}", (), span, off.finding.text)


def _with_directive(text: str, mark: Ignored, letter: Letter, format: str) -> str:
    document = readers.read_text(text, name=letter.name, format=format)
    report = letter.now.checker.check_document(document)
    found = next((finding for finding in report.findings if mark.holds(finding)), None)
    if found is None:
        return text
    edit = placing.switch_off(document, found.span.start, [mark.rule], mark.reason, whole=found.block is None)
    return apply(text, [edit]) if edit else text


def _stem(letter: Letter) -> str:
    named = letter.title if letter.was_pasted else PurePath(letter.name).stem
    return file_name(named) if named else "brief"
