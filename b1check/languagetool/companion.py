"""Asks LanguageTool about documents: as little as possible, and never for long when it does not answer."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from b1check.config import LanguageTool, Terms
from b1check.documents.document import Document
from b1check.findings import Finding
from b1check.languagetool import consent, local, remarks
from b1check.languagetool.answers import Remark
from b1check.languagetool.server import MOST, Server, UnavailableError, as_warning
from b1check.rulebook.match import BlockView

_BETWEEN = "\n\n"
"""Ends a paragraph for LanguageTool."""
_KEPT_TEXTS = 32
_KEPT_PARAGRAPHS = 2_000
"""How much to remember: the text in the editor with its latest states, and the paragraphs of a few documents."""
_REST = 10
"""How long to leave a server alone that did not answer, in times what it cost: so at most a tenth of all time goes
into waiting for nothing."""
_SHORTEST_REST = 5.0
"""Seconds."""

Remarks = tuple[Remark, ...]
_ValueT = TypeVar("_ValueT")


@dataclass(frozen=True, slots=True)
class Said:
    """What LanguageTool says of the paragraphs of a document.

    Attributes:
        remarks: for each paragraph, with offsets in it.
        warning: why it said nothing, or not of everything; "" when all went well.
    """

    remarks: tuple[Remarks, ...]
    warning: str = ""


class Companion:
    """LanguageTool, with what it said before; safe to use from several threads.

    Args:
        settings: which server, and which of its rules.
        terms: the words of the municipality, which are right as they are.
    """

    def __init__(self, settings: LanguageTool, terms: Terms) -> None:
        self._settings = settings
        self._keep = remarks.words_to_keep(terms)
        self._refusal = consent.refusal(settings.server)
        self._server: Server | None = None
        self._texts: OrderedDict[str, tuple[Remarks, ...]] = OrderedDict()
        self._paragraphs: OrderedDict[str, Remarks] = OrderedDict()
        self._failure = ""
        self._rests_until = 0.0
        self._lock = threading.Lock()

    def findings(
        self, document: Document, views: Sequence[BlockView], ours: Iterable[Finding], *, wait: bool
    ) -> tuple[tuple[Finding, ...], str]:
        """Return what LanguageTool finds in a document besides ``ours``, and a warning when it did not do all of it.

        Args:
            document: the document.
            views: the blocks of which its remarks may show.
            ours: what our own rules found.
            wait: as in :meth:`about`.
        """
        asked = remarks.paragraphs(document)
        said = self.about([document.blocks[index].text for index in asked], wait=wait)
        by_block = dict(zip(asked, said.remarks, strict=True))
        found = remarks.findings(((view, by_block.get(view.index, ())) for view in views), document, ours, self._keep)
        return tuple(found), said.warning

    def consult(self, document: Document) -> bool:
        """Ask about a document, and tell whether there is anything new to say of it."""
        texts = [document.blocks[index].text for index in remarks.paragraphs(document)]
        before, now = self.about(texts, wait=False), self.about(texts)
        return (before.remarks, before.warning) != (now.remarks, now.warning)

    def close(self) -> None:
        """Stop the server if it was started here; the next question starts another one."""
        if not self._settings.server:
            local.stop()

    def about(self, paragraphs: Sequence[str], *, wait: bool = True) -> Said:
        """Return what LanguageTool says of a document.

        It gets the document as a whole, because some of its rules compare paragraphs.

        Args:
            paragraphs: the paragraphs of the document, in order.
            wait: ask the server. When not, the answer is what it said of this document before, or else of each of
                these paragraphs in the document as it was.
        """
        if self._refusal:
            return Said(tuple(() for _ in paragraphs), as_warning(self._refusal))
        found: list[Remarks] = []
        failure = ""
        for text, part in _questions(paragraphs):
            known = self._known(text)
            if known is None and wait:
                try:
                    known = self._ask(text, part)
                except UnavailableError as error:
                    failure = str(error)
            if known is None:
                failure = failure or self._failure
                known = tuple(self._before(paragraph) for paragraph in part)
            found += known
        return Said(tuple(found), as_warning(failure) if failure else "")

    def _known(self, text: str) -> tuple[Remarks, ...] | None:
        with self._lock:
            known = self._texts.get(text)
            if known is not None:
                self._texts.move_to_end(text)
            return known

    def _before(self, paragraph: str) -> Remarks:
        with self._lock:
            return self._paragraphs.get(paragraph, ())

    def _ask(self, text: str, part: Sequence[str]) -> tuple[Remarks, ...]:
        """Ask the server, and remember its answer.

        Raises:
            UnavailableError: when it does not answer, or did not just now.
        """
        began = time.monotonic()
        if self._failure and began < self._rests_until:
            raise UnavailableError(self._failure, lasting=False)
        try:
            found = self._reached().ask(text)
        except UnavailableError as error:
            if error.lasting:
                now = time.monotonic()
                self._failure = str(error)
                self._rests_until = now + max(_SHORTEST_REST, _REST * (now - began))
            raise
        self._failure = ""
        divided = tuple(_divided(filter(self._is_wanted, found), part))
        with self._lock:
            _remember(self._texts, [(text, divided)], _KEPT_TEXTS)
            _remember(self._paragraphs, zip(part, divided, strict=True), _KEPT_PARAGRAPHS)
        return divided

    def _reached(self) -> Server:
        """Return the server; one of our own is started when it is not there yet, or died."""
        named = self._settings.server
        if named is None or local.owns(named):
            address = local.start(self._settings.start_timeout)
            if self._server is None or self._server.address != address:
                self._server = Server(address, self._settings, dead=local.STOPPED)
        elif self._server is None:
            self._server = Server(named, self._settings)
        return self._server

    def _is_wanted(self, remark: Remark) -> bool:
        """Tell whether the settings leave a remark in."""
        names = {remark.rule, remark.category}
        chosen = self._settings.select is None or not names.isdisjoint(self._settings.select)
        return chosen and names.isdisjoint(self._settings.ignore)


def _questions(paragraphs: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the texts to ask about, each with the paragraphs in it; a long document takes more than one."""
    first = size = 0
    for index, paragraph in enumerate(paragraphs):
        if index > first and size + len(paragraph) > MOST:
            yield _BETWEEN.join(paragraphs[first:index]), paragraphs[first:index]
            first, size = index, 0
        size += len(paragraph) + len(_BETWEEN)
    if first < len(paragraphs):
        yield _BETWEEN.join(paragraphs[first:]), paragraphs[first:]


def _divided(found: Iterable[Remark], paragraphs: Sequence[str]) -> Iterator[Remarks]:
    """Yield the remarks of each paragraph, with offsets in it; one that runs on into the next is left out."""
    waiting = list(found)
    starts = accumulate((len(paragraph) + len(_BETWEEN) for paragraph in paragraphs), initial=0)
    for start, paragraph in zip(starts, paragraphs, strict=False):
        end = start + len(paragraph)
        inside = [remark for remark in waiting if start <= remark.start and remark.end <= end]
        yield tuple(replace(remark, start=remark.start - start, end=remark.end - start) for remark in inside)


def _remember(memory: OrderedDict[str, _ValueT], entries: Iterable[tuple[str, _ValueT]], most: int) -> None:
    for key, value in entries:
        memory[key] = value
        memory.move_to_end(key)
    while len(memory) > most:
        memory.popitem(last=False)
