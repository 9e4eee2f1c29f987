"""A letter on the desk of a writer: its text as it is now, what is said about it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from b1check.checker import About, Checker
from b1check.documents import readers, writers
from b1check.documents.document import Document
from b1check.documents.writers import Editable
from b1check.documents.writers.edits import after, without_idle
from b1check.errors import ReadError, WriteError
from b1check.findings import Applicability, Edit, Finding
from b1check.fingerprints import fingerprint
from b1check.letter import parts
from b1check.letter.model import DocumentType
from b1check.readability import score as readability
from b1check.report import Report, Suppressed
from b1check.serve import copying, rewriting
from b1check.serve.texts import TEXTS

_MOST_STEPS = 200
"""How far back a writer can go; a step holds only what was changed, not the text."""
_SIZE_OF_TEXT = 200
"""Bytes that a code point of text costs here, about: its words, their analysis and what is said about them."""

Check = Callable[[Document, About], tuple[Report, Checker]]


class OutdatedError(Exception):
    """The letter has changed since the page that asks was told of it, such as in another tab."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A remark that the writer does not want here.

    Attributes:
        rule: name of the rule.
        sentence: hash of the sentence; a sentence that changes is read anew.
        words: the words that it is about.
        reason: why, in the words of the writer.
    """

    rule: str
    sentence: str
    words: str
    reason: str = ""

    @classmethod
    def of(cls, finding: Finding, reason: str = "") -> Ignored:
        """Return what tells ``finding`` from all others."""
        return cls(finding.rule, fingerprint(finding, "").sentence, finding.text, reason)

    def holds(self, finding: Finding) -> bool:
        """Tell whether it is about ``finding``."""
        return replace(self, reason="") == Ignored.of(finding)


@dataclass(frozen=True, slots=True)
class Step:
    """What the writer changed since the letter was opened.

    Attributes:
        edits: of the source as it was opened, in order and without overlap.
        ignored: the remarks that the writer does not want.
        typing: names the stretch of typing that it belongs to, which is undone in one go; or "".
    """

    edits: tuple[Edit, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    typing: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A text and what is said about it.

    Attributes:
        document: the text, with the parts of a letter.
        report: what was found, without what the writer ignores.
        checker: what found it.
    """

    document: Document
    report: Report
    checker: Checker


class Letter:
    """A letter that a writer works on; not to be used by two threads at once.

    Attributes:
        id: names it, and cannot be guessed.
        name: of the file, of which the ending tells the format.
        title: what the page calls it.
        data: the file as it came.
        file: what the edits are of: the file, or a simple copy of what stands in one that b1check cannot write.
        is_copy: whether it is such a copy of a file.
        type: what sort of document it is, if the writer said so.
        version: goes up at every change.
        start: as it was opened.
        now: as it is.
    """

    def __init__(self, id: str, name: str, data: bytes, check: Check, *, title: str = "", copy: bool = False) -> None:
        """Read and check ``data``.

        Args:
            id: names the letter.
            name: tells the format by its ending.
            data: the content of the file.
            check: checks a document.
            title: what the page calls it; the name of the file when empty.
            copy: work on a simple copy, also of a file that can be written.

        Raises:
            ReadError: when it cannot be read.
        """
        self.id = id
        self.name = name
        self.title = title or name
        self.data = data
        self.type: DocumentType | None = None
        self.version = 1
        self.file, copied = _opened(data, name, copy=copy)
        self.is_copy = copied and not copy
        self._steps = [Step()]
        self._at = 0
        self.start = self.now = self._checked(self.file.document, (), check)

    @property
    def step(self) -> Step:
        """What was changed up to now."""
        return self._steps[self._at]

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether something was undone that can be done again."""
        return self._at < len(self._steps) - 1

    @property
    def was_pasted(self) -> bool:
        """Whether it came without a file."""
        return self.title != self.name

    @property
    def weight(self) -> int:
        """Bytes that it takes in memory, about."""
        return len(self.data) + _SIZE_OF_TEXT * len(self.now.document.source)

    def expect(self, version: int) -> None:
        """Refuse a change that was meant for another version.

        Raises:
            OutdatedError: when the letter is not at ``version``.
        """
        if version != self.version:
            raise OutdatedError

    def write(self, at: int, text: str, check: Check, *, typing: str = "") -> None:
        """Give block ``at`` the words ``text``.

        Args:
            at: number of the block.
            text: its new words.
            check: checks a document.
            typing: names the stretch of typing; all of it is one step.

        Raises:
            WriteError: when the file has no room for it.
            IndexError: when there is no such block.
        """
        document = self.now.document
        if not 0 <= at < len(document.blocks):
            raise IndexError(at)
        edits = rewriting.rewrite(self.file, self.step.edits, document, at, rewriting.clean(text))
        self._take(replace(self.step, edits=edits, typing=typing), check)

    def accept(self, remark: int, fix: int, check: Check) -> None:
        """Repair finding ``remark`` in the way of its ``fix``.

        Raises:
            WriteError: when the file has no room for it, or a writer has to do it in person.
            IndexError: when there is no such remark or fix.
        """
        finding = self.now.report.findings[remark]
        repair = finding.fixes[fix]
        source = self.file.document.source.text
        edits = without_idle(source, after(self.step.edits, repair.edits))
        if repair.applicability is Applicability.SHOW or not rewriting.fits(self.file, edits):
            raise WriteError(TEXTS["no_room"])
        if not rewriting.follows(self.file, edits, _with(self.file, edits)):
            raise WriteError(TEXTS["no_room"])
        self._take(replace(self.step, edits=edits, typing=""), check)

    def ignore(self, remark: int, reason: str, check: Check) -> None:
        """Say no more about finding ``remark``, for a ``reason``.

        Raises:
            IndexError: when there is no such remark.
        """
        mark = Ignored.of(self.now.report.findings[remark], " ".join(reason.split()))
        self._take(replace(self.step, ignored=(*self.step.ignored, mark), typing=""), check)

    def restore(self, off: int, check: Check) -> None:
        """Say again what the writer ignored as remark ``off`` of those that are off.

        Raises:
            IndexError: when there is no such remark, or it is switched off in the text itself.
        """
        finding = self.now.report.suppressed[off].finding
        kept = tuple(one for one in self.step.ignored if not one.holds(finding))
        if len(kept) == len(self.step.ignored):
            raise IndexError(off)
        self._take(replace(self.step, ignored=kept, typing=""), check)

    def undo(self, check: Check) -> None:
        """Go a step back, if there is one."""
        if self.can_undo:
            self._go(self._at - 1, check)

    def redo(self, check: Check) -> None:
        """Do again what was undone last, if there is something."""
        if self.can_redo:
            self._go(self._at + 1, check)

    def choose(self, type: DocumentType | None, check: Check) -> None:
        """Take over what sort of document it is; None when b1check may guess."""
        self.type = type
        self.again(check)

    def again(self, check: Check) -> None:
        """Check the text as it was and as it is again, under other settings."""
        start = self._checked(self.start.document, (), check)
        self.now = self._checked(self.now.document, self.step.ignored, check)
        self.start = start
        self.version += 1

    def _take(self, step: Step, check: Check) -> None:
        """Make ``step`` the last one; nothing changes when the text cannot be checked with it."""
        checked = self._at_step(step, check)
        same = bool(step.typing) and self.step.typing == step.typing
        self._steps[self._at + (0 if same else 1) :] = [step]
        if len(self._steps) > _MOST_STEPS:
            del self._steps[1]  # the first one is the letter as it was opened
        self._at = len(self._steps) - 1
        self.now = checked
        self.version += 1

    def _go(self, at: int, check: Check) -> None:
        self.now = self._at_step(self._steps[at], check)
        self._at = at
        self.version += 1

    def _at_step(self, step: Step, check: Check) -> Checked:
        return self._checked(_with(self.file, step.edits), step.ignored, check)

    def _checked(self, document: Document, ignored: Sequence[Ignored], check: Check) -> Checked:
        document = parts.label(document)
        report, checker = check(document, About(type=self.type))
        return Checked(document, without(report, ignored, checker), checker)


def _opened(data: bytes, name: str, *, copy: bool) -> tuple[Editable, bool]:
    """Return what can be written of a file, and whether that is a copy of what stands in it."""
    if not copy:
        try:
            return writers.editable(data, name=name), False
        except WriteError:
            pass
    document = parts.label(readers.read_bytes(data, name=name))
    simple = copying.simple(document).encode()
    file = writers.editable(simple, name=f"{PurePath(name).stem}.html")
    return _Noted(file, document.notes), True


class _Noted:
    """A copy that keeps what the reader had to say about the file; see :class:`b1check.documents.writers.Editable`."""

    def __init__(self, file: Editable, notes: tuple[str, ...]) -> None:
        self._file = file
        self._notes = notes
        self.document = replace(file.document, notes=notes)

    def can_place(self, edits: Sequence[Edit]) -> bool:
        return self._file.can_place(edits)

    def with_edits(self, edits: Sequence[Edit]) -> Document:
        return replace(self._file.with_edits(edits), notes=self._notes)

    def write(self, edits: Sequence[Edit], *, tracked: writers.Tracked | None = None) -> bytes:
        return self._file.write(edits, tracked=tracked)


def _with(file: Editable, edits: Sequence[Edit]) -> Document:
    """Return the document with ``edits``.

    Raises:
        WriteError: when nothing is left of it.
    """
    try:
        return file.with_edits(edits) if edits else file.document
    except ReadError as error:
        raise WriteError(TEXTS["nothing_left"]) from error


def without(report: Report, ignored: Sequence[Ignored], checker: Checker) -> Report:
    """Return ``report`` with the findings that are ``ignored`` among those that are switched off."""
    if not ignored:
        return report
    reasons = {replace(one, reason=""): one.reason for one in ignored}
    off = {id(finding): reasons[mark] for finding in report.findings if (mark := Ignored.of(finding)) in reasons}
    open_ = tuple(finding for finding in report.findings if id(finding) not in off)
    return replace(
        report,
        findings=open_,
        improvements=readability.improvements(open_, checker.book.specs),
        suppressed=(
            *report.suppressed,
            *(
                Suppressed(finding, off[id(finding)], finding.span, finding.line)
                for finding in report.findings
                if id(finding) in off
            ),
        ),
    )
