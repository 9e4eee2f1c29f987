"""``textDocument/hover``: why the words under the pointer are hard to read."""

from __future__ import annotations

from lsprotocol import types as t

from lsp_server import words
from lsp_server.conversion import shown
from lsp_server.server import B1Server

_MOST = 3


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.TEXT_DOCUMENT_HOVER)
    async def hover(ls: B1Server, params: t.HoverParams) -> t.Hover | None:
        checked = await ls.checking.now(params.text_document.uri)
        if checked is None or checked.report is None or checked.checker is None:
            return None
        lines = checked.document.lines
        at = lines.offset(params.position)
        found = []
        for finding in checked.report.findings:
            if not finding.severity.reaches(ls.settings.min_severity):
                continue
            for span in (shown(finding, lines.text), *finding.also):
                if span.start <= at <= span.end:
                    found.append((span.end - span.start, span, finding))
                    break
        if not found:
            return None
        found.sort(key=lambda one: one[:2])
        said = [words.about_finding(finding, checked.checker) for _, _, finding in found[:_MOST]]
        return t.Hover(
            contents=t.MarkupContent(t.MarkupKind.Markdown, "\n---\n\n".join(said)), range=lines.range(found[0][1])
        )
