"""``textDocument/codeAction``: what can be done about the findings under the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types as t

import b1check
from b1check import Applicability, B1CheckError, Finding, Fix
from lsp_server import words
from lsp_server.checking import Checked
from lsp_server.conversion import diagnostic, edits, shown, text_edits, usable
from lsp_server.documents import OpenDocument
from lsp_server.features import house_list, ignore_here
from lsp_server.features.commands import EXPLAIN_RULE, FIX_ALL
from lsp_server.server import B1Server

_FIX_ALL_TITLE = "Pas alle veilige verbeteringen toe"
_LONGEST_WORD = 60
_OPTIONS = t.CodeActionOptions(
    code_action_kinds=[t.CodeActionKind.QuickFix, t.CodeActionKind.SourceFixAll], resolve_provider=True
)


def register(server: B1Server) -> None:
    """Register the handlers."""

    @server.feature(t.TEXT_DOCUMENT_CODE_ACTION, _OPTIONS)
    async def code_action(ls: B1Server, params: t.CodeActionParams) -> list[t.CodeAction]:
        checked = await ls.checking.now(params.text_document.uri)
        if checked is None or checked.report is None:
            return []
        wanted = params.context.only
        actions = list(_quick_fixes(ls, checked, params.range)) if _asked(wanted, t.CodeActionKind.QuickFix) else []
        if _asked(wanted, t.CodeActionKind.SourceFixAll) and _has_safe(checked):
            actions.append(await _fix_all(ls, checked, at_once=wanted is not None))
        return actions

    @server.feature(t.CODE_ACTION_RESOLVE)
    async def resolve(ls: B1Server, action: t.CodeAction) -> t.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        uri = data.get("uri")
        checked = await ls.checking.now(uri) if isinstance(uri, str) else None
        if checked is None:
            return action
        if isinstance(rule := data.get("ignore"), str):
            position = t.Position(**data["position"])
            action.edit = await ignore_here.workspace_edit(ls, checked, rule, position)
        else:
            action.edit = await fix_all_edit(ls, checked)
        return action


def _asked(wanted: Sequence[t.CodeActionKind | str] | None, kind: t.CodeActionKind) -> bool:
    """Tell whether the editor asks for ``kind``; who asks for "source" also asks for "source.fixAll"."""
    if wanted is None:
        return True
    names = [str(getattr(one, "value", one)) for one in wanted]
    return any(name == kind.value or kind.value.startswith(f"{name}.") or not name for name in names)


def _quick_fixes(ls: B1Server, checked: Checked, range: t.Range) -> Iterator[t.CodeAction]:
    # Our own findings count and not those that the editor sends back: some send other positions than they got.
    document = checked.document
    here = document.lines.span(range)
    findings = checked.report.findings if checked.report else ()
    near = [
        (span, finding)
        for finding in findings
        if finding.severity.reaches(ls.settings.min_severity)
        and (span := shown(finding, document.text)).start <= here.end
        and here.start <= span.end
    ]
    near.sort(key=lambda found: found[0].end - found[0].start)  # the fewest words are what the cursor is most about
    for _, finding in near:
        about = diagnostic(finding, document.lines, document.uri, checked.checker)
        for number, fix in enumerate(usable(finding)):
            yield t.CodeAction(
                title=_title(fix, finding),
                kind=t.CodeActionKind.QuickFix,
                diagnostics=[about],
                is_preferred=number == 0 and fix.applicability is Applicability.SAFE,
                edit=_edit(ls, document, edits(fix, document.lines)),
            )
        if (idle := _switch_on(ls, document, finding, about)) is not None:
            yield idle
        yield from house_list.actions(ls, document, finding, about)
        yield from ignore_here.actions(ls, document, finding, about)
        yield _explain(checked, finding, about)


def _switch_on(ls: B1Server, document: OpenDocument, finding: Finding, about: t.Diagnostic) -> t.CodeAction | None:
    """Return the action that takes away words that switch nothing off; None for a finding about something else."""
    edit = b1check.switch_on(document.text, finding, format=document.format) if document.format else None
    if edit is None:
        return None
    return t.CodeAction(
        title="Haal weg wat hier niets uitzet" if not finding.suggestions else "Verbeter wat hier wordt uitgezet",
        kind=t.CodeActionKind.QuickFix,
        diagnostics=[about],
        is_preferred=True,
        edit=_edit(ls, document, text_edits([edit], document.lines)),
    )


def _title(fix: Fix, finding: Finding) -> str:
    if all(not edit.replacement.strip() for edit in fix.edits):
        return f"Laat ‘{_short(finding.text)}’ weg"
    return f"Schrijf: ‘{_short(fix.title)}’"


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= _LONGEST_WORD else joined[: _LONGEST_WORD - 1].rstrip() + "…"


def _edit(ls: B1Server, document: OpenDocument, made: list[t.TextEdit]) -> t.WorkspaceEdit:
    """Return edits for a state of a document, with its version where the editor can check that."""
    if ls.versions_edits:
        identity = t.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
        return t.WorkspaceEdit(document_changes=[t.TextDocumentEdit(identity, list(made))])
    return t.WorkspaceEdit(changes={document.uri: made})


def _explain(checked: Checked, finding: Finding, about: t.Diagnostic) -> t.CodeAction:
    rule = words.explanation(finding.rule, checked.checker.config if checked.checker else None)
    title = f"Uitleg: {rule.title if rule else finding.rule}"
    command = t.Command(title=title, command=EXPLAIN_RULE, arguments=[finding.rule, checked.document.uri])
    return t.CodeAction(title=title, kind=t.CodeActionKind.QuickFix, diagnostics=[about], command=command)


def _has_safe(checked: Checked) -> bool:
    findings = checked.report.findings if checked.report else ()
    return any(fix.applicability is Applicability.SAFE for finding in findings for fix in finding.fixes)


async def _fix_all(ls: B1Server, checked: Checked, *, at_once: bool) -> t.CodeAction:
    """Return the action that applies all safe fixes.

    Working them out means checking the text again after each, so that is done when the writer chooses the action; an
    editor that cannot ask for it then gets a command. Only an editor that asks for this very action gets it at once.
    """
    uri = checked.document.uri
    action = t.CodeAction(title=_FIX_ALL_TITLE, kind=t.CodeActionKind.SourceFixAll)
    if at_once:
        action.edit = await fix_all_edit(ls, checked)
    elif ls.resolves_actions:
        action.data = {"uri": uri}
    else:
        action.command = t.Command(title=_FIX_ALL_TITLE, command=FIX_ALL, arguments=[uri])
    return action


async def fix_all_edit(ls: B1Server, checked: Checked) -> t.WorkspaceEdit | None:
    """Return the edit that applies every safe fix after which nothing is worse; None when there is none."""
    document, checker = checked.document, checked.checker
    if document.format is None or checker is None:
        return None
    form = document.format
    try:
        fixed = await ls.worker.run(lambda: b1check.fix(document.text, format=form, checker=checker))
    except B1CheckError:
        return None
    return _edit(ls, document, text_edits(fixed.edits, document.lines)) if fixed.edits else None
