"""Asks a person: about fixes, one by one, and about what the settings must be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
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


def choose(question: str, choices: Mapping[str, str], default: str) -> str | None:
    """Ask for one of ``choices``, which have an explanation each; a number, a name or its start will do.

    Returns:
        The choice, ``default`` for an empty answer, or None when the input has ended.
    """
    click.echo(f"\n{question}")
    for number, (name, explanation) in enumerate(choices.items(), 1):
        click.echo(f"  {number}  {name.ljust(max(map(len, choices)))}  {explanation}")
    while (given := answer(f"Uw keuze [{default}]: ")) is not None:
        if not given:
            return default
        by_number = dict(zip(map(str, range(1, len(choices) + 1)), choices, strict=True))
        starting = [name for name in choices if name.startswith(given.lower())]
        if given in by_number or given.lower() in choices or len(starting) == 1:
            return by_number.get(given) or (given.lower() if given.lower() in choices else starting[0])
        click.echo(f"Typ een getal van 1 tot en met {len(choices)}.")
    return None


def answer(question: str) -> str | None:
    """Ask for a line of text; None when the input has ended."""
    click.echo(question, nl=False)
    line = sys.stdin.readline()
    if not (line and sys.stdin.isatty()):
        click.echo()  # on a terminal the answer itself ends the line
    return line.strip() if line else None


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
            given = self._ask()
            everything = given == _ALL
            self.stopped = given == _STOP
            if self.stopped:
                return Decision.STOP
            return Decision.SKIP if given == _NO else Decision.APPLY

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
            *self._sentence("reden:", [(word, False) for word in clean(offer.fix.reason).split()], Look.BOLD),
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
            given = answer(f"  {_QUESTION}")
            if given is None:
                return _STOP
            for known in _ANSWERS:
                if given.lower() in {known, known[0]}:
                    return known
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
