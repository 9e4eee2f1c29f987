"""``workspace/diagnostic``: the diagnostics of files that are not open, when the writer asked for those."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from lsprotocol import types as t

from b1check import discover
from lsp_server.checking import Checked
from lsp_server.conversion import diagnostics
from lsp_server.documents import OpenDocument, format_of
from lsp_server.positions import Lines
from lsp_server.server import B1Server

_LARGEST = 2_000_000
"""Bytes; a larger file is passed over."""


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.WORKSPACE_DIAGNOSTIC)
    async def workspace_diagnostic(ls: B1Server, params: t.WorkspaceDiagnosticParams) -> t.WorkspaceDiagnosticReport:
        items: list[t.WorkspaceDocumentDiagnosticReport] = []
        if not ls.settings.workspace_diagnostics:
            return t.WorkspaceDiagnosticReport(items)
        known = {one.uri: one.value for one in params.previous_result_ids}
        async for file, name in files(ls, params.work_done_token):
            uri = file.as_uri()
            if known.get(uri) == name:
                items.append(t.WorkspaceUnchangedDocumentDiagnosticReport(uri, name, None))
            elif checked := await check(ls, file):
                found = diagnostics(checked, ls.settings.min_severity)
                items.append(t.WorkspaceFullDocumentDiagnosticReport(uri, found, None, result_id=name))
        return t.WorkspaceDiagnosticReport(items)


async def files(ls: B1Server, token: t.ProgressToken | None) -> AsyncIterator[tuple[Path, str]]:
    """Yield every file in the open folders that is not open itself, with a name for its state; tell of the progress."""
    found = await ls.worker.run(lambda: discover(ls.folders).files)
    texts = [file for file in found if format_of(file) and ls.documents.get(file.as_uri()) is None]
    progress = ls.work_done_progress
    if token is not None:
        title = "b1check controleert uw teksten"
        progress.begin(token, t.WorkDoneProgressBegin(title=title, cancellable=True, percentage=0))
    try:
        for number, file in enumerate(texts):
            if token is not None:
                if progress.tokens[token].cancelled():
                    break
                share = 100 * number // len(texts)
                progress.report(token, t.WorkDoneProgressReport(message=file.name, percentage=share))
            try:
                state = file.stat()
            except OSError:  # it went away in the meantime
                continue
            yield file, f"{state.st_mtime_ns}.{state.st_size}.{ls.checking.generation}"
    finally:
        if token is not None:
            progress.end(token, t.WorkDoneProgressEnd())
            progress.tokens.pop(token, None)


async def check(ls: B1Server, file: Path) -> Checked | None:
    """Check a file that is not open; None when it cannot be read as text."""
    try:
        if file.stat().st_size > _LARGEST:
            return None
        with file.open(encoding="utf-8", newline="") as opened:  # with its own line ends: offsets must stay right
            text = opened.read()
    except (OSError, UnicodeDecodeError):
        return None
    return await ls.checking.file(OpenDocument(file.as_uri(), "", None, Lines(text, ls.documents.encoding)))
