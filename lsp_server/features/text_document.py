"""``textDocument/didOpen``, ``didChange`` and ``didClose``: keep up with the editor."""

from __future__ import annotations

from lsprotocol import types as t

from lsp_server.server import B1Server


def register(server: B1Server) -> None:
    """Register the handlers. They are no coroutines, so that changes are applied in the order of the messages."""

    @server.feature(t.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: B1Server, params: t.DidOpenTextDocumentParams) -> None:
        document = ls.documents.open(params.text_document)
        ls.forget_file(document.uri)
        ls.push(document.uri)

    @server.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: B1Server, params: t.DidChangeTextDocumentParams) -> None:
        identity = params.text_document
        if ls.documents.change(identity.uri, identity.version, params.content_changes):
            ls.checking.changed(identity.uri)
            ls.push(identity.uri)

    @server.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: B1Server, params: t.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.documents.close(uri)
        ls.checking.forget(uri)
        ls.clear(uri)
