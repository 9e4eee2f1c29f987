"""Asks a person about fixes, one by one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import click

from b1check import Applicability
from b1check.fixes import Decision, Offer
from b1check.reporters.style import Look, Style
from b1check.reporters.text import clean, wrap

_YES, _NO, _ALL, _STOP = "ja", "nee", "alles", "stop"
_ANSWERS = (_YES, _NO, _ALL, _STOP)
_QUESTION = "Doen? j = ja, n = nee, a = alles in dit document, s = stop: "
_AGAIN = "Typ j, n, a of s."
_KIND = {
    Applicability.SAFE: "veilige verbetering",
    Applicability.REVIEW: "controleer of de zin nog klopt",
    Applicability.SHOW: "alleen een idee",
}
_INDENT = 10


class Questions:
    """Shows each fix with its sentence before and after, and asks what to do.

    Attributes:
        stopped: whether the user wants to see no more documents.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.stopped = False

    def about(self, path: Path) -> Callable[[Offer], Decision]:
        """Return what decides about the fixes of the document at ``path``."""
        everything = False

        def decide(offer: Offer) -> Decision:
            nonlocal everything
            if everything:
                return Decision.APPLY
            self._show(path, offer)
            answer = self._ask()
            everything = answer == _ALL
            self.stopped = answer == _STOP
            if self.stopped:
                return Decision.STOP
            return Decision.SKIP if answer == _NO else Decision.APPLY

        return decide

    def _show(self, path: Path, offer: Offer) -> None:
        finding, style = offer.finding, self._style
        head = f"{clean(str(path))}, {finding.line}:{finding.column}  {finding.rule}  {_KIND[offer.fix.applicability]}"
        before, after = _marked(clean(offer.before), clean(offer.after))
        lines = [
            "",
            style.paint(head, Look.BOLD),
            *wrap(clean(finding.message), style.width, indent="  "),
            *self._sentence("was:", before, Look.RED),
            *self._sentence("wordt:", after, Look.GREEN),
        ]
        click.echo("\n".join(lines), color=True)

    def _sentence(self, label: str, words: list[tuple[str, bool]], look: Look) -> list[str]:
        """Return a sentence in lines, with the words that differ in colour."""
        indent = " " * _INDENT
        lines = wrap(" ".join(word for word, _ in words), self._style.width, indent=indent)
        rest = iter(words)
        painted = []
        for number, line in enumerate(lines):
            shown = (next(rest, (word, False)) for word in line.split())
            text = " ".join(self._style.paint(word, look) if differs else word for word, differs in shown)
            painted.append((f"  {label}".ljust(_INDENT) if number == 0 else indent) + text)
        return painted

    def _ask(self) -> str:
        """Return one of the answers; the end of the input is a stop."""
        while True:
            click.echo(f"  {_QUESTION}", nl=False)
            line = sys.stdin.readline()
            if not (line and sys.stdin.isatty()):
                click.echo()  # on a terminal the answer itself ends the line
            if not line:
                return _STOP
            given = line.strip().lower()
            for answer in _ANSWERS:
                if given in {answer, answer[0]}:
                    return answer
            click.echo(f"  {_AGAIN}")


def _marked(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return the words of both sentences, and of each whether the other has it in that place."""
    old, new = before.split(), after.split()
    pairs = ([(word, True) for word in old], [(word, True) for word in new])
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            pairs[0][block.a + step] = (old[block.a + step], False)
            pairs[1][block.b + step] = (new[block.b + step], False)
    return pairs
