"""Says in Dutch why another wording may be placed at once, or what the writer must look at first.

The reason comes from what the rewriters did in this sentence: which words changed along, moved or went away, and
from what the word list knows of the word: whether it has another meaning, and whether other wordings may fit better.
"""

from __future__ import annotations

from collections.abc import Sequence

from b1check.findings import Applicability
from b1check.language.analysis import Token
from b1check.rulebook.match import BlockEdit
from b1check.rulebook.rewriting.edits import Edits
from b1check.rulebook.wordforms import Place
from b1check.rulebook.wordlist import Entry, WordSort

_ARTICLES = frozenset("de het een".split())
_POINTING = frozenset("die dat welke welk hetgeen".split())
_TOGETHER = 2
"""Words that one edit replaces when nothing moves: a verb with "te" or with the particle before it."""
_NEVER_CHANGES = frozenset({WordSort.FIXED, WordSort.PHRASE})


def of_word(
    wording: str,
    fitting: Sequence[str],
    entry: Entry,
    edits: Edits,
    place: Place,
    text: str,
    level: Applicability,
) -> str:
    """Return why ``wording``, from a word list, has ``level`` at this place.

    Args:
        wording: the alternative as the list has it.
        fitting: all alternatives that can be placed here.
        entry: its row.
        edits: what changes in the block.
        place: where the word stands.
        text: the text of the block.
        level: how certain the rewriter is.
    """
    if level is Applicability.SAFE:
        rest = "De rest van de zin" if entry.sort in _NEVER_CHANGES else "De vorm van het woord"
        return f"‘{entry.plain}’ en ‘{wording}’ betekenen hetzelfde. {rest} blijft gelijk."
    if level is Applicability.SHOW:
        return f"‘{entry.plain}’ kan veel betekenen. Alleen u weet wat u hier bedoelt."
    if is_quoted(place, text):
        return "De woorden staan tussen aanhalingstekens. Misschien zijn ze een naam."
    around = _around(edits, place, text)
    return " ".join(filter(None, [around, _meaning(wording, fitting, entry, alone=not around)]))


def _meaning(wording: str, fitting: Sequence[str], entry: Entry, *, alone: bool) -> str:
    """Say what decides whether the wording has the meaning of the word; ``alone`` when there is nothing else to say."""
    if entry.sense:
        return f"Dit klopt alleen als ‘{entry.plain}’ hier betekent: {entry.sense}."
    others = [f"‘{other}’" for other in fitting if other != wording]
    if others:
        return f"Past ‘{wording}’ hier niet? Kies dan {' of '.join(others)}."
    if entry.sure:
        return "Kijk of de zin nog goed loopt."
    return f"‘{wording}’ betekent vaak hetzelfde als ‘{entry.plain}’, maar niet altijd." if alone else ""


def _around(edits: Edits, place: Place, text: str) -> str:
    """Say which other words change along with the word itself, such as the article."""
    head = place.head
    if head is None:
        return ""
    others = [edit for edit in edits if not _holds(edit, head)]
    said = [_change(edit, head, place, text) for edit in others]
    come = [f"‘{edit.replacement.strip()}’" for edit in others if edit.start == edit.end]
    if come:
        said.append(f"{' en '.join(come)} {'komt' if len(come) == 1 else 'komen'} erbij.")
    if any(_holds(edit, head) and len(text[edit.start : edit.end].split()) > _TOGETHER for edit in edits):
        said.append("De woorden krijgen een andere volgorde.")
    return " ".join(dict.fromkeys(filter(None, said)))


def _holds(edit: BlockEdit, head: Token) -> bool:
    return edit.start < head.end and head.start < edit.end


def _change(edit: BlockEdit, head: Token, place: Place, text: str) -> str:
    old, new = " ".join(text[edit.start : edit.end].split()), " ".join(edit.replacement.split())
    if place.particle is not None and edit.start <= place.particle.start and edit.end >= place.particle.end:
        if new:
            return f"Het werkwoord blijft in 2 delen: ‘{old}’ wordt ‘{new}’."
        return f"Het werkwoord stond in 2 delen en wordt 1 woord: ‘{old}’ verdwijnt."
    if not old or old == new:
        return ""
    if not new:
        return f"‘{old}’ verdwijnt."
    if old.lower() in _ARTICLES and edit.start < head.start:
        return f"Het lidwoord verandert mee: ‘{old}’ wordt ‘{new}’."
    if old.lower() in _POINTING and edit.start > head.end:
        return f"Het woord dat terugwijst verandert mee: ‘{old}’ wordt ‘{new}’."
    return f"Ook ‘{old}’ wordt ‘{new}’."


def is_quoted(place: Place, text: str) -> bool:
    """Words between quotation marks may be the name of something."""
    return text[: place.start].rstrip()[-1:] in {"‘", "“", '"'} and text[place.end :][:1] in {"’", "”", '"'}
