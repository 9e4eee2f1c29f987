"""How a writer switches remarks off at their place: "b1check uit: lange-zin - wettelijke formule".

In Markdown and HTML these words stand in a comment, in plain text on a line of their own between square brackets, and
in Word and OpenDocument files in a comment beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

IN_TEXT = frozenset({"txt", "md", "html"})
"""Formats in which the words stand in the text itself."""
REASON_HERE = "[vul hier uw reden in]"
"""Stands where the writer still has to give a reason."""

_FORM = re.compile(
    r"\s*b1check\s+uit(?P<whole>\s+in\s+deze\s+tekst)?(?P<colon>\s*:)?(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
# Word makes a dash of a hyphen between spaces.
_DASH = re.compile(r"(?:^|(?<=\s))[-–—]+(?:\s|$)")
_NO_REASON = re.compile(rf"\W*+(?:{REASON_HERE[1:-1]}|reden)?\W*+", re.IGNORECASE)
_HTML_END = re.compile(r"-{2,}>?|>")
_LINE = re.compile(r"(?:\[|<!--)(?P<said>\s*b1check\s+uit\b.*?)(?:\]|--+>)", re.IGNORECASE)
_SIGN = "b1check"
_IN_TEXT = re.compile(
    r"^[ \t]*+(?P<whole>[\[(<!-]*+[ \t]*+(?P<said>b1check[ \t]+uit(?:[ \t]+in[ \t]+deze[ \t]+tekst)?[ \t]*(?::.*|$)))",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that begins as words that switch something off; more words after "uit" without a colon are a sentence."""
_CLOSING = " \t\r.])>-"


class Directive(NamedTuple):
    """What a writer switches off.

    Attributes:
        names: of rules or groups, in lower case; none when the words do not have the right form.
        reason: "" when none is given.
        whole: for the whole text, and not just for the words or the paragraph at hand.
    """

    names: tuple[str, ...]
    reason: str
    whole: bool


def parse(comment: str) -> Directive | None:
    """Return what ``comment`` switches off; None when it is about something else."""
    form = _FORM.fullmatch(comment)
    if form is None or not (form["colon"] or form["rest"][:1].isspace() or not form["rest"]):
        return None
    rules, _, reason = _divided(form["rest"])
    names = (" ".join(name.split()).lower() for name in rules.split(","))
    given = "" if _NO_REASON.fullmatch(reason) else " ".join(reason.split())
    return Directive(tuple(name for name in names if name) if form["colon"] else (), given, bool(form["whole"]))


def parse_line(line: str) -> Directive | None:
    """Return what a line of plain text switches off, also in the form for Markdown; None for every other line."""
    said = line.strip()
    found = _LINE.fullmatch(said) if said.startswith(("[", "<")) else None  # nearly no line does
    return parse(found["said"]) if found else None


class Misplaced(NamedTuple):
    """Words that are meant to switch something off, and stand where they are text for the reader.

    Attributes:
        start: offset in the text.
        end: offset after the last code point.
        meant: what they would switch off.
    """

    start: int
    end: int
    meant: Directive


def misplaced(text: str) -> Iterator[Misplaced]:
    """Yield the lines of ``text``, that of a block, which switch nothing off although the writer means them to."""
    if _SIGN not in text and _SIGN not in text.lower():  # nearly no text does
        return
    for line in _IN_TEXT.finditer(text):
        if meant := parse(line["said"].rstrip(_CLOSING)):
            start, end = line.span("whole")
            yield Misplaced(start, start + len(text[start:end].rstrip()), meant)


def _divided(rest: str) -> tuple[str, str, str]:
    """Divide the names from the reason, at the first dash with white space around it."""
    dash = _DASH.search(rest)
    return (rest[: dash.start()], dash[0], rest[dash.end() :]) if dash else (rest, "", "")


def written(names: Sequence[str], reason: str, format: str, *, whole: bool = False) -> str:
    """Return the words that switch rules off, as they stand in a text in ``format`` (``txt``, ``md`` or ``html``).

    Args:
        names: of rules or groups.
        reason: on one line; :data:`REASON_HERE` takes its place when it is empty.
        format: of the text.
        whole: for the whole text.
    """
    reason = " ".join(reason.split()) or REASON_HERE
    said = f"b1check uit{' in deze tekst' if whole else ''}: {', '.join(names)} - "
    if format == "txt":
        return f"[{said}{reason}]"
    # What would end the comment, or the cell of a table that it stands in, goes out of the reason.
    return f"<!-- {said}{_HTML_END.sub('–', reason).replace('|', '/')} -->"
