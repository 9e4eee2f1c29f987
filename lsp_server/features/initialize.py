"""``initialize`` and ``initialized``: what the editor can do, and what is loaded before the first text."""

from __future__ import annotations

from lsprotocol import types as t

from lsp_server.features import configuration, watched_files
from lsp_server.server import B1Server
from lsp_server.settings import SECTION


def register(server: B1Server) -> None:
    """Register the handlers."""

    @server.feature(t.INITIALIZE)
    def initialize(ls: B1Server, params: t.InitializeParams) -> None:
        ls.documents.encoding = str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding))
        ls.find_parent()
        options = params.initialization_options
        if isinstance(options, dict):
            ls.configure(options.get(SECTION, options))

    @server.feature(t.INITIALIZED)
    async def initialized(ls: B1Server, _params: t.InitializedParams) -> None:
        ls.start(ls.watch_parent())
        ls.start(watched_files.look(ls))
        ls.start(ls.warm_up())
        await watched_files.ask_for_changes(ls)
        await configuration.fetch(ls)
