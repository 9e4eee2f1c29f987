"""``textDocument/diagnostic``: an editor asks for the diagnostics of one document."""

from __future__ import annotations

from lsprotocol import types as t

from lsp_server.conversion import SOURCE, diagnostics
from lsp_server.server import B1Server

OPTIONS = t.DiagnosticOptions(identifier=SOURCE, inter_file_dependencies=False, workspace_diagnostics=True)


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.TEXT_DOCUMENT_DIAGNOSTIC, OPTIONS)
    async def diagnostic(ls: B1Server, params: t.DocumentDiagnosticParams) -> t.DocumentDiagnosticReport:
        uri = params.text_document.uri
        if opening := await ls.checking.opening(uri):
            ls.start(_tell_the_rest(ls, uri))
            return t.RelatedFullDocumentDiagnosticReport(items=diagnostics(opening, ls.settings.min_severity))
        checked = await ls.checking.settled(uri)
        if checked is None:
            return t.RelatedFullDocumentDiagnosticReport(items=[])
        ls.tell_problems(checked)
        name = f"{checked.document.revision}.{checked.generation}.{checked.serial}"
        if params.previous_result_id == name:
            return t.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
        found = diagnostics(checked, ls.settings.min_severity)
        return t.RelatedFullDocumentDiagnosticReport(items=found, result_id=name)


async def _tell_the_rest(ls: B1Server, uri: str) -> None:
    """Let the editor ask again when all of a document is checked of which it got the first paragraphs."""
    if await ls.checking.settled(uri):
        ls.tell_more(uri)
