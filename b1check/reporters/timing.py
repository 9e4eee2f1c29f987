"""How long checking took, for who maintains b1check or its rules; never part of a report."""

from __future__ import annotations

from b1check.reporters.text import number, pad
from b1check.timing import Timing

_SLOWEST = 5


def render(timing: Timing) -> str:
    """Return the processor time of every step, what the rules cost on top of the analysis, and the slowest rules."""
    percent = timing.rules_percent
    share = "" if percent is None else f"  ({number(percent, decimals=0)} % boven op de taalanalyse)"
    slowest = timing.slowest(_SLOWEST)
    columns = max([len("soort en opbouw"), *(len(rule) for rule, _ in slowest)])
    lines = [
        "Tijd van de processor",
        _line("lezen", timing.reading, columns),
        _line("taalanalyse", timing.analysis, columns),
        _line("soort en opbouw", timing.letter, columns),
        _line("regels", timing.rules, columns) + share,
        _line("score", timing.score, columns),
    ]
    if slowest:
        lines += ["Langzaamste regels", *(_line(rule, seconds, columns) for rule, seconds in slowest)]
    return "\n".join(lines) + "\n"


def _line(name: str, seconds: float, columns: int) -> str:
    return f"  {pad(name, columns)}  {pad(number(1000 * seconds), 9, right=True)} ms"
