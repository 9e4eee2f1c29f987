"""``textDocument/documentSymbol``: the headings of a text, the parts of a letter, and what it asks of its reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as t

from b1check import Part, Quote, ReadError, Report, Span, outline
from lsp_server.positions import Lines
from lsp_server.server import B1Server

_HEADING = "kop"
_LONGEST = 80


def register(server: B1Server) -> None:
    """Register the handler."""

    @server.feature(t.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def document_symbol(
        ls: B1Server, params: t.DocumentSymbolParams
    ) -> list[t.DocumentSymbol] | list[t.SymbolInformation]:
        checked = await ls.checking.settled(params.text_document.uri)
        if checked is None or checked.report is None or checked.document.format is None:
            return []
        lines = checked.document.lines
        try:
            parts = outline(lines.text, format=checked.document.format)
        except ReadError:
            return []
        said = _letter(checked.report, lines)
        about = ls.client_capabilities.text_document
        if about and about.document_symbol and about.document_symbol.hierarchical_document_symbol_support:
            return [*_nested(parts, lines), *said]
        return [
            t.SymbolInformation(t.Location(checked.document.uri, symbol.range), symbol.name, symbol.kind)
            for symbol in (*(_symbol(part, lines) for part in parts), *said)
        ]


def _symbol(part: Part, lines: Lines, below: Sequence[t.DocumentSymbol] = ()) -> t.DocumentSymbol:
    heading = part.kind == _HEADING
    named = heading or part.text.casefold().startswith(part.kind)  # such as a line that begins with "Onderwerp:"
    name = part.text if named else f"{part.kind.capitalize()}: {part.text}"
    return t.DocumentSymbol(
        name=_short(name) or part.kind,
        kind=t.SymbolKind.String if heading else t.SymbolKind.Field,
        range=lines.range(Span(part.span.start, part.end)),
        selection_range=lines.range(part.span),
        children=list(below),
    )


def _nested(parts: Sequence[Part], lines: Lines) -> Iterator[t.DocumentSymbol]:
    """Yield the parts with under each heading what belongs to it."""
    at = 0
    while at < len(parts):
        after = at + 1
        while parts[at].kind == _HEADING and after < len(parts) and parts[after].span.start < parts[at].end:
            after += 1
        yield _symbol(parts[at], lines, list(_nested(parts[at + 1 : after], lines)))
        at = after


def _letter(report: Report, lines: Lines) -> list[t.DocumentSymbol]:
    letter = report.letter
    if letter is None:
        return []
    quotes: list[tuple[str, Quote]] = []
    if action := letter.action:
        quotes.append(("Wat de lezer moet doen", action.what))
    quotes += [("Termijn", due.quote) for due in letter.deadlines]
    quotes += [(f"Deel volgens de wet ({clause.kind})", clause.quote) for clause in letter.clauses]
    return [
        t.DocumentSymbol(
            name=_short(f"{title}: {quote.text}"),
            kind=t.SymbolKind.Event,
            range=lines.range(quote.span),
            selection_range=lines.range(quote.span),
        )
        for title, quote in quotes
    ]


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST else joined[: _LONGEST - 1].rstrip() + "…"
