"""Adds a word to the words that the municipality allows: a choice in the menu, and the command behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types as t

from b1check import Finding
from lsp_server import wordlist, words
from lsp_server.documents import OpenDocument, path_of
from lsp_server.positions import Lines
from lsp_server.server import B1Server
from lsp_server.wordlist import Addition

ALLOW_WORD = "b1check.allowWord"
_WORD_GROUPS = frozenset({"woorden", "jargon"})
_LONGEST_WORD = 60


def register(server: B1Server) -> None:
    """Register the command."""

    @server.command(ALLOW_WORD)
    async def allow_word(ls: B1Server, uri: str, word: str) -> bool:
        """Allow ``word`` in the texts beside the document; the answer tells whether anything changed."""
        document = ls.documents.get(uri)
        path = document.path if document else path_of(uri)
        addition = wordlist.allow(word, _folder(ls, path)) if path else None
        if addition is None:
            return False
        if addition.text is not None or ls.creates_files:
            answer = await ls.workspace_apply_edit_async(t.ApplyWorkspaceEditParams(_edit(ls, addition)))
            return bool(answer.applied)
        try:
            wordlist.create(addition)
        except OSError:
            said = f"Het bestand {addition.file} is niet te maken. Kijk of u in die map mag schrijven."
            ls.window_show_message(t.ShowMessageParams(t.MessageType.Error, said))
            return False
        ls.check_again()
        said = f"‘{word}’ staat nu in {addition.file}."
        ls.window_show_message(t.ShowMessageParams(t.MessageType.Info, said))
        return True


def actions(ls: B1Server, document: OpenDocument, finding: Finding, about: t.Diagnostic) -> Iterator[t.CodeAction]:
    """Yield the action that allows the words of ``finding``, if they are words that can be allowed."""
    rule = words.explanation(finding.rule, ls.checkers.config(document.path))
    word = " ".join(finding.text.split())
    if rule is None or rule.group not in _WORD_GROUPS or finding.reach != "woorden" or len(word) > _LONGEST_WORD:
        return
    if document.path is None or (addition := wordlist.allow(word, _folder(ls, document.path))) is None:
        return
    title = f"Sta ‘{word}’ toe in {addition.file.name}"
    action = t.CodeAction(title=title, kind=t.CodeActionKind.QuickFix, diagnostics=[about])
    if addition.text is None and not ls.creates_files:  # then the server makes the file when this is chosen
        action.command = t.Command(title=title, command=ALLOW_WORD, arguments=[document.uri, word])
    else:
        action.edit = _edit(ls, addition)
    yield action


def _edit(ls: B1Server, addition: Addition) -> t.WorkspaceEdit:
    lines = Lines(addition.text or "", ls.documents.encoding)
    made = t.TextEdit(lines.range(addition.span), addition.replacement)
    uri = addition.file.as_uri()
    if not ls.versions_edits:
        return t.WorkspaceEdit(changes={uri: [made]})
    changes: list[t.TextDocumentEdit | t.CreateFile | t.RenameFile | t.DeleteFile] = []
    if addition.text is None:
        changes.append(t.CreateFile(uri, options=t.CreateFileOptions(ignore_if_exists=True)))
    changes.append(t.TextDocumentEdit(t.OptionalVersionedTextDocumentIdentifier(uri), [made]))
    return t.WorkspaceEdit(document_changes=changes)


def _folder(ls: B1Server, path: Path) -> Path:
    """Return where the settings of the document stand, or else where they should come."""
    if found := ls.checkers.config(path).folder:
        return found
    return next((folder for folder in ls.folders if folder in path.parents), path.parent)
