"""``workspace/executeCommand``: what a writer can ask for by name."""

from __future__ import annotations

from uuid import uuid4

from lsprotocol import types as t

from lsp_server import words
from lsp_server.server import B1Server

EXPLAIN_RULE = "b1check.explainRule"
SHOW_SCORE = "b1check.showScore"
FIX_ALL = "b1check.fixAll"
CHECK_WORKSPACE = "b1check.checkWorkspace"


def register(server: B1Server) -> None:
    """Register the handlers."""

    @server.command(EXPLAIN_RULE)
    def explain_rule(ls: B1Server, rule: str, *uri: str) -> str | None:
        """Show what a rule is about; the answer is the explanation in Markdown.

        After the rule may come a document: a municipality can have rules of its own for it.
        """
        document = ls.documents.get(uri[0]) if uri else None
        about = words.explanation(rule, ls.checkers.config(document.path) if document else None)
        if about is None:
            return None
        ls.window_show_message(t.ShowMessageParams(t.MessageType.Info, words.in_short(about)))
        return words.about_rule(about)

    @server.command(SHOW_SCORE)
    async def show_score(ls: B1Server, uri: str) -> str | None:
        """Show what the score of a document is made of."""
        checked = await ls.checking.now(uri)
        if checked is None or checked.report is None:
            return None
        said = words.about_score(checked.report)
        ls.window_show_message(t.ShowMessageParams(t.MessageType.Info, said))
        return said

    @server.command(FIX_ALL)
    async def fix_all(ls: B1Server, uri: str) -> bool:
        """Apply all safe fixes; the answer tells whether anything changed."""
        from lsp_server.features.code_action import fix_all_edit  # noqa: PLC0415 - that file names this command

        checked = await ls.checking.now(uri)
        edit = await fix_all_edit(ls, checked) if checked else None
        if edit is None:
            return False
        answer = await ls.workspace_apply_edit_async(t.ApplyWorkspaceEditParams(edit))
        return bool(answer.applied)

    @server.command(CHECK_WORKSPACE)
    async def check_workspace(ls: B1Server) -> int:
        """Check every text in the open folders; the answer is how many were checked."""
        from lsp_server.features.workspace_diagnostic import files, one_by_one  # noqa: PLC0415 - only when it is needed

        window = ls.client_capabilities.window
        token = None
        if window and window.work_done_progress:
            token = f"b1check-{uuid4()}"
            await ls.work_done_progress.create_async(token)
        number = 0
        async for file, _ in one_by_one(ls, await files(ls), token):
            if checked := await ls.checking.file(file):
                ls.publish_file(checked)
                number += 1
        return number
