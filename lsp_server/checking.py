"""Checks documents: each state of a document once, and only the latest."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from b1check import Checker, Finding, ReadError, Report
from lsp_server.checkers import Checkers
from lsp_server.documents import Documents, OpenDocument
from lsp_server.positions import Lines
from lsp_server.worker import Worker

_KEPT = 50
"""Of how many documents to keep the last result."""
_LARGEST = 2_000_000
"""Bytes; a larger file that is not open is passed over."""
_HEAD_START = 0.06
"""Seconds before the end of a pause to begin: as long as a check takes on a slow computer. Most pauses go on, and then
the writer need not wait for it."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Checked:
    """A document and what was found in it.

    Attributes:
        document: the document as it was checked; positions are about this state.
        report: what was found, without second opinions; None when there is nothing to check, or not all was checked.
        serial: goes up with every check, because LanguageTool can have more to say of the same state.
        opening: what was found on the first pages, when no more was checked yet.
        generation: under which settings.
        checker: what checked it; None when there is nothing to check.
        notice: Dutch words on why it was not checked, or "".
    """

    document: OpenDocument
    report: Report | None
    generation: int = 0
    checker: Checker | None = None
    notice: str = ""
    serial: int = 0
    opening: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found so far."""
        return self.report.findings if self.report else self.opening


class Checking:
    """Gives the result for the latest state of each document.

    Attributes:
        generation: goes up when settings change, so that older results no longer count.
        tell_more: called with the URI of a document of which there is more to tell than was told already.
    """

    def __init__(self, documents: Documents, checkers: Checkers, worker: Worker) -> None:
        self.generation = 0
        self.tell_more: Callable[[str], None] = lambda uri: None
        self._documents = documents
        self._checkers = checkers
        self._worker = worker
        self._done: OrderedDict[str, Checked] = OrderedDict()
        self._running: dict[str, tuple[tuple[int, int], asyncio.Task[Checked]]] = {}
        self._quiet_from: dict[str, float] = {}
        self._beginning: dict[str, asyncio.TimerHandle] = {}
        self._begun: set[asyncio.Task[Checked | None]] = set()
        # LanguageTool takes its time, and our own remarks must not wait for it.
        self._asker = Worker()
        self._asking: dict[str, asyncio.Task[None]] = {}
        self._asked: dict[str, tuple[int, int]] = {}
        self._serial = count(1)

    def changed(self, uri: str) -> None:
        """Note that the writer is busy in a document: tell nothing before it is quiet."""
        loop = asyncio.get_running_loop()
        wait = self._checkers.settings.debounce_ms / 1000
        self._quiet_from[uri] = loop.time() + wait
        if earlier := self._beginning.pop(uri, None):
            earlier.cancel()
        self._beginning[uri] = loop.call_later(max(wait - _HEAD_START, 0.0), self._begin, uri)

    def _begin(self, uri: str) -> None:
        """Begin to check a document before the pause is over; whoever waits for its end then finds the result."""
        self._beginning.pop(uri, None)
        task = asyncio.get_running_loop().create_task(self.now(uri))
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)

    def forget(self, uri: str) -> None:
        """Throw away what is known of a document that was closed."""
        self._quiet_from.pop(uri, None)
        if beginning := self._beginning.pop(uri, None):
            beginning.cancel()
        self._done.pop(uri, None)
        if running := self._running.pop(uri, None):
            running[1].cancel()
        self._asked.pop(uri, None)
        if asking := self._asking.pop(uri, None):
            asking.cancel()

    def reset(self) -> None:
        """Check everything anew at the next question, because settings changed."""
        self.generation += 1
        self._checkers.reset()

    def known(self, uri: str) -> Checked | None:
        """Return the last result, also when the document has changed since; None without any."""
        return self._done.get(uri)

    def is_current(self, checked: Checked) -> bool:
        """Tell whether the document and the settings are still as they were."""
        now = self._documents.get(checked.document.uri)
        same = now is not None and now.revision == checked.document.revision
        return same and checked.generation == self.generation

    async def settled(self, uri: str) -> Checked | None:
        """Wait until the writer pauses, and return the result for the document as it is then; None when not open."""
        while self._documents.get(uri):
            wait = self._quiet_from.get(uri, 0.0) - asyncio.get_running_loop().time()
            if wait > 0:
                await asyncio.sleep(wait)
                continue
            checked = await self.now(uri)
            if checked is None:
                return None
            if self.is_current(checked):
                # Not before the pause is over: whoever types on would have LanguageTool read every keystroke.
                if checked.checker and checked.checker.config.languagetool.on:
                    self._ask(checked, checked.checker)
                return checked
        return None

    async def opening(self, uri: str) -> Checked | None:
        """Return what is found on the first pages of a long document of which nothing was told yet.

        Who opens a report of forty pages then sees remarks at once. None of any other document, when nothing is found
        there, and when there is more to tell already.
        """
        document = self._documents.get(uri)
        if document is None or uri in self._done or uri in self._quiet_from:
            return None
        # Others may wait for the whole document already, while the pipeline loads.
        checked = await self._worker.run(partial(self._opening, document, self.generation), urgent=True)
        return checked if checked and self.is_current(checked) and uri not in self._done else None

    async def now(self, uri: str) -> Checked | None:
        """Return the result for the document as it is now; None when it is not open."""
        document = self._documents.get(uri)
        if document is None:
            return None
        done = self._done.get(uri)
        if done and self.is_current(done):
            return done
        key = (document.revision, self.generation)
        running = self._running.get(uri)
        if running is None or running[0] != key:
            if running:
                running[1].cancel()  # the latest state wins
            running = (key, asyncio.get_running_loop().create_task(self._check(document)))
            self._running[uri] = running
        try:
            return await asyncio.shield(running[1])
        except asyncio.CancelledError:
            # Either our caller gave up, or a newer state took over; only then there is something to wait for.
            if running[1].cancelled() and not _is_cancelled():
                return await self.now(uri)
            raise

    async def file(self, path: Path) -> Checked | None:
        """Check a file that is not open; None when it cannot be read as text, or is too large."""
        return await self._worker.run(partial(self._file, path, self.generation))

    def _file(self, path: Path, generation: int) -> Checked | None:
        """Read and check the file at ``path``; runs in the thread of the worker."""
        try:
            if path.stat().st_size > _LARGEST:
                return None
            with path.open(encoding="utf-8", newline="") as opened:  # its own line ends: offsets must stay right
                text = opened.read()
        except (OSError, UnicodeDecodeError):
            return None
        document = OpenDocument(path.as_uri(), "", None, Lines(text, self._documents.encoding))
        return self._result(document, generation)

    async def _check(self, document: OpenDocument) -> Checked:
        checked = await self._worker.run(partial(self._result, document, self.generation))
        checked = replace(checked, serial=next(self._serial))
        self._done[document.uri] = checked
        self._done.move_to_end(document.uri)
        while len(self._done) > _KEPT:
            self._done.popitem(last=False)
        running = self._running.get(document.uri)
        if running and running[0][0] == document.revision:
            del self._running[document.uri]
        return checked

    def _ask(self, checked: Checked, checker: Checker) -> None:
        """Ask LanguageTool about a state of a document once; an earlier question is dropped if it was not put yet."""
        uri = checked.document.uri
        state = (checked.document.revision, checked.generation)
        if self._asked.get(uri) == state:
            return
        self._asked[uri] = state
        if earlier := self._asking.get(uri):
            earlier.cancel()
        task = self._asking[uri] = asyncio.get_running_loop().create_task(self._consult(checked, checker))
        task.add_done_callback(lambda done: self._asking.pop(uri) if self._asking.get(uri) is done else None)

    async def _consult(self, checked: Checked, checker: Checker) -> None:
        """Ask LanguageTool about a document, and check it once more when it says something new."""
        document = checked.document
        consult = partial(checker.consult, document.text, name=document.name, format=document.format or "txt")
        if await self._asker.run(consult) and self.is_current(checked):
            self._done.pop(document.uri, None)
            self.tell_more(document.uri)

    def _opening(self, document: OpenDocument, generation: int) -> Checked | None:
        """Check the first paragraphs of ``document``; runs in the thread of the worker."""
        too_long = len(document.text) > self._checkers.settings.max_characters
        if document.format is None or too_long or document.uri in self._done:
            return None
        try:
            checker = self._checkers.get(document.path)
            if document.path and checker.config.is_excluded(document.path):
                return None
            found = checker.check_opening(document.text, name=document.name, format=document.format)
        except Exception:  # the check of the whole text says what is wrong
            _log.debug("could not check the opening of %s", document.uri, exc_info=True)
            return None
        return Checked(document, None, generation, checker, opening=found) if found else None

    def _result(self, document: OpenDocument, generation: int) -> Checked:
        """Check ``document``; runs in the thread of the worker."""
        limit = self._checkers.settings.max_characters
        if document.format is None or not document.text.strip():
            return Checked(document, None, generation)
        if len(document.text) > limit:
            notice = (
                f"Deze tekst is langer dan {limit} tekens. Dat is te lang om te controleren terwijl u schrijft. "
                "Gebruik de opdracht: b1check check."
            )
            return Checked(document, None, generation, notice=notice)
        try:
            checker = self._checkers.get(document.path)
            if document.path and checker.config.is_excluded(document.path):
                return Checked(document, None, generation)
            report = checker.check_text(
                document.text, name=document.name, format=document.format, opinions=False, wait=False
            )
        except ReadError as error:
            return Checked(document, None, generation, notice=str(error))
        except Exception:  # one text that cannot be checked must not stop the server
            _log.exception("could not check %s", document.uri)
            notice = "b1check kan deze tekst niet controleren. In het logboek van de taalserver staat waarom."
            return Checked(document, None, generation, notice=notice)
        return Checked(document, report, generation, checker)


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
