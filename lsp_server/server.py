"""The server: what it knows, and what the features share."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Generator
from pathlib import Path
from typing import Any, NoReturn, cast

from lsprotocol import types as t
from pydantic import ValidationError
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

import b1check
from lsp_server import starting
from lsp_server.checkers import Checkers
from lsp_server.checking import Checked, Checking
from lsp_server.conversion import diagnostics, plain
from lsp_server.documents import Documents, path_of
from lsp_server.settings import EditorSettings
from lsp_server.worker import Worker

_LOOK_AT_PARENT = 3.0
"""Seconds between two looks at whether the editor still lives."""
_CELLS = t.NotebookDocumentSyncOptions(
    [t.NotebookDocumentFilterWithCells([t.NotebookCellLanguage("markdown"), t.NotebookCellLanguage("plaintext")])]
)
"""The cells of a notebook that hold text and not code."""
_log = logging.getLogger(__name__)


class _Protocol(LanguageServerProtocol):
    """The protocol without the text store of pygls.

    That store splits lines at signs that are no line ends for an editor (form feed, U+2028), so that after an edit its
    text can differ from that in the editor. Also a request that is not right gets an answer, where pygls keeps silent.
    """

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Turn a message into a value; of a request that is not right the editor is told so."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), int | str):
                self._send_response(data["id"], error=error.to_response_error())
            raise

    @lsp_method(t.INITIALIZE)
    def lsp_initialize(self, params: t.InitializeParams) -> Generator[Any, Any, t.InitializeResult]:
        """Say what the server can do for this editor."""
        result: t.InitializeResult = yield from super().lsp_initialize(params)
        if not cast("B1Server", self._server).pulls:
            result.capabilities.diagnostic_provider = None
        return result

    @lsp_method(t.EXIT)
    def lsp_exit(self, *_args: Any) -> NoReturn:
        """End at once, whatever is still going on; the code tells whether the editor asked to shut down first."""
        cast("B1Server", self._server).end(0 if self._shutdown else 1)

    @lsp_method(t.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: t.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to our own handler."""
        yield self.fm.features[t.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(t.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: t.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to our own handler."""
        yield self.fm.features[t.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(t.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: t.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to our own handler."""
        yield self.fm.features[t.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(t.NOTEBOOK_DOCUMENT_DID_OPEN)
    def lsp_notebook_document__did_open(self, params: t.DidOpenNotebookDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to our own handler."""
        yield self.fm.features[t.NOTEBOOK_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(t.NOTEBOOK_DOCUMENT_DID_CHANGE)
    def lsp_notebook_document__did_change(self, params: t.DidChangeNotebookDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to our own handler."""
        yield self.fm.features[t.NOTEBOOK_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(t.NOTEBOOK_DOCUMENT_DID_CLOSE)
    def lsp_notebook_document__did_close(self, params: t.DidCloseNotebookDocumentParams) -> Generator[Any, Any, None]:
        """Hand over to our own handler."""
        yield self.fm.features[t.NOTEBOOK_DOCUMENT_DID_CLOSE], (params,), None


def _converter() -> Any:
    """Return what turns messages into plain data: that of pygls, and our own way for the many diagnostics."""
    converter = cast(Any, default_converter)()  # it has no types
    converter.register_unstructure_hook(t.Diagnostic, plain)
    return converter


class B1Server(LanguageServer):
    """The language server.

    Attributes:
        documents: what is open in the editor.
        checkers: the checker for each document.
        worker: the thread that does the heavy work.
        checking: gives the result for the latest state of a document.
        parent: the process of the editor, if it can be watched.
        leaving: what to do before the server ends.
    """

    def __init__(self) -> None:
        super().__init__(
            "b1check",
            b1check.__version__,
            protocol_cls=_Protocol,
            converter_factory=_converter,
            notebook_document_sync=_CELLS,
        )
        self.documents = Documents()
        self.checkers = Checkers()
        self.worker = Worker()
        self.checking = Checking(self.documents, self.checkers, self.worker)
        self.checking.tell_more = self.tell_more
        self.parent: int | None = None
        self.leaving: list[Callable[[], None]] = [self.checkers.close]
        self._pushing: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._said: set[str] = set()
        self._published_files: set[str] = set()

    @property
    def settings(self) -> EditorSettings:
        """The settings of the editor."""
        return self.checkers.settings

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics; to push them too would show everything twice.

        One that asks but cannot be told to ask again (Neovim 0.11) would not see that settings changed. To such an
        editor we push, and do not say that it can ask.
        """
        about_text = self.client_capabilities.text_document
        return about_text is not None and about_text.diagnostic is not None and self.refreshes("diagnostics")

    @property
    def versions_edits(self) -> bool:
        """Whether the editor can check that an edit is meant for the state of the text that it has."""
        about = self.client_capabilities.workspace
        return bool(about and about.workspace_edit and about.workspace_edit.document_changes)

    @property
    def creates_files(self) -> bool:
        """Whether an edit may make a new file."""
        about = self.client_capabilities.workspace
        operations = about.workspace_edit.resource_operations if about and about.workspace_edit else None
        return self.versions_edits and t.ResourceOperationKind.Create in (operations or ())

    @property
    def knows_snippets(self) -> bool:
        """Whether an edit may hold a place for the writer to fill in."""
        about = self.client_capabilities.workspace
        return bool(about and about.workspace_edit and about.workspace_edit.snippet_edit_support)

    @property
    def resolves_actions(self) -> bool:
        """Whether the editor asks for the edit of an action when the writer chooses it."""
        about = self.client_capabilities.text_document
        support = about.code_action.resolve_support if about and about.code_action else None
        return support is not None and "edit" in support.properties

    @property
    def folders(self) -> list[Path]:
        """The folders that are open in the editor."""
        found = [path_of(uri) for uri in self.workspace.folders]
        root = self.workspace.root_uri
        if not found and root:
            found = [path_of(root)]
        return [folder for folder in found if folder]

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Do something while messages are read; an error is logged."""
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("a task failed", exc_info=error)

    async def warm_up(self) -> None:
        """Load the rules and the pipeline before the first document asks for them."""
        folder = next(iter(self.folders), None)
        await self.worker.run(lambda: self.checkers.get(folder).warm_up())
        await self.worker.run(starting.keep_what_is_loaded)

    def push(self, uri: str) -> None:
        """Send the diagnostics of a document when the writer pauses; an editor that asks for them gets none."""
        if self.pulls:
            return
        if earlier := self._pushing.pop(uri, None):
            earlier.cancel()
        task = self._pushing[uri] = self.start(self._push(uri))
        task.add_done_callback(lambda done: self._pushing.pop(uri) if self._pushing.get(uri) is done else None)

    async def _push(self, uri: str) -> None:
        if opening := await self.checking.opening(uri):
            self.publish(opening)
        checked = await self.checking.settled(uri)
        if checked is None or not self.checking.is_current(checked):
            return
        self.publish(checked)

    def publish(self, checked: Checked) -> None:
        """Send the diagnostics of ``checked``."""
        document = checked.document
        found = diagnostics(checked, self.settings.min_severity)
        self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(document.uri, found, document.version))
        self.tell_problems(checked)

    def clear(self, uri: str) -> None:
        """Take away the diagnostics of a document that was closed."""
        if earlier := self._pushing.pop(uri, None):
            earlier.cancel()
        if not self.pulls:
            self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, []))

    def publish_file(self, checked: Checked) -> None:
        """Send the diagnostics of a file that is not open, and remember that they are there."""
        if self.pulls and self.settings.workspace_diagnostics:
            return  # the editor asks for those of all files
        if self.documents.get(checked.document.uri) is None:  # else it was opened in the meantime
            self._published_files.add(checked.document.uri)
            self.publish(checked)

    def forget_file(self, uri: str) -> None:
        """Take away what was sent of a file before it was opened: an editor that asks would show it twice."""
        if uri in self._published_files:
            self._published_files.discard(uri)
            self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, []))

    async def _publish_files_again(self) -> None:
        """Check the files that are not open and of which diagnostics were sent, because settings changed."""
        asks = self.pulls and self.settings.workspace_diagnostics  # then the editor asks for them all itself
        for uri in sorted(self._published_files):
            generation = self.checking.generation
            path = None if asks else path_of(uri)
            checked = await self.checking.file(path) if path else None
            if generation != self.checking.generation:
                return  # settings changed once more, and that began anew
            if checked is None:
                self.forget_file(uri)
            elif uri in self._published_files:  # else it was opened in the meantime
                self.publish_file(checked)

    def tell_problems(self, checked: Checked) -> None:
        """Tell once of every rule that failed, what is wrong or old in the settings, and packages of rules left out."""
        for problem in self.checkers.problems.copy().values():
            self.tell(problem, t.MessageType.Error)
        report = checked.report
        for error in (*report.errors, *report.warnings) if report else ():
            self.tell(error, t.MessageType.Warning)
        if checked.checker:  # documents with settings of the same content share it, and only one file has an old name
            config = self.checkers.config(checked.document.path)
            for note in (*config.notes, *checked.checker.notes):
                self.tell(note, t.MessageType.Warning)

    def tell(self, message: str, type: t.MessageType = t.MessageType.Info) -> None:
        """Show ``message``, unless it was shown before."""
        if message not in self._said:
            self._said.add(message)
            self.window_show_message(t.ShowMessageParams(type, message))

    def configure(self, data: object) -> None:
        """Take over the settings of the editor; those that are not right change nothing."""
        try:
            settings = EditorSettings.model_validate(data if isinstance(data, dict) else {})
        except ValidationError as error:
            names = ", ".join(".".join(map(str, one["loc"])) for one in error.errors())
            self.tell(f"Deze instellingen van b1check zijn niet goed: {names}.", t.MessageType.Error)
            return
        if settings != self.settings:
            self.checkers.settings = settings
            self.check_again()

    def check_again(self) -> None:
        """Check anew every document of which the editor shows something, because settings changed."""
        self._said.clear()
        self.checking.reset()
        if self.pulls:
            if self.refreshes("diagnostics"):
                self.workspace_diagnostic_refresh(None)
        else:
            for document in self.documents:
                self.push(document.uri)
        self._ask_for_hints()
        if self._published_files:
            self.start(self._publish_files_again())

    def tell_more(self, uri: str) -> None:
        """Send, or let the editor ask for, what is found in a document that did not change."""
        if self.pulls:
            self.workspace_diagnostic_refresh(None)
        else:
            self.push(uri)
        self._ask_for_hints()

    def _ask_for_hints(self) -> None:
        """Let the editor ask again for what it shows between the words and above the text."""
        if self.refreshes("inlay_hint"):
            self.workspace_inlay_hint_refresh(None)
        if self.refreshes("code_lens"):
            self.workspace_code_lens_refresh(None)

    def refreshes(self, name: str) -> bool:
        """Tell whether the editor can be asked to ask again for ``name``."""
        capability = getattr(self.client_capabilities.workspace, name, None)
        return bool(capability and capability.refresh_support)

    def find_parent(self) -> None:
        """Take the process that the editor named for the one to watch, if it is there now."""
        # On Windows signal 0 would end the process. A number from another container means nothing here.
        if self.process_id is not None and sys.platform != "win32" and _lives(self.process_id):
            self.parent = self.process_id

    async def watch_parent(self) -> None:
        """Stop when the editor is gone without a word; a closed standard input stops the server by itself."""
        parent = self.parent
        if parent is None:
            return
        while _lives(parent):
            await asyncio.sleep(_LOOK_AT_PARENT)
        _log.warning("the editor (process %d) is gone", parent)
        self.end(1)

    def end(self, code: int) -> NoReturn:
        """End the process at once, with what must be done before it.

        Python's own end would wait for the thread that reads standard input, and would break off the worker inside
        the pipeline, which makes the whole process abort when it is still loading.
        """
        for leave in self.leaving:
            leave()
        logging.shutdown()
        os._exit(code)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log what went wrong with a message; a writer can do nothing about it."""
        _log.error("%s: %s", getattr(source, "__name__", source), error)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
