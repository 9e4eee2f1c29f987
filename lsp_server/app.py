"""Puts the server together: every feature registers its own handlers."""

from __future__ import annotations

from lsp_server.features import (
    code_action,
    code_lens,
    commands,
    configuration,
    diagnostic,
    document_symbol,
    house_list,
    hover,
    ignore_here,
    initialize,
    inlay_hint,
    notebook,
    report,
    status,
    text_document,
    watched_files,
    workspace_diagnostic,
)
from lsp_server.server import B1Server

_FEATURES = (
    initialize,
    text_document,
    notebook,
    diagnostic,
    workspace_diagnostic,
    code_action,
    hover,
    inlay_hint,
    code_lens,
    document_symbol,
    configuration,
    watched_files,
    commands,
    house_list,
    ignore_here,
    report,
    status,
)


def create() -> B1Server:
    """Return a server with all features."""
    server = B1Server()
    for feature in _FEATURES:
        feature.register(server)
    return server
