"""``b1check.report``: the report of a document as a page in the browser."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from lsprotocol import types as t

import b1check
from b1check import Report
from lsp_server.checking import Checked
from lsp_server.server import B1Server

REPORT = "b1check.report"
_UNSAFE = re.compile(r"[^\w-]+")


class _Pages:
    """The reports that were made, in a folder that only this user can read and that goes when the server stops."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._files: dict[str, Path] = {}

    def write(self, uri: str, name: str, page: str) -> Path:
        """Write the report of the document at ``uri``, called ``name``; a second one takes the place of the first.

        Raises:
            OSError: when it cannot be written.
        """
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="b1check-")
        if uri not in self._files:
            own = Path(tempfile.mkdtemp(dir=self._folder.name))  # two documents can have the same name
            self._files[uri] = own / f"rapport-{_UNSAFE.sub('-', Path(name).stem).strip('-') or 'tekst'}.html"
        self._files[uri].write_text(page, encoding="utf-8")
        return self._files[uri]

    def remove(self) -> None:
        """Throw the reports away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
            self._files.clear()


def register(server: B1Server) -> None:
    """Register the command."""
    pages = _Pages()
    server.leaving.append(pages.remove)

    @server.command(REPORT)
    async def report(ls: B1Server, uri: str) -> str | None:
        """Show the report of a document; the answer is the URI of its file, None when there is no report."""
        checked = await ls.checking.now(uri)
        if checked is None or checked.report is None:
            said = "Van deze tekst is er geen rapport. Open eerst een tekst die b1check controleert."
            ls.window_show_message(t.ShowMessageParams(t.MessageType.Warning, said))
            return None
        found = checked.report
        try:
            file = await ls.worker.run(lambda: _write(pages, checked, found))
        except OSError:
            said = "Het rapport is niet te maken. Kijk of er nog ruimte is op de schijf."
            ls.window_show_message(t.ShowMessageParams(t.MessageType.Error, said))
            return None
        shown = False
        if _shows_documents(ls):
            answer = await ls.window_show_document_async(t.ShowDocumentParams(file.as_uri(), external=True))
            shown = answer.success
        if not shown:
            ls.window_show_message(t.ShowMessageParams(t.MessageType.Info, f"Het rapport staat in {file}"))
        return file.as_uri()


def _write(pages: _Pages, checked: Checked, report: Report) -> Path:
    document, checker = checked.document, checked.checker
    config = checker.config if checker else None
    if checker and document.format:  # once more, for while somebody types no other method is asked for its opinion
        report = checker.check_text(document.text, name=document.name, format=document.format)
    return pages.write(document.uri, document.name, b1check.html_report(report, document.text, config=config))


def _shows_documents(ls: B1Server) -> bool:
    window = ls.client_capabilities.window
    return bool(window and window.show_document and window.show_document.support)
