"""``workspace/didChangeWatchedFiles``: a configuration file changed."""

from __future__ import annotations

import logging

from lsprotocol import types as t

from lsp_server.server import B1Server

_log = logging.getLogger(__name__)
_PATTERNS = ("**/b1check.toml", "**/pyproject.toml")


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(ls: B1Server, _params: t.DidChangeWatchedFilesParams) -> None:
        ls.check_again()


async def ask_for_changes(ls: B1Server) -> None:
    """Ask the editor to tell of changes in configuration files, if it can be asked."""
    about = ls.client_capabilities.workspace
    registrations = []
    if about and about.did_change_watched_files and about.did_change_watched_files.dynamic_registration:
        options = t.DidChangeWatchedFilesRegistrationOptions([t.FileSystemWatcher(pattern) for pattern in _PATTERNS])
        registrations.append(t.Registration("b1check-files", t.WORKSPACE_DID_CHANGE_WATCHED_FILES, options))
    if about and about.did_change_configuration and about.did_change_configuration.dynamic_registration:
        options_of = {"section": "b1check"}
        registrations.append(t.Registration("b1check-settings", t.WORKSPACE_DID_CHANGE_CONFIGURATION, options_of))
    if not registrations:
        return
    try:
        await ls.client_register_capability_async(t.RegistrationParams(registrations))
    except Exception:  # an editor that says it can and then cannot; the server works without
        _log.exception("the editor does not tell of changed files")
