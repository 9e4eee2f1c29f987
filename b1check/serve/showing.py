"""What the page gets to see of a letter, as plain values for JSON."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from b1check import comparison
from b1check.documents.document import Document
from b1check.explanations import Explanation, RuleExample
from b1check.findings import Applicability, Finding, Reach
from b1check.readability import score as readability
from b1check.report import Report
from b1check.reporters.html.marks import Piece
from b1check.reporters.html.view import DocumentView, Group, Link, Remark, TextBlock, Told
from b1check.reporters.text import number
from b1check.rulebook import kinds
from b1check.serve.letters import Checked, Letter
from b1check.serve.rewriting import differences, words_of

Json = dict[str, Any]
_WORD_GROUPS = frozenset({"woorden", "jargon"})
_LONGEST_WORD = 60
_EXAMPLES = 2
_DECIMALS = 1


def entry(letter: Letter) -> Json:
    """Return a letter as the list of letters shows it."""
    report = letter.now.report
    return {
        "id": letter.id,
        "name": letter.title,
        "score": _rounded(report.score.value) if report.score else None,
        "verdict": report.score.verdict if report.score else "",
        "difficulty": report.difficulty,
        "counts": _counts(report),
        "type": report.letter.type if report.letter else "",
        "words": report.words,
        "changed": bool(letter.step.edits),
    }


def letter(kept: Letter, rules: Mapping[str, Explanation]) -> Json:
    """Return all that the page shows of a letter.

    Args:
        kept: the letter.
        rules: explanations of the rules, by name.
    """
    now = kept.now
    view = DocumentView("d", kept.title, "", now.report, now.document, rules)
    named = {remark.finding.rule for remark in (*view.remarks, *view.off)}
    return entry(kept) | {
        "version": kept.version,
        "format": kept.file.document.format,
        "isCopy": kept.is_copy,
        "chosenType": str(kept.type) if kept.type else "",
        "typeReason": now.report.letter.type_reason if now.report.letter else "",
        "size": view.size,
        "undo": kept.can_undo,
        "redo": kept.can_redo,
        "before": {"score": _value(kept.start.report), "counts": _counts(kept.start.report)},
        "groups": [_group(group) for group in view.groups],
        "texts": [block.text for block in now.document.blocks],
        "remarks": [_remark(remark, now, rules) for remark in view.remarks],
        "off": [_off(remark, at, kept) for at, remark in enumerate(view.off)],
        "rules": {name: _rule(rules[name]) for name in sorted(named) if name in rules},
        "score": _score(view),
        "noScore": now.report.no_score,
        "first": [
            {"title": link.text, "rule": one.rule, "often": often, "gain": gain}
            for (link, often, gain), one in zip(view.first, now.report.improvements, strict=True)
        ],
        "action": [{"question": question, "quote": _link(link)} for question, link in view.action],
        "actionMissing": view.action_missing,
        "deadlines": [_told(told) for told in view.deadlines],
        "promises": [_told(told) for told in view.promises],
        "clauses": [_told(told) for told in view.clauses],
        "checklist": [
            {"met": met, "question": question, "quote": _link(link)} for met, question, link in view.checklist
        ],
        "notes": list(now.report.notes),
        "errors": list(now.report.errors),
    }


def changes(kept: Letter) -> Json:
    """Return what became of the text since it was opened: its paragraphs side by side, and the facts in it."""
    old, new = kept.start, kept.now
    compared = comparison.compare(
        comparison.Version(old.document, old.report), comparison.Version(new.document, new.report)
    )
    return {
        "before": {"score": _value(old.report), "counts": _counts(old.report)},
        "after": {"score": _value(new.report), "counts": _counts(new.report)},
        "paragraphs": list(_paragraphs(old.document, new.document)),
        "facts": [
            {
                "kind": str(fact.kind),
                "fate": fact.fate,
                "old": fact.old.text if fact.old else "",
                "new": fact.new.text if fact.new else "",
            }
            for fact in compared.facts
        ],
    }


def _paragraphs(old: Document, new: Document) -> Iterator[list[Json]]:
    """Yield each paragraph that changed, in pieces that stayed, went or came."""
    before, after = [block.text for block in old.blocks], [block.text for block in new.blocks]
    for kind, first, last, new_first, new_last in differences(before, after):
        if kind != "equal":
            pairs = zip_longest(before[first:last], after[new_first:new_last], fillvalue="")
            yield from (_differences(*pair) for pair in pairs)


def _differences(old: str, new: str) -> list[Json]:
    one, other = words_of(old), words_of(new)
    pieces: list[Json] = []
    for kind, first, last, new_first, new_last in differences(one, other):
        gone, came = "".join(one[first:last]), "".join(other[new_first:new_last])
        if kind == "equal":
            pieces.append({"kind": "same", "text": gone})
            continue
        if gone:
            pieces.append({"kind": "gone", "text": gone})
        if came:
            pieces.append({"kind": "new", "text": came})
    return pieces


def _rounded(value: float) -> float:
    return round(value, _DECIMALS)


def _value(report: Report) -> float | None:
    return _rounded(report.score.value) if report.score else None


def _counts(report: Report) -> dict[str, int]:
    counts = {"fout": 0, "let-op": 0, "tip": 0}
    for finding in report.findings:
        counts[str(finding.severity)] += 1
    return counts


def _group(group: Group) -> Json:
    shown: Json = {"kind": group.kind}
    if rows := group.rows:
        return shown | {"rows": [[[_block(block) for block in cell] for cell in row] for row in rows]}
    return shown | {"blocks": [_block(block) for block in group.blocks]}


def _block(block: TextBlock) -> Json:
    return {
        "id": block.id,
        "at": int(block.id.rpartition("b")[2]),
        "kind": block.kind,
        "name": block.name,
        "level": block.level,
        "lines": block.keeps_lines,
        "pieces": [_piece(piece) for piece in block.pieces],
        "whole": [remark.number for remark in block.whole],
    }


def _piece(piece: Piece) -> Json:
    """Return a piece of text; what it does not have is left out, for most have nothing."""
    shown: Json = {"text": piece.text}
    for name in ("numbers", "words", "sentence", "opens", "closes", "badges", "strong", "language"):
        if value := getattr(piece, name):
            shown[name] = value
    return shown


def _remark(remark: Remark, now: Checked, rules: Mapping[str, Explanation]) -> Json:
    finding = remark.finding
    rule = rules.get(finding.rule)
    spec = now.checker.book.specs.get(finding.rule)
    return {
        "number": remark.number,
        "index": _index(now.report.findings, finding),
        "rule": finding.rule,
        "severity": remark.severity,
        "severityWords": remark.severity_words,
        "message": finding.message,
        "advice": finding.advice if finding.advice != finding.message else "",
        "alternatives": list(_alternatives(remark)),
        "elsewhere": [_link(link) for link in remark.elsewhere],
        "where": remark.where,
        "words": remark.words,
        "block": finding.block,
        "gain": _rounded(finding.gain),
        "word": _word(finding, rule),
        "canIgnore": spec is None or spec[0].kind != kinds.SUPPRESSION,
    }


def _index(findings: Sequence[Finding], finding: Finding) -> int:
    return next(at for at, one in enumerate(findings) if one is finding)


def _alternatives(remark: Remark) -> Iterator[Json]:
    """Yield the other wordings; ``fix`` is the number of the fix that writes it, None when the writer has to."""
    fixes = remark.finding.fixes
    used = set()
    for wording in remark.alternatives:
        found = next((at for at, fix in enumerate(fixes) if fix.title == wording and at not in used), None)
        if found is not None:
            used.add(found)
        usable = found is not None and fixes[found].applicability is not Applicability.SHOW
        yield {
            "text": wording,
            "fix": found if usable else None,
            "reason": fixes[found].reason if found is not None else "",
            "safe": found is not None and fixes[found].applicability is Applicability.SAFE,
        }


def _word(finding: Finding, rule: Explanation | None) -> str:
    """Return the words that the municipality could allow; "" when the remark is not about a word."""
    word = " ".join(finding.text.split())
    fits = rule is not None and rule.group in _WORD_GROUPS and finding.reach is Reach.WORDS
    return word if fits and len(word) <= _LONGEST_WORD else ""


def _off(remark: Remark, at: int, kept: Letter) -> Json:
    return {
        "index": at,
        "rule": remark.finding.rule,
        "title": remark.title,
        "words": remark.words,
        "where": remark.where,
        "reason": remark.reason,
        "canRestore": any(one.holds(remark.finding) for one in kept.step.ignored),
    }


def _rule(rule: Explanation) -> Json:
    return {
        "title": rule.title,
        "group": rule.group_title,
        "why": " ".join(rule.why.split()),
        "sources": list(rule.sources),
        "examples": [_example(example) for example in rule.bad if example.fix is not None][:_EXAMPLES],
    }


def _example(example: RuleExample) -> Json:
    return {"bad": example.text, "good": example.fix or ""}


def _score(view: DocumentView) -> Json | None:
    score = view.report.score
    if score is None:
        return None
    low, high = view.score_range
    return {
        "value": _rounded(score.value),
        "verdict": score.verdict,
        "low": _rounded(low),
        "high": _rounded(high),
        "amber": readability.AMBER,
        "green": readability.GREEN,
        "base": view.base,
        "bars": [
            {
                "name": bar.name,
                "measured": bar.measured,
                "target": bar.target,
                "points": bar.points,
                "width": bar.width,
                "gives": bar.gives,
            }
            for bar in view.bars
        ],
        "others": [
            {"name": one.name, "value": number(one.value), "scale": one.scale, "note": one.note}
            for one in view.report.second_opinions
        ],
    }


def _told(told: Told) -> Json:
    return {"quote": _link(told.quote), "about": told.about}


def _link(link: Link | None) -> Json | None:
    return {"text": link.text, "target": link.target} if link else None


def file_name(name: str) -> str:
    """Return ``name`` without a folder, and without what a file must not be called."""
    base = os.path.basename(name.replace("\\", "/")).strip()  # noqa: PTH119 - of any system, not of this one
    kept = "".join(sign for sign in base if sign.isprintable() and sign not in '<>:"|?*')
    return kept[-120:].strip(". ") or "brief.txt"
