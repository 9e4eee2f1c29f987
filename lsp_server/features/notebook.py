"""``notebookDocument/didOpen``, ``didChange`` and ``didClose``: every cell with text is a document of its own."""

from __future__ import annotations

from lsprotocol import types as t

from lsp_server.features.text_document import changed, closed, opened
from lsp_server.server import B1Server


def register(server: B1Server) -> None:
    """Register the handlers. They are no coroutines, so that changes are applied in the order of the messages."""

    @server.feature(t.NOTEBOOK_DOCUMENT_DID_OPEN)
    def did_open(ls: B1Server, params: t.DidOpenNotebookDocumentParams) -> None:
        for cell in params.cell_text_documents:
            opened(ls, cell, params.notebook_document.uri)

    @server.feature(t.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def did_change(ls: B1Server, params: t.DidChangeNotebookDocumentParams) -> None:
        cells = params.change.cells
        if cells is None:  # only something about the notebook itself
            return
        if cells.structure:
            for gone in cells.structure.did_close or ():
                closed(ls, gone.uri)
            for cell in cells.structure.did_open or ():
                opened(ls, cell, params.notebook_document.uri)
        for content in cells.text_content or ():
            changed(ls, content.document, content.changes)

    @server.feature(t.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def did_close(ls: B1Server, params: t.DidCloseNotebookDocumentParams) -> None:
        for cell in params.cell_text_documents:
            closed(ls, cell.uri)
