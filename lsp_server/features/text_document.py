"""``textDocument/didOpen``, ``didChange`` and ``didClose``: keep up with the editor."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types as t

from lsp_server.documents import Change
from lsp_server.server import B1Server


def register(server: B1Server) -> None:
    """Register the handlers. They are no coroutines, so that changes are applied in the order of the messages."""

    @server.feature(t.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: B1Server, params: t.DidOpenTextDocumentParams) -> None:
        opened(ls, params.text_document)

    @server.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: B1Server, params: t.DidChangeTextDocumentParams) -> None:
        changed(ls, params.text_document, params.content_changes)

    @server.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: B1Server, params: t.DidCloseTextDocumentParams) -> None:
        closed(ls, params.text_document.uri)


def opened(ls: B1Server, item: t.TextDocumentItem, notebook: str = "") -> None:
    """Take in a document, maybe as a cell of ``notebook``, and tell what is found in it."""
    document = ls.documents.open(item, notebook)
    ls.forget_file(document.uri)
    ls.push(document.uri)


def changed(ls: B1Server, identity: t.VersionedTextDocumentIdentifier, changes: Iterable[Change]) -> None:
    """Follow the changes in a document, and tell what is found in it when the writer pauses."""
    if ls.documents.change(identity.uri, identity.version, changes):
        ls.checking.changed(identity.uri)
        ls.push(identity.uri)


def closed(ls: B1Server, uri: str) -> None:
    """Forget a document, and take away what was found in it."""
    ls.documents.close(uri)
    ls.checking.forget(uri)
    ls.clear(uri)
