"""``workspace/didChangeWatchedFiles``: a file with settings or rules changed.

An editor that tells makes it go at once. Neovim on Linux does not tell, and no editor tells of a file outside its
folders; therefore the server also looks itself.
"""

from __future__ import annotations

import asyncio
import logging

from lsprotocol import types as t

from lsp_server.server import B1Server

_log = logging.getLogger(__name__)
_PATTERNS = ("**/*.toml", "**/*.csv")
_LOOK_AT_FILES = 2.0
"""Seconds between two looks; it costs a few questions to the file system."""


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(ls: B1Server, _params: t.DidChangeWatchedFilesParams) -> None:
        if ls.checkers.stale():
            ls.check_again()


async def look(ls: B1Server) -> None:
    """Check again whenever a file changed, until the server stops."""
    while True:
        await asyncio.sleep(_LOOK_AT_FILES)
        if await ls.worker.run(ls.checkers.stale):
            ls.check_again()


async def ask_for_changes(ls: B1Server) -> None:
    """Ask the editor to tell of changes in such files, if it can be asked."""
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
