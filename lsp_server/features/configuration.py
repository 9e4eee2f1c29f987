"""``workspace/didChangeConfiguration``: the settings of the editor."""

from __future__ import annotations

import logging

from lsprotocol import types as t

from lsp_server.server import B1Server
from lsp_server.settings import SECTION

_log = logging.getLogger(__name__)


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(ls: B1Server, params: t.DidChangeConfigurationParams) -> None:
        if asks(ls):  # an editor that can be asked may send nothing useful with the notification
            await fetch(ls)
        elif isinstance(params.settings, dict):
            ls.configure(params.settings.get(SECTION, params.settings))


def asks(ls: B1Server) -> bool:
    """Tell whether the editor can be asked for its settings."""
    about = ls.client_capabilities.workspace
    return bool(about and about.configuration)


async def fetch(ls: B1Server) -> None:
    """Ask the editor for its settings, if it can be asked."""
    if not asks(ls):
        return
    wanted = t.ConfigurationParams([t.ConfigurationItem(section=SECTION)])
    try:
        answer = await ls.workspace_configuration_async(wanted)
    except Exception:  # an editor that says it can and then cannot; the settings stay as they are
        _log.exception("the editor gave no settings")
        return
    if answer and isinstance(answer[0], dict):
        ls.configure(answer[0])
