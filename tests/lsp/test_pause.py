"""The pause after a change: nothing is told before it is over, and the check is done by then."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types as t

from lsp_server import checking
from lsp_server.checkers import Checkers
from lsp_server.checking import Checking
from lsp_server.documents import Documents
from lsp_server.settings import EditorSettings
from lsp_server.worker import Worker

URI = "file:///werk/rust.txt"
PAUSE = 3600.0
"""Seconds: longer than any test."""


def _checking() -> tuple[Documents, Checking]:
    documents, checkers = Documents(), Checkers()
    checkers.settings = EditorSettings.model_construct(**{**dict(EditorSettings()), "debounce_ms": 1000 * PAUSE})
    documents.open(t.TextDocumentItem(URI, "plaintext", 1, "Dag."))
    return documents, Checking(documents, checkers, Worker())


def _type(documents: Documents, ours: Checking, version: int, text: str) -> None:
    documents.change(URI, version, [t.TextDocumentContentChangeWholeDocument(text)])
    ours.changed(URI)


def test_the_check_is_done_before_the_pause_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_HEAD_START", PAUSE)

    async def follow() -> None:
        documents, ours = _checking()
        _type(documents, ours, 2, "Indien u belt.")
        waiting = asyncio.create_task(ours.settled(URI))
        while (known := ours.known(URI)) is None:
            await asyncio.sleep(0)
        assert known.document.version == 2
        assert known.report
        assert [one.rule for one in known.report.findings] == ["formeel-verbindingswoord"]
        assert not waiting.done()
        waiting.cancel()

    asyncio.run(follow())


def test_a_document_that_was_closed_is_not_checked_any_more() -> None:
    async def follow() -> None:
        documents, ours = _checking()
        _type(documents, ours, 2, "Indien u belt.")
        documents.close(URI)
        ours.forget(URI)
        assert await ours.settled(URI) is None
        assert not ours._beginning

    asyncio.run(follow())


def test_urgent_work_goes_first() -> None:
    async def follow() -> list[str]:
        worker, done, begun = Worker(), [], asyncio.Event()
        loop = asyncio.get_running_loop()
        gate = asyncio.Event()

        def hold() -> None:
            loop.call_soon_threadsafe(begun.set)
            asyncio.run_coroutine_threadsafe(gate.wait(), loop).result()

        holding = asyncio.create_task(worker.run(hold))
        await begun.wait()
        later = [asyncio.create_task(worker.run(lambda name=name: done.append(name))) for name in ("een", "twee")]
        await asyncio.sleep(0)
        urgent = asyncio.create_task(worker.run(lambda: done.append("eerst"), urgent=True))
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(holding, *later, urgent)
        return done

    assert asyncio.run(follow()) == ["eerst", "een", "twee"]
