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
        checked = await ls.checking.settled(params.text_document.uri)
        if checked is None:
            return t.RelatedFullDocumentDiagnosticReport(items=[])
        ls.tell_problems(checked)
        name = f"{checked.document.revision}.{checked.generation}.{checked.serial}"
        if params.previous_result_id == name:
            return t.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
        found = diagnostics(checked, ls.settings.min_severity)
        return t.RelatedFullDocumentDiagnosticReport(items=found, result_id=name)
