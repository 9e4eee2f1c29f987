"""Switches a remark off at its place, with a reason: a choice in the menu, and the command behind it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as t

import b1check
from b1check import REASON_HERE, B1CheckError, Edit, Finding
from lsp_server import words
from lsp_server.checking import Checked
from lsp_server.documents import OpenDocument
from lsp_server.server import B1Server

IGNORE_HERE = "b1check.ignoreHere"
ABOUT_SWITCHING_OFF = "uitgezet-"
"""How the names of the rules begin that say what is wrong with switching off; those cannot be switched off."""


def register(server: B1Server) -> None:
    """Register the command."""

    @server.command(IGNORE_HERE)
    async def ignore_here(ls: B1Server, uri: str, rule: str, position: t.Position, reason: str) -> bool:
        """Switch off the remark of ``rule`` at ``position``, for a ``reason`` or ""; tells whether anything changed."""
        checked = await ls.checking.now(uri)
        edit = await workspace_edit(ls, checked, rule, position, reason) if checked else None
        if edit is None:
            said = f"Hier staat geen opmerking van de regel {rule} die u kunt uitzetten."
            ls.window_show_message(t.ShowMessageParams(t.MessageType.Warning, said))
            return False
        answer = await ls.workspace_apply_edit_async(t.ApplyWorkspaceEditParams(edit))
        return bool(answer.applied)


def actions(ls: B1Server, document: OpenDocument, finding: Finding, about: t.Diagnostic) -> Iterator[t.CodeAction]:
    """Yield the action that switches ``finding`` off.

    Where the words come is worked out when the writer chooses the action: that takes reading the text again.
    """
    if finding.rule.startswith(ABOUT_SWITCHING_OFF):
        return
    rule = words.explanation(finding.rule, ls.checkers.config(document.path))
    where = "in deze tekst" if finding.block is None else "hier"
    title = f"Negeer {where}, met een reden: {rule.title if rule else finding.rule}"
    action = t.CodeAction(title=title, kind=t.CodeActionKind.QuickFix, diagnostics=[about])
    at = document.lines.position(finding.span.start)
    if ls.resolves_actions:
        place = {"line": at.line, "character": at.character}
        action.data = {"uri": document.uri, "ignore": finding.rule, "position": place}
    else:
        action.command = t.Command(title=title, command=IGNORE_HERE, arguments=[document.uri, finding.rule, at, ""])
    yield action


async def workspace_edit(
    ls: B1Server, checked: Checked, rule: str, position: t.Position, reason: str = ""
) -> t.WorkspaceEdit | None:
    """Return the edit that switches off the remark of ``rule`` at ``position``; None when there is no such remark.

    Without a ``reason`` a few words ask for one; an editor that knows snippets selects those.
    """
    document = checked.document
    finding = _at(checked, rule, document.lines.offset(position))
    if finding is None or document.format is None:
        return None
    form = document.format
    try:
        edit = await ls.worker.run(lambda: b1check.switch_off(document.text, finding, format=form, reason=reason))
    except B1CheckError:
        return None
    return _edit(ls, document, edit) if edit else None


def _at(checked: Checked, rule: str, offset: int) -> Finding | None:
    """Return the finding of ``rule`` at ``offset``; one about the whole text is everywhere."""
    found = [one for one in (checked.report.findings if checked.report else ()) if one.rule == rule]
    here = [one for one in found if one.span.start <= offset <= one.span.end]
    return next(iter([*here, *(one for one in found if one.block is None)]), None)


def _edit(ls: B1Server, document: OpenDocument, edit: Edit) -> t.WorkspaceEdit:
    range = document.lines.range(edit.span)
    plain = t.TextEdit(range, edit.replacement)
    if not ls.versions_edits:
        return t.WorkspaceEdit(changes={document.uri: [plain]})
    identity = t.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    if ls.knows_snippets and REASON_HERE in edit.replacement:
        made = t.SnippetTextEdit(range, t.StringValue(_snippet(edit.replacement)))
        return t.WorkspaceEdit(document_changes=[t.TextDocumentEdit(identity, [made])])
    return t.WorkspaceEdit(document_changes=[t.TextDocumentEdit(identity, [plain])])


def _snippet(text: str) -> str:
    """Return ``text`` in the syntax of snippets, with the words that ask for a reason as the first thing to fill in."""
    before, after = (part.replace("\\", "\\\\").replace("$", "\\$") for part in text.split(REASON_HERE, 1))
    return f"{before}${{1:{REASON_HERE[1:-1]}}}{after}$0"
