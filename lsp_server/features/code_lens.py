"""``textDocument/codeLens``: one line above the text with its score, its verdict and what the reader has to do."""

from __future__ import annotations

from lsprotocol import types as t

from lsp_server import words
from lsp_server.features.commands import SHOW_SCORE
from lsp_server.server import B1Server


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.TEXT_DOCUMENT_CODE_LENS)
    async def code_lens(ls: B1Server, params: t.CodeLensParams) -> list[t.CodeLens]:
        if not ls.settings.code_lens:
            return []
        checked = await ls.checking.settled(params.text_document.uri)
        if checked is None or checked.report is None or checked.document.notebook:  # a cell is too short for a score
            return []
        top = t.Position(0, 0)
        title = words.lens(checked.report)
        command = t.Command(title=title, command=SHOW_SCORE, arguments=[params.text_document.uri])
        return [t.CodeLens(range=t.Range(top, top), command=command)]
