"""What a writer switches off in a text, but not in the right way: without a reason, by a wrong name, or for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from pydantic import Field

from b1check import suppressions
from b1check.documents import directives
from b1check.documents.document import MarkKind, Suppression
from b1check.rulebook.match import AfterOthers, DocumentView, Found, Kind, Match, Options, Reach, Suggestion

_FORM = "Hier ontbreekt iets. Schrijf: b1check uit: naam van de regel - uw reden."
_NO_PLACE = "In dit soort bestand kunt u niets uitzetten. Zet de regel bij ignore in uw instellingen."
_BESIDE = frozenset({"docx", "odt"})
"""Formats in which the words stand in a comment beside the text."""
_SLIP = 0.85
"""How alike a name of ours must be to be the one that is meant, from 0 to 1; less is another name, not a slip."""


class SuppressionOptions(Options):
    """What to look for.

    Attributes:
        problem: a missing reason; a name that no rule has, or words that stand in the text itself, so that they switch
            nothing off; or a name for which there is nothing to switch off.
    """

    problem: Literal["reden", "naam", "overbodig"] = Field(
        description="Wat er ontbreekt: een reden, een naam die bestaat, of iets om uit te zetten."
    )


def _build(options: SuppressionOptions, _folder: Path) -> AfterOthers:
    judge = _JUDGES[options.problem]

    def find(view: DocumentView, found: Found) -> Iterator[tuple[int, Match]]:
        for suppression in view.document.suppressions:
            if values := judge(suppression, found):
                better = _better(view, suppression, found) if options.problem == "overbodig" else ""
                suggestions = (Suggestion(better),) if better else ()
                yield _next_block(view, suppression), Match(0, 0, values, suggestions, place=suppression.place)
        if options.problem == "naam":
            yield from _misplaced(view)

    return AfterOthers(find)


def _misplaced(view: DocumentView) -> Iterator[tuple[int, Match]]:
    """Yield the words that should switch something off, and are text for the reader where they stand."""
    for seen in view.blocks:
        code = [(mark.start, mark.end) for mark in seen.block.marks if mark.kind is MarkKind.CODE]
        for found in directives.misplaced(seen.block.text):
            if not any(start < found.end and found.start < end for start, end in code):
                values = {"uitleg": f"Dit is nu gewone tekst. Het zet niets uit. {_right_way(view, found.meant)}"}
                yield seen.index, Match(found.start, found.end, values)


def _right_way(view: DocumentView, meant: directives.Directive) -> str:
    format = view.document.format
    if format not in directives.IN_TEXT | _BESIDE:
        return _NO_PLACE
    names, reason = meant.names or ("naam van de regel",), meant.reason or "uw reden"
    if format in directives.IN_TEXT:
        return f"Schrijf op een eigen regel ‘{directives.written(names, reason, format, whole=meant.whole)}’."
    words = directives.written(names, reason, "txt", whole=meant.whole).strip("[]")
    return f"Haal het weg uit de tekst. Kies de woorden die u wilt houden, en maak een opmerking met ‘{words}’."


def _better(view: DocumentView, suppression: Suppression, found: Found) -> str:
    """Return the words of a directive that does switch something off; "" where all of it can go."""
    idle = {name for name in suppression.names if _is_idle(name, suppression, found)}
    about_all = idle & _about_all(found)
    kept = [name for name in suppression.names if name not in idle or name in about_all]
    if not kept or view.document.format not in directives.IN_TEXT:
        return ""
    whole = suppression.holds is None or about_all == set(kept)
    return directives.written(kept, suppression.reason, view.document.format, whole=whole)


def _about_all(found: Found) -> set[str]:
    """Return the names of the rules that have a remark about the whole text."""
    return {finding.rule for finding in found.findings if finding.block is None}


Values = Mapping[str, object]
"""What the message can name; empty when nothing is wrong."""


def _without_reason(suppression: Suppression, _found: Found) -> Values:
    if suppression.reason or not suppression.names:
        return {}
    return {"namen": _listed(suppression.names)}


def _unknown(suppression: Suppression, found: Found) -> Values:
    if not suppression.names:
        return {"uitleg": _FORM}
    known = {*found.groups, *found.groups.values()}
    wrong = [name for name in suppression.names if name not in known and not suppressions.of_companion(name)]
    return {"uitleg": " ".join(_about(name, sorted(known)) for name in wrong)} if wrong else {}


def _about(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=_SLIP) or [one for one in known if name.startswith(f"{one} ")]
    meant = f" Bedoelt u {near[0]}?" if near else ""
    return f"‘{name}’ is geen naam van een regel die u zo kunt uitzetten.{meant}"


def _idle(suppression: Suppression, found: Found) -> Values:
    idle = [name for name in suppression.names if _is_idle(name, suppression, found)]
    if not idle:
        return {}
    whole = _about_all(found)
    about_all = [name for name in idle if name in whole]
    advice = "Haal dit weg." if set(idle) == set(suppression.names) else "Haal die naam weg."
    if about_all:
        advice = f"De opmerking {_listed(about_all)} gaat over de hele tekst. Schrijf: b1check uit in deze tekst."
    return {"namen": _listed(idle), "uitleg": advice}


def _is_idle(name: str, suppression: Suppression, found: Found) -> bool:
    """Tell whether ``name`` switches nothing off, and we can know: all that it stands for did run."""
    meant = {name} if name in found.groups else {rule for rule in found.usual if found.groups.get(rule) == name}
    if not meant or not meant <= found.ran:
        return False
    return not any(
        name in {finding.rule, found.groups.get(finding.rule)} and suppressions.holds_for(suppression, finding)
        for finding in found.findings
    )


def _listed(names: list[str] | tuple[str, ...]) -> str:
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _next_block(view: DocumentView, suppression: Suppression) -> int:
    """Return the index of the block that the comment stands in or before, or of the last one."""
    ends = ((block.index, block.block.map.slices[-1].source_end) for block in view.blocks)
    return next((index for index, end in ends if end > suppression.place.start), view.blocks[-1].index)


_JUDGES: Mapping[str, Callable[[Suppression, Found], Values]] = {
    "reden": _without_reason,
    "naam": _unknown,
    "overbodig": _idle,
}

KIND = Kind(SuppressionOptions, _build, Reach.SENTENCE)
