"""``workspace/diagnostic``: the diagnostics of files that are not open, when the writer asked for those."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from lsprotocol import types as t

from b1check import discover
from lsp_server.conversion import diagnostics
from lsp_server.documents import format_of, path_of
from lsp_server.server import B1Server


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.WORKSPACE_DIAGNOSTIC)
    async def workspace_diagnostic(ls: B1Server, params: t.WorkspaceDiagnosticParams) -> t.WorkspaceDiagnosticReport:
        texts = await files(ls) if ls.settings.workspace_diagnostics else []
        known = {one.uri: one.value for one in params.previous_result_ids}
        # An editor keeps what it got of a file until it gets something else, also when the file went away.
        there = {*texts, *_open(ls)}
        items: list[t.WorkspaceDocumentDiagnosticReport] = [
            t.WorkspaceFullDocumentDiagnosticReport(uri, [], None) for uri in known if path_of(uri) not in there
        ]
        async for file, name in one_by_one(ls, texts, params.work_done_token):
            uri = file.as_uri()
            if known.get(uri) == name:
                items.append(t.WorkspaceUnchangedDocumentDiagnosticReport(uri, name, None))
            elif checked := await ls.checking.file(file):
                found = diagnostics(checked, ls.settings.min_severity)
                items.append(t.WorkspaceFullDocumentDiagnosticReport(uri, found, None, result_id=name))
        return t.WorkspaceDiagnosticReport(items)


async def files(ls: B1Server) -> list[Path]:
    """Return the texts in the open folders that are not open themselves."""
    found = await ls.worker.run(lambda: discover(ls.folders).files)
    opened = _open(ls)
    return [file for file in found if format_of(file) and file not in opened]


def _open(ls: B1Server) -> set[Path]:
    """Return the files that are open; editors write the URI of one file in more than one way."""
    return {document.path for document in ls.documents if document.path}


async def one_by_one(
    ls: B1Server, texts: Sequence[Path], token: t.ProgressToken | None
) -> AsyncIterator[tuple[Path, str]]:
    """Yield each of ``texts`` with a name for its state, and tell of the progress; stop when the writer asks for it."""
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
