"""The server as the protocol asks, for what each editor says that it can.

pytest-lsp drives the real server over standard input and output, with the abilities of real editors. Those of Neovim
and Emacs come with pytest-lsp, as does an old VS Code that does not ask for diagnostics. Those of today's VS Code are
what vscode-languageclient 11.0.0 says of itself.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from cattrs import Converter
from lsprotocol import types as t
from lsprotocol.converters import get_converter
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, LspSpecificationWarning, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from lsp_server.positions import Lines

# A message that does not fit what the editor said of itself is a mistake, not a remark.
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.filterwarnings(f"error::{LspSpecificationWarning.__module__}.{LspSpecificationWarning.__name__}"),
]

PATIENCE = 60
NOW = Path(__file__).parent / "capabilities" / "visual_studio_code.json"
LINE = "Beste bewoner 😀 van het cafe\u0301, indien u een pas wilt, belt u ons."
LONG = (
    "Wij hebben op 3 maart uw aanvraag voor een kaart gekregen en wij hebben daarna ook met uw huisarts gebeld over "
    "uw klachten."
)
TEXT = f"# Uw pas\n\n{LINE}\n\n{LONG}\n"
RULE = "formeel-verbindingswoord"
ALL = t.Range(t.Position(0, 0), t.Position(99, 0))


class Editor(LanguageClient):
    """A client that also keeps the versions of diagnostics, and applies the edits that the server asks for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.news = asyncio.Condition()
        self.sent: list[t.PublishDiagnosticsParams] = []
        self.applied: list[t.WorkspaceEdit] = []
        self.refreshed: list[str] = []
        self.registered: list[str] = []
        self.server: t.ServerCapabilities | None = None
        self.folder = Path()

    async def tell(self) -> None:
        async with self.news:
            self.news.notify_all()

    async def until(self, condition: Callable[[], Any]) -> Any:
        """Wait until ``condition`` gives something, and return that."""
        async with self.news:
            await asyncio.wait_for(self.news.wait_for(condition), PATIENCE)
        return condition()

    @property
    def pulls(self) -> bool:
        return self.server is not None and self.server.diagnostic_provider is not None

    def encoded(self, text: str) -> Lines:
        assert self.server is not None
        encoding = self.server.position_encoding
        return Lines(text, str(getattr(encoding, "value", encoding)))

    async def open(self, name: str, text: str, language: str = "markdown") -> str:
        uri = (self.folder / name).as_uri()
        self.text_document_did_open(t.DidOpenTextDocumentParams(t.TextDocumentItem(uri, language, 1, text)))
        return uri

    async def found(self, uri: str, version: int = 1) -> Sequence[t.Diagnostic]:
        """Return the diagnostics in the way that was agreed on."""
        if self.pulls:
            asked = t.DocumentDiagnosticParams(t.TextDocumentIdentifier(uri))
            report = await self.text_document_diagnostic_async(asked)
            assert report.kind == "full"
            return report.items
        last = await self.until(
            lambda: next((one for one in self.sent if (one.uri, one.version) == (uri, version)), None)
        )
        self.sent.remove(last)
        return list(last.diagnostics)

    async def actions(self, uri: str, range: t.Range, only: list[str] | None = None) -> list[t.CodeAction]:
        context = t.CodeActionContext(diagnostics=[], only=only)  # type: ignore[arg-type]
        return list(
            await self.text_document_code_action_async(
                t.CodeActionParams(t.TextDocumentIdentifier(uri), range, context)
            )
            or []
        )

    async def done(self, action: t.CodeAction, uri: str, text: str) -> str:
        """Choose ``action`` as this editor does, and return the text after it."""
        assert self.capabilities and self.capabilities.text_document and self.capabilities.text_document.code_action
        support = self.capabilities.text_document.code_action.resolve_support
        if action.edit is None and action.data is not None:
            assert support and "edit" in support.properties, "this editor cannot ask for the edit"
            action = await self.code_action_resolve_async(action)
        edits = [action.edit] if action.edit else []
        if action.command:
            before = len(self.applied)
            asked = t.ExecuteCommandParams(command=action.command.command, arguments=action.command.arguments)
            await self.workspace_execute_command_async(asked)
            edits += self.applied[before:]
        for edit in edits:
            text = self._apply(edit, uri, text)
        return text

    def _apply(self, edit: t.WorkspaceEdit, uri: str, text: str) -> str:
        about = (
            self.capabilities.workspace.workspace_edit if self.capabilities and self.capabilities.workspace else None
        )
        if edit.document_changes:
            assert about and about.document_changes, "this editor does not know documentChanges"
            (change,) = edit.document_changes
            assert isinstance(change, t.TextDocumentEdit)
            assert (change.text_document.uri, change.text_document.version) == (uri, 1)
            made = list(change.edits)
        else:
            assert edit.changes
            made = list(edit.changes[uri])
        lines = self.encoded(text)
        spans = sorted(((lines.span(one.range), one.new_text) for one in made), reverse=True, key=lambda one: one[0])
        for span, new in spans:
            text = text[: span.start] + new + text[span.end :]
        return text


def _converter() -> Converter:
    """Read two kinds of answers that lsprotocol cannot: an action with a command, and a selector of cells."""
    converter = default_converter()

    def structure(said: Any, _: Any) -> t.Command | t.CodeAction:
        kind = t.Command if isinstance(said.get("command"), str) else t.CodeAction
        return converter.structure(said, kind)

    converter.register_structure_hook(t.Command | t.CodeAction, structure)
    selector = t.NotebookDocumentFilterWithNotebook | t.NotebookDocumentFilterWithCells
    converter.register_structure_hook(selector, lambda said, _: said)
    return converter


def _editor() -> Editor:
    client = Editor(converter_factory=_converter)
    ours = {t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, t.WORKSPACE_DIAGNOSTIC_REFRESH}
    theirs = {method: do for method, do in DEFAULT_CLIENT_FEATURES.items() if method not in ours}
    register_lsp_features(client, theirs)

    @client.feature(t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    async def publish(ls: Editor, params: t.PublishDiagnosticsParams) -> None:
        ls.sent.append(params)
        await ls.tell()

    @client.feature(t.WORKSPACE_APPLY_EDIT)
    async def apply(ls: Editor, params: t.ApplyWorkspaceEditParams) -> t.ApplyWorkspaceEditResult:
        ls.applied.append(params.edit)
        return t.ApplyWorkspaceEditResult(applied=True)

    @client.feature(t.CLIENT_REGISTER_CAPABILITY)
    async def register(ls: Editor, params: t.RegistrationParams) -> None:
        ls.registered += [one.method for one in params.registrations]
        await ls.tell()

    for method in (
        t.WORKSPACE_DIAGNOSTIC_REFRESH,
        t.WORKSPACE_INLAY_HINT_REFRESH,
        t.WORKSPACE_CODE_LENS_REFRESH,
    ):
        _remember(client, method)
    return client


def _remember(client: Editor, method: str) -> None:
    @client.feature(method)
    async def refresh(ls: Editor, _params: Any) -> None:
        ls.refreshed.append(method)
        await ls.tell()


def _abilities(name: str) -> t.ClientCapabilities:
    if name != "visual_studio_code":
        return client_capabilities(name)
    said = json.loads(NOW.read_text(encoding="utf-8"))["capabilities"]
    return get_converter().structure(said, t.ClientCapabilities)


@pytest_lsp.fixture(
    scope="module",
    params=["visual_studio_code", "visual_studio_code@v1.65.2", "neovim@v0.11.0", "neovim@v0.7.0", "emacs"],
    config=ClientServerConfig(server_command=[sys.executable, "-m", "lsp_server", "--stdio"], client_factory=_editor),
)
async def editor(
    request: pytest.FixtureRequest, lsp_client: Editor, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[None]:
    lsp_client.folder = tmp_path_factory.mktemp("werk")
    folders = [t.WorkspaceFolder(lsp_client.folder.as_uri(), "werk")]
    asked = t.InitializeParams(capabilities=_abilities(request.param), workspace_folders=folders)
    lsp_client.server = (await lsp_client.initialize_session(asked)).capabilities
    yield
    await lsp_client.shutdown_session()


async def test_the_words_are_those_of_the_text(editor: Editor) -> None:
    uri = await editor.open("woorden.md", TEXT)
    found = {one.code: one for one in await editor.found(uri)}
    lines = editor.encoded(TEXT)
    span = lines.span(found[RULE].range)
    assert TEXT[span.start : span.end] == "indien"
    assert found[RULE].severity == t.DiagnosticSeverity.Warning
    assert found[RULE].source == "b1check"
    description = found[RULE].code_description
    assert description and description.href
    span = lines.span(found["lange-zin"].range)
    assert TEXT[span.start : span.end] == LONG


async def test_an_editor_asks_or_is_told_and_never_both(editor: Editor) -> None:
    uri = await editor.open("eenmaal.md", TEXT)
    await editor.found(uri)
    await editor.text_document_hover_async(t.HoverParams(t.TextDocumentIdentifier(uri), t.Position(2, 0)))
    assert [one for one in editor.sent if one.uri == uri] == []


async def test_only_an_editor_that_can_be_told_to_ask_again_may_ask(editor: Editor) -> None:
    about = editor.capabilities.workspace if editor.capabilities else None
    assert editor.pulls == bool(about and about.diagnostics and about.diagnostics.refresh_support)


async def test_the_menu_repairs_the_words(editor: Editor) -> None:
    uri = await editor.open("menu.md", TEXT)
    at = next(one.range for one in await editor.found(uri) if one.code == RULE)
    actions = await editor.actions(uri, at)
    write = next(one for one in actions if one.title.startswith("Schrijf: "))
    assert write.is_preferred
    assert await editor.done(write, uri, TEXT) == TEXT.replace("indien", "als")
    every = next(one for one in actions if one.kind == t.CodeActionKind.SourceFixAll)
    assert await editor.done(every, uri, TEXT) == TEXT.replace("indien", "als")
    (saved,) = await editor.actions(uri, ALL, ["source.fixAll"])
    assert await editor.done(saved, uri, TEXT) == TEXT.replace("indien", "als")


async def test_hover_hints_lens_and_symbols(editor: Editor) -> None:
    uri = await editor.open("meer.md", TEXT)
    document = t.TextDocumentIdentifier(uri)
    place = editor.encoded(TEXT).position(TEXT.index("indien") + 2)
    hover = await editor.text_document_hover_async(t.HoverParams(document, place))
    assert hover and isinstance(hover.contents, t.MarkupContent)
    assert "Bron:" in hover.contents.value
    hints = await editor.text_document_inlay_hint_async(t.InlayHintParams(document, ALL))
    assert [one.label for one in hints or ()] == ["→ als", "23 woorden"]
    (lens,) = await editor.text_document_code_lens_async(t.CodeLensParams(document)) or ()
    assert lens.command and lens.command.title.startswith("b1check: ")
    (symbol,) = await editor.text_document_document_symbol_async(t.DocumentSymbolParams(document)) or ()
    assert symbol.name == "Uw pas"


async def test_a_change_is_followed_and_its_version_is_told(editor: Editor) -> None:
    uri = await editor.open("wijzig.md", TEXT)
    before = next(one.range for one in await editor.found(uri) if one.code == RULE)
    change = t.TextDocumentContentChangePartial(before, "als")
    editor.text_document_did_change(t.DidChangeTextDocumentParams(t.VersionedTextDocumentIdentifier(2, uri), [change]))
    assert RULE not in [one.code for one in await editor.found(uri, 2)]


async def test_changed_settings_show_at_once(editor: Editor) -> None:
    uri = await editor.open("instellen.md", TEXT)
    assert RULE in [one.code for one in await editor.found(uri)]
    try:
        for ignored in (["woorden"], []):
            editor.refreshed.clear()
            editor.set_configuration({"ignore": ignored}, section="b1check")
            settings = {"b1check": {"ignore": ignored}}
            editor.workspace_did_change_configuration(t.DidChangeConfigurationParams(settings=settings))
            if editor.pulls:
                await editor.until(lambda: t.WORKSPACE_DIAGNOSTIC_REFRESH in editor.refreshed)
            assert (RULE in [one.code for one in await editor.found(uri)]) == (not ignored)
    finally:
        editor.text_document_did_close(t.DidCloseTextDocumentParams(t.TextDocumentIdentifier(uri)))


async def test_the_whole_folder_is_checked_with_progress(editor: Editor) -> None:
    file = editor.folder / "map.md"
    file.write_text(TEXT, encoding="utf-8", newline="")
    try:
        asked = t.ExecuteCommandParams(command="b1check.checkWorkspace", arguments=[])
        assert await editor.workspace_execute_command_async(asked) == 1
        told = await editor.until(lambda: next((one for one in editor.sent if one.uri == file.as_uri()), None))
        assert RULE in [one.code for one in told.diagnostics]
        kinds = [[one.kind for one in reports] for reports in editor.progress_reports.values()]
        window = editor.capabilities.window if editor.capabilities else None
        assert kinds == ([["begin", "report", "end"]] if window and window.work_done_progress else [])
    finally:
        file.unlink()
